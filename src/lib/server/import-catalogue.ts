import type { Difference } from '#lib/domain/difference.ts';
import type { Counted } from '#lib/domain/preview.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import { write } from './db/write.ts';

/*
 * A file that holds no figures but what things are called: nyckeltal, places or groups. They are
 * everybody's, so there is one row in the log and every kommun's pages are made anew.
 */

export type CatalogueOf = Exclude<Counted, 'values'>;

export type CatalogueChange = {
  readonly of: CatalogueOf;
  readonly difference: Difference;
  readonly save: () => void;
  /** What is changed as it was and as it becomes, by code: for the log. What is new is not among what was. */
  readonly told: () => { readonly before: ByCode; readonly after: ByCode };
};

type ByCode = Readonly<Record<string, unknown>>;

/** How it is told whether one thing of a catalogue is news. */
type Rules<T> = {
  readonly isNew: (one: T) => boolean;
  readonly isChange: (one: T) => boolean;
  readonly save: (one: T) => void;
  readonly code: (one: T) => string;
  readonly was: (one: T) => unknown;
  readonly is: (one: T) => unknown;
};

export function changeOf<T>(
  of: CatalogueOf,
  all: readonly T[],
  { isNew, isChange, save, code, was, is }: Rules<T>,
): CatalogueChange {
  const changes = all.filter(isChange);
  const count = changes.filter(isNew).length;
  return {
    of,
    difference: {
      new: count,
      changed: changes.length - count,
      unchanged: all.length - changes.length,
    },
    save: () => changes.forEach(save),
    told: () => ({
      before: Object.fromEntries(
        changes.filter((one) => !isNew(one)).map((one) => [code(one), was(one)]),
      ),
      after: Object.fromEntries(changes.map((one) => [code(one), is(one)])),
    }),
  };
}

export const isNews = ({ difference }: CatalogueChange): boolean =>
  difference.new + difference.changed > 0;

const ABOUT = {
  measures: { action: 'measure.catalogue', entity: 'measure' },
  places: { action: 'place.catalogue', entity: 'place' },
  groups: { action: 'place.catalogue', entity: 'place' },
} as const satisfies Readonly<Record<CatalogueOf, object>>;

/** Stores a catalogue, all of it or nothing. */
export function storeCatalogue(
  db: Db,
  actor: Actor,
  now: Date,
  file: { readonly name: string; readonly sha256: string },
  { of, difference, save, told }: CatalogueChange,
): void {
  write(db, actor, now, () => {
    const changed = told();
    save();
    const where = { kommun: null, namnd: null };
    const about = { ...where, ...ABOUT[of], entityId: 'kolada' };
    const before = difference.changed === 0 ? null : { things: changed.before };
    const after = { file: file.name, sha256: file.sha256, ...difference, things: changed.after };
    return { result: undefined, change: { ...about, before, after, reason: null } };
  });
}
