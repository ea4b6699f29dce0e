import { describe, expect, test } from 'vitest';
import { aPeriod } from '../../../tests/builders.ts';
import { plain } from '../../../tests/assessed.ts';
import type { ShownValue, ValueChange } from '#lib/domain/preview.ts';
import { aboutWords, shownWords } from './changes.ts';

const value = (given: Partial<ShownValue>): ShownValue => ({
  ...{ state: 'value', value: 102, unit: 'dagar' },
  ...given,
});

describe('a value', () => {
  test.each<[ShownValue | null, string]>([
    [null, '–'],
    [value({}), '102 dagar'],
    [value({ value: 1 }), '1 dag'],
    [value({ value: 6.8, unit: '%' }), '6,8 %'],
    [value({ value: 3285, unit: '' }), '3 285'],
    [value({ value: -0.5, unit: '' }), '−0,5'],
    [value({ value: 0, unit: '%' }), '0 %'],
    [value({ value: 79, unit: 'index' }), 'index 79'],
    [value({ state: 'missing', value: null }), 'saknas'],
    [value({ state: 'suppressed', value: null }), 'skyddad'],
    [value({ state: 'not_applicable', value: null }), 'ej tillämpligt'],
    [value({ state: 'not_collected', value: null }), 'ej insamlat'],
    [value({ state: 'value', value: null }), 'saknas'],
  ])('%j is said as %s', (given, words) => expect(plain(shownWords(given))).toBe(words));
});

describe('what a value is about', () => {
  const change = (given: Partial<ValueChange>): ValueChange => ({
    ...{ kind: 'new', title: 'Väntetid', period: aPeriod('2025'), place: null, sex: 'T' },
    ...{ breakdown: '', of: 'utfall', before: null, after: null, printed: '', line: 2 },
    ...{ note: null, noteBefore: null, remark: null },
    ...given,
  });

  test.each<[Partial<ValueChange>, string]>([
    [{}, '2025'],
    [{ period: aPeriod('2023-H1') }, 'Januari–juni 2023'],
    [{ place: 'Hemtjänst Norr', sex: 'K' }, '2025, Hemtjänst Norr, kvinnor'],
    [{ breakdown: 'Ålder=50 år eller äldre', of: 'prognos' }, '2025, 50 år eller äldre, prognos'],
    [{ sex: 'A', of: 'budget' }, '2025, annat, budget'],
  ])('%j is said as %s', (given, words) => expect(aboutWords(change(given))).toBe(words));
});
