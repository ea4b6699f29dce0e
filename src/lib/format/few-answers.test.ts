import { expect, test } from 'vitest';
import { fewAnswersWords } from './few-answers.ts';

test.each([
  [25, '25 svar: ett svar flyttar andelen 4 procentenheter'],
  [30, '30 svar: ett svar flyttar andelen 3,3 procentenheter'],
  [40, '40 svar: ett svar flyttar andelen 2,5 procentenheter'],
  [33, '33 svar: ett svar flyttar andelen 3 procentenheter'],
  [99, '99 svar: ett svar flyttar andelen 1 procentenhet'],
  [1, '1 svar: ett svar flyttar andelen 100 procentenheter'],
])('a share of %i answers', (answers, words) => {
  const said = fewAnswersWords({ answers, oneMoves: 100 / answers });
  expect(said.replaceAll('\u00a0', ' ')).toBe(words);
});

test('of an index only how many', () => {
  expect(fewAnswersWords({ answers: 25, oneMoves: null })).toBe('25\u00a0svar');
});
