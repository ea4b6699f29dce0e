import { columnsThatAre } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning } from '#lib/domain/mapping.ts';
import { alignedTo, datedByHeadings } from '../aligned-columns.ts';
import { lostZeros } from '../codes.ts';
import type { ColumnKind } from '../column-kind.ts';
import { listed } from '../rows.ts';
import { mixedScales } from '../scale.ts';
import type { Layout, LayoutReading, ReadObservation, TypedTable } from './layout.ts';
import { ABOUT, alikeProblems, mappingProblems, otherPeriods } from './mapping-problems.ts';
import type { About } from './mapping-problems.ts';
import type { Field, Positions } from './plain-long-fields.ts';
import { readRow } from './plain-long-row.ts';
import type { RowReading } from './plain-long-row.ts';

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

function aboutPositions(mapping: Mapping): Positions {
  return Object.fromEntries(
    ABOUT.flatMap((field: Field & About) => {
      const [at] = columnsThatAre(mapping, field);
      return at === undefined ? [] : [[field, at]];
    }),
  );
}

function readFigures(table: TypedTable, mapping: Mapping) {
  const about = aboutPositions(mapping);
  const figures = columnsThatAre(mapping, 'value').map((value) => ({
    positions: { ...about, value },
    // What goes for a column goes before what goes for the file.
    told: { own: mapping.columns[value]!.told, file: mapping.told },
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
  const problems = [...mappingProblems(mapping, line), ...alikeProblems(mapping, line)];
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
      ...otherPeriods(mapping, line),
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
  return {
    name: 'mapped',
    recognise: () => ({ sure: 1, why: 'somebody has said what its columns are' }),
    kinds: (header) => alignedTo(header, mapping).columns.map(({ is }) => KINDS[is]),
    read: (table) => read(table, datedByHeadings(alignedTo(table.header, mapping))),
  };
}
