import type { BadgeData } from '#lib/domain/preview.ts';
import type { ShownPiece } from '#lib/domain/word-diff.ts';
import type { NotTold } from '#lib/format/history.ts';

/* An entry of a history as its page shows it: plain data, and no more of it than may be seen. */

export type ValueView = {
  /** Null where it may not be told. */
  readonly words: string | null;
  /** Null where who reads may not know it: the file was undone, and is no part of what is public. */
  readonly file: string | null;
  readonly line: number;
  /** Null for who does not open files. */
  readonly upload: number | null;
};

export type Body =
  | {
      readonly kind: 'judgement';
      readonly was: BadgeData | null;
      readonly is: BadgeData;
      /** It says what it said: somebody has looked at it anew. */
      readonly isSame: boolean;
      readonly trend: string | null;
      readonly reason: readonly ShownPiece[];
    }
  | {
      readonly kind: 'text';
      readonly pieces: readonly ShownPiece[];
      readonly isFirst: boolean;
      readonly isGone: boolean;
      /** Only how it is set is another: what is bold. */
      readonly isSame: boolean;
    }
  | { readonly kind: 'words'; readonly was: string | null; readonly is: string }
  | { readonly kind: 'ceiling'; readonly is: BadgeData; readonly words: string }
  | { readonly kind: 'phase'; readonly words: string | null; readonly reason: string | null }
  | {
      readonly kind: 'value';
      readonly was: ValueView | null;
      readonly is: ValueView | null;
      /** An upload was undone, with the name of its file for who may know it; null where one was read in. */
      readonly undone: { readonly file: string | null } | null;
      readonly notTold: NotTold | null;
      /** The value is what it was: something beside it is another. */
      readonly isBeside: boolean;
    };

export type EntryView = {
  readonly at: string | null;
  readonly by: string | null;
  readonly heading: string;
  readonly place: string | null;
  /** Said at the meeting, of what was sent to it. */
  readonly atMeeting: string | null;
  /** Line of the papers. */
  readonly source: string | null;
  readonly body: Body;
};

export type RunView = {
  readonly occasion: { readonly title: string; readonly cutoffOn: string } | null;
  readonly entries: readonly EntryView[];
};
