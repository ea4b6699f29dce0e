import { describe, expect, test } from 'vitest';
import { indexOf, INDEXES, questionIn, statementOf, STATEMENTS } from './statements.ts';

const MEANINGFUL = 'Mitt arbete känns meningsfullt';

test('nine statements, three for each index and all for the total', () => {
  expect(INDEXES.map((index) => STATEMENTS[index].length)).toEqual([9, 3, 3, 3]);
  expect(new Set(STATEMENTS.Totalindex).size).toBe(9);
});

describe('statementOf', () => {
  test.each([
    MEANINGFUL,
    'mitt  arbete känns MENINGSFULLT ',
    '1. Mitt arbete känns meningsfullt',
    '1 Mitt arbete känns meningsfullt.',
    '1) Mitt arbete känns meningsfullt',
    '01 – Mitt arbete känns meningsfullt',
    'Fråga 1: Mitt arbete känns meningsfullt',
    'Mitt arbete kanns meningsfullt'.replace('kanns', 'ka\u0308nns'),
  ])('%j is SKR’s first', (text) => expect(statementOf(text)).toBe(MEANINGFUL));

  test.each(['Mitt arbete känns roligt', '', '1.', 'Motivation'])(
    '%j is none of the nine',
    (text) => expect(statementOf(text)).toBeNull(),
  );
});

describe('indexOf', () => {
  test.each([
    ['HME', 'Totalindex'],
    ['hme-index (0–100)', 'Totalindex'],
    ['HME totalt', 'Totalindex'],
    ['Totalt index', 'Totalindex'],
    ['Totalindex', 'Totalindex'],
    ['Hållbart medarbetarengagemang', 'Totalindex'],
    ['Motivation', 'Motivationsindex'],
    ['HME Motivation', 'Motivationsindex'],
    ['Delindex motivation', 'Motivationsindex'],
    ['Ledarskap (medelvärde 1–5)', 'Ledarskapsindex'],
    ['LEDARSKAPSINDEX', 'Ledarskapsindex'],
    ['Styrningsindex', 'Styrningsindex'],
    ['Styrning medel', 'Styrningsindex'],
    ['Index', null],
    ['Medelvärde', null],
    ['Totalt', null],
    ['HME 2024', null],
    ['HME (1–10)', null],
    ['Antal svar Motivation', null],
    ['Motivation och ledarskap', null],
  ])('%j means %j', (heading, index) => expect(indexOf(heading)).toBe(index));
});

test.each([
  ['hme-question', MEANINGFUL, MEANINGFUL],
  ['hme-question', 'Jag trivs', 'Jag trivs'],
  ['osa', 'Jag trivs', 'Jag trivs'],
  ['hme-question', 'Totalindex', null],
  ['hme-index', 'Totalindex', null],
  ['plain-long', MEANINGFUL, null],
])('in %s %j is the question %j', (layout, name, question) =>
  expect(questionIn(layout, name)).toBe(question),
);
