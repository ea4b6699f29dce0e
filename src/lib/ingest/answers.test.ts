import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { answerOf, questionOf } from '#lib/domain/question.ts';
import { readFile } from './read-file.ts';
import { toArray } from './rows.ts';

/* A file with a doubt, and what it says when the doubt is answered. */

function read(lines: readonly string[], choices: Partial<Choices> = {}) {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const found = readFile({ name: 'x.csv', bytes }, { ...NO_CHOICES, ...choices });
  return { ...found, rows: toArray(found.observations) };
}

const values = (found: ReturnType<typeof read>) => found.rows.map(({ value }) => value);
const PLAIN = 'Indikator;Period;Värde';

describe('an answer gives the values', () => {
  test.each<[string, string[], string, [answer: string, values: unknown[]][]]>([
    [
      'decimals or thousands, by a point',
      [PLAIN, 'a;2024;1.234', 'b;2024;5'],
      'ambiguous-number|Värde',
      [
        ['decimal', [1.234, 5]],
        ['thousands', [1234, 5]],
      ],
    ],
    [
      'decimals or thousands, by a comma',
      ['Indikator,Period,Värde', 'a,2024,"12,345"', 'b,2024,"-1,000"'],
      'ambiguous-number|Värde',
      [
        ['decimal', [12.345, -1]],
        ['thousands', [12_345, -1000]],
      ],
    ],
    [
      'both marks for decimals',
      [PLAIN, 'a;2024;1,5', 'b;2024;2,5', 'c;2024;3.5'],
      'mixed-decimals|Värde',
      [['decimal', [1.5, 2.5, 3.5]]],
    ],
    [
      'the one of two columns alike',
      [`${PLAIN};Värde`, 'a;2024;1;2'],
      'duplicate-column|Värde',
      [
        ['column-1', [1]],
        ['column-2', [2]],
      ],
    ],
    [
      'the one of two columns of one meaning',
      [`${PLAIN};Utfall`, 'a;2024;1;2'],
      'same-field|Värde',
      [
        ['column-1', [1]],
        ['column-2', [2]],
      ],
    ],
    [
      'a column left outside',
      [`${PLAIN};Vem`, 'a;2024;1;Eva', 'b;2024;2;Bo'],
      'unused-column|Vem',
      [['ignore', [1, 2]]],
    ],
  ])('%s', (_, lines, key, answered) => {
    const asked = read(lines).problems.find((one) => questionOf(one)?.key === key)!;
    expect(asked).toBeDefined();
    expect(questionOf(asked)!.answers).toEqual(answered.map(([answer]) => answer));
    for (const [answer, wanted] of answered) {
      const answers = { [key]: answer };
      const found = read(lines, { answers });
      expect([answer, values(found)]).toEqual([answer, wanted]);
      // The question stays, so that it can be answered otherwise, and it is answered.
      const still = found.problems.find((one) => questionOf(one)?.key === key)!;
      expect(answerOf(still, answers)).toBe(answer);
    }
  });
});

describe('an answer gives the days', () => {
  const days = (lines: string[], answers: Choices['answers']) =>
    read(lines, { answers }).rows.map(({ measuredOn }) => measuredOn);
  const MEASURED = `${PLAIN};Mätt`;

  test.each<[string, string[]]>([
    ['day-first', ['2023-06-05', '2023-12-11']],
    ['month-first', ['2023-05-06', '2023-11-12']],
  ])('%s', (answer, wanted) => {
    const lines = [MEASURED, 'a;2023;1;05/06/2023', 'b;2023;2;11/12/2023'];
    expect(days(lines, { 'ambiguous-date|Mätt': answer })).toEqual(wanted);
  });

  test('of the serial numbers of Excel', () => {
    const lines = [MEASURED, 'a;2023;1;45077', 'b;2023;2;45291', 'c;2024;3;45351'];
    const asked = read(lines).problems.map(({ code }) => code);
    expect(asked).toContain('serial-date');
    expect(days(lines, { 'serial-date|Mätt': 'days' })).toEqual([
      '2023-05-31',
      '2023-12-31',
      '2024-02-29',
    ]);
  });
});

describe('an answer gives the names', () => {
  test('of a code that lost its zero', () => {
    const lines = ['Nyckeltal;Kommunkod;År;Värde', 'N00092;461;2022;1', 'N00092;0188;2022;2'];
    const key = 'lost-zeros|Kommunkod';
    expect(read(lines).problems.map((one) => questionOf(one)?.key)).toContain(key);
    const padded = read(lines, { answers: { [key]: 'pad' } });
    expect(padded.rows.map(({ place }) => place)).toEqual(['0461', '0188']);
  });

  test('of text that was decoded twice, or not', () => {
    const lines = ['Indikator;Period;VÃ¤rde;Kommentar', 'VÃ¥rd;2024;1;nÃ¶jd'];
    const repaired = read(lines, { answers: { 'double-encoded': 'repair' } });
    expect(repaired.rows).toMatchObject([{ indicator: 'Vård', value: 1, note: 'nöjd' }]);
    const kept = read(['Indikator;Period;Värde', 'VÃ¥rd;2024;1'], {
      answers: { 'double-encoded': 'as-written' },
    });
    expect(kept.rows).toMatchObject([{ indicator: 'VÃ¥rd', value: 1 }]);
  });
});

describe('lines that are left out are not there', () => {
  const LINES = [PLAIN, 'a;2024;1', 'b;2024;"två', 'rader"', 'c;2024;3', 'c;2024;4', 'd;2024'];

  test.each<[string, number[], number[], string[]]>([
    ['none', [], [1, 3, 4], ['bad-number', 'ragged-row']],
    ['one that goes on over two lines, by its first', [3], [1, 3, 4], ['ragged-row']],
    ['not by its second', [4], [1, 3, 4], ['bad-number', 'ragged-row']],
    ['all that are at fault', [3, 6, 7], [1, 3], []],
    ['lines that are not there', [99], [1, 3, 4], ['bad-number', 'ragged-row']],
  ])('%s', (_, leftOut, wanted, codes) => {
    const found = read(LINES, { leftOut });
    expect(values(found)).toEqual(wanted);
    expect(found.problems.map(({ code }) => code)).toEqual(codes);
  });

  test('and the others stand on the lines they stood on', () => {
    const found = read(LINES, { leftOut: [2, 3] });
    expect(found.rows.map(({ line }) => line)).toEqual([5, 6]);
  });

  test('a doubt that only they gave is gone', () => {
    const lines = [PLAIN, 'a;2024;1', 'b;2024;1.234'];
    expect(read(lines).problems.map(({ code }) => code)).toEqual(['ambiguous-number']);
    expect(read(lines, { leftOut: [3] }).problems).toEqual([]);
  });
});

describe('a period that is told', () => {
  const LINES = ['Enhet;Antal svar;HME', 'Norr;24;80', 'Söder;31;70'];

  test.each<[string, string | null, (string | undefined)[], string[]]>([
    ['not', null, [undefined, undefined], ['no-period']],
    ['as a year', '2023', ['2023', '2023'], []],
    ['in words', 'kvartal 3 2023', ['2023-Q3', '2023-Q3'], []],
    ['that cannot be read', 'i höstas', [undefined, undefined], ['no-period']],
  ])('%s', (_, period, wanted, codes) => {
    const found = read(LINES, { period });
    expect(found.rows.map((row) => row.period?.text)).toEqual(wanted);
    expect(found.problems.map(({ code }) => code)).toEqual(codes);
  });

  test('changes nothing in a file that says its own', () => {
    const found = read([PLAIN, 'a;2024;1'], { period: '2020' });
    expect(found.rows).toMatchObject([{ period: { text: '2024' } }]);
  });
});
