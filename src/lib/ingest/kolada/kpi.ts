import type { Day } from '#lib/domain/calendar.ts';
import type { Better } from '#lib/domain/model.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { fold } from '../fold.ts';
import { sameIds } from './fields.ts';

/** Whose figure a nyckeltal is: tells apart two of one title. */
export type About = 'kommun' | 'region' | 'both';

/** What Kolada's own metadata says of a nyckeltal besides, and what its title and description show. */
export type KpiFacts = {
  /** Blanks folded, without the year it ended. */
  readonly titleNormalized: string;
  /** What is counted: `antal`, `%`, `kr/inv`. */
  readonly unit: string | null;
  /** The last words of the title, where they say how it is measured. */
  readonly unitFromTitle: string | null;
  /** What sort of figure, where it is none with a unit: `mean`, `index`, `flag_0_1`. */
  readonly kind: string | null;
  readonly source: string | null;
  readonly hasUnitData: boolean;
  readonly auspice: string | null;
  /** The year whose values are preliminary between two days. */
  readonly preliminaryFrom: number | null;
  readonly preliminaryBetween: readonly [Day, Day] | null;
};

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
  /** Of Kolada's metadata alone, which states no unit and no direction: those are worked out. */
  readonly facts?: KpiFacts;
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

/** A title says when its figure ended: "(- 2024)", "(-2024)". */
const END = /\(\s*-\s*(\d{4})\s*\)\s*$/;

export const endIn = (title: string): number | null => {
  const year = END.exec(title)?.[1];
  return year === undefined ? null : Number(year);
};

export const withoutEnd = (title: string): string => title.replace(END, '').trim();

const ABOUT: Readonly<Record<string, About>> = { k: 'kommun', l: 'region', a: 'both' };

export const aboutOf = (municipalityType: string): About | null =>
  ABOUT[fold(municipalityType)] ?? null;

/** What is wrong with the nyckeltal of a catalogue, each with its line. */
export function kpiFaults(all: readonly { readonly kpi: Kpi; readonly line: number }[]): Problem[] {
  const faults = all.flatMap(({ kpi: { code, title }, line }): Problem[] => [
    ...(KPI_ID.test(code)
      ? []
      : [
          { code: 'unknown-value', line, column: 'id', value: code, accepted: ['N00090'] } as const,
        ]),
    ...(title === '' ? [{ code: 'empty-cell', line, column: 'title' } as const] : []),
  ]);
  return [...faults, ...sameIds(all.map(({ kpi, line }) => ({ id: kpi.code, line })))];
}
