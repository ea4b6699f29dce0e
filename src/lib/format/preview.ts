import type { Difference } from '#lib/domain/difference.ts';
import type { NameQuestion, PreviewReport, UndoReport } from '#lib/domain/preview.ts';
import { counted, countedAs, nounFor } from './counted.ts';
import { formatNumber, joinWords } from './sv.ts';

/* What a preview says in words. */

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${formatNumber(number, 0)} ${many}`;

/** Whether somebody must say what the columns are before the file can be read. */
export const areColumnsOpen = (columns: PreviewReport['columns']): boolean =>
  columns?.by === 'unknown' || (columns?.problems.length ?? 0) > 0;

/** How many things wait for a person. */
function left(report: PreviewReport): number {
  const open = report.questions.filter((one) => one.answer === null).length;
  const names = report.names.filter((one) => one.choice === null).length;
  const faults = report.faults.reduce((sum, { problems }) => sum + problems.length, 0);
  const columns = Number(areColumnsOpen(report.columns));
  return open + names + faults + columns + Number(report.isPeriodOpen);
}

const OUTCOMES: Readonly<Record<PreviewReport['outcome'], (report: PreviewReport) => string>> = {
  ready: () => 'Filen kan läsas in.',
  asked: (report) =>
    left(report) === 0
      ? report.leftOut.length > 0
        ? 'Alla rader som går att läsa är utelämnade. Ta tillbaka någon av dem, eller kasta filen.'
        : 'Filen håller inga värden att läsa in.'
      : `${count(left(report), 'sak', 'saker')} att avgöra innan filen kan läsas in.`,
  refused: () => 'Filen kan inte läsas in som den är.',
  'already-stored': () => 'Redan inläst: filen ändrar ingenting.',
};

/** Whether the file can be read in. */
export const outcomeSentence = (report: PreviewReport): string => OUTCOMES[report.outcome](report);

const PARTS = ['new', 'changed', 'unchanged'] as const;

/** "8 nya och 1 ändrat värde", "inga värden". What there is none of is not said. */
export function differenceWords(
  difference: Difference,
  of: PreviewReport['of'] = 'values',
): string {
  const parts = PARTS.flatMap((part) =>
    difference[part] > 0 ? [countedAs(part, of, difference[part])] : [],
  );
  const last = PARTS.map((part) => difference[part]).findLast((number) => number > 0) ?? 0;
  const noun = nounFor(of, last);
  return parts.length === 0 ? `inga ${noun}` : `${joinWords(parts)} ${noun}`;
}

/** How much it would change: "38 nya, 9 ändrade och 43 oförändrade värden." */
export function changeSentence(report: PreviewReport): string {
  const { difference: d, of, elsewhere, states } = report;
  if (report.outcome === 'refused' || d.new + d.changed + d.unchanged === 0) return '';
  const soFar = report.outcome === 'asked' ? 'Det som går att läsa: ' : '';
  const told = `${soFar}${differenceWords(d, of)}.`;
  const others =
    elsewhere > 0
      ? ` ${counted('values', elsewhere)} gäller andra kommuner och ger placering bland dem.`
      : '';
  const unused =
    report.unused > 0
      ? ` ${counted('values', report.unused)} lagras men syns inte: ingen indikator här mäts med ${report.unused === 1 ? 'det' : 'dem'} än.`
      : '';
  const colours =
    report.outcome !== 'already-stored' && of === 'values'
      ? states.length === 0
        ? ' Inget publicerat läge ändras.'
        : ` ${count(states.length, 'läge ändras', 'lägen ändras')}.`
      : '';
  return `${told}${others}${unused}${colours}`;
}

/** What the button says that it does. */
export const storeWord = ({ of, difference: d }: PreviewReport): string =>
  `Läs in ${counted(of, d.new + d.changed + d.unchanged)}`;

export const faultHeading = (number: number): string => `${count(number, 'fel', 'fel')} i filen`;

type NameWords = {
  readonly field: string;
  readonly heading: (number: number, isAnswered: boolean) => string;
  readonly lead: string;
  readonly made: string;
  readonly skipped: string;
  readonly all: string;
  /** Over the names that were told of before. */
  readonly remembered: string;
};

/** What is asked of names that nobody knows. */
export const NAMES: Readonly<Record<NameQuestion['of'], NameWords>> = {
  indicator: {
    field: 'indikator',
    heading: (number, isAnswered) =>
      `${count(number, 'namn', 'namn')} som inte finns bland indikatorerna${isAnswered ? ', lästa så här' : ''}`,
    lead: 'Säg vad varje namn är. Ett nytt mått lagras, och syns när en indikator använder det.',
    made: 'ett nytt mått',
    skipped: 'läs inte in raderna',
    all: 'Alla indikatorer',
    remembered: 'Vad namnen betyder bland indikatorerna',
  },
  place: {
    field: 'plats',
    heading: (number, isAnswered) =>
      `${count(number, 'enhet', 'enheter')} som inte fanns här${isAnswered ? ', lästa så här' : ''}`,
    lead: 'Säg vilken enhet varje namn är, eller lägg upp den som ny.',
    made: 'en ny enhet',
    skipped: 'läs inte in raderna',
    all: 'Alla enheter',
    remembered: 'Vad namnen betyder bland enheterna',
  },
};

/** What undoing an upload does, in one go. */
export function undoSentence({ changes, unchanged, elsewhere, states }: UndoReport): string {
  const told = [
    ...(changes.changed.count > 0
      ? [`${counted('values', changes.changed.count)} går tillbaka till det som gällde före.`]
      : []),
    ...(changes.gone.count > 0
      ? [`${counted('values', changes.gone.count)} visas inte längre: ingen annan fil ger dem.`]
      : []),
    ...(unchanged > 0
      ? [`${counted('values', unchanged)} står kvar, för en tidigare fil säger detsamma.`]
      : []),
    ...(elsewhere > 0 ? [`${counted('values', elsewhere)} gäller andra kommuner.`] : []),
    states.length === 0
      ? 'Inget publicerat läge ändras.'
      : `${count(states.length, 'läge ändras', 'lägen ändras')}.`,
  ];
  const isNothing =
    changes.changed.count + changes.gone.count + changes.beside.count + elsewhere === 0;
  return isNothing
    ? `Inget av det som visas ändras. ${told.slice(0, -1).join(' ')}`.trim()
    : told.join(' ');
}
