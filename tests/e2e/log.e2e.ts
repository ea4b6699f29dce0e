import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grant } from '#lib/domain/permission.ts';
import { give } from '#lib/server/accounts.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as logRows from '#lib/server/db/log-rows.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as persons from '#lib/server/db/persons.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { aPerson, signedIn } from '../accounts.ts';
import { ACTOR } from '../db.ts';
import { readIn } from '../reading.ts';
import { faults } from './harness.ts';
import { startSeeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';

/* The log as administrators read it in a browser, without a script, and fetch it as a file. */

let fyren: Seeded;
const tokens = new Map<string, string>();
let karin: number;

beforeAll(async () => {
  fyren = await startSeeded(async (db) => {
    const now = new Date();
    const [gnesta, kalmar] = ['gnesta', 'kalmar'].map((slug) => kommuner.read(db, slug)!);
    const sn = namnder.read(db, gnesta!.id, 'socialnamnden')!.id;
    const administrator = (kommun: number | null, namnd: number | null): Grant => ({
      ...{ role: 'administrator', kommun, namnd },
    });
    const held = {
      Alla: administrator(null, null),
      Gnesta: administrator(gnesta!.id, null),
      Nämnden: administrator(gnesta!.id, sn),
    };
    for (const [name, grant] of Object.entries(held)) {
      const { id } = await aPerson(db, name, [grant], now);
      tokens.set(name, signedIn(db, id, now));
    }
    karin = (await aPerson(db, 'Karin', [], now)).id;
    const role: Grant = { role: 'rapportskrivare', kommun: gnesta!.id, namnd: sn };
    give(db, ACTOR, now, persons.read(db, karin)!, role);
    readIn(db, gnesta!, 'Indikator;Period;Värde\nind-1;2024-H1;7\n', { name: 'gnestas.csv' });
    const file = 'Indikator;Period;Värde\nx-sjukfranvaro;2024-H1;7\n';
    readIn(db, kalmar!, file, { name: 'kalmars.csv' });
  });
}, 120_000);
afterAll(() => fyren.close());

async function open(who: string, path: string, width = 1280) {
  const page = await fyren.openPage({ width, javaScript: false });
  const value = tokens.get(who)!;
  await page.context().addCookies([{ name: 'fyren', value, url: fyren.url }]);
  await page.goto(path);
  return page;
}

const get = (who: string, path: string) =>
  fetch(fyren.url + path, { headers: { cookie: `fyren=${tokens.get(who)}` }, redirect: 'manual' });

test('each administrator reads their own, by every way there is to ask', async () => {
  const asked = [
    '',
    '?text=kalmars',
    '?var=kalmar',
    '?slag=upload.store',
    '?vem=prov',
    '?fore=9999',
  ];
  const pages = asked.flatMap((query) => [
    `/logg${query}`,
    `/logg/csv${query}`,
    `/logg/__data.json${query}`,
  ]);
  for (const path of pages) {
    const texts = await Promise.all(
      ['Gnesta', 'Nämnden'].map(async (who) => (await get(who, path)).text()),
    );
    // What was written in the address stands in the form, and is no answer.
    for (const text of texts)
      expect(text.replaceAll(/text=kalmars|"kalmars?"|>kalmars?</g, ''), path).not.toMatch(
        /kalmars\.csv|Kalmar/,
      );
  }
  expect(await (await get('Alla', '/logg')).text()).toContain('kalmars.csv');
  expect(await (await get('Gnesta', '/logg')).text()).toContain('gnestas.csv');
  // A file that the nämnd's own values came with is told of there too.
  expect(await (await get('Nämnden', '/logg')).text()).toContain('gnestas.csv');
  expect(await (await get('Nämnden', '/logg')).text()).toContain('gav en roll');
});

test('without a script somebody finds what was done, and follows it to where it is', async () => {
  const page = await open('Gnesta', '/gnesta');
  await page.getByRole('link', { name: 'Logg', exact: true }).click();
  await page.waitForURL('**/logg');
  await page.getByLabel('Ändring', { exact: true }).selectOption({ label: 'Gav en roll' });
  await page
    .getByLabel('Var', { exact: true })
    .selectOption({ label: 'Socialnämnden i Gnesta kommun' });
  await page.getByRole('button', { name: 'Visa' }).click();
  expect(page.url()).toContain('var=gnesta%2Fsocialnamnden');
  const list = page.getByRole('listitem');
  expect(await list.count()).toBe(1);
  const text = await list.innerText();
  expect(text).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
  expect(text).toContain('Prov gav en roll: Karin');
  expect(text).toContain('Socialnämnden i Gnesta kommun · administratör · kommando');
  expect(text).toContain('rapportskrivare');
  await page.getByRole('link', { name: 'Karin' }).click();
  await page.waitForURL(`**/anvandare/${karin}`);
  await page.context().close();
});

test('what cannot be looked for is told beside its field, and stands', async () => {
  const page = await open('Gnesta', '/logg?vem=Karin&fran=2026-02-30&var=kalmar');
  expect(await page.getByText('Datumet finns inte. Skriv det som 2023-05-31.').count()).toBe(1);
  expect(await page.getByText('Platsen finns inte bland dem vars logg du läser.').count()).toBe(1);
  expect(await page.getByLabel('Från och med').inputValue()).toBe('2026-02-30');
  expect(await page.getByLabel('Vem', { exact: true }).inputValue()).toBe('Karin');
  expect(await page.getByRole('listitem').count()).toBe(0);
  const { status, headers } = await get('Gnesta', '/logg/csv?fran=2026-02-30');
  expect([status, headers.get('location')]).toEqual([303, '/logg?fran=2026-02-30']);
  await page.goto('/logg?text=finnsinte');
  expect(await page.locator('main').innerText()).toContain('Ingen ändring passar urvalet.');
  await page.context().close();
});

test('the file is one that Excel opens, nobody else keeps, and the log knows of', async () => {
  const answer = await get('Gnesta', '/logg/csv?slag=upload.store');
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="logg-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const newest = logRows.read(fyren.db, logRows.newest(fyren.db)!.seq)!;
  const rows = bytes.toString().trimEnd().split('\r\n').length - 1;
  expect(newest).toMatchObject({
    action: 'log.export',
    actor: 'Gnesta',
    role: 'administrator',
    via: 'web',
  });
  expect(JSON.parse(newest.after!)).toMatchObject({ filter: { slag: 'upload.store' }, rows });
  expect(rows).toBeGreaterThan(0);
  expect(verifyLog(fyren.db, null).faults).toEqual([]);
});

test('the server has said in its own log which row was the newest when it began', () => {
  const [, seq, hash] = /Loggens nyaste rad: (\d+):([0-9a-f]{64})/.exec(fyren.log())!;
  expect(logRows.read(fyren.db, Number(seq))?.hash).toBe(hash);
});

test.each([
  '/logg',
  '/logg?text=finnsinte',
  '/logg?fran=2026-02-30&text=-',
  '/logg?slag=plan.import',
])('%s: axe has nothing against it, on a phone and on a screen', async (path) => {
  const page = await fyren.openPage();
  await page.context().addCookies([{ name: 'fyren', value: tokens.get('Alla')!, url: fyren.url }]);
  await page.goto(path);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});
