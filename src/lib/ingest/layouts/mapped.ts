import { columnsThatAre } from '#lib/domain/mapping.ts';
import type { MappedColumn, Mapping, Meaning } from '#lib/domain/mapping.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { lostZeros } from '../codes.ts';
import type { ColumnKind } from '../column-kind.ts';
import { fold } from '../fold.ts';
import { parsePeriodText } from '../period-text.ts';
import { listed } from '../rows.ts';
import { mixedScales } from '../scale.ts';
import type { Layout, LayoutReading, ReadObservation, TypedTable } from './layout.ts';
import type { Field, Positions } from './plain-long-fields.ts';
import { readRow } from './plain-long-row.ts';
import type { RowReading, ToldTexts } from './plain-long-row.ts';

const KINDS: Readonly<Record<Meaning, ColumnKind>> = {
  value: 'number',
  indicator: 'text',
  period: 'period',
  place: 'text',
  sex: 'text',
  breakdown: 'text',
  kind: 'text',
  n: 'number',
  asked: 'number',
  numerator: 'number',
  denominator: 'number',
  note: 'text',
  ignored: 'text',
};

/** Columns of figures may be many; all else says one thing, in the first column that is so meant. */
type About = Exclude<Meaning, 'value' | 'ignored'>;
const ABOUT = (Object.keys(KINDS) as Meaning[]).filter(
  (one): one is About => one !== 'value' && one !== 'ignored',
);

/** The mapping by the columns that a table has: by name, the first of a name before the second. */
function alignedTo(
  header: readonly string[],
  { columns }: Mapping,
): readonly (MappedColumn | null)[] {
  const left = [...columns];
  return header.map((name) => {
    const at = left.findIndex((one) => fold(one.header) === fold(name));
    return at < 0 ? null : left.splice(at, 1)[0]!;
  });
}

function aboutPositions(mapping: Mapping): Positions {
  return Object.fromEntries(
    ABOUT.flatMap((field: Field & About) => {
      const [at] = columnsThatAre(mapping, field);
      return at === undefined ? [] : [[field, at]];
    }),
  );
}

/** What goes for all figures of a column: its own word before the file's. */
function toldOf(column: MappedColumn, all: Mapping['told']): ToldTexts {
  const { indicator, period, place, sex, kind } = column.told;
  return {
    own: { indicator, period, place, sex, kind },
    file: { ...all },
  };
}

/** Two columns that say one thing: which of them counts was not said. */
const twice = (mapping: Mapping, line: number): Problem[] =>
  ABOUT.flatMap((meaning): Problem[] => {
    const columns = columnsThatAre(mapping, meaning).map((at) => mapping.columns[at]!.header);
    return columns.length > 1 ? [{ code: 'meant-twice', line, columns, meaning }] : [];
  });

/** What must be said before anything can be read, and was not. */
function lacking(mapping: Mapping, line: number): Problem[] {
  const values = columnsThatAre(mapping, 'value').map((at) => mapping.columns[at]!);
  if (values.length === 0) return [{ code: 'mapping-lacks', line, lacks: 'value' }];
  const isNamed =
    columnsThatAre(mapping, 'indicator').length > 0 ||
    mapping.told.indicator !== null ||
    values.every(({ told }) => told.indicator !== null);
  return isNamed ? [] : [{ code: 'mapping-lacks', line, lacks: 'indicator' }];
}

/** Columns of figures of which the same is said. */
function alike(mapping: Mapping, line: number): Problem[] {
  const groups = groupBy(
    columnsThatAre(mapping, 'value').map((at) => mapping.columns[at]!),
    ({ told }) => JSON.stringify(told),
  );
  return [...groups.values()].flatMap((same): Problem[] =>
    same.length < 2
      ? []
      : [{ code: 'alike-columns', line, columns: same.map(({ header }) => header) }],
  );
}

/** A period that was told of a column and is none. */
const badPeriods = ({ columns }: Mapping, line: number): Problem[] =>
  columns.flatMap(({ header: column, is, told: { period: value } }): Problem[] => {
    if (is !== 'value' || value === null) return [];
    const period = parsePeriodText(value);
    return period.ok ? [] : [{ code: 'bad-period', line, column, value, reason: period.error }];
  });

function readFigures(table: TypedTable, mapping: Mapping) {
  const about = aboutPositions(mapping);
  const figures = columnsThatAre(mapping, 'value').map((value) => ({
    positions: { ...about, value },
    told: toldOf(mapping.columns[value]!, mapping.told),
  }));
  const readings: RowReading[] = [];
  table.lines.forEach((line, row) => {
    for (const { positions, told } of figures)
      readings.push(readRow(table, positions, line, row, told));
  });
  return readings;
}

/** What a figure that could not be read is about: its names are matched with the others. */
function namesAt({ columns, lines }: TypedTable, mapping: Mapping, at: number) {
  const values = columnsThatAre(mapping, 'value');
  const [row, value] = [Math.floor(at / values.length), values[at % values.length]!];
  const textIn = (meaning: About) =>
    columns[columnsThatAre(mapping, meaning)[0] ?? -1]?.texts.at(row) ?? '';
  const said = (own: string | null, meaning: 'indicator' | 'place') =>
    (own ?? textIn(meaning)) || mapping.told[meaning];
  const { indicator, place } = mapping.columns[value]!.told;
  return {
    indicator: said(indicator, 'indicator') ?? '',
    place: said(place, 'place') || null,
    line: lines[row]!,
  };
}

/** A cell without a figure and without a mark says nothing: a table of many columns has many such. */
const isSaid = ({ state, printed }: ReadObservation): boolean =>
  state !== 'missing' || printed !== '';

function read(table: TypedTable, mapping: Mapping): LayoutReading {
  const { header, headerLine: line, lines, columns } = table;
  const problems = [
    ...twice(mapping, line),
    ...lacking(mapping, line),
    ...alike(mapping, line),
    ...badPeriods(mapping, line),
  ];
  const used = mapping.columns.flatMap(({ is }, at) => (is === 'ignored' ? [] : [at]));
  if (problems.length > 0) return { observations: listed([]), problems, used };
  const values = columnsThatAre(mapping, 'value');
  const readings = readFigures(table, mapping);
  const read = readings.flatMap(({ observation }) => observation ?? []);
  const nameOf = (meaning: Meaning) => header[columnsThatAre(mapping, meaning)[0] ?? -1] ?? '';
  const all = lines.length === 0 ? [] : [Array.from(lines, (_, row) => row)];
  return {
    used,
    notes: columnsThatAre(mapping, 'note'),
    observations: listed(values.length > 1 ? read.filter(isSaid) : read),
    names: {
      indicator: nameOf('indicator') || values.map((at) => header[at]!).join(', '),
      place: nameOf('place'),
      value: nameOf('value'),
      broken: readings.flatMap(({ observation }, at) =>
        observation ? [] : [namesAt(table, mapping, at)],
      ),
    },
    problems: [
      ...lostZeros(table).filter((one) => 'column' in one && one.column === nameOf('place')),
      ...(nameOf('indicator') === ''
        ? values.flatMap((at) => mixedScales(header[at]!, columns[at]!, lines, all))
        : []),
      ...readings.flatMap((one) => one.problems),
    ],
  };
}

/** A table as a person has said that it is to be read. */
export function mappedLayout(mapping: Mapping): Layout {
  const aligned = (header: readonly string[]): Mapping => ({
    ...mapping,
    columns: alignedTo(header, mapping).map(
      (one, at) => one ?? { header: header[at]!, is: 'ignored', told: mapping.told },
    ),
  });
  return {
    name: 'mapped',
    recognise: () => ({ sure: 1, why: 'somebody has said what its columns are' }),
    kinds: (header) => aligned(header).columns.map(({ is }) => KINDS[is]),
    read: (table) => read(table, aligned(table.header)),
  };
}
