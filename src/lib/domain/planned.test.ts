import { describe, expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import { plannedOf, sameBudget, yearBudget } from './planned.ts';

type Given = Parameters<typeof anObservation>[0];

const budget = (period: string, value: number, given: Given = {}) =>
  anObservation({ kind: 'budget', period, value, ...given });

/** Of January–April, 77,8 unless something else is said. */
const outcomeOf = (given: Given = {}) =>
  anObservation({ period: '2022-T1', value: 77.8, ...given });
const OUTCOME = outcomeOf();

const plannedFor = (outcome: typeof OUTCOME | null, ...observations: readonly (typeof OUTCOME)[]) =>
  plannedOf(observations, { measure: 1 }, 1, outcome);

/** As "2022-T1 -19.4"; "–" where nothing can be subtracted. */
const toldOf = (...given: Parameters<typeof plannedFor>) =>
  plannedFor(...given).map(
    ({ observation, difference }) => `${observation.period.text} ${difference ?? '–'}`,
  );

describe('what was planned beside an outcome', () => {
  test.each<[string, ReturnType<typeof outcomeOf> | null, ReturnType<typeof budget>[], string[]]>([
    ['nothing', OUTCOME, [], []],
    ['its own period, without binary noise', OUTCOME, [budget('2022-T1', 97.2)], ['2022-T1 -19.4']],
    ['as planned', OUTCOME, [budget('2022-T1', 77.8)], ['2022-T1 0']],
    ['nought is a value', outcomeOf({ value: 0 }), [budget('2022-T1', 4)], ['2022-T1 -4']],
    ['nought planned', OUTCOME, [budget('2022-T1', 0)], ['2022-T1 77.8']],
    ['the year it lies in has another length', OUTCOME, [budget('2022', 97.2)], ['2022 –']],
    [
      'the shortest first',
      OUTCOME,
      [budget('2022', 291.6), budget('2022-T1', 97.2)],
      ['2022-T1 -19.4', '2022 –'],
    ],
    [
      'a forecast as well as a budget',
      OUTCOME,
      [budget('2022', 300, { kind: 'prognos' })],
      ['2022 –'],
    ],
    [
      'not what is planned for other months, or another year',
      OUTCOME,
      [budget('2022-T2', 97.2), budget('2022-Q1', 70), budget('2023', 97.2), budget('2021-T1', 97)],
      [],
    ],
    [
      'a suppressed outcome is subtracted from nothing',
      outcomeOf({ state: 'suppressed' }),
      [budget('2022-T1', 97.2), budget('2022', 291.6)],
      ['2022-T1 –', '2022 –'],
    ],
    [
      'nor is anything subtracted from a budget that is missing',
      OUTCOME,
      [budget('2022-T1', 0, { state: 'missing' })],
      ['2022-T1 –'],
    ],
    [
      'without an outcome all that is planned',
      null,
      [budget('2022', 291.6), budget('2021', 280)],
      ['2021 –', '2022 –'],
    ],
    [
      'only of the whole, at the place, of the measure, and no outcomes',
      OUTCOME,
      [
        budget('2022-T1', 50, { sex: 'K' }),
        budget('2022-T1', 50, { breakdown: 'Ålder=80+' }),
        budget('2022-T1', 50, { place: 2 }),
        budget('2022-T1', 50, { measure: 2 }),
        OUTCOME,
      ],
      [],
    ],
  ])('%s', (_, outcome, observations, expected) => {
    expect(toldOf(outcome, ...observations)).toEqual(expected);
  });
});

describe('the budgets of a table', () => {
  /** Of the same time, and of the year; "–" for none. */
  const budgetsOf = (...given: Parameters<typeof plannedFor>) => {
    const told = { planned: plannedFor(...given) };
    return [sameBudget(told), yearBudget(told)].map((one) => one?.observation.period.text ?? '–');
  };
  const both = [budget('2022-T1', 97.2), budget('2022', 291.6)];

  test.each<[string, ReturnType<typeof outcomeOf>, ReturnType<typeof budget>[], string[]]>([
    ['none', OUTCOME, [], ['–', '–']],
    ['both', OUTCOME, both, ['2022-T1', '2022']],
    ['the same time alone', OUTCOME, both.slice(0, 1), ['2022-T1', '–']],
    ['the year alone', OUTCOME, both.slice(1), ['–', '2022']],
    [
      'the year, not the half of it',
      OUTCOME,
      [budget('2022-H1', 150), ...both],
      ['2022-T1', '2022'],
    ],
    [
      'an outcome of the year has no longer one',
      outcomeOf({ period: '2022' }),
      both,
      ['2022', '–'],
    ],
    ['a forecast is no budget', OUTCOME, [budget('2022-T1', 9, { kind: 'prognos' })], ['–', '–']],
    [
      'of a suppressed outcome too',
      outcomeOf({ state: 'suppressed' }),
      both.slice(0, 1),
      ['2022-T1', '–'],
    ],
    [
      'one that is missing is not the year’s',
      OUTCOME,
      [budget('2022-T1', 0, { state: 'missing' })],
      ['2022-T1', '–'],
    ],
  ])('%s', (_, outcome, observations, expected) => {
    expect(budgetsOf(outcome, ...observations)).toEqual(expected);
  });
});
