import { expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { draftTold } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import { atLeast, atMost } from '../../../tests/rules.ts';
import { compareDrafts } from './compare-drafts.ts';
import type { DraftChange } from './compare-drafts.ts';

const WAIT = { rule: atMost(90), value: 102 } as const;
const SHARE = { title: 'Andel nöjda', unit: '%', decimals: 1, value: 84.2 } as const;
const PREVIOUS = { ...SHARE, before: 80 } as const;

/** "value 102 dagar → 98 dagar": what a writer is shown. */
const shown = (change: DraftChange): readonly string[] =>
  change.kind === 'same'
    ? []
    : change.numbers.map(({ bound, was, is }) =>
        `${bound.role} ${was ?? '–'} → ${is ?? '–'}`.replaceAll('\u00a0', ' '),
      );

test.each<[string, Told, Told, DraftChange['kind'], readonly string[]]>([
  ['nothing has changed', WAIT, WAIT, 'same', []],
  [
    'another value on the same side',
    WAIT,
    { ...WAIT, value: 98 },
    'numbers',
    ['value 102 dagar → 98 dagar', 'distance 12 dagar → 8 dagar'],
  ],
  [
    'one day is still a number',
    WAIT,
    { ...WAIT, value: 91 },
    'numbers',
    ['value 102 dagar → 91 dagar', 'distance 12 dagar → 1 dag'],
  ],
  [
    'another side is other words',
    WAIT,
    { ...WAIT, value: 85 },
    'words',
    ['value 102 dagar → 85 dagar', 'distance 12 dagar → 5 dagar'],
  ],
  ['a change that no digit shows is none', SHARE, { ...SHARE, value: 84.23 }, 'same', []],
  [
    'another target',
    WAIT,
    { ...WAIT, rule: atMost(95) },
    'numbers',
    ['distance 12 dagar → 7 dagar', 'limit 90 dagar → 95 dagar'],
  ],
  ['another kind of target', WAIT, { ...WAIT, rule: atLeast(90) }, 'words', []],
  [
    'a year before that was corrected',
    PREVIOUS,
    { ...PREVIOUS, before: 81 },
    'numbers',
    ['change 4,2 procentenheter → 3,2 procentenheter', 'previous 80,0 procent → 81,0 procent'],
  ],
  [
    'a year before that has come',
    SHARE,
    PREVIOUS,
    'words',
    ['change – → 4,2 procentenheter', 'previous – → 80,0 procent'],
  ],
  [
    'a value that was taken back',
    SHARE,
    { ...SHARE, value: null },
    'words',
    ['value 84,2 procent → –'],
  ],
  [
    'a newer period is other words, and the number it replaces is seen',
    { ...SHARE, period: '2023-Q1' },
    { ...SHARE, period: '2023-Q2', value: 85 },
    'words',
    ['value 84,2 procent → 85,0 procent'],
  ],
  [
    'women and men are kept apart',
    { ...SHARE, others: [sex('K', 86), sex('M', 80)] },
    { ...SHARE, others: [sex('K', 86), sex('M', 79)] },
    'numbers',
    ['sex 80,0 procent → 79,0 procent', 'sex-difference 6,0 procentenheter → 7,0 procentenheter'],
  ],
  ['it is final', { ...SHARE, now: { isPreliminary: true } }, SHARE, 'words', []],
])('%s', (_, was, is, kind, numbers) => {
  const change = compareDrafts(draftTold(was), draftTold(is));
  expect([change.kind, shown(change)]).toEqual([kind, numbers]);
});

function sex(which: 'K' | 'M', value: number) {
  return anObservation({ period: '2023-H1', sex: which, value });
}

test('a draft that has been kept as JSON is the same', () => {
  const draft = draftTold(WAIT);
  expect(compareDrafts(JSON.parse(JSON.stringify(draft)), draft)).toEqual({ kind: 'same' });
});
