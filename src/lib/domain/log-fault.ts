/* What may be wrong with the log, where it stands, and nothing of how it is said. */

/** How what is kept is unlike what the log says: it is other, is not there, or the log knows nothing of it. */
export type Unlike = 'changed' | 'gone' | 'not-logged';

type LogRowFault = {
  /** `content`: its fields are not those it was written with. `chain`: it does not follow the row before. */
  readonly code: 'content' | 'chain';
  readonly seq: number;
  readonly at: string;
};

export type LogFault =
  | LogRowFault
  /** Rows `from` to `to` are not there; the next that is, is `seq`. */
  | {
      readonly code: 'gap';
      readonly from: number;
      readonly to: number;
      readonly seq: number;
      readonly at: string;
    }
  /** The row that was written down is not there: from it to the end the rows are gone. */
  | { readonly code: 'shorter'; readonly seq: number; readonly newest: number }
  /** A version that a nämnd decided is not what the log says was frozen, or the log knows of none. */
  | {
      readonly code: 'frozen';
      readonly what: Unlike;
      readonly settlement: number;
    }
  /** What was put right of a step is not what the log says, or the log knows of none. */
  | {
      readonly code: 'corrected';
      readonly what: Unlike;
      readonly correction: number;
    }
  /**
   * A step of an occasion is not as the log tells it, is one that it does not tell of, or is not there. `order`: its
   * steps stand in another order. It stands elsewhere than where they led, or is `dated` otherwise than they told.
   */
  | {
      readonly code: 'step';
      readonly what: Unlike | 'order' | 'elsewhere' | 'dated';
      readonly occasion: string;
    }
  /** What was sent with a kallelse is not what its fingerprint says, is gone, or is of a step that sent nothing. */
  | {
      readonly code: 'sent';
      readonly what: Unlike;
      readonly step: number;
    }
  /** There is an upload, or that one was undone, that no row of the log tells of. */
  | {
      readonly code: 'untold';
      readonly action: 'upload.store' | 'upload.undo';
      readonly upload: number;
    }
  /** An upload is not what the log says that it is, or is not there. */
  | { readonly code: 'upload'; readonly what: 'changed' | 'gone'; readonly upload: number }
  /** A file that is kept does not hold what it is called by, or is not there. */
  | { readonly code: 'file'; readonly what: 'changed' | 'gone'; readonly sha256: string }
  /** That the bytes of a file were removed is not as the log says, or the log knows nothing of it. */
  | {
      readonly code: 'gallring';
      readonly what: Unlike;
      readonly sha256: string;
    }
  /** What somebody has said is not what the log says they said, or the log knows nothing of it. */
  | {
      readonly code: 'said';
      readonly what: Unlike;
      readonly kind: 'judgement' | 'comment' | 'paragraph' | 'activity_state' | 'ready_mark';
      readonly id: number;
    }
  /** Something was said or done later than the newest row: what came after it is gone. `at` is when. */
  | { readonly code: 'behind'; readonly newest: number; readonly at: string }
  /** The row that was written down has another hash. */
  | { readonly code: 'other'; readonly seq: number; readonly at: string };
