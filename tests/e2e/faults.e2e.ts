import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import { ask } from './ask.ts';
import type { Answer, Asked } from './ask.ts';
import { headerFaults, kindOf } from './header-faults.ts';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { ENGLISH, GNESTA, listOf, preview } from './uploads.ts';

/* Faults that are provoked, each by one who means no good: what is answered tells nothing of what is inside. */

let fyren: Fyren;
let db: Db;
/** A file that waits and one that is read in, as addresses. */
let waiting: string;
let upload: string;
beforeAll(async () => {
  fyren = await start();
  db = openDb(join(fyren.dataDir, 'fyren.db'));
  upload = (await listOf(fyren))[0]!;
  waiting = await preview(fyren, {
    name: 'väntar.csv',
    bytes: 'Indikator;Period;Värde\nind-1;1950;x\n',
  });
});
afterAll(async () => {
  await fyren.close();
  db.$client.close();
});
afterEach(async () => {
  expect((await fetch(`${fyren.url}/halsa`)).status).toBe(200);
});

const FORM = 'application/x-www-form-urlencoded';
const LIST = `${GNESTA}/inlasningar`;
const MB = 1024 * 1024;

/** What a person reads of a page; of what is no page, all of it. */
function readIn({ headers, text }: Answer): string {
  const type = String(headers['content-type'] ?? '');
  if (type.startsWith('application/json'))
    return String((JSON.parse(text) as { message?: string }).message ?? '');
  return text.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
}

/** What nobody outside has any use for: stacks, files, SQL and what Fyren is built of. */
const INSIDE: readonly RegExp[] = [
  /^\s+at .+[(:]/m,
  /\b[\w-]+\.(?:js|ts|svelte|db|sql):?\d*\b/,
  /(?:^|[\s"'(])\/(?:home|root|tmp|usr|var|work|build|srv|opt)\//,
  /node_modules|file:\/\/|process\.cwd/,
  /\b(?:SELECT|INSERT INTO|DELETE FROM|ALTER TABLE|no such table|no such column|constraint|SQLITE_\w+)\b/,
  /svelte|\bvite\b|drizzle|sqlite|busboy|devalue|undici|\bsirv\b|papaparse|valibot|node\.js/i,
  /\b(?:TypeError|RangeError|SyntaxError|ReferenceError|URIError|Error:)/,
];

/** All that is wrong with an answer to a fault, a line each. */
function faultsOf(answer: Answer, path: string): string[] {
  const said = readIn(answer);
  const inside = INSIDE.flatMap((form) => form.exec(said)?.[0] ?? []);
  const english = ENGLISH.exec(said)?.[0];
  const id = /\bnumret ([0-9a-f]{8})\b/.exec(answer.text)?.[1];
  const isLogged = id !== undefined && fyren.log().includes(`[${id}] ${answer.status}`);
  return [
    ...headerFaults(answer.headers, path, kindOf(answer.headers)),
    ...inside.map((text) => `tells ${JSON.stringify(text)}`),
    ...(english === undefined ? [] : [`says ”${english}”`]),
    ...(answer.status >= 500 && !isLogged ? [`${id} is not in the log`] : []),
  ];
}

const HERE = () => ({ origin: fyren.url });
/** With the addresses of this server put in. */
const told = (path: string) => path.replace('WAITING', waiting).replace('UPLOAD', upload);

const cases: readonly (readonly [string, Asked, number])[] = [
  ['half an escape', { path: '/%' }, 400],
  ['an escape that is none', { path: '/%zz' }, 400],
  ['bytes that are no text', { path: '/gnesta/%C3%28' }, 400],
  ['escaped twice', { path: '/gnesta/%2525' }, 404],
  ['NUL', { path: '/gnesta/%00' }, 404],
  ['NUL in a query', { path: `${GNESTA}?tillfalle=%00` }, 404],
  ['a line break', { path: '/gnesta/%0d%0aset-cookie:%20a=b' }, 404],
  ['a lone surrogate', { path: '/%ED%A0%80' }, 400],
  ['a long address', { path: `/${'a'.repeat(8000)}` }, 404],
  ['a long query', { path: `${GNESTA}?tillfalle=${'b'.repeat(8000)}` }, 404],
  ['many slashes', { path: '/'.repeat(5000) }, 404],
  ['traversal', { path: '/../../../../etc/passwd' }, 404],
  ['traversal, escaped', { path: '/..%2f..%2f..%2fetc%2fpasswd' }, 404],
  ['traversal among files', { path: '/_app/../../package.json' }, 404],
  ['traversal with backslashes', { path: '/..\\..\\package.json' }, 404],
  ['the database by name', { path: '/data/fyren.db' }, 404],
  ['what others hide', { path: '/.env' }, 404],
  ['a name of what all objects have', { path: '/__proto__' }, 404],
  ['and of what they are made by', { path: '/gnesta/constructor/mal/toString' }, 404],
  ['a word for a number', { path: `${LIST}/abc` }, 404],
  ['a number below nothing', { path: `${LIST}/-1` }, 404],
  ['a number too long', { path: `${LIST}/99999999999999999999` }, 404],
  ['a number with a power', { path: `${LIST}/1e3/fil` }, 404],
  ['a word for a version', { path: `${GNESTA}/publicering/abc` }, 404],
  ['a version of too many', { path: `${GNESTA}/publicering/1e400` }, 404],
  ['a sign-in that is not set up', { path: '/logga-in/oidc' }, 404],
  ['and the answer to it', { path: '/logga-in/oidc/svar?code=a&state=b' }, 404],
  ['SQL for a number', { path: `${LIST}/1%27%20OR%201=1--` }, 404],
  ['SQL for a word', { path: "/gnesta/'%3B%20DROP%20TABLE%20goal--" }, 404],
  ['a row that is none', { path: 'UPLOAD?rad=abc' }, 200],
  ['a row far down', { path: 'UPLOAD?rad=99999999' }, 200],
  ['a range that is none', { path: '/robots.txt', headers: { range: 'bytes=a-b' } }, 206],
  ['a range too far', { path: '/robots.txt', headers: { range: 'bytes=5000-' } }, 416],
  [
    'ranges in heaps',
    { path: 'UPLOAD/fil', headers: { range: `bytes=${'0-0,'.repeat(1000)}0-0` } },
    200,
  ],
  ['data of no page', { path: '/api/v1/__data.json' }, 404],
  ['data of what is not there', { path: '/finns-inte/__data.json' }, 200],
  [
    'data that nobody has',
    { path: `${LIST}/__data.json?x-sveltekit-invalidated=${'1'.repeat(500)}` },
    200,
  ],
  ['data with its slash', { path: `${LIST}/__data.json?x-sveltekit-trailing-slash=1` }, 200],
  ['a route as a script', { path: `${LIST}/__route.js` }, 400],
  ['a remote call', { path: '/_app/remote/abc/def', method: 'GET' }, 404],
  ['the settings as a script', { path: '/_app/env.js' }, 200],
  ['a cookie of another', { path: '/', headers: { cookie: 'fyren=abc; __Host-fyren=abc' } }, 200],
  [
    'a cookie that is none',
    { path: '/', headers: { cookie: '=;;; fyren=%; __proto__=1; \u00ff' } },
    200,
  ],
  ['a cookie too long', { path: '/', headers: { cookie: `fyren=${'c'.repeat(8000)}` } }, 200],
  ['an Accept that is none', { path: '/finns-inte', headers: { accept: ';;q=x,,*/*/*' } }, 404],
  ['what a program reads', { path: '/finns-inte', headers: { accept: 'application/json' } }, 404],
  ['somebody else’s Host', { path: '/', headers: { host: 'evil.example' } }, 200],
  ['a Host that is none', { path: '/', headers: { host: 'a b/c?d' } }, 400],
  ['a way that nobody goes', { method: 'TRACE', path: '/' }, 400],
  [
    'a way to throw away',
    { method: 'DELETE', path: '/gnesta', headers: { origin: 'ORIGIN' } },
    405,
  ],
  ['a way of the files', { method: 'PROPFIND', path: '/' }, 403],
  [
    'an action that is not there',
    {
      method: 'POST',
      path: `${LIST}?/tabort`,
      headers: { origin: 'ORIGIN', 'content-type': FORM },
      body: 'a=b',
    },
    404,
  ],
  [
    'an action that all objects have',
    {
      method: 'POST',
      path: `${LIST}?/constructor`,
      headers: { origin: 'ORIGIN', 'content-type': FORM },
      body: 'a=b',
    },
    404,
  ],
  [
    'the action that has no name',
    {
      method: 'POST',
      path: `${LIST}?/default`,
      headers: { origin: 'ORIGIN', 'content-type': FORM },
      body: 'a=b',
    },
    404,
  ],
  [
    'an action where there is none',
    {
      method: 'POST',
      path: '/gnesta',
      headers: { origin: 'ORIGIN', 'content-type': FORM },
      body: 'a=b',
    },
    405,
  ],
  [
    'the API, to write',
    { method: 'POST', path: '/api/v1', headers: { origin: 'ORIGIN' }, body: '{}' },
    405,
  ],
];

describe('asked for amiss', () => {
  test.each(cases)('%s', async (_, asked, status) => {
    const headers = JSON.parse(
      JSON.stringify(asked.headers ?? {}).replaceAll('ORIGIN', fyren.url),
    ) as Asked['headers'];
    const path = told(asked.path);
    const answer = await ask(fyren.url, { ...asked, path, ...(headers ? { headers } : {}) });
    expect(answer.status).toBe(status);
    expect(faultsOf(answer, path)).toEqual([]);
  });
});

/** B89 */
test.each([
  '/',
  GNESTA,
  '/logga-in',
  '/anvandare',
  `${GNESTA}/att-gora`,
  `${GNESTA}/mal`,
  '/gnesta/',
  '/finns-inte',
  '/api/v1',
  '//evil.example/',
  '/halsa',
])('asked for under somebody else’s name, %s names them nowhere', async (path) => {
  const host = 'fyren.evil.example';
  for (const headers of [
    { host },
    { 'x-forwarded-host': host, 'x-forwarded-proto': 'https' },
    { host, forwarded: `host=${host}` },
  ]) {
    const answer = await ask(fyren.url, { path, headers });
    expect(answer.status).toBeLessThan(500);
    expect(`${JSON.stringify(answer.headers)}${answer.text}`).not.toContain(host);
  }
});

const ACTIONS = [
  '/logga-in',
  '/logga-ut',
  '/inbjudan/abc',
  '/konto?/losenord',
  '/konto?/overallt',
  '/anvandare?/bjud',
  ...['ge', 'ta', 'lank', 'stang', 'loss', 'oppna'].map((name) => `/anvandare/1?/${name}`),
  ...['filer', 'varde', 'klistra'].map((name) => `${LIST}?/${name}`),
  ...['svar', 'las-in'].map((name) => `WAITING?/${name}`),
  'UPLOAD?/igen',
  'UPLOAD/angra',
  'UPLOAD/gallra',
  ...['spara', 'glom'].map((name) => `${LIST}/uppstallningar/1?/${name}`),
  ...['publicera', 'las', 'datum', 'ratta', 'oppna'].map(
    (name) => `${GNESTA}/publicering?/${name}&tillfalle=ar-2023`,
  ),
  ...['skriv?/spara', 'skriv?/tal', 'skriv?/alla', 'mall?/spara', 'mall?/word'].map(
    (name) => `${GNESTA}/rapport/${name}&tillfalle=ar-2023`,
  ),
  ...['spara', 'klar', 'nasta', 'oppna', 'utkast', 'kasta'].map(
    (name) => `${GNESTA}/bedomning/mal/vf-1?/${name}&tillfalle=ar-2023`,
  ),
];

const part = (head: string, value: string) => `--x\r\n${head}\r\n\r\n${value}\r\n--x--\r\n`;
const MULTIPART = 'multipart/form-data; boundary=x';

/** What a form is not: how it is said to be sent, and what is. */
const BODIES: readonly (readonly [string, string | undefined, string])[] = [
  ['nothing', FORM, ''],
  ['no kind', undefined, 'a=b'],
  ['JSON', 'application/json', '{"__proto__":{"role":"administrator"}}'],
  ['text', 'text/plain', 'a=b'],
  ['what Kit reads by itself', 'application/x-sveltekit-formdata', '\u0000\u00ff'],
  ['bytes for a form', FORM, '%%%&=&\u0000=%FF%C3%28&a[]=b'],
  [
    'names of what all objects have',
    FORM,
    '__proto__=1&constructor=2&toString=3&rev=__proto__&revision=constructor&svar:toString=1&svar:__proto__=2&plats:constructor=new&kolumn:toString=x',
  ],
  [
    'numbers that are none',
    FORM,
    'rev=NaN&revision=1e999&id=-1&roll=%00&kommun=99999999999999999999',
  ],
  ['a boundary that is none', 'multipart/form-data', 'a=b'],
  ['a part that never ends', MULTIPART, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
  ['a part without a name', MULTIPART, part('Content-Disposition: form-data', 'b')],
  [
    'a file where there is none',
    MULTIPART,
    part(
      'Content-Disposition: form-data; name="filer"; filename="../../etc/passwd"\r\nContent-Type: text/html',
      '<script>',
    ),
  ],
  [
    'a file without an end',
    MULTIPART,
    part('Content-Disposition: form-data; name="rev"; filename*=UTF-8\'\'%', 'a'),
  ],
];

describe.each(BODIES)('%s for a form', (_, type, body) => {
  test.each(ACTIONS)('%s', async (action) => {
    const path = told(action);
    const headers = { ...HERE(), ...(type === undefined ? {} : { 'content-type': type }) };
    const answer = await ask(fyren.url, { method: 'POST', path, headers, body });
    expect(answer.status).toBeLessThan(500);
    expect(faultsOf(answer, path)).toEqual([]);
  });
});

/** B90: what is nested deep is no deeper here than any other text. Its time is told, and held by nobody. */
test.each([
  ['a name in names', FORM, 'a[b][c][d]=1&'.repeat(MB / 13)],
  ['arrays in arrays', 'application/json', `[${'[1],'.repeat(MB / 4)}1]`],
  ['what Kit reads by itself', 'application/x-sveltekit-formdata', '\u0000'.repeat(MB)],
])('a megabyte of %s', async (_, type, body) => {
  const since = performance.now();
  const answer = await ask(fyren.url, {
    method: 'POST',
    path: '/logga-in',
    headers: { ...HERE(), 'content-type': type },
    body,
  });
  process.stdout.write(
    `B90: ${answer.status} after ${(performance.now() - since).toFixed(0)} ms\n`,
  );
  expect([413, 415]).toContain(answer.status);
  expect(faultsOf(answer, '/logga-in')).toEqual([]);
});

/** As bytes, since no client would send it: all that comes back. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(fyren.url).port), 'localhost').on('error', () => undefined);
  socket.setTimeout(3000, () => socket.destroy());
  await once(socket, 'connect');
  socket.write(bytes, 'latin1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(socket, 'close');
  return text;
}

const END = 'Host: localhost\r\nConnection: close\r\n\r\n';

test.each([
  ['NUL in the address', `GET /\u0000 HTTP/1.1\r\n${END}`, 400],
  ['no way at all', `\u0001\u0002\u0003\r\n\r\n`, 400],
  ['a way that HTTP has not', `FYREN / HTTP/1.1\r\n${END}`, 400],
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['two lengths', `POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n${END}a`, 400],
  [
    'a length and pieces',
    `POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${END}0\r\n\r\n`,
    400,
  ],
  ['a header too long', `GET / HTTP/1.1\r\nX-A: ${'a'.repeat(20_000)}\r\n${END}`, 431],
  ['an address too long', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${END}`, 431],
  ['a header that ends early', `GET / HTTP/1.1\r\nX-A\r\n${END}`, 400],
  ['another’s address', `GET http://evil.example/gnesta HTTP/1.1\r\n${END}`, 400],
  ['a name for an address', `GET evil.example/gnesta HTTP/1.1\r\n${END}`, 400],
  ['a way through', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', 405],
  [
    'rubbish after the end',
    `GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n\u0000\u00ff rubbish\r\n\r\n`,
    400,
  ],
])('%s', async (_, bytes, status) => {
  const text = await raw(bytes);
  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(text).not.toContain('evil.example');
  expect(
    INSIDE.flatMap((form) => form.exec(text.split('\r\n\r\n').slice(1).join(''))?.[0] ?? []),
  ).toEqual([]);
});

describe('the database made faulty while the server runs', () => {
  const rename = (from: string, to: string) => {
    db.$client.pragma('legacy_alter_table = ON');
    db.$client.exec(`ALTER TABLE "${from}" RENAME TO "${to}"`);
  };

  test.each<[string, Asked]>([
    ['kommun', { path: '/' }],
    ['kommun', { path: '/gnesta' }],
    ['kommun', { path: '/api/v1' }],
    ['kommun', { path: '/', headers: { accept: 'application/json' } }],
    ['namnd', { path: GNESTA }],
    ['occasion', { path: GNESTA }],
    ['preview', { path: LIST }],
    ['preview', { path: `${LIST}/__data.json` }],
    ['upload', { path: 'UPLOAD' }],
    ['upload', { path: 'UPLOAD/fil' }],
    ['person', { path: '/anvandare' }],
    ['session', { path: '/', headers: { cookie: `fyren=${'a'.repeat(43)}` } }],
    ['session', { path: '/%zz', headers: { cookie: `fyren=${'a'.repeat(43)}` } }],
    [
      'login_try',
      {
        method: 'POST',
        path: '/logga-in',
        headers: { 'content-type': FORM },
        body: 'epost=a&losenord=b',
      },
    ],
    [
      'kommun',
      {
        method: 'POST',
        path: `${LIST}?/varde`,
        headers: { 'content-type': FORM },
        body: 'indikator=ind-1',
      },
    ],
  ])('without %s: %j', async (table, asked) => {
    rename(table, 'gone');
    try {
      const path = told(asked.path);
      const answer = await ask(fyren.url, {
        ...asked,
        path,
        headers: { ...HERE(), ...asked.headers },
      });
      expect(faultsOf(answer, path)).toEqual([]);
      const id = /([0-9a-f]{8})/.exec(/numret ([0-9a-f]{8})/.exec(answer.text)?.[0] ?? '')?.[1];
      if (path.includes('%zz')) expect(answer.status).toBe(400);
      else {
        if (!path.includes('__data')) expect(answer.status).toBe(500);
        expect(fyren.log()).toContain(`[${id}] 500`);
        expect(fyren.log()).toMatch(/no such table/);
      }
    } finally {
      rename('gone', table);
    }
    expect((await fetch(fyren.url + GNESTA)).status).toBe(200);
  });
});

describe('a server that cannot begin says so and ends', () => {
  const begin = (cwd: string, env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, [join(process.cwd(), 'build/node/serve.js')], {
      cwd,
      env: { ...process.env, PORT: '0', NODE_ENV: 'production', ...env },
      encoding: 'utf8',
      timeout: 20_000,
    });

  test('without the files of its migrations', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fyren-e2e-'));
    cpSync('drizzle', join(folder, 'drizzle'), { recursive: true });
    rmSync(join(folder, 'drizzle/meta'), { recursive: true });
    const { status, stderr } = begin(folder, { DATA_DIR: join(folder, 'data') });
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toContain('Mappen drizzle');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each([
    [{ ORIGIN: 'fyren.example.se' }, 'ORIGIN är ”fyren.example.se”. Sätt den till'],
    [{ ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '0' }, 'XFF_DEPTH är ”0”. Sätt den till'],
    [{ ADDRESS_HEADER: 'a b' }, 'ADDRESS_HEADER är ”a b”. Sätt den till'],
  ])('with %j', (env, sentence) => {
    const folder = mkdtempSync(join(tmpdir(), 'fyren-e2e-'));
    const { status, stderr } = begin(process.cwd(), { ...env, DATA_DIR: folder });
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
