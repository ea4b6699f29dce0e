import type { Problem } from '#lib/domain/problem.ts';
import { listed } from '../rows.ts';
import type { Table } from '../table.ts';
import type { Layout, LayoutReading, Recognition, TypedTable } from './layout.ts';
import { FIELDS, fieldOf, positionsOf, REQUIRED } from './plain-long-fields.ts';
import type { Field } from './plain-long-fields.ts';
import { readRow } from './plain-long-row.ts';

const missingFields = (header: readonly string[]): Field[] => {
  const positions = positionsOf(header);
  return REQUIRED.filter((name) => positions[name] === undefined);
};

/** T1, T2, T3 with no year anywhere is a table of something else. */
function namesNoYear(table: Table): boolean {
  const at = positionsOf(table.header).period ?? -1;
  const said = new Set(table.texts[at]);
  said.delete('');
  return said.size > 0 && ![...said].some((cell) => /\d{2}/.test(cell));
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

/** A column that is not ours, or spells a field a second time, is left out, and said to be. */
function ignoredColumns({ header, headerLine: line }: TypedTable): Problem[] {
  const used = new Set(Object.values(positionsOf(header)));
  return header.flatMap((column, at): Problem[] =>
    column === '' || used.has(at) ? [] : [{ code: 'ignored-column', line, column }],
  );
}

function read(table: TypedTable): LayoutReading {
  const missing = missingColumns(table);
  if (missing.length > 0) return { observations: listed([]), problems: missing };
  const positions = positionsOf(table.header);
  const readings = table.lines.map((line, at) => readRow(table, positions, line, at));
  return {
    observations: listed(readings.flatMap(({ observation }) => observation ?? [])),
    problems: [...ignoredColumns(table), ...readings.flatMap(({ problems }) => problems)],
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
