/*
 * Texts come from files, from people and from Word itself. XML 1.0 (2.2) has no place for most control characters, and
 * Word calls a file broken for the sake of one.
 */

const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

/** Marks that turn what stands after them around, also what is not theirs; Hebrew and Arabic need none of them. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/** A text that XML, HTML and a workbook may hold: line ends of one kind, no half signs. */
export const holdable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(TURNING, '');

/** The same data with every text in it made holdable; bytes are left alone. */
export function holdableAll<T>(data: T): T {
  if (typeof data === 'string') return holdable(data) as T;
  if (data === null || typeof data !== 'object' || data instanceof Uint8Array) return data;
  if (Array.isArray(data)) return data.map(holdableAll) as T;
  const entries = Object.entries(data).map(([key, value]) => [key, holdableAll(value as unknown)]);
  return Object.fromEntries(entries) as T;
}

/** `&<>"'` as entities, for XML and HTML, in text and within quotes. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
