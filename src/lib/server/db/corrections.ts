import { and, asc, eq } from 'drizzle-orm';
import type { Correction } from '#lib/domain/correction.ts';
import type { Db } from './client.ts';
import { correction, phaseChange } from './schema/said.ts';

type Row = typeof correction.$inferSelect;

/** A correction as it is kept, with who made it. */
export type KeptCorrection = Correction & Pick<Row, 'byPerson' | 'byName' | 'byRole'>;

/** Of a row the days or the decision: a CHECK holds that it has one of them. */
function asKept({ publishedOn, meetingOn, decidedOn, paragraph, diarienummer, ...row }: Row) {
  const isDecision = decidedOn !== null && paragraph !== null && diarienummer !== null;
  return {
    ...row,
    days: publishedOn === null ? null : { publishedOn, meetingOn },
    decision: isDecision ? { decidedOn, paragraph, diarienummer } : null,
  } satisfies KeptCorrection;
}

/** All that has been put right of an occasion's steps in a nämnd, in order. */
export const list = (
  db: Db,
  at: { readonly namnd: number; readonly occasion: number },
): KeptCorrection[] =>
  db
    .select({ row: correction })
    .from(correction)
    .innerJoin(phaseChange, eq(phaseChange.id, correction.step))
    .where(and(eq(phaseChange.namnd, at.namnd), eq(phaseChange.occasion, at.occasion)))
    .orderBy(asc(correction.id))
    .all()
    .map(({ row }) => asKept(row));

/** Everything that has been put right anywhere. */
export const all = (db: Db): KeptCorrection[] =>
  db.select().from(correction).orderBy(asc(correction.id)).all().map(asKept);

/** Its id. */
export const insert = (db: Db, { days, decision, ...row }: Omit<KeptCorrection, 'id'>): number =>
  db
    .insert(correction)
    .values({ ...row, ...days, ...decision })
    .returning({ id: correction.id })
    .get().id;
