import { isDeepStrictEqual } from 'node:util';
import type { LogFault, Unlike } from '#lib/domain/log-fault.ts';
import type { LogRow } from '../db/log-rows.ts';

/* What is in the tables, held against what the log says of it, field by field and both ways. */

export type Data = Readonly<Record<string, unknown>>;

/**
 * What a row says that something was or became. Of what cannot be read, or is no object, nothing: that the row was
 * changed is told by its hash, and the rest of the log is still to be read.
 */
export function dataOf(text: string | null): Data {
  try {
    const data: unknown = JSON.parse(text ?? '{}');
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Data) : {};
  } catch {
    return {};
  }
}

/** Who did it and when, by the names that rows of the tables have for it. */
export const byOf = ({ at, actor, role, person }: LogRow) => ({
  ...{ at, byName: actor, byRole: role, byPerson: person },
});

/** The number that a row is about; null where it is about none that can be read. */
export const numberIn = (value: unknown): number | null =>
  Number.isSafeInteger(value) ? (value as number) : null;

/** Whether something is what is said of it. A field that is not said, as of rows from before there was one, is not compared. */
export const agrees = (said: Data, is: Data): boolean =>
  Object.entries(is).every(
    ([field, value]) => said[field] === undefined || isDeepStrictEqual(said[field], value),
  );

/** What is in a table: by what the log knows it, and its fields as the log would say them. */
export type Kept<K> = { readonly key: K; readonly is: Data };

/** Everything that is not as the log says, that the log knows nothing of, or that it knows and is not there. */
export function* held<K>(
  kept: Iterable<Kept<K>>,
  logged: ReadonlyMap<K, Data>,
  fault: (what: Unlike, key: K) => LogFault,
): Generator<LogFault> {
  const left = new Map(logged);
  for (const { key, is } of kept) {
    const said = left.get(key);
    left.delete(key);
    if (said === undefined) yield fault('not-logged', key);
    else if (!agrees(said, is)) yield fault('changed', key);
  }
  for (const key of left.keys()) yield fault('gone', key);
}
