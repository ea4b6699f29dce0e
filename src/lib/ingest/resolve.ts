import { canonicalPeriod } from '#lib/domain/period.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Catalogue, NamedMeasure, NamedPlace } from './catalogue.ts';
import { ranked } from './distinct.ts';
import type { Distinct } from './distinct.ts';
import { combine, duplicateRows } from './duplicates.ts';
import type { KeyPart } from './duplicates.ts';
import type { Names, ReadObservation } from './layouts/layout.ts';
import { indicatorProblems, matchMeasures, matchPlaces, placeProblems } from './match.ts';
import type { Match } from './match.ts';
import { doubtfulUnits, doubtfulValues } from './plausible.ts';
import type { Rows } from './rows.ts';
import { survey } from './survey.ts';
import type { Survey } from './survey.ts';

/** An observation with what its names mean. What it says is as it was read. */
export type ResolvedObservation = {
  readonly measure: number;
  /** Below 0 for a group that is not stored yet: -1 is the first of `newGroups`. */
  readonly place: number;
  readonly period: Period;
  readonly said: Omit<ReadObservation, 'indicator' | 'place' | 'period'>;
};

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
  readonly newGroups: readonly string[];
  readonly problems: readonly Problem[];
};

/** What each different name and period of the file means. */
type Targets = {
  readonly measures: readonly number[];
  readonly places: readonly number[];
  readonly periods: readonly Period[];
  readonly newGroups: readonly string[];
};

/** Nothing is stored under it: the row has a problem. */
const NOBODY = 0;

function targetsOf(
  { periods }: Survey,
  measures: readonly Match<NamedMeasure>[],
  places: readonly Match<NamedPlace>[],
): Targets {
  const newGroups: string[] = [];
  const idOf = (match: Match<NamedMeasure | NamedPlace>) => {
    if ('group' in match) return -newGroups.push(match.group);
    return 'entry' in match ? match.entry.id : NOBODY;
  };
  return {
    measures: measures.map(idOf),
    places: places.map(idOf),
    periods: periods.values.map(canonicalPeriod),
    newGroups,
  };
}

/** Indexes of the rows whose names are all known; null when all are. */
function keptRows({ length, indicators, places }: Survey, targets: Targets): Int32Array | null {
  if (![...targets.measures, ...targets.places].includes(NOBODY)) return null;
  const all = new Int32Array(length).map((_, row) => row);
  return all.filter(
    (row) =>
      targets.measures[indicators.codes[row]!] !== NOBODY &&
      targets.places[places.codes[row]!] !== NOBODY,
  );
}

function keysOf(all: Survey, targets: Targets, kept: Int32Array | null): ResolvedKeys {
  const of = <T extends number | string>({ codes }: Distinct<unknown>, means: readonly T[]) =>
    ranked(kept ? kept.map((row) => codes[row]!) : codes, means);
  const measures = of(all.indicators, targets.measures);
  const periods = of(
    all.periods,
    targets.periods.map((period) => period.text),
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

/** Names to the things they name, periods to their one spelling; each fault with its line. */
export function resolve(
  read: Rows<ReadObservation>,
  catalogue: Catalogue,
  isKolada: boolean,
  names: Names,
): Resolution {
  const all = survey(read, names.broken);
  const places = matchPlaces(all.places, catalogue);
  const measures = matchMeasures(all, places, catalogue, isKolada);
  const targets = targetsOf(all, measures, places);
  const kept = keptRows(all, targets);
  const keys = keysOf(all, targets, kept);
  const rowOf = (index: number) => (kept ? kept[index]! : index);
  const observationAt = (index: number): ResolvedObservation => {
    const row = rowOf(index);
    return {
      measure: targets.measures[all.indicators.codes[row]!]!,
      place: targets.places[all.places.codes[row]!]!,
      period: targets.periods[all.periods.codes[row]!]!,
      said: read.at(row),
    };
  };
  return {
    observations: { length: kept ? kept.length : all.length, at: observationAt },
    keys,
    measures: [...new Set(targets.measures)].filter((id) => id !== NOBODY),
    newGroups: targets.newGroups,
    problems: [
      ...indicatorProblems(all, measures, names.indicator, isKolada),
      ...placeProblems(all, places, names.place, catalogue),
      ...doubtfulValues(read, all, measures),
      // Kolada's own files are of one scale, and print no units.
      ...(isKolada ? [] : doubtfulUnits(read, all, measures, names.value)),
      ...duplicateRows(keys, (index) => read.at(rowOf(index)).line),
    ],
  };
}
