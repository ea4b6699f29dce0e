import type { Problem } from '#lib/domain/problem.ts';
import * as fields from '../hme/fields.ts';
import { indexesOf } from '../hme/indexes.ts';
import { headingScale, saidScale, scaleOf } from '../hme/scale.ts';
import type { Scale } from '../hme/scale.ts';
import { figuresIn, readSeries, withoutSums } from '../hme/series.ts';
import { indexOf, statementOf, wordsOf } from '../hme/statements.ts';
import { scaleColumns } from '../osa/columns.ts';
import { listed } from '../rows.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, Recognition, TypedTable } from './layout.ts';

const VALUE =
  /^(?:medel|medelvärde|medeltal|snitt|genomsnitt|index|frågeindex|hmeindex|hme|värde|utfall|resultat|0|1|5|100)$/;

/** What may head the figures: a scale that is none of ours (`Medelvärde 1–10`) heads nothing we read. */
function isValue(heading: string): boolean {
  const words = wordsOf(heading);
  return words.some((word) => !/^\d/.test(word)) && words.every((word) => VALUE.test(word));
}

const valuesOf = (header: readonly string[], scale: Scale | null) =>
  header.flatMap((name, at) => (isValue(name) && headingScale(name) === scale ? [at] : []));

/** Means where there are such: an index beside them says the same once more, rounded. */
const valueColumns = (header: readonly string[]): readonly number[] =>
  [...(['mean', 'index'] as const), null]
    .map((scale) => valuesOf(header, scale))
    .find((some) => some.length > 0) ?? [];

/** So many of the nine show that it is HME among questions of its own: a local survey may share one or two. */
const ENOUGH = 3;

function recognise({ header, texts }: Table): Recognition {
  const [at] = fields.columnsOf(header, 'statement');
  if (at === undefined || fields.unitColumns(header).length === 0) {
    return { sure: 0, why: 'no unit or no statement' };
  }
  const found = new Set<string>();
  const isAll = texts[at]!.every((text) => statementOf(text) !== null);
  texts[at]!.forEach((text) => {
    const statement = statementOf(text);
    if (statement !== null) found.add(statement);
  });
  return !isAll && found.size < ENOUGH
    ? { sure: 0, why: 'too few of the statements of HME' }
    : { sure: 0.9, why: `${found.size} of the nine statements of HME` };
}

/** A statement as SKR words it, an index by its own name, a local question as the file writes it. */
const nameOf = (text: string) => statementOf(text) ?? indexOf(text) ?? text;

function unnamed({ header, lines, columns }: TypedTable, at: number, rows: readonly number[]) {
  return rows.flatMap((row): Problem[] =>
    columns[at]!.texts.at(row) === ''
      ? [{ code: 'empty-cell', line: lines[row]!, column: header[at]! }]
      : [],
  );
}

function read(table: TypedTable): LayoutReading {
  const { header, columns, answers } = table;
  const { positions, problems } = fields.positionsOf(table);
  const values = valueColumns(header);
  const used = [...fields.readColumns(header), ...values];
  const value = fields.oneOf(table, 'Värde', values);
  const told = [
    ...problems,
    ...value.problems,
    ...fields.strangeColumns(table, values, [
      ...valuesOf(header, 'index'),
      ...scaleColumns(header),
    ]),
  ];
  if (value.at === undefined) {
    const missing = fields.missingColumn(table, ['Medelvärde', 'Index']);
    return { observations: listed([]), problems: [missing, ...told], used };
  }
  const [at, statement] = [value.at, positions.statement!];
  const kept = withoutSums(table, positions.place!);
  const figures = figuresIn(table, at, kept.rows);
  const said = saidScale(header[at]!, figures);
  const { scale, problems: doubts } = said
    ? { scale: said, problems: [] }
    : scaleOf(figures, header[at]!, answers);
  const texts = columns[statement]!.texts;
  const series = { at, nameOf: (row: number) => nameOf(texts.at(row)), scale };
  const found = readSeries(table, positions, kept.rows, [series]);
  return {
    observations: listed([...found.observations, ...indexesOf(found.observations)]),
    used,
    names: {
      indicator: header[statement]!,
      place: header[positions.place!]!,
      value: header[at]!,
      broken: found.broken,
    },
    problems: [
      ...told,
      ...kept.problems,
      ...unnamed(table, statement, kept.rows),
      ...doubts,
      ...found.problems,
    ],
  };
}

/** HME with a row for each unit and statement: no standard exists, this is how suppliers set it out. */
export const hmeQuestion: Layout = {
  name: 'hme-question',
  recognise,
  kinds: (header) => fields.kindsOf(header, valueColumns(header)),
  read,
};
