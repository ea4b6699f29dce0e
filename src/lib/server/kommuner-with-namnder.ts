import type { Db } from './db/client.ts';
import * as kommuner from './db/kommuner.ts';
import * as namnder from './db/namnder.ts';

/** Every kommun of the installation with its nämnder: where a role may be. */
export const kommunerWithNamnder = (db: Db) =>
  kommuner.list(db).map(({ id, name }) => ({
    ...{ id, name },
    namnder: namnder.list(db, id).map((one) => ({ id: one.id, name: one.name })),
  }));
