import { expect, test } from 'vitest';
import {
  aMeasure,
  anIndicator,
  anObservation,
  anOccasion,
  aSnapshot,
  aTarget,
} from '../../../tests/builders.ts';
import {
  atLeast,
  atMost,
  between,
  BUDGET,
  doneBy,
  rank,
  UP,
  within,
  WORDS,
} from '../../../tests/rules.ts';
import { assessIndicator } from './assess-indicator.ts';
import type { Indicator, Target } from './model.ts';
import type { Observation } from './observation.ts';
import { overTime } from './over-time.ts';
import type { OverTime } from './over-time.ts';
import type { TargetRule } from './rule.ts';

const CUTOFF = '2023-12-31';

type World = {
  readonly indicator?: Partial<Indicator>;
  readonly targets?: readonly Target[];
  readonly cutoff?: string;
};

function drawn(
  observations: readonly Observation[],
  { indicator = {}, targets = [], cutoff = CUTOFF }: World = {},
): OverTime | null {
  const snapshot = aSnapshot({
    measures: [aMeasure({ source: 'kolada' })],
    indicators: [anIndicator(indicator)],
    ...{ observations, targets, occasion: anOccasion({ cutoffOn: cutoff }) },
  });
  return overTime(assessIndicator(snapshot, snapshot.indicators[0]!), cutoff);
}

/** "2021=81 2022=- 2023-H1=90": a value, or the state that stands instead of it. */
const told = (text: string, given: Partial<Omit<Observation, 'period'>> = {}) =>
  text.split(' ').map((word) => {
    const [period, value] = word.split('=') as [string, string];
    return value === '-'
      ? anObservation({ ...given, period, state: 'suppressed' })
      : anObservation({ ...given, period, value: Number(value) });
  });

/** "2021–2022, 2023-H1": what is joined, and what is not. */
const runsOf = (time: OverTime | null, sex = 'T') =>
  (time?.lines.find((line) => line.sex === sex)?.runs ?? [])
    .map((run) => run.map(({ observation }) => observation.period.text).join('–'))
    .join(', ');

const slotsOf = (time: OverTime | null) =>
  (time?.slots ?? [])
    .map((one) => (one.isGap ? `(${one.period.text})` : one.period.text))
    .join(' ');

test.each([
  ['years', '2021=1 2022=2 2023=3', '2021–2022–2023', '2021 2022 2023'],
  ['in any order', '2023=3 2021=1 2022=2', '2021–2022–2023', '2021 2022 2023'],
  ['a year that is missing', '2019=1 2020=2 2022=3', '2019–2020, 2022', '2019 2020 (2021) 2022'],
  ['a value that is protected', '2021=1 2022=- 2023=3', '2021, 2023', '2021 2022 2023'],
  ['a half beside years', '2021=1 2022=2 2023-H1=1', '2021–2022, 2023-H1', '2021 2022 2023-H1'],
  [
    'halves between years',
    '2021-H1=1 2021=2 2022-H1=1 2022=2',
    '2021-H1–2022-H1, 2021–2022',
    '2021-H1 2021 2022-H1 2022',
  ],
  [
    'ranges of different length',
    '2021-01..2021-08=1 2022-01..2022-08=2 2023-01..2023-10=2',
    '2021-01..2021-08–2022-01..2022-08, 2023-01..2023-10',
    '2021-01..2021-08 2022-01..2022-08 2023-01..2023-10',
  ],
  [
    'periods that are not stated',
    '..2021-12-31=1 ..2022-12-31=2',
    '..2021-12-31, ..2022-12-31',
    '..2021-12-31 ..2022-12-31',
  ],
  [
    'a month that is missing',
    '2023-01=1 2023-02=1 2023-04=1',
    '2023-01–2023-02, 2023-04',
    '2023-01 2023-02 (2023-03) 2023-04',
  ],
  ['days', '2021-05-31=1 2023-05-31=2', '2021-05-31–2023-05-31', '2021-05-31 2023-05-31'],
])('%s: joined where they may be compared', (_, text, runs, slots) => {
  const time = drawn(told(text));
  expect(runsOf(time)).toBe(runs);
  expect(slotsOf(time)).toBe(slots);
});

test.each<[string, readonly Observation[], World?]>([
  ['nothing', []],
  ['one value', told('2023=1')],
  ['one period, two sexes', [...told('2023=1'), ...told('2023=2', { sex: 'K' })]],
  ['all protected', told('2022=- 2023=-')],
  ['one outcome and its budget', [...told('2022=1'), ...told('2022=2', { kind: 'budget' })]],
  ['parts alone', told('2021=1 2022=2', { breakdown: 'Ålder=0-5' })],
  ['another place alone', told('2021=1 2022=2', { place: 2 })],
  ['values that do not count yet', told('2022=1 2023=2'), { cutoff: '2023-08-31' }],
  ['an answer in words', told('2021=1 2022=2'), { indicator: { isQualitative: true } }],
  ['done or not', told('2022=0 2023=1'), { targets: [aTarget({ rule: doneBy() })] }],
])('nothing is drawn of %s', (_, observations, world = {}) => {
  expect(drawn(observations, world)).toBeNull();
});

test('each sex has its own line, and a gap is a gap in one of them alone', () => {
  const time = drawn([
    ...told('2021=1 2022=2 2023=3'),
    ...told('2021=1 2022=- 2023=3', { sex: 'K' }),
    ...told('2021=1 2023=3', { sex: 'M' }),
  ]);
  expect(time?.lines.map(({ sex }) => sex)).toEqual(['T', 'K', 'M']);
  expect(['T', 'K', 'M'].map((sex) => runsOf(time, sex))).toEqual([
    '2021–2022–2023',
    '2021, 2023',
    '2021, 2023',
  ]);
});

test('the place is the one the indicator is about', () => {
  const time = drawn([...told('2021=1 2022=2 2023=3', { place: 7 }), ...told('2020=9')], {
    indicator: { place: 7 },
  });
  expect(slotsOf(time)).toBe('2021 2022 2023');
});

test.each([
  ['inside', ['2022-01-01'], '2020–2021, 2022–2023', [2]],
  ['at the first value', ['2020-01-01'], '2020–2021–2022–2023', []],
  ['after the last', ['2024-01-01'], '2020–2021–2022–2023', []],
  ['twice', ['2021-01-01', '2023-01-01'], '2020, 2021–2022, 2023', [1, 3]],
])('a break %s', (_, from, runs, before) => {
  const breaks = from.map((day) => ({ from: day, reason: 'Ny metod' }));
  const time = drawn(told('2020=1 2021=2 2022=3 2023=4'), { indicator: { breaks } });
  expect(runsOf(time)).toBe(runs);
  expect(time?.cuts.map((cut) => cut.before)).toEqual(before);
});

test.each<[string, TargetRule, readonly number[], readonly (readonly number[])[]]>([
  ['at most', atMost(90), [90], []],
  ['at most, with yellow', atMost(90, within(5)), [90], [[90, 95]]],
  ['at least, with yellow', atLeast(80, within(5)), [80], [[75, 80]]],
  ['a span', between(40, 60), [40, 60], []],
  [
    'a span with yellow',
    between(40, 60, within(5)),
    [40, 60],
    [
      [35, 40],
      [60, 65],
    ],
  ],
  ['exactly', between(50, 50), [50], []],
  ['better than before', UP, [2], []],
  ['a place that was reported', rank(10), [10], []],
  ['a budget', BUDGET, [1200], []],
])('a target stands over its year: %s', (_, rule, edges, near) => {
  const time = drawn(told('2021=1 2022=2 2023=3'), { targets: [aTarget({ rule })] });
  expect(time?.limits).toMatchObject([{ from: 2, to: 2, edges, near, isLater: false }]);
});

test.each<[string, TargetRule]>([
  ['words', WORDS],
  ['a place that is computed', rank(10, false)],
])('%s has no height', (_, rule) => {
  const time = drawn(told('2021=1 2022=2 2023=3'), { targets: [aTarget({ rule })] });
  expect(time?.limits).toEqual([]);
});

test('a target of a year to come has a slot of its own, and so has this year before its value', () => {
  const targets = [
    aTarget({ year: 2023, rule: atMost(90) }),
    aTarget({ id: 2, year: 2025, rule: atMost(80) }),
    aTarget({ id: 3, year: 2026, rule: WORDS }),
  ];
  const time = drawn(told('2021=1 2022=2'), { targets });
  expect(slotsOf(time)).toBe('2021 2022 (2023) (2025)');
  expect(time?.limits.map(({ from, isLater }) => [from, isLater])).toEqual([
    [2, false],
    [3, true],
  ]);
});

test('a target reaches over all the months of its year', () => {
  const time = drawn(told('2022-12=1 2023-01=1 2023-02=1 2023-03=2'), { targets: [aTarget()] });
  expect(time?.limits).toMatchObject([{ from: 1, to: 3 }]);
});

test('plans: of the periods that are drawn, and those beside the outcome', () => {
  const time = drawn([
    ...told('2021=1 2022=2 2023-T1=1'),
    ...told('2020=7 2021=7 2023=7', { kind: 'budget' }),
    ...told('2023=8', { kind: 'prognos' }),
    ...told('2022=9', { kind: 'budget', sex: 'K' }),
    ...told('2022=-', { kind: 'budget' }),
  ]);
  expect(slotsOf(time)).toBe('2021 2022 2023-T1 2023');
  expect(
    time?.planned.map(({ at, observation }) => [at, observation.kind, observation.value]),
  ).toEqual([
    [0, 'budget', 7],
    [3, 'budget', 7],
    [3, 'prognos', 8],
  ]);
});
