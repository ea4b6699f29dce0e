import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Db } from '../db/client.ts';
import * as logRows from '../db/log-rows.ts';
import * as reportFiles from '../db/report-files.ts';
import * as settlements from '../db/settlements.ts';
import { sha256Of } from '../db/sha256.ts';
import { byOf, dataOf, held, numberIn } from './held.ts';
import type { Data, Kept } from './held.ts';

/** What the log says was frozen, by the number of its version in the database. */
function saidIn(db: Db): ReadonlyMap<number, Data> {
  const said = new Map<number, Data>();
  for (const row of logRows.ofActions(db, ['occasion.lock'])) {
    const after = dataOf(row.after);
    const settlement = numberIn(after['settlement']);
    const { kommun, entityId: where, namnd } = row;
    const at = { kommun, where, namnd: namnd ?? undefined };
    if (settlement !== null) said.set(settlement, { ...after, ...byOf(row), ...at, isWhole: true });
  }
  return said;
}

/** The fingerprint of the report that was frozen with a version, and whether each of its files is what it is said to be. */
function reportOf(db: Db, settlement: number) {
  const files = reportFiles.all(db, settlement).map(({ bytes, ...file }) => ({
    ...{ ...file, isWhole: sha256Of(bytes) === file.sha256 },
  }));
  return {
    report: files.find(({ format }) => format === 'json')?.sha256 ?? null,
    isWhole: files.every((file) => file.isWhole),
  };
}

function* keptIn(db: Db): Generator<Kept<number>> {
  for (const { id, assessed, number, occasion: _, ...row } of settlements.all(db)) {
    // The fingerprint that is shown and handed out with a version is that of its bytes.
    const { report, ...files } = reportOf(db, id);
    const isWhole = sha256Of(assessed) === row.sha256 && files.isWhole;
    yield { key: id, is: { ...row, version: number, report, isWhole } };
  }
}

/** What was decided is what was frozen, where and by whom, with its day, paragraph and number. */
export const checkSettlements = (db: Db): Generator<LogFault> =>
  held(keptIn(db), saidIn(db), (what, settlement) => ({ code: 'frozen', what, settlement }));
