import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { answerRaw, rawAnswer, statusOf } from './raw-answer.ts';

const OURS = new Map([['X-Frame-Options', 'DENY']]);

test.each([
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_INVALID_METHOD', 400],
  [undefined, 400],
])('%j is %i', (code, status) => {
  const error: NodeJS.ErrnoException = new Error('x');
  if (code !== undefined) error.code = code;
  expect(statusOf(error)).toBe(status);
});

test.each([
  [400, 'Bad Request', 'gick inte att förstå'],
  [408, 'Request Timeout', 'tog för lång tid'],
  [418, "I'm a Teapot", 'Gå tillbaka till sidan och försök igen.'],
])('%i has our headers and what to do, as long as it says', (status, reason, words) => {
  const [head, body] = rawAnswer(status, OURS).split('\r\n\r\n') as [string, string];
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} ${reason}\r\nX-Frame-Options: DENY\r\n`));
  expect(head).toContain('\r\nConnection: close');
  expect(head).toContain(`\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`);
  expect(body).toContain(words);
});

/** What comes back where garbage follows on a request that has been answered so far. */
async function afterGarbage(
  begin: (response: ServerResponse) => void,
  isSeen = false,
): Promise<string> {
  const underWay = new Map<ServerResponse, number>();
  const server = createServer(({ socket: { bytesWritten } }, response) => {
    underWay.set(response, bytesWritten);
    begin(response);
  });
  server.on('clientError', (error, socket) => answerRaw(socket, underWay, statusOf(error), OURS));
  await once(server.listen(0), 'listening');
  const socket = connect((server.address() as AddressInfo).port);
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(server, 'request');
  if (isSeen) await once(socket, 'data');
  socket.write('GARBAGE\r\n\r\n');
  await once(socket, 'close');
  server.close();
  return said;
}

test.each<[string, (response: ServerResponse) => void]>([
  ['has not been answered at all', () => undefined],
  ['has its headers written down, and none of them sent', (response) => response.writeHead(200)],
])('what %s is answered', async (_, begin) => {
  expect(await afterGarbage(begin)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
});

test('what has been answered in part is broken off, with no other answer within it', async () => {
  const said = await afterGarbage((response) => response.write('den första delen'), true);
  expect(said).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(said).toContain('den första delen');
  expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
});
