import * as fields from '../hme/fields.ts';
import { saidScale, scaleOf } from '../hme/scale.ts';
import { figuresIn, readSeries, withoutSums } from '../hme/series.ts';
import { INDEXES, indexOf } from '../hme/statements.ts';
import type { Index } from '../hme/statements.ts';
import { listed } from '../rows.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, Recognition, TypedTable } from './layout.ts';

const columnsOf = (header: readonly string[], index: Index) =>
  header.flatMap((name, at) => (indexOf(name) === index ? [at] : []));

const indexColumns = (header: readonly string[]) =>
  INDEXES.flatMap((index) => columnsOf(header, index));

function recognise({ header }: Table): Recognition {
  const hasUnit = fields.unitColumns(header).length > 0;
  if (!hasUnit || fields.columnsOf(header, 'statement').length > 0) {
    return { sure: 0, why: 'no unit, or a statement on each row' };
  }
  const found = INDEXES.filter((index) => columnsOf(header, index).length > 0);
  return found.length > 1 || found.includes('Totalindex')
    ? { sure: 0.9, why: `a unit and ${found.join(', ')}` }
    : { sure: 0, why: 'too few of the indexes of HME' };
}

/** A figure of the file's own, and in which column: the one chosen where two say the same index. */
function ownIndexes(table: TypedTable) {
  const found = INDEXES.map((index) => {
    const { at, problems } = fields.oneOf(table, index, columnsOf(table.header, index));
    return { index, at, problems };
  });
  return {
    own: found.flatMap(({ index, at }) => (at === undefined ? [] : [{ index, at }])),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** All columns that say no scale are of one: asked once, of the total where there is one, for it is first. */
function sharedScale(
  table: TypedTable,
  columns: readonly { readonly at: number }[],
  rows: readonly number[],
) {
  const figures = columns
    .map(({ at }) => ({ at, figures: figuresIn(table, at, rows) }))
    .filter(({ at, figures }) => saidScale(table.header[at]!, figures) === null)
    .flatMap(({ figures }) => figures);
  return scaleOf(figures, figures[0]?.column ?? '', table.answers);
}

function read(table: TypedTable): LayoutReading {
  const { header } = table;
  const { positions, problems } = fields.positionsOf(table);
  const { own, problems: doubles } = ownIndexes(table);
  const kept = withoutSums(table, positions.place!);
  const shared = sharedScale(table, own, kept.rows);
  const all = own.map(({ index, at }) => ({
    at,
    nameOf: () => index,
    scale: saidScale(header[at]!, figuresIn(table, at, kept.rows)) ?? shared.scale,
  }));
  const found = readSeries(table, positions, kept.rows, all);
  const headings = own.map(({ at }) => header[at]!);
  return {
    observations: listed(found.observations),
    used: [...fields.readColumns(header), ...indexColumns(header)],
    names: {
      // The header is the name.
      indicator: headings.join(', '),
      place: header[positions.place!]!,
      value: headings[0]!,
      broken: found.broken,
    },
    problems: [
      ...problems,
      ...doubles,
      ...fields.strangeColumns(table, indexColumns(header)),
      ...kept.problems,
      ...shared.problems,
      ...found.problems,
    ],
  };
}

/** HME with a row for each unit and a column for each index: the file's own figures, nothing worked out. */
export const hmeIndex: Layout = {
  name: 'hme-index',
  recognise,
  kinds: (header) => fields.kindsOf(header, indexColumns(header)),
  read,
};
