import { expect, test } from 'vitest';
import { sortProblems } from '#lib/domain/problem.ts';
import { outcomeOf, SEVERITY } from '#lib/domain/severity.ts';
import type { NotATable, Problem } from '#lib/domain/problem.ts';
import { formatProblem } from './problems.ts';

const cell = { line: 3, column: 'Värde', value: 'sjuttionio' };
const name = { line: 2, value: 'Söder', lines: 3 };

/** One of every problem, complete by type. */
const EXAMPLES: { readonly [Code in Problem['code']]: Extract<Problem, { code: Code }> } = {
  'empty-file': { code: 'empty-file' },
  'looks-like-html': { code: 'looks-like-html' },
  'not-a-table': { code: 'not-a-table', found: 'zip' },
  'broken-json': { code: 'broken-json' },
  'empty-answer': { code: 'empty-answer' },
  'broken-workbook': { code: 'broken-workbook' },
  'large-workbook': { code: 'large-workbook' },
  'unknown-sheet': { code: 'unknown-sheet', value: 'Blad9', sheets: ['Blad1', 'Blad2'] },
  'other-sheets': { code: 'other-sheets', value: 'Blad1', others: ['Blad2', 'Blad3'] },
  'hidden-rows': { code: 'hidden-rows', line: 4, lines: 2 },
  'hidden-columns': { code: 'hidden-columns', line: 1, columns: ['C', 'D'] },
  uncalculated: { code: 'uncalculated', line: 3, value: 'B3' },
  'double-encoded': { code: 'double-encoded', line: 2, value: 'Ã¥r', lines: 1 },
  'damaged-text': { code: 'damaged-text', line: 2, value: 'V\ufffdrd', lines: 4 },
  'unknown-layout': { code: 'unknown-layout' },
  'page-incomplete': { code: 'page-incomplete', next: 'https://api.kolada.se/v3/kpi?page=2' },
  'kolada-v2-closed': { code: 'kolada-v2-closed' },
  'no-period': { code: 'no-period' },
  'no-rows': { code: 'no-rows', line: 1 },
  'open-quote': { code: 'open-quote', line: 4 },
  'one-column': { code: 'one-column', line: 1 },
  'duplicate-column': { code: 'duplicate-column', line: 1, column: 'Värde', columns: [2, 3] },
  'nameless-column': { code: 'nameless-column', line: 1, columns: [1] },
  'no-header': { code: 'no-header', line: 1, value: '84,5' },
  'ragged-row': { code: 'ragged-row', line: 3, found: 2, expected: 3 },
  'title-rows': { code: 'title-rows', line: 1, lines: 3 },
  'unit-row': { code: 'unit-row', line: 2 },
  'footnote-rows': { code: 'footnote-rows', ...name },
  'total-row': { code: 'total-row', ...cell },
  'deleted-values': { code: 'deleted-values', line: 4, lines: 3 },
  'odd-field': { code: 'odd-field', line: 4, column: 'values', value: '5' },
  'unknown-member': {
    ...{ code: 'unknown-member', line: 4, value: '9999', lines: 2 },
    group: 'Liknande kommuner, övergripande, Gnesta, 2025',
  },
  'respondent-rows': { code: 'respondent-rows', line: 2, columns: ['Svarsid', 'Fråga 1'] },
  'personal-data': {
    code: 'personal-data',
    line: 2,
    column: 'Fritext',
    kind: 'free-text',
    lines: 3,
  },
  'personal-cell': { code: 'personal-cell', line: 2, column: 'Enhet', kind: 'phone' },
  'persons-column': { code: 'persons-column', line: 2, column: 'Brukare', lines: 3 },
  'removed-file': {
    ...{ code: 'removed-file', at: '2026-05-03T08:00:00.000Z' },
    ...{ decision: null, reason: null },
  },
  'personal-heading': { code: 'personal-heading', line: 1, position: 4, kind: 'e-mail' },
  'personal-told': {
    ...{ code: 'personal-told', line: 1, heading: 'Utfall' },
    ...{ about: 'place', kind: 'e-mail' },
  },
  'personal-lines': { code: 'personal-lines', line: 1, kind: 'e-mail', lines: 2 },
  'missing-marks': {
    code: 'missing-marks',
    line: 2,
    column: '',
    marks: ['-', '..', 'x'],
    lines: 3,
  },
  'nil-or-missing': { code: 'nil-or-missing', ...cell, value: '-', lines: 2 },
  'mean-differs': { code: 'mean-differs', ...cell, value: '3,9', counted: 3.2 },
  'skipped-rows': { code: 'skipped-rows', ...cell, column: 'Mått', lines: 2 },
  'unsure-span': { code: 'unsure-span', ...cell, value: '2026-07-31', lines: 2 },
  'suppressed-values': { code: 'suppressed-values', line: 2, column: 'Medelvärde', lines: 3 },
  'bad-number': { code: 'bad-number', ...cell },
  'too-large-number': { code: 'too-large-number', ...cell },
  'ambiguous-number': { code: 'ambiguous-number', ...cell, lines: 2 },
  'mixed-decimals': { code: 'mixed-decimals', ...cell, lines: 1 },
  'mixed-scale': { code: 'mixed-scale', ...cell, lines: 1 },
  'unsure-scale': { code: 'unsure-scale', ...cell, lines: 1 },
  'value-out-of-scale': { code: 'value-out-of-scale', ...cell, from: 1, to: 5 },
  'bad-date': { code: 'bad-date', ...cell },
  'two-digit-year': { code: 'two-digit-year', ...cell },
  'ambiguous-date': { code: 'ambiguous-date', ...cell },
  'serial-date': { code: 'serial-date', ...cell, lines: 2 },
  'footnote-marks': { code: 'footnote-marks', ...cell, lines: 2 },
  'number-as-text': { code: 'number-as-text', ...cell, lines: 2 },
  'period-range': { code: 'period-range', ...cell, from: '2023-07-01', to: '2024-06-30' },
  'missing-column': {
    code: 'missing-column',
    line: 1,
    column: 'Värde',
    accepted: ['Värde', 'Utfall'],
  },
  'personal-answer': { code: 'personal-answer', kind: 'e-mail' },
  'personal-sheets': { code: 'personal-sheets', sheets: ['Svar'], hasUnseen: true },
  'mapping-lacks': { code: 'mapping-lacks', line: 1, lacks: 'indicator' },
  'alike-columns': { code: 'alike-columns', line: 1, columns: ['Utfall T1', 'Utfall T2'] },
  'told-period': {
    ...{ code: 'told-period', line: 1, column: 'Utfall', value: 'i fjol' },
    reason: 'unknown',
  },
  'other-period': {
    ...{ code: 'other-period', line: 1, column: 'Kö 2024' },
    value: '2023',
    said: '2024',
  },
  'too-many-columns': { code: 'too-many-columns', line: 1, found: 700, most: 500 },
  'meant-twice': { code: 'meant-twice', line: 1, columns: ['Enhet', 'Skola'], meaning: 'place' },
  'same-field': { code: 'same-field', line: 1, columns: ['Period', 'År'], meaning: 'Period' },
  'unused-column': { code: 'unused-column', line: 1, column: 'Ålder' },
  'ignored-column': { code: 'ignored-column', line: 1, column: 'Ansvarig' },
  'empty-cell': { code: 'empty-cell', line: 3, column: 'Period' },
  'bad-period': { code: 'bad-period', ...cell, reason: 'two-digit-year' },
  'yearless-period': { code: 'yearless-period', ...cell, value: 'T1' },
  'unknown-value': { code: 'unknown-value', ...cell, accepted: ['T', 'K', 'M'] },
  'unknown-status': { code: 'unknown-status', ...cell, lines: 2 },
  'code-padded': { code: 'code-padded', ...cell, lines: 2 },
  'lost-zeros': { code: 'lost-zeros', ...cell, value: '461', lines: 2 },
  'unknown-question': {
    code: 'unknown-question',
    ...{ ...cell, indicator: 'Är du glad?', options: ['Ja', 'Nej'], lines: 2 },
  },
  'missing-options': { code: 'missing-options', ...cell, indicator: 'Är du glad?', lines: 2 },
  'share-differs': { code: 'share-differs', ...cell, lines: 2 },
  'shares-off': { code: 'shares-off', ...cell, lines: 2 },
  'reused-id': { code: 'reused-id', ...cell, title: 'Våldsbrott', lines: 2 },
  'unknown-indicator': {
    code: 'unknown-indicator',
    ...name,
    column: 'Indikator',
    value: 'x'.repeat(200),
    isKolada: false,
  },
  'ambiguous-indicator': { code: 'ambiguous-indicator', column: 'Indikator', ...name, found: 2 },
  'unknown-place': { code: 'unknown-place', column: 'Enhet', ...name, nearest: null },
  'ambiguous-place': { code: 'ambiguous-place', column: 'Enhet', ...name, found: 2 },
  'ended-kpi': { code: 'ended-kpi', ...name, endedAfter: 2024 },
  'value-out-of-range': { code: 'value-out-of-range', ...name, indicator: 'N00090' },
  'unit-differs': { code: 'unit-differs', ...name, indicator: 'ind-1', unit: 'dagar' },
  'duplicate-row': { code: 'duplicate-row', line: 4, lines: [2, 4] },
  'long-name': { code: 'long-name', column: 'Enhet', ...name, length: 70_200 },
};

test.each([
  [{ code: 'unknown-place', column: 'Plats', ...name, nearest: null }, 'platsen ”Söder”'],
  [{ code: 'unknown-place', column: 'Enhet', ...name, nearest: null }, 'enheten ”Söder”'],
  [{ code: 'bad-number', ...cell, value: '#REF!' }, 'felmeddelande från Excel'],
  [{ code: 'hidden-rows', line: 4, lines: 1 }, '1 rad är dold i Excel'],
  [{ code: 'hidden-rows', line: 4, lines: 2 }, '2 rader är dolda i Excel'],
  [
    { code: 'other-sheets', value: 'A', others: ['B'] },
    'Bladet ”A” lästes. Bladet ”B” lästes inte.',
  ],
  [
    { code: 'long-name', line: 3, lines: 1, column: 'Enhet', value: 'Ekorren', length: 70_200 },
    'är 70\u00a0200 tecken långt, och ett namn är högst 1\u00a0000. Skriv ett kortare i filen, eller lämna raden utanför.',
  ],
  [
    { code: 'long-name', line: 3, lines: 24, column: 'Enhet', value: 'Ekorren', length: 1200 },
    'är högst 1\u00a0000 (24 rader). Skriv ett kortare i filen. Kontrollera citattecknen',
  ],
  [{ code: 'duplicate-row', line: 3, lines: [2, 3] }, 'Rad 2 och 3 gäller samma mått, period'],
  [{ code: 'duplicate-row', line: 3, lines: [2, 3, 4] }, 'Rad 2, 3 och 4 gäller'],
  [{ code: 'duplicate-row', line: 1, lines: [1, 1] }, 'Rad 1 har 2 uppgifter om samma mått'],
  [{ code: 'duplicate-row', line: 1, lines: [1, 1, 1] }, 'rätt och ta bort de andra.'],
  [{ code: 'deleted-values', line: 4, lines: 1 }, 'tillbaka 1 värde i filen'],
] as const)('%o says it in the words of the file', (problem, words) => {
  expect(formatProblem(problem)).toContain(words);
});

test.each<[NotATable, string]>([
  ['zip', 'Packa upp det'],
  ['excel-97', 'äldre Excel-fil (.xls) eller lösenordsskyddad'],
  ['xlsb', 'spara den som Excel-arbetsbok (.xlsx)'],
  ['open-document', 'Spara den som .xlsx'],
  ['numbers', 'Exportera den till Excel'],
  ['word', 'Kopiera tabellen till Excel'],
  ['pdf', 'Spara den som CSV'],
])('a file that is %s has a way out', (found, words) => {
  expect(formatProblem({ code: 'not-a-table', found })).toContain(words);
});

/** What a remedy begins with: a sentence without one leaves the reader where they stood. */
const REMEDY =
  /(?:^|[.,] |eller |och )(?:[Ee]xportera|[Ll]ogga in|[Ss]para|[Gg]e|[Ff]yll|[Tt]a bort|[Kk]ontrollera|[Ss]kriv|[Rr]ätta|[Ll]ägg|[Bb]yt|[Dd]öp|[Pp]acka|[Vv]älj|[Öö]ppna|[Ll]äs|[Bb]ehåll|[Ss]ätt)/;

test.each(Object.values(EXAMPLES))('$code is a sentence with a remedy', (problem) => {
  const sentence = formatProblem(problem);
  expect(sentence).toMatch(/^[A-ZÅÄÖ0-9].*\.$/);
  expect(sentence).toMatch(REMEDY);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|"/);
  expect(sentence.length).toBeLessThan(330);
});

test('the place and the words of the file are in the sentence', () => {
  expect(formatProblem(EXAMPLES['bad-number'])).toBe(
    'Rad 3, kolumn Värde: ”sjuttionio” är inget tal. Skriv talet med siffror, ett decimalkomma och eventuellt minus framför eller % efter, till exempel 79 eller 84,5, eller lämna cellen tom.',
  );
  expect(formatProblem(EXAMPLES['one-column'])).toContain('en kolumn');
  expect(formatProblem({ code: 'ragged-row', line: 4, found: 4, expected: 3 })).toContain(
    'för många',
  );
  expect(formatProblem(EXAMPLES['missing-marks'])).toContain(
    '”-” lästes som att värde saknas och ”..” eller ”x” lästes som att värdet är dolt',
  );
});

test('an answer set aside is a notice, though a value out of scale is a fault', () => {
  const problem = { code: 'value-out-of-scale', ...cell, from: 1, to: 5 } as const;
  expect(outcomeOf([problem])).toBe('reject');
  expect(outcomeOf([{ ...problem, isSetAside: true }])).toBe('accept_with_notice');
});

test.each([
  [[], 'accept'],
  [['unknown-layout'], 'accept'],
  [['unit-row', 'unknown-layout'], 'accept_with_notice'],
  [['unit-row', 'one-column'], 'ask'],
  [['one-column', 'bad-number', 'unit-row'], 'reject'],
] as const)('%j gives %s', (codes, outcome) => {
  expect(outcomeOf(codes.map((code) => EXAMPLES[code]))).toBe(outcome);
});

test('every code has its weight', () => {
  expect(Object.keys(SEVERITY).sort()).toEqual(Object.keys(EXAMPLES).sort());
});

test('problems come in the order of the file, each once', () => {
  const [late, early, whole] = [
    EXAMPLES['open-quote'],
    EXAMPLES['unit-row'],
    EXAMPLES['unknown-layout'],
  ];
  expect(sortProblems([late, early, whole, { ...late }])).toEqual([whole, early, late]);
});

test.each([
  [
    { code: 'unknown-indicator', column: 'Indikator', ...name, isKolada: true },
    'Läs först in Koladas lista över nyckeltal',
  ],
  [
    { code: 'unknown-place', column: 'Kommun', ...name, nearest: 'Södertälje' },
    'Menas ”Södertälje”?',
  ],
  [
    {
      code: 'missing-marks',
      line: 2,
      column: '',
      marks: ['-', '..', '.'],
      lines: 3,
      among: 'pxweb',
    },
    'lästes ”-” som noll, ”..” som att värdet saknas eller är hemligt och ”.” som ej tillämpligt',
  ],
  [
    { code: 'value-out-of-scale', ...cell, from: 1, to: 5, isSetAside: true },
    'räknades inte med. Kontrollera',
  ],
  [
    { code: 'value-out-of-scale', ...cell, from: 1, to: 5, lines: 30 },
    '(30 rader), så inga svar i filen lästes in. Skriv svaren på skalan 1–5',
  ],
  [{ code: 'mean-differs', ...cell, value: '3,9', counted: 3.2 }, 'medelvärdet 3,2, inte ”3,9”'],
  [
    { code: 'unsure-scale', ...cell, lines: 2, among: 'nki' },
    'Skriv talen som index 0–100, lämna cellerna tomma, eller säg att de stämmer',
  ],
  [
    { code: 'mixed-scale', ...cell, lines: 2, among: 'hme' },
    'Skriv alla tal på samma skala, eller säg vilken skala kolumnen har',
  ],
] as const)('%o says what to do next', (problem, words) => {
  expect(formatProblem(problem)).toContain(words);
});
