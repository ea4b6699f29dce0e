import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sumOf, weightedMean } from '#lib/domain/add-up.ts';
import { subtract } from '#lib/domain/compare.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { currentAt, FRESHNESS } from '#lib/domain/series.ts';
import { formatChange, formatTotal } from '#lib/format/amount.ts';
import { formatNumber } from '#lib/format/sv.ts';
import { decimalsOf } from '#lib/format/value.ts';
import { inspectFile } from '#lib/ingest/inspect.ts';
import { assessedCase, plain } from './assessed.ts';
import { anObservation, GREEN, YELLOW } from './builders.ts';
import { atLeast, atMost, BETTER } from './rules.ts';

/*
 * What public bugs were made of once the file had been read: what is judged, added up and shown.
 * Each file is read through the real door, and its sidecar says what is right.
 */

const FOLDER = 'tests/fixtures/bugs';

type Cells = readonly (string | number | null)[];
type Sidecar = { readonly expect: Readonly<Record<string, unknown>> };

const read = (name: string) => {
  const bytes = readFileSync(join(FOLDER, `${name}.csv`));
  const sidecar = JSON.parse(
    readFileSync(join(FOLDER, `${name}.expected.json`), 'utf8'),
  ) as Sidecar;
  const rows: readonly Cells[] = inspectFile({ name: `${name}.csv`, bytes }).records ?? [];
  return { rows, expected: sidecar.expect };
};

const number = (cell: Cells[number] | undefined) => (typeof cell === 'number' ? cell : null);

describe('B77: status', () => {
  const { rows } = read('B77-status-cases');

  /** What is not reached is yellow while it is better than the base. */
  const ruleOf = (way: unknown, target: number): TargetRule =>
    way === 'lägre' ? atMost(target, BETTER) : atLeast(target, BETTER);

  const statusOf = ([, way, base, target, value]: Cells) => {
    const one = assessedCase({
      rule: ruleOf(way, number(target) ?? NaN),
      value: number(value),
      before: number(base) ?? NaN,
      decimals: 1,
    });
    if (one.step === null) return 'ingen uppgift';
    return one.step === GREEN ? 'grön' : one.step === YELLOW ? 'gul' : 'röd';
  };

  test('has nine rows', () => {
    expect(rows).toHaveLength(9);
  });

  test.each(rows.map((row) => [row[0], row] as const))('row %s', (_, row) => {
    expect(statusOf(row)).toBe(row[5]);
  });

  test('H is not shown as 85,0 (case 4)', () => {
    const one = assessedCase({ rule: atLeast(85), value: 84.95, decimals: 1 });
    expect(formatNumber(84.95, decimalsOf(one))).toBe('84,95');
  });
});

test('B78: percentages roll up by their counts, and what is missing is told (case 9)', () => {
  const { rows, expected } = read('B78-rollup-percent');
  const parts = rows.map((row) => ({
    ...{ value: null, numerator: number(row[2]), denominator: number(row[3]) },
  }));
  const total = weightedMean(parts, true)!;
  expect(formatNumber(total.value!, 1)).toBe(String(expected['parent_percent']).replace('.', ','));
  expect(formatTotal(total, 1)).toContain(expected['parent_note']);
});

test('B79: the year so far of a count is its last known value, never a sum', () => {
  const { rows, expected } = read('B79-cumulative');
  const series = rows.map(([, tertial, value]) =>
    anObservation({
      period: `2023-${tertial}`,
      ...(number(value) === null ? { state: 'missing' } : { value: number(value) }),
    }),
  );
  const current = currentAt(series, '2023-12-31', FRESHNESS.own);
  expect(current).toMatchObject({ observation: { value: expected['year_to_date'] } });
});

test('B62: a sum over units tells what is missing', () => {
  const { rows, expected } = read('B62-aggregate-with-dots');
  const total = sumOf(rows.map((row) => number(row[2])));
  expect(plain(formatTotal(total, 0))).toBe(expected['sum_shown']);
  expect(total.value! / (total.of - total.missing)).toBe(expected['mean']);
});

test('B81: shown half away from zero', () => {
  const { rows, expected } = read('B81-rounding');
  const decimals: Readonly<Record<string, number>> = { D: 2, E: 0 };
  const shown = rows.map(([unit, value]) => [
    unit,
    formatNumber(number(value)!, decimals[String(unit)] ?? 1),
  ]);
  expect(Object.fromEntries(shown)).toEqual(expected['shown']);
});

test('B82: a change of a share is in procentenheter', () => {
  const { rows, expected } = read('B82-points-not-percent');
  const changes = rows.map(([unit, before, now]) => [
    unit,
    plain(formatChange({ unit: '%', isShare: true }, subtract(number(now)!, number(before)!), 0)),
  ]);
  expect(Object.fromEntries(changes)).toEqual(expected['change']);
});

test('B83: twelve long titles that differ only at their end are whole and different', () => {
  const { rows, expected } = read('B83-long-titles');
  expect(rows).toEqual(expected['records']);
  expect(rows).toHaveLength(12);
  const titles = rows.map(([title, value]) => {
    const one = assessedCase({
      ...{ rule: atLeast(60), value: number(value), decimals: 1 },
      indicator: { title: String(title) },
    });
    return one.indicator.title;
  });
  expect(titles).toEqual(rows.map(([title]) => title));
  expect(new Set(titles).size).toBe(expected['distinct_labels']);
});
