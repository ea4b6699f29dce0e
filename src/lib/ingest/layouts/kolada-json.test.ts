import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { inspectFile } from '../inspect.ts';
import { readFile } from '../read-file.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const inspectText = (text: string) => inspectFile({ name: 'x.json', bytes: bytesOf(text) });
const inspect = (json: unknown) => inspectText(JSON.stringify(json));
const codes = ({ problems }: ReturnType<typeof inspect>) => problems.map(({ code }) => code);

const value = (more: object = {}) => ({
  ...{ gender: 'T', count: 1, status: '', value: 7.5, isdeleted: false },
  ...more,
});
const row = (more: object = {}) => ({
  ...{ values: [value()], kpi: 'N00090', period: 2024, municipality: '0461' },
  ...more,
});
const page = (...values: unknown[]) => ({
  ...{ values, next_url: null, previous_url: null, count: values.length },
});
const v2 = (...values: unknown[]) => ({ count: values.length, values });
const withValue = (more: object) => page(row({ values: [value(more)] }));

describe('recognition', () => {
  const v2Row = row({ values: [{ count: 1, gender: 'T', status: '', value: 1 }] });
  const named = { id: '0461', title: 'Gnesta' };
  test.each<[string, unknown, string]>([
    ['a page of v3', page(row()), 'kolada-json-v3'],
    ['figures of units', page(row({ municipality: undefined, ou: 'V15E0' })), 'kolada-json-v3'],
    ['the rows alone', [row()], 'kolada-json-v3'],
    ['pages in a list', [page(row()), page(row({ period: 2023 }))], 'kolada-json-v3'],
    ['the last page of v2, which has no links', v2(v2Row), 'kolada-json-v2'],
    ['a page of v2', { ...v2(v2Row), next_page: 'http://x' }, 'kolada-json-v2'],
    ['v2 asked from a day', [row({ values: [{ is_deleted: 0 }] })], 'kolada-json-v2'],
    ['an empty page of v3', page(), 'kolada-json-v3'],
    ['an empty page of v2', v2(), 'kolada-json-v2'],
    ['mostly rows of figures', page(null, row(), row({ period: 2023 }), {}), 'kolada-json-v3'],
    ['a list of kommuner', page({ ...named, type: 'K' }), 'kolada-municipality'],
    ['groups', page({ ...named, id: 'G2328', members: [] }), 'kolada-groups'],
    ['groups of nyckeltal', page({ ...named, id: 'GKPI1', members: [] }), 'unknown'],
    ['units, such as schools', page({ ...named, municipality: '0461' }), 'unknown'],
    ['another program’s object', { namn: 'Gnesta', antal: 3 }, 'unknown'],
    ['another program’s list', [{ namn: 'Gnesta' }], 'unknown'],
    ['numbers', [1, 2, 3], 'unknown'],
    ['lists of lists', [[1], [2]], 'unknown'],
    ['nothing', {}, 'unknown'],
    ['no rows alone', [], 'unknown'],
    ['values that are none', { values: 5 }, 'unknown'],
    ['values of no kind', { values: [1, null, 'a'] }, 'unknown'],
    ['values of an object', { values: { a: 1 } }, 'unknown'],
    ['another fault', { error: 'Not found' }, 'unknown'],
  ])('%s', (_, json, layout) => {
    const found = inspect(json);
    expect(found.layout).toBe(layout);
    if (layout !== 'unknown') return;
    expect(found).toMatchObject({
      ...{ outcome: 'reject', observations: [], records: [] },
      problems: [{ code: 'not-a-table', found: 'json' }],
    });
  });

  test.each([
    ['cut off', JSON.stringify(page(row())).slice(0, -20), 'broken-json'],
    ['deeper than anybody’s figures', '[['.repeat(10_000_000), 'not-a-table'],
  ])('what is %s is refused', (_, text, code) => {
    expect(inspectText(text)).toMatchObject({ outcome: 'reject', problems: [{ code }] });
  });

  test.each<[BufferEncoding, string, string]>([
    ['utf8', '', 'utf-8'],
    ['utf8', '\ufeff', 'utf-8-bom'],
    ['utf16le', '\ufeff', 'utf-16le'],
    ['utf16le', '', 'utf-16le'],
    ['latin1', '', 'windows-1252'],
  ])('%s after %j', (encoding, mark, expected) => {
    const text = mark + JSON.stringify(page({ id: '2280', title: 'Härnösand', type: 'K' }));
    const found = inspectFile({ name: 'x.json', bytes: bytesOf(text, encoding) });
    expect(found).toMatchObject({ encoding: expected, outcome: 'accept' });
    expect(found.meta.units).toEqual([{ code: '2280', name: 'Härnösand', kind: 'kommun' }]);
  });

  test('letters that were decoded wrongly are asked about, and repaired', () => {
    const text = JSON.stringify(page({ id: '2280', title: 'HÃ¤rnÃ¶sand', type: 'K' }));
    const file = { name: 'x.json', bytes: bytesOf(text) };
    expect(inspectFile(file)).toMatchObject({ outcome: 'ask' });
    const choices = { ...NO_CHOICES, answers: { 'double-encoded': 'repair' } };
    expect(readFile(file, choices).places).toMatchObject([{ name: 'Härnösand' }]);
  });
});

describe('the answer', () => {
  test('goes on at another page, which is told of', () => {
    const found = inspect({ ...page(row()), next_url: 'https://x/?page=2' });
    expect(found).toMatchObject({
      outcome: 'accept_with_notice',
      meta: { next: 'https://x/?page=2' },
    });
    expect(found.problems).toEqual([{ code: 'page-incomplete', next: 'https://x/?page=2' }]);
  });

  test.each([[null], [''], [5]])('does not go on at %j', (next) => {
    expect(inspect({ ...page(row()), next_url: next })).toMatchObject({
      ...{ outcome: 'accept', problems: [], headerLine: null, meta: { next: null } },
    });
  });

  test('of version 2 is read, and told to have closed', () => {
    const found = inspect(v2(row({ values: [{ count: 1, gender: 'T', status: '', value: 1 }] })));
    expect(found).toMatchObject({ outcome: 'accept_with_notice', observations: [{ value: 1 }] });
    expect(codes(found)).toEqual(['kolada-v2-closed']);
  });

  test('that says no more than that version 2 has closed is refused', () => {
    const found = inspect({ error: 'This endpoint is deprecated. Please use /v3 instead.' });
    expect(found).toMatchObject({ layout: 'kolada-json-v2', outcome: 'reject' });
    expect(codes(found)).toContain('kolada-v2-closed');
  });

  test.each<[string, unknown]>([
    ['without rows', page()],
    ['of rows without values', page(row({ values: [] }), row({ period: 2023, values: [] }))],
  ])('%s may be that of a wrong address, and is refused', (_, json) => {
    expect(inspect(json)).toMatchObject({
      outcome: 'reject',
      problems: [{ code: 'empty-answer' }],
    });
  });
});

describe('a value', () => {
  test.each<[object, object]>([
    [{ value: 80.83333333 }, { state: 'value', value: 80.83333333, printed: '80.83333333' }],
    [{ value: 80.833 }, { state: 'value', value: 80.833 }],
    [{ value: 1.234 }, { state: 'value', value: 1.234 }],
    [{ value: '1.234' }, { state: 'value', value: 1.234 }],
    [{ value: '80.5' }, { state: 'value', value: 80.5 }],
    [{ value: 5.821779990000001 }, { state: 'value', value: 5.821779990000001 }],
    [{ value: 0.00000001 }, { state: 'value', value: 1e-8, printed: '0.00000001' }],
    [{ value: -8.4 }, { state: 'value', value: -8.4 }],
    [{ value: 0 }, { state: 'value', value: 0, printed: '0' }],
    [{ value: -0 }, { state: 'value', value: 0 }],
    [
      { value: 0, count: 0 },
      { state: 'value', value: 0 },
    ],
    [
      { value: 8, status: 'Preliminary' },
      { state: 'value', value: 8 },
    ],
    [
      { value: null, status: 'Missing' },
      { state: 'missing', value: null, printed: 'Missing' },
    ],
    [
      { value: null, status: 'Sekretess' },
      { state: 'suppressed', value: null },
    ],
    [
      { value: null, status: 'Ej tillämplig' },
      { state: 'not_applicable', value: null },
    ],
    [{ value: null }, { state: 'missing', value: null, printed: '' }],
    [
      { value: undefined, status: null },
      { state: 'missing', value: null },
    ],
    [{ value: '..' }, { state: 'suppressed', value: null, printed: '..' }],
    [{ gender: 'K' }, { sex: 'K' }],
    [{ gender: 'M' }, { sex: 'M' }],
    [{ gender: null }, { sex: 'T' }],
    // How many members had a value is not how many people answered.
    [{ count: 7 }, { value: 7.5, n: null }],
  ])('%j', (given, expected) => {
    expect(inspect(withValue(given)).observations).toMatchObject([expected]);
  });

  test('is picked by the name of its sex, in whatever order they stand', () => {
    const values = ['M', 'T', 'K'].map((gender, at) => value({ gender, value: at }));
    const found = inspect(page(row({ values })));
    expect(found.observations.map((one) => [one.sex, one.value])).toEqual([
      ...[
        ['M', 0],
        ['T', 1],
        ['K', 2],
      ],
    ]);
  });

  test('a word for why there is none that nobody knows is missing, and told of once', () => {
    const values = ['K', 'T'].map((gender) => value({ gender, value: null, status: 'Withheld' }));
    const found = inspect(page(row({ values })));
    expect(found.observations.map((one) => one.state)).toEqual(['missing', 'missing']);
    expect(found.problems).toEqual([
      { code: 'unknown-status', line: 1, column: 'status', value: 'Withheld', lines: 2 },
    ]);
  });

  test.each([
    [{ isdeleted: true }],
    [{ is_deleted: 1 }],
    [{ isdeleted: undefined, is_deleted: true }],
  ])('that Kolada has taken back is not there: %j', (deleted) => {
    const found = inspect(page(row({ values: [value(deleted), value({ gender: 'K' })] })));
    expect(found.observations.map((one) => one.sex)).toEqual(['K']);
    expect(found.problems).toContainEqual({ code: 'deleted-values', line: 1, lines: 1 });
  });

  test.each<[string, unknown, object]>([
    ['a row that is null', page(row(), null), { column: 'values[1]', value: 'null' }],
    ['a row that is a list', page(row(), [1]), { column: 'values[1]', value: '[1]' }],
    ['no values', page(row(), row({ values: null })), { column: 'values', value: 'null' }],
    ['values of a number', page(row({ values: 5 })), { column: 'values', value: '5' }],
    ['a value that is null', page(row({ values: [null] })), { column: 'values', value: 'null' }],
    ['a value that is true', withValue({ value: true }), { column: 'value', value: 'true' }],
    ['a sex of a list', withValue({ gender: ['T'] }), { column: 'gender', value: '["T"]' }],
    ['a nyckeltal of an object', page(row({ kpi: {} })), { column: 'kpi', value: '{}' }],
    ['a year of a list', page(row({ period: [2024] })), { column: 'period', value: '[2024]' }],
  ])('%s is told of', (_, json, told) => {
    const found = inspect(json);
    expect(found.outcome).toBe('reject');
    expect(found.problems).toContainEqual({ code: 'odd-field', line: 1, ...told });
  });

  test.each<[string, unknown, object]>([
    ['no nyckeltal', page(row({ kpi: '' })), { code: 'empty-cell', column: 'kpi' }],
    ['no place', page(row({ municipality: null })), { code: 'empty-cell', column: 'municipality' }],
    ['no year', page(row({ period: null })), { code: 'empty-cell', column: 'period' }],
    ['a year of 13 months', page(row({ period: '2024-13' })), { code: 'bad-period' }],
    ['a sex that nobody knows', withValue({ gender: 'X' }), { code: 'unknown-value' }],
    ['a figure in words', withValue({ value: 'sju' }), { code: 'bad-number' }],
    ['a comma in a figure', withValue({ value: '80,51' }), { code: 'mixed-decimals' }],
    ['a figure without end', withValue({ value: 1e21 }), { code: 'bad-number' }],
    ['the same twice', page(row(), row()), { code: 'duplicate-row' }],
  ])('%s is told of as in a table', (_, json, problem) => {
    expect(inspect(json).problems).toContainEqual(expect.objectContaining({ line: 1, ...problem }));
  });
});

describe('a place and a year', () => {
  test.each<[object, object]>([
    [{ period: 2023 }, { period: { text: '2023' } }],
    [{ period: '2023' }, { period: { text: '2023' } }],
    [{ municipality: '0461' }, { place: '0461', unit: { name: 'Gnesta' } }],
    [{ municipality: '0000' }, { place: '0000', unit: { name: 'Riket' } }],
    [{ municipality: 'G33614' }, { place: 'G33614', unit: null }],
    [
      { municipality: undefined, ou: 'V15E046100101' },
      { place: 'V15E046100101', unit: null },
    ],
  ])('%j', (given, expected) => {
    const found = inspect(page(row(given)));
    expect(found).toMatchObject({ outcome: 'accept', observations: [expected] });
  });

  test('a code that is a number gets its zeros back', () => {
    const found = inspect(page(row({ municipality: 461 }), row({ municipality: 2280 })));
    expect(found.observations.map((one) => one.place)).toEqual(['0461', '2280']);
    expect(found.problems).toEqual([
      { code: 'code-padded', line: 1, column: 'municipality', value: '461', lines: 1 },
    ]);
  });

  test('an id that is a unit’s stands in a column of that name', () => {
    const found = inspect(page(row({ municipality: undefined, ou: null })));
    expect(found.problems).toContainEqual({ code: 'empty-cell', line: 1, column: 'ou' });
  });
});

describe('where a value stands', () => {
  const values = [value({ gender: 'K' }), value({ gender: 'M' })];

  test('is the line of its object and the sign on it', () => {
    const spread = JSON.stringify(page(row({ values })), null, 1);
    const lines = spread.split('\n');
    const found = inspectText(spread).observations.map(({ line, column }) => [line, column]);
    expect(found).toEqual([[5, 5], [12, 5]]); // prettier-ignore
    for (const [line, sign] of found) expect(lines[line! - 1]![sign! - 1]).toBe('{');
  });

  test('is told apart by the sign in a file of one line', () => {
    const text = JSON.stringify(page(row({ values })));
    for (const { line, column } of inspectText(text).observations) {
      expect([line, text.slice(column - 1).startsWith('{"gender"')]).toEqual([1, true]);
    }
  });

  test('and a line that is left out is not read', () => {
    const spread = JSON.stringify(page(row({ values }), row({ period: 2023 }), null), null, 1);
    const file = { name: 'x.json', bytes: bytesOf(spread) };
    const read = (...leftOut: number[]) => readFile(file, { ...NO_CHOICES, leftOut });
    expect(read().observations.length).toBe(3);
    expect(read(12).observations.at(0)).toMatchObject({ sex: 'K' });
    expect(read(12).observations.length).toBe(2);
    expect(read(3).observations.length).toBe(1);
    expect(read(1).problems).toEqual([]);
  });
});
