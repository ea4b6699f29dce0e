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
};

/** How it is told whether one thing of a catalogue is news. */
type Rules<T> = {
  readonly isNew: (one: T) => boolean;
  readonly isChange: (one: T) => boolean;
  readonly save: (one: T) => void;
};

export function changeOf<T>(
  of: CatalogueOf,
  all: readonly T[],
  { isNew, isChange, save }: Rules<T>,
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
  };
}

export const isNews = ({ difference }: CatalogueChange): boolean =>
  difference.new + difference.changed > 0;

const ENTITIES: Readonly<Record<CatalogueOf, string>> = {
  measures: 'measure',
  places: 'place',
  groups: 'place',
};

/** Stores a catalogue, all of it or nothing. */
export function storeCatalogue(
  db: Db,
  actor: Actor,
  now: Date,
  file: { readonly name: string; readonly sha256: string },
  { of, difference, save }: CatalogueChange,
): void {
  write(db, actor, now, () => {
    save();
    const entity = ENTITIES[of];
    const told = { kommun: null, action: `${entity}.catalogue`, entity, entityId: 'kolada' };
    const after = { file: file.name, sha256: file.sha256, ...difference };
    return { result: undefined, change: { ...told, before: null, after, reason: null } };
  });
}
