import { describe, expect, test } from 'vitest';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

const read = (text: string) => {
  const found = readFile({ name: 'k.csv', bytes: new TextEncoder().encode(text) });
  return { ...found, rows: toArray(found.observations) };
};

const long = (value: string, status: string, place = '0461') =>
  read(`kpi,municipality,period,gender,value,status\nN00090,${place},2024,T,${value},${status}\n`);

describe('what a status says beside a figure', () => {
  test.each([
    ['', 'Missing', null, 'missing', false, []],
    ['0', 'Missing', null, 'missing', false, []],
    ['0.0', 'Sekretess', null, 'suppressed', false, []],
    ['0', '', 0, 'value', false, []],
    ['7.1', 'Preliminär', 7.1, 'value', true, []],
    ['7.1', 'Missing', 7.1, 'value', false, [true]],
    ['7.1', 'Okänd', 7.1, 'value', false, [true]],
    ['', 'Okänd', null, 'missing', false, [undefined]],
  ] as const)('%j with %j', (value, status, number, state, isPreliminary, told) => {
    const { rows, problems } = long(value, status);
    expect(rows).toMatchObject([{ value: number, state, isPreliminary }]);
    const found = problems.flatMap((one) => (one.code === 'unknown-status' ? [one] : []));
    expect(found.map((one) => one.isBesideValue)).toEqual(told);
  });
});

test.each([
  ['461', '0461'],
  ['461.0', '0461'],
  ['2280.0', '2280'],
  ['2280', '2280'],
])('the code %s is %s', (written, code) => {
  expect(long('7', '', written).rows[0]?.place).toBe(code);
});

test.each([
  ['F', 'K'],
  ['female', 'K'],
  ['Male', 'M'],
])('the sex %s is %s', (written, sex) => {
  const { rows } = read(`kpi,municipality,period,gender,value\nN00090,0461,2024,${written},7\n`);
  expect(rows[0]?.sex).toBe(sex);
});

test('a year that may change is read, and said to', () => {
  const { rows } = read('Nyckeltal;Kommun;2023;2024 (prel)\nN00090;Gnesta;7,1;7,2\n');
  expect(rows.map((one) => [one.period?.text, one.value, one.isPreliminary])).toEqual([
    ['2023', 7.1, false],
    ['2024', 7.2, true],
  ]);
});
