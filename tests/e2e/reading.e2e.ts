import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KPIS, PLACES } from '#lib/ingest/kolada/lists.ts';
import { writeFigures } from '../bench/data.ts';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import {
  GNESTA,
  choose,
  listOf,
  mainText,
  post,
  preview,
  readingFaults,
  revisionAt,
  statusAt,
  store,
  textAt,
} from './uploads.ts';
import { oneInTurn } from './turns.ts';

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

const APPENDIX = readFileSync('seeds/gnesta/4-bilaga-1-delar-2023.csv', 'utf8');
const UPLOAD = /inlasningar\/\d+$/;
const MINUTE = 60_000;

const stateOf = async (key: string) => {
  const answer = await fetch(`${fyren.url}/api/v1${GNESTA}/delar-2023`);
  const { indicators } = (await answer.json()) as {
    indicators: { key: string; colour: string; value: number }[];
  };
  return indicators.find((one) => one.key === key);
};

const rowOf = async (page: Page, section: string, name: string) =>
  (await page.locator(`section[aria-labelledby=${section}]`).getByRole('row', { name }).innerText())
    .replaceAll('\u00a0', ' ')
    .split(/[\t\n]+/);

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

test.each(oneInTurn([true, false]))('the whole road, with a script: %j', async (javaScript) => {
  const before = { colour: 'red', value: 102 };
  const page = await fyren.openPage({ javaScript });
  await page.goto(`${GNESTA}/inlasningar`);
  const bytes = APPENDIX.replace(';102;', ';88;').replace(';18;', ';30;');
  await choose(page, { name: 'delår rättad.csv', bytes });
  await page.waitForURL('**/granska/*');

  // A slow machine says first that it reads.
  await page.getByText('2 ändrade och 6 oförändrade värden').first().waitFor();
  const waiting = 'Väntetid till särskilt boende';
  expect(await rowOf(page, 'changed', waiting)).toEqual(
    expect.arrayContaining(['88', '102 dagar', '88 dagar']),
  );
  expect(await rowOf(page, 'lagen', waiting)).toEqual(
    expect.arrayContaining(['Når inte målvärdet', 'Når målvärdet']),
  );
  expect(await stateOf('ind-1')).toMatchObject(before);

  await button(page, 'Läs in 8 värden').click();
  await page.waitForURL(UPLOAD);
  const upload = new URL(page.url()).pathname;
  expect(await mainText(page)).toContain('2 ändrade och 6 oförändrade värden');
  expect(await stateOf('ind-1')).toMatchObject({ colour: 'green', value: 88 });
  expect(await textAt(fyren, GNESTA)).toContain('4 av 8 indikatorer når målvärdet');
  expect(await textAt(fyren, `${GNESTA}/indikatorer/ind-1`)).toContain('delår rättad.csv');

  await page.goto(`${upload}?rad=2`);
  expect(await mainText(page)).toContain('ind-1;2023-H1;88;;rad 555');
  await page.getByRole('link', { name: 'Ångra inläsningen' }).click();
  await page.waitForURL('**/angra');
  expect(await mainText(page)).toContain('2 värden går tillbaka till det som gällde före.');
  expect(await rowOf(page, 'lagen', waiting)).toEqual(
    expect.arrayContaining(['Når målvärdet', 'Når inte målvärdet']),
  );
  expect(await stateOf('ind-1')).toMatchObject({ value: 88 });

  await button(page, 'Ångra inläsningen').click();
  await page.waitForURL(`**${upload}`);
  expect(await mainText(page)).toContain('Inläsningen är ångrad');
  expect(await stateOf('ind-1')).toMatchObject(before);
  expect(await textAt(fyren, GNESTA)).toContain('3 av 8 indikatorer når målvärdet');

  await button(page, 'Läs in igen').click();
  await page.waitForURL('**/granska/*');
  expect(await mainText(page)).toContain('2 ändrade och 6 oförändrade värden');
  await button(page, 'Kasta filen').click();
  await page.waitForURL('**/inlasningar');
  expect((await listOf(fyren)).filter((path) => path.includes('granska'))).toEqual([]);
  await page.context().close();
});

test('HME: names are answered, units are made, and too few answers are told to nobody', async () => {
  const board = '/harnosand/socialnamnden';
  const few = ['3,17', '54,25', '54,3'];
  const bytes = `${readFileSync('tests/fixtures/formats/08-hme-per-enhet-och-fraga.csv', 'utf8').trimEnd()}
Socialförvaltningen;Hemtjänst Liten;2;Jag lär nytt och utvecklas i mitt dagliga arbete;4;3,17
`;
  const page = await fyren.openPage();
  await page.goto(`${board}/inlasningar`);
  await choose(page, { name: 'hme 2025.csv', bytes });
  await page.waitForURL('**/granska/*');
  const path = new URL(page.url()).pathname;
  expect(await button(page, /^Läs in \d/).count()).toBe(0);

  for (const [statement, indicator] of [
    ['Jag lär nytt och utvecklas i mitt dagliga arbete', 'HME: lär nytt och utvecklas'],
    [
      'Min närmaste chef ger mig förutsättningar att ta ansvar i mitt arbete',
      'HME: förutsättningar att ta ansvar',
    ],
  ] as const) {
    const field = page.locator(`select[name="indikator:${statement}"]`);
    expect(await field.locator('optgroup[label=Liknar] option').first().innerText()).toBe(
      indicator,
    );
    await field.selectOption({ label: indicator });
  }
  await page.locator('select[name=alla-indikator]').selectOption('none');
  await page.locator('select[name=alla-plats]').selectOption('new');
  await page.locator('input[name=period]').fill('2025');
  await button(page, 'Granska igen').first().click();
  await button(page, /^Läs in \d/).waitFor();
  expect(await page.locator('input[name=period]').inputValue()).toBe('2025');
  expect(await page.locator('select[name="plats:Hemtjänst Norr"]').inputValue()).toBe('new');
  const previewed = await page.content();

  await button(page, /^Läs in \d/).click();
  await page.waitForURL(UPLOAD);
  const upload = new URL(page.url()).pathname;
  const key = await indicatorKey(board, 'lär nytt och utvecklas');
  const shown = await textAt(fyren, `${board}/indikatorer/${key}`);
  for (const text of ['Hemtjänst Norr', 'Särskilt boende Ädelgården', 'Hemtjänst Liten'])
    expect(shown).toContain(text);
  expect(shown).toMatch(/76,3|76,25/);

  const line = bytes.trimEnd().split('\n').length;
  const places = [
    path,
    upload,
    `${upload}?rad=${line}`,
    `${upload}/angra`,
    board,
    `${board}/indikatorer`,
    `${board}/indikatorer/${key}`,
    `/api/v1${board}/mal-2025`,
  ];
  const texts = [previewed, ...(await Promise.all(places.map((one) => textAt(fyren, one))))];
  for (const [at, text] of texts.entries())
    for (const number of [...few, ...few.map((one) => one.replace(',', '.'))])
      expect(text.includes(number), `${number} in ${places[at - 1] ?? 'the preview'}`).toBe(false);
  expect(texts[3]).toContain('Raden visas inte');
  await page.context().close();
});

async function indicatorKey(board: string, title: string): Promise<string> {
  const text = await textAt(fyren, `${board}/indikatorer`);
  const found = [...text.matchAll(/href="[^"]*\/indikatorer\/([^"?]+)[^"]*"[^>]*>([^<]*)</g)];
  return found.find(([, , words]) => words!.includes(title))![1]!;
}

test.each(oneInTurn([true, false]))(
  'B116: twelve bad values, with a script: %j',
  async (javaScript) => {
    const before = await listOf(fyren);
    const bad = Array.from({ length: 12 }, (_, at) => `ind-1;${2000 + at};dålig${at}`);
    const good = `ind-1;${javaScript ? 1998 : 1999};55`;
    const bytes = ['Indikator;Period;Värde', ...bad, good, ''].join('\n');
    const page = await fyren.openPage({ javaScript });
    await page.goto(`${GNESTA}/inlasningar`);
    await choose(page, { name: 'tolv fel.csv', bytes });
    await page.waitForURL('**/granska/*');
    const path = new URL(page.url()).pathname;

    const faults = page.locator('section[aria-labelledby=fel]');
    const seen = await faults.locator(':scope > ul > li').allInnerTexts();
    expect(seen).toHaveLength(5);
    for (const [at, text] of seen.entries())
      expect(text).toContain(`Rad ${at + 2}, kolumn Värde: ”dålig${at}” är inget tal. Skriv talet`);
    expect(await faults.locator('summary').innerText()).toBe('och 7 till');
    expect(await button(page, /^Läs in \d/).count()).toBe(0);
    const asked = new URLSearchParams({ rev: '0', revision: await revisionAt(fyren, path) });
    expect((await post(fyren, `${path}?/las-in`, asked)).status).toBe(409);
    expect((await listOf(fyren)).filter((one) => one !== path)).toEqual(before);

    await page.getByLabel('Läs inte in rad 2', { exact: true }).check();
    await button(page, 'Granska igen').first().click();
    const out = page.locator('section[aria-labelledby=utanfor]');
    await out.waitFor();
    expect(await out.innerText()).toContain('1 rad läses inte in');
    expect(await out.innerText()).toContain('Rad 2: ind-1;2000;dålig0');
    expect(await faults.locator('h2').innerText()).toBe('11 fel i filen');

    await button(page, 'Läs inte in någon av de 11 raderna').click();
    await page.getByText('12 rader läses inte in').waitFor();
    expect(await faults.count()).toBe(0);
    await out.locator('input[name="rad:5"]').uncheck();
    await button(page, 'Granska igen').first().click();
    await page.getByText('11 rader läses inte in').waitFor();
    expect(await faults.innerText()).toContain('”dålig3” är inget tal');
    await page.getByLabel('Läs inte in rad 5', { exact: true }).check();
    await button(page, 'Granska igen').first().click();
    await button(page, 'Läs in 1 värde').click();
    await page.waitForURL(UPLOAD);
    expect(await mainText(page)).toMatch(/1 nytt värde/);
    await page.context().close();
  },
);

test('B103: two who answer at once: the second is told, and sees both answers', async () => {
  const path = await preview(fyren, {
    name: 'tvetydig.csv',
    bytes: 'Indikator;Period;Värde\nind-1;1996;1.234\n',
  });
  const [one, other] = await Promise.all([fyren.openPage(), fyren.openPage({ width: 320 })]);
  // What is ticked before the script has come may be unticked by it.
  await Promise.all([one, other].map((page) => page.goto(path, { waitUntil: 'networkidle' })));
  const decimal = 'Decimaler: tecknet är ett decimaltecken.';
  const thousands = 'Tusental: tecknet skiljer tusental åt.';
  await one.getByLabel(decimal).check();
  await button(one, 'Granska igen').first().click();
  await button(one, 'Läs in 1 värde').waitFor();

  await other.getByLabel(thousands).check();
  const answered = other.waitForResponse((answer) => answer.request().method() === 'POST');
  await button(other, 'Granska igen').first().click();
  expect((await answered).status()).toBe(409);
  await other.getByRole('alert').getByText('Någon annan har svarat').waitFor();
  expect(await other.getByLabel(decimal).isChecked()).toBe(true);
  expect(await mainText(other)).toContain(`Du hade svarat: ${thousands}`);
  expect(await readingFaults(other)).toEqual([]);

  await other.getByLabel(thousands).check();
  await button(other, 'Granska igen').first().click();
  await other.getByText('1 234 dagar').first().waitFor();
  // The first, who has not seen it, does not store what the second changed.
  await button(one, 'Läs in 1 värde').click();
  await one.getByRole('alert').getByText('Någon annan har svarat').waitFor();
  expect(await statusAt(fyren, path)).toBe(200);
  await button(one, 'Kasta filen').click();
  await one.waitForURL('**/inlasningar');
  expect(await statusAt(fyren, path)).toBe(404);
  await Promise.all([one.context().close(), other.context().close()]);
});

test('B104: a value that is typed in leaves what people have said of the indicator', async () => {
  const board = '/kalmar/socialnamnden';
  const indicator = `${board}/indikatorer/i-vardplan`;
  const said = ['Alla granskade akter når målvärdet.', 'Nämndens bedömning'];
  const before = await textAt(fyren, indicator);
  for (const text of said) expect(before).toContain(text);
  const page = await fyren.openPage({ javaScript: false });
  await page.goto(`${board}/inlasningar`);
  await page.getByText('Skriv in ett värde').click();
  const form = page.locator('form[action="?/varde"]');
  await form.locator('[name=indikator]').selectOption('i-vardplan');
  await form.locator('[name=period]').fill('2022-T1');
  await form.locator('[name=varde]').fill('87,5');
  await form.locator('[name=kommentar]').fill('Ur en "egen" lista; den 3 maj');
  await form.getByRole('button', { name: 'Granska' }).click();
  await page.waitForURL('**/granska/*');
  await button(page, 'Läs in 1 värde').click();
  await page.waitForURL(UPLOAD);
  const after = await textAt(fyren, indicator);
  for (const text of [...said, '87,5']) expect(after).toContain(text);
  await page.context().close();
});

test('a column that is pasted in is looked at and read in as a file is', async () => {
  const page = await fyren.openPage({ javaScript: false });
  await page.goto(`${GNESTA}/inlasningar`);
  await page.getByText('Klistra in kolumner från Excel').click();
  const form = page.locator('form[action="?/klistra"]');
  await form.locator('[name=indikator]').selectOption('ind-7');
  await form.locator('[name=text]').fill('1994\t84,5\n1995\t86,1\n');
  await form.getByRole('button', { name: 'Granska' }).click();
  await page.waitForURL('**/granska/*');
  await button(page, 'Läs in 2 värden').click();
  await page.waitForURL(UPLOAD);
  expect(await mainText(page)).toContain('2 nya värden');
  await page.context().close();
});

test('a list of nyckeltal is read in, and says so', async () => {
  const bytes =
    'id;title;municipality_type;direction\nN95403;Elever som provar, andel (%);K;higher\n';
  const page = await fyren.openPage({ javaScript: false });
  await page.goto(await preview(fyren, { name: 'nyckeltal.csv', bytes }));
  await button(page, 'Läs in 1 nyckeltal').click();
  await page.waitForURL('**/inlasningar?*');
  expect(await page.getByRole('status').innerText()).toContain('Nyckeltalen är inlästa');
  await page.context().close();
});

test.each(
  oneInTurn([
    [500_000, true, 2015],
    [500_000, false, 2017],
  ] as const),
)(
  '%j rows of Kolada show how far they have come, with a script: %j',
  { timeout: MINUTE },
  async (rows, javaScript, year) => {
    const folder = mkdtempSync(join(tmpdir(), 'fyren-stor-'));
    const file = join(folder, `kolada ${rows}.csv`);
    const kommuner = PLACES.flatMap(({ kind, code }) => (kind === 'kommun' ? [code] : []));
    const kpis = KPIS.slice(0, 300).map(({ code }) => code);
    writeFigures(file, { kpis, kommuner, years: [year, year + 1] }, rows, { isShuffled: true });
    const page = await fyren.openPage({ javaScript, width: 320 });
    await page.goto(`${GNESTA}/inlasningar`);
    await page.locator('input[name=filer]').setInputFiles(file);
    await page.locator('form[action="?/filer"]').getByRole('button', { name: 'Granska' }).click();
    await button(page, /^Läs in 500 000 värden/).click({ timeout: MINUTE });
    // Unless it is there before anybody wonders.
    const working = page.getByRole('progressbar', { name: 'Läser in' });
    const done = page.getByRole('link', { name: 'Hämta originalfilen' });
    await working.or(done).first().waitFor();
    const seen = await mainText(page);
    expect(await statusAt(fyren, GNESTA)).toBe(200);
    if (!UPLOAD.test(page.url())) {
      expect(seen).toMatch(/Läser in … (?:[\d ]+ av 500 000 värden\. )?Du kan lämna sidan/);
    }
    await page.waitForURL(UPLOAD, { timeout: MINUTE });
    expect((await mainText(page)).replaceAll(' ', '')).toContain(`${rows}nyavärden`);
    await page.context().close();
    rmSync(folder, { recursive: true });
  },
);

test('several files at once wait side by side', async () => {
  const page = await fyren.openPage();
  await page.goto(`${GNESTA}/inlasningar`);
  const of = (name: string, value: number) => ({
    name,
    bytes: `Indikator;Period;Värde\nind-8;1990;${value}\n`,
  });
  await choose(page, of('ett.csv', 1), of('två.csv', 2));
  await page.waitForURL('**/inlasningar#vantar');
  expect(await page.locator('section[aria-labelledby=vantar] a').allInnerTexts()).toEqual([
    'ett.csv',
    'två.csv',
  ]);
  const [first, second] = (await listOf(fyren)).filter((path) => path.includes('granska'));
  await store(fyren, first!);
  await page.goto(second!);
  expect(await rowOf(page, 'changed', 'Långtidssjukfrånvaro')).toEqual(
    expect.arrayContaining(['1 %', '2 %']),
  );
  await page.context().close();
});
