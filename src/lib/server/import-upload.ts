import type { Choices } from '#lib/domain/choices.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { Counted } from '#lib/domain/preview.ts';
import { severityOf } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { InputFile } from '#lib/ingest/read-file.ts';
import { examineCatalogue } from './catalogue-file.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as uploads from './db/uploads.ts';
import { differenceOf, examine } from './examine.ts';
import type { Examined } from './examine.ts';
import { isNews, storeCatalogue } from './import-catalogue.ts';
import type { CatalogueChange } from './import-catalogue.ts';
import { keptFile } from './kept-file.ts';
import { isStoredAlready, storeUpload } from './store-upload.ts';

export type UploadReport = Difference & {
  readonly file: string;
  readonly sha256: string;
  readonly of: Counted;
  /**
   * `asked`: it can be stored once its doubts are answered. `already-stored`: the same bytes as the
   * newest file, and nothing to change.
   */
  readonly outcome: 'stored' | 'already-stored' | 'asked' | 'refused' | 'tried';
  /** Lines that stopped the file. */
  readonly refused: number;
  readonly problems: readonly Problem[];
};

/** A problem that is told once may be that of many lines. */
const linesOf = (one: Problem): number =>
  'lines' in one && typeof one.lines === 'number' ? one.lines : 1;

function countRefused({ reading, problems, isStorable }: Examined): number {
  if (isStorable) return 0;
  const lines = new Map<number, number>();
  for (const one of problems) {
    if (!['error', 'ask'].includes(severityOf(one)) || !('line' in one)) continue;
    lines.set(one.line, Math.max(lines.get(one.line) ?? 0, linesOf(one)));
  }
  const sum = [...lines.values()].reduce((total, count) => total + count, 0);
  const rows = reading.table?.lines.length ?? 0;
  return sum === 0 ? rows : Math.min(sum, Math.max(rows, lines.size));
}

const NO_DIFFERENCE: Difference = { new: 0, changed: 0, unchanged: 0 };

const reportOf = (
  file: InputFile,
  examined: Examined,
  outcome: UploadReport['outcome'],
  difference: Difference = NO_DIFFERENCE,
): UploadReport => ({
  file: file.name,
  sha256: examined.sha256,
  of: 'values',
  outcome,
  ...difference,
  refused: countRefused(examined),
  problems: examined.problems,
});

/** A file is asked about when an answer to each of its doubts is enough; else it is refused. */
const stopOf = ({ outcome }: Examined) => (outcome === 'ask' ? 'asked' : 'refused');

export type ImportOptions = {
  /** Says what the file would do, and does nothing. */
  readonly isTrial?: boolean;
  readonly choices?: Choices;
};

/** A catalogue changes what can be read in, and no value. */
function importCatalogue(
  db: Db,
  actor: Actor,
  now: Date,
  file: InputFile,
  examined: Examined,
  found: CatalogueChange,
  isTrial: boolean,
): UploadReport {
  const report: UploadReport = { ...reportOf(file, examined, stopOf(examined)), of: found.of };
  if (examined.outcome === 'reject' || examined.outcome === 'ask') return report;
  const told = { ...report, ...found.difference, refused: 0 };
  if (isTrial) return { ...told, outcome: 'tried' };
  if (!isNews(found)) return { ...told, outcome: 'already-stored' };
  storeCatalogue(db, actor, now, { name: file.name, sha256: examined.sha256 }, found);
  return { ...told, outcome: 'stored' };
}

/**
 * Reads a file in at once, as commands and seeds do; the page shows a preview between. A file that
 * cannot be read without guessing stores nothing and gives all its problems.
 */
export function importUpload(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  file: InputFile,
  { isTrial = false, choices = NO_CHOICES }: ImportOptions = {},
): UploadReport {
  const examined = examine(db, kommun, file, choices);
  const catalogue = examineCatalogue(db, examined.reading);
  if (catalogue) return importCatalogue(db, actor, now, file, examined, catalogue, isTrial);
  if (!examined.isStorable) return reportOf(file, examined, stopOf(examined));
  const difference = differenceOf(db, kommun, examined);
  if (isTrial) return reportOf(file, examined, 'tried', difference);
  if (isStoredAlready(db, kommun, examined, difference)) {
    return reportOf(file, examined, 'already-stored', difference);
  }
  const packed = uploads.pack(file.bytes);
  const kept = keptFile(db, { ...file, packed }, examined);
  const stored = storeUpload(db, actor, now, kommun, kept, examined);
  const outcome = typeof stored.upload === 'number' ? 'stored' : 'already-stored';
  return reportOf(file, examined, outcome, stored.difference);
}
