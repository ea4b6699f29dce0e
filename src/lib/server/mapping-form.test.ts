import { describe, expect, test } from 'vitest';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import { readMapping } from './mapping-form.ts';

const read = (fields: Record<string, string>) => readMapping(new Map(Object.entries(fields)));

describe('a form says what the columns are', () => {
  test('in order, with what each says of its figures', () => {
    const fields = {
      ...{ 'rubrik:1': 'Ort', 'kolumn:1': 'place', 'rubrik:2': 'Kö\r\nnu', 'kolumn:2': 'value' },
      ...{ 'kolumn:2:indikator': ' Kö ', 'kolumn:2:kon': 'K', 'kolumn:2:slag': 'budget' },
      ...{ 'fil:plats': 'Norr', 'fil:kon': 'x' },
    };
    expect(read(fields)).toEqual({
      columns: [
        { header: 'Ort', is: 'place', told: NOTHING_TOLD },
        {
          header: 'Kö\nnu',
          is: 'value',
          told: { ...NOTHING_TOLD, indicator: 'Kö', sex: 'K', kind: 'budget' },
        },
      ],
      told: { ...NOTHING_TOLD, place: 'Norr' },
    });
  });

  test.each<[string, Record<string, string>, string[]]>([
    [
      'a meaning that is none is not read',
      { 'kolumn:1': 'toString', 'kolumn:2': '' },
      ['ignored', 'ignored'],
    ],
    [
      'what stands after a gap is not there',
      { 'kolumn:1': 'value', 'kolumn:3': 'place' },
      ['value'],
    ],
  ])('%s', (_, fields, expected) => {
    expect(read(fields)?.columns.map(({ is }) => is)).toEqual(expected);
  });

  test('only figures are of something', () => {
    const told = read({ 'kolumn:1': 'place', 'kolumn:1:period': '2023' })?.columns[0]?.told;
    expect(told).toEqual(NOTHING_TOLD);
  });

  test.each<[string, Record<string, string>]>([
    ['no columns', {}],
    ['to begin anew', { 'kolumn:1': 'value', 'utan-kolumner': 'ja' }],
  ])('null where there are %s', (_, fields) => {
    expect(read(fields)).toBeNull();
  });
});
