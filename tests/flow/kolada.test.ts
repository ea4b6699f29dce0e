import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { rankOf } from '../../src/lib/domain/ranking.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import * as measures from '../../src/lib/server/db/measures.ts';
import * as observations from '../../src/lib/server/db/observations.ts';
import * as places from '../../src/lib/server/db/places.ts';
import { importUpload } from '../../src/lib/server/import-upload.ts';
import type { UploadReport } from '../../src/lib/server/import-upload.ts';
import { ACTOR, gnestaIn, NOW, seededDb } from '../db.ts';

/*
 * Real values of 290 kommuner, 35 nyckeltal, 1995–2012. The whole file lies beside the repository
 * where it is worked on; in the repository are its rows of six nyckeltal for two years.
 */

const BESIDE = join('..', 'shared', 'kolada', 'nyckeltal.csv');
const OWN = join('tests', 'fixtures', 'kolada', 'nyckeltal.csv');

const isWhole = existsSync(BESIDE);
if (!isWhole) console.log(`${BESIDE} is not here: read are the six nyckeltal of ${OWN}.`);

const bytes = readFileSync(isWhole ? BESIDE : OWN);
const rows = bytes
  .toString('utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

let db: Db;
let first: UploadReport;
const load = () =>
  importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, { name: 'nyckeltal.csv', bytes });

beforeAll(() => {
  db = seededDb();
  first = load();
  return () => db.$client.close();
}, 60_000);

type Way = 'higher' | 'lower';

/** The product's answer: from the database, by the domain. */
function ranked(code: string, year: string, kommun: string, better: Way) {
  const { kommun: gnesta } = gnestaIn(db);
  const measure = measures.readShared(db, code)!.id;
  const place = places.list(db, gnesta.id).find((one) => one.name === kommun)!.id;
  const peers = observations.peers(db, gnesta.id, [{ measure, period: year }]);
  const rank = rankOf({ peers, groups: [] }, { measure, period: year, place, better, among: null });
  return {
    value: peers.find((one) => one.place === place)?.value,
    place: rank?.place,
    of: rank?.of,
  };
}

/** The same by sorting the lines of the file. */
function sorted(code: string, year: string, kommun: string, better: Way) {
  const field = rows.filter((row) => row[0] === code && row[2] === year);
  const values = field.map((row) => Number(row[3])).sort((a, b) => a - b);
  if (better === 'higher') values.reverse();
  const value = Number(field.find((row) => row[1] === kommun)?.[3]);
  return { value, place: values.indexOf(value) + 1, of: values.length };
}

test('every row of the file is a value', () => {
  expect(first).toMatchObject({
    outcome: 'stored',
    new: isWhole ? 92_738 : rows.length,
    changed: 0,
    unchanged: 0,
    refused: 0,
  });
  const codes = new Set(first.problems.map(({ code }) => code));
  expect([...codes]).toEqual(isWhole ? ['reused-id'] : []);
});

describe('rank', () => {
  test('of N00092 in 2011: Gnesta 73 and Solna 240 from the lowest of 264', () => {
    expect(ranked('N00092', '2011', 'Gnesta', 'lower')).toEqual({ value: 2.8, place: 73, of: 264 });
    expect(ranked('N00092', '2011', 'Solna', 'lower')).toEqual({ value: 5.2, place: 240, of: 264 });
  });

  test.each<[string, string, Way]>([
    ['N00094', '2011', 'lower'],
    ['N15418', '2011', 'higher'],
    ['U05400', '2010', 'higher'],
    ['N00800', '2010', 'lower'],
    ['N15404', '2010', 'higher'],
  ])('of %s in %s, %s is better, agrees with the file sorted', (code, year, better) => {
    for (const kommun of ['Gnesta', 'Solna', 'Härnösand', 'Kalmar', 'Vaxholm']) {
      expect(ranked(code, year, kommun, better)).toEqual(sorted(code, year, kommun, better));
    }
  });
});

test('a headline reads no other kommun', () => {
  const { kommun } = gnestaIn(db);
  const { id } = measures.readShared(db, 'N00092')!;
  const own = places.readKommun(db, '0461')!.id;
  const found = observations.list(db, kommun.id, [id]);
  expect(found.length).toBeGreaterThan(1);
  expect(new Set(found.map((one) => one.place))).toEqual(new Set([own]));
});

test('the same file again changes nothing', () => {
  expect(load()).toMatchObject({
    outcome: 'already-stored',
    new: 0,
    changed: 0,
    unchanged: rows.length,
  });
}, 60_000);
