import type { Problem } from '#lib/domain/problem.ts';
import { answerTo } from '#lib/domain/question.ts';
import type { ColumnKind } from '../column-kind.ts';
import { fold } from '../fold.ts';
import type { TypedTable } from '../layouts/layout.ts';
import { strangeColumns as unread } from '../strange-columns.ts';

type FieldRule = {
  readonly kind: ColumnKind;
  /** Spellings of the header, the first the one we advise. */
  readonly names: readonly [string, ...string[]];
};

const field = (kind: ColumnKind, ...names: FieldRule['names']): FieldRule => ({ kind, names });

/** What files of HME have beside their figures. Of `parent` and `kommun` nothing is kept beside a unit: the tree of units is the plan's. */
export const FIELDS = {
  place: field('text', 'Enhet', 'Arbetsplats', 'Plats'),
  parent: field('text', 'Förvaltning'),
  kommun: field('text', 'Kommun'),
  period: field('period', 'Period', 'År', 'Mätår'),
  sex: field('text', 'Kön'),
  n: field('number', 'Antal svar', 'Svar', 'n', 'Antal svarande', 'Svarande'),
  asked: field('number', 'Tillfrågade', 'Antal tillfrågade'),
  statement: field('text', 'Påstående', 'Fråga'),
  number: field('text', 'Nr', 'Nummer'),
  group: field('text', 'Delindex'),
} as const satisfies Readonly<Record<string, FieldRule>>;

export type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

const isCalled = (name: Field, header: string) =>
  FIELDS[name].names.some((each) => fold(each) === fold(header));

export const fieldOf = (header: string): Field | null =>
  NAMES.find((name) => isCalled(name, header)) ?? null;

export const columnsOf = (header: readonly string[], name: Field): readonly number[] =>
  header.flatMap((each, at) => (isCalled(name, each) ? [at] : []));

/** Every column that is one of these fields. */
export const readColumns = (header: readonly string[]): readonly number[] =>
  header.flatMap((each, at) => (fieldOf(each) === null ? [] : [at]));

/** Where the unit stands; a file of förvaltningar alone has those for units, and one of none the kommun. */
export const unitColumns = (header: readonly string[]): readonly number[] =>
  (['place', 'parent', 'kommun'] as const)
    .map((name) => columnsOf(header, name))
    .find((some) => some.length > 0) ?? [];

type Chosen = { readonly at: number | undefined; readonly problems: readonly Problem[] };

/** Of columns that say one thing the one that somebody chose, else the first; asked about where they are spelled unlike. */
export function oneOf(table: TypedTable, meaning: string, columns: readonly number[]): Chosen {
  const { header, headerLine: line, answers } = table;
  const names = columns.map((at) => header[at]!);
  // The same word twice is a duplicate column, and told of already.
  if (new Set(names.map(fold)).size < 2) return { at: columns[0], problems: [] };
  const answer = /^column-(\d+)$/.exec(answerTo(answers, 'same-field', meaning) ?? '');
  return {
    at: columns[Number(answer?.[1] ?? 1) - 1] ?? columns[0],
    problems: [{ code: 'same-field', line, columns: names, meaning }],
  };
}

export type Positions = Readonly<Partial<Record<Field, number>>>;

/** Where each field stands, with what there is to ask about two that spell the same. */
export function positionsOf(table: TypedTable): {
  readonly positions: Positions;
  readonly problems: readonly Problem[];
} {
  const found = NAMES.map((name) => {
    const columns = name === 'place' ? unitColumns(table.header) : columnsOf(table.header, name);
    return { name, ...oneOf(table, FIELDS[name].names[0], columns) };
  });
  return {
    positions: Object.fromEntries(found.map(({ name, at }) => [name, at])),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** What is neither of a field nor among the figures that are read. */
export const strangeColumns = (
  table: TypedTable,
  read: readonly number[],
  idle: readonly number[] = [],
): Problem[] =>
  unread(
    table,
    (column, at) => fieldOf(column) !== null || read.includes(at),
    (_, at) => idle.includes(at),
  );

/** Said with the headers that would do. */
export const missingColumn = ({ headerLine: line }: TypedTable, accepted: FieldRule['names']) =>
  ({ code: 'missing-column', line, column: accepted[0], accepted }) as const satisfies Problem;

/** What a column holds by its header: its field's kind, a number where it is of figures, else its cells show it. */
export const kindsOf = (
  header: readonly string[],
  figures: readonly number[],
): (ColumnKind | null)[] =>
  header.map((name, at) => {
    const found = fieldOf(name);
    return found ? FIELDS[found].kind : figures.includes(at) ? 'number' : null;
  });
