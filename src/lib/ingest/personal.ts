import type { PersonalData, Problem } from '#lib/domain/problem.ts';
import { fold } from './fold.ts';
import type { LayoutReading, TypedTable } from './layouts/layout.ts';
import { NAMES_IN_READ, NUMBERS_IN_READ, PERSONAL_KINDS } from './personal-kinds.ts';
import type { PersonalKind } from './personal-kinds.ts';
import { signIn, SIGNS } from './personal-signs.ts';
import type { Table } from './table.ts';
import type { Texts } from './texts.ts';

/*
 * What a file tells of persons (DESIGN 6): found by column, told before anything is stored, and kept
 * nowhere. A name that must be kept, of a unit or an indicator, is refused where it tells of a person.
 */

/** What of a file is not kept. */
export type NotKept = {
  /** Headings of the columns. */
  readonly columns: readonly string[];
  /** Lines beside the table tell of persons: a title, a footnote, a row that is left out. */
  readonly isBeside: boolean;
};

export type Personal = {
  readonly columns: readonly string[];
  /** The columns themselves, among those that were read by kind. */
  readonly texts: ReadonlySet<Texts>;
  readonly areNotesKept: boolean;
  /** Of rows whose names tell of a person. */
  readonly lines: ReadonlySet<number>;
  readonly problems: readonly Problem[];
};

/** So many filled cells show what a column is made of. */
const SAMPLE = 1000;

function sampleOf(texts: Texts): readonly string[] {
  const found: string[] = [];
  for (let row = 0; row < texts.length && found.length < SAMPLE; row += 1) {
    const text = texts.at(row);
    if (text !== '') found.push(text);
  }
  return found;
}

/** Of three cells nothing can be said. */
const FEWEST_VARIED = 3;
const isVaried = (sample: readonly string[]) =>
  sample.length >= FEWEST_VARIED && new Set(sample).size >= sample.length * 0.8;

function isOfKind(one: PersonalKind, name: string, header: readonly string[], texts: Texts) {
  if (!one.heading.test(name)) return false;
  if (one.beside && !header.some((other) => one.beside!.test(other))) return false;
  if (one.share === 0 && !one.isVaried) return texts.some(one.cell);
  const sample = sampleOf(texts);
  const hits = sample.filter(one.cell);
  const isEnough =
    new Set(hits).size >= (one.fewest ?? 1) && hits.length >= sample.length * one.share;
  return isEnough && (!one.isVaried || isVaried(sample));
}

type Column = { readonly name: string; readonly texts: Texts; readonly lines: Int32Array };

function told(
  { name: column, texts, lines }: Column,
  kind: PersonalData,
  cell: PersonalKind['cell'],
) {
  const rows: number[] = [];
  texts.forEach((text, row) => {
    if (text !== '' && cell(text)) rows.push(row);
  });
  const line = lines[rows[0]!]!;
  return { code: 'personal-data', line, column, kind, lines: rows.length } as const;
}

/** Every kind that a column is of, each told once. */
function unreadColumn(column: Column, header: readonly string[]): readonly Problem[] {
  const kinds = new Map<PersonalData, PersonalKind>();
  for (const one of PERSONAL_KINDS) {
    const isNew = !kinds.has(one.kind);
    if (isNew && isOfKind(one, fold(column.name), header, column.texts)) kinds.set(one.kind, one);
  }
  return [...kinds.values()].map(({ kind, cell }) => told(column, kind, cell));
}

/** What a person has written is no note of whoever made the table, whatever is said of it. */
export const OWN_WORDS = /^(?:fritext|fri text|egna ord|synpunkt)/i;

/** Notes are kept, but for those of a column where one tells of a person. */
const noteColumn = (column: Column, header: readonly string[]): readonly Problem[] =>
  OWN_WORDS.test(column.name) ? unreadColumn(column, header) : signsIn(column);

const signsIn = (column: Column): readonly Problem[] =>
  SIGNS.filter(([, has]) => column.texts.some(has)).map(([kind, has]) => told(column, kind, has));

/** A unit or an indicator that is called by what points a person out. */
function namedCells({ name: column, texts, lines }: Column): readonly Problem[] {
  if (!texts.some((text) => signIn(text) !== null)) return [];
  const found: Problem[] = [];
  texts.forEach((text, row) => {
    const kind = signIn(text);
    if (kind !== null) found.push({ code: 'personal-cell', line: lines[row]!, column, kind });
  });
  return found;
}

/** A row for each person may be read as one for each unit: what looks like names is asked about. */
function persons(
  column: Column,
  header: readonly string[],
  kinds: readonly PersonalKind[],
): readonly Problem[] {
  const name = fold(column.name);
  const found = kinds.find((one) => isOfKind(one, name, header, column.texts));
  if (!found) return [];
  const { line, lines } = told(column, found.kind, found.cell);
  return [{ code: 'persons-column', line, column: column.name, lines }];
}

/** Headings that point a person out. They are kept and shown wherever the file is, so it is refused. */
export const personalHeadings = (table: Table): readonly Problem[] =>
  table.header.flatMap((name, at): Problem[] => {
    const { over = '', name: lower = '' } = table.under[at] ?? {};
    const kind = signIn(name) ?? signIn(over) ?? signIn(lower);
    const position = table.positions[at]! + 1;
    return kind === null
      ? []
      : [{ code: 'personal-heading', line: table.headerLine, position, kind }];
  });

type Read = Pick<LayoutReading, 'used' | 'notes'>;

/**
 * What a table tells of persons, also in columns that somebody has said do not count. Columns that are
 * read are what their layout says; of them names and notes alone can tell of a person. `known` are
 * columns that rows which are left out have shown to be of persons.
 */
export function personalIn(
  all: Table,
  typed: TypedTable,
  { used, notes = [] }: Read,
  known: readonly string[] = [],
): Personal {
  const { lines } = all;
  const header = all.header.map(fold);
  const textsOf = (columns: readonly number[]) => columns.map((at) => typed.columns[at]!.texts);
  const [read, noted] = [new Set(textsOf(used)), new Set(textsOf(notes))];
  const isText = new Set(
    typed.columns.filter(({ kind }) => kind === 'text').map((column) => column.texts),
  );
  const columns = all.header.map((name, at): Column => ({ name, texts: all.texts[at]!, lines }));
  const problemsOf = (column: Column) => {
    if (noted.has(column.texts)) return noteColumn(column, header);
    if (!read.has(column.texts)) return unreadColumn(column, header);
    return isText.has(column.texts)
      ? [...namedCells(column), ...persons(column, header, [...NUMBERS_IN_READ, ...NAMES_IN_READ])]
      : persons(column, header, NUMBERS_IN_READ);
  };
  const found = columns.map((column) => ({ column, problems: problemsOf(column) }));
  const problems = found.flatMap((one) => one.problems);
  const isKnown = ({ name, texts }: Column) =>
    known.includes(name) && (noted.has(texts) || !read.has(texts));
  const isNotKept = (one: (typeof found)[number]) =>
    isKnown(one.column) || one.problems.some(({ code }) => code === 'personal-data');
  const notKept = found.filter(isNotKept).map(({ column }) => column);
  return {
    columns: [...new Set(notKept.map(({ name }) => name))],
    texts: new Set(notKept.map(({ texts }) => texts)),
    areNotesKept: !notKept.some(({ texts }) => noted.has(texts)),
    lines: new Set(problems.flatMap((one) => (one.code === 'personal-cell' ? [one.line] : []))),
    problems,
  };
}
