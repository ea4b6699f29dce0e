import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults, start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { oneInTurn } from './turns.ts';

/* An administrator removes a file that was uploaded by mistake, by hand. */

const HERE = '/gnesta/socialnamnden';
const MARK = 'kvarglömd-anteckning-i-filen';
const NAME = 'misstag.csv';
/** Of each its own: a file that was removed is asked about. */
const textOf = (value: number) => `Indikator;Period;Värde;Övrigt\nind-1;2024-H1;${value};${MARK}\n`;
const COPY = 'egen-kopia.db';

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
}, 120_000);
afterAll(() => fyren.close());

async function choose(page: Page, text: string) {
  await page.goto(`${HERE}/inlasningar`);
  const buffer = Buffer.from(text);
  await page.setInputFiles('#filer', { name: NAME, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Granska' }).first().click();
  await page.getByLabel('Ja, lämna kolumnen utanför.').check();
}

async function readIn(page: Page, text: string): Promise<string> {
  await choose(page, text);
  await page.getByRole('button', { name: 'Granska igen' }).first().click();
  await page.getByRole('button', { name: 'Läs in', exact: false }).first().click();
  await page.waitForURL(/inlasningar\/\d+$/);
  return new URL(page.url()).pathname;
}

/** A copy that somebody makes while the file is there. */
function backUp() {
  mkdirSync(join(fyren.dataDir, 'backup'), { recursive: true });
  writeFileSync(join(fyren.dataDir, 'backup', COPY), '');
}

describe.each(oneInTurn([true, false]))('with a script: %j', (javaScript) => {
  test('the bytes go, and what stays says so', async () => {
    const page = await fyren.openPage();
    const text = textOf(javaScript ? 77 : 78);
    const upload = await readIn(page, text);
    backUp();
    const worker = await fyren.openPage({ javaScript });
    await worker.goto(upload);
    await worker.getByRole('link', { name: 'gallras' }).click();
    await worker.getByRole('heading', { name: 'Gallra filens innehåll' }).waitFor();
    expect(await worker.getByText(COPY).count()).toBe(1);

    // What the browser itself would stop is stopped by the server too.
    await worker
      .locator('form[method=POST]')
      .evaluate((form) => form.setAttribute('novalidate', ''));
    await worker.getByLabel('Skäl').fill('Filen lästes in av misstag');
    await worker.getByLabel('Gallringsbeslut').fill('KS 2026/41 § 12');
    await worker.getByLabel('Beslutets dag').fill('2099-01-01');
    await worker.getByRole('button', { name: 'Gallra innehållet' }).click();
    const alert = worker.getByRole('alert');
    expect(await alert.textContent()).toContain('Beslutets dag har inte kommit än');
    expect(await alert.textContent()).toContain('Kryssa i att innehållet ska tas bort för alltid');
    expect(await worker.getByLabel('Skäl').inputValue()).toBe('Filen lästes in av misstag');

    await worker.getByLabel('Beslutets dag').fill('2026-01-31');
    await worker.getByLabel('Jag vet att innehållet tas bort för alltid.').check();
    await worker.getByRole('button', { name: 'Gallra innehållet' }).click();
    await worker.waitForURL(new RegExp(`${upload}$`));

    const told = await worker.locator('main').textContent();
    expect(told).toContain('enligt KS 2026/41 § 12: Filen lästes in av misstag.');
    expect(told).toContain('Beslutet är från 31 januari 2026');
    expect(told).not.toContain('inte städad än');
    expect(told).toContain(COPY);
    expect(await worker.getByRole('link', { name: 'Hämta originalfilen' }).count()).toBe(0);
    expect(await worker.getByRole('link', { name: 'gallras' }).count()).toBe(0);

    await worker.goto(`${upload}?rad=2`);
    const lines = await worker.locator('main').textContent();
    expect(lines).toContain('Raden kan inte visas. Filens innehåll är gallrat');
    expect(lines).not.toContain(MARK);

    const gone = await fetch(`${fyren.url}${upload}/fil`, { headers: { accept: 'text/html' } });
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain('Filens innehåll är gallrat');

    // The value still says where it stood.
    await worker.goto(`${HERE}/indikatorer/ind-1`);
    expect(await worker.content()).toContain(`rad 2 i ${NAME}`);

    // The same file once more: it is asked about, and not kept.
    await choose(page, text);
    await page.getByRole('button', { name: 'Granska igen' }).first().click();
    const asked = page.getByRole('group', { name: /Filen har lästs in förut/ });
    expect(await asked.textContent()).toContain('KS 2026/41 § 12');
    expect(await page.getByRole('button', { name: /^Läs in/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Kasta filen' }).click();
  }, 60_000);

  test('nothing is against the pages, on a phone and on a screen', async () => {
    if (!javaScript) return expect(javaScript).toBe(false);
    const page = await fyren.openPage();
    await page.goto(`${HERE}/inlasningar`);
    const done = await page.getByRole('link', { name: NAME }).first().getAttribute('href');
    await page.goto(done!);
    expect(await faults(page)).toEqual([]);
    const first = page.getByRole('link', { name: /\.csv$/ });
    await page.goto(`${HERE}/inlasningar`);
    const other = await first.last().getAttribute('href');
    await page.goto(`${other}/gallra`);
    expect(await faults(page)).toEqual([]);
    await page.locator('form[method=POST]').evaluate((form) => form.setAttribute('novalidate', ''));
    await page.getByRole('button', { name: 'Gallra innehållet' }).click();
    expect(await faults(page)).toEqual([]);
  }, 60_000);
});
