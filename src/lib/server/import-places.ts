import type { Place } from '#lib/domain/snapshot.ts';
import type { KnownPlace } from '#lib/ingest/kolada/lists.ts';
import type { Db } from './db/client.ts';
import * as places from './db/places.ts';
import { changeOf } from './import-catalogue.ts';
import type { CatalogueChange } from './import-catalogue.ts';

type Change = { readonly given: KnownPlace; readonly old: Place | undefined };

/** What a list of kommuner and regions would change among the places; those it leaves out stay. */
export function examinePlaces(db: Db, given: readonly KnownPlace[]): CatalogueChange {
  const keyOf = ({ kind, code }: Pick<Place, 'kind' | 'code'>) => `${kind} ${code ?? ''}`;
  const known = new Map(places.listShared(db).map((one) => [keyOf(one), one]));
  const all = given.map((one): Change => ({ given: one, old: known.get(keyOf(one)) }));
  return changeOf('places', all, {
    isNew: ({ old }) => !old,
    code: ({ given }) => keyOf(given),
    was: ({ old }) => old?.name ?? null,
    is: ({ given }) => given.name,
    isChange: (one) => one.old?.name !== one.given.name,
    save: ({ given: { name, ...row }, old }) =>
      old ? places.update(db, old.id, { name }) : void places.insert(db, { ...row, name }),
  });
}
