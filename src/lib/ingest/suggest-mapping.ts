import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { MappedColumn, Mapping, Meaning, Told } from '#lib/domain/mapping.ts';
import type { Column } from './columns.ts';
import { fold } from './fold.ts';
import type { TypedTable } from './layouts/layout.ts';
import { KIND, meaningOf, SEX } from './layouts/plain-long-words.ts';
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

/** `2024`, `Kvinnor`, `Budget`: what the heading of a column of figures says of them. */
function headerTold(header: string): Partial<Told> {
  if (isPeriod(header)) return { period: header };
  const sex = meaningOf(SEX, header);
  if (header !== '' && sex !== undefined) return { sex };
  const kind = meaningOf(KIND, header);
  return kind !== undefined && header !== '' ? { kind } : {};
}

/** What `Utfall 2024` says, and `Utfall T1` as far as it goes: its kind, and the period if that is one. */
function wordsTold(header: string): Partial<Told> {
  const [first, ...rest] = header.split(' ');
  const kind = first === '' ? undefined : meaningOf(KIND, first ?? '');
  return kind === undefined ? headerTold(header) : { kind, ...headerTold(rest.join(' ')) };
}

const isTitled = (header: string) => Object.keys(wordsTold(header)).length === 0;

function toldBy(header: string, hasIndicator: boolean, isOfSeveral: boolean): Told {
  const told = wordsTold(header);
  const isTitle = isTitled(header) && !hasIndicator && (isOfSeveral || !FIGURES.test(fold(header)));
  return { ...NOTHING_TOLD, ...told, ...(isTitle ? { indicator: header } : {}) };
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

export function suggestMapping({ header, columns }: TypedTable): Mapping {
  const known = header.map((name, at) => wordMeaning(name) ?? cellMeaning(name, columns[at]!));
  const figures = known.filter((one) => one === 'value').length;
  // Where the headings are indicators the words are places; where they are years, kinds or sexes, indicators.
  const titles = header.filter((name, at) => known[at] === 'value' && isTitled(name)).length;
  const wanted: Meaning = titles > 1 ? 'place' : 'indicator';
  const named = openText(known, wanted);
  const found = known.map((one, at): Meaning => (at === named ? wanted : (one ?? 'ignored')));
  const meanings = once(found);
  const hasIndicator = meanings.includes('indicator');
  const columnOf = (name: string, at: number): MappedColumn => ({
    header: name,
    is: meanings[at]!,
    told: meanings[at] === 'value' ? toldBy(name, hasIndicator, figures > 1) : NOTHING_TOLD,
  });
  return { columns: header.map(columnOf), told: NOTHING_TOLD };
}
