import type { DecidedValue } from './decided-before.ts';
import { familyOf, keyOf } from './difference.ts';
import type { Observation } from './observation.ts';
import type { Snapshot } from './snapshot.ts';
import { suppress } from './suppress.ts';
import { familyViews } from './value-history.ts';
import type { Coming } from './value-history.ts';

/*
 * Which of the figures that values have been may be told. A history is one more place to read them in, beside what is
 * shown now and what has been decided: so each time that a family has been another is laid beside all of that, the
 * newest first, as a version that is decided is laid beside those before it.
 */

type About = Pick<Snapshot, 'measures' | 'places' | 'place' | 'decided'>;

const isHidden = ({ state }: Observation) => state === 'suppressed';

/** By itself, beside nothing that was decided. */
const hiddenKeys = (observations: readonly Observation[], about: About) =>
  suppress({ ...about, observations, decided: [] })
    .filter(isHidden)
    .map(keyOf);

type View = readonly DecidedValue[];

/** Each view, the newest first, as it may be seen beside those decided and those after it. */
function shownViews(views: readonly (readonly Observation[])[], about: About): readonly View[] {
  const told: View[] = [];
  for (const observations of views.toReversed()) {
    const shown = suppress({ ...about, observations, decided: [...about.decided, ...told] });
    told.push(observations.map((stored, at) => ({ stored, shown: shown[at]! })));
  }
  return told;
}

/** What can be seen of a view, as it was read. */
const storedIn = (view: View) =>
  view.flatMap(({ shown, stored }) => (isHidden(shown) ? [] : [stored]));

/** All of it is seen, and it has rows of what has rows now: what stood beside what is told with it. */
const isWholeAs = (now: ReadonlyMap<string, unknown>, view: View) =>
  view.length === now.size &&
  view.every(({ shown, stored }) => !isHidden(shown) && now.has(keyOf(stored)));

/**
 * Whether a reading of a family may be told as it was. Not if it was hidden, or is beside anything that everybody reads;
 * nor if, among what is seen now, it would have something hidden that is not: an old total beside a new part says what
 * is left, also of those without a row.
 */
export function toldFigures(
  family: readonly Observation[],
  comings: readonly Coming[],
  about: About,
): (one: Observation) => boolean {
  const [first] = family;
  if (!first) return () => false;
  const ofFamily = (one: DecidedValue) => familyOf(one.shown) === familyOf(first);
  const decided = about.decided.map((version) => version.filter(ofFamily));
  const views = shownViews(familyViews(family, comings), { ...about, decided });
  const shown = new Set(views.flatMap(storedIn));
  const now = new Map((views[0] ?? []).map(({ stored }) => [keyOf(stored), stored]));
  const whole = new Set(views.filter((view) => isWholeAs(now, view)).flatMap(storedIn));
  const hidden = new Set(hiddenKeys([...now.values()], about));
  const isSafeAmong = (one: Observation) =>
    hiddenKeys([...new Map(now).set(keyOf(one), one).values()], about).every((key) =>
      hidden.has(key),
    );
  return (one) => shown.has(one) && (whole.has(one) || isSafeAmong(one));
}
