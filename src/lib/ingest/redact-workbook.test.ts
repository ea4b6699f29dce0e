import { describe, expect, test } from 'vitest';
import { oneSheet, workbook, workbookParts, zipParts } from '../../../tests/workbook.ts';
import type { TestSheet } from '../../../tests/workbook.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from './read-file.ts';
import { redactedWorkbook } from './redact-workbook.ts';
import { mustRedact } from './redact.ts';
import { sheetLines } from './workbook/sheet-lines.ts';

const HEADER = ['Indikator', 'Period', 'Värde'];
const PLAIN: TestSheet = { name: 'Resultat', rows: [HEADER, ['ind-1', '2024', 61.5]] };
const ABOUT: TestSheet = {
  name: 'Om',
  rows: [['Enkät till brukare'], ['Källa: enheten för analys']],
};
const ANSWERS: TestSheet = {
  name: 'Svar',
  rows: [
    ['RespondentID', 'Fråga 1', 'Fråga 2'],
    ['1', 4, 5],
    ['2', 3, 4],
  ],
};
const CONTACTS: TestSheet = { name: 'Kontakt', rows: [['Fråga Anna'], ['anna@gnesta.se']] };

const FOOT = '<headerFooter><oddFooter>&amp;LFråga anna@gnesta.se</oddFooter></headerFooter>';

const readingOf = (bytes: Uint8Array, sheet: string | null = null) =>
  readFile({ name: 'bok.xlsx', bytes }, { ...NO_CHOICES, sheet });

describe('a workbook', () => {
  const comments = (name: string) =>
    zipParts({ ...workbookParts([PLAIN]), [name]: '<comments>Anna: ring mig</comments>' });
  const drawing = (xml: string) =>
    zipParts({
      ...workbookParts([PLAIN]),
      'xl/drawings/drawing1.xml': `<xdr:wsDr>${xml}</xdr:wsDr>`,
    });
  test.each<[string, Uint8Array, readonly string[], boolean]>([
    ['of one sheet', workbook([PLAIN]), [], false],
    ['whose other sheet explains', workbook([PLAIN, ABOUT]), [], false],
    ['with another sheet of figures', workbook([PLAIN, { ...PLAIN, name: 'T2' }]), [], false],
    ['with a row for each person', workbook([PLAIN, ANSWERS, ABOUT]), ['Svar'], false],
    ['with an address', workbook([CONTACTS, PLAIN]), ['Kontakt'], false],
    [
      'with an address out of sight',
      workbook([PLAIN, { ...CONTACTS, state: 'hidden' }]),
      ['Kontakt'],
      false,
    ],
    ['with comments', comments('xl/comments1.xml'), [], true],
    ['with comments beside its sheets', comments('xl/comments/comment1.xml'), [], true],
    ['with answered comments', comments('xl/threadedComments/threadedComment1.xml'), [], true],
    ['with a text box', drawing('<a:t>Fråga Anna</a:t>'), [], true],
    ['with a chart', drawing('<c:chart r:id="rId1"/>'), [], false],
    ['with what a pivot keeps', comments('xl/pivotCache/pivotCacheRecords1.xml'), [], true],
    ['with a printed foot', workbook([{ ...PLAIN, tail: FOOT }]), [], true],
    [
      'with another sheet’s printed foot',
      workbook([PLAIN, { ...ABOUT, tail: FOOT }]),
      ['Om'],
      false,
    ],
    [
      'with a sheet for a person',
      workbook([PLAIN, { ...ABOUT, name: 'Anna Ek' }]),
      ['Anna Ek'],
      false,
    ],
  ])('%s', (_, bytes, sheets, hasUnseen) => {
    const found = readingOf(bytes);
    expect(found.sheet).toBe('Resultat');
    expect(found.besideSheet).toEqual({ sheets, hasUnseen });
    const isTold = sheets.length > 0 || hasUnseen;
    expect(mustRedact(found)).toBe(isTold);
    expect(found.problems.filter(({ code }) => code === 'personal-sheets')).toEqual(
      isTold ? [{ code: 'personal-sheets', sheets, hasUnseen }] : [],
    );
  });

  test('whose other sheets are too large to be looked through may tell of persons', () => {
    const rows = Array.from({ length: 90_000 }, () => ['Hemtjänst', 'Kulla', 1, 2, 3, 4]);
    const large = workbook([PLAIN, { name: 'Stort', rows }, ABOUT]);
    expect(readingOf(large).besideSheet.sheets).toEqual(['Stort', 'Om']);
  });

  test('that nobody knows is told of nothing, for nothing is kept of it', () => {
    const unknown = {
      name: 'Mål',
      rows: [
        ['Mål', 'Utfall'],
        ['Trygghet', 61],
      ],
    } as const;
    expect(readingOf(workbook([unknown, CONTACTS]), 'Mål').problems).not.toContainEqual(
      expect.objectContaining({ code: 'personal-sheets' }),
    );
  });
});

/** What stands in a workbook, sheet by sheet. */
const contentsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    readingOf(bytes).sheets.map(({ name }) => [
      name,
      sheetLines(bytes, [1, 2, 3, 4, 5], name).map(({ line, text }) => [line, text.trim()]),
    ]),
  );

describe('the copy of a workbook', () => {
  const wide: TestSheet = {
    name: 'Resultat & "mål"',
    rows: [
      [...HEADER, 'Kontakt'],
      [],
      ['ind-1', '2024', 61.5, 'anna@x.se'],
      ['ind-2', '2024', { value: 0.5, format: '9' }, null],
    ],
  };

  test('is without what tells of persons, each row on its line', () => {
    const bytes = workbook([wide, ABOUT, ANSWERS]);
    expect(contentsOf(redactedWorkbook(bytes, null, readingOf(bytes, wide.name)))).toEqual({
      [wide.name]: [
        [1, 'Indikator;Period;Värde;Kontakt'],
        [3, 'ind-1;2024;61,5'],
        [4, 'ind-2;2024;50 %'],
      ],
      Om: [
        [1, 'Enkät till brukare'],
        [2, 'Källa: enheten för analys'],
      ],
    });
  });

  test('has a sheet that is read later, and is without what it was without before', () => {
    const contacts = { ...wide, name: 'T2' };
    const bytes = workbook([wide, contacts]);
    const first = redactedWorkbook(bytes, null, readingOf(bytes, wide.name));
    expect(Object.keys(contentsOf(first))).toEqual([wide.name]);
    const second = contentsOf(redactedWorkbook(bytes, first, readingOf(bytes, 'T2')));
    expect(second[wide.name]).toEqual(contentsOf(first)[wide.name]);
    expect(second['T2']).toEqual(second[wide.name]);
  });

  test('can be read anew, signs and line breaks and all', () => {
    const bytes = oneSheet([
      [...HEADER, 'Fritext'],
      ['Bad & <b>\n"c"', '2024', 7, 'Mer personal på kvällen'],
      ['\u0001d\uD800', '2024', 8, 'Ja'],
    ]);
    const copy = redactedWorkbook(bytes, null, readingOf(bytes));
    const { observations, problems } = readingOf(copy);
    expect(problems.map(({ code }) => code)).toEqual([
      'ignored-column',
      'number-as-text',
      'damaged-text',
    ]);
    expect(observations.at(0)).toMatchObject({ indicator: 'Bad & <b>\n"c"', value: 7 });
    expect(observations.at(1)).toMatchObject({ indicator: 'd\uFFFD', value: 8 });
  });
});
