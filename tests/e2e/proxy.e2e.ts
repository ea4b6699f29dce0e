import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { MOST_FROM_ADDRESS } from '#lib/domain/login-delay.ts';
import * as loginTries from '#lib/server/db/login-tries.ts';
import * as persons from '#lib/server/db/persons.ts';
import { PASSWORD, aPerson, signedIn } from '../accounts.ts';
import { ask } from './ask.ts';
import { headerFaults } from './header-faults.ts';
import { freePort, start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { documentedSettings, startNginx } from './nginx.ts';
import type { Nginx } from './nginx.ts';
import { startSeeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';
import { choose, mainText } from './uploads.ts';

/* Behind Debian's nginx with TLS, as README and its example say it is set up, and with no other settings. */

const GNESTA = '/gnesta/socialnamnden';
const NOW = new Date('2026-11-01T09:00:00Z');
const EMAIL = 'karin.berg@example.se';
const MB = 1024 * 1024;
const portOf = ({ url }: Pick<Fyren, 'url'>) => Number(new URL(url).port);

let fyren: Seeded;
let nginx: Nginx;
let ports: { http: number; https: number };
beforeAll(async () => {
  ports = { http: await freePort(), https: await freePort() };
  fyren = await startSeeded(
    async (db) => {
      await aPerson(
        db,
        'Karin Berg',
        [{ role: 'kvalitetsstrateg', kommun: null, namnd: null }],
        NOW,
      );
    },
    undefined,
    { env: documentedSettings(ports.https) },
  );
  nginx = await startNginx(ports, portOf(fyren));
}, 60_000);
afterAll(async () => {
  await nginx.close();
  await fyren.close();
});

type Sent = {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
};

/** By hand over TLS, whosever the certificate is. */
async function askTls(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const sent = request(`${nginx.url}${path}`, {
    ...{ method, rejectUnauthorized: false },
    headers: { accept: 'text/html', ...headers },
  });
  // Who is answered before all is sent may be cut off while sending the rest.
  sent.on('error', () => undefined);
  sent.on('socket', (socket) => socket.on('error', () => undefined));
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const bytes = Buffer.concat((await answer.toArray()) as Buffer[]);
  return { status: answer.statusCode!, headers: answer.headers, bytes, text: bytes.toString() };
}

async function signIn(page: Page, to = GNESTA) {
  await page.goto(`/logga-in?till=${encodeURIComponent(to)}`);
  await page.locator('#epost').fill(EMAIL);
  await page.locator('#losenord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === to);
}

test('what the log says at the start is that all is as it should be', () => {
  expect(fyren.log()).toContain(`Fyren läses på ${nginx.url} (ORIGIN).`);
  expect(fyren.log()).not.toContain('Inställningar:');
});

test('one signs in, reads in a file, looks and signs out', async () => {
  const page = await fyren.openPage({ at: nginx.url });
  const said: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && said.push(message.text())));
  page.on('pageerror', (error) => void said.push(error.message));
  await signIn(page, `${GNESTA}/inlasningar`);
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({
    ...{ name: '__Host-fyren', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' },
    domain: 'localhost',
  });

  await choose(page, { name: 'bakom.csv', bytes: 'Indikator;Period;Värde\nind-1;2023-T2;88\n' });
  await page.waitForURL('**/granska/*');
  await page.getByRole('button', { name: 'Läs in 1 värde' }).click();
  await page.waitForURL(/inlasningar\/\d+$/);
  expect(page.url()).toContain(nginx.url);
  await page.goto(GNESTA);
  expect(await mainText(page)).toContain('88 dagar');
  const api = (await (
    await page.request.get('/api/v1/gnesta/socialnamnden/delar-2023')
  ).json()) as {
    indicators: { key: string; value: number }[];
  };
  expect(api.indicators.find(({ key }) => key === 'ind-1')?.value).toBe(88);

  await page.goto('/konto');
  await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
  await page.waitForURL(`${nginx.url}/`);
  expect(await page.context().cookies()).toEqual([]);
  await page.goto(`${GNESTA}/inlasningar`);
  expect(page.url()).toContain(`${nginx.url}/logga-in`);
  expect(said).toEqual([]);
  await page.context().close();
}, 60_000);

test.each(['/', GNESTA, '/favicon.svg', '/api/v1', '/finns-inte', '/halsa'])(
  '%s has its headers, and the browser is held to https',
  async (path) => {
    const { headers } = await askTls(path);
    const kind = headers['x-sveltekit-page'] ? 'page' : 'other';
    expect(headerFaults(headers, path, kind)).toEqual([]);
    // localhost has no name above it, so nothing is said of the names below.
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['server']).toBe('nginx');
  },
);

test.each([
  ['/gnesta/', '/gnesta'],
  [`${GNESTA}/mal`, GNESTA],
  [`${GNESTA}/inlasningar`, '/logga-in'],
])('%s leads on by https, at the same host', async (path, to) => {
  const { status, headers } = await askTls(path);
  expect(status).toBeGreaterThanOrEqual(300);
  const led = new URL(headers.location!, nginx.url);
  expect(led.origin).toBe(nginx.url);
  expect(led.pathname).toBe(to);
});

test('who comes without https is led there', async () => {
  const { status, headers } = await ask(`http://127.0.0.1:${ports.http}`, {
    path: `${GNESTA}?tillfalle=delar-2023`,
    headers: { host: 'localhost' },
  });
  expect(status).toBe(301);
  expect(headers.location).toBe(`${nginx.url}${GNESTA}?tillfalle=delar-2023`);
});

test('what is sent is packed', async () => {
  const plain = await askTls(GNESTA);
  const packed = await askTls(GNESTA, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers.vary).toMatch(/accept-encoding/i);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
  expect(gunzipSync(packed.bytes).toString()).toBe(plain.text);
  const [css] = /\/_app\/immutable\/assets\/[\w.-]+\.css/.exec(plain.text)!;
  const style = await askTls(css, { headers: { 'accept-encoding': 'gzip, br' } });
  const encoding = style.headers['content-encoding'];
  const read = encoding === 'br' ? brotliDecompressSync : gunzipSync;
  expect(read(style.bytes).toString()).toContain('font-face');
});

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1'])(
  'asked for as %s there is no answer, and for Fyren none that names them',
  async (host) => {
    await expect(askTls('/', { headers: { host } })).rejects.toThrow();
    const past = await ask(fyren.url, { path: `${GNESTA}/inlasningar`, headers: { host } });
    expect(`${past.headers.location}${past.text}`).not.toContain(host);
  },
);

const HEAD =
  '--x\r\nContent-Disposition: form-data; name="filer"; filename="stor.csv"\r\nContent-Type: text/csv\r\n\r\n';
const formOf = (bytes: number) =>
  Buffer.concat([Buffer.from(HEAD), Buffer.alloc(bytes, '1;2;3\n'), Buffer.from('\r\n--x--\r\n')]);

describe('B84: how large a file may be, behind a proxy too', () => {
  let cookie: string;
  beforeAll(() => {
    const { id } = persons.readByEmail(fyren.db, EMAIL)!;
    cookie = `__Host-fyren=${signedIn(fyren.db, id, new Date())}`;
  });

  test.each([
    ['600 kB', 600_000, 303],
    ['the limit', 20 * MB, 303],
    ['one byte over', 20 * MB + 1, 413],
    ['far over', 60 * MB, 413],
  ])('%s', async (_, bytes, status) => {
    const since = performance.now();
    const { status: given, text } = await askTls(`${GNESTA}/inlasningar?/filer`, {
      method: 'POST',
      headers: {
        ...{ origin: nginx.url, cookie },
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: formOf(bytes),
    });
    process.stdout.write(`B84: ${given} after ${(performance.now() - since).toFixed(0)} ms\n`);
    expect(given).toBe(status);
    if (status === 413)
      expect(text.replaceAll('\u00a0', ' ')).toContain('Det du skickade är större än 20 MB');
  });

  test('in the browser the sentence stands on the page', async () => {
    const page = await fyren.openPage({ at: nginx.url, javaScript: false });
    await signIn(page, `${GNESTA}/inlasningar`);
    const file = join(fyren.dataDir, 'stor.csv');
    writeFileSync(file, Buffer.alloc(20 * MB + 1));
    await page.locator('input[name=filer]').setInputFiles(file);
    const since = performance.now();
    await page.locator('form[action="?/filer"]').getByRole('button', { name: 'Granska' }).click();
    await page.getByRole('alert').waitFor();
    process.stdout.write(
      `B84: in the browser after ${(performance.now() - since).toFixed(0)} ms\n`,
    );
    expect(await mainText(page)).toContain('Det du skickade är större än 20 MB');
    await page.context().close();
  });
});

/** From where each try to sign in was counted, the newest last. */
const counted = (db: Seeded['db']) =>
  (
    db.$client.prepare('SELECT address FROM login_try ORDER BY id').all() as { address: string }[]
  ).map(({ address }) => address);

const guess = (url: string, origin: string, headers: OutgoingHttpHeaders) =>
  ask(url, {
    ...{ method: 'POST', path: '/logga-in' },
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: `epost=ingen-${Math.random()}@example.se&losenord=fel`,
  });

describe('guesses are counted on who guesses', () => {
  test('whatever they say of themselves to the proxy', async () => {
    const before = counted(fyren.db).length;
    for (const forged of ['198.51.100.1', '198.51.100.2, 198.51.100.3', 'unknown', '']) {
      await askTls('/logga-in', {
        method: 'POST',
        headers: {
          ...{ origin: nginx.url, 'x-forwarded-for': forged, 'x-real-ip': '198.51.100.9' },
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: `epost=ingen@example.se&losenord=fel`,
      });
    }
    const now = counted(fyren.db).slice(before);
    expect(now).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  test('and those of one keep nobody else waiting', async () => {
    // All but one of those that an address has, since each takes its time.
    for (let tries = 1; tries < MOST_FROM_ADDRESS; tries += 1)
      loginTries.insert(fyren.db, '', '192.0.2.66', new Date().toISOString());
    const from = (forged: string) => ({ 'x-forwarded-for': `${forged}, 192.0.2.66` });
    expect((await guess(fyren.url, nginx.url, from('6.6.6.1'))).status).toBe(401);
    expect((await guess(fyren.url, nginx.url, from('6.6.6.2'))).status).toBe(429);
    const other = await guess(fyren.url, nginx.url, { 'x-forwarded-for': '192.0.2.67' });
    expect(other.status).toBe(401);
  });

  test('without the header they are counted on the connection, and the log says so once', async () => {
    for (const headers of [{}, { 'x-forwarded-for': 'x' }])
      expect([401, 429]).toContain((await guess(fyren.url, nginx.url, headers)).status);
    const told = fyren.log().match(/ADDRESS_HEADER är x-forwarded-for och XFF_DEPTH 1, men/g);
    expect(told).toHaveLength(1);
    expect(fyren.log()).not.toMatch(/\] 500/);
  });
});

describe('B87: with other settings than those', () => {
  /** In front of an app with settings of its own. */
  async function behind(settings: (url: string) => Record<string, string>) {
    const own = { http: await freePort(), https: await freePort() };
    const url = `https://localhost:${own.https}`;
    const app = await start(settings(url));
    const proxy = await startNginx(own, portOf(app));
    const close = async () => {
      await proxy.close();
      await app.close();
    };
    return { ...app, url, direct: app.url, close };
  }

  test.each([
    ['http://localhost:3000', 'ORIGIN är http://localhost:3000'],
    ['https://fyren.example.se', 'ORIGIN är https://fyren.example.se'],
  ])(
    'ORIGIN=%s: the page says it in Swedish, and the log names the setting once',
    async (origin, line) => {
      const wrong = await behind(() => ({ ORIGIN: origin, ADDRESS_HEADER: 'X-Forwarded-For' }));
      expect(wrong.log()).toContain(`Fyren läses på ${origin} (ORIGIN).`);
      const page = await wrong.openPage({ at: wrong.url });
      for (let time = 0; time < 2; time += 1) {
        await page.goto('/logga-in');
        await page.locator('#epost').fill(EMAIL);
        await page.locator('#losenord').fill(PASSWORD);
        await page.keyboard.press('Enter');
        await page
          .getByText(`skickades från ${wrong.url}, men Fyren läses på ${origin}.`)
          .waitFor();
      }
      expect(await mainText(page)).toContain(
        'be den som sköter Fyren att ändra inställningen ORIGIN',
      );
      await page.context().close();
      const told = wrong
        .log()
        .split('\n')
        .filter((one) => one.includes(`Ett formulär från ${wrong.url} nekades`));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(line);
      expect(told[0]).toContain(`sätt ORIGIN=${wrong.url}`);
      const scheme = wrong.log().match(/X-Forwarded-Proto/g) ?? [];
      expect(scheme).toHaveLength(origin.startsWith('https:') ? 0 : 1);
      await wrong.close();
    },
  );

  test('without any the log says what is missing, and what the proxy adds changes nothing', async () => {
    const bare = await behind(() => ({}));
    expect(bare.log()).toContain('ORIGIN är inte satt');
    const claims = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-port': '1',
    };
    const { headers, text } = await ask(bare.direct, { path: '/', headers: claims });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(text).not.toContain('evil.example');
    expect(bare.log()).toContain('En proxy säger att läsarna kommer med https');
    await guess(bare.direct, bare.direct, { 'x-forwarded-for': '192.0.2.5' });
    await bare.close();
  });

  test('https without ADDRESS_HEADER is named at the start', async () => {
    const half = await start({
      ORIGIN: 'https://fyren.example.se',
      HOST_HEADER: 'x-forwarded-host',
    });
    expect(half.log()).toMatch(/Inställningar: ORIGIN är https.*ADDRESS_HEADER är inte satt/);
    expect(half.log()).toMatch(/Inställningar: HOST_HEADER är satt, men Fyren läser den inte/);
    const { text } = await ask(half.url, {
      path: '/',
      headers: { 'x-forwarded-host': 'evil.example' },
    });
    expect(text).not.toContain('evil.example');
    await half.close();
  });
});

test('while Fyren is down nginx says so in Swedish', async () => {
  const own = { http: await freePort(), https: await freePort() };
  const alone = await startNginx(own, await freePort());
  const sent = request(`${alone.url}/`, { rejectUnauthorized: false }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(503);
  expect(Buffer.concat((await answer.toArray()) as Buffer[]).toString()).toContain(
    'Fyren svarar inte just nu',
  );
  await alone.close();
});
