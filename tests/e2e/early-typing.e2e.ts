import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';

/* On a slow network a page can be written in long before its script has come: what was written stays. */

let fyren: Fyren;

beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

const NAMND = '/gnesta/socialnamnden';
const SCRIPT = '**/_app/**/*.js';

/** A page whose scripts wait until `come` is called; it answers when the page has come alive. */
async function slowPage(path: string): Promise<{ page: Page; come: () => Promise<void> }> {
  const page = await fyren.openPage();
  let release = () => {};
  const wait = new Promise<void>((resolve) => (release = resolve));
  await page.route(SCRIPT, async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator('main form').first().waitFor();
  const come = async () => {
    release();
    await page.waitForLoadState('load');
    await page.waitForFunction(() => document.querySelector('main form') !== null);
    // Kit says so on the body once the page is alive: a click by its router changes no document.
    await page.waitForLoadState('networkidle');
  };
  return { page, come };
}

describe('what is written before the script has come', () => {
  test('stays in the forms of Publicering', async () => {
    const { page, come } = await slowPage(`${NAMND}/publicering?tillfalle=ar-2023`);
    await page.getByLabel('Dag då kallelsen sänds').fill('2024-02-15');
    await page.getByLabel('Sammanträde').fill('2024-02-27');
    await page.getByLabel('Jag har sett vad som återstår').check();
    await come();
    expect(await page.getByLabel('Dag då kallelsen sänds').inputValue()).toBe('2024-02-15');
    expect(await page.getByLabel('Sammanträde').inputValue()).toBe('2024-02-27');
    expect(await page.getByLabel('Jag har sett vad som återstår').isChecked()).toBe(true);
    await page.context().close();
  });

  test('stays in a form with lists, choices and a text', async () => {
    const { page, come } = await slowPage(`${NAMND}/inlasningar`);
    const pasted = page.locator('form', { has: page.locator('#k-indikator') });
    await page
      .locator('details')
      .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
    await pasted.locator('textarea').fill('2023-H1\t90');
    await pasted.locator('input[type=radio]').nth(1).check();
    const chosen = await pasted.locator('#k-indikator option').nth(2).getAttribute('value');
    await pasted.locator('#k-indikator').selectOption(chosen);
    await come();
    expect(await pasted.locator('textarea').inputValue()).toBe('2023-H1\t90');
    expect(await pasted.locator('input[type=radio]').nth(1).isChecked()).toBe(true);
    expect(await pasted.locator('#k-indikator').inputValue()).toBe(chosen);
    await page.context().close();
  });
});
