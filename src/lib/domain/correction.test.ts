import { describe, expect, test } from 'vitest';
import { correctedFrom, isSameDecision } from './correction.ts';
import type { Correction } from './correction.ts';

const DECIDED = { decidedOn: '2023-10-03', paragraph: '44', diarienummer: 'SN 2023/145' };
const STEP = { id: 7, days: null, decision: DECIDED };

const put = (id: number, step: number, paragraph: string): Correction => ({
  ...{ id, step, days: null, decision: { ...DECIDED, paragraph } },
  ...{ reason: 'Fel paragraf.', at: `${id}` },
});

describe('what was put right', () => {
  test.each<[string, readonly Correction[], readonly string[]]>([
    ['nothing', [], []],
    ['once', [put(1, 7, '45')], ['44 → 45']],
    ['twice', [put(1, 7, '45'), put(2, 7, '46')], ['44 → 45', '45 → 46']],
    ['of another step', [put(1, 8, '45')], []],
    [
      'among those of another',
      [put(1, 7, '45'), put(2, 8, '9'), put(3, 7, '46')],
      ['44 → 45', '45 → 46'],
    ],
  ])('%s', (_, corrections, expected) => {
    expect(
      correctedFrom(STEP, corrections).map(
        ({ was, decision }) => `${was.decision?.paragraph} → ${decision?.paragraph}`,
      ),
    ).toEqual(expected);
  });
});

test.each([
  [{}, true],
  [{ decidedOn: '2023-10-04' }, false],
  [{ paragraph: '45' }, false],
  [{ diarienummer: 'SN 2023/146' }, false],
])('a decision beside the same with %j', (other, expected) => {
  expect(isSameDecision(DECIDED, { ...DECIDED, ...other })).toBe(expected);
});
