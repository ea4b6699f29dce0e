import { describe, expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { keyOf, saysTheSame } from './difference.ts';

type Given = Parameters<typeof anObservation>[0];

describe('the same thing', () => {
  const mine = keyOf(anObservation());

  test.each<[string, Given]>([
    ['another measure', { measure: 2 }],
    ['another period', { period: '2023-T1' }],
    ['another name of the same days', { period: '2023-05..2023-08' }],
    ['another sex', { sex: 'K' }],
    ['another place', { place: 2 }],
    ['another breakdown', { breakdown: 'ålder=80+' }],
    ['another kind', { kind: 'budget' }],
  ])('is not %s', (_, other) => {
    expect(keyOf(anObservation(other))).not.toBe(mine);
  });

  test.each<[string, Given]>([
    ['another value', { value: 81 }],
    ['another state', { state: 'missing' }],
    ['another note', { note: 'rättad' }],
    ['another line of a file', { source: { ...anObservation().source, line: 9 } }],
  ])('is still it with %s', (_, other) => {
    expect(keyOf(anObservation(other))).toBe(mine);
  });
});

describe('a later reading', () => {
  const COUNTS = { value: 84.95, numerator: 17, denominator: 20, n: 20, asked: 25 } as const;

  test.each<[string, Given, Given, boolean]>([
    ['the same again', COUNTS, COUNTS, true],
    ['only printed otherwise', COUNTS, { ...COUNTS, printed: '84,950' }, true],
    [
      'only from another file',
      COUNTS,
      { ...COUNTS, source: { ...anObservation().source, upload: 2, file: 'b.csv' } },
      true,
    ],
    ['only binary noise', { value: 0.3 }, { value: 0.1 + 0.2 }, true],
    ['missing again', { state: 'missing' }, { state: 'missing' }, true],
    ['another value', COUNTS, { ...COUNTS, value: 84.96 }, false],
    ['a value where none was', { state: 'missing' }, { value: 0 }, false],
    ['none where a value was', { value: 0 }, { state: 'missing' }, false],
    ['another reason for none', { state: 'missing' }, { state: 'suppressed' }, false],
    ['another numerator', COUNTS, { ...COUNTS, numerator: 18 }, false],
    ['another denominator', COUNTS, { ...COUNTS, denominator: 21 }, false],
    ['a denominator where none was', { value: 1 }, { value: 1, denominator: 1 }, false],
    ['other answers', COUNTS, { ...COUNTS, n: 21 }, false],
    ['others asked', COUNTS, { ...COUNTS, asked: 26 }, false],
    ['no longer preliminary', { isPreliminary: true }, { isPreliminary: false }, false],
    ['measured another day', { measuredOn: null }, { measuredOn: '2023-05-31' }, false],
    ['published another day', { publishedOn: '2023-05-31' }, { publishedOn: '2023-06-01' }, false],
    ['a note', { note: null }, { note: 'Mätt i maj.' }, false],
  ])('%s', (_, before, after, expected) => {
    const [old, late] = [anObservation(before), anObservation(after)];
    expect(saysTheSame(old, late)).toBe(expected);
    expect(saysTheSame(late, old)).toBe(expected);
  });
});
