import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurn } from './turns.ts';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { GNESTA, post, preview, readingFaults, store, undo } from './uploads.ts';

const HARNOSAND = '/harnosand/socialnamnden';
const APPENDIX = readFileSync('seeds/gnesta/4-bilaga-1-delar-2023.csv', 'utf8');
const HME = readFileSync('tests/fixtures/formats/08-hme-per-enhet-och-fraga.csv');
const LONG = `${'långtfilnamnutanmellanrum'.repeat(9)}.csv`;

const FAULTY = [
  'Indikator;Period;Värde',
  ...Array.from({ length: 12 }, (_, at) => `ind-1;${2000 + at};${'fel'.repeat(at * 8 + 1)}`),
  'ind-1;1999;55',
].join('\n');

let fyren: Fyren;
const paths: Record<string, string> = {};
beforeAll(async () => {
  fyren = await start();
  paths['the list with nothing waiting'] = '/kalmar/socialnamnden/inlasningar';
  paths['the list with files that wait'] = `${GNESTA}/inlasningar`;
  paths['the list when all was read in already'] = `${GNESTA}/inlasningar?redan`;
  paths['the list after nyckeltal'] = `${GNESTA}/inlasningar?nyckeltal`;
  paths['names and a period asked for'] = await preview(
    fyren,
    { name: 'hme.csv', bytes: new Uint8Array(HME) },
    HARNOSAND,
  );
  paths['a question'] = await preview(fyren, {
    name: LONG,
    bytes: 'Indikator;Period;Värde\nind-1;1996;1.234\n',
  });
  paths['faults'] = await preview(fyren, { name: 'fel.csv', bytes: FAULTY });
  paths['rows left out'] = await preview(fyren, { name: 'utanför.csv', bytes: FAULTY });
  const out = new URLSearchParams({ rev: '0', 'alla-rader': '2,3,4,5,6,7,8,9,10,11,12,13' });
  await post(fyren, `${paths['rows left out']}?/svar`, out);
  paths['a file that is no table'] = await preview(fyren, {
    name: 'webb.html',
    bytes: '<!doctype html><html>',
  });
  const changed = APPENDIX.replace(';102;', ';88;').replace(';18;', ';30;');
  paths['ready'] = await preview(fyren, { name: 'rättad.csv', bytes: changed });
  const upload = await store(
    fyren,
    await preview(fyren, { name: LONG, bytes: APPENDIX.replace(';102;', ';89;') }),
  );
  paths['an upload'] = upload;
  paths['a line of an upload'] = `${upload}?rad=2`;
  paths['undoing'] = `${upload}/angra`;
  const undone = await store(
    fyren,
    await preview(fyren, { name: 'ångrad.csv', bytes: 'Indikator;Period;Värde\nind-1;1990;5\n' }),
  );
  await undo(fyren, undone);
  paths['an undone upload'] = undone;
});
afterAll(() => fyren.close());

describe.each(
  inTurn([
    'the list with nothing waiting',
    'the list with files that wait',
    'the list when all was read in already',
    'the list after nyckeltal',
    'names and a period asked for',
    'a question',
    'faults',
    'rows left out',
    'a file that is no table',
    'ready',
    'an upload',
    'a line of an upload',
    'undoing',
    'an undone upload',
  ]),
)('%s', (state) => {
  test.each([320, 1280])(
    'reads at %i px, in Swedish, and axe has nothing against it',
    async (width) => {
      const page = await fyren.openPage({ width });
      const said: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(error.message));
      const answer = await page.goto(paths[state]!);
      expect(answer?.status()).toBe(200);
      expect(new URL(page.url()).pathname).toBe(paths[state]!.split('?')[0]);
      expect(await page.title()).toMatch(/.+ – Fyren$/);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await readingFaults(page)).toEqual([]);
      expect(said).toEqual([]);
      await page.context().close();
    },
  );
});
