import { describe, expect, test } from 'vitest';
import { aPeriod } from '../../../tests/builders.ts';
import type { Missing, Todo } from '#lib/domain/todo.ts';
import { mailLine, missingWords, todoCounts, todoSentence } from './todo.ts';

const UNJUDGED: Todo = {
  subject: { kind: 'activity', id: 1 },
  ...{ key: 'u-1', title: 'Utred hemtjänsten.', owners: [] },
  word: { one: 'uppdrag', many: 'uppdrag' },
  missing: { kind: 'judgement' },
};
const part = { key: 'orsak', title: 'Orsak', perPlace: true };
const against = (what: Extract<Missing, { kind: 'contradiction' }>['what']): Missing => ({
  ...{ kind: 'contradiction', what },
});

test.each<[Missing, string]>([
  [{ kind: 'value' }, 'Värde saknas'],
  [{ kind: 'old-value', period: aPeriod('2020') }, 'Nyare värde saknas, det senaste är från 2020'],
  [{ kind: 'target', year: 2024 }, 'Målvärde för 2024 saknas'],
  [{ kind: 'judgement' }, 'Bedömning saknas'],
  [{ kind: 'text', part }, 'Text saknas: orsak'],
  [against({ of: 'ceiling' }), 'Bedömt bättre än det finns underlag för. Skriv skälet'],
  [against({ of: 'suggestion', side: 'worse' }), 'Bedömt sämre än underlaget säger. Skriv skälet'],
  [
    against({ of: 'measures', side: 'better', count: 1 }),
    'Bedömt bäst på skalan, men 1 mått når inte målvärdet. Skriv skälet',
  ],
  [
    against({ of: 'measures', side: 'worse', count: 1 }),
    'Bedömt sämst på skalan, men måttet når målvärdet. Skriv skälet',
  ],
  [
    against({ of: 'measures', side: 'worse', count: 3 }),
    'Bedömt sämst på skalan, men alla 3 mått når målvärdet. Skriv skälet',
  ],
  [{ kind: 'basis' }, 'Underlaget har ändrats sedan bedömningen gjordes'],
  [
    { kind: 'date', what: 'no-such-day' },
    'Datumet i planen finns inte i kalendern: skriv det rätta',
  ],
])('%j', (missing, words) => {
  expect(missingWords(missing)).toBe(words);
});

describe('a line to paste in a mail', () => {
  test('says what, of what, for when and where', () => {
    expect(mailLine([UNJUDGED], 'Delår 2024', 'https://fyren.example.se/x')).toBe(
      'Uppdrag ”Utred hemtjänsten”: bedömning saknas (delår 2024). https://fyren.example.se/x',
    );
  });
});

test('a line says all that is missing of a thing', () => {
  const late: Todo = { ...UNJUDGED, missing: { kind: 'date', what: 'ended-undone' } };
  expect(mailLine([UNJUDGED, late], 'Delår 2024', 'x')).toBe(
    'Uppdrag ”Utred hemtjänsten”: bedömning saknas; slutdatumet har passerat: säg hur långt det har kommit (delår 2024). x',
  );
});

describe('how much is missing', () => {
  const todo = [
    { kind: 'value' },
    { kind: 'judgement' },
    { kind: 'old-value', period: aPeriod('2020') },
  ].map((missing) => ({ missing: missing as Missing }));
  test('is counted as one chases it', () => {
    expect(todoCounts(todo)).toEqual([
      { group: 'varden', count: 2 },
      { group: 'bedomningar', count: 1 },
    ]);
  });
  test.each([
    [todo, '2\u00a0värden och 1\u00a0bedömning'],
    [[], null],
  ])('and told: %#', (some, words) => {
    expect(todoSentence(some)).toBe(words);
  });
});
