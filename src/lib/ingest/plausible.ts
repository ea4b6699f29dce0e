import type { Problem } from '#lib/domain/problem.ts';
import type { NamedMeasure } from './catalogue.ts';
import type { ReadObservation } from './layouts/layout.ts';
import type { Match } from './match.ts';
import type { Rows } from './rows.ts';
import { mayBeOfOne } from './scale.ts';
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
  const years = all.periods.values.map((period) => Number(period?.to.slice(0, 4)));
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

const PER_CENT = /^(?:%|procent|procentenheter|%-enheter)$/i;
const isInPerCent = ({ unit, isShare }: NamedMeasure) => isShare || PER_CENT.test(unit.trim());

/** A sign for per cent where something else is measured, and 0,85 alone where shares are per cent. */
export function doubtfulUnits(
  rows: Rows<ReadObservation>,
  all: Survey,
  matches: readonly Match<NamedMeasure>[],
  column: string,
): Problem[] {
  const measures = matches.map((match) => ('entry' in match ? match.entry : null));
  const names = all.indicators.values;
  const most = measures.map(() => -Infinity);
  all.values.forEach((value, row) => {
    const at = all.indicators.codes[row]!;
    if (value > most[at]!) most[at] = value;
  });
  const signed = firstOf(all, (row, at) => {
    const measure = measures[at];
    return !!measure && !isInPerCent(measure) && rows.at(row).printed.includes('%');
  });
  // Beside others above 1 the layout has asked already.
  const small = firstOf(
    all,
    (row, at) =>
      measures[at]?.isShare === true &&
      most[at]! <= 1 &&
      mayBeOfOne(rows.at(row).printed, all.values[row]!),
  );
  return [
    ...[...signed].map(([at, { row, lines }]): Problem => {
      const { line, printed: value } = rows.at(row);
      const { unit } = measures[at]!;
      return { code: 'unit-differs', line, value, lines, indicator: names[at]!, unit };
    }),
    ...[...small].map(([at, { row, lines }]): Problem => {
      const { line, printed: value } = rows.at(row);
      return { code: 'mixed-scale', line, column, value, lines, indicator: names[at]! };
    }),
  ];
}
