import type { Problem } from '#lib/domain/problem.ts';
import { unifyLineEnds } from './csv.ts';
import { decode } from './decode.ts';
import type { Encoding } from './decode.ts';
import { changedPieces } from './pieces.ts';
import type { Pieces } from './pieces.ts';
import { signatureProblem, textProblem } from './unreadable.ts';

/** Marks that nobody sees, left by files pasted together; they would make one name two. */
const INVISIBLE = /[\ufeff\u200b]/g;
/** Only from here on may a letter be of several signs; a text of Latin letters is passed by. */
const MAY_BE_COMPOSED = /[\u0300-\uffff]/;

/** å as one sign and as a with a ring are one letter, so that one name is one name. */
export const composed = (text: string) =>
  MAY_BE_COMPOSED.test(text) ? text.normalize('NFC').replace(INVISIBLE, '') : text;

const END_SIGN = 0x1a;

/** Old programs end a text with a sign of its own, Ctrl-Z. */
const withoutEndSign = (bytes: Uint8Array): Uint8Array =>
  bytes.at(-1) === END_SIGN ? bytes.subarray(0, -1) : bytes;

/** The text, its letters composed and its line ends of one kind; or why there is none. */
export function readText(bytes: Uint8Array): {
  readonly encoding: Encoding | null;
  readonly pieces: Pieces;
  readonly refusal: Problem | null;
} {
  const signature = signatureProblem(bytes);
  if (signature) return { encoding: null, pieces: [], refusal: signature };
  const decoded = decode(withoutEndSign(bytes));
  const pieces = changedPieces(decoded.pieces, (piece) => unifyLineEnds(composed(piece)));
  return { encoding: decoded.encoding, pieces, refusal: textProblem(pieces) };
}
