import { asc, eq } from 'drizzle-orm';
import type { Group } from '#lib/domain/snapshot.ts';
import type { Db } from './client.ts';
import { comparisonGroup, comparisonMember } from './schema/plan.ts';

/** Whom a kommun compares itself with. */
export function list(db: Db, kommun: number): Group[] {
  const rows = db
    .select({
      id: comparisonGroup.id,
      key: comparisonGroup.key,
      title: comparisonGroup.title,
      member: comparisonMember.place,
    })
    .from(comparisonGroup)
    .leftJoin(comparisonMember, eq(comparisonMember.comparisonGroup, comparisonGroup.id))
    .where(eq(comparisonGroup.kommun, kommun))
    .orderBy(asc(comparisonGroup.id), asc(comparisonMember.place))
    .all();
  const ids = [...new Set(rows.map((row) => row.id))];
  return ids.flatMap((id) => {
    const own = rows.filter((row) => row.id === id);
    const members = own.flatMap(({ member }) => member ?? []);
    return own.slice(0, 1).map(({ key, title }) => ({ id, key, title, members }));
  });
}

export function insert(
  db: Db,
  row: Omit<typeof comparisonGroup.$inferInsert, 'id'>,
  members: readonly number[],
): number {
  const { id } = db.insert(comparisonGroup).values(row).returning({ id: comparisonGroup.id }).get();
  addMembers(db, id, members);
  return id;
}

function addMembers(db: Db, id: number, members: readonly number[]): void {
  for (const place of members) {
    db.insert(comparisonMember).values({ comparisonGroup: id, place }).run();
  }
}

/** Another title, and these members in place of those it had. */
export function update(
  db: Db,
  id: number,
  row: Partial<Pick<typeof comparisonGroup.$inferInsert, 'title'>>,
  members: readonly number[],
): void {
  db.update(comparisonGroup).set(row).where(eq(comparisonGroup.id, id)).run();
  db.delete(comparisonMember).where(eq(comparisonMember.comparisonGroup, id)).run();
  addMembers(db, id, members);
}
