import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import {
  GNESTA,
  formOf,
  listOf,
  post,
  preview,
  readingFaults,
  revisionAt,
  statusAt,
  store,
  textAt,
  undo,
} from './uploads.ts';

/** The demo, and a server on the same folder where nobody is signed in. */
let fyren: Fyren;
let open: Fyren;
let waiting: string;
let upload: string;
beforeAll(async () => {
  fyren = await start();
  open = await start({}, { program: 'serve', dataDir: fyren.dataDir });
  const of = (year: number) => `Indikator;Period;Värde;Anmärkning\nind-1;${year};5;hemlig text\n`;
  waiting = await preview(fyren, { name: 'väntar.csv', bytes: of(1970) });
  upload = await store(fyren, await preview(fyren, { name: 'inläst.csv', bytes: of(1971) }));
});
afterAll(async () => {
  await open.close();
  await fyren.close();
});

const FORGED = 'Formuläret skickades från en annan adress än den här sidan.';
const SIGN_IN = '/logga-in?till=';

type Form = readonly [what: string, path: () => string, body: () => FormData | URLSearchParams];

const FILE = { name: 'ny.csv', bytes: 'Indikator;Period;Värde\nind-1;1972;5\n' };
const rev = () => new URLSearchParams({ rev: '0' });
const typed = () => new URLSearchParams({ indikator: 'ind-1', period: '1973', varde: '5' });
const pasted = () => new URLSearchParams({ slag: 'periods', indikator: 'ind-1', text: '1974\t5' });

const FORMS: readonly Form[] = [
  ['filer', () => `${GNESTA}/inlasningar?/filer`, () => formOf(FILE)],
  ['varde', () => `${GNESTA}/inlasningar?/varde`, typed],
  ['klistra', () => `${GNESTA}/inlasningar?/klistra`, pasted],
  ['svar', () => `${waiting}?/svar`, () => new URLSearchParams({ rev: '0', 'rad:2': '1' })],
  ['las-in', () => `${waiting}?/las-in`, rev],
  ['kasta', () => `${waiting}?/kasta`, rev],
  ['igen', () => `${upload}?/igen`, rev],
  ['angra', () => `${upload}/angra`, rev],
];

/** All that a form could have changed. */
const everything = async () => [
  await listOf(fyren),
  // Without the numbers that a page is built with.
  (await textAt(fyren, waiting)).replace(/<script[\s\S]*?<\/script>/g, ''),
  await textAt(fyren, upload),
  await textAt(fyren, `/api/v1${GNESTA}/delar-2023`),
];

describe.each(FORMS)('%s', (_, path, body) => {
  test('from another address is refused, and changes nothing', async () => {
    const before = await everything();
    for (const origin of [null, 'null', 'https://evil.example', 'http://localhost:1']) {
      const answer = await post(fyren, path(), body(), origin);
      expect(answer.status, String(origin)).toBe(403);
      expect(await answer.text()).toContain(FORGED);
    }
    expect(await everything()).toEqual(before);
  });

  test('from nobody is refused, and changes nothing', async () => {
    const before = await everything();
    const answer = await post(open, path(), body());
    expect(answer.headers.get('location')).toContain(SIGN_IN);
    expect(await everything()).toEqual(before);
  });

  test('of another kommun finds nothing, and changes nothing', async () => {
    const before = await everything();
    const there = path().replace(GNESTA, '/kalmar/socialnamnden');
    // What is new in Kalmar is Kalmar's; what is Gnesta's is not there.
    const answer = await post(fyren, there, body());
    expect(answer.status).toBe(there.includes('inlasningar?/') ? 303 : 404);
    expect(await everything()).toEqual(before);
  });
});

describe('where nobody is signed in', () => {
  test('the pages that read in are closed', async () => {
    for (const path of [`${GNESTA}/inlasningar`, waiting, `${upload}/angra`, `${upload}/fil`]) {
      const answer = await fetch(open.url + path, { redirect: 'manual' });
      expect(answer.headers.get('location')).toContain(SIGN_IN);
      expect(await textAt(open, path)).not.toContain('hemlig');
    }
  });

  test.each(['', '?rad=1', '?rad=2', '?rad=3'])(
    'an upload%s is told of, not shown',
    async (query) => {
      const text = await textAt(open, upload + query);
      expect(text).toContain('inläst.csv');
      expect(text).not.toMatch(/hemlig|Hämta originalfilen|Ångra inläsningen|granska|Demo/);
      expect(await textAt(fyren, `${upload}?rad=2`)).toContain('hemlig text');
      for (const data of ['__data.json', `__data.json${query}`])
        expect(await textAt(open, `${upload}/${data}`)).not.toContain('hemlig');
      const page = await open.openPage({ width: 320 });
      await page.goto(upload + query);
      expect(await readingFaults(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('no page leads there', async () => {
    for (const path of [GNESTA, `${GNESTA}/indikatorer`])
      expect(await textAt(open, path)).not.toMatch(/href="[^"]*\/inlasningar"/);
  });
});

describe('addresses that lead nowhere', () => {
  const IDS = ['0', '-1', '1e9', '1.5', 'abc', '999999999', '99999999999999999999', '%20', '1%00'];

  test.each(IDS)('%s is no number of anything', async (id) => {
    for (const path of [`granska/${id}`, id, `${id}/angra`, `${id}/fil`])
      expect(await statusAt(fyren, `${GNESTA}/inlasningar/${path}`), path).toBe(404);
    for (const path of [`granska/${id}?/kasta`, `${id}?/igen`, `${id}/angra`]) {
      const answer = await post(fyren, `${GNESTA}/inlasningar/${path}`, rev());
      expect(answer.status, path).toBe(404);
    }
  });

  test('nor is what another kommun has', async () => {
    for (const path of [waiting, upload, `${upload}/angra`, `${upload}/fil`, `${upload}?rad=2`]) {
      const there = path.replace('gnesta', 'kalmar');
      expect(await statusAt(fyren, there), there).toBe(404);
      expect(await textAt(fyren, there)).not.toMatch(/väntar\.csv|inläst\.csv|hemlig/);
    }
    const [known] = (await listOf(fyren, '/kalmar/socialnamnden')).slice(-1);
    expect(await statusAt(fyren, known!)).toBe(200);
    expect(await statusAt(fyren, known!.replace('kalmar', 'gnesta'))).toBe(404);
  });

  test('nor is what another kommun has just read in', async () => {
    const path = await preview(fyren, { name: 'd.csv', bytes: FILE.bytes.replace('1972', '1978') });
    const revision = await revisionAt(fyren, path);
    const began = await post(fyren, `${path}?/las-in`, new URLSearchParams({ rev: '0', revision }));
    expect(began.status).toBe(303);
    expect(await statusAt(fyren, path.replace('gnesta', 'kalmar'))).toBe(404);
    expect(await statusAt(fyren, path)).toBe(303);
  });

  test.each(['0', '-1', '1e9', 'abc', '', '2.0', ' 2', '99999999999', '2&rad=3'])(
    '?rad=%s shows the upload all the same',
    async (line) => {
      const path = `${upload}?rad=${line}`;
      expect(await statusAt(fyren, path)).toBe(200);
      const text = await textAt(fyren, path);
      expect(text.includes('hemlig text')).toBe(line.startsWith('2&'));
    },
  );

  test('?rad= past the end says that there is no such line', async () => {
    expect(await textAt(fyren, `${upload}?rad=4000000000`)).toContain(
      'På den raden står inget värde',
    );
  });

  test('a preview that was read in leads to what it became', async () => {
    const path = await preview(fyren, { name: 'b.csv', bytes: FILE.bytes.replace('1972', '1976') });
    const became = await store(fyren, path);
    const answer = await fetch(fyren.url + path, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(became);
    const again = await post(fyren, `${path}?/las-in`, rev());
    expect(again.headers.get('location')).toBe(became);
  });

  test('what is undone is undone once, and stays so', async () => {
    const path = await preview(fyren, { name: 'c.csv', bytes: FILE.bytes.replace('1972', '1977') });
    const became = await store(fyren, path);
    for (let times = 0; times < 2; times += 1) {
      expect(await undo(fyren, became)).toBe(became);
    }
    expect(await statusAt(fyren, `${became}/angra`)).toBe(303);
    expect(await textAt(fyren, became)).toContain('Inläsningen är ångrad');
  });
});

describe('what was looked at is what is done', () => {
  const row = (value: number) => ({
    name: `sedd-${value}.csv`,
    bytes: `Indikator;Period;Värde\nind-1;1966;${value}\n`,
  });

  test('a preview that something was read in after is shown anew, and stores nothing', async () => {
    const [first, second] = [await preview(fyren, row(1)), await preview(fyren, row(2))];
    const revision = await revisionAt(fyren, second);
    await store(fyren, first);
    const body = new URLSearchParams({ rev: '0', revision });
    const answer = await post(fyren, `${second}?/las-in`, body);
    expect(answer.headers.get('location')).toBe(`${second}?nytt`);
    const text = await textAt(fyren, `${second}?nytt`);
    expect(text).toContain('Något annat har lästs in sedan du tittade.');
    expect(text).toContain('1 ändrat värde');
  });

  test('so is an undo, and undoes nothing', async () => {
    const upload = await store(fyren, await preview(fyren, row(3)));
    const revision = await revisionAt(fyren, `${upload}/angra`);
    await store(fyren, await preview(fyren, row(4)));
    const answer = await post(fyren, `${upload}/angra`, new URLSearchParams({ revision }));
    expect(answer.headers.get('location')).toBe(`${upload}/angra?nytt`);
    expect(await textAt(fyren, upload)).not.toContain('Inläsningen är ångrad');
  });
});

test('a name that programs stumble on is a name like others', async () => {
  const bytes = 'Indikator;Period;Värde\n__proto__;1965;11\nind-1;1965;12\n';
  const path = await preview(fyren, { name: 'proto.csv', bytes });
  const body = new URLSearchParams({ rev: '0', 'indikator:__proto__': 'none' });
  await post(fyren, `${path}?/svar`, body);
  expect(await textAt(fyren, path)).toContain('Läs in 1 värde');
  expect(await statusAt(fyren, `${GNESTA}/inlasningar`)).toBe(200);
  await post(fyren, `${path}?/kasta`, new URLSearchParams());
});
