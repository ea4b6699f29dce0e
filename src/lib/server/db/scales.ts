import { asc, eq, inArray } from 'drizzle-orm';
import type { Scale, Step } from '#lib/domain/model.ts';
import type { Db } from './client.ts';
import { scale, scaleStep } from './schema/plan.ts';

const asStep = (row: typeof scaleStep.$inferSelect): Step => ({
  key: row.key,
  word: { outcome: row.word, forecast: row.wordForecast },
  short: row.short,
  colour: row.colour,
  score: row.score,
  verdict: row.verdict,
});

export function list(db: Db, kommun: number): Scale[] {
  const scales = db
    .select()
    .from(scale)
    .where(eq(scale.kommun, kommun))
    .orderBy(asc(scale.id))
    .all();
  const ids = scales.map((one) => one.id);
  const steps = db
    .select()
    .from(scaleStep)
    .where(inArray(scaleStep.scale, ids))
    .orderBy(asc(scaleStep.position))
    .all();
  return scales.map(({ id, key, title, coloursBy }) => ({
    ...{ id, key, title, coloursBy },
    steps: steps.filter((step) => step.scale === id).map(asStep),
  }));
}

/** Database ids of a scale's steps by key: what a judgement points at. */
export const stepIds = (db: Db, scaleId: number): ReadonlyMap<string, number> =>
  new Map(
    db
      .select({ key: scaleStep.key, id: scaleStep.id })
      .from(scaleStep)
      .where(eq(scaleStep.scale, scaleId))
      .all()
      .map((row) => [row.key, row.id]),
  );

export function insert(db: Db, kommun: number, row: Omit<Scale, 'id'>): number {
  const { id } = db
    .insert(scale)
    .values({ kommun, key: row.key, title: row.title, coloursBy: row.coloursBy })
    .returning({ id: scale.id })
    .get();
  const steps = row.steps.map(({ word, ...step }, position) => ({
    ...step,
    scale: id,
    position,
    word: word.outcome,
    wordForecast: word.forecast,
  }));
  db.insert(scaleStep).values(steps).run();
  return id;
}
