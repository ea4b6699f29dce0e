import { describe, expect, test } from 'vitest';
import { SEVERITY } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { questionOf } from '#lib/domain/question.ts';
import type { Ask } from '#lib/domain/question.ts';
import { answerWords, askedWords } from './questions.ts';

const cell = { line: 3, column: 'Värde', value: '1.234', lines: 2 };

/** One of every problem that is asked about, complete by type. */
const EXAMPLES: { readonly [Code in Ask]: Extract<Problem, { code: Code }> } = {
  'double-encoded': { code: 'double-encoded', line: 2, value: 'Ã¥r', lines: 1 },
  'damaged-text': { code: 'damaged-text', line: 2, value: 'V\ufffdrd', lines: 4 },
  'one-column': { code: 'one-column', line: 1 },
  'no-header': { code: 'no-header', line: 1, value: '84,5' },
  'duplicate-column': { code: 'duplicate-column', line: 1, column: 'Värde', columns: [3, 5] },
  'ambiguous-number': { code: 'ambiguous-number', ...cell },
  'mixed-decimals': { code: 'mixed-decimals', ...cell, value: '1.5' },
  'mixed-scale': { code: 'mixed-scale', ...cell, value: '0,7' },
  'unsure-scale': { code: 'unsure-scale', ...cell, value: '4,2' },
  'ambiguous-date': { code: 'ambiguous-date', ...cell, column: 'Mätt', value: '05/06/2023' },
  'serial-date': { code: 'serial-date', ...cell, column: 'Mätt', value: '45077' },
  'same-field': { code: 'same-field', line: 1, columns: ['Period', 'År'], meaning: 'Period' },
  'unused-column': { code: 'unused-column', line: 1, column: 'Ålder' },
  'other-period': {
    ...{ code: 'other-period', line: 1, column: 'Kö 2024' },
    ...{ value: '2023', said: '2024' },
  },
  'lost-zeros': { code: 'lost-zeros', ...cell, column: 'Kommunkod', value: '461' },
  'unknown-question': {
    code: 'unknown-question',
    ...{
      ...cell,
      value: 'Är du glad?',
      indicator: 'Är du glad?',
      options: ['Ja', 'Ibland', 'Nej'],
    },
  },
  'missing-options': {
    code: 'missing-options',
    ...{ ...cell, value: 'Nej', indicator: 'Är du glad?' },
  },
  'share-differs': { code: 'share-differs', ...cell, value: 'Ja' },
  'shares-off': { code: 'shares-off', ...cell, value: 'Är du glad?' },
  'nil-or-missing': { code: 'nil-or-missing', ...cell, value: '-' },
  'unsure-span': { code: 'unsure-span', ...cell, column: 'Period', value: '2026-07-31' },
  'value-out-of-range': {
    code: 'value-out-of-range',
    ...{ line: 2, value: '104', lines: 1, indicator: 'Trygghet' },
  },
  'unit-differs': {
    code: 'unit-differs',
    ...{ line: 2, value: '12 %', lines: 1, indicator: 'Väntetid', unit: 'dagar' },
  },
  'persons-column': { code: 'persons-column', line: 2, column: 'Brukare', lines: 2 },
  'removed-file': {
    ...{ code: 'removed-file', at: '2026-05-03T08:00:00.000Z' },
    ...{ decision: 'KS § 12', reason: 'Fel fil.' },
  },
};

const ALL: readonly Problem[] = [
  ...Object.values(EXAMPLES),
  { ...EXAMPLES['mixed-scale'], among: 'hme' },
  { ...EXAMPLES['unsure-scale'], among: 'nki' },
  { ...EXAMPLES['unit-differs'], unit: '' },
  { ...EXAMPLES['ambiguous-number'], column: '' },
  { ...EXAMPLES['unknown-question'], options: ['Ja'] },
  { ...EXAMPLES['missing-options'], lines: 1 },
];

test('every code that asks has an example, and no other', () => {
  const asks = Object.entries(SEVERITY).filter(([, severity]) => severity === 'ask');
  expect(Object.keys(EXAMPLES).sort()).toEqual(asks.map(([code]) => code).sort());
});

describe('every question has words, and each of its answers words of its own', () => {
  test.each(ALL.map((problem): [string, Problem] => [problem.code, problem]))(
    '%s',
    (_, problem) => {
      const asked = askedWords({ problem });
      expect(asked).toMatch(/^\S.*\?(?: Det gäller .*\.| Talen .*\.)?$|\. .*\?$/);
      const { answers } = questionOf(problem)!;
      const words = answers.map((answer) => answerWords({ problem }, answer));
      expect(words.length).toBeGreaterThan(0);
      expect(new Set(words).size).toBe(words.length);
      for (const text of [asked, ...words]) {
        expect(text).not.toMatch(/undefined|NaN|null|\[object|””|column-|as-written/);
        expect(text).toBe(text.trim());
      }
    },
  );
});

test.each<[string, Problem, string]>([
  [
    'numbers',
    EXAMPLES['ambiguous-number'],
    'Är ”1.234” i kolumnen ”Värde” ett tal med decimaler eller med tusental? Det gäller 2 rader, först rad 3.',
  ],
  [
    'a column without a name',
    { ...EXAMPLES['ambiguous-number'], column: '', lines: 1 },
    'Är ”1.234” i kolumnen utan rubrik ett tal med decimaler eller med tusental? Det gäller 1 rad, först rad 3.',
  ],
  [
    'a heading that has no end, by how it begins',
    { ...EXAMPLES['duplicate-column'], column: 'å'.repeat(70_000) },
    `Rubriken ”${'å'.repeat(300)}…” finns flera gånger. Vilken gäller?`,
  ],
  [
    'two of one meaning',
    EXAMPLES['same-field'],
    'Flera kolumner betyder samma sak, period. Vilken gäller?',
  ],
])('what is asked of %s', (_, problem, words) => expect(askedWords({ problem })).toBe(words));

test.each<[string, Problem, string, string]>([
  ['by where it stands', EXAMPLES['duplicate-column'], 'column-2', 'Den i kolumn 5'],
  ['by its name', EXAMPLES['same-field'], 'column-2', 'Kolumnen ”År”'],
  [
    'by what is done where yes and no would say little',
    EXAMPLES['damaged-text'],
    'as-written',
    'Läs texten som den står.',
  ],
  ['as yes', EXAMPLES['one-column'], 'as-written', 'Ja, det stämmer. Läs det som det står.'],
])('an answer is said %s', (_, problem, answer, words) => {
  expect(answerWords({ problem }, answer as never)).toBe(words);
});
