import type { PersonalData, Problem } from '#lib/domain/problem.ts';
import type { CsvRecord } from './csv.ts';
import type { LayoutReading } from './layouts/layout.ts';
import type { Personal } from './personal.ts';
import { signIn } from './personal-signs.ts';

type Reading = Omit<LayoutReading, 'problems'>;

/** Nobody reads a column that is not kept, so whether it may be left out is not asked. */
const MOOT: ReadonlySet<Problem['code']> = new Set(['unused-column', 'ignored-column'] as const);

export const stillAsked = (problems: readonly Problem[], { columns }: Personal) =>
  columns.length === 0
    ? problems
    : problems.filter(
        (one) => !(MOOT.has(one.code) && 'column' in one && columns.includes(one.column)),
      );

/** The rows that may be kept: none that is named after a person, and no note where one tells of one. */
export function withoutPersons<Of extends Reading>(reading: Of, personal: Personal): Of {
  const { observations, names } = reading;
  const { lines, areNotesKept } = personal;
  if (lines.size === 0 && areNotesKept) return reading;
  const kept: number[] = [];
  for (let at = 0; at < observations.length; at += 1) {
    if (!lines.has(observations.at(at).line)) kept.push(at);
  }
  const rowAt = (index: number) => {
    const row = observations.at(kept[index]!);
    return areNotesKept ? row : { ...row, note: null };
  };
  const broken = names?.broken.filter(({ line }) => !lines.has(line)) ?? [];
  return {
    ...reading,
    observations: { length: kept.length, at: rowAt },
    ...(names ? { names: { ...names, broken } } : {}),
  };
}

/** Looks at the lines that are no rows of the table, one by one; keeps none of them. */
export function besideTable(): {
  readonly add: (record: CsvRecord) => void;
  readonly problems: () => readonly Problem[];
} {
  const found = new Map<PersonalData, { line: number; lines: number }>();
  const addCell = (text: string, line: number) => {
    const kind = signIn(text);
    const known = kind === null ? undefined : found.get(kind);
    if (known) {
      known.lines += 1;
      known.line = Math.min(known.line, line);
    } else if (kind !== null) found.set(kind, { line, lines: 1 });
  };
  return {
    add: ({ line, cells }) => cells.forEach((cell) => addCell(cell, line)),
    problems: () =>
      [...found].map(([kind, { line, lines }]) => ({ code: 'personal-lines', line, kind, lines })),
  };
}
