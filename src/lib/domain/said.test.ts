import { describe, expect, test } from 'vitest';
import {
  aComment,
  aJudgement,
  aLevel,
  anOccasion,
  aPlace,
  aScale,
  GREEN,
  RED,
  YELLOW,
} from '../../../tests/builders.ts';
import type { Comment, Judgement } from './judgement.ts';
import type { Step, TextPart } from './model.ts';
import { commentsOf, earlierOf, judgementOf, saidOf } from './said.ts';

const stepped = (step: Step) => ({ kind: 'step', step: step.key }) as const;

describe('the judgement of the whole', () => {
  const forecast = aJudgement();
  const outcome = aJudgement({ aspect: 'outcome', said: stepped(RED) });
  const atUnit = aJudgement({ place: 2, said: stepped(YELLOW) });
  const ofOther = aJudgement({ subject: { kind: 'goal', id: 2 } });
  const ofActivity = aJudgement({ subject: { kind: 'activity', id: 1 } });
  const judgements = [ofActivity, ofOther, atUnit, outcome, forecast];

  test.each<[string, string, readonly Judgement[], Judgement | null]>([
    ['as forecast', 'forecast', judgements, forecast],
    ['as outcome', 'outcome', judgements, outcome],
    ['where it is only told in words', 'words', judgements, null],
    ['where it is not reported', 'none', judgements, null],
    ['where only others are judged', 'forecast', [ofActivity, ofOther, outcome], null],
    ['where only a unit is judged', 'forecast', [atUnit], null],
  ])('%s', (_, reported, list, expected) => {
    expect(judgementOf({ judgements: list, place: 1 }, 'goal', 1, reported)).toBe(expected);
  });
});

describe('all that is judged of a thing', () => {
  const indicator = { kind: 'indicator', id: 1 } as const;
  const judgements = [
    aJudgement({ subject: indicator, aspect: 'outcome', trend: 'ökad', source: 'rad 12' }),
    aJudgement({ subject: { kind: 'indicator', id: 2 }, trend: 'minskad' }),
    aJudgement({
      ...{ subject: indicator, place: 3, said: { kind: 'ej_utvarderad' } },
      reason: 'För få svar.',
    }),
    aJudgement({ subject: indicator, place: 2, said: { kind: 'step', step: 'okand' } }),
  ];

  test('stands place by place as it was given, with the word for its trend', () => {
    expect(saidOf({ judgements }, 'indicator', 1, aScale())).toEqual([
      {
        place: 1,
        state: { kind: 'step', step: GREEN, aspect: 'outcome', by: 'people' },
        ...{ trend: 'ökad', reason: null, source: 'rad 12', sent: null },
      },
      {
        place: 3,
        state: { kind: 'ej_utvarderad', aspect: 'forecast', to: null },
        ...{ trend: null, reason: 'För få svar.', source: null, sent: null },
      },
      {
        place: 2,
        state: { kind: 'ej_bedomt', aspect: 'forecast', to: null },
        ...{ trend: null, reason: null, source: null, sent: null },
      },
    ]);
  });

  test('is nothing without a scale to judge on', () => {
    expect(saidOf({ judgements }, 'indicator', 1, null)).toEqual([]);
  });
});

describe('what is told of a thing', () => {
  const parts: TextPart[] = ['analys', 'atgard'].map((key) => ({
    ...{ key, title: key === 'analys' ? 'Analys' : 'Åtgärder', perPlace: true },
  }));
  const places = [
    aPlace({ id: 3, name: 'Söder' }),
    aPlace({ id: 1, kind: 'kommun' }),
    aPlace({ id: 2, name: 'Norr' }),
  ];
  const said = (place: number, part: string) => aComment({ place, part });

  /** As "Norr Analys": where, and under which words; "–" for neither. */
  const toldOf = (comments: readonly Comment[], of = parts) =>
    commentsOf({ comments, places, place: 1 }, 'goal', 1, of).map(
      ({ placeName, title }) => [placeName, title].filter((word) => word !== null).join(' ') || '–',
    );

  test.each<[string, Comment[], string[]]>([
    ['nothing', [], []],
    ['in the order of the parts', [said(1, 'atgard'), said(1, 'analys')], ['Analys', 'Åtgärder']],
    [
      'the whole before its units, those in the order they are known in',
      [said(3, 'analys'), said(2, 'atgard'), said(2, 'analys'), said(1, 'atgard')],
      ['Åtgärder', 'Norr Analys', 'Norr Åtgärder', 'Söder Analys'],
    ],
    ['a part that the level has no more has no title', [said(1, 'orsak')], ['–']],
    ['a place that nobody knows has no name', [said(9, 'analys')], ['Analys']],
    [
      'nothing of others',
      [
        aComment({ part: 'analys', subject: { kind: 'goal', id: 2 } }),
        aComment({ part: 'analys', subject: { kind: 'activity', id: 1 } }),
      ],
      [],
    ],
  ])('%s', (_, comments, expected) => {
    expect(toldOf(comments)).toEqual(expected);
  });

  test('goes without a title where there is one part', () => {
    expect(toldOf([said(1, 'analys'), said(2, 'analys')], parts.slice(0, 1))).toEqual([
      '–',
      'Norr',
    ]);
  });

  test('keeps its body and its line', () => {
    const comment = aComment({ body: 'Kön växer.', source: 'rad 312' });
    expect(commentsOf({ comments: [comment], places, place: 1 }, 'goal', 1, [])).toEqual([
      { ...comment, title: null, placeName: null },
    ]);
  });
});

describe('how a goal was judged before', () => {
  const at = (key: string, kind: string, ...judgements: Judgement[]) => ({
    occasion: anOccasion({ key, kind }),
    judgements,
  });
  const outcome = (step: string) => aJudgement({ aspect: 'outcome', said: { kind: 'step', step } });

  /** As "ar-2022 uppnatt". */
  const earlierIn = (...earlier: ReturnType<typeof at>[]) =>
    earlierOf({ earlier, place: 1 }, 1, aLevel(), aScale()).map(
      ({ occasion, state }) =>
        `${occasion.key} ${state.kind === 'step' ? state.step.key : state.kind}`,
    );

  test.each<[string, ReturnType<typeof at>[], string[]]>([
    ['never', [], []],
    [
      'the oldest first, each in the aspect of its occasion',
      [
        at('ar-2021', 'ar', outcome('ej'), aJudgement()),
        at('delar-2022', 'delar', outcome('ej'), aJudgement({ said: stepped(YELLOW) })),
      ],
      ['ar-2021 ej', 'delar-2022 delvis'],
    ],
    [
      'an occasion without a judgement is left out',
      [at('ar-2021', 'ar'), at('ar-2022', 'ar', outcome('uppnatt'))],
      ['ar-2022 uppnatt'],
    ],
    ['so is one its level is silent at', [at('april-2022', 'april', outcome('ej'))], []],
    [
      'and one where another goal was judged',
      [at('ar-2022', 'ar', { ...outcome('ej'), subject: { kind: 'goal', id: 2 } })],
      [],
    ],
    ['and one where only a unit was', [at('ar-2022', 'ar', { ...outcome('ej'), place: 2 })], []],
    [
      'a step that the scale has lost is ej bedömt',
      [at('ar-2022', 'ar', outcome('pa-vag'))],
      ['ar-2022 ej_bedomt'],
    ],
  ])('%s', (_, earlier, expected) => {
    expect(earlierIn(...earlier)).toEqual(expected);
  });

  test('is not told without a scale', () => {
    const earlier = [at('ar-2022', 'ar', outcome('uppnatt'))];
    expect(earlierOf({ earlier, place: 1 }, 1, aLevel({ scale: null }), null)).toEqual([]);
  });
});
