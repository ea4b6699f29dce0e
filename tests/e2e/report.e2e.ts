import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults, start } from './harness.ts';
import type { Fyren } from './harness.ts';

/* A report as its writer makes it: written, marked, copied, fetched, and decided; and as everybody reads it. */

let fyren: Fyren;
let page: Page;

beforeAll(async () => {
  fyren = await start();
  page = await fyren.openPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => fyren.close());

const HERE = '/gnesta/socialnamnden';
const AT = '?tillfalle=delar-2023';
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
const main = async () => plain(await page.locator('main').innerText());

/** What every cell of the report's tables says on the page. */
const cellsOnPage = async () =>
  (await page.locator('main table').locator('tbody th, tbody td').allInnerTexts()).map(plain);

describe('the report of what is published', () => {
  test('is read by everybody, with nothing to write in', async () => {
    const answer = await fetch(`${fyren.url}${HERE}/rapport${AT}`);
    expect(answer.status).toBe(200);
    await page.goto(`${HERE}/rapport${AT}`);
    expect(await main()).toContain('Delårsrapport 2023');
    expect(await main()).toContain('En attraktiv kommun: Bedöms delvis uppnås');
    expect(await faults(page)).toEqual([]);
  });

  test('is copied in both flavours, with every value of the screen, words and colours', async () => {
    await page.goto(`${HERE}/rapport${AT}`);
    await page.getByRole('button', { name: 'Kopiera allt' }).click();
    await page.getByText('Kopierat. Klistra in det i Word.').waitFor();
    const { html, text } = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const as = async (type: string) => (await item!.getType(type)).text();
      return { html: await as('text/html'), text: await as('text/plain') };
    });
    const pasted = await page.evaluate((given) => {
      const into = document.createElement('div');
      into.innerHTML = given;
      return [...into.querySelectorAll('tbody th, tbody td')].map((one) => one.textContent ?? '');
    }, html);
    const shown = await cellsOnPage();
    // The head of the report is a table of its own there.
    const copied = pasted.slice(-shown.length);
    const bare = (one: string) => plain(one).replace(/[^\p{L}\p{N}%,.−-]/gu, '');
    expect(shown.length).toBeGreaterThan(300);
    // Signs of states are drawn on the page, and written in what is copied.
    expect(copied.map(bare).filter((one, at) => one !== bare(shown[at]!))).toEqual([]);
    for (const one of shown.filter((cell) => /\d/.test(cell)).slice(0, 100))
      expect(plain(text.replaceAll(/[()]/g, ' '))).toContain(plain(one.replaceAll(/[()]/g, ' ')));
    expect(html).toMatch(/color:#[0-9A-Fa-f]{6}[^>]*>Bedöms delvis uppnås/);
  });

  test.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['csv', 'text/csv; charset=utf-8'],
    ['html', 'text/html; charset=utf-8'],
  ])('is fetched as %s', async (form, type) => {
    const answer = await fetch(`${fyren.url}${HERE}/rapport.${form}${AT}`);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="gnesta-socialnamnden-delar-2023.${form}"`,
    );
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(2000);
  });

  test('is no other file', async () => {
    const answer = await fetch(`${fyren.url}${HERE}/rapport.exe${AT}`);
    expect(answer.status).toBe(404);
  });
});

describe('who writes', () => {
  const summary = () => page.getByRole('textbox', { name: 'Sammanfattning', exact: true });

  test('takes the drafts in, writes beside them, and says where another number is from', async () => {
    await page.goto(`${HERE}/rapport/skriv${AT}`);
    expect(await summary().inputValue()).toContain('Av 4 verksamhetsfokus bedöms 1 uppnås');
    // What is written in one place is kept by whatever button of the page.
    await page.getByRole('textbox', { name: 'Inledning', exact: true }).fill('Året var gott.');
    await page.getByRole('button', { name: 'Ta in alla utkast' }).click();
    await page.getByText('Utkasten är intagna.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Inledning', exact: true }).inputValue()).toBe(
      'Året var gott.',
    );
    await page
      .getByRole('textbox', { name: 'Ekonomi', exact: true })
      .fill('Underskottet är 5 819 tkr.');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('Tal som inte följer med när värdena ändras: 5 819.').waitFor();
    expect(await faults(page)).toEqual([]);
  });

  test('sees which texts have old numbers after an upload, and takes the new in', async () => {
    await page.goto(`${HERE}/inlasningar`);
    await page.setInputFiles('input[type=file]', {
      ...{ name: 'ny.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('Indikator;Period;Värde\nind-7;2023-H1;9,1\n'),
    });
    await page
      .getByRole('button', { name: /^Granska/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Läs in/ }).click();
    await page.waitForURL(/inlasningar\/\d+$/);
    await page.goto(`${HERE}/rapport${AT}`);
    expect(await main()).toContain('3 texter har tal som har ändrats');
    await page.goto(`${HERE}/rapport/skriv${AT}`);
    const box = page.locator('article', { has: summary() });
    expect(plain(await box.innerText())).toContain('Talen har ändrats sedan texten skrevs.');
    expect(await faults(page)).toEqual([]);
    const before = await summary().inputValue();
    await box.getByRole('button', { name: /^Ta in de nya talen/ }).click();
    await page.getByText('Sparat.').waitFor();
    expect(await summary().inputValue()).not.toBe(before);
    expect(await summary().inputValue()).toContain('når 2 målvärdet');
  });

  test('is told when somebody else was first, and loses nothing', async () => {
    const other = await fyren.openPage();
    await other.goto(`${HERE}/rapport/skriv${AT}`);
    await page.goto(`${HERE}/rapport/skriv${AT}`);
    await other.getByRole('textbox', { name: 'Inledning', exact: true }).fill('Deras.');
    await other.getByRole('button', { name: 'Spara', exact: true }).click();
    await other.getByText('Sparat.').waitFor();
    await other.context().close();
    await page.getByRole('textbox', { name: 'Inledning', exact: true }).fill('Mitt.');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Någon annan har sparat');
    expect(await main()).toMatch(/Det som är sparat nu: .*Deras\./);
    expect(await page.getByRole('textbox', { name: 'Inledning', exact: true }).inputValue()).toBe(
      'Mitt.',
    );
    expect(await faults(page)).toEqual([]);
  });

  test('says what reports are made of', async () => {
    await page.goto(`${HERE}/rapport/mall${AT}`);
    expect(await faults(page)).toEqual([]);
    await page.getByLabel('Vad rapporten heter').fill('Delårsbokslut');
    await page.getByText('5. Ekonomi').click();
    await page.locator('#titel-ekonomi').fill('Pengarna');
    await page.locator('#plats-ekonomi').fill('1');
    await page.getByText('11. Källor').click();
    await page.locator('input[name="bort:kallor"]').check();
    await page.getByLabel('Lägg till en del').selectOption('chapter');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByText('Sparat.').waitFor();
    await page.goto(`${HERE}/rapport${AT}`);
    const heads = (await page.locator('main h2').allInnerTexts()).map(plain);
    expect(heads[0]).toBe('Pengarna');
    expect(heads).not.toContain('Källor');
    expect(await main()).toContain('Delårsbokslut 2023');
  });
});

test('what is locked has its report frozen, and nobody writes in it', async () => {
  await page.goto(`${HERE}/publicering${AT}`);
  await page.getByLabel('Nämnden beslutade').fill('2023-10-03');
  await page.getByLabel('Paragraf').fill('§ 44');
  await page.getByLabel('Diarienummer').fill('SN 2023/145');
  await page.getByRole('button', { name: 'Granska före låsning' }).click();
  await page.getByRole('button', { name: 'Lås Delår 2023' }).click();
  await page.getByRole('heading', { name: 'Lås upp' }).waitFor();
  await page.goto(`${HERE}/rapport${AT}`);
  expect(await main()).toContain('Rapporten är fryst som nämnden beslutade den');
  expect(await page.getByRole('link', { name: 'Skriv i rapporten' }).count()).toBe(0);
  const get = async () => {
    const answer = await fetch(`${fyren.url}${HERE}/rapport.docx${AT}`);
    expect(answer.headers.get('content-disposition')).toContain('delar-2023-version-1.docx');
    return Buffer.from(await answer.arrayBuffer()).toString('base64');
  };
  expect(await get()).toBe(await get());
  const answer = await fetch(`${fyren.url}${HERE}/rapport/skriv${AT}`);
  expect(answer.status).toBe(409);
}, 60_000);
