import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ask, askRaw } from './ask.ts';
import type { Asked } from './ask.ts';
import { headerFaults } from './header-faults.ts';
import type { Kind } from './header-faults.ts';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { PAGES } from './page-list.ts';
import { inTurn } from './turns.ts';
import { GNESTA, listOf, preview } from './uploads.ts';

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

const MB = 1024 * 1024;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };
const LIST = `${GNESTA}/inlasningar`;

/** `ORIGIN` stands for the server's own address. */
const own = (asked: Asked): Asked =>
  JSON.parse(JSON.stringify(asked).replaceAll('ORIGIN', fyren.url)) as Asked;

const HERE = { origin: 'ORIGIN' };

describe('every answer has the headers, whoever gives it', () => {
  test.each<[string, Asked, number, Kind]>([
    ['the first page', { path: '/' }, 200, 'page'],
    ['the first page, its head alone', { method: 'HEAD', path: '/' }, 200, 'page'],
    ['a board', { path: GNESTA }, 200, 'page'],
    ['a page with script', { path: LIST }, 200, 'page'],
    ['what a page with script asks for', { path: `${LIST}/__data.json` }, 200, 'other'],
    ['a file', { path: '/favicon.svg' }, 200, 'other'],
    ['robots.txt', { path: '/robots.txt' }, 200, 'other'],
    [
      'a part of a file that it has not',
      { path: '/robots.txt', headers: { range: 'bytes=9999-' } },
      416,
      'other',
    ],
    ['a script that is not there', { path: '/_app/immutable/x.js' }, 404, 'other'],
    ['a page that is not there', { path: '/finns-inte' }, 404, 'page'],
    ['what is no address', { path: '/%zz' }, 400, 'page'],
    ['what is for Kit alone', { path: '/gnesta/__route.js' }, 400, 'other'],
    ['what is no path', { path: 'http://evil.example/' }, 400, 'other'],
    [
      'a way that is not to be gone',
      { method: 'PUT', path: '/gnesta', headers: HERE },
      405,
      'other',
    ],
    ['what may be done', { method: 'OPTIONS', path: '/gnesta' }, 204, 'other'],
    ['an address with a slash too many', { path: '/gnesta/' }, 308, 'other'],
    ['an address that leads on', { path: `${GNESTA}/mal` }, 308, 'other'],
    ['the API', { path: '/api/v1' }, 200, 'other'],
    ['what the API has not', { path: '/api/v1/finns-inte' }, 404, 'other'],
    ['an occasion by the API', { path: `/api/v1${GNESTA}/delar-2023` }, 200, 'other'],
    ['the health', { path: '/halsa' }, 200, 'other'],
    [
      'a forged form',
      {
        method: 'POST',
        path: '/logga-in',
        headers: { ...FORM, origin: 'https://evil.example' },
        body: 'a=b',
      },
      403,
      'other',
    ],
    [
      'a form that is refused',
      {
        method: 'POST',
        path: '/logga-in',
        headers: { ...FORM, ...HERE },
        body: 'epost=a&losenord=b',
      },
      401,
      'page',
    ],
    [
      'what is no form',
      {
        method: 'POST',
        path: '/logga-in',
        headers: { ...HERE, 'content-type': 'application/json' },
        body: '{}',
      },
      415,
      'page',
    ],
    [
      'a form that is too large',
      {
        method: 'POST',
        path: `${LIST}?/filer`,
        headers: { ...HERE, ...MULTIPART },
        body: 'x'.repeat(23 * MB),
      },
      413,
      'page',
    ],
  ])('%s', async (_, asked, status, kind) => {
    const answer = await ask(fyren.url, own(asked));
    expect(answer.status).toBe(status);
    expect(headerFaults(answer.headers, asked.path, kind)).toEqual([]);
    // Over http there is nothing to hold the browser to.
    expect(answer.headers['strict-transport-security']).toBeUndefined();
  });

  const GET = 'GET /halsa HTTP/1.1\r\nHost: localhost\r\n';
  const POST = `POST /logga-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${FORM['content-type']}\r\n`;
  const NOT_READ = /Det som skickades gick inte att förstå\. .* försök igen\.\n/;

  // What Node would answer by itself.
  test.each<[string, string, number, RegExp]>([
    ['what is no request', 'GARBAGE\r\n\r\n', 400, NOT_READ],
    ['TLS where there is none', '\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 400, NOT_READ],
    ['a way that nobody knows', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, NOT_READ],
    ['no word of where', 'GET /halsa HTTP/1.1\r\nConnection: close\r\n\r\n', 400, NOT_READ],
    ['a length that is none', `${POST}Content-Length: abc\r\n\r\n`, 400, NOT_READ],
    [
      'a length told in two ways',
      `${POST}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      NOT_READ,
    ],
    [
      'a body that breaks off',
      `${POST}Transfer-Encoding: chunked\r\n\r\nZZ\r\nx\r\n`,
      400,
      NOT_READ,
    ],
    [
      'a header that is too long',
      `${GET}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      /Töm webbläsarens kakor/,
    ],
    [
      'an address that is too long',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      431,
      /Adressen eller huvudena är för långa\./,
    ],
    [
      'an expectation that nobody knows',
      `${GET}Expect: 200-ok\r\nConnection: close\r\n\r\n`,
      417,
      /Huvudet Expect/,
    ],
    [
      'a way through',
      'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n',
      405,
      /går inte att göra så/,
    ],
  ])('%s', async (_, bytes, status, words) => {
    const answer = await askRaw(fyren.url, bytes);
    expect(answer.status).toBe(status);
    expect(headerFaults(answer.headers, '/', 'other')).toEqual([]);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.text).toMatch(words);
    expect((await askRaw(fyren.url, `${GET}Connection: close\r\n\r\n`)).status).toBe(200);
  });

  test('what a page is read by', async () => {
    const { headers, text } = await ask(fyren.url, { path: GNESTA });
    const again = { path: GNESTA, headers: { 'if-none-match': headers.etag } };
    const unchanged = await ask(fyren.url, again);
    expect(unchanged.status).toBe(304);
    expect(headerFaults(unchanged.headers, GNESTA, 'other')).toEqual([]);
    for (const [path] of text.matchAll(/\/_app\/immutable\/assets\/[\w.-]+/g)) {
      const file = await ask(fyren.url, { path });
      expect(file.status).toBe(200);
      expect(headerFaults(file.headers, path, 'other')).toEqual([]);
    }
  });

  test('a file that is fetched', async () => {
    const [upload] = await listOf(fyren);
    const path = `${upload!}/fil`;
    const answer = await ask(fyren.url, { path });
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(headerFaults(answer.headers, path, 'other')).toEqual([]);
  });

  test('a page names its own script, anew each time', async () => {
    const nonces = [];
    for (let time = 0; time < 2; time += 1) {
      const { headers, text } = await ask(fyren.url, { path: LIST });
      const told = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))![1]!;
      expect(text.match(/<script[ >]/g)).toHaveLength(1);
      expect(text).toContain(`<script nonce="${told}">`);
      nonces.push(told);
    }
    expect(new Set(nonces).size).toBe(2);
  });
});

type Watched = { readonly page: Page; readonly said: string[] };

/** A page whose browser tells what its policy refused, and what went wrong in a script. */
async function openWatched(locale?: string): Promise<Watched> {
  const page = await fyren.openPage(locale === undefined ? {} : { locale });
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    const isTold = ['error', 'warning'].includes(message.type());
    // A page that is missing or refused is told by its status, which the browser notes on its own.
    if (isTold && !/the server responded with a status/.test(message.text()))
      said.push(message.text());
  });
  await page.exposeFunction('refused', (what: string) => said.push(what));
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', (e) => refused(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`))",
  );
  return { page, said };
}

/**
 * What of a chart is not drawn as it was written: of each shape and each letter its colours and font, as the
 * browser works them out. Colours are held against a mark of the same colour, for the browser's own spelling.
 */
const UNSTYLED = `(() => {
  const mark = document.body.appendChild(document.createElement('i'));
  const spelled = (colour) => (mark.style.color = '', mark.style.color = colour, getComputedStyle(mark).color);
  const plain = (text) => text.replace(/["']/g, '').replace(/, /g, ',');
  const AS = { fill: spelled, stroke: spelled, 'font-family': plain, 'font-size': String, 'font-weight': String, 'text-anchor': String };
  const found = [...document.querySelectorAll('figure svg *')].flatMap((one) =>
    Object.keys(AS).flatMap((name) => {
      const [told, is] = [one.getAttribute(name), plain(getComputedStyle(one).getPropertyValue(name))];
      return told === null || told === 'none' || told === 'transparent' || plain(AS[name](told)) === plain(is) ? [] : [name + ': ' + told + ' is ' + is];
    }),
  );
  mark.remove();
  return { found, letters: document.querySelectorAll('figure svg text[font-size]').length, charts: document.querySelectorAll('figure svg').length };
})()`;

type Drawn = { readonly found: string[]; readonly letters: number; readonly charts: number };

/** The mouse over each chart that is seen, from corner to corner. */
async function hover(page: Page) {
  for (const chart of await page.locator('figure svg').all()) {
    // The one that is for another width is not seen.
    if (!(await chart.isVisible())) continue;
    await chart.scrollIntoViewIfNeeded();
    const box = (await chart.boundingBox())!;
    for (const part of [0.2, 0.5, 0.8])
      await page.mouse.move(box.x + box.width * part, box.y + box.height * part);
  }
}

describe('B92, B93: under the policy a page is whole', () => {
  // One for them all: to open one takes longer than to read a page.
  let watched: Watched;
  beforeAll(async () => {
    watched = await openWatched();
  });
  afterAll(() => watched.page.context().close());

  test.each([
    ...inTurn(PAGES),
    LIST,
    `${LIST}/uppstallningar`,
    `${GNESTA}/publicering`,
    '/logga-in',
  ])('%s', async (path) => {
    const { page, said } = watched;
    said.length = 0;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    const { found, letters, charts } = await page.evaluate<Drawn>(UNSTYLED);
    for (const width of charts > 0 ? [1280, 390] : []) {
      await page.setViewportSize({ width, height: 800 });
      await hover(page);
    }
    expect(await page.locator('[style]:not(#svelte-announcer)').count()).toBe(0);
    expect(found).toEqual([]);
    expect(letters > 0).toBe(charts > 0);
    expect(said).toEqual([]);
  });

  test('a preview', async () => {
    const bytes = 'Indikator;Period;Värde\nind-1;1951;-1234,5\nind-1;1952;x\n';
    const path = await preview(fyren, { name: 'granskas.csv', bytes });
    const { page, said } = await openWatched();
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: 'granskas.csv' }).waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('some of them have charts', async () => {
    const { page } = await openWatched();
    await page.goto('/gnesta/socialnamnden/indikatorer/ind-1');
    const { charts, letters } = await page.evaluate<Drawn>(UNSTYLED);
    expect(charts).toBeGreaterThan(1);
    expect(letters).toBeGreaterThan(10);
    await page.context().close();
  });

  test('what Kit draws by itself is styled too', async () => {
    const { page, said } = await openWatched();
    await page.setContent(`<form method="post" action="${fyren.url}/"><button>Skicka</button>`);
    await page.getByRole('button').click();
    await page.getByRole('heading', { name: 'Det gick inte' }).waitFor();
    // The heading may be there before its style sheet is.
    await page.waitForLoadState('load');
    expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).toBe('640px');
    expect(said).toEqual([]);
    await page.context().close();
  });
});

/** Every piece of text in what is read, without the line breaks of its markup. */
const TEXTS = `(of) => {
  const walk = of.createTreeWalker(of.querySelector('main'), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) found.push(walk.currentNode.data.replace(/[ \\n\\t]+/g, ' ').trim());
  return found.filter((text) => text !== '');
}`;

/** What is there only when the page's script runs. */
const ALIVE: readonly (readonly [string, string])[] = [
  [LIST, 'button:text("Välj filer"), .drop.alive'],
  [`${GNESTA}/att-gora`, 'details button:has-text("Kopiera alla rader")'],
  [`${GNESTA}/bedomning/mal/vf-1?tillfalle=ar-2023`, 'button:has-text("Fet")'],
];

describe.each(ALIVE)('%s', (path, shown) => {
  test('is not alive without its script', async () => {
    const page = await fyren.openPage({ javaScript: false });
    await page.goto(path);
    expect(await page.locator(shown).count()).toBe(0);
    await page.context().close();
  });

  test.each(['sv-SE', 'de-DE', 'en-US'])(
    'B94: reads the same in a browser in %s',
    async (locale) => {
      const written = await ask(fyren.url, { path });
      const { page, said } = await openWatched(locale);
      await page.goto(path);
      await page.locator(shown).first().waitFor({ state: 'attached' });
      expect(await page.evaluate('navigator.language')).toBe(locale);
      const [before, now] = await page.evaluate<[string[], string[]]>(
        `[new DOMParser().parseFromString(${JSON.stringify(written.text)}, 'text/html'), document].map(${TEXTS})`,
      );
      expect(before.length).toBeGreaterThan(20);
      // What the script adds are its own buttons: all that was written is still there, letter for letter.
      expect(before.filter((text) => !now.includes(text))).toEqual([]);
      expect(said).toEqual([]);
      await page.context().close();
    },
  );
});

test.each(['sv-SE', 'de-DE', 'en-US'])(
  'B94: −19,4 and 97,2 have the same code points in %s',
  async (locale) => {
    const { page } = await openWatched(locale);
    await page.goto('/vaxholm/socialnamnden');
    const text = await page.locator('main').innerText();
    expect(text).toContain('\u221219,4\u00a0årsplatser');
    expect(text).toContain('+1\u00a0148\u00a0timmar');
    await page.context().close();
  },
);
