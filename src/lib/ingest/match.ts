import { LONGEST_NAME } from '#lib/domain/longest-name.ts';
import type { Choices, NameChoice } from '#lib/domain/choices.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { lookupIn } from './catalogue.ts';
import type { Catalogue, Lookup, NamedMeasure, NamedPlace } from './catalogue.ts';
import type { Distinct } from './distinct.ts';
import { KPI_ID } from './kolada/kpi.ts';
import { nearest } from './nearest.ts';
import type { Survey } from './survey.ts';

type Names = Pick<Survey, 'indicators' | 'places'>;

/**
 * What a name means: one thing, a group of kommuner nobody has named before, something that somebody
 * has said is new or is not to be read in, or nothing sure.
 */
export type Match<T> =
  | { readonly entry: T }
  | { readonly made: string }
  | { readonly isSkipped: true }
  | { readonly group: string }
  | { readonly code: 'unknown' }
  /** Too long to be a name: a fault, and not asked about. */
  | { readonly code: 'long' }
  | { readonly code: 'ambiguous'; readonly found: number };

const matchOf = <T>(found: readonly T[]): Match<T> => {
  const [entry, ...others] = found;
  if (entry === undefined) return { code: 'unknown' };
  return others.length === 0 ? { entry } : { code: 'ambiguous', found: found.length };
};

const isLong = (name: string): boolean => name.length > LONGEST_NAME;

/** What somebody has said that a name means goes before what it looks like; an id that is gone says nothing. */
function chosenMatch<T extends { readonly id: number }>(
  name: string,
  choices: Readonly<Record<string, NameChoice>>,
  known: readonly T[],
  lookup: Lookup<T>,
): Match<T> | null {
  const choice = Object.hasOwn(choices, name) ? choices[name] : undefined;
  if (choice === undefined) return null;
  // Made since, by another file: then it is known.
  if (choice === 'new') return lookup(name).length > 0 ? null : { made: name };
  if (choice === 'none') return { isSkipped: true };
  const entry = known.find((one) => one.id === choice);
  return entry ? { entry } : null;
}

/** Means of groups, which Kolada makes anew each year: read by name, and never mixed with riket. */
const GROUP =
  /\(ovägt medel\)$|^liknande kommuner\b|^alla (?:kommuner|regioner|landsting)\b|^G\d+$/i;

export function matchPlaces(
  places: Names['places'],
  catalogue: Catalogue,
  choices: Choices['places'] = {},
): Match<NamedPlace>[] {
  const lookup = lookupIn(catalogue.places);
  const own = catalogue.places.find(({ id }) => id === catalogue.kommunPlace);
  return places.values.map((name) => {
    if (name === null) return own ? { entry: own } : { code: 'unknown' };
    if (isLong(name)) return { code: 'long' };
    const chosen = chosenMatch(name, choices, catalogue.places, lookup);
    if (chosen) return chosen;
    const match = matchOf(lookup(name));
    return 'code' in match && match.code === 'unknown' && GROUP.test(name)
      ? { group: name }
      : match;
  });
}

/** A file of Kolada's means Kolada's figure, where a kommun has one of its own with the same title. */
function ofSource(found: readonly NamedMeasure[], isKolada: boolean): readonly NamedMeasure[] {
  const same = found.filter((one) => one.isKolada === isKolada);
  return same.length > 0 ? same : found;
}

type Kinds = ReadonlySet<Place['kind']>;

/** Of two figures with one title the kommuner's where the rows are of kommuner, else the regions'. */
function ofKind(found: readonly NamedMeasure[], kinds: Kinds): readonly NamedMeasure[] {
  if (found.length < 2 || kinds.has('kommun') === kinds.has('region')) return found;
  const other = kinds.has('kommun') ? 'region' : 'kommun';
  return found.filter(({ about }) => about !== other);
}

/** For every indicator named, the kinds of places that its rows are about. */
function kindsOf({ indicators, places }: Names, matches: readonly Match<NamedPlace>[]): Kinds[] {
  const kinds = indicators.values.map(() => new Set<Place['kind']>());
  for (let row = 0; row < indicators.codes.length; row += 1) {
    const match = matches[places.codes[row]!]!;
    if ('entry' in match) kinds[indicators.codes[row]!]!.add(match.entry.kind);
  }
  return kinds;
}

export function matchMeasures(
  names: Names,
  places: readonly Match<NamedPlace>[],
  catalogue: Catalogue,
  isKolada: boolean,
  choices: Choices['indicators'] = {},
): Match<NamedMeasure>[] {
  const lookup = lookupIn(catalogue.measures);
  const kinds = kindsOf(names, places);
  return names.indicators.values.map((name, at) => {
    if (isLong(name)) return { code: 'long' };
    const chosen = chosenMatch(name, choices, catalogue.measures, lookup);
    return chosen ?? matchOf(ofKind(ofSource(lookup(name), isKolada), kinds[at]!));
  });
}

const first = ({ firstLines, counts }: Distinct<unknown>, at: number) => ({
  line: firstLines[at]!,
  lines: counts[at]!,
});

export const indicatorProblems = (
  { indicators }: Pick<Survey, 'indicators'>,
  matches: readonly Match<NamedMeasure>[],
  column: string,
  isKolada: boolean,
): Problem[] =>
  matches.flatMap((match, at): Problem[] => {
    if (!('code' in match) || match.code === 'long') return [];
    const told = { ...first(indicators, at), column, value: indicators.values[at]! };
    return match.code === 'ambiguous'
      ? [{ code: 'ambiguous-indicator', ...told, found: match.found }]
      : [{ code: 'unknown-indicator', ...told, isKolada: isKolada || KPI_ID.test(told.value) }];
  });

export function placeProblems(
  { places }: Pick<Survey, 'places'>,
  matches: readonly Match<NamedPlace>[],
  column: string,
  catalogue: Catalogue,
): Problem[] {
  const known = () =>
    catalogue.places.flatMap(({ names }) => names.filter((name) => !/\d|kommun$|stad$/.test(name)));
  return matches.flatMap((match, at): Problem[] => {
    const value = places.values[at];
    if (!('code' in match) || match.code === 'long') return [];
    if (value === null || value === undefined) return [];
    const told = { ...first(places, at), column, value };
    return match.code === 'ambiguous'
      ? [{ code: 'ambiguous-place', ...told, found: match.found }]
      : [{ code: 'unknown-place', ...told, nearest: nearest(value, known()) }];
  });
}
