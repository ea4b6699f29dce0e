import { groupBy } from '#lib/domain/group-by.ts';
import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Db } from '../db/client.ts';
import * as corrections from '../db/corrections.ts';
import * as occasions from '../db/occasions.ts';
import * as sentTrees from '../db/sent-trees.ts';
import { sha256Of } from '../db/sha256.ts';
import { agrees } from './held.ts';
import { placeOf, placeSteps } from './placed.ts';
import type { Placed } from './placed.ts';

const isAsSaid = ({ said, ...step }: Placed) => {
  const { phase, settlement, reason, publishedOn, meetingOn, namnd } = step;
  const { at, byName, byRole, byPerson } = step;
  const is = { phase, settlement, reason, publishedOn, meetingOn, namnd };
  return said === null || agrees(said, { ...is, at, byName, byRole, byPerson });
};

/** Occasions whose steps stand in another order than the log took them. */
function* misplaced(steps: readonly Placed[]): Generator<string> {
  for (const [, taken] of groupBy(steps, ({ kommun, where }) => placeOf(kommun, where))) {
    const seqs = taken.map(({ seq }) => seq).filter((seq) => seq !== null);
    if (seqs.some((seq, index) => index > 0 && seq < seqs[index - 1]!)) yield taken[0]!.where;
  }
}

/** Every step of every occasion is as the log tells it, and in its order. */
export function* checkSteps(db: Db): Generator<LogFault> {
  const { steps, left } = placeSteps(db);
  for (const step of steps) {
    const occasion = step.where;
    if (step.seq === null) yield { code: 'step', what: 'not-logged', occasion };
    else if (!isAsSaid(step)) yield { code: 'step', what: 'changed', occasion };
  }
  for (const { entityId } of left) yield { code: 'step', what: 'gone', occasion: entityId };
  for (const occasion of misplaced(steps)) yield { code: 'step', what: 'order', occasion };
}

type Stands = ReturnType<typeof occasions.stands>[number];

const idOf = ({ namnd, occasion }: Pick<Stands, 'namnd' | 'occasion'>) => `${namnd} ${occasion}`;

/** Every occasion stands where its steps led, with the days that the last kallelse told, or as they were put right last. */
export function* checkStands(db: Db): Generator<LogFault> {
  const taken = new Map(groupBy(placeSteps(db).steps, idOf));
  const put = new Map(
    corrections.all(db).flatMap(({ step, days }) => (days ? [[step, days]] : [])),
  );
  for (const stands of occasions.stands(db)) {
    const steps = taken.get(idOf(stands)) ?? [];
    taken.delete(idOf(stands));
    const { where: occasion, phase, publishedOn, meetingOn } = stands;
    if (phase !== (steps.at(-1)?.phase ?? 'oppet'))
      yield { code: 'step', what: 'elsewhere', occasion };
    const sent = steps.findLast(({ move }) => move === 'publish');
    const told = sent && (put.get(sent.id) ?? sent);
    if (told && (told.publishedOn !== publishedOn || told.meetingOn !== meetingOn))
      yield { code: 'step', what: 'dated', occasion };
  }
  for (const steps of taken.values())
    yield { code: 'step', what: 'elsewhere', occasion: steps[0]!.where };
}

/** What was sent with a kallelse is what its fingerprint says, and since it began to be kept there is one of every kallelse. */
export function* checkSent(db: Db): Generator<LogFault> {
  const published = placeSteps(db).steps.filter(({ move, said }) => said && move === 'publish');
  const left = new Map(published.map(({ id, where }) => [id, where]));
  let first = Infinity;
  for (const { step, assessed, sha256 } of sentTrees.all(db)) {
    first = Math.min(first, step);
    const occasion = left.get(step);
    left.delete(step);
    if (occasion === undefined) yield { code: 'sent', what: 'not-logged', step };
    else if (sha256Of(assessed) !== sha256) yield { code: 'sent', what: 'changed', step };
  }
  for (const step of left.keys()) if (step > first) yield { code: 'sent', what: 'gone', step };
}
