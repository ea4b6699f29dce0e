import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { isSameChoice, onSheet, readChoices } from './choices-form.ts';

const UNNAMED = { kept: [9, 3], faulty: [8, 7] };
const read = (...fields: [string, string][]) => readChoices(new Map(fields), UNNAMED);

/** The fields that a page shows choices as. */
const fieldsOf = ({
  answers,
  leftOut,
  period,
  sheet,
  indicators,
  places,
}: Choices): [string, string][] => [
  ...Object.entries(answers).map(([key, answer]): [string, string] => [`svar:${key}`, answer]),
  ...leftOut.map((line): [string, string] => [`rad:${line}`, '1']),
  ['period', period ?? ''],
  ['blad', sheet ?? ''],
  ...Object.entries(indicators).map(([name, to]): [string, string] => [
    `indikator:${name}`,
    `${to}`,
  ]),
  ...Object.entries(places).map(([name, to]): [string, string] => [`plats:${name}`, `${to}`]),
];

const ODD = [
  '__proto__',
  'constructor',
  'toString',
  'a:b',
  'a|b',
  '”citat"',
  'å ä ö',
  ' ',
  'svar:x',
  '1',
];

const named = <T>(valueOf: (name: string, at: number) => T): Record<string, T> =>
  Object.fromEntries(ODD.map((name, at) => [name, valueOf(name, at)]));

const ALL: Choices = {
  answers: named(() => 'as-written'),
  leftOut: [2, 30, 1_000_000],
  period: '2023-H1',
  mapping: null,
  sheet: 'Blad 2 & 3',
  indicators: named((_, at) => (['new', 'none', 12] as const)[at % 3]!),
  places: named((_, at) => at + 1),
};

describe('a form says what was chosen', () => {
  test.each<[string, Choices]>([
    ['nothing', NO_CHOICES],
    ['everything, also of names that are odd', ALL],
  ])('%s', (_, choices) => {
    const found = readChoices(new Map(fieldsOf(choices)));
    expect(found).toEqual(choices);
    expect(Object.keys(found.indicators)).toEqual(Object.keys(choices.indicators));
    expect(isSameChoice(found, choices)).toBe(true);
    // Kept as JSON beside the file.
    expect(JSON.parse(JSON.stringify(found))).toEqual(choices);
    expect(Object.getPrototypeOf(found.answers)).toBe(Object.prototype);
  });

  test.each<[string, [string, string][], Partial<Choices>]>([
    [
      'what is left empty decides nothing',
      [
        ['svar:one-column', ''],
        ['indikator:A', ''],
        ['plats:B', ''],
        ['period', '  '],
        ['rad:2', ''],
      ],
      {},
    ],
    ['a period is taken without blanks', [['period', ' 2023 ']], { period: '2023' }],
    [
      'lines are in order, each once',
      [
        ['rad:7', '1'],
        ['rad:3', '1'],
        ['kvar-rader', 'ja'],
        ['alla-rader', 'ja'],
      ],
      { leftOut: [3, 7, 8, 9] },
    ],
    [
      'what is no line is none',
      [
        ['rad:0', '1'],
        ['rad:-1', '1'],
        ['rad:x', '1'],
        ['rad:', '1'],
        ['rad:1e3', '1'],
        ['rad:4', '1'],
        ['rad:5.5', '1'],
        ['rad:12345678901', '1'],
        ['rad:6', '1'],
      ],
      { leftOut: [4, 6] },
    ],
    [
      'what is no choice is none',
      [
        ['indikator:A', '-1'],
        ['indikator:B', '1.5'],
        ['plats:C', 'gammal'],
        ['plats:D', '1234567890123456'],
      ],
      {},
    ],
    [
      'all the rest at once, but for those said one by one',
      [
        ['indikator:A', ''],
        ['indikator:B', 'none'],
        ['indikator:C', 'x'],
        ['alla-indikator', 'new'],
        ['plats:D', ''],
      ],
      { indicators: { A: 'new', B: 'none', C: 'new' } },
    ],
    ['all of what there is none of', [['alla-plats', 'new']], {}],
    ['a name that is empty', [['indikator:', 'none']], { indicators: { '': 'none' } }],
    [
      'other fields are passed by',
      [
        ['rev', '3'],
        ['svarslapp', 'x'],
        ['radio', '1'],
      ],
      {},
    ],
  ])('%s', (_, fields, given) => {
    expect(read(...fields)).toEqual({ ...NO_CHOICES, ...given });
  });
});

describe('two choices are the same', () => {
  const other: [string, Partial<Choices>][] = [
    ['an answer', { answers: { ...ALL.answers, 'one-column': 'as-written' } }],
    ['a line', { leftOut: [2, 30] }],
    ['the period', { period: null }],
    ['the sheet', { sheet: null }],
    ['an indicator', { indicators: { ...ALL.indicators, a: 1 } }],
    ['a place', { places: {} }],
    ['a name under its prototype', { places: { ...named((_, at) => at + 1), ['__proto__']: 99 } }],
  ];
  test('whatever the order they were given in', () => {
    const turned = Object.fromEntries(Object.entries(ALL.indicators).toReversed());
    const { leftOut } = ALL;
    expect(isSameChoice(ALL, { ...ALL, indicators: turned, leftOut: leftOut.toReversed() })).toBe(
      true,
    );
  });
  test.each(other)('but not where %s is another', (_, given) => {
    expect(isSameChoice(ALL, { ...ALL, ...given })).toBe(false);
    expect(isSameChoice({ ...ALL, ...given }, ALL)).toBe(false);
  });
});

describe('of another sheet nothing is decided', () => {
  const { sheet: _, ...older } = NO_CHOICES;
  test.each<[string, Choices, Choices, Choices]>([
    ['the same sheet keeps all', ALL, { ...NO_CHOICES, sheet: ALL.sheet }, ALL],
    ['another keeps nothing', ALL, NO_CHOICES, { ...NO_CHOICES, sheet: ALL.sheet }],
    [
      'what was kept before there were sheets is of none',
      { ...ALL, sheet: null },
      older as Choices,
      { ...ALL, sheet: null },
    ],
  ])('%s', (_name, chosen, before, expected) => {
    expect(onSheet(chosen, before)).toEqual(expected);
  });
});
