import type { NotATable, Problem } from '#lib/domain/problem.ts';

/** First bytes of files that people rename or choose by mistake. */
const SIGNATURES: readonly (readonly [NotATable, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['excel-97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

const HTML = /^\s*<(?:!doctype html|html|head|body|table|meta|script)\b/i;
const HTML_WITHIN = /^\s*<[^]*<\/(?:html|body|table)>/i;
const JSON_DATA = /^\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*[{[])/;
/** Control signs that no text has; a NUL first of all. */
const BINARY = /[^\P{Cc}\s\u007f-\u009f]/u;

/** UTF-8 read as Windows-1252 and stored again: Ã¥ for å; or read as Windows-1250: ĺ for å. */
const DOUBLE = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00bf]|â‚¬|â€|ï»¿|ĺ/;
/** A sign that is lost already, or å ä ö of DOS and old Mac read as Windows-1252. */
const DAMAGED = /\ufffd|\p{L}[†„”][\p{Ll}]|\p{Ll}[ŒŠ]\p{Ll}|[\u0080-\u009f]/u;

/** What the bytes say before they are text. */
export function signatureProblem(bytes: Uint8Array): Problem | null {
  const found = SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  return found ? { code: 'not-a-table', found: found[0] } : null;
}

const REFUSALS: readonly (readonly [(text: string) => boolean, Problem])[] = [
  [(text) => text.trim() === '', { code: 'empty-file' }],
  [(text) => HTML.test(text) || HTML_WITHIN.test(text), { code: 'looks-like-html' }],
  [(text) => JSON_DATA.test(text), { code: 'not-a-table', found: 'json' }],
  [(text) => BINARY.test(text), { code: 'not-a-table', found: 'binary' }],
];

/** Why the text can be no table at all, or null. */
export const textProblem = (text: string): Problem | null =>
  REFUSALS.find(([applies]) => applies(text))?.[1] ?? null;

type Hit = { readonly line: number; readonly value: string; readonly lines: number };

/** The first word that looks wrong, and on how many lines there are such. */
function suspect(lines: readonly string[], pattern: RegExp): Hit | null {
  const hits = lines.flatMap((line, at) => (pattern.test(line) ? [{ line, at }] : []));
  const [first] = hits;
  if (!first) return null;
  const words = first.line.split(/[\s;,|]+/);
  const value = words.find((word) => pattern.test(word)) ?? first.line.trim();
  return { line: first.at + 1, value, lines: hits.length };
}

/** Text that can be read but looks wrongly decoded somewhere on its way here. */
export function doubtfulText(text: string): Problem[] {
  const isDouble = DOUBLE.test(text);
  if (!isDouble && !DAMAGED.test(text)) return [];
  const hit = suspect(text.split('\n'), isDouble ? DOUBLE : DAMAGED);
  return hit ? [{ code: isDouble ? 'double-encoded' : 'damaged-text', ...hit }] : [];
}
