/* What may be wrong with the log, where it stands, and nothing of how it is said. */

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
      readonly what: 'changed' | 'gone' | 'not-logged';
      readonly settlement: number;
    }
  /** What was put right of a step is not what the log says, or the log knows of none. */
  | {
      readonly code: 'corrected';
      readonly what: 'changed' | 'gone' | 'not-logged';
      readonly correction: number;
    }
  /** A step of an occasion is not one that the log tells of, or is not there; or the occasion stands elsewhere than where they led. */
  | {
      readonly code: 'step';
      readonly what: 'not-logged' | 'gone' | 'elsewhere';
      readonly occasion: string;
    }
  /** There is an upload, or that one was undone, that no row of the log tells of. */
  | {
      readonly code: 'untold';
      readonly action: 'upload.store' | 'upload.undo';
      readonly upload: number;
    }
  /** Something was said or done later than the newest row: what came after it is gone. `at` is when. */
  | { readonly code: 'behind'; readonly newest: number; readonly at: string }
  /** The row that was written down has another hash. */
  | { readonly code: 'other'; readonly seq: number; readonly at: string };
