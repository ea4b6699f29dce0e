import type { Choices } from '#lib/domain/choices.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { numberColumnBy, readColumns } from '../columns.ts';
import type { JsonObject, Json } from '../json.ts';
import { isArray, isObject } from '../json.ts';
import { hasAll, quoted, shareWith } from '../kolada/answer.ts';
import type { Answer } from '../kolada/answer.ts';
import { fieldsOf } from '../kolada/fields.ts';
import { integers } from '../packed-numbers.ts';
import { textCollector } from '../texts.ts';
import { periodOf, readKolada } from './kolada-read.ts';
import type { Positions } from './kolada-words.ts';
import type { JsonLayout, JsonReading, Recognition, TypedTable } from './layout.ts';

/*
 * Figures of Kolada's API. An object of a place and a year holds one value for each sex; a row is made
 * of each, and the rows are read by what reads Kolada's tables: the rules are the same.
 */

const ROW = ['kpi', 'place', 'period'] as const;
const VALUE = ['gender', 'value', 'status'] as const;
const POSITIONS: Positions = { code: 0, placeCode: 1, period: 2, sex: 3, value: 4, status: 5 };
const FIGURE = 4;

/** Figures of a unit, such as a school, have its id where others have the kommun's. */
const placeField = (row: JsonObject) => (Object.hasOwn(row, 'ou') ? 'ou' : 'municipality');

/** One sex to a row, as programs save it: the row is its own value. */
const isFlat = (row: JsonObject) => !Object.hasOwn(row, 'values') && hasAll(row, 'gender', 'value');

const valuesOf = (row: JsonObject) => (isFlat(row) ? [row] : row['values']);

const isRow = (row: JsonObject) =>
  hasAll(row, 'kpi', 'period', placeField(row)) && valuesOf(row) !== undefined;

/** Version 3 says true, version 2 says 1. */
const isDeleted = (value: JsonObject) =>
  [value['isdeleted'], value['is_deleted']].some((flag) => flag === true || flag === 1);

const notValues = (value: Json | undefined, line: number): Problem => ({
  ...{ code: 'odd-field', line, column: 'values', value: quoted(value) },
});

/** The rows as columns of text, as they would stand in a table. */
function collectorOf(isLeftOut: ReadonlySet<number>) {
  const texts = [...ROW, ...VALUE].map(textCollector);
  const [lines, signs] = [integers(), integers()];
  const problems: Problem[] = [];
  const deleted: number[] = [];

  function add(row: Readonly<Record<(typeof ROW)[number], string>>, of: JsonObject, all: Answer) {
    const { line, sign } = all.spotOf(of);
    if (isLeftOut.has(line)) return;
    if (isDeleted(of)) return void deleted.push(line);
    const { texts: value, problems: odd } = fieldsOf(of, { line, sign }, VALUE);
    problems.push(...odd);
    if (odd.length > 0) return;
    const cells = { ...row, ...value };
    [...ROW, ...VALUE].forEach((name, at) => texts[at]!.add(cells[name]));
    lines.push(line);
    signs.push(sign);
  }

  function addAll(row: JsonObject, answer: Answer): void {
    const spot = answer.spotOf(row);
    const values = valuesOf(row);
    if (!isArray(values)) {
      return void (isLeftOut.has(spot.line) || problems.push(notValues(values, spot.line)));
    }
    const { kpi, period, [placeField(row)]: place } = row;
    const { texts: names, problems: odd } = fieldsOf({ kpi, period, place }, spot, ROW);
    problems.push(...odd);
    if (odd.length > 0) return;
    for (const value of values) {
      if (isObject(value)) add(names, value, answer);
      else problems.push(notValues(value, spot.line));
    }
  }

  const done = () => ({
    texts: texts.map((each) => each.done()),
    lines: lines.done(),
    signs: signs.done(),
    problems,
    deleted,
  });
  return { addAll, done };
}

/** JSON writes its decimals with a point, so no figure is doubtful. */
function tableOf(
  header: readonly string[],
  { texts, lines }: Pick<ReturnType<ReturnType<typeof collectorOf>['done']>, 'texts' | 'lines'>,
  answers: Choices['answers'],
): TypedTable {
  const table = {
    headerLine: 1,
    titles: [],
    positions: [...header.keys()],
    header,
    under: header.map(() => null),
    lines,
    units: {},
  };
  const asText = header.map(() => 'text' as const);
  const told = { lines, delimiter: null, answers, marks: null, isNumber: null };
  const source = { name: header[FIGURE]!, texts: texts[FIGURE]!, ...told };
  const columns = readColumns({ ...table, texts }, asText, null, answers);
  return { ...table, columns: columns.with(FIGURE, numberColumnBy(source, '.')), answers };
}

/** Rows without a single value, as Kolada answers what it does not have. */
const emptyProblem = (answer: Answer, isEmpty: boolean): Problem[] =>
  answer.rows.length > 0 && isEmpty ? [{ code: 'empty-answer' }] : [];

const toldOf = (deleted: readonly number[]): Problem[] =>
  deleted.length === 0
    ? []
    : [{ code: 'deleted-values', line: deleted[0]!, lines: deleted.length }];

function read(answer: Answer, { answers, leftOut }: Choices): JsonReading {
  const rows = collectorOf(new Set(leftOut));
  for (const row of answer.rows) rows.addAll(row, answer);
  const { signs, deleted, problems, ...found } = rows.done();
  const place = answer.rows.every((row) => placeField(row) === 'ou') ? 'ou' : 'municipality';
  const table = tableOf(['kpi', place, 'period', ...VALUE], found, answers);
  const periods = found.texts[POSITIONS.period!]!.answers(periodOf);
  const figures = { column: FIGURE, periodOf: periods, signOf: (row: number) => signs[row]! };
  const isEmpty = signs.length === 0 && deleted.length === 0;
  const reading = readKolada(table, POSITIONS, [figures]);
  return {
    ...reading,
    table,
    problems: [
      ...problems,
      ...table.columns.flatMap((column) => column.problems),
      ...toldOf(deleted),
      ...emptyProblem(answer, isEmpty && problems.length === 0 && leftOut.length === 0),
      ...reading.problems,
    ],
  };
}

function recogniseAs(version: Answer['version']) {
  return (answer: Answer): Recognition => {
    if (answer.version !== version) return { sure: 0, why: `of version ${answer.version}` };
    if (answer.isClosed) return { sure: 1, why: 'it says that the version has closed' };
    const isEmpty = answer.rows.length + answer.problems.length === 0;
    if (isEmpty) return { sure: 0.6, why: 'no rows in an envelope of its own' };
    const sure = shareWith(answer, isRow);
    return { sure, why: `${Math.round(sure * 100)} % of the rows have nyckeltal, place, year` };
  };
}

/** Figures of the API that closed in 2026: saved answers of it are still met. */
export const koladaJsonV2: JsonLayout = {
  name: 'kolada-json-v2',
  recognise: recogniseAs(2),
  read,
};

export const koladaJsonV3: JsonLayout = {
  name: 'kolada-json-v3',
  recognise: recogniseAs(3),
  read,
};
