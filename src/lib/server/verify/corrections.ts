import { groupBy } from '#lib/domain/group-by.ts';
import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Db } from '../db/client.ts';
import * as corrections from '../db/corrections.ts';
import * as logRows from '../db/log-rows.ts';
import type { LogRow } from '../db/log-rows.ts';
import { byOf, dataOf, held, numberIn } from './held.ts';
import type { Data, Kept } from './held.ts';
import { placeOf, placeSteps } from './placed.ts';
import type { Placed } from './placed.ts';

const NO_DAYS = { publishedOn: null, meetingOn: null };
const NO_DECISION = { decidedOn: null, paragraph: null, diarienummer: null };

/** The days are of the kallelse that was sent last before the row, and the decision of the last locking. */
const stepOf = ({ action, seq }: LogRow, taken: readonly Placed[]): number | undefined =>
  taken.findLast(
    ({ move, seq: at }) =>
      at !== null && at < seq && move === (action === 'occasion.redate' ? 'publish' : 'lock'),
  )?.id;

function saidOf(row: LogRow, taken: readonly Placed[]): Data {
  const { publishedOn, meetingOn, decidedOn, paragraph, diarienummer } = dataOf(row.after);
  const put =
    row.action === 'occasion.redate'
      ? { ...NO_DECISION, publishedOn, meetingOn }
      : { ...NO_DAYS, decidedOn, paragraph, diarienummer };
  return { ...put, ...byOf(row), reason: row.reason, step: stepOf(row, taken) };
}

function saidIn(db: Db): ReadonlyMap<number, Data> {
  const taken = groupBy(placeSteps(db).steps, ({ kommun, where }) => placeOf(kommun, where));
  const said = new Map<number, Data>();
  for (const row of logRows.ofActions(db, ['occasion.redate', 'occasion.correct'])) {
    const correction = numberIn(dataOf(row.after)['correction']);
    if (correction !== null)
      said.set(correction, saidOf(row, taken.get(placeOf(row.kommun, row.entityId)) ?? []));
  }
  return said;
}

const keptIn = (db: Db): Kept<number>[] =>
  corrections.all(db).map(({ id, days, decision, ...row }) => ({
    key: id,
    is: { ...row, ...(days ?? NO_DAYS), ...(decision ?? NO_DECISION) },
  }));

/** What was put right is what the log has, and of the step that it says. */
export const checkCorrections = (db: Db): Generator<LogFault> =>
  held(keptIn(db), saidIn(db), (what, correction) => ({ code: 'corrected', what, correction }));
