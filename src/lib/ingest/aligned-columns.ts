import { groupBy } from '#lib/domain/group-by.ts';
import { columnsThatAre, NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { MappedColumn, Mapping } from '#lib/domain/mapping.ts';
import { fold } from './fold.ts';
import { headingTold } from './heading-told.ts';

/*
 * What was said of one table's columns, by the columns of another: in any order, and of another year.
 * When a column's figures are of is read from its own heading.
 */

const keyOf = (heading: string) => headingTold(heading).key;
const isDated = (heading: string) => headingTold(heading).period !== null;

/** The newest first; of headings without a period in their order. */
const newest = (one: string, other: string) =>
  (headingTold(other).period?.to ?? '').localeCompare(headingTold(one).period?.to ?? '');

/** A column as it is under a heading that differs by its period: that is the heading's own. */
function renewed(column: MappedColumn, heading: string): MappedColumn {
  if (fold(column.header) === fold(heading)) return column;
  const { indicator, period } = column.told;
  const said = headingTold(heading).period?.text ?? null;
  const isHeading = indicator !== null && fold(indicator) === fold(column.header);
  return {
    ...column,
    header: heading,
    told: {
      ...column.told,
      indicator: isHeading ? heading : indicator,
      period: period === null ? null : said,
    },
  };
}

/** The column of each heading where all are the same as then, the first of a name before the second. */
function sameNames(headings: readonly string[], columns: readonly MappedColumn[]) {
  const left = [...columns];
  const found = headings.map((name) => {
    const at = left.findIndex(({ header }) => fold(header) === fold(name));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return found.includes(undefined) ? null : found;
}

/** The newest is what the newest was; a table that grows a year has one more of the oldest. */
function byAge(headings: readonly string[], columns: readonly MappedColumn[]) {
  const ordered = [...columns].sort((one, other) => newest(one.header, other.header));
  const ranks = [...headings.keys()].sort((one, other) => newest(headings[one]!, headings[other]!));
  return headings.map((name, at) => {
    const found = ordered[ranks.indexOf(at)] ?? (isDated(name) ? ordered.at(-1) : undefined);
    return found && renewed(found, name);
  });
}

/** The mapping by the columns that a table has: what it does not tell of is not read. */
export function alignedTo(header: readonly string[], mapping: Mapping): Mapping {
  const told = groupBy(mapping.columns, (column) => keyOf(column.header));
  const columns = header.map((name): MappedColumn => ({
    ...{ header: name, is: 'ignored', told: NOTHING_TOLD },
  }));
  for (const [key, places] of groupBy([...header.keys()], (at) => keyOf(header[at]!))) {
    const [names, own] = [places.map((at) => header[at]!), told.get(key) ?? []];
    const found = sameNames(names, own) ?? byAge(names, own);
    places.forEach((at, rank) => (columns[at] = found[rank] ?? columns[at]!));
  }
  return { ...mapping, columns };
}

/** Each column of figures with the period that its heading says, where neither it nor the rows are told of one. */
export function datedByHeadings(mapping: Mapping): Mapping {
  if (columnsThatAre(mapping, 'period').length > 0) return mapping;
  const columns = mapping.columns.map((column) => {
    const period = column.told.period ?? headingTold(column.header).period?.text ?? null;
    return column.is === 'value' ? { ...column, told: { ...column.told, period } } : column;
  });
  return { ...mapping, columns };
}

/** What headings say together, whatever their order, case, blanks and periods. */
export const headingKeys = (header: readonly string[]): readonly string[] =>
  [...new Set(header.map(keyOf))].sort();
