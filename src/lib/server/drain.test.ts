import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drainBeforeEnd } from './drain.ts';

const KB = 1024;
const MB = 1024 * KB;
const PATIENCE = { bytes: 32 * MB, ms: 1_500 };
const ANSWER = 'Filen är för stor.';

/** Begins to read as Kit does, lets the rest wait, and answers. */
function refuse(request: IncomingMessage, response: ServerResponse) {
  drainBeforeEnd(request, response, PATIENCE);
  if (request.method === 'GET') {
    response.end('här');
    return;
  }
  request.on('error', () => undefined);
  request.on('data', () => request.pause());
  setImmediate(() => {
    response.writeHead(413, { 'Content-Length': Buffer.byteLength(ANSWER) });
    response.write(ANSWER);
    response.end();
  });
}

const server = createServer(refuse);
let port: number;
const open: Socket[] = [];

beforeEach(async () => {
  await once(server.listen(0), 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  await once(server.close(), 'close');
});

/** A client by hand, that reads nothing before it asks for what came. */
function dial() {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  open.push(socket);
  let text = '';
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const read = async (wanted: string) => {
    socket.setEncoding('utf8').on('data', (more: string) => (text += more));
    while (!text.includes(wanted) && !socket.closed)
      await new Promise((done) => setTimeout(done, 5));
    return text;
  };
  const send = (data: string | Buffer) =>
    new Promise<boolean>((resolve) => socket.write(data, (error) => resolve(!error)));
  return { socket, closed, read, send };
}

const head = (...lines: string[]) => ['POST / HTTP/1.1', 'Host: a', ...lines, '', ''].join('\r\n');
const length = (bytes: number) => `Content-Length: ${bytes}`;

async function stillAnswers() {
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('här');
}

describe('who sends everything before reading gets the whole answer', () => {
  const size = 20 * MB;
  const chunked = Buffer.from(`${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`);
  test.each<[string, string, Buffer]>([
    ['on a connection that stays', head(length(size)), Buffer.alloc(size)],
    ['on one that is to be closed', head(length(size), 'Connection: close'), Buffer.alloc(size)],
    ['without saying how much', head('Transfer-Encoding: chunked'), chunked],
  ])('%s', async (_, first, body) => {
    const client = dial();
    expect(await client.send(first)).toBe(true);
    expect(await client.send(body)).toBe(true);
    const text = await client.read(ANSWER);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text).toContain(ANSWER);
  });
});

test.each([
  ['a body that goes on', 20 * MB],
  ['one that came at once', 60 * KB],
  ['none', 0],
])('after %s the next question on the same connection is answered', async (_, size) => {
  const client = dial();
  await client.send(Buffer.concat([Buffer.from(head(length(size))), Buffer.alloc(size)]));
  await client.send('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  expect(await client.read('här')).toMatch(/ 413 [^]*HTTP\/1\.1 200 /);
});

test('the answer is there to read while the body still goes on', async () => {
  const client = dial();
  await client.send(head(length(20 * MB)));
  await client.send(Buffer.alloc(100 * KB));
  expect(await client.read(ANSWER)).toContain(ANSWER);
});

test('who never stops sending is cut off', async () => {
  const client = dial();
  await client.send(head(length(1e12)));
  const read = client.read(ANSWER);
  let sent = 0;
  while (await client.send(Buffer.alloc(256 * KB))) sent += 256 * KB;
  await client.closed;
  expect(await read).toContain(ANSWER);
  // What the two ends had in their buffers comes on top.
  expect(sent).toBeLessThan(PATIENCE.bytes + 30 * MB);
  await stillAnswers();
});

test('who stops half-way and waits is cut off', async () => {
  const client = dial();
  const before = performance.now();
  await client.send(head(length(20 * MB)));
  await client.send(Buffer.alloc(100 * KB));
  expect(await client.read(ANSWER)).toContain(ANSWER);
  await client.closed;
  expect(performance.now() - before).toBeGreaterThan(PATIENCE.ms - 50);
  await stillAnswers();
});

test.each(['destroy', 'resetAndDestroy', 'end'] as const)(
  'who leaves half-way by %s takes nobody along',
  async (leave) => {
    const client = dial();
    await client.send(head(length(20 * MB)));
    await client.send(Buffer.alloc(500 * KB));
    await client.read(ANSWER);
    client.socket[leave]();
    await client.closed;
    await stillAnswers();
  },
);
