import type { Better } from '#lib/domain/model.ts';

/** Whose figure a nyckeltal is: tells apart two of one title. */
export type About = 'kommun' | 'region' | 'both';

/** A nyckeltal as a catalogue states it, in the terms of a measure. */
export type Kpi = {
  readonly code: string;
  readonly title: string;
  readonly oldTitles: readonly string[];
  readonly unit: string;
  readonly isShare: boolean;
  readonly better: Better;
  readonly endedAfter: number | null;
  readonly about: About | null;
};

export const KPI_ID = /^[NUK]\d{5}$/;

/** Kinds of figures and plain counts have no unit to print after the number. */
const NO_UNIT = new Set(['', 'antal', 'index', 'mean', 'median', 'answers', 'flag_0_1']);

/** "antal/1000 inv" is printed "per 1000 inv". */
export function unitOf(unitOrKind: string): string {
  if (NO_UNIT.has(unitOrKind)) return '';
  if (unitOrKind === 'response_rate' || unitOrKind === 'margin') return '%';
  return unitOrKind.replace(/^antal\//, 'per ');
}

/** In per cent, but of a change, a difference or a price: those may be under 0 and over 100. */
const NOT_A_PART =
  /förändring|avvikelse|utveckling|ökning|minskning|skillnad|osäkerhetstal|grad\b/i;
const A_PART = /andel|svarsfrekvens|\(%\)/i;

/** A part of a whole, so never outside 0–100. */
export const isShare = (title: string, unitOrKind: string): boolean =>
  unitOf(unitOrKind) === '%' &&
  unitOrKind !== 'margin' &&
  A_PART.test(title) &&
  !NOT_A_PART.test(title);

/** The prefix that Kolada once gave its U-nyckeltal says nothing. */
export const withoutPrefix = (title: string): string => title.replace(/^U\. /, '');
