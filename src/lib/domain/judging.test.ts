import { expect, test } from 'vitest';
import { checkJudgement } from './judging.ts';
import type { Beside, JudgingFault, Proposed } from './judging.ts';
import type { Scale, Step } from './model.ts';

const aStep = (key: string, score: number): Step => ({
  ...{ key, score, short: key, colour: 'none', verdict: null },
  word: { forecast: key, outcome: key },
});
const [GREEN, YELLOW, RED] = [aStep('green', 1), aStep('yellow', 0.5), aStep('red', 0)];
const SCALE: Scale = {
  ...{ id: 1, key: 'tre', title: 'Tre', coloursBy: 'papers' },
  steps: [GREEN, YELLOW, RED],
};
const NOTHING: Beside = { scale: SCALE, suggested: null, ceiling: null, later: [] };
const suggested = (step: Step | null): Beside => ({ ...NOTHING, suggested: step });
const atMost = (step: Step): Beside => ({ ...NOTHING, ceiling: step });
const step = (key: string, reason: string | null = null): Proposed => ({
  ...{ said: { kind: 'step', step: key }, reason },
});

test.each<[string, Proposed, Beside, readonly JudgingFault[]]>([
  ['a step, beside nothing', step('green'), NOTHING, []],
  ['as suggested', step('yellow'), suggested(YELLOW), []],
  ['a suggestion of nothing', step('red'), suggested(null), []],
  ['better than suggested', step('green'), suggested(YELLOW), ['against-suggestion']],
  ['worse than suggested', step('red'), suggested(YELLOW), ['against-suggestion']],
  ['against it with a reason', step('red', 'Två månader saknas.'), suggested(YELLOW), []],
  ['a reason of blanks', step('red', ' \n'), suggested(YELLOW), ['against-suggestion']],
  ['at the ceiling', step('yellow'), atMost(YELLOW), []],
  ['under it', step('red'), atMost(YELLOW), []],
  ['over it', step('green'), atMost(YELLOW), ['over-ceiling']],
  ['over it with a reason', step('green', 'Klart i mars.'), atMost(YELLOW), []],
  [
    'over it and better than suggested',
    step('green'),
    { ...suggested(YELLOW), ceiling: YELLOW },
    ['against-suggestion', 'over-ceiling'],
  ],
  ['a step of another scale', step('blå', 'x'), NOTHING, ['no-step']],
  ['a step without a scale', step('green'), { ...NOTHING, scale: null }, ['no-step']],
  ['not judged', { said: { kind: 'ej_bedomt' }, reason: null }, suggested(RED), []],
  ['later', { said: { kind: 'mats_senare', to: 7 }, reason: null }, { ...NOTHING, later: [7] }, []],
  [
    'later, at an occasion before',
    { said: { kind: 'mats_senare', to: 6 }, reason: 'x' },
    { ...NOTHING, later: [7] },
    ['no-occasion'],
  ],
  ['not evaluated', { said: { kind: 'ej_utvarderad' }, reason: null }, NOTHING, ['not-evaluated']],
  [
    'not evaluated, with why',
    { said: { kind: 'ej_utvarderad' }, reason: 'Enkäten drogs in.' },
    NOTHING,
    [],
  ],
])('%s', (_, proposed, beside, faults) => {
  expect(checkJudgement(proposed, beside)).toEqual(faults);
});
