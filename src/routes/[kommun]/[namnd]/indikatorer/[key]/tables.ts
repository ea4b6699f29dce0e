import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { breakdownName } from '#lib/domain/by-part.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { Sex } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import { pivotOf } from '#lib/domain/pivot.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { lowerFirst, upperFirst, formatPeriod } from '#lib/format/sv.ts';
import { SEX } from '#lib/format/labels.ts';
import { breakdownWord, decimalsOf, formatValue } from '#lib/format/value.ts';

/** A small table in words: what stands in a row and a column, '' where nothing was ever told. */
export type Compact = {
  readonly title: string;
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
};

/** The newest periods that a table of parts has room for. */
const PERIODS = 6;

const SEXES: readonly Sex[] = ['T', 'K', 'M', 'A'];

const byPeriod = (a: Observation, b: Observation) => comparePeriods(a.period, b.period);

const cellsIn =
  (one: AssessedIndicator) =>
  (cells: readonly (Observation | null)[]): readonly string[] =>
    cells.map((cell) => (cell ? formatValue(cell, decimalsOf(one)) : ''));

const periodHead = ({ period }: Observation) => upperFirst(formatPeriod(period));
const sexHead = ({ sex }: Observation) => (sex === 'T' ? 'Alla' : SEX[sex]);

/** Periods down, the newest first; the whole and the sexes across. */
function sexTable(one: AssessedIndicator, whole: readonly Observation[]): readonly Compact[] {
  if (whole.every(({ sex }) => sex === 'T')) return [];
  const across = whole.toSorted((a, b) => SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex));
  const down = whole.toSorted((a, b) => byPeriod(b, a));
  const { columns, rows } = pivotOf({ down, across }, periodHead, sexHead);
  const asCells = cellsIn(one);
  return [
    {
      ...{ title: 'Kvinnor och män', head: 'Period', columns },
      rows: rows.map(({ key, cells }) => ({ head: key, cells: asCells(cells) })),
    },
  ];
}

/** Parts down, in the order given, under the whole where it was told of; the newest periods across. */
function partTable(
  one: AssessedIndicator,
  title: string,
  parts: readonly Observation[],
  whole: readonly Observation[],
  nameOf: (part: Observation) => string,
  wholeName: string,
): readonly Compact[] {
  if (parts.length === 0) return [];
  const told = new Set(parts.map(({ period }) => period.text));
  const totals = whole.filter(({ sex, period }) => sex === 'T' && told.has(period.text));
  const rowOf = (cell: Observation) =>
    totals.includes(cell)
      ? wholeName
      : [nameOf(cell), ...(cell.sex === 'T' ? [] : [lowerFirst(SEX[cell.sex])])].join(', ');
  const down = [...totals, ...parts];
  const { columns, rows } = pivotOf({ down, across: down.toSorted(byPeriod) }, rowOf, periodHead);
  const asCells = cellsIn(one);
  return [
    {
      ...{ title, head: title, columns: columns.slice(-PERIODS) },
      rows: rows.map(({ key, cells }) => ({ head: key, cells: asCells(cells.slice(-PERIODS)) })),
    },
  ];
}

/** Every value of the kommun's own, so that what belongs together stands together: sexes, units, parts. */
export function tablesOf(
  one: AssessedIndicator,
  own: readonly Observation[],
  places: readonly Place[],
): readonly Compact[] {
  const outcomes = one.observations.filter(
    (other) => other.kind === 'utfall' && own.includes(other),
  );
  const whole = outcomes.filter(({ place, breakdown }) => place === one.place && breakdown === '');
  const units = outcomes.filter(({ place, breakdown }) => place !== one.place && breakdown === '');
  const parts = outcomes.filter(({ breakdown }) => breakdown !== '');
  const known = (at: number) => places.find(({ id }) => id === at);
  const placeName = ({ place }: Observation) => {
    const { kind, name } = known(place) ?? { kind: 'unit', name: '' };
    return kind === 'kommun' ? `${name}, hela kommunen` : name;
  };
  const about = known(one.place);
  const wholeName = about?.kind === 'unit' ? about.name : 'Alla';
  const partName = (part: Observation) => {
    const word = breakdownWord(part.breakdown);
    return part.place === one.place ? word : `${placeName(part)}, ${word}`;
  };
  const names = groupBy(parts, ({ breakdown }) => breakdownName(breakdown));
  return [
    ...sexTable(one, whole),
    ...partTable(one, 'Enhet', units, whole, placeName, wholeName),
    ...[...names].flatMap(([name, list]) =>
      partTable(one, upperFirst(name || 'Del'), list, whole, partName, wholeName),
    ),
  ];
}
