import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import { aPerson, signedIn } from '../accounts.ts';
import { readLater } from '../reading.ts';
import { faults } from './harness.ts';
import { startSeeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';

/* A goal is judged twice, and everybody sees of that what is theirs to see. */

const BOARD = '/gnesta/socialnamnden';
const AT = 'tillfalle=ar-2023';
const HISTORY = `${BOARD}/historik/mal/vf-1?${AT}`;

let fyren: Seeded;
const cookies = new Map<string, string>();

beforeAll(async () => {
  fyren = await startSeeded(async (db) => {
    const now = new Date();
    const gnesta = kommuner.read(db, 'gnesta')!;
    const namnd = namnder.read(db, gnesta.id, 'socialnamnden')!.id;
    for (const [name, role] of [
      ['Rita Ravn', 'rapportskrivare'],
      ['Lena Lind', 'lasare'],
    ] as const) {
      const { id } = await aPerson(db, name, [{ role, kommun: gnesta.id, namnd }], now);
      cookies.set(name, signedIn(db, id, now));
    }
    const corrected = 'Indikator;Period;Värde\nind-1;2023-H1;89\n';
    readLater(db, gnesta, corrected, { name: 'rättad.csv' });
  });
}, 120_000);
afterAll(() => fyren.close());

/** Without a script, as every page of it is read; axe needs one. */
async function openAs(name: string | null, javaScript = false) {
  const page = await fyren.openPage({ javaScript });
  const domain = new URL(fyren.url).hostname;
  if (name !== null)
    await page
      .context()
      .addCookies([{ name: 'fyren', value: cookies.get(name)!, domain, path: '/' }]);
  return page;
}

const mainText = async (page: Page) =>
  (await page.locator('main').innerText()).replace(/\s+/g, ' ');

async function judge(page: Page, step: number, reason: string, text: string) {
  await page.goto(`${BOARD}/bedomning/mal/vf-1?${AT}`);
  await page.locator('input[type=radio][name^=bedomning]').nth(step).check();
  await page
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  await page.locator('textarea[name^=skal]').first().fill(reason);
  await page.locator('textarea[name^=text-kommentar]').first().fill(text);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page
    .getByText(/^\s*Sparat/)
    .first()
    .waitFor();
}

const OF_GNESTA = `occasion = (SELECT id FROM occasion WHERE key = 'ar-2023' AND kommun = (SELECT id FROM kommun WHERE slug = 'gnesta'))
  AND namnd = (SELECT id FROM namnd WHERE slug = 'socialnamnden' AND kommun = (SELECT id FROM kommun WHERE slug = 'gnesta'))`;

/** Past the write door: what is kept of the tree is of before. */
const step = (phase: 'publicerat' | 'oppet') => {
  fyren.db.$client.exec(`UPDATE namnd_occasion SET phase = '${phase}' WHERE ${OF_GNESTA}`);
  fyren.db.$client
    .prepare(
      `INSERT INTO phase_change (namnd, occasion, phase, reason, by_name, by_role, at)
       SELECT namnd, occasion, phase, 'Prov', 'Prov', 'administrator', ? FROM namnd_occasion WHERE ${OF_GNESTA}`,
    )
    .run(new Date().toISOString());
  fyren.db.$client.exec('UPDATE kommun SET revision = revision + 1');
};

test('a goal that was judged twice tells both, word by word, and where from', async () => {
  const page = await openAs('Rita Ravn');
  await page.goto(`${BOARD}/historik/mal/vf-1?${AT}`);
  expect(await mainText(page)).toContain('Historik:');
  await judge(page, 0, 'Kön är kort.', 'Arbetet går bra.');
  await judge(page, 1, 'Kön är lång.', 'Arbetet går mycket bra.');

  await page.goto(`${BOARD}/mal/vf-1?${AT}`);
  await page
    .getByRole('link', { name: /^Historik/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^Historik/ }).waitFor();
  const entries = page.locator('li');
  /** The first entry of a kind, without the marks of the framework. */
  const entryOf = async (heading: string) => {
    const entry = entries.filter({ has: page.getByRole('heading', { name: heading }) }).first();
    return (await entry.innerHTML()).replace(/<!--.*?-->| class="[^"]*"/g, '');
  };
  expect(await entryOf('Kommentar')).toContain(
    'Arbetet går <ins><span>[tillagt: </span>mycket <span>]</span></ins>bra.',
  );
  expect(await entryOf('Bedömning')).toContain(
    'Kön är <del><span>[borttaget: </span>kort<span>]</span></del><ins><span>[tillagt: </span>lång<span>]</span></ins>.',
  );
  const all = await mainText(page);
  expect(all).toContain('Rita Ravn, rapportskrivare');
  expect(all.indexOf('lång')).toBeLessThan(all.lastIndexOf('kort'));
  await page.context().close();

  const looked = await openAs('Rita Ravn', true);
  await looked.goto(HISTORY);
  expect(await faults(looked)).toEqual([]);
  await looked.context().close();
}, 60_000);

describe('to the public', () => {
  test('open work is not there', async () => {
    const answer = await fetch(fyren.url + HISTORY, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(404);
    const page = await openAs(null);
    await page.goto(`${BOARD}/historik/mal/vf-1`);
    const text = await mainText(page);
    for (const word of ['Kön', 'Arbetet går', 'Rita']) expect(text).not.toContain(word);
    await page.context().close();
  });

  test('what held when it was published is, in its role, and what was taken back before is not', async () => {
    step('publicerat');
    try {
      const page = await openAs(null, true);
      await page.goto(HISTORY);
      const text = await mainText(page);
      expect(text).toContain('Arbetet går mycket bra.');
      expect(text).toContain('Kön är lång.');
      expect(text).toContain('rapportskrivare');
      for (const word of ['kort', 'Rita']) expect(text).not.toContain(word);
      expect(await page.content()).not.toContain('Rita');
      expect(await faults(page)).toEqual([]);
      await page.context().close();
    } finally {
      step('oppet');
    }
  });
});

describe('a value that was corrected', () => {
  test.each([
    [null, false, false],
    ['Lena Lind', true, false],
    ['Rita Ravn', true, true],
  ])(
    '%j comes there from its row, sees names: %j, and goes on to the lines: %j',
    async (who, names, lines) => {
      const page = await openAs(who);
      await page.goto(`${BOARD}/indikatorer/ind-1`);
      await page
        .locator('summary', { hasText: 'Visa alla' })
        .click({ timeout: 1000 })
        .catch(() => {});
      const row = page.getByRole('row').filter({ hasText: 'rättad.csv' });
      await row.getByRole('link', { name: /^Historik/ }).click();
      await page.waitForURL('**/historik/indikator/ind-1?period=2023-H1');
      const text = await mainText(page);
      expect(text).toMatch(/Förut 102 dagar rad \d+ i \S+\.csv Sedan 89 dagar rad 2 i rättad\.csv/);
      expect(text.includes('Prov, administratör')).toBe(names);
      expect(text).toContain('administratör');
      expect(await page.locator('dd a').count()).toBe(lines ? 2 : 0);
      await page.getByRole('link', { name: 'Visa allt som har ändrats' }).click();
      await page.waitForURL(/ind-1$/);
      await page.context().close();
    },
  );
});

test('what has not changed says so, and what is not there is not there', async () => {
  const page = await openAs(null, true);
  await page.goto('/gnesta/socialnamnden/historik/indikator/hr-4');
  expect(await mainText(page)).toContain('Här samlas bedömningar, texter och värden');
  expect(await faults(page)).toEqual([]);
  for (const path of ['mal/finns-inte', 'namnd/vf-1', 'indikator/vf-1']) {
    const answer = await fetch(`${fyren.url}${BOARD}/historik/${path}`, {
      headers: { accept: 'text/html' },
    });
    expect(answer.status).toBe(404);
  }
  await page.context().close();
});

test('of thousands of changes one reads a page at a time', async () => {
  const { $client } = fyren.db;
  const last = $client
    .prepare(`SELECT max(id) FROM comment WHERE goal IS NOT NULL AND body LIKE 'Arbetet går%'`)
    .pluck()
    .get() as number;
  const insert = $client.prepare(
    `INSERT INTO comment (goal, namnd, occasion, place, part, body, by_name, by_role, at, previous)
     SELECT goal, namnd, occasion, place, part, @body, by_name, by_role, @at, id FROM comment WHERE id = @base`,
  );
  let base = last;
  $client.transaction(() => {
    for (let n = 1; n <= 5000; n += 1) {
      const at = new Date(Date.UTC(2030, 0, 1) + n * 60_000).toISOString();
      base = Number(insert.run({ body: `Version ${n}`, at, base }).lastInsertRowid);
    }
  })();
  const page = await openAs('Rita Ravn', true);
  await page.goto(HISTORY);
  expect(await page.locator('main li').count()).toBe(30);
  await page.getByRole('link', { name: 'Äldre' }).click();
  await page.waitForURL(/sida=2/);
  expect(page.url()).toContain(AT);
  expect(await mainText(page)).toMatch(/Sida 2 av 16\d/);
  expect(await mainText(page)).toContain('4970');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Nyare' }).click();
  await page.waitForURL((url) => !url.searchParams.has('sida'));
  await page.goto(`${HISTORY}&sida=999`);
  expect(await mainText(page)).toContain('Arbetet går bra.');
  await page.context().close();
}, 60_000);
