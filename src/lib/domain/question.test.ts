import { describe, expect, test } from 'vitest';
import { SEVERITY } from './severity.ts';
import type { Problem } from './problem.ts';
import { answerOf, questionOf, unanswered } from './question.ts';

const cell = { line: 3, column: 'Värde', value: '1.234', lines: 2 };
const doubt: Problem = { code: 'ambiguous-number', ...cell };
const outside: Problem = {
  code: 'value-out-of-range',
  line: 2,
  value: '104',
  lines: 1,
  indicator: 'Trygghet',
};

describe('what is asked', () => {
  test.each<[string, Problem, unknown]>([
    ['of a column', doubt, { key: 'ambiguous-number|Värde', answers: ['decimal', 'thousands'] }],
    ['of an indicator', outside, { key: 'value-out-of-range|Trygghet', answers: ['as-written'] }],
    [
      'of two columns of one field',
      { code: 'same-field', line: 1, columns: ['Period', 'År'], meaning: 'Period' },
      { key: 'same-field|Period', answers: ['column-1', 'column-2'] },
    ],
    [
      'of a column of an HME',
      { code: 'mixed-scale', ...cell, among: 'hme' },
      { key: 'unsure-scale|Värde', answers: ['mean', 'index', 'share'] },
    ],
    [
      'of the file, though a column shows it',
      { code: 'nil-or-missing', ...cell, value: '-' },
      { key: 'nil-or-missing', answers: ['nil', 'missing'] },
    ],
    [
      'of the file',
      { code: 'one-column', line: 1 },
      { key: 'one-column', answers: ['as-written'] },
    ],
    ...(
      [
        [['Ja'], ['first', 'ignore']],
        [
          ['Ja', 'Nej'],
          ['first', 'last', 'ignore'],
        ],
        [
          ['Ja', 'Ibland', 'Nej'],
          ['first', 'first-two', 'last-two', 'last', 'ignore'],
        ],
      ] as const
    ).map(([options, answers]): [string, Problem, unknown] => [
      `of ${options.length} answers to a question of a survey`,
      { code: 'unknown-question', ...cell, indicator: 'Är du glad?', options },
      { key: 'unknown-question|Är du glad?', answers },
    ]),
    ['nothing, of a fault', { code: 'empty-file' }, null],
  ])('%s', (_, problem, question) => {
    expect(questionOf(problem)).toEqual(question);
  });

  test('every code that is asked about has a question, and no other', () => {
    const place = { line: 1, column: 'A', value: '1', lines: 1, columns: [1, 2] };
    const facts = { ...place, indicator: 'B', options: ['Ja', 'Nej'] };
    for (const [code, severity] of Object.entries(SEVERITY)) {
      const problem = { code, meaning: 'C', ...facts } as unknown as Problem;
      expect([code, questionOf(problem) !== null]).toEqual([code, severity === 'ask']);
    }
  });
});

describe('an answer', () => {
  test.each<[string, Problem, Record<string, string>, string | null]>([
    ['by its own key', doubt, { 'ambiguous-number|Värde': 'decimal' }, 'decimal'],
    ['for all of its kind', doubt, { 'ambiguous-number': 'thousands' }, 'thousands'],
    [
      'its own before that of its kind',
      doubt,
      { 'ambiguous-number': 'thousands', 'ambiguous-number|Värde': 'decimal' },
      'decimal',
    ],
    ['of another column is none', doubt, { 'ambiguous-number|Antal': 'decimal' }, null],
    ['that the question does not take is none', doubt, { 'ambiguous-number': 'as-written' }, null],
    [
      'to what is no question is none',
      { code: 'empty-file' },
      { 'empty-file': 'as-written' },
      null,
    ],
  ])('%s', (_, problem, answers, answer) => {
    expect(answerOf(problem, answers)).toBe(answer);
  });

  test('leaves faults and notices, and takes away the question', () => {
    const fault: Problem = { code: 'empty-file' };
    const notice: Problem = { code: 'unit-row', line: 2 };
    const all = [doubt, fault, notice, outside];
    expect(unanswered(all, { 'ambiguous-number|Värde': 'decimal' })).toEqual([
      fault,
      notice,
      outside,
    ]);
  });
});
