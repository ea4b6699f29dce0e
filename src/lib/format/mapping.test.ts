import { describe, expect, test } from 'vitest';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping, Told } from '#lib/domain/mapping.ts';
import type { ColumnsQuestion, MappedRow } from '#lib/domain/preview.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import {
  columnsLead,
  figuresLine,
  figuresWords,
  headingWords,
  mappingWords,
  rememberedNames,
  rowAbout,
  toldWords,
} from './mapping.ts';

const MAPPING: Mapping = {
  columns: [
    { header: 'Skola', is: 'place', told: NOTHING_TOLD },
    { header: 'Antal', is: 'value', told: NOTHING_TOLD },
    { header: '', is: 'value', told: NOTHING_TOLD },
    { header: 'Rest', is: 'ignored', told: NOTHING_TOLD },
  ],
  told: { ...NOTHING_TOLD, indicator: 'Kö' },
};

test.each<[Partial<Told>, string]>([
  [{}, ''],
  [{ indicator: 'Kö', period: '2024', place: 'Norr' }, 'indikator Kö, period 2024, plats Norr'],
  [{ sex: 'K', kind: 'budget' }, 'kvinnor, budget'],
])('%o is told as words', (told, words) => {
  expect(toldWords({ ...NOTHING_TOLD, ...told })).toBe(words);
});

test('a column of figures says what it is of, or asks', () => {
  expect(figuresWords({ ...NOTHING_TOLD, period: '2024' })).toBe(
    'Värdena gäller period 2024. Ändra',
  );
  expect(figuresWords(NOTHING_TOLD)).toMatch(/\?$/);
});

describe('what is remembered', () => {
  test('says what each column is, and what goes for all', () => {
    expect(mappingWords(MAPPING)).toBe(
      'Antal och (utan rubrik) är värden (tal). Skola är plats eller enhet. För hela filen: indikator Kö.',
    );
    expect(mappingWords({ ...MAPPING, told: NOTHING_TOLD })).not.toContain('hela filen');
    expect(headingWords(['Skola', ''])).toBe('Skola · (utan rubrik)');
  });

  test.each<[Partial<Told>, Partial<Told>, string]>([
    [{}, {}, ''],
    [{ indicator: 'Kö', period: '2024' }, {}, 'Antal: indikator Kö, period 2024.'],
    [{ sex: 'K' }, { sex: 'M' }, 'Antal: kvinnor. (utan rubrik): män.'],
  ])('in a line what is told of each column of figures: %o, %o', (first, second, words) => {
    const told = [{}, first, second, { indicator: 'Rest' }];
    const columns = MAPPING.columns.map((one, at) => ({
      ...one,
      told: { ...NOTHING_TOLD, ...told[at] },
    }));
    expect(figuresLine({ ...MAPPING, columns })).toBe(words);
  });

  test.each([
    [1, 'Ett namn i filen är förklarat.'],
    [3, '3 namn i filen är förklarade.'],
  ])('%i names', (count, words) => {
    expect(rememberedNames(count)).toBe(words);
  });
});

const QUESTION: ColumnsQuestion = {
  ...{ mapping: MAPPING, by: 'unknown', remembered: null, samples: [] },
  rows: { shown: [], count: 0 },
  problems: [],
};

const BEFORE = { at: '2024-05-12T10:00:00.000Z', role: 'admin' };

test.each<[Partial<ColumnsQuestion>, string]>([
  [{}, 'känner inte igen'],
  [{ by: 'chosen' }, 'Så här läses'],
  [{ by: 'known' }, 'i stället för'],
  [{ remembered: { ...BEFORE, added: [] } }, 'förra gången'],
  [{ remembered: { ...BEFORE, added: ['Hälsa'] } }, 'Kolumnen Hälsa är ny och läses inte in'],
  [{ remembered: { ...BEFORE, added: ['A', ''] } }, 'Kolumnerna A och (utan rubrik) är nya'],
])('%o leads with whose word it is', (question, words) => {
  expect(columnsLead({ ...QUESTION, ...question })).toContain(words);
});

const ROW: MappedRow = {
  ...{ line: 2, indicator: 'Kö', period: parsePeriod('2024'), place: 'Norr', sex: 'K' },
  ...{ breakdown: '', of: 'utfall', shown: { state: 'value', value: 1 } },
  note: null,
};

test.each<[Partial<MappedRow>, string]>([
  [{}, '2024, Norr, kvinnor'],
  [{ period: null }, 'Norr, kvinnor'],
  [{ period: null, place: null, sex: 'T' }, 'Hela kommunen'],
])('a row of %o is about %s', (row, words) => {
  expect(rowAbout({ ...ROW, ...row })).toBe(words);
});
