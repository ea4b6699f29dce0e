import type { Sex } from '#lib/domain/model.ts';
import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between, pick, shuffled, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { aMark, decimalAnswer, writeColumn } from './figures.ts';
import type { Figure } from './figures.ts';
import { aPeriod } from './periods.ts';
import type { Spelled } from './periods.ts';
import { aboutOf, BARE, distinct } from './sheet.ts';
import type { Writer } from './sheet.ts';
import type { Style } from './style.ts';
import { anyCase, SEX_WORDS } from './words.ts';
import { INDEXES } from './world.ts';
import type { Called, World } from './world.ts';

/* HME: a row for each unit with a column for each index, or a row for each statement. */

type Index = keyof typeof INDEXES;
const NAMES = Object.keys(INDEXES) as Index[];

const HEADINGS: Readonly<Record<Index, readonly string[]>> = {
  Totalindex: ['Totalindex', 'HME', 'HME-index'],
  Motivationsindex: ['Motivationsindex', 'Motivation'],
  Ledarskapsindex: ['Ledarskapsindex', 'Ledarskap'],
  Styrningsindex: ['Styrningsindex', 'Styrning'],
};

type Has = { readonly sex: boolean; readonly n: boolean };

/** Some people, once: `n` is null where they are too few to be told. */
type Group = {
  readonly unit: Called;
  readonly when: Spelled;
  readonly sex: Sex;
  readonly n: number | null;
};

const aGroup = (world: World, random: Random, has: Has): Group => ({
  unit: pick(random, world.units),
  when: aPeriod(random),
  sex: has.sex ? pick(random, ['T', 'K', 'M'] as const) : 'T',
  n: has.n && random() < 0.1 ? null : between(random, 10, 90),
});

const someGroups = (world: World, random: Random, most: number, has: Has): readonly Group[] =>
  distinct(
    Array.from({ length: between(random, 1, most) }, () => aGroup(world, random, has)),
    ({ unit, when, sex }) => `${unit.id} ${when.period} ${sex}`,
  );

const headerOf = (random: Random, has: Has): string[] => [
  pick(random, ['Enhet', 'Arbetsplats']),
  pick(random, ['Period', 'År', 'Mätår']),
  ...(has.sex ? ['Kön'] : []),
  ...(has.n ? [pick(random, ['Antal svar', 'Svar'])] : []),
];

const cellsOf = (random: Random, { unit, when, sex, n }: Group, has: Has): string[] => [
  anyCase(random, unit.names[0]!),
  when.text,
  ...(has.sex ? [pick(random, SEX_WORDS[sex])] : []),
  ...(has.n ? [n === null ? '<10' : String(n)] : []),
];

/** What is told of a figure: nothing of it where the people are too few. */
function knownOf(
  { unit, when, sex, n }: Group,
  measure: number,
  { state, value }: Pick<Figure, 'state' | 'value'>,
  has: Has,
): SeenValue {
  const told = has.n && n === null && state === 'value' ? HIDDEN : { state, value };
  const about = { measure, place: unit.id, period: when.period, sex };
  return { ...BARE, ...about, ...told, n: has.n ? n : null };
}

const HIDDEN = { state: 'suppressed', value: null } as const;

function decimalsOf(random: Random, whole: number, style: Style): Figure {
  const decimals = random() < 0.3 ? '' : String(upTo(random, 99)).padStart(2, '0');
  const tail = decimals === '' ? '' : style.decimal + decimals;
  const value = Number(`${whole}.${decimals || '0'}`);
  return { state: 'value', value, textBy: () => `${whole}${tail}` };
}

const idOf = (world: World, name: string) => world.hme.get(name)!;

/** Means are asked about where no heading says that they are. */
type Scale = 'index' | 'mean';
const SCALED: Readonly<Record<Scale, (random: Random) => number>> = {
  // Above 5, so that nobody takes them for means.
  index: (random) => between(random, 6, 99),
  mean: (random) => between(random, 1, 4),
};
const BARE_HEADINGS: Readonly<Record<Index, string>> = {
  Totalindex: 'HME',
  Motivationsindex: 'Motivation',
  Ledarskapsindex: 'Ledarskap',
  Styrningsindex: 'Styrning',
};

const asIndex = ({ state, value }: Figure) => ({
  state,
  value: value === null ? null : ((value - 1) / 4) * 100,
});

/** 10 or less all of them: an index may be so low, but a mean on another scale is likelier, so it is asked about. */
const areSmall = (figures: readonly Figure[]) =>
  figures.every(({ value }) => value === null || value <= 10);

export const hmeIndex: Writer = (world, random, style) => {
  const has = { sex: random() < 0.3, n: random() < 0.7 };
  const scale: Scale = random() < 0.1 ? 'mean' : 'index';
  const groups = someGroups(world, random, 20, has);
  const others = NAMES.filter((name) => name !== 'Totalindex' && random() < 0.7);
  const indexes = shuffled(random, ['Totalindex' as const, ...others]);
  const figures = indexes.map(() =>
    groups.map(() =>
      random() < 0.1 ? aMark(random) : decimalsOf(random, SCALED[scale](random), style),
    ),
  );
  const columns = figures.map((one) => writeColumn(one, style));
  const start = headerOf(random, has);
  const headingOf = (name: Index) =>
    scale === 'mean' ? BARE_HEADINGS[name] : pick(random, HEADINGS[name]);
  const toldOf = (one: Figure) => (scale === 'mean' ? asIndex(one) : one);
  return {
    layout: 'hme-index',
    header: [...start, ...indexes.map(headingOf)],
    rows: groups.map((group, row) => [
      ...cellsOf(random, group, has),
      ...columns.map(({ texts }) => texts[row]!),
    ]),
    known: groups.flatMap((group, row) =>
      indexes.map((name, at) => knownOf(group, idOf(world, name), toldOf(figures[at]![row]!), has)),
    ),
    mayStop: [
      ...columns.flatMap(({ mayStop }) => mayStop),
      ...(scale === 'mean' || figures.some(areSmall) ? (['unsure-scale'] as const) : []),
    ],
    answers: {
      ...decimalAnswer(
        style,
        columns.flatMap(({ texts }) => texts),
      ),
      'unsure-scale': scale,
    },
    place: 0,
    figures: columns.map((_, at) => start.length + at),
  };
};

type Answer = { readonly group: Group; readonly statement: string; readonly mean: Figure };

/** The mean of the statements of an index: hidden if one is hidden, missing if one is missing. */
function indexOf(world: World, index: Index, answers: readonly Answer[], has: Has): SeenValue[] {
  const parts = INDEXES[index].map((statement) =>
    answers.find((one) => one.statement === statement),
  );
  const asked = parts.filter((part) => part !== undefined);
  if (asked.length === 0) return [];
  const { group } = asked[0]!;
  const known = asked.map((one) => knownOf(group, 0, asIndex(one.mean), has));
  const values = known.flatMap(({ value }) => value ?? []);
  const isHidden = known.some(({ state }) => state === 'suppressed');
  const mean =
    values.length === parts.length
      ? ({ state: 'value', value: values.reduce((a, b) => a + b) / values.length } as const)
      : ({ state: isHidden ? 'suppressed' : 'missing', value: null } as const);
  const told = knownOf(group, idOf(world, index), mean, has);
  // Of a hidden mean the fewest who answered are not told either.
  return [{ ...told, n: mean.state === 'suppressed' ? null : told.n }];
}

export const hmeQuestion: Writer = (world, random, style) => {
  const has = { sex: random() < 0.3, n: random() < 0.7 };
  const groups = someGroups(world, random, 5, has);
  const isWhole = random() < 0.7;
  const statements = INDEXES.Totalindex.filter((_, at) => isWhole || at < 3 || random() < 0.5);
  const answers = groups.flatMap((group) =>
    statements.map((statement): Answer => {
      const mean = decimalsOf(random, between(random, 1, 4), style);
      return { group, statement, mean: random() < 0.05 ? aMark(random) : mean };
    }),
  );
  const column = writeColumn(
    answers.map(({ mean }) => mean),
    style,
  );
  const rows = answers.map(({ group, statement }, row) => [
    ...cellsOf(random, group, has),
    anyCase(random, statement),
    column.texts[row]!,
  ]);
  const known = [
    ...answers.map(({ group, statement, mean }) =>
      knownOf(group, idOf(world, statement), asIndex(mean), has),
    ),
    ...groups.flatMap((group) => {
      const own = answers.filter((one) => one.group === group);
      return NAMES.flatMap((index) => indexOf(world, index, own, has));
    }),
  ];
  const start = headerOf(random, has);
  return {
    layout: 'hme-question',
    header: [...start, pick(random, ['Påstående', 'Fråga']), 'Medelvärde'],
    rows: shuffled(random, rows),
    known: distinct(known, aboutOf),
    mayStop: column.mayStop,
    answers: decimalAnswer(style, column.texts),
    place: 0,
    figures: [start.length + 1],
  };
};
