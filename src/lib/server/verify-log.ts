import type { LogFault } from '#lib/domain/log-fault.ts';
import { readTogether } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as logRows from './db/log-rows.ts';
import { checkChain, checkExpected, checkNewest } from './verify/chain.ts';
import type { Mark } from './verify/chain.ts';
import { checkCorrections } from './verify/corrections.ts';
import { checkFiles, checkGallringar } from './verify/files.ts';
import { checkSaid } from './verify/said.ts';
import { checkSettlements } from './verify/settlements.ts';
import { checkSent, checkStands, checkSteps } from './verify/steps.ts';
import { checkUploads } from './verify/uploads.ts';

export type { Mark } from './verify/chain.ts';

/*
 * Whether the log is as it was written, and what it tells of is as it tells. The chain is read in steps up to the row
 * that was the newest at the start; what comes later is left for the next time.
 */

/** What the log binds: gives everything that is not as it says. What else is bound is checked by one more here. */
const CHECKS: readonly ((db: Db) => Iterable<LogFault>)[] = [
  ...[checkSettlements, checkCorrections, checkSteps, checkStands, checkSent],
  ...[checkUploads, checkGallringar, checkFiles, checkSaid, checkNewest],
];

export type Verified = {
  readonly rows: number;
  /** What to write down; null of an empty log. */
  readonly newest: Mark | null;
  readonly faults: readonly LogFault[];
};

/** Every fault there is, in the order of the checks and within each of the rows. */
export function verifyLog(db: Db, expected: Mark | null): Verified {
  const newest = logRows.newest(db);
  const last = newest?.seq ?? 0;
  return {
    rows: logRows.countUpTo(db, last),
    newest,
    faults: [
      ...checkChain(db, last),
      ...checkExpected(db, last, expected),
      // What is told of and its row come in one transaction: so are they read, and no step is taken between.
      ...CHECKS.flatMap((check) => readTogether(db, () => [...check(db)])),
    ],
  };
}
