import { expect, test } from 'vitest';
import { removedBefore, removedWords } from './gallring.ts';

const REMOVED = { at: '2026-05-03T22:30:00.000Z', decision: 'KS § 12', reason: 'Fel fil' };

test.each([
  // After midnight here.
  [REMOVED, 'Filens innehåll är gallrat 4 maj 2026 enligt KS § 12: Fel fil.'],
  [
    { ...REMOVED, reason: 'Fel fil!' },
    'Filens innehåll är gallrat 4 maj 2026 enligt KS § 12: Fel fil!',
  ],
])('%j: %s', (removed, words) => {
  expect(removedWords(removed)).toBe(words);
});

test.each([
  [
    REMOVED,
    'Filen har lästs in förut. Filens innehåll är gallrat 4 maj 2026 enligt KS § 12: Fel fil. Innehållet sparas inte igen.',
  ],
  [
    { at: REMOVED.at, decision: null, reason: null },
    'En fil med precis samma innehåll gallrades här 4 maj 2026, och innehållet sparas inte igen.',
  ],
])('of one that comes again, %j: %s', (removed, words) => {
  expect(removedBefore(removed)).toBe(words);
});
