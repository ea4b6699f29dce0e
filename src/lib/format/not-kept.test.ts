import { expect, test } from 'vitest';
import { notKeptLead, notKeptTail } from './not-kept.ts';

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
