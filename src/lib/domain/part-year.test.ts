import { describe, expect, test } from 'vitest';
import { anIndicator, anObservation, anOccasion, aTarget } from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
  over,
  under,
  between,
  UP,
  countBy,
  doneBy,
  within,
  share,
} from '../../../tests/rules.ts';
import type { Indicator } from './model.ts';
import type { TargetRule } from './rule.ts';
import type { Current, Previous } from './series.ts';
import { assess, currentFor } from './target.ts';

const observation = anObservation({ value: 75 });
const before = anObservation({ period: '2022-T2', value: 70 });
const comparable: Previous = { observation: before, comparable: true, change: 5 };

type Given = {
  readonly rule: TargetRule;
  readonly occasion?: number | null;
  readonly current?: Current;
  readonly indicator?: Partial<Indicator>;
  readonly previous?: Previous | null;
  readonly cutoffOn?: string;
};
const assessed = ({ rule, occasion = null, current, indicator, previous, cutoffOn }: Given) =>
  assess({
    indicator: anIndicator(indicator),
    target: aTarget({ rule, occasion }),
    current: current ?? { kind: 'value', observation },
    previous: previous ?? null,
    rank: null,
    occasion: anOccasion({ cutoffOn: cutoffOn ?? '2023-08-31' }),
  });
const said = (given: Given) => {
  const verdict = assessed(given);
  return verdict.verdict === 'unknown' ? verdict.why : verdict.verdict;
};
const valued = (value: number, period = '2023-T2'): Current => ({
  kind: 'value',
  observation: anObservation({ value, period }),
});

describe('of what is to be reached by a day', () => {
  test.each<[string, TargetRule, number, string, string]>([
    ['a count, before it, not reached', countBy(161), 42, '2023-08-31', 'not-due-yet'],
    ['a count, before it, reached', countBy(161), 161, '2023-08-31', 'met'],
    ['a count, long before a day that has passed', countBy(161), 160, '2023-12-31', 'no-value'],
    ['a count, just before it', countBy(161, '2023-09-30'), 160, '2023-12-31', 'missed'],
    ['a count, reached after it', countBy(161, '2023-06-30'), 170, '2023-08-31', 'missed'],
    ['a count, on the day, reached', countBy(161), 170, '2023-12-31', 'met'],
    ['a count, after it', countBy(161, '2023-06-30'), 160, '2023-08-31', 'missed'],
    ['not done, before it', doneBy(), 0, '2023-08-31', 'not-due-yet'],
    ['done, before it', doneBy(), 1, '2023-08-31', 'met'],
    ['not done, after it', doneBy('2023-06-30'), 0, '2023-08-31', 'missed'],
    ['done, after it', doneBy('2023-06-30'), 1, '2023-08-31', 'missed'],
  ])('%s', (_, rule, value, cutoffOn, expected) => {
    const given: Given = { rule, current: valued(value), cutoffOn };
    expect(said(given)).toBe(expected);
    expect(said({ ...given, indicator: { addsUp: 'cumulative' } })).toBe(expected);
  });
});

describe('what speaks of a day that has passed', () => {
  const DAY = '2023-06-30';
  const at = (period: string, value: number) => anObservation({ period, value });
  const [april, june, august] = ['2023-T1', '2023-H1', '2023-T2'];

  test.each<[string, [string, number][], string, string]>([
    [
      'reached by it, and less later',
      [
        [june!, 170],
        [august!, 160],
      ],
      june!,
      'met',
    ],
    [
      'not reached by it',
      [
        [june!, 150],
        [august!, 160],
      ],
      june!,
      'missed',
    ],
    [
      'reached only after it',
      [
        [june!, 150],
        [august!, 170],
      ],
      august!,
      'missed',
    ],
    [
      'reached long before it',
      [
        [april!, 161],
        [august!, 170],
      ],
      april!,
      'met',
    ],
    [
      'not reached after it',
      [
        [april!, 100],
        [august!, 160],
      ],
      august!,
      'missed',
    ],
    ['known only long before it', [[april!, 100]], april!, 'no-value'],
  ])('%s', (_, values, speaks, expected) => {
    const series = values.map(([period, value]) => at(period, value));
    const newest: Current = { kind: 'value', observation: series.at(-1)! };
    const target = aTarget({ rule: countBy(161, DAY) });
    const current = currentFor(target, series, newest, '2023-08-31');
    expect(current).toMatchObject({ observation: { period: { text: speaks } } });
    expect(said({ rule: target.rule, current })).toBe(expected);
  });

  test.each<[string, TargetRule, Current]>([
    ['a day to come', countBy(161), valued(160)],
    ['no day', atLeast(161), valued(160)],
    ['no value', countBy(161, DAY), { kind: 'none' }],
    ['no value by the day', countBy(161, DAY), valued(160)],
  ])('is the newest: %s', (_, rule, current) => {
    const series = 'observation' in current ? [current.observation] : [];
    expect(currentFor(aTarget({ rule }), series, current, '2023-08-31')).toBe(current);
  });
});

describe('of a count in part of its year', () => {
  const COUNT = { addsUp: 'cumulative' } as const;
  const LINEAR = { addsUp: 'cumulative', hasLinearShare: true } as const;

  test.each<[string, Partial<Indicator>, TargetRule, number, string, string]>([
    ['42 of 161 in April', COUNT, atLeast(161), 42, '2023-T1', 'part-year'],
    ['reached in April', COUNT, atLeast(161), 161, '2023-T1', 'met'],
    ['the whole year', COUNT, atLeast(161), 160, '2023', 'missed'],
    ['the whole year in months', COUNT, atLeast(161), 160, '2023-01..2023-12', 'missed'],
    ['the last tertial holds the year', COUNT, atLeast(161), 160, '2023-T3', 'missed'],
    ['not stated, up to the last day', COUNT, atLeast(161), 160, '..2023-12-31', 'missed'],
    ['not stated, up to April', COUNT, atLeast(161), 160, '..2023-04-30', 'part-year'],
    ['a läsår', COUNT, atLeast(161), 160, '2022/2023', 'missed'],
    ['another year', COUNT, atLeast(161), 160, '2022-T2', 'missed'],
    ['over, on it', COUNT, over(161), 161, '2023-T1', 'part-year'],
    ['under a ceiling so far', COUNT, atMost(20), 12, '2023-T2', 'part-year'],
    ['on a ceiling', COUNT, atMost(20), 20, '2023-T2', 'part-year'],
    ['over a ceiling', COUNT, atMost(20), 21, '2023-T2', 'missed'],
    ['on what it must be under', COUNT, under(20), 20, '2023-T2', 'missed'],
    ['over a ceiling, still near', COUNT, atMost(20, within(2)), 21, '2023-T2', 'part-year'],
    ['over a ceiling, on its yellow', COUNT, atMost(20, within(2)), 22, '2023-T2', 'part-year'],
    ['over a ceiling and its yellow', COUNT, atMost(20, within(2)), 23, '2023-T2', 'missed'],
    ['over a ceiling, the year out', COUNT, atMost(20, within(2)), 21, '2023', 'near'],
    ['near a span', COUNT, between(40, 60, within(5)), 61, '2023-T2', 'part-year'],
    ['under a span', COUNT, between(40, 60), 30, '2023-T2', 'part-year'],
    ['inside a span it may still leave', COUNT, between(40, 60), 50, '2023-T2', 'part-year'],
    ['over a span', COUNT, between(40, 60), 61, '2023-T2', 'missed'],
    ['against the year before', COUNT, UP, 75, '2023-T2', 'met'],
    ['a newest value is no count', {}, atLeast(161), 42, '2023-T1', 'missed'],
    ['linear: as much as its part', LINEAR, atLeast(120), 40, '2023-T1', 'met'],
    ['linear: less', LINEAR, atLeast(120), 39, '2023-T1', 'missed'],
    ['linear: near its part', LINEAR, atLeast(120, within(12)), 36, '2023-T1', 'near'],
    ['linear: not near its part', LINEAR, atLeast(120, within(12)), 35, '2023-T1', 'missed'],
    ['linear: a share of its part', LINEAR, atLeast(120, share(0.1)), 36, '2023-T1', 'near'],
    ['linear: under a ceiling', LINEAR, atMost(30), 20, '2023-T2', 'met'],
    ['linear: over its part', LINEAR, atMost(30), 21, '2023-T2', 'missed'],
    ['linear: between', LINEAR, between(30, 60), 40, '2023-T2', 'met'],
    ['linear: the whole year', LINEAR, atLeast(120), 119, '2023', 'missed'],
    ['linear: before the first month is out', LINEAR, atLeast(120), 9, '2023-01-15', 'part-year'],
    ['linear: in the middle of a month', LINEAR, atLeast(120), 10, '2023-02-15', 'met'],
  ])('%s', (_, indicator, rule, value, period, expected) => {
    const given = { indicator, rule, current: valued(value, period) };
    expect(said({ ...given, previous: comparable, cutoffOn: '2023-12-31' })).toBe(expected);
  });

  test('a target for the occasion itself is for that part already', () => {
    const own = { rule: atLeast(60), occasion: 1, current: valued(59) };
    expect(said({ ...own, indicator: COUNT })).toBe('missed');
  });

  test.each<[string, Partial<typeof observation>, string]>([
    ['measured in May', { measuredOn: '2023-05-31' }, 'part-year'],
    ['published in May', { publishedOn: '2023-05-31' }, 'part-year'],
    ['published after it', { publishedOn: '2024-02-01' }, 'missed'],
  ])('a count of the year that was %s', (_, days, expected) => {
    const made = { ...anObservation({ period: '2023', value: 75 }), ...days };
    const given = { indicator: COUNT, current: { kind: 'value', observation: made } as const };
    expect(said({ ...given, rule: atLeast(161) })).toBe(expected);
  });

  test('says what it is of, and how many months its limits are for', () => {
    const given = { rule: atLeast(120), current: valued(30, '2023-T1') };
    expect(assessed({ ...given, indicator: COUNT }).because).toMatchObject({
      aim: { zone: { low: { at: 120 } }, months: 12 },
      distance: null,
    });
    expect(assessed({ ...given, indicator: LINEAR }).because).toMatchObject({
      aim: { zone: { low: { at: 40 } }, months: 4 },
      distance: -10,
    });
  });
});
