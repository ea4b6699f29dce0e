import type { ColumnKind } from '../column-kind.ts';
import { fold } from '../fold.ts';

type FieldRule = {
  readonly kind: ColumnKind;
  /** Headers that only Kolada and its clients write. */
  readonly own: readonly string[];
  readonly other: readonly string[];
};

const field = (kind: ColumnKind, own: string, other = ''): FieldRule => ({
  kind,
  own: own.split('|').filter(Boolean),
  other: other.split('|').filter(Boolean),
});

/** How Kolada's exports and the clients of its API have named their columns since 2012. */
export const FIELDS = {
  code: field('text', 'kpi|kpi id|variabelkod|nyckeltalskod|nyckeltals id'),
  title: field('text', '', 'nyckeltal|titel|title|kpi title'),
  placeCode: field('text', 'municipality|municipality id', 'kommunkod|kommun id|kommun kod'),
  place: field('text', 'kommun landsting|municipality title', 'kommun|kommun region|region'),
  period: field('period', '', 'år|period|year'),
  value: field('number', 'visat värde', 'värde|value'),
  sex: field('text', '', 'kön|gender'),
  status: field('text', '', 'status'),
} as const satisfies Readonly<Record<string, FieldRule>>;

export type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

/** `Kommun/Landsting`, `Kommun.Landsting` (R has no blanks) and `kommun_landsting` are one. */
const spelled = (header: string) =>
  fold(header)
    .replace(/[-._/]+/g, ' ')
    .trim();

const has = (name: Field, kinds: readonly ('own' | 'other')[], header: string) =>
  kinds.some((kind) => (FIELDS[name][kind] as readonly string[]).includes(spelled(header)));

export type Positions = Readonly<Partial<Record<Field, number>>>;

/** Where each field stands, counted from 0; of two that spell the same field the first. */
export function positionsOf(header: readonly string[]): Positions {
  const positions: Partial<Record<Field, number>> = {};
  header.forEach((column, at) => {
    const name = NAMES.find((each) => has(each, ['own', 'other'], column));
    if (name) positions[name] ??= at;
  });
  return positions;
}

/** Columns that nobody but Kolada heads so. */
export const ownWords = (header: readonly string[]): string[] =>
  header.filter((column) => NAMES.some((name) => has(name, ['own'], column)));

/** A column of years: `2021`, `2021.0` from a program that takes years for numbers, `2024 (prel)`. */
export const yearOf = (header: string): string | null =>
  /^((?:19|20)\d{2})(?:\.0)?(?: ?\(?prel(?:\.|iminärt?)?\)?)?$/i.exec(header)?.[1] ?? null;

export const isPreliminaryYear = (header: string): boolean => /prel/i.test(header);

export const kindsOf = (header: readonly string[]): (ColumnKind | null)[] => {
  const positions = positionsOf(header);
  return header.map((column, at) => {
    const name = NAMES.find((each) => positions[each] === at);
    return name ? FIELDS[name].kind : yearOf(column) ? 'number' : null;
  });
};

/** `2024*` and `2025 jan-jun` may be years of figures, which would be lost without a word. */
const HAS_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

/** Every column that is not read: told of, and asked about where its heading has a year. */
export const ignored = (
  header: readonly string[],
  line: number,
  used: ReadonlySet<number>,
): { code: 'ignored-column' | 'unused-column'; line: number; column: string }[] =>
  header.flatMap((column, at) => {
    if (column === '' || used.has(at)) return [];
    return [{ code: HAS_YEAR.test(column) ? 'unused-column' : 'ignored-column', line, column }];
  });
