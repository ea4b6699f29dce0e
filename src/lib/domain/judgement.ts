import type { Aspect } from './model.ts';

/* What people say at an occasion, of a goal, an activity or an indicator. */

export type SubjectKind = 'goal' | 'activity' | 'indicator';
export type Subject = { readonly kind: SubjectKind; readonly id: number };

export const isSame = (one: Subject, other: Subject): boolean =>
  one.kind === other.kind && one.id === other.id;

/**
 * The three that are not steps: due and nobody has said; measured at a later occasion; somebody
 * decided not to.
 */
export type NotAStep = 'ej_bedomt' | 'mats_senare' | 'ej_utvarderad';

/** What somebody says: a step of the scale, or one of the three that are none. */
export type SaidKind =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'ej_bedomt' }
  | { readonly kind: 'mats_senare'; readonly to: number }
  | { readonly kind: 'ej_utvarderad' };

export type Judgement = {
  readonly subject: Subject;
  readonly occasion: number;
  readonly aspect: Aspect;
  readonly place: number;
  readonly said: SaidKind;
  /** Which way they see it going, in their own word: "ökad". Of indicators alone. */
  readonly trend: string | null;
  readonly reason: string | null;
  /** Line of the papers, where it was taken from them. */
  readonly source: string | null;
  /** What it leaned on (basis.ts); null where it was taken from the papers. */
  readonly basis: string | null;
  readonly at: string;
  /** What the papers that were sent to the meeting said, where it was changed there; else null. */
  readonly sent: SaidKind | null;
};

export type Comment = {
  readonly subject: Subject;
  readonly occasion: number;
  readonly place: number;
  /** Key of the text part: one of the level's, or of the plan's for indicators. */
  readonly part: string;
  readonly body: string;
  /** Set where the text is ours, shortened from the papers: "rad 312". */
  readonly source: string | null;
  /** The text that was sent to the meeting, where it was changed there ('' for none); else null. */
  readonly sent: string | null;
};

/** The best step a goal may be given at an occasion, as a fact with its words. */
export type Ceiling = {
  readonly goal: number;
  readonly occasion: number;
  readonly step: string;
  readonly words: string;
  readonly source: string | null;
};
