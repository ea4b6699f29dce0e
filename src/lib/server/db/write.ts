import { createHash } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { inTransaction } from './client.ts';
import type { Db } from './client.ts';
import { kommun, log } from './schema/who.ts';

/** A change as the log keeps it. `before` and `after` are data, null where there was or is nothing. */
export type Change = {
  readonly kommun: number | null;
  /** Null where it is of more than one nämnd, or of none. */
  readonly namnd: number | null;
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
};

export type LogRow = Omit<typeof log.$inferSelect, 'seq' | 'hash'>;

/** What the first row of the chain follows. */
export const CHAIN_START = '0'.repeat(64);

/** Fields that came later stand last, and only where they say something: rows from before keep their hash. */
const later = ({ person, namnd }: LogRow): readonly unknown[] => {
  if (namnd !== null) return [person, namnd];
  return person === null ? [] : [person];
};

/** The hash that ties a row to the one before it: of all its fields, in this order. */
export const hashOf = (row: LogRow): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        row.previousHash,
        row.at,
        row.actor,
        row.role,
        row.via,
        row.kommun,
        row.action,
        row.entity,
        row.entityId,
        row.before,
        row.after,
        row.reason,
        ...later(row),
      ]),
    )
    .digest('hex');

const asText = (value: unknown) => (value === null ? null : JSON.stringify(value));

function append(db: Db, actor: Actor, change: Change, at: string): void {
  const newest = db.select({ hash: log.hash }).from(log).orderBy(desc(log.seq)).limit(1).get();
  const row: LogRow = {
    at,
    person: actor.person,
    actor: actor.name,
    role: actor.role,
    via: actor.via,
    kommun: change.kommun,
    namnd: change.namnd,
    action: change.action,
    entity: change.entity,
    entityId: change.entityId,
    before: asText(change.before),
    after: asText(change.after),
    reason: change.reason,
    previousHash: newest?.hash ?? CHAIN_START,
  };
  db.insert(log)
    .values({ ...row, hash: hashOf(row) })
    .run();
}

/** Of accounts, and of who has fetched the log, no kommun's tree knows anything. */
const BESIDE_THE_TREE: ReadonlySet<string> = new Set(['person', 'log']);

/** A shared change (kommun null) is one for every kommun. */
function bump(db: Db, { kommun: id, entity }: Change): void {
  if (BESIDE_THE_TREE.has(entity)) return;
  const next = { revision: sql`${kommun.revision} + 1` };
  const update = db.update(kommun).set(next);
  (id === null ? update : update.where(eq(kommun.id, id))).run();
}

/**
 * The one way to change anything. BEGIN IMMEDIATE, the change, its row in the log, the revision that tells the assessed
 * cache, COMMIT: all or nothing. `work` must be synchronous; it returns what it did, and null for a change where
 * it found nothing to do.
 */
export function write<T>(
  db: Db,
  actor: Actor,
  now: Date,
  work: () => { readonly result: T; readonly change: Change | null },
): T {
  return inTransaction(db, () => {
    const { result, change } = work();
    if (change === null) return result;
    append(db, actor, change, now.toISOString());
    bump(db, change);
    return result;
  });
}

/** Several changes that only make sense together: an error among them takes all of them back. */
export function writeTogether<T, E>(db: Db, work: () => Result<T, E>): Result<T, E> {
  const undo: { result?: Result<T, E> } = {};
  try {
    return inTransaction(db, () => {
      const result = work();
      if (result.ok) return result;
      undo.result = result;
      throw new Error('taken back');
    });
  } catch (cause) {
    if (undo.result) return undo.result;
    throw cause;
  }
}
