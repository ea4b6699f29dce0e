import type { Sex } from '#lib/domain/model.ts';
import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between, pick, shuffled } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { counts, figures, setOut, words } from './columns.ts';
import type { Column } from './columns.ts';
import { AS_WRITTEN, doubtsOf } from './doubts.ts';
import { cased } from './dress.ts';
import { aNumber } from './figures.ts';
import type { Figure, Kind } from './figures.ts';
import { aYear } from './periods.ts';
import { BARE, distinct } from './sheet.ts';
import type { Writer } from './sheet.ts';
import type { Style } from './style.ts';
import type { CalledMeasure, CalledPlace, World } from './world.ts';

/* A table of SCB's PxWeb (formats.md 5): what the figures are of, then a column for each heading and time. */

const KIND: Kind = {
  ...{ whole: 2, decimals: 2, isSigned: false, isPercent: false, hasNotes: false },
};

/** Points for decimals and nothing between thousands, whatever the settings of who asks. */
const asScb = (style: Style): Style => ({ ...style, decimal: '.', thousands: '', minus: '-' });

/** SCB's own marks: `-` is nil, and `..` does not tell the secret from what is not there. */
const MARKS = [
  { state: 'value', value: 0, text: '-' },
  { state: 'missing', value: null, text: '..' },
  { state: 'missing', value: null, text: '...' },
  { state: 'not_applicable', value: null, text: '.' },
] as const;

function aFigure(random: Random, style: Style, hasMarks: boolean): Figure {
  if (!hasMarks || random() < 0.85) return aNumber(random, style, KIND);
  const { text, ...figure } = pick(random, MARKS);
  return { ...figure, textBy: () => text };
}

/** A place is written by its code, its name or both; both show whose table it is, and what its marks mean. */
type Naming = 'both' | 'codes' | 'names';

const scbCode = (code: string) => (code === '0000' ? '00' : code);

const placeText = ({ code, names: [name] }: CalledPlace, naming: Naming): string =>
  ({ both: `${scbCode(code)} ${name}`, codes: scbCode(code), names: name! })[naming];

const SEXES: readonly Readonly<Record<'T' | 'K' | 'M', string>>[] = [
  { T: 'totalt', K: 'kvinnor', M: 'män' },
  { T: '1+2 totalt', K: '2 kvinnor', M: '1 män' },
  { T: '1+2', K: '2', M: '1' },
];

const AGES = ['65-79 år', '80+ år', 'totalt ålder', '-19'] as const;
const ALL_AGES = 'totalt ålder';
const OWNERS = ['kommunal', 'enskild', 'samtliga'] as const;

type Row = {
  readonly place: CalledPlace;
  readonly sex: 'T' | 'K' | 'M';
  readonly age: string;
  readonly owner: string;
};

type Has = { readonly sex: boolean; readonly age: boolean; readonly owner: boolean };

const rowKey = ({ place, sex, age, owner }: Row) => [place.id, sex, age, owner].join(' ');

function someRows({ kommuner }: World, random: Random, has: Has): readonly Row[] {
  const places = kommuner.filter(({ code }) => code === '0000' || !code.startsWith('00'));
  const all = Array.from({ length: between(random, 1, 20) }, (): Row => ({
    place: pick(random, places),
    sex: has.sex ? pick(random, ['T', 'K', 'M'] as const) : 'T',
    age: has.age ? pick(random, AGES) : ALL_AGES,
    owner: has.owner ? pick(random, OWNERS) : 'samtliga',
  }));
  return distinct(all, rowKey);
}

/** By the heading as it is written; nothing for all of them. */
const partOf = ({ age, owner }: Row, style: Style): string =>
  [
    ...(age === ALL_AGES ? [] : [`${cased('ålder', style)}=${age}`]),
    ...(owner === 'samtliga' ? [] : [`${cased('huvudman', style)}=${owner}`]),
  ]
    .toSorted()
    .join(';');

function stubOf(random: Random, rows: readonly Row[], has: Has, naming: Naming): readonly Column[] {
  const sexes = pick(random, SEXES);
  return [
    words(
      'region',
      rows.map(({ place }) => placeText(place, naming)),
    ),
    ...(has.sex
      ? [
          words(
            'kön',
            rows.map(({ sex }) => sexes[sex]),
          ),
        ]
      : []),
    ...(has.age
      ? [
          words(
            'ålder',
            rows.map(({ age }) => age),
          ),
        ]
      : []),
    ...(has.owner
      ? [
          words(
            'huvudman',
            rows.map(({ owner }) => owner),
          ),
        ]
      : []),
  ];
}

type Told = {
  readonly row: Row;
  readonly measure: CalledMeasure;
  readonly period: string;
  readonly figure: Figure;
  readonly n?: number;
};

const knownBy =
  (style: Style) =>
  ({ row, measure, period, figure: { state, value }, n = undefined }: Told): SeenValue => ({
    ...BARE,
    ...{ measure: measure.id, place: row.place.id, period, sex: row.sex satisfies Sex },
    ...{ breakdown: partOf(row, style), state, value, n: n ?? null },
  });

const doubtsIn = (world: World, told: readonly Told[]) =>
  doubtsOf(
    world,
    told.map(({ measure, figure: { value } }) => ({ measure: measure.id, value, text: '' })),
  );

type Time = { readonly period: string; readonly text: string };

const someTimes = (random: Random): readonly Time[] => {
  const [first, isMonthly] = [aYear(random), random() < 0.2];
  return Array.from({ length: between(random, 1, 4) }, (_, at) => {
    const year = String(first + at);
    return isMonthly ? { period: `${year}-07`, text: `${year}M07` } : { period: year, text: year };
  });
};

/** `Nöjda brukare 2023`: the words of the head joined by blanks; how many answered beside them. */
const joined: Writer = (world, random, plain) => {
  const style = asScb(plain);
  const has = { sex: random() < 0.6, age: random() < 0.4, owner: random() < 0.2 };
  const naming = pick(random, ['both', 'both', 'codes', 'names'] as const);
  const [rows, times] = [someRows(world, random, has), someTimes(random)];
  const measures = shuffled(random, world.own).slice(0, between(random, 1, 3));
  const hasCounts = random() < 0.3;
  const ns = times.map(() => rows.map(() => between(random, 100, 900)));
  const told = times.flatMap(({ period }, time) =>
    measures.map((measure) =>
      rows.map((row, at): Told => {
        const figure = aFigure(random, style, naming === 'both');
        return { row, measure, period, figure, ...(hasCounts ? { n: ns[time]![at]! } : {}) };
      }),
    ),
  );
  const columns = times.flatMap(({ text }, time) => [
    ...measures.map((measure, at) => {
      const list = told[time * measures.length + at]!.map(({ figure }) => figure);
      return figures(`${measure.names[1]} ${text}`, list, style);
    }),
    ...(hasCounts ? [counts(`Antal svar ${text}`, ns[time]!)] : []),
  ]);
  const table = setOut([...stubOf(random, rows, has, naming), ...columns], style);
  return {
    layout: 'pxweb',
    ...table,
    known: told.flat().map(knownBy(style)),
    mayStop: [...table.mayStop, ...doubtsIn(world, told.flat())],
    answers: { ...AS_WRITTEN, ...table.answers },
    place: null,
  };
};

/** The time in a column of its own, and perhaps the contents too. */
const long: Writer = (world, random, plain) => {
  const style = asScb(plain);
  const has = { sex: random() < 0.6, age: false, owner: false };
  // Only in small letters is the heading SCB's, where the cells do not show it.
  const isShown = plain.headerCase !== 'upper';
  const naming = isShown ? pick(random, ['both', 'codes', 'names'] as const) : 'both';
  const [rows, times] = [someRows(world, random, has), someTimes(random)];
  const hasContents = random() < 0.4;
  const measures = shuffled(random, world.own).slice(0, between(random, 1, 3));
  const each = rows.flatMap((row) => times.map((time) => ({ row, time })));
  // Words in their cells show no figures, so the marks stand in tables with the time in the headings.
  const told = measures.map((measure) =>
    each.map(({ row, time: { period } }): Told => {
      return { row, measure, period, figure: aFigure(random, style, false) };
    }),
  );
  const lines = hasContents
    ? told.flatMap((one) => one.map((cell, at) => ({ ...each[at]!, cell })))
    : each.map((one) => ({ ...one, cell: null }));
  const about = stubOf(
    random,
    lines.map(({ row }) => row),
    has,
    naming,
  );
  const value = (heading: string, one: readonly Told[]) =>
    figures(
      heading,
      one.map(({ figure }) => figure),
      style,
    );
  const columns = [
    ...about,
    ...(hasContents
      ? [
          words(
            'tabellinnehåll',
            lines.map(({ cell }) => cell!.measure.names[1]!),
          ),
        ]
      : []),
    words(
      times[0]!.text.includes('M') ? 'månad' : 'år',
      lines.map(({ time }) => time.text),
    ),
    ...(hasContents
      ? [value('värde', told.flat())]
      : told.map((one) => value(one[0]!.measure.names[1]!, one))),
  ];
  const table = setOut(columns, style);
  return {
    layout: 'pxweb',
    ...table,
    known: told.flat().map(knownBy(style)),
    mayStop: [...table.mayStop, ...doubtsIn(world, told.flat())],
    answers: { ...AS_WRITTEN, ...table.answers },
    place: null,
  };
};

export const pxweb: Writer = (world, random, style) =>
  (random() < 0.6 ? joined : long)(world, random, style);
