import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { choose, mainText, readingFaults } from './uploads.ts';
import { oneInTurn } from './turns.ts';

/* A table that nobody knows, as a strategist meets it: explained once, recognised, changed, forgotten. */

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

const table = (queue: string) =>
  `Barnkö per 15 oktober\n\nFörskola;Köande barn;Platser;Ansvarig\nEkorren;${queue};40;rektor\nBjörken;11;12;rektor\n`;

// A kommun for each: what was made of the first table is known when the second comes.
const KOMMUNER = [
  ['/gnesta/socialnamnden', true],
  ['/kalmar/socialnamnden', false],
] as const;

test.each(oneInTurn(KOMMUNER))(
  'in %s a table is explained, recognised the next time, and forgotten, with a script: %j',
  async (board, javaScript) => {
    const list = `${board}/inlasningar`;
    const remembered = `${list}/uppstallningar`;
    const page = await fyren.openPage({ javaScript });
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
    const given = async (queue: string, name: string) => {
      await page.goto(list);
      await choose(page, { name, bytes: table(queue) });
      await page.waitForURL('**/granska/*');
    };

    await given('13', 'barnkö.csv');
    expect(await mainText(page)).toContain('Fyren känner inte igen tabellen');
    if (javaScript) expect(await readingFaults(page)).toEqual([]);
    expect(await page.getByRole('table').innerText()).toContain('Köande barn');
    // Not of the kind of things that are measured.
    await page.getByLabel('Ansvarig').selectOption('ignored');
    await press('Läs kolumnerna så');
    expect(await mainText(page)).toContain('5 saker att avgöra');
    await page.getByLabel('När gjordes mätningen?').fill('2024');
    await page.locator('#indicator-alla').selectOption('new');
    await page.locator('#place-alla').selectOption('new');
    await press('Granska igen');
    expect(await mainText(page)).toContain('Filen kan läsas in. 4 nya värden');
    if (javaScript) expect(await readingFaults(page)).toEqual([]);
    await press('Läs in 4 värden');
    await page.waitForURL(/inlasningar\/\d+$/);

    await given('14', 'barnkö igen.csv');
    expect(await mainText(page)).toContain('som förra gången en fil hade de här rubrikerna');
    expect(await page.getByLabel('Ansvarig').inputValue()).toBe('ignored');
    await press('Läs kolumnerna så');
    await page.getByLabel('När gjordes mätningen?').fill('2024');
    await press('Granska igen');
    expect(await mainText(page)).toContain('1 ändrat och 3 oförändrade värden');
    await press('Kasta filen');

    await page.goto(remembered);
    expect(await mainText(page)).toContain('Förskola är plats eller enhet.');
    expect(await mainText(page)).toContain('Köande barn: indikator Köande barn. Platser:');
    if (javaScript) expect(await readingFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ändra eller glöm' }).click();
    if (javaScript) expect(await readingFaults(page)).toEqual([]);
    await page.getByLabel('Platser', { exact: true }).selectOption('ignored');
    await press('Spara');
    await page.waitForURL(`**${remembered}`);
    expect(await mainText(page)).not.toContain('Platser är värden');
    await page.getByRole('link', { name: 'Ändra eller glöm' }).click();
    await press('Glöm uppställningen');
    await page.waitForURL(`**${remembered}`);
    expect(await mainText(page)).toContain('Fyren minns inga uppställningar just nu');
    await page.goto(list);
    await page
      .getByRole('link', { name: /barnkö\.csv/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Ångra inläsningen' }).click();
    await press('Ångra inläsningen');
    await page.waitForURL(/inlasningar\/\d+$/);
    await page.context().close();
  },
  60_000,
);

test.each(oneInTurn(KOMMUNER))(
  'in %s columns that nothing tells apart are told apart, with a script: %j',
  async (board, javaScript) => {
    const page = await fyren.openPage({ javaScript });
    const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
    await page.goto(`${board}/inlasningar`);
    const bytes = 'Nämndmål;Utfall T1;Utfall T2\nTrygghet;61;63\nHälsa;70;71\n';
    await choose(page, { name: 'tertial.csv', bytes });
    await page.waitForURL('**/granska/*');
    await press('Läs kolumnerna så');
    const asked = await mainText(page);
    expect(asked).toContain('1 sak att avgöra innan filen kan läsas in.');
    expect(asked).toContain('Skriv för varje kolumn vad som skiljer dem åt');
    if (javaScript) expect(await readingFaults(page)).toEqual([]);
    // What is to be told stands open.
    await page.locator('#kolumn-2-period').fill('T1');
    await page.locator('#kolumn-3-period').fill('2024-T2');
    // What Enter presses is never the button that throws the file away.
    await page.locator('#kolumn-3-period').press('Enter');
    await page.locator('#kolumn-2-periodfel').waitFor();
    expect(await mainText(page)).toContain('Perioden för Utfall T1: ”T1” är en period utan årtal.');
    await page.locator('#kolumn-2-period').fill('2024-T1');
    await press('Läs kolumnerna så');
    await page.locator('#indicator-alla').selectOption('new');
    await press('Granska igen');
    expect(await mainText(page)).toContain('Filen kan läsas in. 4 nya värden');
    await press('Läs in 4 värden');
    await page.waitForURL(/inlasningar\/\d+$/);

    await page.goto(`${board}/inlasningar/uppstallningar`);
    await page.getByRole('link', { name: 'Ändra eller glöm' }).click();
    await page.locator('li', { hasText: 'Utfall T1' }).locator('summary').click();
    await page.locator('#kolumn-2-period').fill('i fjol');
    await press('Spara');
    expect(await page.getByRole('alert').innerText()).toContain('”i fjol” är ingen period');
    expect(await page.locator('#kolumn-2-period').inputValue()).toBe('i fjol');
    if (javaScript) expect(await readingFaults(page)).toEqual([]);
    await page.context().close();
  },
);

test('a heading of a single long word is read on a narrow page too', async () => {
  const page = await fyren.openPage({ width: 320 });
  const long = 'Genomsnittsväntetidsutvecklingsjämförelse'.repeat(4);
  await page.goto('/gnesta/socialnamnden/inlasningar');
  await choose(page, { name: 'lång.csv', bytes: `Förskola;${long};Platser\nEkorren;3;40\n` });
  await page.waitForURL('**/granska/*');
  expect(await readingFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Läs kolumnerna så' }).click();
  expect(await mainText(page)).toContain('saker att avgöra');
  expect(await readingFaults(page)).toEqual([]);
  await page.context().close();
});
