import { expect, test } from 'vitest';
import { alikeColumns, lackOf, NOTHING_TOLD } from './mapping.ts';
import type { Mapping, Meaning, Told } from './mapping.ts';

type Column = readonly [is: Meaning, told?: Partial<Told>];

const mappingOf = (columns: readonly Column[], told: Partial<Told> = {}): Mapping => ({
  columns: columns.map(([is, own = {}], at) => ({
    ...{ header: `Kolumn ${at}`, is, told: { ...NOTHING_TOLD, ...own } },
  })),
  told: { ...NOTHING_TOLD, ...told },
});

test.each<[Column[], Partial<Told>, ReturnType<typeof lackOf>]>([
  [[], {}, 'value'],
  [[['indicator']], { indicator: 'Kö' }, 'value'],
  [[['place'], ['value']], {}, 'indicator'],
  [[['value', { indicator: 'Kö' }], ['value']], {}, 'indicator'],
  [
    [
      ['value', { indicator: 'Kö' }],
      ['value', { indicator: 'Platser' }],
    ],
    {},
    null,
  ],
  [[['indicator'], ['value']], {}, null],
  [[['value']], { indicator: 'Kö' }, null],
])('%j, for all %j: lacks %s', (columns, told, expected) => {
  expect(lackOf(mappingOf(columns, told))).toBe(expected);
});

test.each<[Column[], number[][]]>([
  [[], []],
  [[['value']], []],
  [[['value'], ['place'], ['value']], [[0, 2]]],
  [
    [
      ['value', { period: '2024-T1' }],
      ['value', { period: '2024-T2' }],
    ],
    [],
  ],
  [
    [['value', { sex: 'K' }], ['value', { sex: 'K' }], ['value'], ['value']],
    [
      [0, 1],
      [2, 3],
    ],
  ],
  // What nobody reads is like nothing.
  [[['ignored'], ['ignored'], ['note']], []],
])('%j: alike are %j', (columns, expected) => {
  expect(alikeColumns(mappingOf(columns))).toEqual(expected);
});
