import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';

type Source = { file: string; line: number };
type Answer = {
  goals: {
    key: string;
    title: string;
    level: string;
    parents: string[];
    state: { step: string; word: string; colour: string } | { unknown: string } | null;
    aspect: string | null;
    ceiling: { colour: string; isOver: boolean; reason: string | null; source: string } | null;
  }[];
  activities: { key: string; goals: string[]; state: { colour?: string; unknown?: string } }[];
  indicators: {
    key: string;
    verdict: string;
    value: number | null;
    target: { kind: string; value: number } | null;
    source: Source | null;
  }[];
};

let fyren: Fyren;
let answer: Answer;
beforeAll(async () => {
  fyren = await start();
  const response = await fetch(`${fyren.url}/api/v1/gnesta/socialnamnden/delar-2023`);
  answer = (await response.json()) as Answer;
});
afterAll(() => fyren.close());

test('four verksamhetsfokus under four of five inriktningsmål, one uppnås and three delvis', () => {
  const focuses = answer.goals.filter((goal) => goal.level === 'verksamhetsfokus');
  expect(answer.goals.filter((goal) => goal.level === 'inriktningsmal')).toHaveLength(5);
  expect(new Set(focuses.flatMap((goal) => goal.parents)).size).toBe(4);
  expect(focuses.map(({ state, aspect }) => ({ ...state, aspect }))).toEqual([
    { step: 'delvis', word: 'Bedöms delvis uppnås', colour: 'yellow', aspect: 'forecast' },
    { step: 'uppnatt', word: 'Bedöms uppnås', colour: 'green', aspect: 'forecast' },
    { step: 'delvis', word: 'Bedöms delvis uppnås', colour: 'yellow', aspect: 'forecast' },
    { step: 'delvis', word: 'Bedöms delvis uppnås', colour: 'yellow', aspect: 'forecast' },
  ]);
});

test('utbildning stands over its ceiling without a reason, the others under theirs', () => {
  const ceilings = answer.goals.flatMap(({ key, ceiling }) =>
    ceiling ? [{ key, ...ceiling }] : [],
  );
  expect(ceilings.map(({ key, isOver, reason, source }) => [key, isOver, reason, source])).toEqual([
    ['vf-1', false, null, 'rad 294'],
    ['vf-3', true, 'skäl saknas i handlingen', 'rad 294'],
    ['vf-4', false, null, 'rad 294'],
    ['vf-5', false, null, 'rad 294'],
  ]);
});

test('32 uppdrag, one gult and 31 ej bedömda', () => {
  const perGoal = ['vf-1', 'vf-3', 'vf-4', 'vf-5'].map(
    (key) => answer.activities.filter((one) => one.goals.includes(key)).length,
  );
  expect(perGoal).toEqual([11, 2, 7, 12]);
  expect(answer.activities.filter((one) => one.state.colour === 'yellow')).toHaveLength(1);
  expect(answer.activities.filter((one) => one.state.unknown === 'ej_bedomt')).toHaveLength(31);
});

test('eight indicators with targets: three reach them, five do not, each with file and line', () => {
  const file = readFileSync('seeds/gnesta/4-bilaga-1-delar-2023.csv', 'utf8').split('\r\n');
  const compared = answer.indicators.filter((one) => one.target !== null);
  expect(
    compared.map(({ key, verdict, value, target }) => [
      key,
      verdict,
      value,
      target?.kind,
      target?.value,
    ]),
  ).toEqual([
    ['ind-1', 'missed', 102, 'at-most', 90],
    ['ind-2', 'missed', 18, 'at-most', 17],
    ['ind-3', 'met', 33, 'at-least', 31],
    ['ind-4', 'missed', 8, 'at-least', 15],
    ['ind-5', 'missed', 19, 'at-least', 39],
    ['ind-6', 'missed', 14, 'at-least', 20],
    ['ind-7', 'met', 6.8, 'at-most', 8],
    ['ind-8', 'met', 30.8, 'at-most', 44],
  ]);
  for (const { key, source } of compared) {
    expect(source?.file).toBe('4-bilaga-1-delar-2023.csv');
    expect(file[(source?.line ?? 0) - 1]).toContain(`${key};`);
  }
});

test('an unpublished occasion is in no answer', async () => {
  const response = await fetch(`${fyren.url}/api/v1/gnesta/socialnamnden/ar-2023`);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    message: 'Socialnämnden har inget publicerat tillfälle som heter ”ar-2023”.',
  });
  const index = await (await fetch(`${fyren.url}/api/v1`)).text();
  expect(index).not.toContain('"ar-2023"');
});
