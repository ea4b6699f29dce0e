import type { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { inOurWords } from '#lib/server/bare-answer.ts';
import { MB, doubtsAbout, readAt, readConfig, settleAdapter } from '#lib/server/config.ts';
import type { Config } from '#lib/server/config.ts';
import { drainBeforeEnd } from '#lib/server/drain.ts';
import { headersFor } from '#lib/server/headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const STOP_WITHIN_MS = 30_000;
const DRAIN_WITHIN_MS = 10_000;

/** The path is worked out when it runs: the bundler must leave Kit's own build alone. */
async function readHandler(): Promise<Handler> {
  settleAdapter();
  const built = new URL('../handler.js', import.meta.url).href;
  const { handler } = (await import(/* @vite-ignore */ built)) as { handler: Handler };
  return handler;
}

/** Here and not in Kit's `handle`, which static files and the adapter's own refusals never pass. */
function answer(
  handler: Handler,
  config: Config,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const headers = headersFor(request.url ?? '', config);
  response.setHeaders(headers);
  inOurWords(response, headers, console.error);
  drainBeforeEnd(request, response, { bytes: config.uploadLimitMb * MB, ms: DRAIN_WITHIN_MS });
  const refuse = (status: number) => {
    response.statusCode = status;
    response.end();
  };
  // An address that begins otherwise would be read as a part of the name before it.
  if (!request.url?.startsWith('/')) return refuse(400);
  handler(request, response, () => refuse(404));
}

/** What the errors of `listen` mean to the one who started the program. */
const LISTEN_ERRORS: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) =>
    `Porten ${port} är upptagen. Stäng det som använder den eller välj en annan: PORT=${port + 1} npm run demo`,
  EACCES: (port) => `Porten ${port} får inte användas här. Välj en annan: PORT=3000 npm run demo`,
  EADDRNOTAVAIL: (_, host) => `Adressen ${host} finns inte på den här datorn. Ändra HOST.`,
  ENOTFOUND: (_, host) => `Adressen ${host} finns inte på den här datorn. Ändra HOST.`,
};

/** Without a host Node answers on IPv6 and IPv4 alike, so localhost and 127.0.0.1 both work. */
function listen(server: Server, port: number, host: string | undefined) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = LISTEN_ERRORS[error.code ?? '']?.(port, host ?? 'localhost');
      reject(sentence === undefined ? error : new Error(sentence));
    });
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
}

/** Kit's own event, the only thread between this file and what Kit bundled. */
const closeDatabase = () => (process as EventEmitter).emit('sveltekit:shutdown', 'SIGTERM');

/** Lets answers under way finish, closes the database and ends. */
function stopOnSignal(server: Server) {
  const end = () => {
    closeDatabase();
    process.exit(0);
  };
  const stop = () => {
    server.close(end);
    setTimeout(end, STOP_WITHIN_MS);
    // A browser keeps its connection open after the answer; nobody is waiting on it.
    setInterval(() => server.closeIdleConnections(), 100);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function start() {
  const config = readConfig();
  const doubts = doubtsAbout(config);
  const handler = await readHandler();
  const server = createServer({ headersTimeout: 20_000, requestTimeout: 120_000 });
  server.on('request', (request, response) => answer(handler, config, request, response));
  await listen(server, config.port, config.host);
  stopOnSignal(server);
  // PORT=0 lets the system choose.
  const { port: chosen } = server.address() as AddressInfo;
  const here = `http://${config.host ?? 'localhost'}:${chosen}`;
  console.log(`Fyren svarar på ${here}`);
  console.log(readAt(config, here));
  for (const doubt of doubts) console.warn(`Inställningar: ${doubt}`);
}

/** Serves the built app. Resolves when it answers; says why and ends the program when it cannot. */
export async function serve(): Promise<void> {
  try {
    await start();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    closeDatabase();
    process.exit(1);
  }
}

// By name: when bundled this code may stand in a file that serve.js and demo.js share.
if (basename(process.argv[1] ?? '', '.js') === 'serve') await serve();
