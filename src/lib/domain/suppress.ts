import { compare } from './compare.ts';
import { groupBy } from './group-by.ts';
import type { Measure, MeasureSource, Sex } from './model.ts';
import type { Observation } from './observation.ts';
import type { Place, Snapshot } from './snapshot.ts';
import { withCover } from './subtraction.ts';
import type { Line } from './subtraction.ts';

/*
 * Small counts (DESIGN 5), taken away once, before anything is decided or shown. What is hidden: a
 * value that rests on too few answers, and what would give it away by subtraction among the sexes of
 * one place and the places under one parent. Not looked for: parts of a breakdown that make up the
 * whole, overlapping periods, other measures over the same answers, and bounds (100 % of all is 100 %
 * of each).
 */

/**
 * Fewer answers than this are not shown: HME as Kolada's N00898; others never under 5. The limits of
 * single surveys (OSA 6, IFO 10, äldre 30, Insikt 20 and 10) are set on their measures. Kolada has
 * hidden at the source, in a national table where nothing of ours can be subtracted.
 */
const SMALL_COUNT: Readonly<Record<MeasureSource, number | null>> = {
  kolada: null,
  hme: 10,
  survey: 5,
  own: 5,
};

/** A measure may raise its source's limit and never lower it; null where none is ours to hold. */
export function smallCountOf(measure: Pick<Measure, 'source' | 'smallCount'>): number | null {
  const least = SMALL_COUNT[measure.source];
  return least === null ? null : Math.max(least, measure.smallCount ?? least);
}

/**
 * How many answers a value rests on. The denominator of a survey is its answers less "vet inte"; that
 * of an own measure may be days or kronor, so only `n` speaks there.
 */
export function answersOf(
  { n, asked, denominator }: Pick<Observation, 'n' | 'asked' | 'denominator'>,
  source: MeasureSource,
): number | null {
  const counts = source === 'own' ? [n] : [n, asked, denominator];
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** What is left of a hidden observation: that there is one, and its file and line. */
const redacted = (one: Observation): Observation => ({
  ...one,
  ...{ state: 'suppressed', value: null, printed: '', note: null },
  ...{ numerator: null, denominator: null, n: null, asked: null },
});

/** One place and sex of a family: same measure, period, breakdown and kind. */
type Cell = {
  readonly key: string;
  readonly place: number;
  readonly sex: Sex;
  readonly answers: number | null;
  readonly isHidden: boolean;
};

const cellKey = (place: number, sex: Sex) => `${place} ${sex}`;

/** Nothing is said and nobody answered: nothing to hide, and nothing to hide behind. */
const isEmpty = ({ state, value, numerator, denominator, n, asked }: Observation) =>
  state !== 'suppressed' &&
  value === null &&
  [numerator, denominator, n, asked].every((count) => (count ?? 0) === 0);

const cellsOf = (family: readonly Observation[], { source }: Measure): readonly Cell[] =>
  family.flatMap((one) => {
    const { place, sex, state } = one;
    if (isEmpty(one)) return [];
    const answers = answersOf(one, source);
    return { key: cellKey(place, sex), place, sex, answers, isHidden: state === 'suppressed' };
  });

const SEXES = ['K', 'M', 'A', 'T'] as const satisfies readonly Sex[];

/** A line for a total that is there and those of its parts that are; none without parts. */
const lineOf = (total: Cell | undefined, parts: readonly Cell[]): Line[] =>
  total && parts.length > 0 ? [{ total: total.key, parts: parts.map((one) => one.key) }] : [];

/** T = K + M + A of every place. */
const sexLines = (cells: readonly Cell[]): readonly Line[] =>
  [...groupBy(cells, (one) => one.place).values()].flatMap((own) =>
    lineOf(
      own.find((one) => one.sex === 'T'),
      own.filter((one) => one.sex !== 'T'),
    ),
  );

type ParentOf = (place: number, among: ReadonlySet<number>) => number | null;

/** The nearest place above a unit that has a cell; one whose parent nobody knows is the kommun's. */
const nearestAbove = (places: readonly Place[], kommun: number): ParentOf => {
  const units = new Map(places.flatMap((one) => (one.kind === 'unit' ? [[one.id, one]] : [])));
  return (place, among) => {
    for (let unit = units.get(place); unit; unit = units.get(unit.parent ?? kommun)) {
      if (unit.parent !== null && among.has(unit.parent)) return unit.parent;
    }
    return units.has(place) && among.has(kommun) ? kommun : null;
  };
};

/** A parent is its units, for each sex. */
const placeLines = (cells: readonly Cell[], parentOf: ParentOf): readonly Line[] =>
  [...groupBy(cells, (one) => one.sex).values()].flatMap((same) => {
    const among = new Set(same.map((one) => one.place));
    const under = groupBy(same, (one) => parentOf(one.place, among));
    return same.flatMap((total) => lineOf(total, under.get(total.place) ?? []));
  });

/** The smallest first; of two as small the part before its total, then by place and sex. */
function hidingOrder(cells: readonly Cell[], lines: readonly Line[]): readonly string[] {
  const size = ({ answers }: Cell) => answers ?? Number.MAX_VALUE;
  const totals = ({ key }: Cell) => lines.filter((line) => line.total === key).length;
  return cells
    .toSorted(
      (a, b) =>
        size(a) - size(b) ||
        totals(a) - totals(b) ||
        a.place - b.place ||
        SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex),
    )
    .map((one) => one.key);
}

/**
 * A total of 9 with women 6 shows that there are 3 others, also where no row says so: then the
 * smallest of the line is as good as too small itself.
 */
function besideSmallRest(
  lines: readonly Line[],
  cells: readonly Cell[],
  order: readonly string[],
  limit: number,
): readonly string[] {
  const answers = new Map(cells.map((one) => [one.key, one.answers]));
  const rest = ({ total, parts }: Line) =>
    parts.reduce((left, part) => left - (answers.get(part) ?? NaN), answers.get(total) ?? NaN);
  return lines.flatMap((line) => {
    const left = rest(line);
    return compare(left, 0) > 0 && left < limit
      ? (order.find((key) => line.parts.includes(key)) ?? [])
      : [];
  });
}

/** Those of a family that may not be seen. */
function hiddenOf(
  family: readonly Observation[],
  measure: Measure,
  limit: number,
  parentOf: ParentOf,
): readonly Observation[] {
  // In one order whatever the order of the rows, so that the answer is the same.
  const cells = cellsOf(family, measure).toSorted(
    (a, b) => a.place - b.place || SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex),
  );
  const lines = [...sexLines(cells), ...placeLines(cells, parentOf)];
  const order = hidingOrder(cells, lines);
  const small = cells.filter((one) => one.isHidden || (one.answers ?? limit) < limit);
  const start = [...small.map((one) => one.key), ...besideSmallRest(lines, cells, order, limit)];
  const hidden = withCover(lines, start, order);
  return family.filter((one) => hidden.has(cellKey(one.place, one.sex)));
}

const familyOf = ({ measure, period, breakdown, kind }: Observation) =>
  JSON.stringify([measure, period.text, breakdown, kind]);

/** The observations that may be seen, in the same order; what may not is redacted where it stood. */
export function suppress(
  snapshot: Pick<Snapshot, 'observations' | 'measures' | 'places' | 'place'>,
): readonly Observation[] {
  const parentOf = nearestAbove(snapshot.places, snapshot.place);
  const hidden = snapshot.measures.flatMap((measure) => {
    const limit = smallCountOf(measure);
    if (limit === null) return [];
    const own = snapshot.observations.filter((one) => one.measure === measure.id);
    const families = [...groupBy(own, familyOf).values()];
    return families.flatMap((family) => hiddenOf(family, measure, limit, parentOf));
  });
  const isHidden = new Set(hidden);
  return snapshot.observations.map((one) =>
    one.state === 'suppressed' || isHidden.has(one) ? redacted(one) : one,
  );
}
