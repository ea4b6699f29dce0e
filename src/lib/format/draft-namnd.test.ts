import { expect, test } from 'vitest';
import { assessAll } from '#lib/domain/assess-all.ts';
import type { About } from '#lib/domain/bound.ts';
import type { Goal } from '#lib/domain/model.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import {
  aGoal,
  aJudgement,
  aLevel,
  anIndicator,
  anObservation,
  anOccasion,
  aScale,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { aScaleOf, draftIn, read } from '../../../tests/drafted.ts';
import { atLeast } from '../../../tests/rules.ts';

/* A nämnd in words: how many stand where, and which deviate. */

const AR = anOccasion({ id: 2, key: 'ar-2023', kind: 'ar', title: 'Årsredovisning 2023' });
const FORECAST = { forecastOccasion: AR, later: [AR] };
const OUTCOME = { occasion: AR };
/** What somebody says of a goal or an activity. */
const said = (kind: 'goal' | 'activity', id: number, step: string, more: object = {}) =>
  aJudgement({ subject: { kind, id }, said: { kind: 'step', step }, ...more });
const outcome = (id: number, step: string) => said('goal', id, step, { aspect: 'outcome' });

const KALMAR = { scales: [aScaleOf('Helt uppfyllt', 'Delvis uppfyllt', 'Ej uppfyllt')] };
const SOLNA = {
  scales: [
    aScaleOf('Målet uppfylls i år', 'Målet uppfylls delvis i år', 'Målet uppfylls inte i år'),
  ],
};

const goals = (...titles: readonly string[]): readonly Goal[] =>
  titles.map((title, index) => aGoal({ id: index + 1, key: `mal-${index + 1}`, title }));
/** Indicators on goal 1 with the values given, each at least 80. */
const indicators = (...values: readonly (number | null)[]) => ({
  indicators: values.map((_, index) =>
    anIndicator({
      id: index + 1,
      key: `ind-${index + 1}`,
      measure: index + 1,
      title: `Mått ${index + 1}`,
      goals: [1],
    }),
  ),
  measures: values.map((_, index) => ({
    ...aSnapshot().measures[0]!,
    id: index + 1,
    code: `m-${index + 1}`,
  })),
  targets: values.map((_, index) =>
    aTarget({
      id: index + 1,
      indicator: index + 1,
      rule: atLeast(80, { kind: 'absolute', by: 5 }),
    }),
  ),
  observations: values.flatMap((value, index) =>
    value === null ? [] : [anObservation({ measure: index + 1, value })],
  ),
});

const NAMND: About = { kind: 'namnd', id: 1 };

type Row = [string, About, Partial<Snapshot>, string];

test.each<Row>([
  [
    'forecasts of goals',
    NAMND,
    {
      ...FORECAST,
      goals: goals('A', 'B', 'C'),
      judgements: [
        said('goal', 1, GREEN.key),
        said('goal', 2, YELLOW.key),
        said('goal', 3, YELLOW.key),
      ],
    },
    'Av 3 mål bedöms 1 uppnås och 2 delvis uppnås till årsredovisningen 2023. De mål som bedöms delvis uppnås är ”B” och ”C”.',
  ],
  [
    'all alike',
    NAMND,
    {
      ...FORECAST,
      goals: goals('A', 'B'),
      judgements: [said('goal', 1, GREEN.key), said('goal', 2, GREEN.key)],
    },
    'Av 2 mål bedöms båda uppnås till årsredovisningen 2023.',
  ],
  [
    'one that nobody has judged',
    NAMND,
    {
      ...FORECAST,
      goals: goals('A', 'B', 'C'),
      judgements: [said('goal', 1, GREEN.key), said('goal', 2, GREEN.key)],
    },
    'Av 3 mål bedöms 2 uppnås till årsredovisningen 2023; 1 är ännu inte bedömt. Det mål som ännu inte är bedömt är ”C”.',
  ],
  ['nobody has judged any', NAMND, { goals: goals('A', 'B') }, '2 mål är ännu inte bedömda.'],
  [
    'outcomes in other words',
    NAMND,
    {
      ...OUTCOME,
      ...KALMAR,
      goals: goals('A', 'B', 'C'),
      judgements: [outcome(1, GREEN.key), outcome(2, YELLOW.key), outcome(3, RED.key)],
    },
    'Bedömningen är ”helt uppfyllt” för 1 av 3 mål, ”delvis uppfyllt” för 1 och ”ej uppfyllt” för 1. Bedömningen ”delvis uppfyllt” gäller ”B”. Bedömningen ”ej uppfyllt” gäller ”C”.',
  ],
  [
    'outcomes that are all alike',
    NAMND,
    {
      ...OUTCOME,
      ...KALMAR,
      goals: goals('A', 'B'),
      judgements: [outcome(1, YELLOW.key), outcome(2, YELLOW.key)],
    },
    'Bedömningen är ”delvis uppfyllt” för 2 av 2 mål.',
  ],
  [
    'outcomes that are sentences',
    NAMND,
    {
      ...OUTCOME,
      ...SOLNA,
      goals: goals('A', 'B', 'C'),
      judgements: [outcome(1, GREEN.key), outcome(2, GREEN.key), outcome(3, YELLOW.key)],
    },
    '2 av 3 mål uppfylls i år och 1 uppfylls delvis i år. Bedömningen ”uppfylls delvis i år” gäller ”C”.',
  ],
  [
    'one goal alone',
    NAMND,
    { ...OUTCOME, ...KALMAR, goals: goals('A'), judgements: [outcome(1, GREEN.key)] },
    'Bedömningen av målet är ”helt uppfyllt”.',
  ],
  [
    'its indicators',
    NAMND,
    { goals: goals('A'), levels: [aLevel({ reported: {} })], ...indicators(84, 77, 70, null) },
    'Av 4 indikatorer når 1 målvärdet, 1 är nära, 1 når det inte och 1 kan inte bedömas. Målvärdet nås inte för mått 3.',
  ],
  [
    'one goal alone, foreseen',
    NAMND,
    { ...FORECAST, goals: goals('A'), judgements: [said('goal', 1, YELLOW.key)] },
    'Målet bedöms delvis uppnås till årsredovisningen 2023.',
  ],
  [
    'one goal alone, of a word that is not known',
    NAMND,
    {
      ...OUTCOME,
      ...KALMAR,
      levels: [aLevel({ singular: 'strålkastare', plural: 'strålkastare' })],
      goals: goals('A'),
      judgements: [outcome(1, GREEN.key)],
    },
    'Bedömningen av 1 strålkastare är ”helt uppfyllt”.',
  ],
  [
    'one goal alone, a sentence',
    NAMND,
    { ...OUTCOME, ...SOLNA, goals: goals('A'), judgements: [outcome(1, GREEN.key)] },
    'Målet uppfylls i år.',
  ],
  [
    'one goal alone, that nobody has judged',
    NAMND,
    { goals: goals('A') },
    'Målet är ännu inte bedömt.',
  ],
  [
    'two alike',
    NAMND,
    {
      ...OUTCOME,
      ...SOLNA,
      goals: goals('A', 'B'),
      judgements: [outcome(1, GREEN.key), outcome(2, GREEN.key)],
    },
    '2 av 2 mål uppfylls i år.',
  ],
  [
    'three alike, of sentences',
    NAMND,
    {
      ...OUTCOME,
      ...SOLNA,
      goals: goals('A', 'B', 'C'),
      judgements: [1, 2, 3].map((id) => outcome(id, GREEN.key)),
    },
    'Alla 3 mål uppfylls i år.',
  ],
  [
    'none has a step',
    NAMND,
    { goals: goals('A', 'B'), judgements: [aJudgement({ said: { kind: 'ej_utvarderad' } })] },
    'Av 2 mål har inget bedömts; 1 är inte utvärderat och 1 är ännu inte bedömt. Det mål som ännu inte är bedömt är ”B”.',
  ],
  [
    'more than are named',
    NAMND,
    {
      ...FORECAST,
      goals: goals(...'ABCDEFGH'),
      judgements: [1, 2, 3, 4, 5, 6, 7]
        .map((id) => said('goal', id, YELLOW.key))
        .concat(said('goal', 8, GREEN.key)),
    },
    'Av 8 mål bedöms 1 uppnås och 7 delvis uppnås till årsredovisningen 2023. De mål som bedöms delvis uppnås är ”A”, ”B”, ”C”, ”D”, ”E”, ”F” och 1 till.',
  ],
  [
    'a step that says nothing of a target',
    NAMND,
    {
      goals: goals('A'),
      levels: [aLevel({ reported: {} })],
      ...indicators(84, 85),
      scales: [aScale({ steps: [GREEN, { ...YELLOW, verdict: null }, RED] })],
    },
    'Av 2 indikatorer når båda målvärdet.',
  ],
  ['nothing at all', NAMND, {}, ''],
])('%s', (_, about, given, text) => {
  expect(read(draftIn(assessAll(aSnapshot(given)), about))).toBe(text);
});
