import { expect, test } from 'vitest';
import { fieldWords, shownChanges } from './log-fields.ts';

const JUDGED = {
  subject: { kind: 'goal', id: 7 },
  ...{ namnd: 1, occasion: 2, place: 3, aspect: 'outcome' },
  said: { kind: 'step', step: 'gult' },
  ...{ word: 'Delvis uppnått', trend: null, reason: null },
};

test.each<[string, unknown, unknown, readonly (readonly (string | null)[])[]]>([
  ['first judgement', null, JUDGED, [['Bedömning', null, 'Delvis uppnått']]],
  [
    'judgement anew',
    JUDGED,
    {
      ...JUDGED,
      said: { kind: 'ej_utvarderad' },
      word: 'Ej utvärderat',
      reason: 'Enkäten drogs in.',
    },
    [
      ['Bedömning', 'Delvis uppnått', 'Ej utvärderat'],
      ['Skäl', null, 'Enkäten drogs in.'],
    ],
  ],
  [
    'judgement from before its words were kept',
    null,
    { subject: JUDGED.subject, said: { kind: 'ej_utvarderad' } },
    [['Bedömning, slag', null, 'Ej utvärderat']],
  ],
  [
    'lifecycle',
    { lifecycle: 'planned' },
    { lifecycle: 'done' },
    [['Läge', 'Inte påbörjat', 'Klart']],
  ],
  ['ready mark', { isReady: false }, { isReady: true }, [['Klarmarkerad', 'nej', 'ja']]],
  ['role', { role: 'lasare', kommun: 1, namnd: null }, null, [['Roll', 'läsare', null]]],
  [
    'what a row is about, when it is what changed',
    { place: 1 },
    { place: 2 },
    [['Plats', '1', '2']],
  ],
  [
    'column of a mapping',
    { mapping: { columns: [{ header: 'x', told: { period: '2023' } }] } },
    { mapping: { columns: [{ header: 'x', told: { period: '2024' } }] } },
    [['Kolumn 1, period', '2023', '2024']],
  ],
  [
    'moment',
    { closedAt: '2026-11-26T13:35:07.000Z' },
    { closedAt: null },
    [['Stängt', '2026-11-26 14:35:07', null]],
  ],
  ['large number', null, { new: 12345 }, [['Nya', null, '12\u00a0345']]],
])('a %s', (_, before, after, expected) => {
  expect(shownChanges(before, after).map((one) => [one.field, one.before, one.after])).toEqual(
    expected,
  );
});

test('what has no word is said as it stands', () => {
  expect(fieldWords(['things', 'N00945', 'title'])).toBe('N00945, titel');
  expect(fieldWords(['constructor'])).toBe('Constructor');
});
