import { describe, expect, test } from 'vitest';
import { aComment, aGoal, aJudgement, aPlace, aSnapshot } from '../../../tests/builders.ts';
import { stateWord } from '#lib/format/labels.ts';
import { changeWords } from '#lib/format/publishing.ts';
import { assessAll } from './assess-all.ts';
import type { Assessed } from './assess-all.ts';
import { changedAtMeeting } from './at-meeting.ts';
import type { Comment, Judgement } from './judgement.ts';

const SENT = { kind: 'ej_utvarderad' } as const;

/** "Mål, Bedömning: Ej utvärderat → Bedöms uppnås". */
const told = (assessed: Assessed) =>
  changedAtMeeting(assessed).flatMap(({ title, changes }) =>
    changes.map((change) => {
      const words = `${title}, ${changeWords(change, assessed)}`;
      if (change.kind === 'lifecycle') return words;
      const [sent, is] =
        change.kind === 'judgement'
          ? [stateWord(change.sent, []), stateWord(change.is, [])]
          : [change.sent, change.is];
      return `${words}: ${sent} → ${is}`;
    }),
  );

describe('what was changed at the meeting', () => {
  test.each<[string, Partial<Judgement>, Partial<Comment>, readonly string[]]>([
    ['nothing', {}, {}, []],
    ['a judgement', { sent: SENT }, {}, ['Mål, Bedömning: Ej utvärderat → Bedöms uppnås']],
    [
      'a text',
      {},
      { sent: 'Det gick sämre.', body: 'Det gick.' },
      ['Mål, Text: Det gick sämre. → Det gick.'],
    ],
    [
      'a text that was taken away',
      {},
      { sent: 'Det gick.', body: '' },
      ['Mål, Text: Det gick. → '],
    ],
    [
      'both',
      { sent: SENT },
      { sent: '', body: 'Nytt.' },
      ['Mål, Bedömning: Ej utvärderat → Bedöms uppnås', 'Mål, Text:  → Nytt.'],
    ],
  ])('%s', (_, judgement, comment, expected) => {
    const goals = [aGoal({ id: 1, title: 'Mål' })];
    const { judgements, comments } = {
      judgements: [aJudgement(judgement)],
      comments: [aComment(comment)],
    };
    expect(told(assessAll(aSnapshot({ goals, judgements, comments })))).toEqual(expected);
  });

  test('of a unit is told as the unit’s', () => {
    const goals = [aGoal({ id: 1, title: 'Mål' })];
    const judgements = [aJudgement(), aJudgement({ place: 9, sent: SENT })];
    const places = [aPlace({ id: 9 })];
    expect(told(assessAll(aSnapshot({ goals, judgements, places })))).toEqual([
      'Mål, Bedömning: Hemtjänst Norr: Ej utvärderat → Bedöms uppnås',
    ]);
  });
});
