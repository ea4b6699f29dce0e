import type { Problem } from '#lib/domain/problem.ts';
import { isArray, isObject } from '../json.ts';
import type { Json, JsonFile, JsonObject, Spot } from '../json.ts';

/* An answer of Kolada's API as it was saved: its envelope, checked, with what it holds not yet looked at. */

export type Answer = {
  /** 2 closed in 2026; files of it are still met. */
  readonly version: 2 | 3;
  /** It says no more than that version 2 has closed. */
  readonly isClosed: boolean;
  /** The address of the next page; null for the last. */
  readonly next: string | null;
  readonly rows: readonly JsonObject[];
  /** Rows that are none. */
  readonly problems: readonly Problem[];
  readonly spotOf: (object: JsonObject) => Spot;
};

/** Names that only one version writes: of its envelope, its values, its nyckeltal, its groups. */
const OWN: readonly (readonly [version: 2 | 3, name: string])[] = [
  [3, 'next_url'],
  [3, 'previous_url'],
  [2, 'next_page'],
  [2, 'previous_page'],
  [3, 'isdeleted'],
  [2, 'is_deleted'],
  [3, 'auspice'],
  [2, 'auspices'],
  [3, 'member_id'],
];

const firstObject = (json: Json | undefined) => (isArray(json) ? json.find(isObject) : undefined);

/** Told by the names; version 2 leaves its links out where there is no other page, version 3 never. */
function versionOf(envelope: JsonObject, rows: readonly JsonObject[]): 2 | 3 {
  const [row] = rows;
  const within = [firstObject(row?.['values']), firstObject(row?.['members'])];
  const objects = [envelope, row, ...within].filter((one) => one !== undefined);
  const own = OWN.find(([, name]) => objects.some((one) => Object.hasOwn(one, name)));
  return own?.[0] ?? ('count' in envelope ? 2 : 3);
}

/** The body of the 410 that version 2 answers everything with. */
const saysClosed = ({ error }: JsonObject) =>
  typeof error === 'string' && /deprecated/i.test(error) && error.includes('/v3');

/** A text of the file short enough to be told. */
export const quoted = (json: Json | undefined): string => JSON.stringify(json ?? null).slice(0, 60);

const notRows = (values: readonly Json[]): Problem[] =>
  values.flatMap((each, at): Problem[] =>
    isObject(each)
      ? []
      : [{ code: 'odd-field', line: 1, column: `values[${at}]`, value: quoted(each) }],
  );

const nextOf = (envelope: JsonObject): string | null => {
  const next = envelope['next_url'] ?? envelope['next_page'];
  return typeof next === 'string' && next !== '' ? next : null;
};

const isPage = (json: Json): json is JsonObject =>
  isObject(json) &&
  isArray(json['values']) &&
  ['next_url', 'next_page'].some((name) => Object.hasOwn(json, name));

/** Pages saved in a list are one answer, that goes on where the last of them does. */
function joinedPages(pages: readonly JsonObject[]): JsonObject {
  const values = pages.flatMap((page) => page['values'] as readonly Json[]);
  return { ...pages.at(-1), values };
}

/** The envelope, several of them, or the rows alone; null for JSON that is no answer of Kolada's. */
export function answerOf({ root, spotOf }: JsonFile): Answer | null {
  const isBare = isArray(root) && root.length > 0;
  const bare = isBare && root.every(isPage) ? joinedPages(root) : { values: root };
  const envelope = isBare ? bare : isObject(root) ? root : {};
  const isClosed = saysClosed(envelope);
  const values = isClosed ? [] : envelope['values'];
  if (!isArray(values)) return null;
  const rows = values.filter(isObject);
  return {
    version: isClosed ? 2 : versionOf(envelope, rows),
    isClosed,
    next: nextOf(envelope),
    rows,
    problems: notRows(values),
    spotOf,
  };
}

/** So many rows show what an answer is of. */
const SAMPLE = 100;

/** How large a part of the first rows have all of some fields. */
export function shareWith(
  { rows }: Pick<Answer, 'rows'>,
  isOne: (row: JsonObject) => boolean,
): number {
  const sample = rows.slice(0, SAMPLE);
  return sample.length === 0 ? 0 : sample.filter(isOne).length / sample.length;
}

export const hasAll = (row: JsonObject, ...names: readonly string[]): boolean =>
  names.every((name) => Object.hasOwn(row, name));

/** A text or a number as text, '' where nothing stands; undefined where something else does. */
export function textOf(json: Json | undefined): string | undefined {
  if (json === null || json === undefined) return '';
  if (typeof json === 'number') return numberText(json);
  return typeof json === 'string' ? json.trim() : undefined;
}

/** JavaScript writes 0.00000001 as 1e-8, which no column of numbers has. */
function numberText(number: number): string {
  const text = String(number);
  return text.includes('e-') ? number.toFixed(20).replace(/\.?0+$/, '') : text;
}
