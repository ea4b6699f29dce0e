import type { Problem } from '#lib/domain/problem.ts';

/** Rows with one key: the first and every later one are named together, for none of them wins. */
export function duplicateRows<T extends { readonly line: number }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): Problem[] {
  const byKey = new Map<string, number[]>();
  for (const row of rows) {
    const lines = byKey.get(keyOf(row));
    if (lines) lines.push(row.line);
    else byKey.set(keyOf(row), [row.line]);
  }
  return [...byKey.values()].flatMap((lines): Problem[] =>
    lines.length > 1 ? [{ code: 'duplicate-row', line: lines[1]!, lines }] : [],
  );
}
