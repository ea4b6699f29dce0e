import { expect, test } from 'vitest';
import { aComment, anOccasion } from '../../../tests/builders.ts';
import { draftTold, read } from '../../../tests/drafted.ts';
import type { Told } from '../../../tests/drafted.ts';
import { atMost } from '../../../tests/rules.ts';

/* Why there is no value, in words: never nought, and never what is hidden. */

const PERCENT = { title: 'Andel nöjda brukare', unit: '%', value: 84 } as const;
const COUNT = { title: 'Antal placeringar', unit: 'st', value: 42 } as const;
const VOLUME = { title: 'Belagda dygn', unit: 'dygn', value: 5166 } as const;
const LATER = [anOccasion({ id: 2, key: 'ar-2023', kind: 'ar', title: 'Årsredovisning 2023' })];

test.each<[string, Told, string]>([
  ['no value', { value: null, rule: atMost(90) }, 'Det finns ännu inget utfall för väntetiden.'],
  [
    'no value of one that is called by its name',
    { ...VOLUME, value: null },
    'Det finns ännu inget utfall för belagda dygn.',
  ],
  [
    'missing is no nought',
    { value: null, now: { state: 'missing' } },
    'Det finns ännu inget utfall för väntetiden.',
  ],
  [
    'too few answers',
    { ...PERCENT, now: { n: 4 } },
    'Andelen nöjda brukare under januari–juni 2023 visas inte, eftersom den bygger på för få svar eller personer.',
  ],
  [
    'too few answers in a survey',
    { ...PERCENT, now: { n: 4 }, measure: { source: 'survey' } },
    'Andelen nöjda brukare under januari–juni 2023 visas inte, eftersom den bygger på för få svar.',
  ],
  [
    'hidden at the source',
    { value: null, now: { state: 'suppressed' }, rule: atMost(90) },
    'Väntetiden under januari–juni 2023 visas inte, eftersom den bygger på för få svar eller personer.',
  ],
  [
    'hidden, by its name',
    { ...VOLUME, value: null, now: { state: 'suppressed' } },
    'Utfallet för belagda dygn under januari–juni 2023 visas inte, eftersom det bygger på för få svar eller personer.',
  ],
  [
    'too few persons',
    { ...COUNT, value: 3, measure: { hidesPersons: true } },
    'Antalet placeringar under januari–juni 2023 visas inte, eftersom det bygger på för få personer.',
  ],
  [
    'not applicable',
    { value: null, now: { state: 'not_applicable' } },
    'Det finns inget utfall för väntetiden under januari–juni 2023, eftersom måttet inte är tillämpligt.',
  ],
  [
    'measured later',
    { value: null, indicator: { measuredAt: ['ar'] }, more: { later: LATER } },
    'Väntetiden redovisas först i årsredovisningen 2023.',
  ],
  [
    'measured later, nobody knows when',
    { value: null, indicator: { measuredAt: ['ar'] } },
    'Väntetiden redovisas vid ett senare tillfälle.',
  ],
  [
    'to be answered in words',
    {
      value: null,
      title: 'Redovisa vilka insatser som erbjuds',
      indicator: { isQualitative: true },
    },
    '”Redovisa vilka insatser som erbjuds” redovisas i ord, men ännu finns inget svar.',
  ],
  [
    'answered in words',
    {
      ...{ value: null, title: 'Nya insatser', indicator: { isQualitative: true } },
      more: { comments: [aComment({ subject: { kind: 'indicator', id: 1 } })] },
    },
    'Nya insatser redovisas i ord.',
  ],
])('%s', (_, told, text) => {
  expect(read(draftTold(told))).toBe(text);
});
