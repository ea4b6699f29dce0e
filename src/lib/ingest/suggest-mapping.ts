import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { MappedColumn, Mapping, Meaning, Told } from '#lib/domain/mapping.ts';
import type { Column } from './columns.ts';
import { fold } from './fold.ts';
import type { TypedTable } from './layouts/layout.ts';
import { headingTold } from './heading-told.ts';
import { meaningOf, SEX } from './layouts/plain-long-words.ts';
import { parsePeriodText } from './period-text.ts';

/*
 * What the columns of a table that nobody knows look like: where a person begins who is to say what
 * they are. Never read by: every column is theirs to change.
 */

const WORDS: readonly (readonly [Meaning, RegExp])[] = [
  ['indicator', /^(?:indikator|indikatornamn|nyckeltal|mått|mätetal|kpi|fråga|påstående|titel)$/],
  [
    'period',
    /^(?:period|år|mätår|månad|tertial|kvartal|halvår|läsår|termin|tid|datum|mättillfälle)$/,
  ],
  [
    'place',
    /^(?:enhet|plats|kommun|kommunkod|skola|förskola|boende|område|verksamhet|avdelning|förvaltning|arbetsplats|enhetsnamn|distrikt)$/,
  ],
  ['sex', /^(?:kön|gender)$/],
  ['breakdown', /^(?:indelning|åldersgrupp)$/],
  ['kind', /^(?:typ|slag)$/],
  ['asked', /^(?:tillfrågade|antal tillfrågade|population|urval)$/],
  ['n', /^(?:n|svar|antal svar|svarande|antal svarande|respondenter)$/],
  ['numerator', /^täljare$/],
  ['denominator', /^nämnare$/],
  ['note', /^(?:kommentar|anmärkning|notering)$/],
];

const FIGURES = /^(?:värde|utfall|value|resultat|antal|andel|procent|medelvärde|index)\b/;
/** Rates and numbers of the table itself are no results. */
const NO_RESULT = /^(?:svarsfrekvens|svarsandel|nr|nummer|id|rad|radnr)$/;

const wordMeaning = (header: string): Meaning | null =>
  WORDS.find(([, pattern]) => pattern.test(fold(header)))?.[0] ?? null;

const isFilled = (text: string) => text !== '';

/** Every cell that says anything says what the test takes. */
const areAll = ({ texts }: Column, test: (text: string) => boolean): boolean =>
  texts.some(isFilled) && texts.every((text) => !isFilled(text) || test(text));

const isPeriod = (text: string) => parsePeriodText(text).ok;
const isSex = (text: string) => meaningOf(SEX, text) !== undefined;

function cellMeaning(header: string, column: Column): Meaning | null {
  if (NO_RESULT.test(fold(header))) return 'ignored';
  if (column.kind === 'text' || column.kind === 'period' || column.kind === 'date') {
    if (areAll(column, isPeriod)) return 'period';
    return areAll(column, isSex) ? 'sex' : null;
  }
  return 'value';
}

/** A heading with the group it stands under in a header of two rows. */
function fullHeading({ header, under }: TypedTable, at: number): string {
  const [name, group] = [header[at]!, under[at] ?? null];
  return group === null || name.includes(group.over) ? name : `${group.over} – ${name}`;
}

/** Whether columns of such titles are of different things: `Resultat 2024` and `Resultat 2023` are not. */
const areNames = (titles: readonly string[]): boolean =>
  new Set(titles.map(fold)).size > 1 || titles.some((title) => !FIGURES.test(fold(title)));

/** What a heading says of its figures, but for what columns of their own say row by row. */
function toldBy(heading: string, says: { indicator: boolean; period: boolean }): Told {
  const { title, period, sex, kind } = headingTold(heading);
  // Where the rows are dated a year in a title may be of what is measured.
  const isTheirs = says.period && title !== '';
  const name = isTheirs ? heading : title;
  return {
    ...NOTHING_TOLD,
    indicator: says.indicator && name !== '' ? name : null,
    period: isTheirs ? null : (period?.text ?? null),
    sex,
    kind,
  };
}

/** The first column of words that nothing is known of, where the table names no indicator otherwise. */
function openText(meanings: readonly (Meaning | null)[], wanted: Meaning): number {
  return meanings.includes(wanted) ? -1 : meanings.indexOf(null);
}

/** One column says a thing; a second that looks like it is not read. */
const once = (meanings: readonly Meaning[]): Meaning[] =>
  meanings.map((one, at) =>
    one === 'value' || meanings.indexOf(one) === at ? one : ('ignored' as const),
  );

export function suggestMapping(table: TypedTable): Mapping {
  const { header, columns } = table;
  const known = header.map((name, at) => wordMeaning(name) ?? cellMeaning(name, columns[at]!));
  const headings = header.map((_, at) => fullHeading(table, at));
  const titles = headings.flatMap((heading, at) => {
    const { title } = headingTold(heading);
    return known[at] === 'value' && title !== '' ? [title] : [];
  });
  const isNamed = areNames(titles);
  // Where the headings are indicators the words are places; where they are years, kinds or sexes, indicators.
  const wanted: Meaning = titles.length > 1 && isNamed ? 'place' : 'indicator';
  const named = openText(known, wanted);
  const found = known.map((one, at): Meaning => (at === named ? wanted : (one ?? 'ignored')));
  const meanings = once(found);
  const says = {
    indicator: isNamed && !meanings.includes('indicator'),
    period: meanings.includes('period'),
  };
  const columnOf = (name: string, at: number): MappedColumn => ({
    header: name,
    is: meanings[at]!,
    told: meanings[at] === 'value' ? toldBy(headings[at]!, says) : NOTHING_TOLD,
  });
  return { columns: header.map(columnOf), told: NOTHING_TOLD };
}
