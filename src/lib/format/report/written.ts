import type { Slot } from '#lib/domain/report.ts';
import { slotKey } from '#lib/domain/report.ts';
import { blocksOf } from '#lib/domain/rich-text.ts';
import { compareDrafts } from '../compare-drafts.ts';
import type { DraftChange } from '../compare-drafts.ts';
import type { Piece } from '../document.ts';
import { textOf } from '../token.ts';
import type { Draft } from '../token.ts';

/* What people have written in a report, beside what is drafted now. */

/** A number in a text that is from no value here, and where it comes from: "312", "Ekonomisystemet, augusti". */
export type Elsewhere = { readonly number: string; readonly source: string };

/** A text as it was written last. */
export type Paragraph = {
  readonly id: number;
  /** As it was typed; empty where it was left out of the report. */
  readonly body: string;
  /** The draft it was written beside: what its numbers stood for then. Null of a chapter of somebody's own. */
  readonly draft: Draft | null;
  readonly elsewhere: readonly Elsewhere[];
};

/** How a place for a text stands: what is drafted now, what is written, and what has come of its numbers since. */
export type SlotText = {
  readonly slot: Slot;
  /** Empty where there is nothing to say. */
  readonly draft: Draft;
  readonly written: Paragraph | null;
  /** Of a text that somebody has written beside a draft; else `same`. */
  readonly change: DraftChange;
};

const SAME: DraftChange = { kind: 'same' };

export function slotText(slot: Slot, draft: Draft, all: ReadonlyMap<string, Paragraph>): SlotText {
  const written = all.get(slotKey(slot)) ?? null;
  const change = written?.draft ? compareDrafts(written.draft, draft) : SAME;
  return { slot, draft, written, change };
}

/** What stands in the report: what somebody wrote, as it is; else what is drafted. */
export const bodyOf = ({ draft, written }: SlotText): string => written?.body ?? textOf(draft);

export const textPieces = (text: SlotText): readonly Piece[] => blocksOf(bodyOf(text));

/** Where each number stands in a text; null where it is not there just once as a word of its own. */
function placeOf(body: string, words: string): number | null {
  const first = body.indexOf(words);
  if (first === -1 || body.indexOf(words, first + 1) !== -1) return null;
  const around = `${body[first - 1] ?? ' '}${body[first + words.length] ?? ' '}`;
  return /[\d,]/.test(around.replace(/,(?!\d)/g, '')) ? null : first;
}

/**
 * The text with its numbers as they are now, every other word as it was written. Null where that cannot be done: words
 * around the numbers are other too, or a number is not found, or found twice.
 */
export function withNewNumbers({ written, change, draft }: SlotText): string | null {
  if (!written || change.kind === 'same') return null;
  if (written.draft && written.body === textOf(written.draft)) return textOf(draft);
  if (change.kind === 'words') return null;
  const found = change.numbers.map(({ was, is }) => ({
    ...{ was: was ?? '', is },
    at: was === null || is === null ? null : placeOf(written.body, was),
  }));
  if (found.some(({ at }) => at === null)) return null;
  return found
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .reduce(
      (body, { was, is, at }) =>
        `${body.slice(0, at ?? 0)}${is ?? ''}${body.slice((at ?? 0) + was.length)}`,
      written.body,
    );
}

/** A number as it is written: "1 040", "6,8", "−12"; not what is part of a word. */
const NUMBER =
  /(?<![\p{L}\d,.–-])[−-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?![\d,])|(?<![\p{L}\d,.–-])[−-]?\d+(?:,\d+)?(?![\d\p{L}])/gu;

const bare = (words: string) =>
  (words.match(NUMBER) ?? []).map((one) => one.replace(/[ \u00a0\u202f]/g, ' '));

/** Years and days are no figures. */
const isYear = (words: string) => /^(?:19|20)\d\d$/.test(words);

/**
 * Numbers in a text that stand for no value, neither of the draft now nor of the one it was written beside, and of which
 * nobody has said where they are from.
 */
export function unboundNumbers(text: SlotText): readonly string[] {
  const drafts = [text.draft, text.written?.draft];
  const bound = drafts.flatMap((one) => one?.tokens ?? []).flatMap(({ words }) => bare(words));
  const told = (text.written?.elsewhere ?? []).flatMap(({ number }) => bare(number));
  const known = new Set([...bound, ...told]);
  const own = bare(text.written?.body ?? '');
  return [...new Set(own)].filter((one) => !known.has(one) && !isYear(one));
}
