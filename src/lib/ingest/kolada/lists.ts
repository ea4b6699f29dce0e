import { invariant } from '#lib/domain/result.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import type { Kpi } from './kpi.ts';
import lists from './lists.json' with { type: 'json' };

/*
 * The product's own short lists: riket, the regions and the 290 kommuner, and the nyckeltal that its
 * users meet. The migration that puts them in the database is written from the same file, and a test
 * holds the two together. Källa: Kolada; riktning och enhet är egen bearbetning.
 */

export type KnownPlace = Pick<Place, 'kind' | 'name'> & { readonly code: string };

const kindOf = (code: string): Place['kind'] => {
  if (code === '0000') return 'riket';
  return code.startsWith('00') ? 'region' : 'kommun';
};

export const PLACES: readonly KnownPlace[] = lists.places.map(([code, name]) => {
  invariant(code !== undefined && name !== undefined, 'a place has a code and a name');
  return { code, name, kind: kindOf(code) };
});

export const KPIS = lists.kpis as readonly Kpi[];

/** Ids that Kolada has given to another figure since 2013, to the code of what they were then. */
export const REUSED: ReadonlyMap<string, string> = new Map(Object.entries(lists.reused));

const byCode = new Map(KPIS.map((kpi) => [kpi.code, kpi]));

/** What the product knows of a nyckeltal. */
export const knownKpi = (code: string): Kpi | undefined => byCode.get(code);

export const titleOf = (code: string): string => byCode.get(code)?.title ?? code;
