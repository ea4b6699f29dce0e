import { describe, expect, test } from 'vitest';
import { outcomeSentence } from '#lib/format/preview.ts';
import * as places from '#lib/server/db/places.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { previewOf, readIn } from '../reading.ts';

const file = (...rows: string[]) => ['Indikator;Period;Värde', ...rows, ''].join('\n');
const gnesta = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

describe('what nobody should guess or see', () => {
  const counted = (...rows: string[]) =>
    ['Indikator;Period;Kön;Svar;Värde', ...rows, ''].join('\n');

  test('rows left out, and questions, tell no figures of a few', () => {
    const { db, kommun } = gnesta();
    const text = counted('ind-3;2025;T;30;60', 'ind-3;2025;K;3;133,3', 'ind-3;2025;M;27;62,9');
    const report = previewOf(db, kommun, text, { leftOut: [4] });
    expect(report.leftOut).toEqual([{ line: 4, text: 'ind-3;2025;M;…;…' }]);
    expect(report.questions.map(({ problem }) => problem)).toMatchObject([
      { code: 'value-out-of-range', value: '…' },
    ]);
    expect(JSON.stringify(report)).not.toMatch(/133|62,9/);
  });

  test('shares of one are asked of for each indicator by itself', () => {
    const { db, kommun } = gnesta();
    const rows = ['ind-3;2023;84', 'ind-3;2022;83', 'ind-3;2021;0,85'];
    const others = ['ind-4;2023;61', 'ind-4;2022;62', 'ind-4;2021;0,61'];
    const answers = { 'mixed-scale|ind-3': 'as-written' };
    const report = previewOf(db, kommun, file(...rows, ...others), { answers });
    expect(report.questions.map(({ key, answer }) => [key, answer])).toEqual([
      ['mixed-scale|ind-3', 'as-written'],
      ['mixed-scale|ind-4', null],
    ]);
    expect(report.outcome).toBe('asked');
  });

  test('one name in two spellings makes one unit', () => {
    const { db, kommun } = gnesta();
    const text = 'Indikator;Period;Enhet;Värde\nind-1;2024;Kulla;5\nind-1;2025;kulla;6\n';
    const places_ = { Kulla: 'new', kulla: 'new' } as const;
    readIn(db, kommun, text, { choices: { places: places_ } });
    expect(
      places.list(db, kommun.id).filter(({ name }) => name.toLowerCase() === 'kulla'),
    ).toHaveLength(1);
  });

  test('all rows left out can be taken back', () => {
    const { db, kommun } = gnesta();
    const report = previewOf(db, kommun, file('ind-1;2024;abc'), { leftOut: [2] });
    expect(report).toMatchObject({ outcome: 'asked', faults: [], leftOut: [{ line: 2 }] });
    expect(outcomeSentence(report)).toContain('Ta tillbaka någon av dem');
  });

  test.each([
    ['ten times what it was', 'ind-1;2023-H1;1020', 'far'],
    ['none where there was one', 'ind-1;2023-H1;', 'emptied'],
    ['of a time that has not begun', 'ind-1;2032;90', 'future'],
    ['a usual change', 'ind-1;2023-H1;89', null],
  ])('a value %s is marked', (_, row, remark) => {
    const { db, kommun } = gnesta();
    const { changes } = previewOf(db, kommun, file(row));
    expect([...changes.changed.shown, ...changes.new.shown]).toMatchObject([{ remark }]);
  });
});
