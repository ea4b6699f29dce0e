import type { Problem } from '#lib/domain/problem.ts';
import { lostZeros } from '../codes.ts';
import { indexes } from '../column-problems.ts';
import { fold } from '../fold.ts';
import { parsePeriodText } from '../period-text.ts';
import { listed } from '../rows.ts';
import { mixedScales } from '../scale.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, Recognition, TypedTable } from './layout.ts';
import { FIELD_NAMES, FIELDS, fieldOf, positionsOf, REQUIRED } from './plain-long-fields.ts';
import type { Field } from './plain-long-fields.ts';
import { readRow } from './plain-long-row.ts';

const missingFields = (header: readonly string[]): Field[] => {
  const positions = positionsOf(header);
  return REQUIRED.filter((name) => positions[name] === undefined);
};

/** T1, T2, T3 with no year anywhere is a table of something else. */
function namesNoYear(table: Table): boolean {
  const at = positionsOf(table.header).period ?? -1;
  const texts = table.texts[at];
  const isSaid = texts?.some((cell) => cell !== '') ?? false;
  return isSaid && !texts?.some((cell) => /\d{2}/.test(cell));
}

/** Two of the three needed and nothing strange is a plain-long file that lost a column. */
const isNearly = (header: readonly string[], missing: readonly Field[]) =>
  missing.length === 1 &&
  !missing.includes('indicator') &&
  header.length > 2 &&
  header.every((name) => fieldOf(name) !== null);

function recognise(table: Table): Recognition {
  const missing = missingFields(table.header);
  if (missing.length > 1) return { sure: 0, why: 'too few of its columns' };
  if (namesNoYear(table)) return { sure: 0, why: 'its periods name no year' };
  if (missing.length === 0) return { sure: 1, why: 'indicator, period and value' };
  return isNearly(table.header, missing)
    ? { sure: 0.6, why: `all but ${missing[0]}` }
    : { sure: 0, why: 'too few of its columns' };
}

const missingColumns = ({ header, headerLine: line }: TypedTable): Problem[] =>
  missingFields(header).map((name) => ({
    code: 'missing-column',
    line,
    column: FIELDS[name].names[0],
    accepted: FIELDS[name].names,
  }));

/** Two headers for one field: which of them counts is not for us to say. */
function sameFields({ header, headerLine: line }: TypedTable): Problem[] {
  return FIELD_NAMES.flatMap((field): Problem[] => {
    const columns = header.filter((name) => fieldOf(name) === field);
    // The same word twice is a duplicate column, and told of already.
    if (new Set(columns.map(fold)).size < 2) return [];
    return [{ code: 'same-field', line, columns, meaning: FIELDS[field].names[0] }];
  });
}

/** A column that is not ours may change what its rows mean: asked about, unless it says nothing. */
function strangeColumns({ header, headerLine: line, columns }: TypedTable): Problem[] {
  return header.flatMap((column, at): Problem[] => {
    if (fieldOf(column) !== null) return [];
    const isEmpty = columns[at]!.texts.every((text) => text === '');
    return [{ code: isEmpty ? 'ignored-column' : 'unused-column', line, column }];
  });
}

/** The rows of each indicator. */
function groupsOf({ columns }: TypedTable, at: number): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  columns[at]!.texts.forEach((text, row) => {
    const known = groups.get(text);
    if (known) known.push(row);
    else groups.set(text, [row]);
  });
  return groups.values();
}

function isYearless(text: string): boolean {
  const period = parsePeriodText(text);
  return !period.ok && period.error === 'no-year';
}

/** T1 where a year should stand beside it; a table of no periods at all gives none. */
export function yearlessPeriods({ header, lines, columns }: TypedTable): Problem[] {
  if (missingFields(header).length > 0) return [];
  const at = positionsOf(header).period!;
  const { texts } = columns[at]!;
  return indexes(texts, isYearless).map((row) => ({
    code: 'yearless-period',
    line: lines[row]!,
    column: header[at]!,
    value: texts.at(row),
  }));
}

function read(table: TypedTable): LayoutReading {
  const missing = missingColumns(table);
  const positions = positionsOf(table.header);
  const used = Object.values(positions);
  if (missing.length > 0) return { observations: listed([]), problems: missing, used };
  const readings = Array.from(table.lines, (line, at) => readRow(table, positions, line, at));
  const { header, lines, columns } = table;
  const nameOf = (field: Field) => header[positions[field] ?? -1] ?? '';
  const textAt = (field: Field, row: number) =>
    columns[positions[field] ?? -1]?.texts.at(row) ?? '';
  const broken = readings.flatMap(({ observation }, row) =>
    observation
      ? []
      : [
          {
            indicator: textAt('indicator', row),
            place: textAt('place', row) || null,
            line: lines[row]!,
          },
        ],
  );
  return {
    observations: listed(readings.flatMap(({ observation }) => observation ?? [])),
    used,
    notes: positions.note === undefined ? [] : [positions.note],
    names: {
      indicator: nameOf('indicator'),
      place: nameOf('place'),
      value: nameOf('value'),
      broken,
    },
    problems: [
      ...sameFields(table),
      ...strangeColumns(table),
      ...lostZeros(table),
      ...mixedScales(
        nameOf('value'),
        columns[positions.value!]!,
        lines,
        groupsOf(table, positions.indicator!),
        (row) => textAt('indicator', row),
      ),
      ...readings.flatMap(({ problems }) => problems),
    ],
  };
}

/** Our own layout: one figure a row, with its indicator and period in words. */
export const plainLong: Layout = {
  name: 'plain-long',
  recognise,
  kinds: (header) => {
    const positions = positionsOf(header);
    return header.map((name, at) => {
      const field = fieldOf(name);
      return field && positions[field] === at ? FIELDS[field].kind : null;
    });
  },
  read,
};
