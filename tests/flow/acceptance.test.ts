import { describe, expect, test } from 'vitest';
import { inspectFile } from '#lib/ingest/inspect.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { checkPlanFile } from '#lib/server/plan/check.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW, parsedPlanWith } from '../db.ts';

/* The acceptance cases that cross rooms: how an entry is refused, and how a file's signs are read. */

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('case 11: two targets for one indicator and year are refused at entry', () => {
  const plan = parsedPlanWith((file) => {
    const [indicator] = file.indicators;
    indicator.targets.push({ ...indicator.targets[0], rule: { kind: 'at-most', value: 80 } });
  });
  expect(checkPlanFile(plan)).toEqual([
    { path: 'indicators.0.targets', message: expect.stringContaining('två gånger') as string },
  ]);
});

describe('case 13: decimals are told from thousands by the file itself', () => {
  test.each([
    ['a point in a semicolon file', 'Enhet;Kostnad\nA;18500.00\nB;9200.50\n', [18500, 9200.5]],
    [
      'a no-break space and a comma',
      'Enhet;Kostnad\nA;18\u00a0500,5\nB;9\u00a0200,25\n',
      [18500.5, 9200.25],
    ],
  ])('%s', (_, text, expected) => {
    const { outcome, records } = inspectFile({ name: 'kostnad.csv', bytes: bytesOf(text) });
    expect(outcome).toBe('accept');
    expect(records.map((record) => record[1])).toEqual(expected);
  });

  test('a point before three digits alone is asked about', () => {
    const bytes = bytesOf('Enhet;Kostnad\nA;1.234\nB;2.345\n');
    expect(inspectFile({ name: 'kostnad.csv', bytes }).outcome).toBe('ask');
  });
});

describe('case 14: a kommunkod is text and keeps its zero', () => {
  const TEXT = 'Indikator;Period;Kommunkod;Värde\nind-3;2023-H1;0461;40\n';

  test('in what the file says', () => {
    const { records } = inspectFile({ name: 'kod.csv', bytes: bytesOf(TEXT) });
    expect(records[0]).toEqual(['ind-3', '2023-H1', '0461', 40]);
  });

  test('and it means Gnesta when the file is read in', () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const report = importUpload(db, ACTOR, NOW, kommun, { name: 'kod.csv', bytes: bytesOf(TEXT) });
    expect(report).toMatchObject({ outcome: 'stored', changed: 1 });
  });
});
