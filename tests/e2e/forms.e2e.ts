import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

const PAGE = '/gnesta/socialnamnden';
const REFUSED =
  'Formuläret skickades från en annan adress än den här sidan. Öppna sidan på nytt och försök igen.';
const URLENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data; boundary=x';
const MB = 1024 * 1024;

type Sent = { method?: string; path?: string; body?: string | Buffer; to?: Fyren };

/** By hand: a browser and fetch see to it that Origin and Host are true. */
async function send(
  headers: OutgoingHttpHeaders,
  { method = 'POST', path = PAGE, body = 'a=b', to = fyren }: Sent = {},
) {
  const sent = request(`${to.url}${path}`, {
    method,
    headers: {
      'Content-Type': URLENCODED,
      'Content-Length': Buffer.byteLength(body),
      Accept: 'text/html',
      ...headers,
    },
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return { status: answer.statusCode, headers: answer.headers, text };
}

const port = () => new URL(fyren.url).port;

/** `PORT` stands for the server's own. */
const here = (text: string) => text.replaceAll('PORT', port());

describe('a forged form is refused in Swedish', () => {
  test.each<[OutgoingHttpHeaders, Sent?]>([
    [{}],
    [{ Origin: 'null' }],
    [{ Origin: '' }],
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'https://evil.example', 'Content-Type': MULTIPART }],
    [{ Origin: 'https://evil.example', 'Content-Type': 'text/plain' }],
    [{ Origin: 'https://evil.example', 'Content-Type': 'application/json' }],
    [{ Origin: 'https://evil.example', Referer: 'http://localhost:PORT/' }],
    [{ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
    [{ Origin: 'https://evil.example' }, { method: 'PUT' }],
    [{ Origin: 'https://evil.example' }, { method: 'PATCH' }],
    [{ Origin: 'https://evil.example' }, { method: 'DELETE' }],
    [{ Origin: 'https://evil.example' }, { path: '/' }],
    [{ Origin: 'https://evil.example' }, { path: '/finns-inte' }],
    [{ Origin: 'https://evil.example' }, { path: '/api/v1' }],
    [{ Origin: 'https://evil.example' }, { path: `${PAGE}?/ta-bort` }],
    [{ Origin: 'https://evil.example' }, { path: `${PAGE}?x-sveltekit-action=1` }],
    ...['spara', 'klar', 'oppna', 'utkast', 'kasta'].map((action): [OutgoingHttpHeaders, Sent] => [
      { Origin: 'https://evil.example' },
      { path: `${PAGE}/bedomning/mal/vf-1?/${action}&tillfalle=ar-2023` },
    ]),
    [{ Origin: 'https://evil.example' }, { path: '/logga-in' }],
    [{ Origin: 'https://evil.example' }, { path: '/konto?/losenord' }],
    [{ Origin: 'https://evil.example' }, { path: '/konto?/overallt' }],
    [{ Origin: 'https://evil.example' }, { path: '/anvandare?/bjud' }],
    [{ Origin: 'http://localhost' }],
    [{ Origin: 'http://localhost:1' }],
    [{ Origin: 'http://127.0.0.1:PORT' }],
    [{ Origin: 'http://evil.localhost:PORT' }],
    [{ Origin: 'http://localhost.evil.example:PORT' }],
    [{ Origin: 'http://localhost:PORT@evil.example' }],
    [{ Origin: 'http://localhost:PORT/' }],
    [{ Origin: 'http://localhost:PORT, https://evil.example' }],
    [{ Origin: 'ftp://localhost:PORT' }],
    [{ Origin: 'localhost:PORT' }],
  ])('%j %j', async (headers, sent) => {
    const told = Object.entries(headers).map(([name, value]) => [name, here(String(value))]);
    const answer = await send(Object.fromEntries(told) as OutgoingHttpHeaders, sent);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<html lang="sv">');
    expect(answer.text).toContain(REFUSED);
    expect(answer.text).not.toMatch(/forbidden|cross-site|submission|error/i);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
  });

  test('as JSON to a program', async () => {
    const answer = await send({ Origin: 'https://evil.example', Accept: 'application/json' });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toEqual({ message: REFUSED });
  });

  test('with a way back in the browser', async () => {
    const page = await fyren.openPage();
    await page.setContent(
      `<form method="post" action="${fyren.url}${PAGE}"><button>Skicka</button>`,
    );
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText(REFUSED).waitFor();
    await page.getByRole('link', { name: 'Till startsidan' }).click();
    await page.waitForURL(`${fyren.url}/`);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.context().close();
  });
});

test.each(['localhost', '127.0.0.1', 'fyren.local', '192.168.1.20'])(
  'a form from %s to itself is let through',
  async (name) => {
    const host = `${name}:${port()}`;
    expect((await send({ Host: host, Origin: `http://${host}` })).status).not.toBe(403);
    expect((await send({ Host: host, Origin: `https://${host}` })).status).not.toBe(403);
  },
);

test.each(['/%', '/%E0%A4%A', '/gnesta/%FF', '/gnesta/%25%', '/%/__data.json', `${PAGE}/%C3`])(
  'a forged form to %s, which is no address, is told so',
  async (path) => {
    const answer = await send({ Origin: 'https://evil.example' }, { path });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Adressen leder ingenstans.');
    expect((await fetch(`${fyren.url}/halsa`)).status).toBe(200);
  },
);

test('a page may be asked for from anywhere', async () => {
  const from = { Origin: 'https://evil.example' };
  expect((await send(from, { method: 'GET', body: '' })).status).toBe(200);
});

describe('what is too large to be read to its end still gets its answer', () => {
  test('when all is sent before the answer is read', async () => {
    const body = Buffer.alloc(20 * MB);
    expect((await send({ 'Content-Type': MULTIPART }, { body })).text).toContain(REFUSED);
  });

  test.each([10, 50])('in the browser, with %j MB', async (size) => {
    const page = await fyren.openPage();
    await page.setContent(
      `<form method="post" enctype="multipart/form-data" action="${fyren.url}${PAGE}">
        <input type="file" name="fil"><button>Skicka</button>`,
    );
    const file = join(fyren.dataDir, `stor-${size}`);
    writeFileSync(file, Buffer.alloc(size * MB));
    await page.locator('input').setInputFiles(file);
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText(REFUSED).waitFor();
    expect(page.url()).toBe(`${fyren.url}${PAGE}`);
    rmSync(file);
    await page.context().close();
  });
});

describe('who leaves in the middle of an upload takes nobody along', () => {
  const head = (origin: string) =>
    [
      `POST ${PAGE} HTTP/1.1`,
      `Host: localhost:${port()}`,
      `Origin: ${origin}`,
      `Content-Type: ${MULTIPART}`,
      `Content-Length: ${10 * MB}`,
      '\r\n--x\r\nContent-Disposition: form-data; name="fil"; filename="x.csv"\r\n\r\n',
    ].join('\r\n');

  test.each([
    ['destroy', 'http://localhost:PORT'],
    ['resetAndDestroy', 'http://localhost:PORT'],
    ['end', 'http://localhost:PORT'],
    ['destroy', 'https://evil.example'],
    ['resetAndDestroy', 'https://evil.example'],
    ['end', 'https://evil.example'],
  ] as const)('%s, from %s', async (leave, origin) => {
    for (const bytes of [0, 1, 100_000, MB]) {
      const socket = connect(Number(port()), 'localhost').on('error', () => undefined);
      await once(socket, 'connect');
      await new Promise((sent) => socket.write(head(here(origin)), sent));
      await new Promise((sent) => socket.write(Buffer.alloc(bytes), sent));
      socket[leave]();
    }
    expect((await fetch(`${fyren.url}/halsa`)).status).toBe(200);
    expect(fyren.log()).not.toMatch(/ECONNRESET|aborted|Unhandled|Uncaught/i);
  });
});

/** As often as there is room for in a megabyte. */
const filled = (text: string) => text.repeat(MB / text.length - 8);
const inPart = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`;

/** B90: here a name is a text and a form a list, whatever others would unfold them into. */
describe('a megabyte that is nested deep is answered by a form that everybody reaches', () => {
  test.each([
    ['a deep name', URLENCODED, `a${filled('[b]')}=1`, 401],
    ['names in names', URLENCODED, filled('a[b][c][d]=1&'), 413],
    ['names of what all objects have', URLENCODED, filled('__proto__[a]=1&'), 413],
    ['deep JSON in a field', URLENCODED, `a=${filled('[')}`, 401],
    ['a deep name in parts', MULTIPART, inPart(`a${filled('[b]')}`, '1'), 400],
    ['deep JSON in a part', MULTIPART, inPart('a', filled('[').slice(200)), 401],
    ['deep JSON', 'application/json', filled('['), 415],
    ['what points on to the next', 'application/json', `[${filled('[1],')}[1]]`, 415],
    ['what Kit reads by itself', 'application/x-sveltekit-formdata', filled('\0'), 415],
  ])('%s', async (_, type, body, status) => {
    const from = { Origin: fyren.url, 'Content-Type': type };
    expect((await send(from, { path: '/logga-in', body })).status).toBe(status);
    expect((await fetch(`${fyren.url}/halsa`)).status).toBe(200);
  });
});

describe('with ORIGIN set', () => {
  const ORIGIN = 'https://fyren.example.se';
  let own: Fyren;
  beforeAll(async () => {
    own = await start({ ORIGIN });
  });
  afterAll(() => own.close());

  test.each([
    [ORIGIN, true],
    ['http://fyren.example.se', false],
    ['https://fyren.example.se:8443', false],
    ['http://localhost:PORT', false],
  ])('a form from %s is let through: %j', async (origin, passes) => {
    const from = { Origin: origin.replace('PORT', new URL(own.url).port) };
    const { status } = await send(from, { to: own });
    expect(status !== 403).toBe(passes);
  });
});
