import { redactedWorkbook } from '#lib/ingest/redact-workbook.ts';
import { mustRedact, redactedCopy } from '#lib/ingest/redact.ts';
import { isZip } from '#lib/ingest/workbook/workbook.ts';
import type { Db } from './db/client.ts';
import * as uploads from './db/uploads.ts';
import type { Examined } from './examine.ts';

/** A file as it is kept, by its name. */
export type PackedFile = {
  readonly name: string;
  readonly packed: Buffer;
  readonly isRedacted: boolean;
};

/**
 * What is kept of a file that has been examined: its bytes, or a copy without what tells of persons.
 * Of one that is there as a copy already, a copy of the copy: what was found before is not found anew
 * where somebody has answered otherwise since.
 */
export function keptFile(
  db: Db,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly packed: Buffer },
  { sha256, reading, choices }: Pick<Examined, 'sha256' | 'reading' | 'choices'>,
): PackedFile {
  const { name, packed } = file;
  if (!mustRedact(reading)) return { name, packed, isRedacted: false };
  const before = uploads.isRedacted(db, sha256) ? uploads.readBytes(db, sha256) : null;
  const copy = isZip(file.bytes)
    ? redactedWorkbook(file.bytes, before, reading)
    : redactedCopy(before ?? file.bytes, choices, reading);
  return { name, packed: uploads.pack(copy), isRedacted: true };
}
