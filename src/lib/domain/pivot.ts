import type { Observation } from './observation.ts';

/** Values in rows and columns; null where there is none. */
export type Pivot = {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly (Observation | null)[];
  }[];
};

/** The same values twice: in the order that gives the rows, and in the one that gives the columns. */
export type Ordered = {
  readonly down: readonly Observation[];
  readonly across: readonly Observation[];
};

/** Each row and column in the order it is first met. Of two values that would share a cell the first stands. */
export function pivotOf(
  { down, across }: Ordered,
  rowOf: (observation: Observation) => string,
  columnOf: (observation: Observation) => string,
): Pivot {
  const columns = [...new Set(across.map(columnOf))];
  const rows = new Map<string, Map<string, Observation>>();
  for (const one of down) {
    const row = rows.get(rowOf(one)) ?? new Map<string, Observation>();
    rows.set(rowOf(one), row);
    if (!row.has(columnOf(one))) row.set(columnOf(one), one);
  }
  return {
    columns,
    rows: [...rows].map(([key, row]) => ({
      key,
      cells: columns.map((column) => row.get(column) ?? null),
    })),
  };
}
