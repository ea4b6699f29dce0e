import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { subtract } from '#lib/domain/compare.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import type { Period } from '#lib/domain/period.ts';
import { groupOf } from '#lib/domain/report.ts';
import type { PartOf } from '#lib/domain/report.ts';
import { countsBy } from '#lib/domain/series.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { formatSigned } from '../amount.ts';
import type { Piece } from '../document.ts';
import { SEX } from '../labels.ts';
import { placeWord } from '../place.ts';
import { formatPeriod, lowerFirst, monthWord, upperFirst } from '../sv.ts';
import { breakdownWord } from '../value.ts';
import { aColumn, aNumberColumn, EMPTY, numberCell, tablePieces, wordsCell } from './table.ts';
import type { ColumnOf } from './table.ts';
import { bareCell } from './values.ts';

/* Values over time: sexes, parts and units down, periods across; or years down and months across. */

type Part = PartOf<'series'>;
type Around = { readonly assessed: Assessed; readonly part: Part };

/** A line of a table: whose values, and by the names of their columns. */
type Line = {
  readonly one: AssessedIndicator;
  readonly label: string;
  readonly at: ReadonlyMap<string, Observation>;
};

const OTHERS: ReadonlySet<Place['kind'] | undefined> = new Set(['riket', 'region', 'group']);

/** Outcomes that count at the cut-off: of the whole, its parts and its units, and of others where they are asked for. */
function outcomesOf(
  { assessed, part }: Around,
  { place, observations }: AssessedIndicator,
): readonly Observation[] {
  const kindOf = (at: number) => assessed.places.find(({ id }) => id === at)?.kind;
  const isTold = (at: number) =>
    at === place || kindOf(at) === 'unit' || (part.hasOthers && OTHERS.has(kindOf(at)));
  return observations.filter(
    (one) =>
      one.kind === 'utfall' && isTold(one.place) && countsBy(one, assessed.occasion.cutoffOn),
  );
}

/** "", "kvinnor", "gruppbostad", "Enhet A, män": which of the values of its indicator. */
function whichWords({ places }: Assessed, { place }: AssessedIndicator, of: Observation): string {
  const unit = places.find(({ id }) => id === of.place && id !== place);
  return [
    ...(unit ? [placeWord(unit)] : []),
    ...(of.breakdown === '' ? [] : [breakdownWord(of.breakdown)]),
    ...(of.sex === 'T' ? [] : [lowerFirst(SEX[of.sex])]),
  ].join(', ');
}

/** Unit beside a name that does not say it; per cent stands in the cells. */
const unitBeside = ({ indicator, measure }: AssessedIndicator) =>
  measure.unit === '' ||
  measure.unit === '%' ||
  indicator.title.toLowerCase().includes(measure.unit.toLowerCase())
    ? ''
    : `, ${measure.unit}`;

const nameOf = (one: AssessedIndicator) => `${one.indicator.title}${unitBeside(one)}`;

/** Lines of an indicator: the whole first, then its parts as they are read in. */
function linesOf(around: Around, one: AssessedIndicator, isAlone: boolean): readonly Line[] {
  const { assessed } = around;
  const groups = groupBy(outcomesOf(around, one), (of) => whichWords(assessed, one, of));
  const which = [...groups.keys()].toSorted((a, b) => Number(a !== '') - Number(b !== ''));
  const labelOf = (words: string) => {
    if (isAlone) return words === '' ? SEX.T : upperFirst(words);
    return words === '' ? nameOf(one) : `${nameOf(one)}: ${words}`;
  };
  return which.map((words) => ({
    ...{ one, label: labelOf(words) },
    at: new Map((groups.get(words) ?? []).map((of) => [formatPeriod(of.period), of])),
  }));
}

const label = aColumn<Line>('', 4, (line) => wordsCell(line.label));

/** The periods of some lines, the newest so many. */
function periodsOf(lines: readonly Line[], { across, most }: Part): readonly Period[] {
  const all = lines.flatMap(({ at }) => [...at.values()].map(({ period }) => period));
  const inOrder = [...new Map(all.map((one) => [formatPeriod(one), one])).values()].toSorted(
    comparePeriods,
  );
  const newest = most === null ? inOrder : inOrder.slice(-most);
  return across === 'newest-first' ? newest.toReversed() : newest;
}

/** The newest value less the one before it, of two numbers; shown, and never called good or bad. */
function changeColumn(periods: readonly Period[]): ColumnOf<Line> {
  const [older, newer] = periods.toSorted(comparePeriods).slice(-2).map(formatPeriod);
  return aNumberColumn('Förändring', ({ one, at }) => {
    const [was, is] = [at.get(older ?? '')?.value ?? null, at.get(newer ?? '')?.value ?? null];
    if (was === null || is === null || newer === undefined) return EMPTY;
    const { decimals } = one.indicator;
    const change = subtract(is, was);
    return numberCell(formatSigned(change, decimals), change, decimals);
  });
}

function periodPieces(caption: string, lines: readonly Line[], part: Part): readonly Piece[] {
  const periods = periodsOf(lines, part);
  const columns = periods.map((period) => {
    const words = formatPeriod(period);
    return aNumberColumn<Line>(upperFirst(words), ({ one, at }) =>
      bareCell(one, at.get(words) ?? null),
    );
  });
  const change = part.hasChange && periods.length > 1 ? [changeColumn(periods)] : [];
  return tablePieces(caption, [label, ...columns, ...change], [{ heading: null, items: lines }]);
}

const yearOf = ({ period }: Observation) => period.to.slice(0, 4);
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Years down, the months of each across; of the whole alone. */
function monthPieces(around: Around, one: AssessedIndicator): readonly Piece[] {
  const months = outcomesOf(around, one).filter(
    ({ period, sex, breakdown, place }) =>
      period.kind === 'month' && sex === 'T' && breakdown === '' && place === one.place,
  );
  const years = [...groupBy(months, yearOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = years.map(([year, values]): Line => ({
    ...{ one, label: year },
    at: new Map(values.map((of) => [monthWord(Number(of.period.to.slice(5, 7))), of])),
  }));
  const columns = MONTHS.map((month) => {
    const word = monthWord(month);
    return aNumberColumn<Line>(upperFirst(word.slice(0, 3)), ({ at }) =>
      bareCell(one, at.get(word) ?? null),
    );
  });
  const year = { ...label, title: 'År', share: 1 };
  return tablePieces(nameOf(one), [year, ...columns], [{ heading: null, items: lines }]);
}

/** Measures down and their parts across, of the newest period of each; the whole last, as a sum stands. */
function partPieces(
  around: Around,
  caption: string,
  indicators: readonly AssessedIndicator[],
): readonly Piece[] {
  const lines = indicators.map((one): Line => {
    const all = outcomesOf(around, one);
    const newest = all.toSorted((a, b) => comparePeriods(a.period, b.period)).at(-1)?.period.text;
    const own = all.filter(({ period }) => period.text === newest);
    return {
      ...{ one, label: nameOf(one) },
      at: new Map(own.map((of) => [whichWords(around.assessed, one, of), of])),
    };
  });
  const words = [...new Set(lines.flatMap(({ at }) => [...at.keys()]))];
  const columns = words
    .toSorted((a, b) => Number(a === '') - Number(b === ''))
    .map((word) =>
      aNumberColumn<Line>(word === '' ? SEX.T : upperFirst(word), ({ one, at }) =>
        bareCell(one, at.get(word) ?? null),
      ),
    );
  return tablePieces(caption, [label, ...columns], [{ heading: null, items: lines }]);
}

type Group = readonly [caption: string, indicators: readonly AssessedIndicator[]];

/** The tables of some measures that stand together. */
function groupPieces(around: Around, [caption, own]: Group): readonly Piece[] {
  const { part } = around;
  if (part.across === 'months') return own.flatMap((one) => monthPieces(around, one));
  if (part.across === 'parts') return partPieces(around, caption, own);
  if (part.gathered === 'each')
    return own.flatMap((one) => periodPieces(nameOf(one), linesOf(around, one, true), part));
  const lines = own.flatMap((one) => linesOf(around, one, false));
  return periodPieces(caption, lines, part);
}

/** The tables of a part, in the plan's order, under headings where the measures are of several groups. */
export function seriesPieces(
  assessed: Assessed,
  indicators: readonly AssessedIndicator[],
  part: Part,
): readonly Piece[] {
  const around = { assessed, part };
  if (part.gathered === 'one') return groupPieces(around, [part.title, indicators]);
  const groups = [...groupBy(indicators, ({ indicator }) => upperFirst(groupOf(indicator)))];
  return groups.flatMap(([words, own]) => {
    const pieces = groupPieces(around, [words, own]);
    const heading: Piece = { kind: 'heading', level: 2, words, mark: null };
    return groups.length > 1 && pieces.length > 0 ? [heading, ...pieces] : pieces;
  });
}
