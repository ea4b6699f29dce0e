import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Cell } from '../document.ts';
import { formatPeriod, withUnit } from '../sv.ts';
import { decimalsOf, formatValue, printedWord, valueWords } from '../value.ts';
import { EMPTY, numberCell, wordsCell } from './table.ts';

/* Values in the cells of a report: as the papers printed them where they print more, else as the pages show them. */

const decimalsIn = (printed: string) => /,(\d+)/.exec(printed)?.[1]?.length ?? 0;

/** A value that is a number as it stands in a cell: what it says, and how many decimals it says. */
type Printed = { readonly words: string; readonly decimals: number };

function printedOf(observation: Observation, decimals: number): Printed {
  const printed = printedWord(observation, decimals);
  return printed === null
    ? { words: formatValue(observation, decimals), decimals }
    : { words: printed, decimals: decimalsIn(printed) };
}

const preliminary = ({ isPreliminary }: Observation) => (isPreliminary ? 'preliminärt' : null);

const besideOf = (observation: Observation, hasPeriod: boolean): string | null =>
  [hasPeriod ? formatPeriod(observation.period) : null, preliminary(observation)]
    .filter((words) => words !== null)
    .join(', ') || null;

/** A value with its unit; under it its period where the head of the column does not say it. */
export function valueCell(
  one: AssessedIndicator,
  observation: Observation | null,
  hasPeriod: boolean,
): Cell {
  if (observation === null) return EMPTY;
  const beside = besideOf(observation, hasPeriod);
  const decimals = decimalsOf(one);
  const words = valueWords(one, observation);
  if (observation.state !== 'value' || observation.value === null) return wordsCell(words, beside);
  const isPlain = words === withUnit(formatValue(observation, decimals), one.measure.unit);
  const printed = printedOf(observation, decimals);
  return isPlain
    ? numberCell(
        withUnit(printed.words, one.measure.unit),
        ...([observation.value, printed.decimals, beside] as const),
      )
    : wordsCell(words, beside);
}

/** A value in a table whose head or row says the unit: the number alone, but for per cent. */
export function bareCell({ indicator, measure }: AssessedIndicator, one: Observation | null): Cell {
  if (one === null) return EMPTY;
  const beside = preliminary(one);
  if (one.state !== 'value' || one.value === null)
    return wordsCell(formatValue(one, indicator.decimals), beside);
  const { words, decimals } = printedOf(one, indicator.decimals);
  const said = measure.unit === '%' ? withUnit(words, '%') : words;
  return numberCell(said, one.value, decimals, beside);
}

/** The one period of several values, in words; null where they are of more than one. */
export function commonPeriod(values: readonly (Observation | null)[]): string | null {
  const words = new Set(values.flatMap((one) => (one ? [formatPeriod(one.period)] : [])));
  const [only] = words;
  return words.size === 1 && only !== undefined ? only : null;
}

/** A printed target in our signs: "−5,0 %" of "-5,0%". */
export const printedTarget = (printed: string): string =>
  printed.replace(/^-(?=\d)/, '\u2212').replace(/(\d)%/g, '$1\u00a0%');
