import { expect, test } from 'vitest';
import type { Corrected } from '#lib/domain/correction.ts';
import { correctionWords, daysWords, lockedWords } from './steps.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  ['2023-10-03', 'Kallelse 20 september 2023, sammanträde 3 oktober 2023.'],
  [null, 'Kallelse 20 september 2023, sammanträdet inte bestämt.'],
])('days with a meeting on %s', (meetingOn, words) => {
  expect(plain(daysWords({ publishedOn: '2023-09-20', meetingOn }))).toBe(words);
});

const DAYS = { publishedOn: '2023-09-20', meetingOn: '2023-10-03' };
const TOLD = { decidedOn: '2023-10-03', paragraph: '44', diarienummer: 'SN 1' };

test.each<[string, Pick<Corrected, 'days' | 'decision'>, Corrected['was'], string]>([
  [
    'a kallelse',
    { days: { ...DAYS, publishedOn: '2023-09-21' }, decision: null },
    { days: DAYS, decision: null },
    'Kallelse: 20 september 2023 → 21 september 2023.',
  ],
  [
    'a meeting that was not settled',
    { days: DAYS, decision: null },
    { days: { ...DAYS, meetingOn: null }, decision: null },
    'Sammanträde: inte bestämt → 3 oktober 2023.',
  ],
  [
    'days that nobody kept',
    { days: DAYS, decision: null },
    { days: null, decision: null },
    'Kallelse: 20 september 2023. Sammanträde: 3 oktober 2023.',
  ],
  [
    'a paragraph',
    { days: null, decision: { ...TOLD, paragraph: '45' } },
    { days: null, decision: TOLD },
    'Paragraf: § 44 → § 45.',
  ],
  [
    'all of a decision',
    { days: null, decision: { decidedOn: '2023-10-04', paragraph: '45', diarienummer: 'SN 2' } },
    { days: null, decision: TOLD },
    'Beslutsdag: 3 oktober 2023 → 4 oktober 2023. Paragraf: § 44 → § 45. Diarienummer: SN 1 → SN 2.',
  ],
])('%s that was put right', (_, put, was, words) => {
  const one = { id: 1, step: 1, reason: null, at: '', ...put, was };
  expect(plain(correctionWords(one))).toBe(words);
});

test.each([
  [false, 'Godkänd av nämnden 3 oktober 2023, § 44, dnr SN 1.'],
  [true, 'Angivet beslut: 3 oktober 2023, § 44, dnr SN 1.'],
])('what was locked, by mistake: %j', (isMistaken, words) => {
  expect(plain(lockedWords({ version: 1, ...TOLD }, isMistaken))).toBe(words);
});
