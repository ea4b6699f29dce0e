import { expect, test } from 'vitest';
import type { Problem } from '#lib/domain/problem.ts';
import { notKeptItem, notKeptLead, notKeptTail } from './not-kept.ts';

const NOBODY = { outcome: 'ready', notKept: [], isPerPerson: false, isGone: false } as const;
const notKept = [
  { code: 'personal-data', line: 2, column: 'Fritext', kind: 'free-text', lines: 1 },
] as const;

test.each([
  [{}, null, /7 dagar.*eget arkiv/],
  [{ notKept }, /inte originalet, bara en kopia/, /7 dagar.*eget arkiv/],
  [{ isPerPerson: true }, /bara sammanräkningen/, /7 dagar/],
  [{ notKept, outcome: 'refused' as const }, /^Inget ur filen sparas/, /Kasta den nu/],
  [{ outcome: 'refused' as const, isGone: true }, /redan borttagen/, /sammanställningen/],
])('%j is said so', (told, lead, tail) => {
  const report = { ...NOBODY, ...told };
  const found = notKeptLead(report);
  if (lead === null) expect(found).toBeNull();
  else expect(found).toMatch(lead);
  expect(notKeptTail(report)).toMatch(tail);
});

test.each<[Problem, string]>([
  [notKept[0], 'Fritext: fri text, på 1 rad.'],
  [{ ...notKept[0], column: '', lines: 3 }, '(utan rubrik): fri text, på 3 rader.'],
  [
    { code: 'personal-lines', line: 9, kind: 'e-mail', lines: 2 },
    'Utanför tabellen, från rad 9: e-postadresser, på 2 rader.',
  ],
  [
    { code: 'personal-sheets', sheets: ['Svar', 'Chefer'], hasUnseen: true },
    'Bladen ”Svar” och ”Chefer” samt det som inte står i celler (kommentarer, textrutor, sidfot, pivottabeller): kan innehålla uppgifter om personer.',
  ],
  [
    { code: 'personal-sheets', sheets: ['Svar'], hasUnseen: false },
    'Bladet ”Svar”: kan innehålla uppgifter om personer.',
  ],
  [{ code: 'empty-file' }, 'Filen är tom. Exportera den på nytt och läs in den igen.'],
])('%j stands in the list so', (problem, words) => expect(notKeptItem(problem)).toBe(words));
