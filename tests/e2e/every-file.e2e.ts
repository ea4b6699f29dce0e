import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { choose, GNESTA, mainText } from './uploads.ts';
import { inTurn } from './turns.ts';

/* The collected files, through the page as a strategist takes them: chosen, answered, read in, and once more. */

const FORMATS = 'tests/fixtures/formats';
const BUGS = 'tests/fixtures/bugs';
const LIST = `${GNESTA}/inlasningar`;

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).first().click();

/** What takes longer than two seconds is looked at on a page that says so, and goes on by itself. */
const whenLookedAt = (page: Page) =>
  page.getByRole('button', { name: /^(?:Kasta filen|Ta bort ur listan)$/ }).waitFor();

async function give(page: Page, folder: string, name: string): Promise<string> {
  await page.goto(LIST);
  await choose(page, { name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
  await page.waitForURL('**/granska/*');
  await whenLookedAt(page);
  return mainText(page);
}

/** Answers what is asked: the period, and every name as something new. */
async function answer(page: Page): Promise<void> {
  const whole = page.locator('#fil-indikator');
  // A table that nobody knows: of one thing, which its headings do not say.
  const told = page.getByText('Det som gäller alla värden i filen');
  if ((await told.isVisible()) && (await whole.inputValue()) === '') {
    await told.click();
    await whole.fill('Kö');
  }
  const period = page.locator('#period');
  if ((await period.count()) > 0 && (await period.inputValue()) === '') await period.fill('2024');
  for (const select of await page.locator('select[id^="indicator-"], select[id^="place-"]').all()) {
    if ((await select.inputValue()) === '') await select.selectOption('new');
  }
  await press(page, /^(?:Läs kolumnerna så|Granska igen)$/);
  await page.waitForLoadState();
  await whenLookedAt(page);
}

const isReady = async (page: Page) =>
  (await page.getByRole('button', { name: /^Läs in \d/ }).count()) > 0;

/** As often as a new answer brings a new question. */
async function answerAll(page: Page): Promise<void> {
  for (let round = 0; round < 4 && !(await isReady(page)); round += 1) {
    if ((await mainText(page)).includes('Redan inläst')) return;
    await answer(page);
  }
}

type Row = readonly [file: string, understood: string, button: string];

const READ: readonly Row[] = [
  ['01-kolada-v2-data-page.json', 'ur det gamla API:et (v2), 7 värden', 'Läs in 7 värden'],
  ['02a-kolada-v3-data-page1.json', 'Koladas värden som JSON, 12 värden', 'Läs in 12 värden'],
  ['02b-kolada-v3-data-page2.json', 'Koladas värden som JSON, 8 värden', 'Läs in 8 värden'],
  ['03-kolada-v3-kpi-metadata.json', 'Koladas lista över nyckeltal, 6', 'Läs in 6 nyckeltal'],
  ['04b-kolada-v3-municipality-groups.json', 'Koladas grupper av kommuner, 3', 'Läs in 3 grupper'],
  ['05-kolada-bred-semikolon-bom.csv', 'Kolada, en kolumn per år, 40 värden', 'Läs in 40 värden'],
  ['06-kolada-lang-hypergene-latin1.csv', 'Windows-1252', 'Läs in 12 värden'],
  ['07a-kolada-lang-kommatecken.csv', 'skiljs åt med kommatecken', 'Läs in 8 värden'],
  ['08-hme-per-enhet-och-fraga.csv', 'HME, en rad per enhet och påstående', 'Läs in 52 värden'],
  ['09-hme-per-respondent.csv', 'Fyren sparar bara sammanräkningen', 'Läs in 26 värden'],
  ['11-brukarundersokning-lss-cp1252.csv', 'Brukarundersökning', 'Läs in 6 värden'],
  ['12-aldreundersokning-bred.csv', 'Brukarundersökning', 'Läs in 12 värden'],
  ['14b-scb-pxweb-medborgarundersokning-tab.csv', 'SCB, tabell', 'Läs in 8 värden'],
  ['15a-sjukfranvaro-obligatorisk-cp1252.csv', 'Sjukfrånvaro', 'Läs in 49 värden'],
  ['16-osa-enkat.csv', 'Arbetsmiljöenkät (OSA)', 'Läs in 4 värden'],
  ['17-insikt-nki.csv', 'Insikt, nöjd-kund-index', 'Läs in 5 värden'],
  ['18-excel-unicode-text-utf16le.txt', 'UTF-16', 'Läs in 2 värden'],
  ['21-kolada-excel.xlsx', 'Kolada, som Excel-fil, 4 värden', 'Läs in 4 värden'],
  ['B67-reimport.csv', 'Uppställningen känns inte igen', 'Läs in 2 värden'],
];

test.each(inTurn(READ).map(([name, ...told]) => [name, told] as const))(
  '%s is read in, and once more it changes nothing',
  async (name, [understood, button]) => {
    const page = await fyren.openPage();
    const folder = name.startsWith('B') ? BUGS : FORMATS;
    expect(await give(page, folder, name)).toContain(understood);
    await answerAll(page);
    await press(page, button);
    await page.waitForURL(/inlasningar(?:\/\d+|\?nyckeltal)$/);

    await give(page, folder, name);
    await answerAll(page);
    expect(await mainText(page)).toContain('Redan inläst: filen ändrar ingenting.');
    await press(page, 'Kasta filen');
    await page.context().close();
  },
  60_000,
);

type Refused = readonly [file: string, why: string];

const REFUSED: readonly Refused[] = [
  ['08b-hme-blandade-skalor.csv', 'saker att avgöra'],
  ['20a-bara-rubrik.csv', 'bara en rubrikrad'],
  ['01b-kolada-v2-gone.json', 'har stängt'],
  ['B34-ragged-rows.csv', 'Rad 3'],
  ['B35-lone-quote.csv', 'Rad 4'],
];

test.each(REFUSED)('%s is not read in, and says what to do', async (name, why) => {
  const page = await fyren.openPage();
  const text = await give(page, name.startsWith('B') ? BUGS : FORMATS, name);
  expect(text).toContain(why);
  expect(await isReady(page)).toBe(false);
  await press(page, 'Kasta filen');
  await page.context().close();
});
