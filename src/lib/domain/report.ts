import type { About } from './bound.ts';
import type { Indicator } from './model.ts';

/*
 * What a report is made of, part by part (DESIGN 8). A template says which parts, in which order and with which columns;
 * it is the same for every nämnd of a kommun at a kind of occasion. What is in them comes from the assessed tree and from
 * what people write. Levels, groups and measures that a nämnd has not got are passed over.
 */

/** What is told of goals and activities in a table. */
export type ThingColumn =
  'number' | 'texts' | 'owners' | 'dates' | 'lifecycle' | 'before' | 'state';

/** What is told of indicators in a table. `previous` is of a year before, `before` the newest that there is. */
export type IndicatorColumn =
  | 'unit'
  | 'before'
  | 'value'
  | 'target'
  | 'previous'
  | 'change'
  | 'county'
  | 'nation'
  | 'year-budget'
  | 'budget'
  | 'difference'
  | 'texts'
  | 'state';

/** A column, and the kommun's own word for it; '' is Fyren's. */
export type ColumnChoice<Column> = { readonly column: Column; readonly title: string };

/** Which indicators, by their groups (see `groupOf`) or by their keys; none named is all. */
export type Groups = readonly string[];

/** How series are gathered: a table for each, one for each heading, or one for all. */
export type Gathered = 'each' | 'group' | 'one';

/** What stands across: the periods, newest first or last; the months of a year; or the parts of the newest period. */
export type Across = 'newest-last' | 'newest-first' | 'months' | 'parts';

type Content =
  /** A chapter of somebody's own. */
  | { readonly kind: 'chapter' }
  /** How the nämnd stands, drafted. */
  | { readonly kind: 'summary' }
  /** Goal by goal, each with a heading of its own; `levels` are "plan/level". */
  | {
      readonly kind: 'goals';
      readonly levels: readonly string[];
      readonly isDrafted: boolean;
      /** Also a paragraph for each of its indicators that is held against a target. */
      readonly isEachDrafted: boolean;
      readonly activities: readonly ColumnChoice<ThingColumn>[];
      readonly indicators: readonly ColumnChoice<IndicatorColumn>[];
    }
  /** Goals or activities in a table. */
  | {
      readonly kind: 'things';
      readonly levels: readonly string[];
      readonly columns: readonly ColumnChoice<ThingColumn>[];
    }
  | {
      readonly kind: 'indicators';
      readonly groups: Groups;
      readonly columns: readonly ColumnChoice<IndicatorColumn>[];
    }
  | {
      readonly kind: 'series';
      readonly groups: Groups;
      readonly gathered: Gathered;
      readonly across: Across;
      /** How many periods at the most, the newest; null is all. */
      readonly most: number | null;
      /** Also what a group, länet or riket has. */
      readonly hasOthers: boolean;
      /** The change between the two newest, in a column of its own. */
      readonly hasChange: boolean;
    }
  /** File, line and day of every value in the report. */
  | { readonly kind: 'sources' }
  /** The rule of every colour, in words. */
  | { readonly kind: 'rules' }
  /** What the codes of ansvarsroller mean. */
  | { readonly kind: 'roles' };

export type ReportPart = {
  /** Unique in its template; what is written hangs on it, so it stays when a part is moved or renamed. */
  readonly key: string;
  readonly title: string;
  /** Anvisning: for who writes, and in nothing that is printed. */
  readonly guidance: string;
} & Content;

export type PartKind = Content['kind'];
export type PartOf<Kind extends PartKind> = Extract<ReportPart, { readonly kind: Kind }>;

export type ReportTemplate = {
  /** What the report is called: "Delårsrapport". The year and the nämnd come after by themselves. */
  readonly title: string;
  readonly parts: readonly ReportPart[];
};

/** Where a text of a report stands: in a part, and there of the thing it is about; null of a chapter. */
export type Slot = { readonly part: string; readonly about: About | null };

export const slotKey = ({ part, about }: Slot): string =>
  about === null ? part : `${part}.${about.kind}.${about.id}`;

/** "Volymer", or what it is called where it has no heading: "indikator". */
export const groupOf = ({ heading, word }: Pick<Indicator, 'heading' | 'word'>): string =>
  heading ?? word;

/** What is said of a report before its parts. Empty where nobody has said. */
export type ReportHead = {
  readonly diarienummer: string;
  /** Förslag till beslut, as it is written: paragraphs and lists. */
  readonly proposal: string;
};

export const NO_HEAD: ReportHead = { diarienummer: '', proposal: '' };

/** Places of what is said before the parts; no part can have such a key. */
export const HEAD_SLOTS = { diarienummer: '.diarienummer', proposal: '.forslag' } as const;
