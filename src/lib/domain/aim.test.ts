import { describe, expect, test } from 'vitest';
import {
  atLeast,
  atMost,
  over,
  under,
  between,
  keep,
  percent,
  points,
  UP,
  DOWN,
  rank,
  countBy,
  doneBy,
  WORDS,
  BUDGET,
} from '../../../tests/rules.ts';
import { aimOf } from './aim.ts';
import type { Met } from './model.ts';
import type { TargetRule } from './rule.ts';
import { judge } from './target.ts';

/** What the rule says of a number, when nothing has to be waited for. */
function judged(rule: TargetRule, value: number, previous: number | null): string {
  const aim = aimOf(rule, previous);
  return typeof aim === 'string' ? aim : judge(aim, value);
}

type Row = [string, TargetRule, number, Met];

describe('a target without a yellow zone is reached or not', () => {
  test.each<Row>([
    ['at least, below', atLeast(80), 79, 'missed'],
    ['at least, on it (case 3)', atLeast(80), 80, 'met'],
    ['at least, above', atLeast(80), 81, 'met'],
    ['at most, below (case 2)', atMost(5), 4, 'met'],
    ['at most, on it (cases 2 and 3)', atMost(5), 5, 'met'],
    ['at most, above (case 2)', atMost(5), 8, 'missed'],
    ['keep 80, kept (case 1)', atLeast(80), 80, 'met'],
    ['keep 80, not kept (case 1)', atLeast(80), 79, 'missed'],
    ['79,5 where 80 is shown (case 4)', atLeast(80), 79.5, 'missed'],
    ['79,96 where 80 is shown (case 4)', atLeast(80), 79.96, 'missed'],
    ['80,4 where 80 is shown, at most (case 4)', atMost(80), 80.4, 'missed'],
    ['at most nought, nought (case 5)', atMost(0), 0, 'met'],
    ['at most nought, one (case 5)', atMost(0), 1, 'missed'],
    ['at least nought, nought (case 5)', atLeast(0), 0, 'met'],
    ['at least nought, minus one', atLeast(0), -1, 'missed'],
    ['nought against 80 is a value (case 6)', atLeast(80), 0, 'missed'],
    ['above 100 % (case 7)', atLeast(100), 104.3, 'met'],
    ['above 100 %, at most (case 7)', atMost(100), 104.3, 'missed'],
    ['a deficit against a surplus (case 7)', atLeast(0.5), -3.2, 'missed'],
    ['a deficit smaller than allowed (case 7)', atLeast(-5), -4, 'met'],
    ['a deficit as allowed', atLeast(-5), -5, 'met'],
    ['a deficit larger than allowed', atLeast(-5), -6, 'missed'],
    ['at most minus five', atMost(-5), -4, 'missed'],
    ['0,1 + 0,2 against 0,3 at most (case 10)', atMost(0.3), 0.1 + 0.2, 'met'],
    ['0,7 + 0,1 against 0,8 at least (case 10)', atLeast(0.8), 0.7 + 0.1, 'met'],
    ['B77 A', atLeast(0), 0, 'met'],
    ['B77 B', atLeast(0), 5, 'met'],
    ['B77 D', atMost(5), 5, 'met'],
    ['B77 E', atMost(5), 12, 'missed'],
    ['B77 F', atLeast(50), 50, 'met'],
    ['B77 H: 84,95 is not 85', atLeast(85), 84.95, 'missed'],
    ['B77 I', atLeast(85), 85, 'met'],
  ])('%s', (_, rule, value, expected) => {
    expect(judged(rule, value, null)).toBe(expected);
  });

  test.each([atLeast(80), atMost(80)])('whatever was before: $kind', (rule) => {
    expect(judged(rule, rule.kind === 'at-least' ? 79 : 81, 40)).toBe('missed');
  });
});

describe('every kind, below, on and above', () => {
  test.each<[string, TargetRule, readonly [number, number, number], string]>([
    ['at least', atLeast(80), [79, 80, 81], 'missed met met'],
    ['over', over(80), [79, 80, 81], 'missed missed met'],
    ['over, but for noise', over(0.3), [0.29, 0.1 + 0.2, 0.31], 'missed missed met'],
    ['at most', atMost(80), [79, 80, 81], 'met met missed'],
    ['under', under(80), [79, 80, 81], 'met missed missed'],
    ['over nought (case 5)', over(0), [-1, 0, 1], 'missed missed met'],
    ['between, its low end', between(40, 60), [39.9, 40, 40.1], 'missed met met'],
    ['between, its high end', between(40, 60), [59.9, 60, 60.1], 'met met missed'],
    ['between nought and nought', between(0, 0), [-1, 0, 1], 'missed met missed'],
    ['hold, its low end (case 1)', keep(80, 2), [77.9, 78, 78.1], 'missed met met'],
    ['hold, its high end (case 1)', keep(80, 2), [81.9, 82, 82.1], 'met met missed'],
    ['hold, exactly (case 1)', keep(80, 0), [79, 80, 81], 'missed met missed'],
    ['hold, with noise (case 10)', keep(0.3, 0.1), [0.19, 0.2, 0.4], 'missed met met'],
    ['10 % more than 340', percent(340, 10), [373, 374, 375], 'missed met met'],
    ['10 % less than 340', percent(340, -10), [305, 306, 307], 'met met missed'],
    ['10 % better than −100', percent(-100, 10), [-91, -90, -89], 'missed met met'],
    ['3 more than 62', points(62, 3), [64, 65, 66], 'missed met met'],
    ['3 less than 62', points(62, -3), [58, 59, 60], 'met met missed'],
    ['3 more than nought', points(0, 3), [2, 3, 4], 'missed met met'],
    ['10 % more than nought', percent(0, 10), [-1, 0, 1], 'no-base no-base no-base'],
    ['a reported place', rank(50), [49, 50, 51], 'met met missed'],
    ['a count by a day', countBy(161), [160, 161, 162], 'missed met met'],
    ['done by a day', doneBy(), [0, 1, 2], 'missed met met'],
    ['words', WORDS, [0, 1, 2], 'words-only words-only words-only'],
    ['a budget', BUDGET, [1199, 1200, 1201], 'reference reference reference'],
  ])('%s', (_, rule, values, expected) => {
    expect(values.map((value) => judged(rule, value, null)).join(' ')).toBe(expected);
  });

  test.each<[string, TargetRule, readonly [number, number, number], string]>([
    ['more than before', UP, [69, 70, 71], 'missed missed met'],
    ['less than before', DOWN, [69, 70, 71], 'met missed missed'],
  ])('%s', (_, rule, values, expected) => {
    expect(values.map((value) => judged(rule, value, 70)).join(' ')).toBe(expected);
    expect(judged(rule, 70, null)).toBe('no-previous');
  });

  test('more than before is not the noise of binary', () => {
    expect(judged(UP, 0.1 + 0.2, 0.3)).toBe('missed');
  });
});
