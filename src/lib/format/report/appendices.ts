import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { Scale } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import type { Piece } from '../document.ts';
import { COLOUR } from '../labels.ts';
import { ownerWord } from '../roles.ts';
import { ruleSentence } from '../rule.ts';
import { formatMoment, formatPeriod, sortSv, upperFirst } from '../sv.ts';
import { aColumn, aNumberColumn, numberCell, tablePieces, wordsCell } from './table.ts';
import { groupOf } from '#lib/domain/report.ts';
import type { Elsewhere, Paragraph } from './written.ts';

/* What a report ends with: where its values come from, what makes a colour, and what the codes of roles stand for. */

/** Values of an indicator that came with one file. */
type Origin = { readonly title: string; readonly values: readonly Observation[] };

/** "2–4, 9": lines of a file, those that follow on each other together. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of [...new Set(lines)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function periodsIn(values: readonly Observation[]): string {
  const periods = values.map(({ period }) => period).toSorted(comparePeriods);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return '';
  const [from, to] = [formatPeriod(first), formatPeriod(last)];
  return from === to ? from : `${from} – ${to}`;
}

/** Every value that is told of some indicators, file by file: its lines, and the day the file was read in. */
export function sourcesPieces(indicators: readonly AssessedIndicator[]): readonly Piece[] {
  // Two may be of one measure: its values are told once.
  const measures = new Map(indicators.toReversed().map((one) => [one.measure.id, one]));
  const own = indicators.filter((one) => measures.get(one.measure.id) === one);
  const origins = own.flatMap(({ indicator, observations }): Origin[] =>
    [...groupBy(observations, ({ source }) => source.upload).values()].map((values) => ({
      ...{ title: indicator.title, values },
    })),
  );
  const first = ({ values }: Origin) => values[0]!.source;
  const shown = ({ values }: Origin) => values.length;
  return tablePieces<Origin>(
    'Källor',
    [
      aColumn('Mått', 4, ({ title }) => wordsCell(title)),
      aColumn('Gäller', 2, ({ values }) => wordsCell(periodsIn(values))),
      aNumberColumn('Värden', (one) => numberCell(`${shown(one)}`, shown(one), 0)),
      aColumn('Fil', 2, (one) => wordsCell(first(one).file)),
      aColumn('Rad', 1, ({ values }) =>
        wordsCell(lineRanges(values.map((one) => one.source.line))),
      ),
      aColumn('Inläst', 2, (one) => wordsCell(formatMoment(first(one).at))),
    ],
    [{ heading: null, items: origins }],
  );
}

/** Numbers that somebody wrote in the texts and has said the source of. */
export const elsewherePieces = (paragraphs: readonly Paragraph[]): readonly Piece[] =>
  tablePieces<Elsewhere>(
    'Tal från andra källor',
    [
      aColumn('Tal', 1, (one) => wordsCell(one.number)),
      aColumn('Källa', 4, (one) => wordsCell(one.source)),
    ],
    [
      {
        heading: null,
        items: paragraphs.flatMap(({ body, elsewhere }) => (body === '' ? [] : elsewhere)),
      },
    ],
  );

/** The steps of the scales that something is judged by, best first, with what each is called and its colour. */
export function scalesPieces({ scales, levels, plans }: Assessed): readonly Piece[] {
  const used = new Set([
    ...levels.map(({ scale }) => scale),
    ...plans.map(({ indicatorScale }) => indicatorScale),
  ]);
  const own = scales.filter(({ id }) => used.has(id));
  return tablePieces<Scale['steps'][number]>(
    'Färgerna',
    [
      aColumn('Läge', 3, (step) => ({
        ...wordsCell(step.word.outcome),
        mark: { colour: step.colour, aspect: 'outcome' },
      })),
      aColumn('Som prognos', 3, (step) => ({
        ...wordsCell(step.word.forecast),
        mark: { colour: step.colour, aspect: 'forecast' },
      })),
      aColumn('Färg', 1, (step) => wordsCell(upperFirst(COLOUR[step.colour]))),
    ],
    own.map(({ title, steps }) => ({ heading: title, items: steps })),
  );
}

/** The rule of every indicator that one colours, in words. */
export const rulesPieces = (indicators: readonly AssessedIndicator[]): readonly Piece[] =>
  tablePieces<AssessedIndicator>(
    'När ett mått är grönt, gult och rött',
    [
      aColumn('Mått', 3, ({ indicator }) => wordsCell(indicator.title)),
      aColumn('Regel', 5, (one) => wordsCell(ruleSentence(one) ?? '')),
    ],
    [...groupBy(indicators.filter(isRuled), ({ indicator }) => groupOf(indicator))].map(
      ([heading, items], _, all) => ({
        heading: all.length > 1 ? upperFirst(heading) : null,
        items,
      }),
    ),
  );

const isRuled = (one: AssessedIndicator) => one.indicator.isCompared && ruleSentence(one) !== null;

/** The codes of ansvarsroller that something in the nämnd has, and what they stand for. */
export function rolesPieces({ goals, activities, roles }: Assessed): readonly Piece[] {
  const codes = new Set([
    ...goals.flatMap(({ goal }) => goal.owners),
    ...activities.flatMap(({ activity }) => activity.owners),
  ]);
  return tablePieces<string>(
    'Ansvarsroller',
    [
      aColumn('Beteckning', 1, (code) => wordsCell(code)),
      aColumn('Roll', 3, (code) => wordsCell(ownerWord(roles, code))),
    ],
    [{ heading: null, items: sortSv([...codes], (code) => code) }],
  );
}
