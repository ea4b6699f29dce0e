import { NO_CHOICES } from '#lib/domain/choices.ts';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning, Told } from '#lib/domain/mapping.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { toArray } from '#lib/ingest/rows.ts';

/* Tables that somebody has explained, for tests. */

export type Column = readonly [header: string, is: Meaning, told?: Partial<Told>];

export const mappingOf = (columns: readonly Column[], told: Partial<Told> = {}): Mapping => ({
  columns: columns.map(([header, is, own = {}]) => ({
    header,
    is,
    told: { ...NOTHING_TOLD, ...own },
  })),
  told: { ...NOTHING_TOLD, ...told },
});

export function readMapped(text: string, mapping: Mapping, answers: Record<string, string> = {}) {
  const bytes = new TextEncoder().encode(text);
  const { observations, ...rest } = readFile(
    { name: 'fil.csv', bytes },
    { ...NO_CHOICES, mapping, answers },
  );
  return { ...rest, rows: toArray(observations) };
}
