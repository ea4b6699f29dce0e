import type { Sex } from '#lib/domain/model.ts';
import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between, pick, shuffled } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { numbersOf } from './columns.ts';
import { AS_WRITTEN, doubtsOf } from './doubts.ts';
import type { Said } from './doubts.ts';
import { aFigure, aMark, aNumber, COUNT, decimalAnswer, writeColumn } from './figures.ts';
import type { Figure, Kind } from './figures.ts';
import { aPeriod, aYear } from './periods.ts';
import { aboutOf, BARE, distinct, rowCount } from './sheet.ts';
import type { Writer } from './sheet.ts';
import type { Style } from './style.ts';
import { anyCase, NOTES, SEX_WORDS } from './words.ts';
import type { Called, CalledMeasure, World } from './world.ts';

/* Our own layout: every column that it takes, in any order, and one that it does not. */

/** What a cell says: a text, or a number that its column writes. */
type Cell = string | Figure;
type Row = { readonly known: SeenValue; readonly cells: Readonly<Record<string, Cell>> };

const HEADERS = {
  indicator: ['Indikator', 'Nyckeltal', 'Mått'],
  period: ['Period', 'År'],
  value: ['Värde', 'Utfall'],
  sex: ['Kön'],
  place: ['Plats', 'Enhet', 'Kommun'],
  breakdown: ['Indelning'],
  kind: ['Typ'],
  numerator: ['Täljare'],
  denominator: ['Nämnare'],
  n: ['Svar'],
  asked: ['Tillfrågade'],
  isPreliminary: ['Preliminär'],
  measuredOn: ['Mätt'],
  publishedOn: ['Publicerad'],
  note: ['Anmärkning', 'Kommentar'],
  strange: ['Ansvarig'],
} as const;

type Column = keyof typeof HEADERS;
const NEEDED: readonly Column[] = ['indicator', 'period', 'value'];
const FIGURES: readonly Column[] = ['value', 'numerator', 'denominator', 'n', 'asked'];
const OTHERS = (Object.keys(HEADERS) as Column[]).filter(
  (name) => !NEEDED.includes(name) && name !== 'strange',
);

function someColumns(random: Random): readonly Column[] {
  const some = OTHERS.filter(() => random() < 0.4);
  return shuffled(random, [...NEEDED, ...some, ...(random() < 0.03 ? ['strange' as const] : [])]);
}

const PARTS = [
  ['', ''],
  ['ålder=65-79', 'ålder=65-79'],
  ['Kategori = Grundskola', 'Kategori=Grundskola'],
  ['b=2; a=1', 'a=1;b=2'],
] as const;

const NAMES = Array<'names'>(8).fill('names');

const KINDS = [
  ['utfall', ''],
  ['utfall', 'Utfall'],
  ['prognos', 'prognos'],
  ['budget', 'BUDGET'],
] as const;

const YES_NO = [
  [true, 'ja'],
  [true, 'Prel'],
  [false, ''],
  [false, 'Nej'],
] as const;

function aDay(random: Random): readonly [day: string | null, text: string] {
  const year = aYear(random);
  return pick(random, [
    [null, ''],
    [`${year}-05-17`, `${year}-05-17`],
    [`${year}-04-30`, `${year}-04`],
    [`${year}-12-31`, `31 december ${year}`],
    [`${year}-10-21`, `21.10.${year}`],
  ] as const);
}

const count = (random: Random, style: Style, decimals = 0): Figure =>
  random() < 0.2
    ? { state: 'missing', value: null, textBy: () => '' }
    : aNumber(random, style, { ...COUNT, decimals });

/** A share is mostly 0–100, other things whatever they are. */
export const kindOf = (random: Random, { isShare }: CalledMeasure): Kind => ({
  whole: isShare ? (random() < 0.9 ? 2 : 3) : between(random, 1, 9),
  decimals: pick(random, [0, 1, 2, 2, 8]),
  isSigned: !isShare,
  isPercent: isShare || random() < 0.02,
  hasNotes: true,
});

/** Codes of kommuner that begin with one zero, as they are or as Excel leaves them. */
type PlaceStyle = 'names' | 'codes' | 'bare-codes';

function aPlace(world: World, random: Random, style: PlaceStyle): Called {
  if (random() < 0.2) return { id: world.here, names: [''] };
  if (style === 'names') return pick(random, random() < 0.3 ? world.kommuner : world.units);
  const { id, code } = pick(
    random,
    world.kommuner.filter((one) => !one.code.startsWith('00')),
  );
  return { id, names: [style === 'codes' ? code : String(Number(code))] };
}

function aRow(
  world: World,
  random: Random,
  style: Style,
  has: (name: Column) => boolean,
  placeStyle: PlaceStyle,
): Row {
  const told = <T>(name: Column, value: T, otherwise: T) => (has(name) ? value : otherwise);
  const measure = pick(random, random() < 0.8 ? world.own : world.kolada);
  const { period, text } = aPeriod(random);
  const place = aPlace(world, random, placeStyle);
  const sex = pick(random, ['T', 'T', 'K', 'M', 'A'] as const) as Sex;
  const [breakdown, part] = [...pick(random, PARTS)].toReversed() as [string, string];
  const [kind, kindText] = pick(random, KINDS);
  const [isPreliminary, preliminary] = pick(random, YES_NO);
  const [measuredOn, measured] = aDay(random);
  const [publishedOn, published] = aDay(random);
  const note = pick(random, NOTES);
  const value = random() < 0.9 ? aFigure(random, style, kindOf(random, measure)) : aMark(random);
  const counts = {
    numerator: count(random, style, 2),
    denominator: count(random, style, 2),
    n: count(random, style),
    asked: count(random, style),
  };
  const known: SeenValue = {
    ...BARE,
    measure: measure.id,
    period,
    place: told('place', place.id, world.here),
    sex: told('sex', sex, 'T'),
    breakdown: told('breakdown', breakdown, ''),
    kind: told('kind', kind, 'utfall'),
    state: value.state,
    value: value.value,
    numerator: told('numerator', counts.numerator.value, null),
    denominator: told('denominator', counts.denominator.value, null),
    n: told('n', counts.n.value, null),
    asked: told('asked', counts.asked.value, null),
    isPreliminary: told('isPreliminary', isPreliminary, false),
    measuredOn: told('measuredOn', measuredOn, null),
    publishedOn: told('publishedOn', publishedOn, null),
    note: told('note', note === '' ? null : note, null),
  };
  const cells: Record<Column, Cell> = {
    ...counts,
    indicator: anyCase(random, pick(random, measure.names)),
    period: text,
    value,
    sex: pick(random, SEX_WORDS[sex]),
    place: pick(random, place.names),
    breakdown: part,
    kind: kindText,
    isPreliminary: preliminary,
    measuredOn: measured,
    publishedOn: published,
    note,
    strange: 'Chefen',
  };
  return { known, cells };
}

/** A code without its zero names nothing until somebody puts it back. */
const LOST_ZEROS = ['lost-zeros', 'unknown-place'] as const;

const saidBy = ({ known: { measure }, cells: { value } }: Row): Said =>
  typeof value === 'object'
    ? { measure, value: value.value, text: value.textBy('') }
    : { measure, value: null, text: '' };

export const plainLong: Writer = (world, random, style) => {
  const columns = someColumns(random);
  const has = (name: Column) => columns.includes(name);
  const placeStyle = pick(random, [...NAMES, 'codes', 'bare-codes'] as const);
  const all = Array.from({ length: rowCount(random, 40) }, () =>
    aRow(world, random, style, has, placeStyle),
  );
  const rows = distinct(all, ({ known }) => aboutOf(known));
  const written = columns.map((name) => {
    const cells = rows.map((row) => row.cells[name]!);
    const figures = cells.filter((cell) => typeof cell !== 'string');
    if (figures.length === 0)
      return { texts: cells as readonly string[], mayStop: [], numbers: [] };
    const column = writeColumn(figures, style);
    return { ...column, numbers: [...numbersOf(figures, column.texts)] };
  });
  const texts = columns.flatMap((name, at) => (FIGURES.includes(name) ? written[at]!.texts : []));
  return {
    layout: 'plain-long',
    header: columns.map((name) =>
      name === 'place' && placeStyle !== 'names' ? 'Kommunkod' : pick(random, HEADERS[name]),
    ),
    rows: rows.map((_, row) => written.map((column) => column.texts[row]!)),
    known: rows.map(({ known }) => known),
    mayStop: [
      ...doubtsOf(world, rows.map(saidBy)),
      ...written.flatMap(({ mayStop }) => mayStop),
      ...(has('place') && placeStyle === 'bare-codes' ? LOST_ZEROS : []),
      ...(has('strange') ? (['unused-column'] as const) : []),
    ],
    answers: {
      ...AS_WRITTEN,
      ...{ 'lost-zeros': 'pad', 'unused-column': 'ignore', ...decimalAnswer(style, texts) },
    },
    place: has('place') ? columns.indexOf('place') : null,
    figures: columns.flatMap((name, at) => (FIGURES.includes(name) ? [at] : [])),
    numbers: new Map(written.flatMap(({ numbers }) => numbers)),
  };
};
