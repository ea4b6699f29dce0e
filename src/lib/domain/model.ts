import type { Day } from './calendar.ts';
import type { TargetRule } from './rule.ts';

/*
 * What Fyren knows. Plain, readonly, absent is null. Things point at each other by `id` (the
 * database's) and are named to people by `key` (text, unique within its owner, used in links).
 */

export type Kommun = {
  readonly id: number;
  /** Kommunkod, always four characters of text: '0461'. */
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly isPublic: boolean;
};

export type Namnd = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly short: string;
  readonly isFullmaktige: boolean;
};

/** Forecast: how it is believed to stand at the end of the year. Outcome: how it stood. */
export type Aspect = 'forecast' | 'outcome';

// Scales -----------------------------------------------------------------------------------------

export type Colour = 'green' | 'lightgreen' | 'yellow' | 'orange' | 'red' | 'none';

/** What the rule says of a value against its target. */
export type Met = 'met' | 'near' | 'missed';

export type Step = {
  readonly key: string;
  readonly word: Readonly<Record<Aspect, string>>;
  readonly short: string;
  readonly colour: Colour;
  /** 1 is best, 0 worst; comparable between scales, so that a roll-up can cross them. */
  readonly score: number;
  /** Which computed verdict lands on this step. */
  readonly verdict: Met | null;
};

/** Steps from best to worst. */
export type Scale = {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  /** Whose the colours are: the papers', or ours for words that the papers print without any. */
  readonly coloursBy: 'papers' | 'fyren';
  readonly steps: readonly Step[];
};

// The plan ---------------------------------------------------------------------------------------

export type OccasionKind = string;

/** What a level does at a kind of occasion. Only what is judged has a state. */
export type Reported = Aspect | 'words' | 'none';

/**
 * How a goal's suggestion comes from its parts. `shares`: the best step whose limit the share of
 * known parts that stand best (score 1) reaches; the scale's worst step when none does.
 */
export type Policy =
  | { readonly kind: 'none' }
  | { readonly kind: 'worst' }
  | {
      readonly kind: 'shares';
      readonly limits: readonly { readonly step: string; readonly atLeast: number }[];
    };

/** A ceiling by rule: the best step a goal may have while any of its indicators is measured later. */
export type CeilingRule = {
  readonly step: string;
  readonly words: string;
  readonly source: string | null;
};

/**
 * How an indicator's periods add up: the newest alone; each a count from the start of the year; a
 * mean weighted by denominators; or not at all.
 */
export type AddsUp = 'latest' | 'cumulative' | 'weighted' | 'none';

/** Which indicators a goal is read with: those hung on it, or also those of the goals above it. */
export type IndicatorsFrom = 'own' | 'own-and-parents';

export type TextPart = { readonly key: string; readonly title: string; readonly perPlace: boolean };

export type Level = {
  readonly id: number;
  readonly plan: number;
  readonly key: string;
  readonly singular: string;
  readonly plural: string;
  readonly holds: 'goal' | 'activity';
  readonly scale: number | null;
  readonly textParts: readonly TextPart[];
  readonly reported: Readonly<Record<OccasionKind, Reported>>;
  readonly policy: Policy;
  readonly ceilingRule: CeilingRule | null;
  readonly indicatorsFrom: IndicatorsFrom;
};

export type Plan = {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly isDecided: boolean;
  readonly judgedBy: 'people' | 'rule';
  readonly indicatorScale: number | null;
  /** The papers that texts and judgements were taken from, as a reader would name them. */
  readonly papers: string | null;
  /** What the owner is there for, in its own words: Härnösand's syfte. */
  readonly purpose: string | null;
  /** What can be said in words of an indicator. */
  readonly indicatorParts: readonly TextPart[];
  readonly isFullmaktiges: boolean;
};

export type Goal = {
  readonly id: number;
  readonly plan: number;
  readonly level: number;
  readonly key: string;
  readonly number: string | null;
  /** null: lent from the (first) parent. Gnesta's verksamhetsfokus has no title of its own. */
  readonly title: string | null;
  readonly description: string;
  readonly parents: readonly number[];
  /** The nämnder that share a goal of fullmäktige's; empty for a nämnd's own. */
  readonly namnder: readonly number[];
  /** Codes of its ansvarsroller. */
  readonly owners: readonly string[];
  /** False for one that its level's rule would judge and that is read through the goals under it. */
  readonly isJudged: boolean;
  /** Obligatoriskt: fullmäktige has decided that the nämnd follows it up. */
  readonly isMandatory: boolean;
  /** Line of the papers it was taken from. */
  readonly source: string | null;
};

/** A date as the papers write it: an impossible one is kept as text and has no day. */
export type PaperDate = { readonly day: Day | null; readonly text: string };

export type Activity = {
  readonly id: number;
  readonly plan: number;
  readonly level: number;
  readonly key: string;
  readonly title: string;
  readonly owners: readonly string[];
  readonly start: PaperDate | null;
  readonly end: PaperDate | null;
  readonly note: string | null;
  /** Line of the papers it was taken from. */
  readonly source: string | null;
  readonly goals: readonly number[];
  readonly related: readonly number[];
  readonly indicators: readonly number[];
};

/** Ansvarsroll: roles own things, not people. */
export type OwnerRole = { readonly code: string; readonly title: string };

// Measures, indicators, targets ------------------------------------------------------------------

export type MeasureSource = 'kolada' | 'hme' | 'survey' | 'own';

/** Surveys whose own keepers say how few answers may be shown. */
export type Survey = 'osa' | 'lss' | 'ifo' | 'aldre' | 'insikt';

/** A series that can be read in. */
export type Measure = {
  readonly id: number;
  readonly code: string;
  readonly source: MeasureSource;
  readonly title: string;
  /** As printed after a number: '%', 'dagar', 'st'. */
  readonly unit: string;
  readonly isShare: boolean;
  readonly survey: Survey | null;
  /** Fewer answers than this are not shown; null is the limit of its source and survey. */
  readonly smallCount: number | null;
  /** The value counts persons, and a few of them would be pointed out: then it is hidden under the limit. */
  readonly hidesPersons: boolean;
  /** The last year a Kolada KPI was collected. */
  readonly endedAfter: number | null;
};

export type Better = 'higher' | 'lower' | 'inside' | 'none';

export type Indicator = {
  readonly id: number;
  readonly key: string;
  /** The plan's own word: indikator, nyckeltal, volym. */
  readonly word: string;
  readonly heading: string | null;
  readonly title: string;
  readonly short: string | null;
  readonly definition: string;
  readonly decimals: number;
  readonly better: Better;
  /** Answered in words ("Redovisa vilka …"), not by a number. */
  readonly isQualitative: boolean;
  /** False for a nyckeltal that is shown and never held against a target. */
  readonly isCompared: boolean;
  readonly addsUp: AddsUp;
  /** A count in part of a year is held against that part of the year's target. */
  readonly hasLinearShare: boolean;
  readonly measure: number;
  /** Code of a measure to compare with, e.g. the Kolada KPI beside an own half-year value. */
  readonly compareCode: string | null;
  /** Kinds of occasion at which it is measured; null is every one. */
  readonly measuredAt: readonly OccasionKind[] | null;
  /** How often, as the plan says it: "två gånger per år". */
  readonly frequency: string | null;
  /** What its value is about, where that is a unit and not the whole kommun. */
  readonly place: number | null;
  readonly goals: readonly number[];
  readonly breaks: readonly SeriesBreak[];
  /** Line of the papers it was taken from. */
  readonly source: string | null;
};

/** From this day on the series is not comparable with what was before. */
export type SeriesBreak = { readonly from: Day; readonly reason: string };

export type Sex = 'T' | 'K' | 'M' | 'A';

export type Target = {
  readonly id: number;
  readonly indicator: number;
  readonly year: number;
  readonly occasion: number | null;
  readonly sex: Sex;
  readonly place: number;
  readonly rule: TargetRule;
  /** As the papers print it: "90 dagar". */
  readonly printed: string | null;
  readonly source: string | null;
};

// Occasions and what people say at them ----------------------------------------------------------

export type Occasion = {
  readonly id: number;
  readonly key: string;
  readonly kind: OccasionKind;
  readonly title: string;
  readonly year: number;
  readonly cutoffOn: Day;
  /** The occasion that a forecast given here is about: delår → årsredovisning. */
  readonly forecasts: number | null;
};

/** Öppet (arbetsmaterial) → publicerat (with the kallelse) → låst (godkänd av nämnden). */
export type Phase = 'oppet' | 'publicerat' | 'last';

/** What the nämnd decided of an occasion: a version that stands as it was, whatever comes later. */
export type Decision = {
  /** 1 for the first; another for each time it was opened anew and locked again. */
  readonly version: number;
  readonly decidedOn: Day;
  /** Without the sign: "45". */
  readonly paragraph: string;
  readonly diarienummer: string;
};

/** An occasion as it stands in one nämnd. */
export type NamndOccasion = Occasion & {
  readonly phase: Phase;
  readonly publishedOn: Day | null;
  readonly meetingOn: Day | null;
  /** The newest decision, which stands also while the occasion is open anew; null before the first. */
  readonly decision: Decision | null;
};
