import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { choose, GNESTA, mainText } from './uploads.ts';

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

async function give(page: Page, folder: string, name: string): Promise<string> {
  await page.goto(LIST);
  await choose(page, { name, bytes: new Uint8Array(readFileSync(join(folder, name))) });
  await page.waitForURL('**/granska/*');
  return mainText(page);
}

/** Answers what is asked: the period, every name as something new, and what is given of questions. */
async function answer(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  const period = page.locator('#period');
  if ((await period.count()) > 0 && (await period.inputValue()) === '') await period.fill('2024');
  for (const select of await page.locator('select[id^="indicator-"], select[id^="place-"]').all()) {
    if ((await select.inputValue()) === '') await select.selectOption('new');
  }
  for (const [key, value] of Object.entries(answers)) {
    const choice = page.locator(`input[name="svar:${key}"][value="${value}"]`);
    if ((await choice.count()) > 0) await choice.check();
  }
  await press(page, /^(?:Läs kolumnerna så|Granska igen)$/);
  await page.waitForLoadState();
}

const isReady = async (page: Page) =>
  (await page.getByRole('button', { name: /^Läs in \d/ }).count()) > 0;

/** As often as a new answer brings a new question. */
async function answerAll(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (let round = 0; round < 4 && !(await isReady(page)); round += 1) {
    if ((await mainText(page)).includes('Redan inläst')) return;
    await answer(page, answers);
  }
}

type Row = readonly [
  file: string,
  understood: string,
  counted: string,
  answers?: Readonly<Record<string, string>>,
];

const READ: readonly Row[] = [];

test.each(READ)(
  '%s is read in, and once more it changes nothing',
  async (name, understood, counted, answers = {}) => {
    const page = await fyren.openPage();
    const folder = name.startsWith('B') ? BUGS : FORMATS;
    expect(await give(page, folder, name)).toContain(understood);
    await answerAll(page, answers);
    await press(page, /^Läs in \d/);
    await page.waitForURL(/inlasningar(?:\/\d+|\?nyckeltal|\?platser|\?grupper)$/);
    expect(await mainText(page)).toContain(counted);

    await give(page, folder, name);
    await answerAll(page, answers);
    expect(await mainText(page)).toContain('Redan inläst: filen ändrar ingenting.');
    await press(page, 'Kasta filen');
    await page.context().close();
  },
  60_000,
);

type Refused = readonly [file: string, why: string];

const REFUSED: readonly Refused[] = [
  ['20a-bara-rubrik.csv', 'bara en rubrikrad'],
  ['01b-kolada-v2-gone.json', 'har stängt'],
  ['B34-ragged-rows.csv', 'Rad 3'],
  ['B35-lone-quote.csv', 'Rad 4'],
];

test.each(REFUSED)('%s is refused with what to do', async (name, why) => {
  const page = await fyren.openPage();
  const text = await give(page, name.startsWith('B') ? BUGS : FORMATS, name);
  expect(text).toContain(why);
  expect(await isReady(page)).toBe(false);
  await press(page, 'Kasta filen');
  await page.context().close();
});
