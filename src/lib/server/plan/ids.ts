import { invariant } from '#lib/domain/result.ts';
import type { Db } from '../db/client.ts';

/** Keys of the file to ids of the database, kind by kind. */
type Ids = Readonly<
  Record<
    | 'namnd'
    | 'role'
    | 'scale'
    | 'occasion'
    | 'measure'
    | 'plan'
    | 'level'
    | 'goal'
    | 'activity'
    | 'indicator'
    | 'place',
    Map<string, number>
  >
>;

export const noIds = (): Ids => ({
  namnd: new Map(),
  role: new Map(),
  scale: new Map(),
  occasion: new Map(),
  measure: new Map(),
  plan: new Map(),
  level: new Map(),
  goal: new Map(),
  activity: new Map(),
  indicator: new Map(),
  place: new Map(),
});

/** The id behind a key. plan-check has seen to it that there is one. */
export function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  invariant(id !== undefined, `${key} is declared`);
  return id;
}

export const idOrNull = (ids: ReadonlyMap<string, number>, key: string | null) =>
  key === null ? null : idOf(ids, key);

/** Where the rows go and what they are called there. */
export type Into = {
  readonly db: Db;
  readonly kommun: number;
  readonly place: number;
  readonly ids: Ids;
};
