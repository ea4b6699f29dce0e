import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import { indexes } from '../column-problems.ts';
import { readFigures } from '../figures.ts';
import type { Figures } from '../figures.ts';
import * as columns from '../pxweb/columns.ts';
import { PXWEB_MARKS } from '../pxweb/marks.ts';
import { listed } from '../rows.ts';
import type { Table } from '../table.ts';
import type { Texts } from '../texts.ts';
import type { Layout, LayoutReading, ReadObservation, Recognition, TypedTable } from './layout.ts';

const NOT_IT: Recognition = { sure: 0, why: 'no region, or no figures of one' };

/** What shows that a table is SCB's, and not Kolada's or anybody's. */
function recognise({
  header,
  texts,
  titles,
}: Pick<Table, 'header' | 'titles' | 'texts'>): Recognition {
  const { place, time } = columns.stubOf(header);
  if (place < 0) return NOT_IT;
  const hasCodes = columns.hasCodesAndNames(texts[place]);
  const isNamed = header[place] === 'region';
  const isJoined = columns.hasJoined(header);
  const isTitled = columns.hasPeriods(header) && titles.length > 0;
  const isLong = time >= 0 && header.length > Math.max(place, time) + 1;
  const isWide = isJoined || isTitled;
  if (hasCodes && (isWide || isLong))
    return { sure: 0.97, why: 'code and name in one cell, as SCB writes them' };
  if (isNamed && isWide) return { sure: 0.9, why: 'region, and headings that end in a period' };
  if (isNamed && isLong) return { sure: 0.7, why: 'region and time, then the figures' };
  return isJoined
    ? { sure: 0.6, why: 'headings that end in a period, as in SCB’s tables' }
    : NOT_IT;
}

/** Below this it may be a table of somebody else's, whose `-` is no zero. */
const SURELY = 0.7;

const isSurely = (table: Pick<Table, 'header' | 'titles' | 'texts'>) =>
  recognise(table).sure >= SURELY;

const textsOf = (table: TypedTable): readonly Texts[] => table.columns.map(({ texts }) => texts);

/** Asked of the file, where it is not surely SCB's and has the sign. */
function nilOrMissing(table: TypedTable, all: readonly columns.FigureColumn[]): Problem[] {
  if (isSurely({ ...table, texts: textsOf(table) })) return [];
  const found = all.map(({ at }) => ({
    at,
    rows: indexes(table.columns[at]!.texts, (text) => text === '-'),
  }));
  const [first] = found.filter(({ rows }) => rows.length > 0);
  if (!first) return [];
  const lines = new Set(found.flatMap(({ rows }) => rows)).size;
  const [line, column] = [table.lines[first.rows[0]!]!, table.header[first.at]!];
  return [{ code: 'nil-or-missing', line, column, value: '-', lines }];
}

/** What a row is a part of, by every column that is neither known nor a figure. */
function breakdownOf({ header, columns: typed }: TypedTable, known: ReadonlySet<number>) {
  const parts = header.flatMap((name, at) => (known.has(at) ? [] : [{ name, at }]));
  return (row: number) =>
    parts
      .flatMap(({ name, at }) => columns.partOf(name, typed[at]!.texts.at(row)))
      .sort()
      .join(';');
}

function read(table: TypedTable): LayoutReading {
  const { header, headerLine, titles, columns: typed } = table;
  const stub = columns.stubOf(header);
  const sexes = stub.sex < 0 ? null : columns.sexesIn(header[stub.sex]!, typed[stub.sex]!.texts);
  const sex = sexes ? stub.sex : -1;
  const found = columns.columnsOf(header, (at) => typed[at]!.kind === 'number');
  const figures = [...found.results, ...found.counts, ...found.setAside];
  const known = new Set([...Object.values({ ...stub, sex }), ...figures.map(({ at }) => at)]);
  const partsOf = breakdownOf(table, known);
  const textIn = (at: number) => (row: number) => typed[at]?.texts.at(row) ?? '';
  const contents = textIn(stub.contents);

  const countOf = (one: columns.FigureColumn, row: number) => {
    const count = found.counts.find(({ period }) => period?.text === one.period?.text);
    const value = count && typed[count.at]!.cell(row).value;
    return typeof value === 'number' ? value : null;
  };
  const figuresOf = (one: columns.FigureColumn): Figures => ({
    at: one.at,
    nameOf: (row) => one.title ?? (contents(row) || titles.join(' ')),
    changed: (read: ReadObservation, row) => ({
      ...read,
      ...{ period: one.period ?? read.period, breakdown: partsOf(row), n: countOf(one, row) },
    }),
  });

  const orNone = (at: number) => (at < 0 ? undefined : at);
  const reading = readFigures(
    table,
    { place: orNone(stub.place), sex: orNone(sex), period: orNone(stub.time) },
    found.results.map(figuresOf),
    {
      place: (row) => columns.placeName(textIn(stub.place)(row)),
      sex: (row) => sexes?.(textIn(sex)(row)) ?? '',
    },
  );
  const headings = found.results.map(({ at }) => header[at]!);
  return {
    // Of a dimension that is no figure it is a part.
    used: header.map((_, at) => at),
    observations: listed(reading.observations),
    names: {
      indicator: header[stub.contents] ?? headings.join(', '),
      place: header[stub.place] ?? '',
      value: headings[0] ?? '',
      broken: reading.broken,
    },
    problems: [
      ...nilOrMissing(table, found.results),
      ...found.setAside.map(({ at }): Problem => {
        return { code: 'ignored-column', line: headerLine, column: header[at]! };
      }),
      ...reading.problems,
    ],
  };
}

/** A table of SCB's, taken out as CSV: Medborgarundersökningen, and all of Statistikdatabasen. */
export const pxweb: Layout = {
  name: 'pxweb',
  recognise,
  kinds: (header) => header.map((_, at) => columns.kindOf(header, at)),
  marks: (table, answers) =>
    isSurely(table) || answerTo(answers, 'nil-or-missing') === 'nil' ? PXWEB_MARKS : null,
  read,
};
