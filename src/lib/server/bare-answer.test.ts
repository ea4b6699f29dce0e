import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { inOurWords } from './bare-answer.ts';

const OURS = new Map([['x-frame-options', 'DENY']]);

/** What comes of an answer, over a connection, and what was logged. */
async function answered(give: (response: ServerResponse) => void) {
  const logged: string[] = [];
  const server = createServer((_, response) => {
    response.setHeaders(OURS);
    inOurWords(response, OURS, (line) => logged.push(line));
    give(response);
  }).listen(0);
  await once(server, 'listening');
  const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}`, {
    redirect: 'manual',
  });
  const text = await answer.text();
  server.close();
  return { status: answer.status, headers: answer.headers, text, logged };
}

test.each<[string, (response: ServerResponse) => void, number, string]>([
  [
    'the adapter’s own refusal',
    (response) => {
      response.statusCode = 400;
      response.end('Bad Request');
    },
    400,
    'Det som skickades gick inte att förstå.',
  ],
  [
    'a piece at a time',
    (response) => {
      response.setHeader('content-length', 9);
      response.writeHead(404);
      response.write(Buffer.from('Not '));
      response.write('found');
      response.end();
    },
    404,
    'Adressen leder ingenstans.',
  ],
  ['nothing at all', (response) => response.writeHead(416).end(), 416, 'Hämta hela filen.'],
  [
    'one without words of its own',
    (response) => response.writeHead(418).end('teapot'),
    418,
    'Det gick inte.',
  ],
])('%s is in our words', async (_, give, status, words) => {
  const answer = await answered(give);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(words);
  expect(answer.text).not.toMatch(/[Nn]ot|Bad|teapot/);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.logged).toEqual([]);
});

test('a fault within is for the log, and its headers are there all the same', async () => {
  const { status, headers, text, logged } = await answered((response) => {
    response.getHeaderNames().forEach((name) => response.removeHeader(name));
    response.writeHead(500).end('TypeError: Invalid character in header content ["location"]');
  });
  expect(status).toBe(500);
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(text).not.toContain('TypeError');
  const id = /numret ([0-9a-f]{8})\./.exec(text)![1]!;
  expect(logged).toEqual([
    `[${id}] 500 TypeError: Invalid character in header content ["location"]`,
  ]);
});

test.each<[string, (response: ServerResponse) => void, number, string]>([
  [
    'a page',
    (response) => response.setHeader('content-type', 'text/html').writeHead(404).end('<p>Nej'),
    404,
    '<p>Nej',
  ],
  [
    'JSON',
    (response) =>
      response.setHeader('content-type', 'application/json').writeHead(404).end('{"a":1}'),
    404,
    '{"a":1}',
  ],
  ['what went well', (response) => response.end('plain'), 200, 'plain'],
  ['what leads on', (response) => response.writeHead(308, { location: '#' }).end(), 308, ''],
])('%s is left as it is', async (_, give, status, text) => {
  const answer = await answered(give);
  expect(answer.status).toBe(status);
  expect(answer.text).toBe(text);
});
