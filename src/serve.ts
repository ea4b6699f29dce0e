import type { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { basename } from 'node:path';
import { inOurWords } from '#lib/server/bare-answer.ts';
import { MB, doubtsAbout, readAt, readConfig, settleAdapter } from '#lib/server/config.ts';
import type { Config } from '#lib/server/config.ts';
import { drainBeforeEnd } from '#lib/server/drain.ts';
import { headersFor } from '#lib/server/headers.ts';
import { answerRaw, statusOf } from '#lib/server/raw-answer.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** A request that does not say where it asks is refused by us: see `saysWhere`. */
const LIMITS = { headersTimeout: 20_000, requestTimeout: 120_000, requireHostHeader: false };

const STOP_WITHIN_MS = 30_000;
const DRAIN_WITHIN_MS = 10_000;

/** The path is worked out when it runs: the bundler must leave Kit's own build alone. */
async function readHandler(): Promise<Handler> {
  settleAdapter();
  const built = new URL('../handler.js', import.meta.url).href;
  const { handler } = (await import(/* @vite-ignore */ built)) as { handler: Handler };
  return handler;
}

type Refuse = (status: number) => void;

/** Here and not in Kit's `handle`, which static files and the adapter's own refusals never pass. */
function prepare(config: Config, request: IncomingMessage, response: ServerResponse): Refuse {
  const headers = headersFor(request.url ?? '', config);
  response.setHeaders(headers);
  inOurWords(response, headers, console.error);
  drainBeforeEnd(request, response, { bytes: config.uploadLimitMb * MB, ms: DRAIN_WITHIN_MS });
  return (status) => {
    response.statusCode = status;
    response.end();
  };
}

/** HTTP/1.1 says where it asks (RFC 9112 3.2). Node's own refusal has none of our headers. */
const saysWhere = ({ httpVersion, headers }: IncomingMessage) =>
  httpVersion !== '1.1' || headers.host !== undefined;

function answer(
  handler: Handler,
  config: Config,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const refuse = prepare(config, request, response);
  if (!saysWhere(request)) return refuse(400);
  // An address that begins otherwise would be read as a part of the name before it.
  if (!request.url?.startsWith('/')) return refuse(400);
  handler(request, response, () => refuse(404));
}

/** Answers what Node would answer by itself, without headers and words. */
function answerForNode(server: Server, config: Config) {
  const headers = headersFor('', config);
  const underWay = new WeakMap<Duplex, Map<ServerResponse, number>>();
  const refuse = (connection: Duplex, status: number) =>
    answerRaw(connection, underWay.get(connection) ?? new Map(), status, headers);
  server.on('request', ({ socket }, response) => {
    const those = underWay.get(socket) ?? new Map<ServerResponse, number>();
    underWay.set(socket, those.set(response, socket.bytesWritten));
    response.once('close', () => those.delete(response));
  });
  server.on('clientError', (error, connection) => refuse(connection, statusOf(error)));
  server.on('connect', (_, connection) => refuse(connection, 405));
  server.on('checkExpectation', (request, response) => prepare(config, request, response)(417));
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
  const server = createServer(LIMITS);
  answerForNode(server, config);
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
