import type { Choices, NameChoice } from './choices.ts';
import type { Difference } from './difference.ts';
import type { Mapping } from './mapping.ts';
import type { Colour, Sex } from './model.ts';
import type { ObservationKind, ObservationState } from './observation.ts';
import type { Aspect } from './model.ts';
import type { Period } from './period.ts';
import type { BadPeriod, Problem } from './problem.ts';
import type { Question } from './question.ts';

/* What is shown of a file before it is stored, and of an upload before it is undone. Data only. */

/** A value as it may be shown: what rests on too few answers is taken away already. */
export type ShownValue = {
  readonly state: ObservationState;
  readonly value: number | null;
  readonly unit: string;
};

/** So much of a note is shown before it is stored. */
const LONGEST_NOTE = 300;

export const shownNote = (note: string | null): string | null =>
  note !== null && note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE)}…` : note;

/** One value of a file beside what is seen now. */
export type ValueChange = {
  /** `beside`: nothing is said of it, but it is hidden, or shown again, for what stands beside it. */
  readonly kind: 'new' | 'changed' | 'unchanged' | 'gone' | 'beside';
  /** Of the indicator, or the measure where none uses it. */
  readonly title: string;
  readonly period: Period;
  /** Null is the kommun. */
  readonly place: string | null;
  readonly sex: Sex;
  readonly breakdown: string;
  readonly of: ObservationKind;
  /** Null where it was never read in, or will be no more. */
  readonly before: ShownValue | null;
  readonly after: ShownValue | null;
  /** As the file writes it; '' where it may not be shown. */
  readonly printed: string;
  /** What the row says beside it, and what was said before; null where the value may not be shown. */
  readonly note: string | null;
  readonly noteBefore: string | null;
  readonly line: number;
  /** What somebody should look at twice. */
  readonly remark: Remark | null;
};

/**
 * A value ten times the one before, or a tenth of it; a period that has not begun; a value that becomes
 * none; one that is hidden, or shown again, by what stands beside it though nothing is said of it.
 */
export type Remark = 'far' | 'future' | 'emptied' | 'hidden' | 'revealed';

/** Changes in one respect: the first of them, and how many they are. */
export type Some<T> = { readonly shown: readonly T[]; readonly count: number };

/** A state as a badge, and what it was. */
export type BadgeData = {
  readonly colour: Colour | null;
  readonly word: string;
  readonly aspect: Aspect;
};

export type BadgeChange = {
  readonly namnd: string;
  readonly occasion: string;
  readonly title: string;
  readonly before: BadgeData;
  readonly after: BadgeData;
};

/** An occasion that is locked, where so many values would stand beside what was decided. */
export type LateAt = { readonly namnd: string; readonly occasion: string; readonly count: number };

/** Something a name may mean; `also` is what else it is called. */
export type NameOption = {
  readonly id: number;
  readonly title: string;
  readonly also: string | null;
};

/** A name of the file that nobody knows, with what has been said of it. */
export type NameQuestion = {
  readonly of: 'indicator' | 'place';
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly choice: NameChoice | null;
  /** What somebody said of it the last time, in a file with the same headings. */
  readonly remembered: NameChoice | null;
  /** The likeliest first; the same list for all names of a kind follows. */
  readonly suggested: readonly NameOption[];
};

export type AskedQuestion = Question & {
  readonly problem: Problem;
  readonly answer: string | null;
};

/** Problems of one kind. */
export type ProblemGroup = {
  readonly code: Problem['code'];
  readonly problems: readonly Problem[];
};

/** So many rows that are left out are shown one by one, the first of them. */
export const MOST_SHOWN = 100;

/** A file that nobody reads in waits so long, and is then thrown away. */
export const WAITS_DAYS = 7;

/** Physical lines of the file, with what stands on them. */
export type Line = { readonly line: number; readonly text: string };

/** How the file was understood. */
export type Understood = {
  readonly bytes: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  readonly headerLine: number | null;
  readonly layout: string;
  readonly rows: number;
  /** Of a workbook the sheet that was read, and all there are to choose from. */
  readonly sheet: string | null;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
};

/** A figure as it would be stored, in the words of the file. */
export type MappedRow = {
  readonly line: number;
  readonly indicator: string;
  readonly period: Period | null;
  /** Null is the kommun. */
  readonly place: string | null;
  readonly sex: Sex;
  readonly breakdown: string;
  readonly of: ObservationKind;
  readonly shown: Pick<ShownValue, 'state' | 'value'>;
  readonly note: string | null;
};

/** What the columns of a table are, as somebody has said or as it looks; theirs to change. */
export type ColumnsQuestion = {
  readonly mapping: Mapping;
  /** `chosen`: said of this file. `unknown`: must be said before it can be read. `known`: the headings say it. */
  readonly by: 'chosen' | 'unknown' | 'known';
  /** When and by whom the same was said of the last file with these headings, and which it did not have. */
  readonly remembered: {
    readonly at: string;
    readonly role: string;
    readonly added: readonly string[];
  } | null;
  /** Some cells of each column. */
  readonly samples: readonly (readonly string[])[];
  readonly rows: Some<MappedRow>;
  /** What of it cannot be read so. */
  readonly problems: readonly Problem[];
};

/** What a file holds, and so what is counted of it. */
export type Counted = 'values' | 'measures' | 'places' | 'groups';

/** Everything a preview says. */
export type PreviewReport = {
  readonly of: Counted;
  /** `asked`: it can be stored once its questions are answered or its faulty rows left out. */
  readonly outcome: 'ready' | 'asked' | 'refused' | 'already-stored';
  readonly understood: Understood;
  readonly difference: Difference;
  /** Of the values of the file, those about other kommuner: counted, never listed. */
  readonly elsewhere: number;
  /** Of the kommun's own, those that no indicator uses: they are stored, and seen on no page. */
  readonly unused: number;
  readonly changes: Readonly<Record<'new' | 'changed' | 'unchanged' | 'beside', Some<ValueChange>>>;
  readonly states: readonly BadgeChange[];
  readonly late: readonly LateAt[];
  readonly needsPeriod: boolean;
  /** Nobody has told the period yet, or not so that it can be read. */
  readonly isPeriodOpen: boolean;
  /** Why what was told for a period is none; null where nothing was, or it is one. */
  readonly periodFault: BadPeriod | null;
  /** Null where there is no table. */
  readonly columns: ColumnsQuestion | null;
  readonly questions: readonly AskedQuestion[];
  readonly names: readonly NameQuestion[];
  readonly options: Readonly<Record<'indicator' | 'place', readonly NameOption[]>>;
  readonly faults: readonly ProblemGroup[];
  readonly notices: readonly ProblemGroup[];
  /** What of the file tells of persons and is not kept, by column and kind. */
  readonly notKept: readonly Problem[];
  /** A row is what one person answered: of the file only its headings are kept. */
  readonly isPerPerson: boolean;
  /** The file held answers of persons that are not taken: it waits no more. */
  readonly isGone: boolean;
  readonly leftOut: readonly Line[];
  /** All that the page does not have with the questions and names themselves. */
  readonly choices: Pick<Choices, 'period' | 'leftOut' | 'sheet'>;
};

/** Choices as lists: a name of a file may be one that an object cannot be sent with. */
export type ListedChoices = Pick<Choices, 'period' | 'leftOut' | 'mapping' | 'sheet'> &
  Readonly<{
    answers: readonly (readonly [key: string, answer: string])[];
    indicators: readonly (readonly [name: string, choice: NameChoice])[];
    places: readonly (readonly [name: string, choice: NameChoice])[];
  }>;

export const listed = (choices: Choices): ListedChoices => ({
  period: choices.period,
  leftOut: choices.leftOut,
  mapping: choices.mapping,
  sheet: choices.sheet,
  answers: Object.entries(choices.answers),
  indicators: Object.entries(choices.indicators),
  places: Object.entries(choices.places),
});

/** What undoing an upload would do. */
export type UndoReport = {
  /** Values that go back to what they were, and those that are seen no more. */
  readonly changes: Readonly<Record<'changed' | 'gone' | 'beside', Some<ValueChange>>>;
  /** Values that an earlier upload gives alike: nothing is seen of it. */
  readonly unchanged: number;
  /** Values about other kommuner: counted, never listed. */
  readonly elsewhere: number;
  readonly states: readonly BadgeChange[];
  readonly late: readonly LateAt[];
};
