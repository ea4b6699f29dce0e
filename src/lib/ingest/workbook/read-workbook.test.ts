import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { oneSheet } from '../../../../tests/workbook.ts';
import type { TestCell } from '../../../../tests/workbook.ts';
import { readFile } from '../read-file.ts';

const read = (bytes: Uint8Array, choices: Partial<Choices> = {}) =>
  readFile({ name: 'bok.xlsx', bytes }, { ...NO_CHOICES, ...choices });

const PLAIN = ['Indikator', 'Period', 'Värde', 'Kommentar'];
const plain = (...values: TestCell[]) =>
  oneSheet([PLAIN, ...values.map((value, at) => [`ind-${at + 1}`, '2023', value, 'x'])]);

const valuesOf = ({ observations }: ReturnType<typeof read>) =>
  Array.from({ length: observations.length }, (_, at) => {
    const { value, state, printed } = observations.at(at);
    return state === 'value' ? [value, printed] : [state, printed];
  });
const codesOf = ({ problems }: { readonly problems: readonly Problem[] }) =>
  problems.map(({ code }) => code);

describe('the value of a cell', () => {
  test.each<[string, TestCell, unknown]>([
    ['a number', 76.4, [76.4, '76,4']],
    ['never thousands', 1.234, [1.234, '1,234']],
    ['as many digits as Excel keeps', 0.1 + 0.2, [0.3, '0,3']],
    ['a percentage', { value: 0.733, format: '0.0%' }, [73.3, '73,3 %']],
    ['a percentage by Excel’s own format', { value: 0.5, format: '9' }, [50, '50 %']],
    ['a formula that is worked out', { xml: '<c r="@"><f>1+1</f><v>2</v></c>' }, [2, '2']],
    ['not available', { xml: '<c r="@" t="e"><v>#N/A</v></c>' }, ['missing', '#N/A']],
    ['a mark', '..', ['suppressed', '..']],
    ['text that is a number', ' 76,4 ', [76.4, '76,4']],
    [
      'text of several formats',
      { xml: '<c r="@" t="inlineStr"><is><r><t>7</t></r><r><rPr/><t>9</t></r></is></c>' },
      [79, '79'],
    ],
    [
      'text that a formula gives',
      { xml: '<c r="@" t="str"><f>A1</f><v>84,5</v></c>' },
      [84.5, '84,5'],
    ],
    [
      'no text that a formula gives',
      { xml: '<c r="@" t="str"><f>A1</f><v></v></c>' },
      ['missing', ''],
    ],
  ])('%s', (_, cell, expected) => expect(valuesOf(read(plain(cell)))).toEqual([expected]));

  test.each<[string, TestCell, Partial<Problem>]>([
    ['#REF!', { xml: '<c r="@" t="e"><v>#REF!</v></c>' }, { code: 'bad-number' }],
    ['SANT', { xml: '<c r="@" t="b"><v>1</v></c>' }, { code: 'bad-number' }],
    ['37:30', { value: 1.5625, format: '46' }, { code: 'bad-number' }],
    ['100000000000000000000', 1e20, { code: 'too-large-number' }],
  ])('%s is told as in a text file', (value, cell, problem) => {
    expect(read(plain(cell, 7)).problems).toContainEqual({
      ...problem,
      ...{ line: 2, column: 'Värde', value },
    });
  });

  test('numbers are sure whatever text stands beside them', () => {
    const found = read(plain(1.234, '12.5', '13.5', '1.234'));
    expect(valuesOf(found)).toEqual([
      [1.234, '1,234'],
      [12.5, '12.5'],
      [13.5, '13.5'],
      [1.234, '1.234'],
    ]);
    expect(found.decimal).toBe('.');
  });

  test('a doubtful text is asked about, and not the number above it', () => {
    const found = read(plain(1.234, '1.234'));
    expect(found.problems).toContainEqual({
      code: 'ambiguous-number',
      ...{ line: 3, column: 'Värde', value: '1.234', lines: 1 },
    });
    expect(valuesOf(found)).toEqual([[1.234, '1,234']]);
    const answered = read(plain(1.234, '1.234'), { answers: { 'ambiguous-number': 'thousands' } });
    expect(valuesOf(answered)).toEqual([
      [1.234, '1,234'],
      [1234, '1.234'],
    ]);
  });

  test('numbers as text are told of once, and years never', () => {
    expect(read(plain('76,4', 5, '77,1')).problems).toEqual([
      { code: 'number-as-text', line: 2, column: 'Värde', value: '76,4', lines: 2 },
    ]);
    expect(codesOf(read(plain(5, '2010', '2011.0')))).toEqual([]);
  });

  test.each<[string, TestCell, string]>([
    ['a year', 2010, '2010'],
    ['a year as text', '2010', '2010'],
    ['a year as text of a program', '2010.0', '2010'],
    ['a year that is a day', { value: 40179, format: 'yyyy' }, '2010'],
    ['a month', { value: 44927, format: '17' }, '2023-01'],
    ['a month in digits', { value: 44927, format: 'yyyy-mm' }, '2023-01'],
  ])('the period is %s', (_, cell, period) => {
    const { observations } = read(oneSheet([PLAIN, ['ind-1', cell, 7, 'x']]));
    expect(observations.at(0).period?.text).toBe(period);
  });

  test.each<[TestCell, string | null, boolean]>([
    [{ value: 45016, format: '14' }, '2023-03-31', false],
    [{ value: 45016, format: '22' }, '2023-03-31', false],
    [{ value: 43554, format: 'd mmm yyyy' }, '2023-03-31', true],
    [{ value: 45016, format: 'mmm-yy' }, '2023-03-31', false],
    ['2023-03-31', '2023-03-31', false],
  ])('the day of %o', (cell, day, is1904) => {
    const rows = [
      ['Indikator', 'Period', 'Värde', 'Mätt'],
      ['ind-1', '2023', 7, cell],
    ];
    const { observations } = read(oneSheet(rows, {}, { is1904 }));
    expect(observations.at(0).measuredOn).toBe(day);
  });

  test('a day without its format is asked about', () => {
    const rows = [
      ['Enhet', 'Startdatum', 'X'],
      ['A', 45016, 1],
      ['B', 45017, 2],
    ];
    const found = read(oneSheet(rows));
    expect(codesOf(found)).toContain('serial-date');
    const { table } = read(oneSheet(rows), { answers: { 'serial-date': 'days' } });
    expect(table!.columns[1]!.cell(0).value).toBe('2023-03-31');
  });

  test('shared strings are read, and what is mistaken in them is told of', () => {
    const cell = (at: number) => ({ xml: `<c r="@" t="s"><v>${at}</v></c>` });
    const texts = [
      '<t>HÃ¤rnÃ¶sand</t>',
      '<t xml:space="preserve"> två\r\nrader </t>',
      '<t>V\ufffdrd</t>',
    ];
    const rows = [PLAIN, ['ind-1', '2023', 7, cell(0)], ['ind-2', '2023', 7, cell(1)]];
    const found = read(oneSheet(rows, {}, { texts }));
    expect(found.problems).toEqual([
      { code: 'double-encoded', line: 2, value: 'HÃ¤rnÃ¶sand', lines: 1 },
    ]);
    expect(found.observations.at(1).note).toBe('två\nrader');
    const repaired = read(oneSheet(rows, {}, { texts }), {
      answers: { 'double-encoded': 'repair' },
    });
    expect(repaired.observations.at(0).note).toBe('Härnösand');
    const damaged = read(oneSheet([PLAIN, ['ind-1', '2023', 7, cell(2)]], {}, { texts }));
    expect(codesOf(damaged)).toEqual(['damaged-text']);
  });
});
