import { describe, expect, test } from 'vitest';
import {
  aCeiling,
  aJudgement,
  aScale,
  aStep,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import type { Step } from './model.ts';
import type { Judgement } from './judgement.ts';
import { againstOf, checkCeiling, isDeviating, stateOf } from './state.ts';
import type { State } from './state.ts';
import type { Suggestion } from './suggestion.ts';

const SCALE = aScale();

const suggesting = (step: Step | null): Suggestion => ({
  policy: 'worst',
  step,
  coverage: { of: 2, known: step ? 2 : 0, later: 0 },
});

const judging = (step: Step | string, reason: string | null = null): Judgement =>
  aJudgement({
    said: { kind: 'step', step: typeof step === 'string' ? step : step.key },
    reason,
  });

const stepState = (step: Step, by: 'people' | 'rule' = 'people'): State => ({
  kind: 'step',
  step,
  aspect: 'forecast',
  by,
});

const NOT_JUDGED: State = { kind: 'ej_bedomt', aspect: 'forecast', to: null };

describe('where people judge', () => {
  test('the state is the judgement, whatever is suggested and however low the ceiling', () => {
    expect(stateOf('forecast', SCALE, judging(GREEN), suggesting(RED), YELLOW, 'people')).toEqual(
      stepState(GREEN),
    );
  });

  test('without one it is ej bedömt, whatever is suggested', () => {
    const state = stateOf('forecast', SCALE, null, suggesting(GREEN), null, 'people');
    expect(state).toEqual(NOT_JUDGED);
  });

  test('an outcome is an outcome', () => {
    expect(stateOf('outcome', SCALE, judging(RED), null, null, 'people')).toEqual({
      ...stepState(RED),
      aspect: 'outcome',
    });
  });

  test.each<[Judgement['said'], State]>([
    [
      { kind: 'mats_senare', to: 4 },
      { kind: 'mats_senare', aspect: 'forecast', to: 4 },
    ],
    [{ kind: 'ej_utvarderad' }, { kind: 'ej_utvarderad', aspect: 'forecast', to: null }],
    [{ kind: 'ej_bedomt' }, NOT_JUDGED],
    [{ kind: 'step', step: 'okand' }, NOT_JUDGED],
  ])('said %o', (said, state) => {
    const judgement = aJudgement({ said });
    expect(stateOf('forecast', SCALE, judgement, suggesting(GREEN), null, 'people')).toEqual(state);
  });
});

describe('where the rule judges', () => {
  test.each<[string, Step | null, Step | null, State]>([
    ['the state is the suggestion', GREEN, null, stepState(GREEN, 'rule')],
    ['held under the ceiling', GREEN, YELLOW, stepState(YELLOW, 'rule')],
    ['a ceiling never lifts', RED, YELLOW, stepState(RED, 'rule')],
    ['nothing known is ej bedömt, never green (case 8)', null, null, NOT_JUDGED],
    ['nor the ceiling', null, YELLOW, NOT_JUDGED],
  ])('%s', (_, step, ceiling, state) => {
    expect(stateOf('forecast', SCALE, null, suggesting(step), ceiling, 'rule')).toEqual(state);
  });

  test('without a suggestion it is ej bedömt', () => {
    expect(stateOf('forecast', SCALE, null, null, null, 'rule')).toEqual(NOT_JUDGED);
  });

  test('what people said goes before the rule', () => {
    expect(stateOf('forecast', SCALE, judging(RED), suggesting(GREEN), null, 'rule')).toEqual(
      stepState(RED),
    );
  });
});

describe('a level that is not judged has no state at all', () => {
  test.each(['none', 'words'] as const)('reported: %s', (reported) => {
    expect(stateOf(reported, SCALE, judging(GREEN), suggesting(GREEN), null, 'rule')).toBeNull();
  });

  test('without a scale', () => {
    expect(stateOf('forecast', null, judging(GREEN), null, null, 'people')).toBeNull();
  });
});

describe('a ceiling as a fact', () => {
  test.each<[string, State | null, boolean]>([
    ['a better judgement is over it', stepState(GREEN), true],
    ['one on it is not', stepState(YELLOW), false],
    ['a worse one is not', stepState(RED), false],
    ['no judgement', NOT_JUDGED, false],
    ['no state', null, false],
  ])('%s', (_, state, isOver) => {
    expect(checkCeiling(aCeiling({ source: 'rad 312' }), SCALE, state)).toEqual({
      step: YELLOW,
      words: 'som mest gult',
      source: 'rad 312',
      isOver,
    });
  });

  test.each([
    ['there is none', null, SCALE],
    ['there is no scale', aCeiling(), null],
    ['its step is not on the scale', aCeiling({ step: 'okand' }), SCALE],
  ])('is not there when %s', (_, ceiling, scale) => {
    expect(checkCeiling(ceiling, scale, stepState(GREEN))).toBeNull();
  });
});

describe('a judgement goes against', () => {
  const against = (judged: Step, suggested: Step | null, ceiling: Step | null, reason?: string) =>
    againstOf(
      stepState(judged),
      judging(judged, reason ?? null),
      suggested && suggesting(suggested),
      ceiling && checkCeiling(aCeiling({ step: ceiling.key }), SCALE, stepState(judged)),
    );

  test.each<[string, Step, Step | null, Step | null, 'better' | 'worse' | null, boolean]>([
    ['the suggestion, being better', GREEN, RED, null, 'better', false],
    ['the suggestion, being worse', RED, GREEN, null, 'worse', false],
    ['the ceiling', GREEN, null, YELLOW, null, true],
    ['the ceiling, as suggested', GREEN, GREEN, YELLOW, null, true],
    ['both', GREEN, YELLOW, YELLOW, 'better', true],
    ['the suggestion, under the ceiling', YELLOW, RED, YELLOW, 'better', false],
  ])('%s', (_, judged, suggested, ceiling, side, isOver) => {
    expect(against(judged, suggested, ceiling)).toEqual({
      suggestion: side,
      ceiling: isOver,
      reason: null,
    });
    expect(against(judged, suggested, ceiling, 'Ny metod.')).toEqual({
      suggestion: side,
      ceiling: isOver,
      reason: 'Ny metod.',
    });
  });

  test.each<[string, Step, Step | null, Step | null]>([
    ['it says the same', YELLOW, YELLOW, null],
    ['there is nothing to go against', GREEN, null, null],
    ['it is under the ceiling', RED, null, YELLOW],
    ['the suggested step is worth as much', YELLOW, aStep({ key: 'i-fas', score: 0.5 }), null],
  ])('nothing when %s', (_, judged, suggested, ceiling) => {
    expect(against(judged, suggested, ceiling, 'En anmärkning.')).toBeNull();
  });

  test('nothing when nothing is suggested for want of known parts', () => {
    expect(againstOf(stepState(GREEN), judging(GREEN), suggesting(null), null)).toBeNull();
  });

  test.each<[string, State | null]>([
    ['the rule judged', stepState(GREEN, 'rule')],
    ['nobody has judged', NOT_JUDGED],
    ['there is no state', null],
  ])('nothing when %s', (_, state) => {
    const ceiling = { step: YELLOW, words: '', source: null, isOver: true };
    expect(againstOf(state, null, suggesting(RED), ceiling)).toBeNull();
  });
});

test.each<[string, State | null, boolean]>([
  ['the best step', stepState(GREEN), false],
  ['a step between', stepState(YELLOW), true],
  ['the worst step', stepState(RED), true],
  ['one the rule gave', stepState(YELLOW, 'rule'), true],
  ['a step without a colour', stepState(aStep({ colour: 'none', score: 0 })), false],
  ['not judged', NOT_JUDGED, false],
  ['measured later', { kind: 'mats_senare', aspect: 'outcome', to: 4 }, false],
  ['no state', null, false],
])('deviating: %s', (_, state, expected) => {
  expect(isDeviating(state)).toBe(expected);
});
