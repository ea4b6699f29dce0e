import { compare } from './compare.ts';
import type { DecidedValue } from './decided-before.ts';
import { hasChangedTwice, heldBack, peopledIn, viewsOf, waysOf } from './decided-before.ts';
import { familyOf } from './difference.ts';
import { cellKey, linesOf, SEXES } from './family-lines.ts';
import type { FullLine } from './family-lines.ts';
import { groupBy } from './group-by.ts';
import type { Measure, Sex } from './model.ts';
import type { Observation } from './observation.ts';
import { answersOf, asPersons, countsOf, smallCountOf } from './small-count.ts';
import type { Count, Counts } from './small-count.ts';
import type { Snapshot } from './snapshot.ts';
import { withCover } from './subtraction.ts';
import type { Line } from './subtraction.ts';
import { nearestAbove } from './units-under.ts';
import type { ParentOf } from './units-under.ts';

/*
 * Small counts (DESIGN 5), taken away once, before anything is decided or shown. What is hidden: a
 * value that rests on too few answers, and what would give it away by subtraction among the sexes of
 * one place and the places under one parent, also beside what everybody can read as it was decided.
 * Not looked for: parts of a breakdown that make up the whole, overlapping periods, other measures over
 * the same answers, and bounds (100 % of all is 100 % of each).
 */

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
  readonly counts: Counts;
  readonly isZero: boolean;
  readonly isHidden: boolean;
};

/** Nothing is said and nobody answered: nothing to hide, and nothing to hide behind. */
const isEmpty = ({ state, value, numerator, denominator, n, asked }: Observation) =>
  state !== 'suppressed' &&
  value === null &&
  [numerator, denominator, n, asked].every((count) => (count ?? 0) === 0);

/** In one order whatever the order of the rows, so that the answer is the same. */
const cellsOf = (family: readonly Observation[]): readonly Cell[] =>
  family
    .filter((one) => !isEmpty(one))
    .map(({ place, sex, state, value, n, denominator, asked }) => ({
      ...{ key: cellKey(place, sex), place, sex, counts: { n, denominator, asked } },
      ...{ isZero: value === 0, isHidden: state === 'suppressed' },
    }))
    .toSorted((a, b) => a.place - b.place || SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex));

/** The cells and lines of a family, and which counts speak. */
type Table = {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly lines: readonly FullLine[];
  readonly counts: readonly Count[];
  readonly limit: number;
};

/**
 * The most that a count can be where it is blank: what its total leaves when all that is known beside
 * it is taken away. T 9, K 6: the men are at most 3.
 */
function mostOf({ cells, lines }: Table, count: Count): (key: string) => number {
  const known = (key: string) => cells.get(key)?.counts[count] ?? null;
  const sumOf = (keys: readonly string[]): number => keys.reduce((sum, one) => sum + least(one), 0);
  const least = (key: string): number =>
    known(key) ??
    Math.max(0, ...lines.filter((one) => one.total === key).map(({ parts }) => sumOf(parts)));
  const most = (key: string): number =>
    known(key) ??
    Math.min(
      ...lines
        .filter(({ parts }) => parts.includes(key))
        .map(({ total, parts }) => most(total) - sumOf(parts.filter((part) => part !== key))),
    );
  return most;
}

/** The counts of every cell, and where one is blank the most that it can be. */
function boundsOf(table: Table): ReadonlyMap<string, readonly number[]> {
  const cells = [...table.cells.values()];
  const most = table.counts
    .filter((count) => cells.some((one) => one.counts[count] !== null))
    .map((count) => mostOf(table, count));
  return new Map(
    cells.map(({ key, isZero, counts }) => {
      // Zero of nobody: nobody in the counts that are blank either.
      const said = table.counts.flatMap((count) => counts[count] ?? []);
      if (isZero && said.includes(0)) return [key, said];
      return [key, most.map((of) => of(key)).filter((it) => it !== Infinity)];
    }),
  );
}

/** What a total has beyond its listed parts, in every count that all of them have. */
function restsOf({ cells, counts }: Table, { total, parts }: Line): readonly number[] {
  const listed = parts.flatMap((part) => cells.get(part) ?? []);
  return counts.flatMap((count) => {
    const all = [cells.get(total), ...listed].map((one) => one?.counts[count] ?? null);
    const known = all.filter((one) => one !== null);
    return known.length < all.length ? [] : known.reduce((left, part) => left - part);
  });
}

/** Hidden at the source and alone under its total: taken to be hidden because it is small. */
function isSmallAlone({ cells, limit, counts }: Table, { total, parts }: Line): boolean {
  const [one, ...others] = parts.flatMap((part) => cells.get(part) ?? []);
  const known = counts.flatMap((count) => cells.get(total)?.counts[count] ?? []);
  return one?.isHidden === true && others.length === 0 && (known[0] ?? 0) - (limit - 1) >= limit;
}

/** The listed parts make up the total, unless their counts leave room for others not too few. */
const isLoose = (table: Table, line: FullLine) =>
  (restsOf(table, line)[0] ?? 0) >= table.limit || isSmallAlone(table, line);

const isTight = (table: Table, line: FullLine) =>
  table.cells.has(line.total) &&
  line.parts.some((part) => table.cells.has(part)) &&
  !isLoose(table, line);

const unlistedIn = ({ cells }: Table, { parts, rest }: FullLine) =>
  parts.filter((part) => part !== rest && !cells.has(part));

const isOpen = (table: Table, line: FullLine) =>
  isLoose(table, line) &&
  line.parts.some((part) => table.cells.has(part)) &&
  unlistedIn(table, line).length === 0;

/**
 * The parts without a row that count as known. Where the listed make up the total there are none, or
 * so few that the smallest listed is hidden. Else the others are those that the family has elsewhere,
 * and nobody besides, unless every one of them is listed and there is room left.
 */
function knownParts(table: Table, line: FullLine, open: ReadonlySet<string>): readonly string[] {
  if (isTight(table, line)) return [...unlistedIn(table, line), line.rest];
  const saysNothing = !table.cells.has(line.total) || !isLoose(table, line);
  return isOpen(table, line) || (saysNothing && open.has(line.within)) ? [] : [line.rest];
}

/** Every cell of the lines that nobody sees and nobody knows, since it has no row. */
function unlistedOf(table: Table, nobody: ReadonlySet<string>): ReadonlySet<string> {
  const open = new Set(
    table.lines.filter((line) => isOpen(table, line)).map(({ within }) => within),
  );
  const known = new Set(table.lines.flatMap((line) => knownParts(table, line, open)));
  const all = table.lines.flatMap(({ total, parts }) => [total, ...parts]);
  return new Set(all.filter((key) => !table.cells.has(key) && !known.has(key) && !nobody.has(key)));
}

/** The smallest first; of two as small the part before its total, then by place and sex. */
function hidingOrder(
  { cells, lines }: Table,
  bounds: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  // Nobody is hidden behind a zero, if there is anything else.
  const size = ({ key, isZero }: Cell) => {
    const answers = Math.min(Number.MAX_VALUE, ...(bounds.get(key) ?? []));
    return isZero && answers <= 0 ? Infinity : answers;
  };
  const totals = ({ key }: Cell) =>
    lines.filter(({ total, parts }) => total === key && parts.some((part) => cells.has(part)))
      .length;
  return [...cells.values()]
    .map((one) => ({ key: one.key, size: size(one), totals: totals(one) }))
    .toSorted((a, b) => (a.size === b.size ? 0 : a.size - b.size) || a.totals - b.totals)
    .map((one) => one.key);
}

/**
 * A total of 9 with women 6 shows that there are 3 others, also where no row says so: then the
 * smallest of the line is as good as too small itself.
 */
const besideSmallRest = (table: Table, order: readonly string[]): readonly string[] =>
  table.lines
    .filter((line) =>
      restsOf(table, line).some((left) => compare(left, 0) > 0 && left < table.limit),
    )
    .flatMap((line) => order.find((key) => line.parts.includes(key)) ?? []);

/** Zero is shown where nobody is counted; else what any count says, or can at most say, is too few. */
const isTooFew = ({ isZero }: Cell, bounds: readonly number[], limit: number) =>
  bounds.some((count) => count < limit && !(isZero && count <= 0));

/** Those of a family that may not be seen; `decided` are versions of it that everybody can read. */
function hiddenOf(
  seen: readonly Observation[],
  measure: Measure,
  parentOf: ParentOf,
  decided: readonly (readonly DecidedValue[])[],
): readonly Observation[] {
  const family = measure.hidesPersons ? seen.map(asPersons) : seen;
  const cells = cellsOf(family);
  const limit = smallCountOf(measure);
  // Where a row says that nobody answered, the place is known, and so is that part of it.
  const nobody = family.filter(isEmpty).filter((one) => answersOf(one, measure) === 0);
  const places = [...new Set([...cells, ...nobody].map((one) => one.place))].toSorted(
    (a, b) => a - b,
  );
  const lines = linesOf(cells, places, parentOf);
  const byKey = new Map(cells.map((one) => [one.key, one]));
  const table: Table = { cells: byKey, lines, counts: countsOf(measure), limit };
  const bounds = boundsOf(table);
  const order = hidingOrder(table, bounds);
  const small = cells.filter(
    (one) => one.isHidden || isTooFew(one, bounds.get(one.key) ?? [], limit),
  );
  const start = [
    ...small.map((one) => one.key),
    ...besideSmallRest(table, order),
    ...heldBack(seen, decided).filter((key) => byKey.has(key)),
  ];
  const empty = new Set(nobody.map((one) => cellKey(one.place, one.sex)));
  const unlisted = unlistedOf(table, empty);
  if (start.length > 0 && hasChangedTwice(seen, decided)) return seen;
  const hidden = waysOf(seen, decided).reduce<ReadonlySet<string>>((found, way) => {
    const beside = viewsOf(decided, parentOf, unlisted, way);
    return withCover({ lines, start: [...found], order, unlisted, known: way.known, beside });
  }, new Set(start));
  // Nobody, where there was somebody when it was decided, gives away those beside as well as a number does.
  const peopled = hidden.size > 0 ? peopledIn(seen, decided) : hidden;
  const emptied = new Set([...empty].filter((key) => peopled.has(key)));
  return seen.filter(({ place, sex }) =>
    [hidden, emptied].some((keys) => keys.has(cellKey(place, sex))),
  );
}

/**
 * Kolada has hidden at the source, in a national table where nothing of ours can be subtracted. A place
 * with counts comes from a file of the kommun's own.
 */
const ownRows = (family: readonly Observation[], measure: Measure): readonly Observation[] =>
  measure.source !== 'kolada'
    ? family
    : [...groupBy(family, (one) => one.place).values()]
        .filter((rows) => rows.some((one) => answersOf(one, measure) !== null))
        .flat();

/**
 * The observations that may be seen, in the same order; what may not is redacted where it stood. `decided` are the
 * observations of each version that everybody can read as it was decided: by default none.
 */
export function suppress(
  snapshot: Pick<Snapshot, 'observations' | 'measures' | 'places' | 'place'> &
    Partial<Pick<Snapshot, 'decided'>>,
): readonly Observation[] {
  const parentOf = nearestAbove(snapshot.places, snapshot.place);
  const byMeasure = groupBy(snapshot.observations, (one) => one.measure);
  const versions = (snapshot.decided ?? []).map((shown) =>
    groupBy(shown, (one) => familyOf(one.shown)),
  );
  const hidden = snapshot.measures.flatMap((measure) => {
    const families = groupBy(byMeasure.get(measure.id) ?? [], familyOf);
    return [...families].flatMap(([key, family]) => {
      const rows = ownRows(family, measure);
      const decided = versions.map((version) => version.get(key) ?? []);
      return rows.length === 0 ? [] : hiddenOf(rows, measure, parentOf, decided);
    });
  });
  const isHidden = new Set(hidden);
  return snapshot.observations.map((one) =>
    one.state === 'suppressed' || isHidden.has(one) ? redacted(one) : one,
  );
}
