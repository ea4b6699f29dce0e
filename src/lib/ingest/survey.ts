import type { Period } from '#lib/domain/period.ts';
import { collector } from './distinct.ts';
import type { Distinct } from './distinct.ts';
import type { Names, ReadObservation } from './layouts/layout.ts';
import type { Rows } from './rows.ts';

/** What the rows of a file say, a column at a time, gone through once. */
export type Survey = {
  readonly length: number;
  readonly indicators: Distinct<string>;
  /** Null is the kommun itself. */
  readonly places: Distinct<string | null>;
  /** Null where nobody has said when. */
  readonly periods: Distinct<Period | null>;
  readonly sexes: Distinct<string>;
  readonly breakdowns: Distinct<string>;
  readonly kinds: Distinct<string>;
  /** NaN where there is no value. */
  readonly values: Float64Array;
};

/** Rows that could not be read still name things: those are matched with the others, without a row. */
export function survey(rows: Rows<ReadObservation>, broken: Names['broken'] = []): Survey {
  const { length } = rows;
  const indicators = collector<string>(length);
  const places = collector<string | null>(length);
  const periods = collector<Period | null>(length);
  const sexes = collector<string>(length);
  const breakdowns = collector<string>(length);
  const kinds = collector<string>(length);
  const values = new Float64Array(length);
  for (let at = 0; at < length; at += 1) {
    const row = rows.at(at);
    indicators.add(at, row.indicator, row.line);
    places.add(at, row.place, row.line);
    periods.add(at, row.period, row.line);
    sexes.add(at, row.sex, row.line);
    breakdowns.add(at, row.breakdown, row.line);
    kinds.add(at, row.kind, row.line);
    values[at] = row.value ?? NaN;
  }
  broken.forEach(({ indicator, place, line }, at) => {
    // Beyond the last row: a name with its line, and no code of any row.
    if (indicator !== '') indicators.add(length + at, indicator, line);
    if (place !== null && place !== '') places.add(length + at, place, line);
  });
  return {
    length,
    indicators: indicators.done(),
    places: places.done(),
    periods: periods.done(),
    sexes: sexes.done(),
    breakdowns: breakdowns.done(),
    kinds: kinds.done(),
    values,
  };
}
