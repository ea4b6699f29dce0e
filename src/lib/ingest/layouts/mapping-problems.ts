import { alikeColumns, columnsThatAre, lackOf, MEANINGS } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning } from '#lib/domain/mapping.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { parsePeriodText } from '../period-text.ts';

/** Columns of figures may be many; all else says one thing, in the first column that is so meant. */
export type About = Exclude<Meaning, 'value' | 'ignored'>;
export const ABOUT = MEANINGS.filter((one): one is About => one !== 'value' && one !== 'ignored');

const headersOf = ({ columns }: Mapping, at: readonly number[]) =>
  at.map((column) => columns[column]!.header);

/** Two columns that say one thing: which of them counts was not said. */
const twice = (mapping: Mapping, line: number): Problem[] =>
  ABOUT.flatMap((meaning): Problem[] => {
    const columns = headersOf(mapping, columnsThatAre(mapping, meaning));
    return columns.length > 1 ? [{ code: 'meant-twice', line, columns, meaning }] : [];
  });

function lacking(mapping: Mapping, line: number): Problem[] {
  const lacks = lackOf(mapping);
  return lacks === null ? [] : [{ code: 'mapping-lacks', line, lacks }];
}

/** A period that was told of a column and is none. */
const badPeriods = ({ columns }: Mapping, line: number): Problem[] =>
  columns.flatMap(({ header: column, is, told: { period: value } }): Problem[] => {
    if (is !== 'value' || value === null) return [];
    const period = parsePeriodText(value);
    return period.ok ? [] : [{ code: 'told-period', line, column, value, reason: period.error }];
  });

/** What is wrong with a mapping whatever file it is of; `line` is that of the headings. */
export const mappingProblems = (mapping: Mapping, line: number): readonly Problem[] => [
  ...twice(mapping, line),
  ...lacking(mapping, line),
  ...badPeriods(mapping, line),
];

/** Columns of figures that nothing tells apart. Also those whose periods are told anew for each file. */
export const alikeProblems = (mapping: Mapping, line: number): readonly Problem[] =>
  alikeColumns(mapping).map((same) => ({
    ...{ code: 'alike-columns', line, columns: headersOf(mapping, same) },
  }));
