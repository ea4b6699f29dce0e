import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../accounts.ts';
import { faults } from './harness.ts';
import { startSeeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';
import { oneInTurn } from './turns.ts';

/* From an installation without accounts to a report writer who signs out, by the keyboard and without a script. */

let fyren: Seeded;
beforeAll(async () => {
  fyren = await startSeeded(() => undefined);
}, 60_000);
afterAll(() => fyren.close());

const firstLink = () => /http:\/\/localhost:\d+(\/inbjudan\/[\w-]+)/.exec(fyren.log())![1]!;
const mainText = (page: Page) => page.locator('main').innerText();

/** Writes in the field that has focus, and goes on to the next. */
async function type(page: Page, ...texts: string[]) {
  for (const text of texts) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

describe('an installation without accounts', () => {
  test('is opened by the link of its log, and by the keyboard alone', async () => {
    const page = await fyren.openPage();
    await page.goto(firstLink());
    expect(await faults(page)).toEqual([]);
    await page.locator('#namn').focus();
    await type(page, 'Karin Berg', 'karin.berg@gnesta.se', 'kort', 'kort');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('minst 12 tecken');
    expect(await page.locator('#namn').inputValue()).toBe('Karin Berg');
    await page.locator('#losenord').focus();
    await type(page, PASSWORD, PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/konto');
    expect(await mainText(page)).toContain('Administratör, alla kommuner');
    expect(await faults(page)).toEqual([]);
    const cookie = (await page.context().cookies())[0]!;
    expect(cookie).toMatchObject({ name: 'fyren', httpOnly: true, sameSite: 'Lax', path: '/' });
    // A link is used once.
    expect((await page.goto(firstLink()))!.status()).toBe(404);
    await page.goto('/anvandare');
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  }, 60_000);

  test.each(oneInTurn([true, false]))(
    'invites a report writer, who signs in and out, with a script: %j',
    async (javaScript) => {
      const email = `olle.${javaScript}@gnesta.se`;
      const admin = await fyren.openPage({ javaScript });
      await admin.goto('/anvandare');
      expect(admin.url()).toContain('/logga-in?till=%2Fanvandare');
      if (javaScript) expect(await faults(admin)).toEqual([]);
      await admin.locator('#epost').fill('karin.berg@gnesta.se');
      await admin.locator('#losenord').fill('inte lösenordet');
      await admin.keyboard.press('Enter');
      expect(await admin.getByRole('alert').innerText()).toContain('stämmer inte');
      expect(await admin.locator('#epost').inputValue()).toBe('karin.berg@gnesta.se');
      await admin.locator('#losenord').fill(PASSWORD);
      await admin.keyboard.press('Enter');
      await admin.waitForURL('**/anvandare');
      await admin.getByLabel('Namn').fill('Olle Ek');
      await admin.getByLabel('E-postadress').fill(email);
      await admin.getByLabel('Rapportskrivare').check();
      await admin.getByLabel('Gäller').selectOption({ label: 'Socialnämnden i Gnesta kommun' });
      await admin.getByRole('button', { name: 'Gör en länk' }).click();
      const link = await admin.locator('.link').innerText();
      if (javaScript) expect(await faults(admin)).toEqual([]);

      const page = await fyren.openPage({ javaScript });
      await page.goto(link);
      expect(await mainText(page)).toContain('Olle Ek, du loggar in med');
      await page.locator('#losenord').fill(PASSWORD);
      await page.locator('#igen').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/konto');
      expect(await mainText(page)).toContain('Rapportskrivare, Socialnämnden i Gnesta kommun');
      expect((await page.goto('/anvandare'))!.status()).toBe(403);
      expect(await mainText(page)).toContain('Bara en administratör');
      expect((await page.goto('/gnesta/socialnamnden/inlasningar'))!.status()).toBe(403);

      await admin.goto('/anvandare');
      await admin.locator('tr', { hasText: email }).getByRole('link').click();
      await admin.getByLabel('Kvalitetsstrateg').check();
      await admin.getByLabel('Gäller').selectOption({ label: 'Socialnämnden i Gnesta kommun' });
      await admin.getByRole('button', { name: 'Ge rollen' }).click();
      if (javaScript) expect(await faults(admin)).toEqual([]);
      // What is given counts on the next page.
      expect((await page.goto('/gnesta/socialnamnden/inlasningar'))!.status()).toBe(200);
      await page.goto('/konto');
      await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
      await page.waitForURL(`${fyren.url}/`);
      expect(await page.context().cookies()).toEqual([]);
      await page.goto('/gnesta/socialnamnden/inlasningar');
      expect(page.url()).toContain('/logga-in');
      await admin.getByRole('button', { name: 'Stäng kontot' }).click();
      expect(await mainText(admin)).toContain('kontot är stängt');
      await page.context().close();
      await admin.context().close();
    },
    90_000,
  );
});

test.each([
  ['https://evil.example/x', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/.//evil.example', '/'],
  ['/gnesta', '/gnesta'],
])('signing in never leads away: %s', async (to, path) => {
  const page = await fyren.openPage();
  await page.goto(`/logga-in?till=${encodeURIComponent(to)}`);
  await page.locator('#epost').fill('karin.berg@gnesta.se');
  await page.locator('#losenord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
  expect(new URL(page.url()).origin).toBe(fyren.url);
  expect(new URL(page.url()).pathname).toBe(path);
  await page.context().close();
});
