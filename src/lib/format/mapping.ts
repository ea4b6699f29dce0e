import type { Mapping, Meaning, Told } from '#lib/domain/mapping.ts';
import type { ColumnsQuestion, MappedRow } from '#lib/domain/preview.ts';
import { aboutWords } from './changes.ts';
import { SEX } from './labels.ts';
import { formatClock, joinWords, lowerFirst } from './sv.ts';

/* What the columns of a table are, in words. */

/** In the order in which a person looks for them. */
export const MEANING: Readonly<Record<Meaning, string>> = {
  value: 'värden (tal)',
  indicator: 'vilken indikator',
  period: 'period',
  place: 'plats eller enhet',
  sex: 'kön',
  breakdown: 'indelning, som Ålder=80+',
  kind: 'utfall, prognos eller budget',
  n: 'antal svar',
  asked: 'antal tillfrågade',
  numerator: 'täljare',
  denominator: 'nämnare',
  note: 'anmärkning',
  ignored: 'läses inte in',
};

export const KIND = { utfall: 'utfall', prognos: 'prognos', budget: 'budget' } as const;

/** "indikator Sjukfrånvaro, period 2024, kvinnor"; '' where nothing is told. */
export function toldWords({ indicator, period, place, sex, kind }: Told): string {
  const parts = [
    indicator === null ? null : `indikator ${indicator}`,
    period === null ? null : `period ${period}`,
    place === null ? null : `plats ${place}`,
    sex === null ? null : lowerFirst(SEX[sex]),
    kind === null ? null : KIND[kind],
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** What a column of figures is said to be of, to be opened and changed. */
export function figuresWords(told: Told): string {
  const words = toldWords(told);
  return words === ''
    ? 'Gäller värdena en viss indikator, period eller grupp?'
    : `Värdena gäller ${words}. Ändra`;
}

const columnWords = ({ columns }: Mapping, is: Meaning): readonly string[] =>
  columns.filter((one) => one.is === is).map(({ header }) => header || '(utan rubrik)');

/** What is remembered of a table, in a line: "Skola är plats. Antal och Andel är värden." */
export function mappingWords(mapping: Mapping): string {
  const kinds = (Object.keys(MEANING) as Meaning[]).filter((one) => one !== 'ignored');
  const said = kinds.flatMap((is): string[] => {
    const names = columnWords(mapping, is);
    return names.length === 0 ? [] : [`${joinWords(names)} är ${MEANING[is]}.`];
  });
  const told = toldWords(mapping.told);
  return [...said, ...(told === '' ? [] : [`För hela filen: ${told}.`])].join(' ');
}

/** What is told of each column of figures, in a line: "Utfall T1: period 2024-T1."; '' where nothing is. */
export const figuresLine = ({ columns }: Mapping): string =>
  columns
    .filter(({ is, told }) => is === 'value' && toldWords(told) !== '')
    .map(({ header, told }) => `${header || '(utan rubrik)'}: ${toldWords(told)}.`)
    .join(' ');

/** The headings of a table in a line: "Förskola · Kö · Platser". */
export const headingWords = (header: readonly string[]): string =>
  header.map((name) => name || '(utan rubrik)').join(' · ');

export const rememberedNames = (count: number): string =>
  count === 1 ? 'Ett namn i filen är förklarat.' : `${count} namn i filen är förklarade.`;

const LEADS: Readonly<Record<ColumnsQuestion['by'], string>> = {
  unknown:
    'Fyren känner inte igen tabellen. Säg vad varje kolumn är; det som är ifyllt är en gissning. Nästa fil med samma rubriker läses likadant när någon har bekräftat det.',
  chosen: 'Så här läses kolumnerna. Ändra det som inte stämmer och granska igen.',
  known:
    'Här kan du säga vad kolumnerna är i stället för det som rubrikerna visar. Det du har svarat om filen hittills gäller då inte.',
};

function addedWords(added: readonly string[]): string {
  if (added.length === 0) return '';
  const names = joinWords(added.map((name) => name || '(utan rubrik)'));
  return added.length === 1
    ? ` Kolumnen ${names} är ny och läses inte in om du inte säger vad den är.`
    : ` Kolumnerna ${names} är nya och läses inte in om du inte säger vad de är.`;
}

/** What is asked of the columns, and whose word they are shown by. */
export const columnsLead = ({ by, remembered }: ColumnsQuestion): string =>
  remembered
    ? `Kolumnerna är ifyllda som förra gången en fil hade de här rubrikerna, ${formatClock(remembered.at)}. Perioden läses ur den här filens rubriker.${addedWords(remembered.added)} Stämmer det, läs dem så.`
    : LEADS[by];

/** What a figure would be about; where the file does not say when, that is asked below. */
export const rowAbout = (row: MappedRow): string => aboutWords(row) || 'Hela kommunen';
