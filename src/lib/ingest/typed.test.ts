import { describe, expect, test } from 'vitest';
import { readFile } from './read-file.ts';
import { toArray } from './rows.ts';
import { isPasted, PASTED, pastedFile, typedFile } from './typed.ts';
import type { Fixed, TypedValue } from './typed.ts';

/* What is typed and what is read are the same: through the one reader of files. */

const read = (text: string) => {
  const { observations, ...rest } = readFile({ name: 'x', bytes: new TextEncoder().encode(text) });
  return {
    ...rest,
    rows: toArray(observations),
    codes: rest.problems.map(({ code }) => code),
  };
};

const TYPED: TypedValue = {
  ...{ indicator: 'ind-1', period: '2025', sex: '', place: '', value: '7,5', note: '' },
};

describe('one value typed by hand', () => {
  test.each<[string, Partial<TypedValue>, object]>([
    ['alone', {}, { indicator: 'ind-1', value: 7.5, sex: 'T', place: null, note: null }],
    [
      'of a sex and a unit',
      { sex: 'K', place: 'Hemtjänst; Norr' },
      { sex: 'K', place: 'Hemtjänst; Norr' },
    ],
    ['with a semicolon in the comment', { note: 'ett; två; tre' }, { note: 'ett; två; tre' }],
    ['with quotes in the comment', { note: 'han sa "nej"' }, { note: 'han sa "nej"' }],
    ['with a quote first in the comment', { note: '"nej" sa han' }, { note: '"nej" sa han' }],
    ['with a single quote sign', { note: '12" rör' }, { note: '12" rör' }],
    ['with line breaks in the comment', { note: 'ett\ntvå\n\ntre' }, { note: 'ett\ntvå\n\ntre' }],
    ['with line breaks as a form sends them', { note: 'ett\r\ntvå' }, { note: 'ett\ntvå' }],
    ['with a tab, a comma and å', { note: 'å,\tä' }, { note: 'å,\tä' }],
    ['with what looks like a formula', { note: '=1+1' }, { note: '=1+1' }],
    [
      'with an indicator in several words',
      { indicator: 'Andel; "nöjda"' },
      { indicator: 'Andel; "nöjda"' },
    ],
    ['with thousands', { value: '1 234,5' }, { value: 1234.5 }],
    ['that is missing', { value: '' }, { state: 'missing', value: null }],
    ['that is hidden', { value: '..' }, { state: 'suppressed', value: null }],
  ])('%s', (_, given, wanted) => {
    const { rows, problems } = read(typedFile({ ...TYPED, ...given }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ period: { text: '2025' }, line: 2, ...wanted });
    expect(
      problems.filter(({ code }) => code !== 'missing-marks' && code !== 'suppressed-values'),
    ).toEqual([]);
  });

  test.each<[string, Partial<TypedValue>, string]>([
    ['a value that is none', { value: 'sju' }, 'bad-number'],
    ['a period that is none', { period: '2025-T4' }, 'bad-period'],
    ['a number that may be thousands', { value: '1.234' }, 'ambiguous-number'],
    ['a sex that is none', { sex: 'X' }, 'unknown-value'],
  ])('is told of %s', (_, given, code) => {
    expect(read(typedFile({ ...TYPED, ...given })).codes).toContain(code);
  });
});

describe('two columns pasted', () => {
  const FIXED: Fixed = { indicator: 'ind-1', period: '2025', place: '', sex: '' };
  const rowsOf = (...given: Parameters<typeof pastedFile>) =>
    read(pastedFile(...given)).rows.map(({ indicator, period, place, sex, value, line }) => [
      ...[indicator, period?.text, place, sex, value, line],
    ]);

  test.each<[string, Parameters<typeof pastedFile>, unknown[][]]>([
    [
      'periods, from Excel',
      ['periods', { ...FIXED, sex: 'K' }, '2023\t7,5\r\n2024\t8\r\n'],
      [
        ['ind-1', '2023', null, 'K', 7.5, 2],
        ['ind-1', '2024', null, 'K', 8, 3],
      ],
    ],
    [
      'indicators, with semicolons',
      ['indicators', FIXED, 'ind-1;7\nind-2;8'],
      [
        ['ind-1', '2025', null, 'T', 7, 2],
        ['ind-2', '2025', null, 'T', 8, 3],
      ],
    ],
    [
      'places, with blank lines and blanks',
      ['places', FIXED, '\n Norr \t 7\n\n\nSöder; väst\t8\n'],
      [
        ['ind-1', '2025', 'Norr', 'T', 7, 2],
        ['ind-1', '2025', 'Söder; väst', 'T', 8, 3],
      ],
    ],
    [
      'with the value of one missing',
      ['periods', { ...FIXED, place: 'Norr' }, '2023\t\n2024\t8'],
      [
        ['ind-1', '2023', 'Norr', 'T', null, 2],
        ['ind-1', '2024', 'Norr', 'T', 8, 3],
      ],
    ],
    [
      'a table of its own headings',
      ['table', FIXED, 'Indikator\tÅr\tVärde\r\nind-7\t2020\t1,5\r\n'],
      [['ind-7', '2020', null, 'T', 1.5, 2]],
    ],
  ])('%s', (_, given, rows) => expect(rowsOf(...given)).toEqual(rows));

  test.each<[string, string, number]>([
    ['too few cells', '2023\t7\n2024', 3],
    ['too many cells', '2023\t7\t8\n2024\t9', 2],
  ])('%s are told of by their line', (_, text, line) => {
    const { problems } = read(pastedFile('periods', FIXED, text));
    expect(problems).toContainEqual(expect.objectContaining({ code: 'ragged-row', line }));
  });

  test('headings pasted with them are a row that cannot be read', () => {
    const { problems } = read(pastedFile('periods', FIXED, 'År\tUtfall\n2023\t7'));
    expect(problems.some((one) => 'line' in one && one.line === 2)).toBe(true);
  });

  test('what can be pasted is known by its name', () => {
    expect(PASTED.every(isPasted)).toBe(true);
    expect(['', 'Periods', '__proto__'].some(isPasted)).toBe(false);
  });
});
