import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { sameBudget, yearBudget } from '#lib/domain/planned.ts';
import type { ColumnChoice, IndicatorColumn } from '#lib/domain/report.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { verdictWord } from '../labels.ts';
import { formatSigned } from '../amount.ts';
import { upperFirst } from '../sv.ts';
import { plannedWords, previousWords, targetWords } from '../value.ts';
import { aColumn, aNumberColumn, EMPTY, numberCell, textCell, wordsCell } from './table.ts';
import type { ColumnOf } from './table.ts';
import { textIn } from './things.ts';
import { bareCell, commonPeriod, printedTarget, valueCell } from './values.ts';

/* Indicators in a table. */

type Of = ColumnOf<AssessedIndicator>;

type Around = {
  readonly assessed: Assessed;
  readonly indicators: readonly AssessedIndicator[];
  /** The kommun's own word for the column; '' is Fyren's. */
  readonly title: string;
  /** A column of its own says the unit. */
  readonly hasUnit: boolean;
  /** A column of its own tells what is too old to speak for the occasion. */
  readonly hasBefore: boolean;
};

/** A column of values: its head says the period where it is one and the same, else each value does. */
function valueColumn(
  { indicators, title, hasUnit }: Around,
  word: string,
  valueOf: (one: AssessedIndicator) => Observation | null,
): Of {
  const period = commonPeriod(indicators.map(valueOf));
  const head = title || word;
  return aNumberColumn(period === null ? head : `${head}, ${period}`, (one) =>
    hasUnit && period !== null
      ? bareCell(one, valueOf(one))
      : valueCell(one, valueOf(one), period === null),
  );
}

const current = (one: AssessedIndicator) => one.verdict.because.observation;

/** Of the period that is told now, the value of the first place of a kind. */
const elsewhere =
  ({ places }: Assessed, kind: Place['kind']) =>
  (one: AssessedIndicator): Observation | null => {
    const now = current(one);
    const at = new Set(places.filter((place) => place.kind === kind).map(({ id }) => id));
    return (
      one.observations.find(
        (other) =>
          at.has(other.place) &&
          other.period.text === now?.period.text &&
          other.sex === 'T' &&
          other.breakdown === '' &&
          other.kind === 'utfall',
      ) ?? null
    );
  };

const targetColumn = ({ assessed, title }: Around): Of =>
  aNumberColumn(`${title || 'Målvärde'} ${assessed.occasion.year}`, (one) => {
    const { target } = one.verdict.because;
    if (!target) return EMPTY;
    return wordsCell(target.printed ? printedTarget(target.printed) : targetWords(one, target));
  });

const differenceColumn = ({ title, hasUnit }: Around): Of =>
  aNumberColumn(title || 'Skillnad mot budget', (one) => {
    const planned = sameBudget(one);
    if (!planned || planned.difference === null) return EMPTY;
    const words = hasUnit
      ? formatSigned(planned.difference, one.indicator.decimals)
      : plannedWords(one, planned);
    return numberCell(words, planned.difference, one.indicator.decimals);
  });

const stateColumn = ({ title }: Around): Of =>
  aColumn(title || 'Läge', 2, (one) => {
    const { indicator, step, verdict } = one;
    if (!indicator.isCompared) return EMPTY;
    const mark = { colour: step?.colour ?? null, aspect: 'outcome' as const };
    return { ...wordsCell(verdictWord({ verdict, step })), mark };
  });

const isOld = ({ current: { kind } }: AssessedIndicator) => kind === 'stale';

const earlier = (one: AssessedIndicator) => one.previous?.observation ?? one.before;

/** A row for every column there is. */
const COLUMNS: Readonly<Record<Exclude<IndicatorColumn, 'texts'>, (around: Around) => Of>> = {
  unit: ({ title }) => aColumn(title || 'Enhet', 1, ({ measure }) => wordsCell(measure.unit)),
  before: (around) =>
    valueColumn(around, 'Senaste utfall', (one) => (isOld(one) ? current(one) : earlier(one))),
  value: (around) =>
    valueColumn(around, 'Utfall', (one) => (around.hasBefore && isOld(one) ? null : current(one))),
  target: targetColumn,
  previous: (around) => valueColumn(around, 'Ett år tidigare', earlier),
  change: ({ title }) =>
    aNumberColumn(title || 'Förändring', (one) => wordsCell(previousWords(one) ?? '')),
  county: (around) => valueColumn(around, 'Länet', elsewhere(around.assessed, 'region')),
  nation: (around) => valueColumn(around, 'Riket', elsewhere(around.assessed, 'riket')),
  'year-budget': (around) =>
    valueColumn(around, 'Budget', (one) => yearBudget(one)?.observation ?? null),
  budget: (around) => valueColumn(around, 'Budget', (one) => sameBudget(one)?.observation ?? null),
  difference: differenceColumn,
  state: stateColumn,
};

const textColumns = ({ assessed: { place }, indicators }: Around): readonly Of[] => {
  const parts = indicators.flatMap((one) => one.textParts);
  return [...new Map(parts.map((one) => [one.key, one])).values()].map(({ key, title }) =>
    aColumn(title, 3, (one) => textCell(textIn(one.comments, key, place))),
  );
};

/** What indicators are called, and the columns that were chosen, in their order. */
export function indicatorColumns(
  assessed: Assessed,
  indicators: readonly AssessedIndicator[],
  chosen: readonly ColumnChoice<IndicatorColumn>[],
): readonly Of[] {
  const words = new Set(indicators.map(({ indicator }) => indicator.word));
  const [word] = words;
  const first: Of = aColumn(words.size === 1 ? upperFirst(word ?? '') : 'Mått', 4, (one) =>
    wordsCell(one.indicator.title),
  );
  const hasUnit = chosen.some(({ column }) => column === 'unit');
  const hasBefore = chosen.some(({ column }) => column === 'before');
  const others = chosen.flatMap(({ column, title }) => {
    const around = { assessed, indicators, title, hasUnit, hasBefore };
    return column === 'texts' ? textColumns(around) : [COLUMNS[column](around)];
  });
  return [first, ...others];
}
