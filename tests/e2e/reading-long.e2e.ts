import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { GNESTA, mainText, post, preview, statusAt } from './uploads.ts';

/* Cells far longer than names are: told of, answered or thrown away, as all else. */

const MB = 1024 * 1024;
const LIST = `${GNESTA}/inlasningar`;

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

describe('a cell of 70 000 signs locks no file', () => {
  const long = 'Det här är ett svar i fri text. '.repeat(2200).trim();
  const rows = (head: string, ...more: string[]) => [head, ...more, ''].join('\n');
  const given = async (bytes: string) => {
    const page = await fyren.openPage();
    await page.goto(await preview(fyren, { name: 'lång.csv', bytes }));
    const press = (name: string) => page.getByRole('button', { name }).first().click();
    return { page, press };
  };

  test.each([
    ['a place', rows('Indikator;Period;Värde;Enhet', 'ind-1;1982;5;', `ind-1;1983;5;"${long}"`)],
    ['an indicator', rows('Indikator;Period;Värde', 'ind-1;1982;5', `"${long}";1983;5`)],
  ])('as the name of %s: the row is left out', async (_, bytes) => {
    const { page, press } = await given(bytes);
    const asked = await mainText(page);
    expect(asked).toContain('tecken långt, och ett namn är högst 1 000. Skriv ett kortare');
    expect(asked.length).toBeLessThan(2000);
    await page.getByLabel('Läs inte in rad 3').check();
    await press('Granska igen');
    expect(await mainText(page)).toContain('Filen kan läsas in. 1 nytt värde.');
    await press('Kasta filen');
    await page.waitForURL(`**${LIST}`);
    await page.context().close();
  });

  test.each([
    ['heading', rows(`Enhet;Period;"${long}"`, 'Ekorren;2024;1.234', 'Björken;2024;2.345')],
    ['question', rows('Enhet;Fråga;Svar;Antal', `A;"${long}";Ja;40`, `A;"${long}";Nej;40`)],
  ])('as a %s that is asked about: it is answered', async (_, bytes) => {
    const { page, press } = await given(bytes);
    await page.locator('input[type=radio]').first().check();
    await press('Granska igen');
    await page.waitForURL(/granska\/\d+$/);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await mainText(page)).toContain('tecken långt, och ett namn är högst 1 000.');
    await press('Kasta filen');
    await page.waitForURL(`**${LIST}`);
    await page.context().close();
  });

  test('what is more than a form may hold is thrown away all the same', async () => {
    const bytes = rows('Indikator;Period;Värde', 'Okänt mått;1983;5');
    const path = await preview(fyren, { name: 'många.csv', bytes });
    const body = new URLSearchParams({ [`indikator:${'å'.repeat(MB)}`]: 'new' });
    expect((await post(fyren, `${path}?/svar`, body)).status).toBe(413);
    expect((await post(fyren, `${path}?/kasta`, body)).headers.get('location')).toBe(LIST);
    expect(await statusAt(fyren, path)).toBe(404);
  });
});
