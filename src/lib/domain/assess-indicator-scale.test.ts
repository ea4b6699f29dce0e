import { describe, expect, test } from 'vitest';
import {
  aComment,
  aGoal,
  anActivity,
  anIndicator,
  anObservation,
  aPlan,
  aScale,
  aSnapshot,
  aTarget,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessIndicator } from './assess-indicator.ts';
import type { Plan, TextPart } from './model.ts';
import type { Snapshot } from './snapshot.ts';

/* Which plan an indicator belongs to: that one has its scale and the parts it is told in. */

const assessed = (given: Partial<Snapshot>, indicator = anIndicator()) =>
  assessIndicator(aSnapshot({ targets: [aTarget()], ...given }), indicator);

const partOf = (title: string): TextPart => ({ key: 'kommentar', title, perPlace: false });

/** Plan 1 has scale 1, and so on, unless something else is said; and a part that names it. */
const plan = (id: number, given: Partial<Plan> = {}) =>
  aPlan({ id, indicatorScale: id, indicatorParts: [partOf(`Plan ${id}`), extra], ...given });
const extra: TextPart = { key: 'x', title: 'X', perPlace: false };

const world = {
  plans: [plan(1), plan(2), plan(3)],
  scales: [1, 2, 3].map((id) => aScale({ id })),
  comments: [aComment({ subject: { kind: 'indicator', id: 1 } })],
};
const goals = [aGoal({ id: 2, plan: 2 }), aGoal({ id: 3, plan: 3 })];
const activities = [anActivity({ plan: 3, indicators: [1] }), anActivity({ plan: 2 })];
const onGoal = anIndicator({ goals: [2] });
const bare = (id: number) => plan(id, { indicatorScale: null, indicatorParts: [] });

test.each<[string, Partial<Snapshot>, ReturnType<typeof anIndicator>, number]>([
  ['the goal it hangs on', { goals }, onGoal, 2],
  ['the first of its goals, in the plan’s order', { goals }, anIndicator({ goals: [3, 2] }), 2],
  ['its goal before the activity that carries it', { goals, activities }, onGoal, 2],
  ['the activity that carries it', { goals, activities }, anIndicator(), 3],
  ['any, where it hangs on nothing', { goals }, anIndicator(), 1],
  [
    'the nämnd’s own before fullmäktige’s, where it hangs on nothing',
    { plans: [plan(1, { isFullmaktiges: true }), plan(2)] },
    ...([anIndicator(), 2] as const),
  ],
  [
    'the activity that carries it, where its goal has none',
    { goals, activities, plans: [plan(1), bare(2), plan(3)] },
    ...([onGoal, 3] as const),
  ],
  ['any other, where the near ones have none', { goals, plans: [plan(1), bare(2)] }, onGoal, 1],
])('the plan of %s', (_, given, indicator, id) => {
  const one = assessed({ ...world, ...given }, indicator);
  expect(one.scale?.id).toBe(id);
  expect(one.comments.map((comment) => comment.title)).toEqual([`Plan ${id}`]);
});

describe('the scale is none when', () => {
  test.each<[string, Plan[]]>([
    ['no plan has one', [aPlan({ indicatorScale: null })]],
    ['there is no plan', []],
    ['it is not there', [aPlan({ indicatorScale: 9 })]],
  ])('%s; the verdict stands', (_, plans) => {
    const one = assessed({ plans, observations: [anObservation()] });
    expect(one).toMatchObject({ scale: null, step: null, verdict: { verdict: 'met' } });
  });
});

test('without a step for the verdict there is a scale and no step', () => {
  const steps = [YELLOW, RED];
  const one = assessed({ scales: [aScale({ steps })], observations: [anObservation()] });
  expect(one).toMatchObject({ scale: { steps }, step: null, verdict: { verdict: 'met' } });
});

test('without parts in any plan a comment has no title', () => {
  const one = assessed({ ...world, plans: [bare(1)] });
  expect(one.comments.map((comment) => comment.title)).toEqual([null]);
});
