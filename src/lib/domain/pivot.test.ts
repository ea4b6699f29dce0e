import { expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { pivotOf } from './pivot.ts';

const at = (period: string, sex: 'T' | 'K', value: number) => anObservation({ period, sex, value });

test('rows and columns in the order they are given, and null where there is no value', () => {
  const down = [at('2023', 'K', 1), at('2023', 'T', 2), at('2022', 'T', 3)];
  const across = [down[1]!, down[0]!, down[2]!];
  const { columns, rows } = pivotOf(
    { down, across },
    ({ period }) => period.text,
    ({ sex }) => sex,
  );
  expect(columns).toEqual(['T', 'K']);
  expect(rows.map(({ key, cells }) => [key, cells.map((cell) => cell?.value ?? null)])).toEqual([
    ['2023', [2, 1]],
    ['2022', [3, null]],
  ]);
});

test('of two in one cell the first stands', () => {
  const down = [at('2023', 'T', 1), at('2023', 'T', 2)];
  const same = () => 'x';
  expect(pivotOf({ down, across: down }, same, same).rows[0]?.cells[0]?.value).toBe(1);
});
