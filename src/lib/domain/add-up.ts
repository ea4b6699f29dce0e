import { addMonths } from './calendar.ts';
import type { Day } from './calendar.ts';
import type { AddsUp, SeriesBreak } from './model.ts';
import type { Observation } from './observation.ts';
import { canonicalPeriod, parsePeriod, periodMonths } from './period.ts';
import type { Period } from './period.ts';

/** What parts come to, and how many of them are missing: never 30 as if complete (B62). */
export type Total = {
  readonly value: number | null;
  readonly of: number;
  readonly missing: number;
};

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const totalOf = (known: readonly number[], of: number, value: number): Total => ({
  ...{ value: known.length === 0 ? null : value, of, missing: of - known.length },
});

/** The sum of those that are known. Missing is not zero. */
export function sumOf(values: readonly (number | null)[]): Total {
  const known = values.filter((one) => one !== null);
  return totalOf(known, values.length, sum(known));
}

export type Counted = Pick<Observation, 'value' | 'numerator' | 'denominator'>;

/** A value times its weight, from the counts where they make the value. */
function amountOf({ value, numerator, denominator }: Counted, isShare: boolean): number | null {
  if (denominator === null || denominator <= 0) return null;
  if (isShare && numerator !== null) return 100 * numerator;
  return value === null ? numerator : value * denominator;
}

/**
 * The mean of shares or means over groups of different size: 15 of 100 and 5 of 10 are 20 of 110
 * (B78, case 9). Null when one that has a value has no counts: an unweighted mean is no mean of it.
 */
export function weightedMean(
  parts: readonly Counted[],
  isShare: boolean,
  of = parts.length,
): Total | null {
  const weighed = parts.map((one) => ({ ...one, amount: amountOf(one, isShare) }));
  if (weighed.some((one) => one.value !== null && one.amount === null)) return null;
  const known = weighed.flatMap(({ amount, denominator }) =>
    amount === null || denominator === null ? [] : [{ amount, denominator }],
  );
  const amounts = known.map((one) => one.amount);
  return totalOf(amounts, of, sum(amounts) / sum(known.map((one) => one.denominator)));
}

/** An observation as it adds up, and what it was added up from; null for one that stands alone. */
export type Added = { readonly observation: Observation; readonly total: Total | null };

const alone = (observation: Observation): Added => ({ observation, total: null });

const yearOf = ({ to }: Period) => to.slice(0, 4);

const SUBPERIODS: ReadonlySet<string> = new Set(['half', 'tertial', 'quarter', 'month']);

/** From the start of its year to the end of a part of it, 2023-T2 → 2023-01..2023-08; else null. */
function yearTo({ text, kind, to }: Period): Period | null {
  const whole = SUBPERIODS.has(kind)
    ? parsePeriod(`${to.slice(0, 4)}-01..${to.slice(0, 7)}`)
    : null;
  const named = whole && canonicalPeriod(whole);
  return named?.text === text ? null : named;
}

/** How many parts of that length there should be. */
const partsIn = (whole: Period, part: Period) =>
  (periodMonths(whole) ?? 0) / (periodMonths(part) ?? 1);

const partsOf = (series: readonly Observation[], { period }: Observation) =>
  series.filter(
    (one) =>
      one.period.kind === period.kind &&
      yearOf(one.period) === yearOf(period) &&
      one.period.to <= period.to,
  );

/** The sum of a count over parts; null when one of them has none. */
function countOf(
  parts: readonly Observation[],
  field: 'numerator' | 'denominator' | 'n' | 'asked',
) {
  const { value, missing } = sumOf(parts.map((one) => one[field]));
  return missing === 0 ? value : null;
}

/** The newest part with the value of them all; its file and line are still where to look. */
function merged(newest: Observation, period: Period, parts: readonly Observation[], value: number) {
  return {
    ...{ ...newest, period, value, printed: '' },
    numerator: countOf(parts, 'numerator'),
    denominator: countOf(parts, 'denominator'),
    n: countOf(parts, 'n'),
    asked: countOf(parts, 'asked'),
    isPreliminary: parts.some((one) => one.isPreliminary),
  };
}

/** The first days of the parts that there should be, of the year or since the series broke. */
function startsOf(whole: Period, part: Period, breaks: readonly SeriesBreak[]): readonly Day[] {
  const since = breaks.map((one) => one.from).filter((day) => day <= part.to);
  return Array.from({ length: partsIn(whole, part) }, (_, index) =>
    addMonths(whole.from ?? whole.to, index * (periodMonths(part) ?? 0)),
  ).filter((start) => since.every((day) => day <= start));
}

/** From the first day of one part to the last of another, by its shortest name. */
function spanOf(from: Period, to: Period): Period {
  const span = parsePeriod(`${(from.from ?? from.to).slice(0, 7)}..${to.to.slice(0, 7)}`);
  return span ? canonicalPeriod(span) : to;
}

/**
 * The year so far as the weighted mean of its parts; a part alone where they cannot be weighted. Of
 * parts with a gap only those after it: what a value is called is exactly what it is of.
 */
function yearSoFar(
  series: readonly Observation[],
  one: Observation,
  isShare: boolean,
  breaks: readonly SeriesBreak[],
): Added {
  const whole = one.state === 'value' ? yearTo(one.period) : null;
  if (whole === null) return alone(one);
  const starts = startsOf(whole, one.period, breaks);
  const isWhole = starts.length === partsIn(whole, one.period);
  const read = series.find((other) => other.period.text === whole.text && other.value !== null);
  if (read && isWhole) return alone(read);
  const parts = partsOf(series, one).filter(({ period }) => starts.includes(period.from ?? ''));
  if (starts.length < 2 || weightedMean(parts, isShare) === null) return alone(one);
  const found = starts.map((start) =>
    parts.find((part) => part.period.from === start && amountOf(part, isShare) !== null),
  );
  const run = found.slice(found.lastIndexOf(undefined) + 1).filter((part) => part !== undefined);
  const total = weightedMean(run, isShare, starts.length);
  const [first] = run;
  if (!first || !total || total.value === null) return alone(one);
  if (run.length === 1) return { observation: one, total };
  const period = spanOf(first.period, one.period);
  return { observation: merged(one, period, run, total.value), total };
}

type AddUp = (
  series: readonly Observation[],
  isShare: boolean,
  breaks: readonly SeriesBreak[],
) => readonly Added[];

const asTheyAre: AddUp = (series) => series.map(alone);

/** A cumulative count is the year so far already: its last value, never a sum (B79). */
const ADD_UP: Readonly<Record<AddsUp, AddUp>> = {
  latest: asTheyAre,
  cumulative: asTheyAre,
  weighted: (series, isShare, breaks) =>
    series.map((one) => yearSoFar(series, one, isShare, breaks)),
  none: asTheyAre,
};

/** A series as its indicator says that periods add up, in the same order; never over a break. */
export const addUp = (
  series: readonly Observation[],
  addsUp: AddsUp,
  isShare: boolean,
  breaks: readonly SeriesBreak[] = [],
): readonly Added[] => ADD_UP[addsUp](series, isShare, breaks);
