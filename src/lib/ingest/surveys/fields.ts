import type { Problem } from '#lib/domain/problem.ts';
import type { ColumnKind } from '../column-kind.ts';
import { fold } from '../fold.ts';
import type { TypedTable } from '../layouts/layout.ts';

/** What tables of surveys have beside their answers, with the spellings of the header. */
const FIELDS = {
  place: 'enhet|enhetsnamn|enhetens namn|boende|arbetsplats|plats',
  kommun: 'kommun|kommunnamn|kommun/region|region',
  code: 'kommunkod|kod|kommunnr|kommunnummer',
  service: 'verksamhet|verksamhetsområde|verksamhetstyp|insats|boendeform|enkät|undersökning',
  question: 'fråga|frågetext|frågeformulering|påstående|delfråga',
  option: 'svarsalternativ|alternativ|svar|svarstext',
  sex: 'kön',
  period: 'period|år|mätår|undersökningsår',
  count: 'antal|antal personer|frekvens|antal per svarsalternativ',
  share: 'andel|procent|andel svar|andel procent|andel av svaren|',
  n: 'antal svarande|svarande|n|antal som svarat|antal svar|totalt antal svar|antal svar totalt',
  asked: 'antal tillfrågade|tillfrågade|utskick|antal utskick|antal utskickade',
} as const;

export type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

/** "Andel (%)" and "Andel %" are Andel; "%" is a share with no word. */
const bare = (header: string) =>
  fold(header)
    .replace(/[([]?(?:%|i procent)[)\]]?/g, '')
    .replace(/[_\s]+/g, ' ')
    .trim();

const fieldOf = (header: string): Field | null =>
  header.trim() === ''
    ? null
    : (NAMES.find((name) => FIELDS[name].split('|').includes(bare(header))) ?? null);

export type Positions = Readonly<Partial<Record<Field, number>>>;

/**
 * Where each field stands, the first of several. "Antal svar" beside answers with no other count is
 * their count, unless it is the same for all answers to a question: the caller sees which.
 */
export function positionsOf(header: readonly string[]): Positions {
  const found: Partial<Record<Field, number>> = {};
  header.forEach((name, at) => {
    const field = fieldOf(name);
    if (field !== null) found[field] ??= at;
  });
  return found;
}

const KINDS: Readonly<Record<Field, ColumnKind>> = {
  ...{ place: 'text', kommun: 'text', code: 'text', service: 'text', question: 'text' },
  ...{ option: 'text', sex: 'text', period: 'period', count: 'number', share: 'number' },
  ...{ n: 'number', asked: 'number' },
};

/** What the columns are: those of answers numbers, the others by their field. */
export function kindsOf(
  header: readonly string[],
  answers: readonly number[],
): (ColumnKind | null)[] {
  const positions = positionsOf(header);
  return header.map((_, at) => {
    const field = NAMES.find((name) => positions[name] === at);
    if (answers.includes(at)) return 'number';
    return field ? KINDS[field] : null;
  });
}

/** What follows from the counts, or says how sure they are, is no result (formats 11, 38). */
const NO_RESULT =
  /^(?:svarsfrekvens|svarsandel|felmarginal|osäkerhetstal|konfidens|kommentar|anmärkning|notering|huvudman|frågenr|frågenummer|nr|nummer|enhetskod|enhetsid|län|medel|medelvärde)/i;

/** A column that nobody reads may change what its rows mean: asked about, unless it says nothing. */
export function strangeColumns(
  { header, headerLine: line, columns }: TypedTable,
  read: ReadonlySet<number>,
): Problem[] {
  return header.flatMap((column, at): Problem[] => {
    if (read.has(at)) return [];
    const isIdle = NO_RESULT.test(column) || columns[at]!.texts.every((text) => text === '');
    return [{ code: isIdle ? 'ignored-column' : 'unused-column', line, column }];
  });
}
