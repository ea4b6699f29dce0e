import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { between, pick, shuffled } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { numbersOf } from './columns.ts';
import { aFigure, decimalAnswer, writeColumn } from './figures.ts';
import type { Figure, Kind } from './figures.ts';
import { aYear } from './periods.ts';
import { aboutOf, BARE, distinct, rowCount } from './sheet.ts';
import type { Sheet, Writer } from './sheet.ts';
import type { Style } from './style.ts';
import { SEX_WORDS } from './words.ts';
import type { CalledMeasure, CalledPlace, World } from './world.ts';

/* Kolada's figures: one a row, or a column for each year. */

const KIND: Kind = {
  ...{ whole: 4, decimals: 6, isSigned: true, isPercent: false, hasNotes: false },
};
const SHARE: Kind = { ...KIND, whole: 2, isSigned: false };

type Names = {
  readonly header: readonly string[];
  readonly measureOf: (one: CalledMeasure) => string;
  readonly placeOf: (one: CalledPlace) => string;
};

const bareCode = (code: string) => String(Number(code));

/** By ids or by titles and names; ids with their zeros or as Excel leaves them. */
function someNames(random: Random, isOwn: boolean): Names {
  const hasCodes = random() < 0.5;
  const hasPlaceCodes = random() < 0.5;
  const isBare = random() < 0.3;
  const measure = hasCodes
    ? pick(random, isOwn ? ['kpi', 'KPI id'] : ['kpi', 'Nyckeltalskod'])
    : pick(random, ['Nyckeltal', 'title']);
  const place = hasPlaceCodes
    ? pick(random, ['municipality', 'municipality_id'])
    : pick(random, isOwn || hasCodes ? ['Kommun', 'region'] : ['Kommun/Landsting']);
  return {
    header: [measure, place],
    measureOf: ({ names: [code, title] }) => (hasCodes ? code : title)!,
    placeOf: ({ code, names: [name] }) => {
      if (!hasPlaceCodes) return name!;
      return isBare ? bareCode(code) : code;
    },
  };
}

const figureOf = (random: Random, style: Style, { isShare }: CalledMeasure) =>
  aFigure(random, style, isShare ? SHARE : KIND);

type Row = { readonly known: SeenValue; readonly cells: readonly string[]; readonly value: Figure };

const STATUSES = [
  ['missing', 'Missing'],
  ['missing', 'Bortfall'],
  ['suppressed', 'Sekretess'],
  ['missing', ''],
] as const;

function aRow(world: World, random: Random, style: Style, names: Names, has: Has): Row {
  const [measure, place] = [pick(random, world.kolada), pick(random, world.kommuner)];
  const sex = pick(random, ['T', 'K', 'M'] as const);
  const year = String(aYear(random));
  const value = figureOf(random, style, measure);
  const isEmpty = value.textBy('') === '';
  const [state, status] = isEmpty && has.status ? pick(random, STATUSES) : [value.state, ''];
  return {
    known: {
      ...BARE,
      measure: measure.id,
      period: year,
      place: place.id,
      sex: has.sex ? sex : 'T',
      state,
      value: value.value,
    },
    cells: [
      ...[names.measureOf(measure), names.placeOf(place), year],
      ...(has.sex ? [pick(random, SEX_WORDS[sex])] : []),
      ...(has.status ? [status] : []),
      ...(has.remark ? ['Landsbygd'] : []),
    ],
    value,
  };
}

type Has = { readonly sex: boolean; readonly status: boolean; readonly remark: boolean };

/** A nyckeltal that Kolada calls a share, outside 0–100. */
const outside: readonly Problem['code'][] = ['value-out-of-range'];

const rest = (style: Style, texts: readonly string[]): Pick<Sheet, 'answers' | 'place'> => ({
  answers: { 'value-out-of-range': 'as-written', ...decimalAnswer(style, texts) },
  place: null,
});

const isOutside = (world: World, known: readonly SeenValue[]) => {
  const shares = new Set(world.kolada.filter((one) => one.isShare).map(({ id }) => id));
  return known.some(({ measure, value }) => {
    return shares.has(measure) && value !== null && (value < 0 || value > 100);
  });
};

export const koladaLong: Writer = (world, random, style) => {
  const names = someNames(random, true);
  const has = { sex: random() < 0.7, status: random() < 0.5, remark: random() < 0.1 };
  const all = Array.from({ length: rowCount(random, 40) }, () =>
    aRow(world, random, style, names, has),
  );
  const rows = distinct(all, ({ known }) => aboutOf(known));
  const value = writeColumn(
    rows.map((row) => row.value),
    style,
  );
  const header = [
    ...names.header,
    pick(random, ['År', 'period']),
    ...(has.sex ? [pick(random, ['Kön', 'gender'])] : []),
    ...(has.status ? ['status'] : []),
    ...(has.remark ? ['Typ av kommun'] : []),
    // One word at least must be Kolada's own.
    'Visat värde',
  ];
  const order = shuffled(
    random,
    header.map((_, at) => at),
  );
  const known = rows.map((row) => row.known);
  return {
    layout: 'kolada-long',
    header: order.map((at) => header[at]!),
    rows: rows.map(({ cells }, row) => {
      const whole = [...cells, value.texts[row]!];
      return order.map((at) => whole[at]!);
    }),
    known,
    mayStop: [...value.mayStop, ...(isOutside(world, known) ? outside : [])],
    ...rest(style, value.texts),
    figures: [order.indexOf(header.length - 1)],
    numbers: numbersOf(
      rows.map((row) => row.value),
      value.texts,
    ),
  };
};

export const koladaWide: Writer = (world, random, style) => {
  const names = someNames(random, false);
  const hasSex = random() < 0.5;
  const first = aYear(random);
  const years = Array.from({ length: between(random, 2, 5) }, (_, at) => String(first + at));
  const all = Array.from({ length: between(random, 1, 30) }, () => ({
    measure: pick(random, world.kolada),
    place: pick(random, world.kommuner),
    sex: hasSex ? pick(random, ['T', 'K', 'M'] as const) : 'T',
  }));
  const rows = distinct(all, ({ measure, place, sex }) => `${measure.id} ${place.id} ${sex}`);
  const figures = years.map(() => rows.map(({ measure }) => figureOf(random, style, measure)));
  const columns = figures.map((one) => writeColumn(one, style));
  const known = rows.flatMap(({ measure, place, sex }, row) =>
    years.map((period, at): SeenValue => {
      const { state, value } = figures[at]![row]!;
      return { ...BARE, measure: measure.id, place: place.id, sex, period, state, value };
    }),
  );
  return {
    layout: 'kolada-wide',
    header: [...names.header, ...(hasSex ? ['Kön'] : []), ...years],
    rows: rows.map(({ measure, place, sex }, row) => [
      ...[names.measureOf(measure), names.placeOf(place)],
      ...(hasSex ? [pick(random, SEX_WORDS[sex])] : []),
      ...columns.map(({ texts }) => texts[row]!),
    ]),
    known,
    mayStop: [
      ...columns.flatMap(({ mayStop }) => mayStop),
      ...(isOutside(world, known) ? outside : []),
    ],
    ...rest(
      style,
      columns.flatMap(({ texts }) => texts),
    ),
    figures: [],
  };
};
