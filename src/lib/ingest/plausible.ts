import type { Problem } from '#lib/domain/problem.ts';
import type { NamedMeasure } from './catalogue.ts';
import type { ReadObservation } from './layouts/layout.ts';
import type { Match } from './match.ts';
import type { Rows } from './rows.ts';
import type { Survey } from './survey.ts';

/* What can be read but hardly be true: asked or told of once for each measure, never refused. */

type Found = { readonly row: number; readonly lines: number };

/** For each indicator the first row that a test takes, and how many there are. */
function firstOf(
  { length, indicators }: Survey,
  isOdd: (row: number, indicator: number) => boolean,
): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>();
  for (let row = 0; row < length; row += 1) {
    const indicator = indicators.codes[row]!;
    if (!isOdd(row, indicator)) continue;
    const known = found.get(indicator);
    found.set(indicator, { row: known?.row ?? row, lines: (known?.lines ?? 0) + 1 });
  }
  return found;
}

/** A share outside 0–100, and a Kolada nyckeltal with figures from after it ended. */
export function doubtfulValues(
  rows: Rows<ReadObservation>,
  all: Survey,
  matches: readonly Match<NamedMeasure>[],
): Problem[] {
  const measures = matches.map((match) => ('entry' in match ? match.entry : null));
  const names = all.indicators.values;
  const isShare = measures.map((one) => one?.isShare ?? false);
  const lastYears = measures.map((one) => one?.endedAfter ?? Infinity);
  const years = all.periods.values.map(({ to }) => Number(to.slice(0, 4)));
  const { values, periods } = all;
  const outside = firstOf(
    all,
    (row, at) => isShare[at]! && (values[row]! < 0 || values[row]! > 100),
  );
  const ended = firstOf(
    all,
    (row, at) => years[periods.codes[row]!]! > lastYears[at]! && !Number.isNaN(values[row]),
  );
  return [
    ...[...outside].map(([at, { row, lines }]): Problem => {
      const { line, printed: value } = rows.at(row);
      return { code: 'value-out-of-range', line, value, lines, indicator: names[at]! };
    }),
    ...[...ended].map(([at, { row, lines }]): Problem => {
      const { line } = rows.at(row);
      return { code: 'ended-kpi', line, value: names[at]!, lines, endedAfter: lastYears[at]! };
    }),
  ];
}
