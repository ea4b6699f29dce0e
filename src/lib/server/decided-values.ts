import type { Assessed } from '#lib/domain/assess-all.ts';
import type { DecidedValue } from '#lib/domain/decided-before.ts';
import { keyOf } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { invariant } from '#lib/domain/result.ts';
import { answersOf } from '#lib/domain/small-count.ts';
import type { Db } from './db/client.ts';
import * as observations from './db/observations.ts';
import * as settlements from './db/settlements.ts';
import { thaw } from './frozen.ts';

/** Of a version the values of each measure that counts people. */
type Version = ReadonlyMap<number, readonly DecidedValue[]>;

/** By connection; a version never changes, so it is read once for as long as we run. */
const keptOf = new WeakMap<Db, Map<number, Version>>();

/** Where nobody is counted and nothing is hidden, nothing can be worked out. */
const countsPeople = ({ measure, observations }: Assessed['indicators'][number]) =>
  measure.hidesPersons ||
  observations.some((one) => one.state === 'suppressed' || answersOf(one, measure) !== null);

/** What was read under what a version hides: the rows of uploads stay, whatever becomes of them. */
function storedUnder(db: Db, kommun: number, hidden: readonly Observation[]) {
  const measures = [...new Set(hidden.map(({ measure }) => measure))];
  const uploads = [...new Set(hidden.map(({ source }) => source.upload))];
  const read = observations.readings(db, kommun, measures, uploads);
  const nameOf = (one: Observation) => `${keyOf(one)} ${one.source.upload}`;
  const byName = new Map(read.map((one) => [nameOf(one), one]));
  return (one: Observation) => byName.get(nameOf(one)) ?? one;
}

function versionOf(db: Db, kommun: number, id: number): Version {
  const row = settlements.readById(db, id);
  invariant(row, `settlement ${id} is kept`);
  const counted = thaw(row.assessed).indicators.filter(countsPeople);
  const hidden = counted.flatMap(({ observations: all }) =>
    all.filter(({ state }) => state === 'suppressed'),
  );
  const under = storedUnder(db, kommun, hidden);
  return new Map(
    counted.map(({ measure, observations: all }) => [
      measure.id,
      all.map((shown) => ({ shown, stored: shown.state === 'suppressed' ? under(shown) : shown })),
    ]),
  );
}

/** What everybody can read of some measures in what the kommun's nämnder have decided, version by version. */
export function readDecidedValues(
  db: Db,
  kommun: Pick<Kommun, 'id'>,
  measures: readonly number[],
): readonly (readonly DecidedValue[])[] {
  const kept = keptOf.get(db) ?? new Map<number, Version>();
  keptOf.set(db, kept);
  return settlements.idsOfKommun(db, kommun.id).flatMap((id) => {
    const version = kept.get(id) ?? versionOf(db, kommun.id, id);
    kept.set(id, version);
    const shown = measures.flatMap((measure) => version.get(measure) ?? []);
    return shown.length > 0 ? [shown] : [];
  });
}
