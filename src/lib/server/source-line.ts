import { NO_CHOICES } from '#lib/domain/choices.ts';
import { keyOf } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
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
const LINE_FEED = 10;

/** A line of a file that was read in, as it was read. */
export type SourceLine = {
  readonly line: number;
  /** The headings over it, where the file has them. */
  readonly heading: string | null;
  /** Null where it may not be shown: a value on it rests on too few answers. */
  readonly text: string | null;
};

/** The values of an upload that a kommun shows, where it stands alone. */
const rowsOf = (db: Db, kommun: Kommun, { id }: Upload, ids: readonly number[]) =>
  observations.list(db, kommun.id, ids, new Map([[id, 0]]));

/**
 * Whether a line gives away what is hidden, of itself or by subtraction: beside what was seen when it
 * was stored, or beside what is seen now. That of the source itself is printed so already.
 */
function isHidden(
  db: Db,
  kommun: Kommun,
  upload: Upload,
  own: readonly Observation[],
  line: number,
): boolean {
  const place = places.readKommun(db, kommun.code);
  invariant(place, `${kommun.slug} is a place`);
  const ids = uploads.measuresOf(db, upload.id);
  const about = {
    measures: measures.listByIds(db, ids),
    places: places.list(db, kommun.id),
    place: place.id,
  };
  const now = uploads.visible(db, kommun.id);
  const then = new Map([...now].filter(([, seq]) => seq < (upload.storedSeq ?? 0)));
  return [then, now].some((seen) => {
    const beside = observations.list(db, kommun.id, ids, seen);
    const newest = new Map([...beside, ...own].map((one) => [keyOf(one), one]));
    const list = [...newest.values()];
    const shown = suppress({ observations: list, ...about });
    return list.some(
      (one, at) =>
        one.source.upload === upload.id &&
        one.source.line === line &&
        one.state !== 'suppressed' &&
        shown[at]!.state === 'suppressed',
    );
  });
}

/** The sheet of an upload that was read; none of what was read before there were workbooks. */
const sheetOf = ({ choices }: Upload) => choices?.sheet ?? null;

function headingOf(bytes: Uint8Array, sheet: string | null): string | null {
  const at = (headerLine: number | null) =>
    headerLine === null ? null : (lineTexts(bytes, [headerLine], sheet)[0]?.text ?? null);
  if (sheet !== null) return at(readFile({ name: '', bytes }, { ...NO_CHOICES, sheet }).headerLine);
  const whole = bytes.subarray(0, bytes.lastIndexOf(LINE_FEED, HEAD_BYTES) + 1);
  // Cut within a cell that goes on over lines, the start is no table.
  const lineIn = (part: Uint8Array) => readFile({ name: '', bytes: part }).headerLine;
  return at(lineIn(whole) ?? lineIn(bytes));
}

/**
 * The line of an upload's file; null when no value that the kommun shows stands on it, or the file is
 * no longer kept. Other lines are not shown one by one: a sum gives away what is beside it.
 */
export function readSourceLine(
  db: Db,
  kommun: Kommun,
  upload: Upload,
  line: number,
): SourceLine | null {
  const own = rowsOf(db, kommun, upload, uploads.measuresOf(db, upload.id));
  const bytes = own.some(({ source }) => source.line === line)
    ? uploads.readBytes(db, upload.file)
    : null;
  const [found] = bytes ? lineTexts(bytes, [line], sheetOf(upload)) : [];
  if (!bytes || !found) return null;
  const text = isHidden(db, kommun, upload, own, line) ? null : found.text;
  return { line, heading: headingOf(bytes, sheetOf(upload)), text };
}
