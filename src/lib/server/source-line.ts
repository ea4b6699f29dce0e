import type { Kommun } from '#lib/domain/model.ts';
import type { ObservationState } from '#lib/domain/observation.ts';
import { invariant } from '#lib/domain/result.ts';
import { suppress } from '#lib/domain/suppress.ts';
import { lineTexts } from '#lib/ingest/line-texts.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import type { Db } from './db/client.ts';
import * as measures from './db/measures.ts';
import * as observations from './db/observations.ts';
import * as places from './db/places.ts';
import * as uploads from './db/uploads.ts';
import type { Upload } from './db/uploads.ts';

/** Rows at the start of a file are enough to find its headings. */
const HEAD_BYTES = 100_000;

/** A line of a file that was read in, as it was read. */
export type SourceLine = {
  readonly line: number;
  /** The headings over it, where the file has them. */
  readonly heading: string | null;
  /** Null where it may not be shown: a value on it rests on too few answers. */
  readonly text: string | null;
};

/** What a kommun saw when an upload was the newest: it, and all that were stored before it. */
function seenWith(db: Db, kommun: Kommun, upload: Upload): uploads.Seen {
  const seq = upload.storedSeq ?? 0;
  const before = [...uploads.visible(db, kommun.id)].filter(([, other]) => other < seq);
  return new Map([...before, [upload.id, seq]]);
}

/** Whether a line gives away what is hidden: that of the source itself is printed so already. */
function isHidden(db: Db, kommun: Kommun, upload: Upload, line: number): boolean {
  const place = places.readKommun(db, kommun.code);
  invariant(place, `${kommun.slug} is a place`);
  const ids = uploads.measuresOf(db, upload.id);
  const list = observations.list(db, kommun.id, ids, seenWith(db, kommun, upload));
  const shown = suppress({
    observations: list,
    measures: measures.listByIds(db, ids),
    places: places.list(db, kommun.id),
    place: place.id,
  });
  const wasHidden = (before: ObservationState, after: ObservationState) =>
    before !== 'suppressed' && after === 'suppressed';
  return list.some(
    ({ source, state }, at) =>
      source.upload === upload.id && source.line === line && wasHidden(state, shown[at]!.state),
  );
}

function headingOf(bytes: Uint8Array): string | null {
  const { table } = readFile({ name: '', bytes: bytes.subarray(0, HEAD_BYTES) });
  return table === null ? null : (lineTexts(bytes, [table.headerLine])[0]?.text ?? null);
}

/** The line of an upload's file; null when the file has no such line, or is no longer kept. */
export function readSourceLine(
  db: Db,
  kommun: Kommun,
  upload: Upload,
  line: number,
): SourceLine | null {
  const bytes = uploads.readBytes(db, upload.file);
  const [found] = bytes ? lineTexts(bytes, [line]) : [];
  if (!bytes || !found) return null;
  const text = isHidden(db, kommun, upload, line) ? null : found.text;
  return { line, heading: headingOf(bytes), text };
}
