import type { Decision, Kommun } from '#lib/domain/model.ts';
import type { Db } from './db/client.ts';
import * as namnder from './db/namnder.ts';
import * as occasions from './db/occasions.ts';
import * as settlements from './db/settlements.ts';
import { thaw } from './frozen.ts';
import { holdsValueOf } from './shown-to-all.ts';

/** Something that a nämnd has decided. */
export type Resting = {
  readonly namnd: string;
  readonly occasion: string;
  readonly decision: Decision;
};

/** What has been decided with values that came with some uploads, the first first: each is frozen, and stands without its file. */
export function restingOn(
  db: Db,
  kommun: Pick<Kommun, 'id'>,
  uploads: ReadonlySet<number>,
): readonly Resting[] {
  const names = new Map(namnder.list(db, kommun.id).map(({ id, name }) => [id, name]));
  return settlements.idsOfKommun(db, kommun.id).flatMap((id) => {
    const row = settlements.readById(db, id);
    const rests = row && holdsValueOf(thaw(row.assessed), uploads);
    const decision = settlements.readDecision(db, id);
    if (!rests || !decision) return [];
    const occasion = occasions.readName(db, row.occasion)?.title ?? '';
    return [{ namnd: names.get(row.namnd) ?? '', occasion, decision }];
  });
}
