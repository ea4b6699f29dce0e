import type { Grant } from '#lib/domain/permission.ts';
import type { Db } from './db/client.ts';
import * as kommuner from './db/kommuner.ts';
import * as namnder from './db/namnder.ts';

/**
 * The kommuner that roles are in, with their nämnder; all of them for a role in the whole installation. What
 * else there is, is not named: it may be one that is not public.
 */
export const kommunerOf = (db: Db, grants: readonly Pick<Grant, 'kommun'>[]) =>
  kommuner
    .list(db)
    .filter(({ id }) => grants.some((one) => one.kommun === null || one.kommun === id))
    .map(({ id, slug, name }) => ({
      ...{ id, slug, name },
      namnder: namnder.list(db, id).map((one) => ({ id: one.id, slug: one.slug, name: one.name })),
    }));
