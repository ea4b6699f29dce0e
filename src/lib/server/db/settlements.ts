import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import type { Decision } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { OCCASION } from './logged-as.ts';
import { occasion } from './schema/plan.ts';
import { correction, settlement } from './schema/said.ts';
import { namnd } from './schema/who.ts';

type Row = typeof settlement.$inferSelect;
type At = Pick<Row, 'namnd' | 'occasion'>;

const isAt = (at: At) => and(eq(settlement.namnd, at.namnd), eq(settlement.occasion, at.occasion));

/** Locked by mistake: the step after its locking took it back to what was published. */
export const isMistaken = sql`EXISTS (
  SELECT 1 FROM phase_change AS locked JOIN phase_change AS next ON next.id = (
    SELECT min(id) FROM phase_change WHERE namnd = locked.namnd AND occasion = locked.occasion AND id > locked.id)
  WHERE locked.settlement = settlement.id AND next.phase = 'publicerat')`;

/** As it was put right last, else as it was told when it was locked. */
const asItStands = (column: SQLWrapper, told: SQLWrapper) => sql<string>`coalesce((
  SELECT ${column} FROM correction JOIN phase_change ON phase_change.id = correction.step
  WHERE phase_change.settlement = settlement.id ORDER BY correction.id DESC LIMIT 1), ${told})`;

/** A decision as it is told today. */
export const DECISION = {
  version: settlement.number,
  decidedOn: asItStands(correction.decidedOn, settlement.decidedOn),
  paragraph: asItStands(correction.paragraph, settlement.paragraph),
  diarienummer: asItStands(correction.diarienummer, settlement.diarienummer),
};

/** Undefined where there is no such version. */
export const readDecision = (db: Db, id: number): Decision | undefined =>
  db.select(DECISION).from(settlement).where(eq(settlement.id, id)).get();

/** A decision without its bytes, as it was told when it was locked. */
export type Settlement = Omit<Row, 'assessed'>;

const FIELDS = {
  id: settlement.id,
  namnd: settlement.namnd,
  occasion: settlement.occasion,
  number: settlement.number,
  sha256: settlement.sha256,
  decidedOn: settlement.decidedOn,
  paragraph: settlement.paragraph,
  diarienummer: settlement.diarienummer,
  byPerson: settlement.byPerson,
  byName: settlement.byName,
  byRole: settlement.byRole,
  at: settlement.at,
};

/** Every version that has been frozen, the first first. */
export const list = (db: Db, at: At): Settlement[] =>
  db.select(FIELDS).from(settlement).where(isAt(at)).orderBy(asc(settlement.number)).all();

/** As it was frozen, with what its bytes were then; undefined where there is no such version. */
export const readFrozen = (db: Db, at: At, number: number): Row | undefined =>
  db
    .select()
    .from(settlement)
    .where(and(isAt(at), eq(settlement.number, number)))
    .get();

export const readBytes = (db: Db, at: At, number: number): Buffer | undefined =>
  readFrozen(db, at, number)?.assessed;

export const readById = (db: Db, id: number): Row | undefined =>
  db.select().from(settlement).where(eq(settlement.id, id)).get();

/** Every version of a kommun's nämnder. */
export const idsOfKommun = (db: Db, kommun: number): number[] =>
  db
    .select({ id: settlement.id })
    .from(settlement)
    .innerJoin(namnd, eq(namnd.id, settlement.namnd))
    .where(eq(namnd.kommun, kommun))
    .orderBy(asc(settlement.id))
    .all()
    .map(({ id }) => id);

/** Every version of every nämnd, with where it is as the log names it; one at a time: they are large. */
export function* all(db: Db) {
  const places = db
    .select({ id: settlement.id, kommun: namnd.kommun, where: OCCASION })
    .from(settlement)
    .innerJoin(namnd, eq(namnd.id, settlement.namnd))
    .innerJoin(occasion, eq(occasion.id, settlement.occasion))
    .orderBy(asc(settlement.id))
    .all();
  for (const place of places) {
    const row = readById(db, place.id);
    if (row) yield { ...row, ...place };
  }
}

/** The number that the next version gets. */
export const nextNumber = (db: Db, at: At): number =>
  (db
    .select({ number: settlement.number })
    .from(settlement)
    .where(isAt(at))
    .orderBy(desc(settlement.number))
    .limit(1)
    .get()?.number ?? 0) + 1;

export const insert = (db: Db, row: Omit<Row, 'id'>): number =>
  db.insert(settlement).values(row).returning({ id: settlement.id }).get().id;
