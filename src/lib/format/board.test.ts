import { describe, expect, test } from 'vitest';
import { plain } from '../../../tests/assessed.ts';
import {
  aGoal,
  aJudgement,
  aLevel,
  aMeasure,
  anActivity,
  anIndicator,
  anObservation,
  anOccasion,
  aPlan,
  aScale,
  aSnapshot,
  aStep,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import { assessAll } from '#lib/domain/assess-all.ts';
import { boardOf } from '#lib/domain/board.ts';
import type { NotAStep } from '#lib/domain/judgement.ts';
import type { Level, Step } from '#lib/domain/model.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import { tallyOf } from '#lib/domain/tally.ts';
import { boardSentences, indicatorTallySentence, tallySentence } from './board.ts';

const AR = anOccasion({ id: 2, key: 'ar-2023', kind: 'ar', title: 'Årsredovisning 2023' });

const tallied = (states: readonly (Step | NotAStep)[], steps = [GREEN, YELLOW, RED]) =>
  tallyOf(
    aScale({ steps }),
    states.map((one) => (typeof one === 'string' ? { kind: one } : { kind: 'step', step: one })),
  );

describe('how many stand where on a level', () => {
  test.each<[string, (Step | NotAStep)[], string | null]>([
    ['none', [], null],
    ['all alike', [YELLOW, YELLOW], '2 av 2 mål bedöms delvis uppnås till årsredovisningen 2023.'],
    [
      'the best first, with its horizon',
      [RED, GREEN, YELLOW, YELLOW],
      '1 av 4 mål bedöms uppnås till årsredovisningen 2023, 2 delvis, 1 uppnås inte.',
    ],
    [
      'some not judged',
      [GREEN, 'ej_bedomt', 'mats_senare', 'ej_bedomt'],
      '1 av 4 mål bedöms uppnås till årsredovisningen 2023, 1 mäts senare, 2 ej bedömda.',
    ],
    ['nobody has judged', ['ej_bedomt', 'ej_bedomt'], '2 av 2 mål är ej bedömda.'],
    ['measured later', ['mats_senare', 'ej_bedomt'], '1 av 2 mål mäts senare, 1 ej bedömt.'],
    ['not evaluated', ['ej_utvarderad', 'ej_utvarderad'], '2 av 2 mål är ej utvärderade.'],
  ])('as forecast: %s', (_, states, expected) => {
    expect(plain(tallySentence(tallied(states), 'mål', 'forecast', AR))).toBe(expected);
  });

  test('as forecast, without an occasion that it is for', () => {
    expect(plain(tallySentence(tallied([GREEN]), 'mål', 'forecast', null))).toBe(
      '1 av 1 mål bedöms uppnås.',
    );
  });

  test.each<[string, (Step | NotAStep)[], string | null]>([
    ['none', [], null],
    ['all alike', [GREEN, GREEN], '2 nämndmål: 2 uppnås.'],
    [
      'the best first',
      [RED, 'ej_utvarderad', YELLOW],
      '3 nämndmål: 1 delvis, 1 uppnås inte, 1 ej utvärderat.',
    ],
  ])('as outcome: %s', (_, states, expected) => {
    expect(plain(tallySentence(tallied(states), 'nämndmål', 'outcome', AR))).toBe(expected);
  });
});

test.each<[string, (Step | NotAStep)[], string | null]>([
  ['none', [], null],
  ['met and missed', [GREEN, RED, GREEN], '2 av 3 indikatorer når målvärdet, 1 når inte.'],
  [
    'all there is',
    [GREEN, YELLOW, RED, 'mats_senare', 'ej_bedomt'],
    '1 av 5 indikatorer når målvärdet, 1 är nära, 1 når inte, 1 bedöms senare, 1 ej bedömt.',
  ],
  ['none is met', [RED, RED], '2 av 2 indikatorer når inte målvärdet.'],
  ['the best is near', [YELLOW, RED], '1 av 2 indikatorer är nära målvärdet, 1 når inte.'],
  ['none is known', ['ej_bedomt', 'ej_bedomt'], '2 av 2 indikatorer är ej bedömda.'],
  ['all are judged later', ['mats_senare'], '1 av 1 indikator bedöms senare.'],
])('how indicators stand: %s', (_, states, expected) => {
  expect(plain(indicatorTallySentence(tallied(states)))).toBe(expected);
});

test('a step that no rule gives is said in its own word', () => {
  const going = aStep({ word: { outcome: 'Påbörjad', forecast: 'Påbörjas' }, verdict: null });
  expect(plain(indicatorTallySentence(tallied([going], [going])))).toBe(
    '1 av 1 indikator är påbörjad.',
  );
});

describe('the sentences of a board', () => {
  const sentencesOf = (given: Partial<Snapshot>) => {
    const assessed = assessAll(aSnapshot({ forecastOccasion: AR, ...given }));
    return boardSentences(assessed, boardOf(assessed)).map(plain);
  };
  const outcome: Partial<Level> = { reported: { delar: 'outcome' } };
  const level = (id: number, given: Partial<Level> = {}) =>
    aLevel({ id, singular: `mål ${id}`, plural: `flera mål ${id}`, ...outcome, ...given });
  const acting = { holds: 'activity', singular: 'uppgift', plural: 'uppgifter' } as const;
  const goal = (id: number, at: number) => aGoal({ id, level: at });
  const silent = { reported: {} };
  const measured = {
    measures: [aMeasure({ id: 1 })],
    indicators: [anIndicator()],
    targets: [aTarget()],
    observations: [anObservation()],
  };

  test.each<[string, Partial<Snapshot>, string[]]>([
    ['nothing at all', {}, []],
    [
      'goals, then indicators',
      { ...measured, goals: [aGoal()], judgements: [aJudgement()] },
      ['1 av 1 mål bedöms uppnås till årsredovisningen 2023.', '1 av 1 indikator når målvärdet.'],
    ],
    [
      'two levels on one scale, each in its own words',
      { levels: [level(1), level(2)], goals: [goal(1, 1), goal(2, 2), goal(3, 2)] },
      ['1 mål 1: 1 ej bedömt.', '2 flera mål 2: 2 ej bedömda.'],
    ],
    [
      'more than two levels on one scale, counted together',
      {
        levels: [level(1), level(2), level(3)],
        goals: [goal(1, 1), goal(2, 2), goal(3, 2), goal(4, 3)],
        judgements: [
          aJudgement({ aspect: 'outcome', subject: { kind: 'goal', id: 3 } }),
          aJudgement({ aspect: 'outcome' }),
        ],
      },
      ['4 mål: 2 uppnås, 2 ej bedömda.'],
    ],
    [
      'levels on another scale, or in another aspect, apart from them',
      {
        scales: [aScale(), aScale({ id: 2 })],
        levels: [
          level(1),
          level(2),
          level(3, { scale: 2 }),
          aLevel({ id: 4, plural: 'prognoser' }),
        ],
        goals: [1, 2, 3, 4].map((id) => goal(id, id)).concat(goal(5, 4)),
      },
      [
        ...['1 mål 1: 1 ej bedömt.', '1 mål 2: 1 ej bedömt.', '1 mål 3: 1 ej bedömt.'],
        '2 av 2 prognoser är ej bedömda.',
      ],
    ],
    [
      'activities are not told beside goals',
      {
        levels: [level(1), level(2, acting)],
        goals: [goal(1, 1)],
        activities: [anActivity({ level: 2 })],
      },
      ['1 mål 1: 1 ej bedömt.'],
    ],
    [
      'where no goal is judged, what there is and then the activities',
      {
        levels: [level(1, silent), level(2, acting)],
        goals: [goal(1, 1), goal(2, 1)],
        activities: [anActivity({ level: 2 })],
        indicators: [anIndicator({ isCompared: false })],
      },
      ['2 flera mål 1 och 1 mått följs.', '1 uppgift: 1 ej bedömt.'],
    ],
    [
      'many levels of activities, counted together',
      {
        levels: [1, 2, 3].map((id) => level(id, acting)),
        activities: [1, 2, 3].map((id) => anActivity({ id, level: id })),
      },
      ['3 aktiviteter: 3 ej bedömda.'],
    ],
    [
      'nothing is judged: what there is, and that nothing is',
      {
        levels: [level(1, silent), level(2, { ...acting, ...silent })],
        goals: [goal(1, 1), aGoal({ id: 2, namnder: [1] })],
        activities: [anActivity({ id: 1, level: 2 }), anActivity({ id: 2, level: 2 })],
        indicators: [1, 2].map((id) => anIndicator({ id, isCompared: false })),
      },
      ['1 mål 1, 2 uppgifter och 2 mått följs.', 'Inget av det bedöms vid det här tillfället.'],
    ],
    ['indicators alone', measured, ['1 mått följs.', '1 av 1 indikator når målvärdet.']],
    [
      'indicators without a scale',
      { ...measured, plans: [aPlan({ indicatorScale: null })] },
      ['1 mått följs.', 'Inget av det bedöms vid det här tillfället.'],
    ],
  ])('%s', (_, given, expected) => {
    expect(sentencesOf(given)).toEqual(expected);
  });
});
