import { describe, expect, test } from 'vitest';
import { aComment, aGoal, aJudgement, aSnapshot } from '../../../tests/builders.ts';
import { stateWord } from '#lib/format/labels.ts';
import { meetingRow } from '#lib/format/publishing.ts';
import { assessAll } from './assess-all.ts';
import { changedAtMeeting } from './at-meeting.ts';
import type { Comment, Judgement } from './judgement.ts';

const SENT = { kind: 'ej_utvarderad' } as const;

describe('what was changed at the meeting', () => {
  test.each<
    [string, Partial<Judgement>, Partial<Comment>, readonly (readonly (string | null)[])[]]
  >([
    ['nothing', {}, {}, []],
    ['a judgement', { sent: SENT }, {}, [['Mål', 'Ej utvärderat', 'Bedöms uppnås', '']]],
    ['a text', {}, { sent: 'Det gick sämre.' }, [['Mål', null, null, 'Ändrad text.']]],
    [
      'a text that was taken away',
      {},
      { sent: 'Det gick.', body: '' },
      [['Mål', null, null, 'Ändrad text.']],
    ],
  ])('%s', (_, judgement, comment, expected) => {
    const goals = [aGoal({ id: 1, title: 'Mål' })];
    const { judgements, comments } = {
      judgements: [aJudgement(judgement)],
      comments: [aComment(comment)],
    };
    const assessed = assessAll(aSnapshot({ goals, judgements, comments }));
    const rows = changedAtMeeting(assessed).map(meetingRow);
    expect(
      rows.map(({ title, judged, more }) => [
        ...[title, judged && stateWord(judged.sent, []), judged && stateWord(judged.is, []), more],
      ]),
    ).toEqual(expected);
  });
});
