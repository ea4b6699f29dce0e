import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { invariant } from '#lib/domain/result.ts';
import { answersOf } from '#lib/domain/small-count.ts';
import type { Db } from './db/client.ts';
import * as settlements from './db/settlements.ts';
import { thaw } from './frozen.ts';

/** Of a version the observations of each measure that counts people. */
type Version = ReadonlyMap<number, readonly Observation[]>;

/** By connection; a version never changes, so it is read once for as long as we run. */
const keptOf = new WeakMap<Db, Map<number, Version>>();

/** Where nobody is counted and nothing is hidden, nothing can be worked out. */
const countsPeople = ({ measure, observations }: Assessed['indicators'][number]) =>
  measure.hidesPersons ||
  observations.some((one) => one.state === 'suppressed' || answersOf(one, measure) !== null);

function versionOf(db: Db, id: number): Version {
  const row = settlements.readById(db, id);
  invariant(row, `settlement ${id} is kept`);
  const shown = thaw(row.assessed)
    .indicators.filter(countsPeople)
    .map(({ measure, observations }) => [measure.id, observations] as const);
  return new Map(shown);
}

/** What everybody can read of some measures in what the kommun's nämnder have decided, version by version. */
export function readDecidedValues(
  db: Db,
  kommun: Pick<Kommun, 'id'>,
  measures: readonly number[],
): readonly (readonly Observation[])[] {
  const kept = keptOf.get(db) ?? new Map<number, Version>();
  keptOf.set(db, kept);
  return settlements.idsOfKommun(db, kommun.id).flatMap((id) => {
    const version = kept.get(id) ?? versionOf(db, id);
    kept.set(id, version);
    const shown = measures.flatMap((measure) => version.get(measure) ?? []);
    return shown.length > 0 ? [shown] : [];
  });
}
