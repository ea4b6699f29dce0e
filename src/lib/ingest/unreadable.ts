import type { NotATable, Problem } from '#lib/domain/problem.ts';
import { linesOf, somePiece } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { remembered } from './rows.ts';

/** First bytes of files that people rename or choose by mistake. */
const SIGNATURES: readonly (readonly [NotATable, readonly number[]])[] = [
  ['excel-97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

const HTML = /^\s*<(?:!doctype html|html|head|body|table|meta|script)\b/i;
const MAY_BE_HTML = /^\s*</;
const HTML_WITHIN = /<\/(?:html|body|table)>/i;
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

/** The first piece that is not blank; '' when all are. */
function firstFilled(pieces: Pieces): string {
  for (const piece of pieces) if (piece.trim() !== '') return piece;
  return '';
}

const within = (pieces: Pieces, pattern: RegExp) =>
  somePiece(pieces, (piece) => pattern.test(piece));

const isHtml = (start: string, pieces: Pieces) =>
  HTML.test(start) || (MAY_BE_HTML.test(start) && within(pieces, HTML_WITHIN));

const REFUSALS: readonly (readonly [
  applies: (start: string, pieces: Pieces) => boolean,
  Problem,
])[] = [
  [(start) => start === '', { code: 'empty-file' }],
  [isHtml, { code: 'looks-like-html' }],
  [(_, pieces) => within(pieces, BINARY), { code: 'not-a-table', found: 'binary' }],
];

/** Why the text can be no table at all, or null. */
export function textProblem(pieces: Pieces): Problem | null {
  const start = firstFilled(pieces);
  return REFUSALS.find(([applies]) => applies(start, pieces))?.[1] ?? null;
}

type Hit = { readonly line: number; readonly value: string; readonly lines: number };

/** The first word that looks wrong, and on how many lines there are such. */
function suspect(pieces: Pieces, pattern: RegExp): Hit | null {
  let first: Pick<Hit, 'line' | 'value'> | null = null;
  let [line, lines] = [0, 0];
  for (const text of linesOf(pieces)) {
    line += 1;
    if (!pattern.test(text)) continue;
    lines += 1;
    const words = text.split(/[\s;,|]+/);
    first ??= { line, value: words.find((word) => pattern.test(word)) ?? text.trim() };
  }
  return first && { ...first, lines };
}

/** Text that can be read but looks wrongly decoded somewhere on its way here. */
export function doubtfulText(pieces: Pieces): Problem[] {
  if (!somePiece(pieces, (piece) => DOUBLE.test(piece) || DAMAGED.test(piece))) return [];
  const isDouble = within(pieces, DOUBLE);
  const hit = suspect(pieces, isDouble ? DOUBLE : DAMAGED);
  return hit ? [{ code: isDouble ? 'double-encoded' : 'damaged-text', ...hit }] : [];
}

/** The same for texts that come one by one, each with its line. */
export function doubtCollector() {
  const hits: Record<'double-encoded' | 'damaged-text', { line: number; value: string }[]> = {
    'double-encoded': [],
    'damaged-text': [],
  };
  const codeOf = remembered((text: string) =>
    DOUBLE.test(text) ? 'double-encoded' : DAMAGED.test(text) ? 'damaged-text' : null,
  );
  const told = (code: keyof typeof hits): Problem[] => {
    const [first] = hits[code];
    if (!first) return [];
    return [{ code, ...first, lines: new Set(hits[code].map(({ line }) => line)).size }];
  };
  return {
    add: (value: string, line: number): void => {
      const code = codeOf(value);
      if (code) hits[code].push({ line, value });
    },
    problems: () =>
      hits['double-encoded'].length > 0 ? told('double-encoded') : told('damaged-text'),
  };
}
