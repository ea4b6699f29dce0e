import { canonicalPeriod } from '#lib/domain/period.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { duplicateRows } from './duplicates.ts';
import { fold } from './fold.ts';
import type { ReadObservation } from './layouts/layout.ts';

/** Something that can be named in a file: by its codes, keys and titles, codes first. */
export type Named = { readonly id: number; readonly names: readonly string[] };

export type Catalogue = {
  readonly measures: readonly Named[];
  readonly places: readonly Named[];
  /** Place of the kommun itself, for rows that name none. */
  readonly kommunPlace: number;
};

export type ResolvedObservation = Omit<ReadObservation, 'indicator' | 'place'> & {
  readonly measure: number;
  readonly place: number;
};

export type Resolution = {
  readonly observations: readonly ResolvedObservation[];
  readonly problems: readonly Problem[];
};

type Lookup = (name: string) => ReadonlySet<number>;
const NOBODY: ReadonlySet<number> = new Set();

function indexBy(named: readonly Named[], spell: (name: string) => string) {
  const index = new Map<string, Set<number>>();
  for (const { id, names } of named) {
    for (const name of names.map(spell)) index.set(name, (index.get(name) ?? new Set()).add(id));
  }
  return index;
}

const exactly = (name: string) => name.normalize('NFC').trim();

/** As written if anything is called so, else whatever the case and blanks. */
function lookupIn(named: readonly Named[]): Lookup {
  const [exact, folded] = [indexBy(named, exactly), indexBy(named, fold)];
  return (name) => exact.get(exactly(name)) ?? folded.get(fold(name)) ?? NOBODY;
}

type Match = { readonly id: number } | { readonly problem: Problem };
type Noun = 'indicator' | 'place';

function match(lookup: Lookup, noun: Noun, value: string, line: number): Match {
  const [id, ...others] = lookup(value);
  if (id === undefined) return { problem: { code: `unknown-${noun}`, line, value } };
  if (others.length === 0) return { id };
  return { problem: { code: `ambiguous-${noun}`, line, value, found: others.length + 1 } };
}

const keyOf = (o: ResolvedObservation) =>
  JSON.stringify([o.measure, o.period.text, o.sex, o.place, o.breakdown, o.kind]);

/** Names to the things they name, periods to their one spelling; each fault with its line. */
export function resolve(read: readonly ReadObservation[], catalogue: Catalogue): Resolution {
  const measures = lookupIn(catalogue.measures);
  const places = lookupIn(catalogue.places);
  const observations: ResolvedObservation[] = [];
  const problems: Problem[] = [];
  for (const { indicator, place: placeName, ...rest } of read) {
    const measure = match(measures, 'indicator', indicator, rest.line);
    const place: Match =
      placeName === null
        ? { id: catalogue.kommunPlace }
        : match(places, 'place', placeName, rest.line);
    problems.push(...[measure, place].flatMap((each) => ('problem' in each ? [each.problem] : [])));
    if ('problem' in measure || 'problem' in place) continue;
    const period = canonicalPeriod(rest.period);
    observations.push({ ...rest, period, measure: measure.id, place: place.id });
  }
  return { observations, problems: [...problems, ...duplicateRows(observations, keyOf)] };
}
