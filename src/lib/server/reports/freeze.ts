import type { Assessed } from '#lib/domain/assess-all.ts';
import { composeReport } from '#lib/format/report/compose.ts';
import type { Db } from '../db/client.ts';
import * as reportFiles from '../db/report-files.ts';
import { readTemplate, readWritten } from './read.ts';

/**
 * Keeps the report of a tree that is being decided, as the document its files are made of; answers its fingerprint. In
 * the transaction that locks it, so that no text comes between what was decided and what is kept.
 */
export function freezeReport(db: Db, settlement: number, assessed: Assessed): string {
  const { template } = readTemplate(db, assessed);
  const document = composeReport(assessed, template, readWritten(db, assessed), '');
  return reportFiles.insert(db, settlement, 'json', Buffer.from(JSON.stringify(document)));
}
