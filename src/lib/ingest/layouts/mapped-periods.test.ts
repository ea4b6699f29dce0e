import { describe, expect, test } from 'vitest';
import { mappingOf, readMapped as read } from '../../../../tests/mapped.ts';
import type { Mapping } from '#lib/domain/mapping.ts';

describe('when figures are of', () => {
  const heading = (period: string | null, of = 'Kö 2024') =>
    mappingOf([
      ['Enhet', 'place'],
      [of, 'value', { indicator: 'Kö', period }],
    ]);
  const figures = (mapping: Mapping, of = 'Kö 2024') => read(`Enhet;${of}\nNorr;5\n`, mapping);

  test.each<[string, string | null, string, string, string | null]>([
    ['is what the heading says', null, 'Kö 2024', '2024', null],
    ['is what was told', '2023', 'Kö', '2023', null],
    ['is a part of what the heading says', '2024-T1', 'Kö 2024', '2024-T1', null],
    ['is a läsår that begins in the year', '2024/25', 'Kö 2024', '2024/2025', null],
    ['is asked about where the heading says another year', '2023', 'Kö 2024', '2023', '2024'],
    ['is asked about where it is a wider time', '2024', 'Kö T1 2024', '2024', '2024-T1'],
  ])('%s', (_, told, of, period, said) => {
    const found = figures(heading(told, of), of);
    expect(found.rows.map((one) => one.period?.text)).toEqual([period]);
    const asked = found.problems.flatMap((one) => (one.code === 'other-period' ? [one.said] : []));
    expect(asked).toEqual(said === null ? [] : [said]);
  });

  test('is what the rows say, where a column of them does', () => {
    const mapping = mappingOf([
      ['År', 'period'],
      ['Kö 2019', 'value', { indicator: 'Kö' }],
    ]);
    expect(read('År;Kö 2019\n2024;5\n', mapping).rows[0]?.period?.text).toBe('2024');
  });
});
