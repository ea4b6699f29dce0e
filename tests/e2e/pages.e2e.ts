import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { PAGES } from './page-list.ts';
import { inTurn, oneInTurn } from './turns.ts';

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

describe.each(inTurn(PAGES))('%s', (path) => {
  test('reads at 320 and 1280 px: axe has nothing against it', async () => {
    const page = await fyren.openPage();
    const said: string[] = [];
    page.on('console', (message) => {
      // A missing page is told by its status, which the browser notes on its own.
      if (message.type() === 'error' && !message.text().includes('404')) said.push(message.text());
    });
    await page.goto(path);
    await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
    const looked = oneInTurn([320, 1280]);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      if (looked.includes(width)) expect(await axe(page), `${width} px`).toEqual([]);
      const sideways = 'document.documentElement.scrollWidth - window.innerWidth';
      expect(await page.evaluate<number>(sideways), `${width} px`).toBeLessThanOrEqual(0);
    }
    expect(said).toEqual([]);
    await page.context().close();
  });

  test('has a language, a heading and a title of its own', async () => {
    const html = await (await fetch(fyren.url + path, { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('<html lang="sv">');
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>.+ – Fyren<\/title>/);
  });
});

test('without a script every part of the first page is there', async () => {
  const page = await fyren.openPage({ javaScript: false });
  await page.goto('/gnesta/socialnamnden');
  const text = await page.locator('main').innerText();
  expect(text).toContain(
    '1\u00a0av\u00a04 verksamhetsfokus bedöms uppnås till årsredovisningen 2023',
  );
  expect(text).toContain('3\u00a0av\u00a08 indikatorer når målvärdet');
  expect(text).toContain('skäl saknas i handlingen');
  expect(
    await page.getByRole('row', { name: 'Väntetid till särskilt boende' }).innerText(),
  ).toContain('Når inte målvärdet');
  expect(await page.locator('script').count()).toBe(0);
  await page.context().close();
});

const boardText = async (path: string) => {
  const page = await fyren.openPage({ javaScript: false });
  await page.goto(path);
  const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  await page.context().close();
  return text;
};

test.each<[string, readonly string[]]>([
  [
    '/kalmar/socialnamnden',
    [
      '36 mål: 1 helt uppfyllt, 28 delvis, 5 ej uppfyllt, 2 ej utvärderade.',
      '18 utvecklingsområden',
      'Fokusområden bedöms inte i sig',
      'Orsak: Andra delar av verksamheten har fått gå före. (sammanfattat ur handlingarna, rad 784)',
      'Avhopparverksamhet',
      'färgerna är Fyrens',
    ],
  ],
  [
    '/solna/socialnamnden',
    ['4 nämndmål: 4 uppfylls i år.', 'Uppdraget är slutfört', '84,8', '83,1'],
  ],
  [
    '/harnosand/socialnamnden',
    [
      '3 mål, 10 nyckelaktiviteter och 29 mått följs.',
      'Inget av det bedöms vid det här tillfället.',
      'Nämndens syfte:',
      'Planen är ett förslag som inte är beslutat.',
    ],
  ],
  ['/vaxholm/socialnamnden', ['−19,4 årsplatser', '97,2 årsplatser', '+1 148 timmar']],
  ['/vaxholm/kommunstyrelsen', ['4 mål på kort sikt: 3 mycket god, 1 god.', 'färgerna är Fyrens']],
  [
    '/vaxholm/stadsbyggnadsnamnden',
    ['kvinnor 54, män 61', 'Benchmark NKI Bygglov: kvinnor 68, män 66'],
  ],
])('%s speaks in its own words', async (path, sentences) => {
  const text = await boardText(path);
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test('what is never judged does not look unjudged', async () => {
  for (const path of ['/solna/socialnamnden', '/harnosand/socialnamnden'])
    expect((await boardText(path)).split('Så läser du sidan')[0]).not.toMatch(/ej bedöm/i);
});

test('by keyboard alone: past the head, to a goal, to why an indicator is red', async () => {
  const page = await fyren.openPage();
  await page.goto('/gnesta/socialnamnden');
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').innerText()).toBe('Hoppa till innehållet');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'En attraktiv kommun' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/mal/vf-1');
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  const why = await page.locator('details[open]').innerText();
  expect(why).toContain('Grönt: högst 90');
  expect(why).toContain('rad 2 i 4-bilaga-1-delar-2023.csv');
  await page.context().close();
});

test.each([
  ['/nowhere', 'Det finns ingen kommun som heter ”nowhere” här.'],
  ['/gnesta/nowhere', 'Gnesta kommun har ingen nämnd som heter ”nowhere” här.'],
  [
    '/gnesta/socialnamnden?tillfalle=ar-1999',
    'Socialnämnden har inget publicerat tillfälle som heter ”ar-1999”.',
  ],
  [
    '/gnesta?tillfalle=ar-1999',
    'Gnesta kommun har inget publicerat tillfälle som heter ”ar-1999”.',
  ],
  ['/gnesta/socialnamnden/mal/vf-9', 'Socialnämnden har inget mål med nyckeln ”vf-9”.'],
  ['/gnesta/socialnamnden/indikatorer/x', 'Socialnämnden har ingen indikator med nyckeln ”x”.'],
  ['/a/b/c/d/e', 'Adressen leder ingenstans.'],
])('%s is a 404 in words, with the way back', async (path, sentence) => {
  const page = await fyren.openPage({ javaScript: false });
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
  expect(await page.locator('main').innerText()).toContain(sentence);
  await page.getByRole('link', { name: 'Till startsidan' }).click();
  await page.waitForURL(`${fyren.url}/`);
  await page.context().close();
});

test('from another address the pages answer too', async () => {
  const other = fyren.url.replace('localhost', '127.0.0.1');
  expect((await fetch(`${other}/gnesta/socialnamnden`)).status).toBe(200);
});
