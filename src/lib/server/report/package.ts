import { ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { openZip, packed } from '#lib/ingest/workbook/zip.ts';

/* A file of Office is a zip file of parts (ECMA-376, part 2). */

export type Parts = ReadonlyMap<string, Uint8Array>;

/** A part that will be read as text is never larger than this: a report of a thousand pages is 30 MB. */
export const LARGEST_PART = 40_000_000;

const text = new TextDecoder();
const bytes = new TextEncoder();

export const partText = (parts: Parts, name: string): string | null => {
  const part = parts.get(name);
  return part ? text.decode(part) : null;
};

export const asPart = (xml: string): Uint8Array => bytes.encode(xml);

/** All parts; a part that is not what the directory says makes the package broken. */
export function openPackage(file: Uint8Array): Result<Parts, 'broken' | 'too-large'> {
  const zip = openZip(file, (name) => !name.endsWith('/'));
  if (!zip.ok) return zip;
  const parts = new Map<string, Uint8Array>();
  for (const name of zip.value.names.filter((one) => !one.endsWith('/'))) {
    const part = zip.value.read(name);
    if (!part) return { ok: false, error: 'broken' };
    parts.set(name, part);
  }
  return ok(parts);
}

/** What tells a reader what the file is stands first. */
const FIRST = ['[Content_Types].xml', '_rels/.rels'];
const place = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/** The same parts are the same bytes, in whatever order they came. */
export const packParts = (parts: Parts): Uint8Array =>
  packed(
    Object.fromEntries(
      [...parts].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : Number(a > b))),
    ),
  );
