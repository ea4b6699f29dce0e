import { compare } from './compare.ts';
import { cellKey, linesOf } from './family-lines.ts';
import type { Observation } from './observation.ts';
import type { View } from './subtraction.ts';
import type { ParentOf } from './units-under.ts';

/*
 * A version that a nämnd has decided is read by everybody for as long as it is kept. When values of the same family
 * change afterwards, what is shown now can be laid beside it: an old total less a new part is what was hidden then.
 * So what was hidden stays hidden, and nothing is hidden behind a value that stands there to be read.
 *
 * Against whom: somebody who has every decided version of the kommun, what is shown now, what changed after a decision
 * (a part of those two) and the histories (`told-figures.ts`), who knows which values are the same in two of them, and
 * can solve for the rest. What rests on too few answers by the rule of its time cannot be worked out
 * (tests/property/decided.test.ts).
 *
 * Not promised: a value that one of them shows; by a milder rule, what it shows where nothing has changed; what was
 * published and changed again before any nämnd decided, which only a copy of somebody's own has; what a value was
 * between two of them, where a history says which values changed when; guesses at what changed; and what `suppress.ts`
 * does not look for.
 */

/** A value as a version shows it, and as it was read: the same where nothing hid it, or nobody knows. */
export type DecidedValue = { readonly shown: Observation; readonly stored: Observation };

type Family = readonly Observation[];
type Version = readonly DecidedValue[];

const shownIn = (version: Version): Family => version.map(({ shown }) => shown);

const byCell = (family: Family) =>
  new Map(family.map((one) => [cellKey(one.place, one.sex), one] as const));

const isHidden = ({ state }: Observation) => state === 'suppressed';

const isSameNumber = (a: number | null, b: number | null) =>
  a !== null && b !== null && compare(a, b) === 0;

const COUNTS = ['n', 'denominator', 'asked'] as const;

const hasCounts = (one: Observation) => COUNTS.some((count) => one[count] !== null);

/** As many answered; where one of them says nothing of how many, the value itself is what there is. */
const isSameCount = (was: Observation, is: Observation) =>
  COUNTS.some((count) => isSameNumber(was[count], is[count])) ||
  (!(hasCounts(was) && hasCounts(is)) && isSameNumber(was.value, is.value));

/** Value times answers is the same. */
const isSameSum = (was: Observation, is: Observation) =>
  isSameNumber(was.numerator, is.numerator) ||
  (isSameNumber(was.value, is.value) && isSameCount(was, is));

const isSameSource = ({ source: a }: Observation, { source: b }: Observation) =>
  a.upload === b.upload && a.line === b.line && a.column === b.column;

const isSameValue = (a: Observation, b: Observation) =>
  a.state === b.state && (a.value === b.value || isSameNumber(a.value, b.value));

/** One and the same reading, whatever a rule of then or now hides; else shown alike. */
const isUntouched = (was: Observation, is: Observation | undefined) =>
  is !== undefined && (isSameSource(was, is) || (!isHidden(was) && isSameValue(was, is)));

/** Whether anything of the family is another than it was; what is alike says nothing that was not said. */
function hasChanged(was: ReadonlyMap<string, Observation>, is: ReadonlyMap<string, Observation>) {
  return was.size !== is.size || [...was].some(([key, one]) => !isUntouched(one, is.get(key)));
}

/** The decided versions that differ from what is seen now, and from each other. */
const changedIn = (now: Family, decided: readonly Version[]) =>
  decided
    .map((version) => byCell(shownIn(version)))
    .filter((was) => was.size > 0 && hasChanged(was, byCell(now)))
    .filter((was, at, all) => all.slice(0, at).every((one) => hasChanged(was, one)));

/** Changed more than once since it was decided: what changed when is itself a way to reckon, and nothing of it is shown. */
export const hasChangedTwice = (now: Family, decided: readonly Version[]): boolean =>
  changedIn(now, decided).length > 1;

/** Cells that a decided version hides, of a family that has changed since: shown now they would give away what they hid. */
export const heldBack = (now: Family, decided: readonly Version[]): readonly string[] =>
  changedIn(now, decided).flatMap((was) =>
    [...was].flatMap(([key, one]) => (isHidden(one) ? [key] : [])),
  );

/** Cells that a decided version has somebody in, of a family that has changed since: that nobody is left says how many there were. */
export const peopledIn = (now: Family, decided: readonly Version[]): ReadonlySet<string> =>
  new Set(
    changedIn(now, decided).flatMap((was) =>
      [...was].flatMap(([key, one]) => (isHidden(one) || one.value !== null ? [key] : [])),
    ),
  );

/** Whether a hidden cell of a version is what is of its name now. */
type IsSame = (was: DecidedValue) => boolean;

/** A way to reckon: what can be read in a version of what is seen now, and what is hidden there and is the same. */
export type Way = { readonly known: ReadonlySet<string>; readonly isSame: IsSame };

/**
 * By how many answered, and by what they answered in all: either gives a cell away. Where nobody knows whether what is
 * hidden is the same, both may be so, and each lets other things be worked out.
 */
export function waysOf(now: Family, decided: readonly Version[]): readonly Way[] {
  const is = byCell(now);
  const nowOf = ({ place, sex }: Observation) => is.get(cellKey(place, sex));
  const shown = decided.flatMap(shownIn).filter((one) => !isHidden(one));
  return [isSameCount, isSameSum].flatMap((compareTo) => {
    const isKnown = (was: Observation) => {
      const one = nowOf(was);
      return one !== undefined && compareTo(was, one);
    };
    const known = new Set(shown.filter(isKnown).map((one) => cellKey(one.place, one.sex)));
    return [true, false].map((whenUnknown): Way => {
      const isSame = ({ shown: was, stored }: DecidedValue) => {
        const one = nowOf(was);
        if (one === undefined) return false;
        if (isSameSource(was, one)) return true;
        return isHidden(stored) || isHidden(one) ? whenUnknown : compareTo(stored, one);
      };
      return { known, isSame };
    });
  });
}

/**
 * The decided versions as what can be reckoned with beside what is seen now. What has no row is known, but where nothing
 * is known of it now (`unlisted`).
 */
export const viewsOf = (
  decided: readonly Version[],
  parentOf: ParentOf,
  unlisted: ReadonlySet<string>,
  { known, isSame }: Way,
): readonly View[] =>
  decided
    // One that hides nothing still says what those without a row come to.
    .filter((version) => unlisted.size > 0 || shownIn(version).some(isHidden))
    .map((version, at) => {
      const family = shownIn(version);
      const cells = byCell(family);
      const places = [...new Set(family.map(({ place }) => place))].toSorted((a, b) => a - b);
      const keyed = [...cells.keys()].map((key) => ({ key }));
      const others = new Set(
        version
          .filter((one) => isHidden(one.shown) && !isSame(one))
          .map(({ shown }) => cellKey(shown.place, shown.sex)),
      );
      const nameOf = (key: string) => (others.has(key) ? `${at}: ${key}` : key);
      const secret = family.filter(isHidden).map((one) => cellKey(one.place, one.sex));
      const blank = [...unlisted].filter((key) => !cells.has(key));
      const hidden = [...secret, ...blank].filter((key) => others.has(key) || !known.has(key));
      return {
        lines: linesOf(keyed, places, parentOf).map(({ total, parts }) => ({
          total: nameOf(total),
          parts: parts.map(nameOf),
        })),
        hidden: new Set(hidden.map(nameOf)),
      };
    });
