import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { canonicalPeriod } from '#lib/domain/period.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Catalogue, NamedMeasure, NamedPlace } from './catalogue.ts';
import { ranked } from './distinct.ts';
import type { Distinct } from './distinct.ts';
import { combine, duplicateRows } from './duplicates.ts';
import type { KeyPart } from './duplicates.ts';
import { fold } from './fold.ts';
import type { Names, ReadObservation } from './layouts/layout.ts';
import { longNames } from './long-names.ts';
import { indicatorProblems, matchMeasures, matchPlaces, placeProblems } from './match.ts';
import { matchedNames } from './matched-names.ts';
import type { MatchedName } from './matched-names.ts';
import type { Match } from './match.ts';
import { doubtfulUnits, doubtfulValues } from './plausible.ts';
import type { Rows } from './rows.ts';
import { survey } from './survey.ts';
import type { Survey } from './survey.ts';

/** An observation with what its names mean. What it says is as it was read. */
export type ResolvedObservation = {
  /** Below 0 for one that is not stored yet: -1 is the first of `newMeasures`. */
  readonly measure: number;
  /** Below 0 likewise: -1 is the first of `newPlaces`. */
  readonly place: number;
  readonly period: Period;
  readonly said: Omit<ReadObservation, 'indicator' | 'place' | 'period'>;
};

/** A place that files name and the database does not have: made when the file is stored. */
export type NewPlace = { readonly kind: 'group' | 'unit'; readonly name: string };

/** What an observation is about, by which a later reading of it is known. */
export type ResolvedKey = Pick<ResolvedObservation, 'measure' | 'place'> &
  Pick<ReadObservation, 'sex' | 'breakdown' | 'kind'> & { readonly period: string };

/** The keys of all rows as numbers that sort by measure, period, sex, place, breakdown and kind. */
export type ResolvedKeys = KeyPart & {
  /** The number of a key; NaN when no row has it. */
  readonly codeOf: (key: ResolvedKey) => number;
};

export type Resolution = {
  readonly observations: Rows<ResolvedObservation>;
  readonly keys: ResolvedKeys;
  readonly measures: readonly number[];
  readonly newMeasures: readonly string[];
  readonly newPlaces: readonly NewPlace[];
  /** What each name of the file was taken for, and which of them are asked about. */
  readonly names: readonly MatchedName[];
  readonly problems: readonly Problem[];
};

/** What each different name and period of the file means. */
type Targets = {
  readonly measures: readonly number[];
  readonly places: readonly number[];
  /** Null where nobody has said when: then the row is not stored. */
  readonly periods: readonly (Period | null)[];
  readonly newMeasures: readonly string[];
  readonly newPlaces: readonly NewPlace[];
};

/** Nothing is stored under it: the row has a problem, or is not to be read in. */
const NOBODY = 0;

function targetsOf(
  { periods }: Survey,
  measures: readonly Match<NamedMeasure>[],
  places: readonly Match<NamedPlace>[],
): Targets {
  const newMeasures: string[] = [];
  const newPlaces: NewPlace[] = [];
  // Kulla and kulla are one, whatever is made of them.
  const madeIds = new Map<string, number>();
  const once = (kind: string, name: string, make: () => number) => {
    const key = `${kind} ${fold(name)}`;
    const id = madeIds.get(key) ?? -make();
    madeIds.set(key, id);
    return id;
  };
  const measureOf = (match: Match<NamedMeasure>) => {
    if ('made' in match) return once('measure', match.made, () => newMeasures.push(match.made));
    return 'entry' in match ? match.entry.id : NOBODY;
  };
  const placeOf = (match: Match<NamedPlace>) => {
    if ('group' in match) return -newPlaces.push({ kind: 'group', name: match.group });
    if ('made' in match) {
      const { made: name } = match;
      return once('unit', name, () => newPlaces.push({ kind: 'unit', name }));
    }
    return 'entry' in match ? match.entry.id : NOBODY;
  };
  return {
    measures: measures.map(measureOf),
    places: places.map(placeOf),
    periods: periods.values.map((period) => period && canonicalPeriod(period)),
    newMeasures,
    newPlaces,
  };
}

/** Indexes of the rows whose names and period are all known; null when all are. */
function keptRows(
  { length, indicators, places, periods }: Survey,
  targets: Targets,
): Int32Array | null {
  const isAll = !targets.periods.includes(null);
  if (isAll && ![...targets.measures, ...targets.places].includes(NOBODY)) return null;
  const all = new Int32Array(length).map((_, row) => row);
  return all.filter(
    (row) =>
      targets.measures[indicators.codes[row]!] !== NOBODY &&
      targets.places[places.codes[row]!] !== NOBODY &&
      targets.periods[periods.codes[row]!] !== null,
  );
}

function keysOf(all: Survey, targets: Targets, kept: Int32Array | null): ResolvedKeys {
  const of = <T extends number | string>({ codes }: Distinct<unknown>, means: readonly T[]) =>
    ranked(kept ? kept.map((row) => codes[row]!) : codes, means);
  const measures = of(all.indicators, targets.measures);
  const periods = of(
    all.periods,
    targets.periods.map((period) => period?.text ?? ''),
  );
  const sexes = of(all.sexes, all.sexes.values);
  const places = of(all.places, targets.places);
  const breakdowns = of(all.breakdowns, all.breakdowns.values);
  const kinds = of(all.kinds, all.kinds.values);
  const { codes, size, codeOf } = combine(measures, periods, sexes, places, breakdowns, kinds);
  return {
    codes,
    size,
    codeOf: (key) =>
      codeOf([
        measures.rankOf(key.measure),
        periods.rankOf(key.period),
        sexes.rankOf(key.sex),
        places.rankOf(key.place),
        breakdowns.rankOf(key.breakdown),
        kinds.rankOf(key.kind),
      ]),
  };
}

/** Made one by one when asked for, of what is kept here and no more: the survey goes when all is told. */
function observationsOf(
  read: Rows<ReadObservation>,
  { indicators, places, periods }: Survey,
  targets: Targets,
  rows: Rows<number>,
): Rows<ResolvedObservation> {
  const at = (index: number): ResolvedObservation => {
    const row = rows.at(index);
    return {
      measure: targets.measures[indicators.codes[row]!]!,
      place: targets.places[places.codes[row]!]!,
      period: targets.periods[periods.codes[row]!]!,
      said: read.at(row),
    };
  };
  return { length: rows.length, at };
}

/** Names to the things they name, periods to their one spelling; each fault with its line. */
export function resolve(
  read: Rows<ReadObservation>,
  catalogue: Catalogue,
  isKolada: boolean,
  names: Names,
  choices: Pick<Choices, 'indicators' | 'places'> = NO_CHOICES,
): Resolution {
  const all = survey(read, names.broken);
  const places = matchPlaces(all.places, catalogue, choices.places);
  const measures = matchMeasures(all, places, catalogue, isKolada, choices.indicators);
  const targets = targetsOf(all, measures, places);
  const kept = keptRows(all, targets);
  const keys = keysOf(all, targets, kept);
  const rows: Rows<number> = kept
    ? { length: kept.length, at: (index) => kept[index]! }
    : { length: all.length, at: (index) => index };
  return {
    observations: observationsOf(read, all, targets, rows),
    keys,
    measures: [...new Set(targets.measures)].filter((id) => id !== NOBODY),
    newMeasures: targets.newMeasures,
    newPlaces: targets.newPlaces,
    names: matchedNames(all, measures, places),
    problems: [
      ...indicatorProblems(all, measures, names.indicator, isKolada),
      ...placeProblems(all, places, names.place, catalogue),
      ...longNames(read, all.indicators, measures, names.indicator),
      ...longNames(read, all.places, places, names.place),
      ...doubtfulValues(read, all, measures),
      // Kolada's own files are of one scale, and print no units.
      ...(isKolada ? [] : doubtfulUnits(read, all, measures, names.value)),
      ...duplicateRows(keys, (index) => read.at(rows.at(index)).line),
    ],
  };
}
