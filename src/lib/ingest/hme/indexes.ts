import type { ReadObservation } from '../layouts/layout.ts';
import { fold } from '../fold.ts';
import { tidy } from './scale.ts';
import { INDEXES, STATEMENTS } from './statements.ts';
import type { Index } from './statements.ts';

/** What the answers of one group say, by question; also the indexes that the file gives itself. */
type Group = ReadonlyMap<string, ReadObservation>;

/** The same people at the same time: a unit, a period and a sex. */
const groupOf = ({ place, period, sex }: ReadObservation) =>
  JSON.stringify([fold(place ?? ''), period?.text ?? '', sex]);

function groupsOf(observations: readonly ReadObservation[]): Iterable<Group> {
  const groups = new Map<string, Map<string, ReadObservation>>();
  for (const one of observations) {
    const key = groupOf(one);
    const group = groups.get(key) ?? new Map<string, ReadObservation>();
    // The same question twice is refused as duplicate rows: neither wins.
    if (!group.has(one.indicator)) group.set(one.indicator, one);
    groups.set(key, group);
  }
  return groups.values();
}

const fewest = (counts: readonly (number | null)[]): number | null => {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** The mean where every question has a value; hidden where one of them is, else it is just missing. */
function meanOf(parts: readonly (ReadObservation | undefined)[]) {
  const values = parts.flatMap((part) => part?.value ?? []);
  if (values.length === parts.length) {
    const sum = values.reduce((a, b) => a + b);
    return { state: 'value', value: tidy(sum / values.length) } as const;
  }
  const isHidden = parts.some((part) => part?.state === 'suppressed');
  return { state: isHidden ? 'suppressed' : 'missing', value: null } as const;
}

/** The index of one group, or nothing where the group was asked none of its questions. */
function computed(group: Group, index: Index): ReadObservation[] {
  const parts = STATEMENTS[index].map((statement) => group.get(statement));
  const asked = parts.filter((part) => part !== undefined);
  const [first] = asked;
  if (!first || group.has(index)) return [];
  const mean = meanOf(parts);
  // Of a hidden index the fewest are those that the file does not tell.
  const n = mean.state === 'suppressed' ? null : fewest(asked.map((part) => part.n));
  const counts = { n, asked: fewest(asked.map((part) => part.asked)) };
  return [{ ...first, ...mean, ...counts, indicator: index, printed: '' }];
}

/**
 * The indexes of every group that the file does not give itself. The mean of a question first, then
 * over the questions: Totalindex is the mean of all nine (Kolada's text on U00200).
 */
export const indexesOf = (observations: readonly ReadObservation[]): ReadObservation[] =>
  [...groupsOf(observations)].flatMap((group) =>
    INDEXES.flatMap((index) => computed(group, index)),
  );
