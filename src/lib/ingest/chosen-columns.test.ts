import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { answerOf } from '#lib/domain/question.ts';
import { chosenColumns } from './chosen-columns.ts';
import { readFile } from './read-file.ts';
import type { Table } from './table.ts';
import { textsOf } from './texts.ts';

const table = (...header: string[]): Table => ({
  ...{ headerLine: 1, titles: [], header, under: header.map(() => null) },
  positions: [...header.keys()],
  ...{ lines: Int32Array.of(2), units: {} },
  texts: header.map((_, at) => textsOf([String(at + 1)])),
});

const cells = (header: string[], answers: Record<string, string>) => {
  const { table: found, problems } = chosenColumns(table(...header), answers);
  return { left: found!.header.map((name, at) => `${name}=${found!.texts[at]!.at(0)}`), problems };
};

const TWICE = ['Indikator', 'Värde', 'Period', 'värde'];
const SAME = ['Indikator', 'År', 'Period', 'Värde'];

describe('columns that somebody has chosen between', () => {
  test.each<[string, string[], Record<string, string>, string[]]>([
    ['none, without an answer', TWICE, {}, ['Indikator=1', 'Värde=2', 'Period=3', 'värde=4']],
    [
      'the first of two alike',
      TWICE,
      { 'duplicate-column|Värde': 'column-1' },
      ['Indikator=1', 'Värde=2', 'Period=3'],
    ],
    [
      'the second of two alike',
      TWICE,
      { 'duplicate-column|Värde': 'column-2' },
      ['Indikator=1', 'Period=3', 'värde=4'],
    ],
    [
      'for all of its kind',
      TWICE,
      { 'duplicate-column': 'column-2' },
      ['Indikator=1', 'Period=3', 'värde=4'],
    ],
    [
      'the second of two that mean one thing',
      SAME,
      { 'same-field|Period': 'column-2' },
      ['Indikator=1', 'Period=3', 'Värde=4'],
    ],
    [
      'none where the answer is of no column',
      SAME,
      { 'same-field|Period': 'column-3' },
      ['Indikator=1', 'År=2', 'Period=3', 'Värde=4'],
    ],
    [
      'none where the answer is something else',
      SAME,
      { 'same-field|Period': 'as-written' },
      ['Indikator=1', 'År=2', 'Period=3', 'Värde=4'],
    ],
  ])('%s', (_, header, answers, left) => expect(cells(header, answers).left).toEqual(left));

  test('two that mean one thing are told of also when they are chosen between', () => {
    const answers = { 'same-field|Period': 'column-1' };
    const { problems } = cells(SAME, answers);
    expect(problems).toEqual([
      { code: 'same-field', line: 1, columns: ['År', 'Period'], meaning: 'Period' },
    ]);
    expect(answerOf(problems[0]!, answers)).toBe('column-1');
  });
});

/** An answer that is counted as given is also followed: else a file would be stored by a guess. */
test.each<[string, string, Record<string, string>, number]>([
  ['duplicate-column', 'Indikator;Period;Värde;Värde', { 'duplicate-column': 'column-2' }, 8],
  ['duplicate-column', 'Indikator;Period;Värde;Värde', { 'duplicate-column|Värde': 'column-1' }, 7],
  ['same-field', 'Indikator;Period;Värde;Utfall', { 'same-field': 'column-2' }, 8],
  ['same-field', 'Indikator;Period;Värde;Utfall', { 'same-field|Värde': 'column-2' }, 8],
])('%s answered is read so', (code, header, answers, value) => {
  const bytes = new TextEncoder().encode(`${header}\nind-1;2024;7;8\n`);
  const found = readFile({ name: 'x', bytes }, { ...NO_CHOICES, answers });
  expect(found.observations.at(0).value).toBe(value);
  const asked = found.problems.find((one) => one.code === code)!;
  expect(answerOf(asked, answers)).not.toBeNull();
});
