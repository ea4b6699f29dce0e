import { addMonths, parseDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { groupBy } from './group-by.ts';
import { canonicalPeriod, periodMonths } from './period.ts';
import type { Period, PeriodKind } from './period.ts';

/** Months from one period of a kind to the next; null where none is to be waited for. */
const STEP: Readonly<Record<PeriodKind, number | null>> = {
  year: 12,
  half: 6,
  tertial: 4,
  quarter: 3,
  month: 1,
  day: null,
  range: 12,
  lasar: 12,
  term: 6,
  until: null,
};

/** Longer gaps than this are one slot: an axis of a hundred empty months says nothing. */
const MOST = 12;

const monthNumber = (day: Day) => {
  const parts = parseDay(day);
  return parts ? parts.year * 12 + parts.month : NaN;
};

/** Periods of a kind and length, which may follow on each other, in the order given. */
export const rhythmsOf = (periods: readonly Period[]): readonly (readonly Period[])[] => [
  ...groupBy(periods, (one) => `${one.kind} ${periodMonths(one) ?? ''}`).values(),
];

/** The first half of one year is followed by that of the next, where no second half is ever told. */
function stepOf(rhythm: readonly Period[]): number | null {
  const [first] = rhythm;
  const ends = new Set(rhythm.map(({ to }) => to.slice(5, 7)));
  const step = first ? STEP[first.kind] : null;
  return step !== null && rhythm.length > 1 && ends.size === 1 ? 12 : step;
}

function later(period: Period, months: number): Period {
  const [from, to] = [addMonths(period.from ?? period.to, months), addMonths(period.to, months)];
  const named = canonicalPeriod({ text: `${from}..${to}`, kind: 'range', from, to });
  // Läsår and terms have names of their own, which no span has as its shortest.
  return { ...named, kind: period.kind };
}

/** The periods that one would expect in a rhythm and that are not there: 2021 between 2020 and 2022. */
export function missingBetween(rhythm: readonly Period[]): readonly Period[] {
  const step = stepOf(rhythm);
  if (step === null) return [];
  return rhythm.slice(1).flatMap((period, index) => {
    const before = rhythm[index]!;
    const missing = (monthNumber(period.to) - monthNumber(before.to)) / step - 1;
    if (!Number.isInteger(missing) || missing < 1) return [];
    const count = missing > MOST ? 1 : missing;
    return Array.from({ length: count }, (_, nth) => later(before, (nth + 1) * step));
  });
}
