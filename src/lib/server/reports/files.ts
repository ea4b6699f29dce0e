import type { Assessed } from '#lib/domain/assess-all.ts';
import { invariant } from '#lib/domain/result.ts';
import type { ReportDocument } from '#lib/format/document.ts';
import { valuesCsv } from '#lib/format/report/values-csv.ts';
import type { Db } from '../db/client.ts';
import * as reportFiles from '../db/report-files.ts';
import * as wordTemplates from '../db/word-templates.ts';
import { readBase } from '../report/base.ts';
import type { Base } from '../report/base.ts';
import { renderDocx } from '../report/docx.ts';
import { renderHtml } from '../report/html.ts';
import { renderXlsx } from '../report/xlsx.ts';
import { settlementOf } from './read.ts';

/* A report as files. */

export const REPORT_FORMATS = ['docx', 'xlsx', 'csv', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const MEDIA_TYPE: Readonly<Record<ReportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

type Made = { readonly assessed: Assessed; readonly document: ReportDocument };

/** The kommun's own Word file, which was looked at when it was taken in; null where it has none. */
function baseOf(db: Db, kommun: number): Base | null {
  const kept = wordTemplates.read(db, kommun);
  if (!kept) return null;
  const base = readBase(kept.bytes);
  invariant(base.ok, 'the Word file could be read when it came');
  return base.value;
}

const bytes = (text: string) => Buffer.from(text, 'utf8');

const MAKE: Readonly<
  Record<ReportFormat, (db: Db, made: Made) => Promise<Uint8Array> | Uint8Array>
> = {
  docx: (db, { assessed, document }) => renderDocx(document, baseOf(db, assessed.kommun.id)),
  xlsx: (_, { document }) => renderXlsx(document),
  csv: (_, { assessed }) => bytes(valuesCsv(assessed)),
  html: (_, { document }) => bytes(renderHtml(document)),
};

/**
 * The file of a report. Of a version that was decided the one that was frozen; where it has not been made yet it is made
 * of the frozen document, and kept: the next one is that, byte for byte.
 */
export async function reportFile(
  db: Db,
  made: Made & { readonly isFrozen: boolean },
  format: ReportFormat,
): Promise<Uint8Array> {
  const settlement = made.isFrozen ? settlementOf(db, made.assessed) : null;
  if (settlement === null) return MAKE[format](db, made);
  const kept = reportFiles.read(db, settlement, format);
  if (kept) return kept.bytes;
  const fresh = await MAKE[format](db, made);
  // Somebody else may have made it meanwhile: the first stands.
  return reportFiles.keepFirst(db, settlement, format, fresh);
}
