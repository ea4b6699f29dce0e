import type { CsvRecord } from './csv.ts';
import { looksLikeDay } from './dates.ts';
import { fold } from './fold.ts';
import { headingTold } from './heading-told.ts';
import { fieldOf } from './layouts/plain-long-fields.ts';
import { missingMark } from './marks.ts';
import { isNumberLike } from './number.ts';
import { isUnitRow } from './units.ts';

/*
 * A header in two rows (formats 11, 29): groups over names. The upper text of a group stands over its
 * first name, as a CSV writes merged cells, or over each of them. What has a text above and nothing
 * under it is a column's own name.
 */

/** A name of the lower row, and the text of the group that it stands under. */
export type Under = { readonly over: string; readonly name: string };

export type HeaderRows = {
  readonly line: number;
  /** One name a column, unlike each other where the rows tell them apart. */
  readonly header: readonly string[];
  /** By column, where in a group it stands; null outside of groups. */
  readonly under: readonly (Under | null)[];
};

const isYear = (cell: string) => /^(?:19|20)\d{2}$/.test(cell);
/** A number, a day, a mark for what is missing: what a row of figures holds, and no heading. */
const isData = (cell: string) =>
  cell !== '' &&
  ((isNumberLike(cell) && !isYear(cell)) || looksLikeDay(cell) || missingMark(cell) !== null);
const holdsData = ({ cells }: CsvRecord) => cells.some(isData);

/** Three states a column can be in: its own name, a name in a group, or a name alone. */
function columnsOf(upper: readonly string[], lower: readonly string[]) {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, name] = [upper[at] ?? '', lower[at] ?? ''];
    if (name === '' || name === above) {
      over = '';
      return { name: above, over, isOwn: above !== '' };
    }
    if (above !== '') over = above;
    return { name, over, isOwn: false };
  });
}

type Columns = ReturnType<typeof columnsOf>;

/** How many names stand under each text. */
function sizes(columns: Columns): readonly number[] {
  const found = new Map<string, number>();
  for (const { over } of columns) if (over !== '') found.set(over, (found.get(over) ?? 0) + 1);
  return [...found.values()];
}

/** Every name of the lower row stands twice or more; of a row of figures a word or two may. */
function areRepeated(columns: Columns): boolean {
  const names = columns.flatMap(({ name, isOwn }) => (isOwn || name === '' ? [] : [fold(name)]));
  return names.every((name, at) => names.indexOf(name) !== at || names.lastIndexOf(name) !== at);
}

/** What says no more over periods and sexes than they say themselves. */
const EMPTY_WORDS =
  /^(?:år|period|tid|mätår|läsår|månad|kvartal|tertial|kön|värden?|resultat|utfall|nuläge)$/;
/** Columns that say what a row is about, or note something: a group does not date them. */
const ABOUT_ROWS: ReadonlySet<string | null> = new Set([
  ...(['indicator', 'place', 'breakdown', 'kind', 'sex', 'period', 'isPreliminary'] as const),
  ...(['measuredOn', 'publishedOn', 'note'] as const),
]);

/** `Kvinnor`, `2024`, `T1`, `Budget`: of what it does not say. */
const saysNoTitle = (name: string) => name !== '' && headingTold(name).title === '';
const isDated = (over: string) => headingTold(over).period !== null;

/** Whether a name says too little without what it stands under: when the figures are of, or what they are. */
function needsOver({ name, over }: Columns[number]): boolean {
  if (over === '' || ABOUT_ROWS.has(fieldOf(name))) return false;
  return isDated(over) || (saysNoTitle(name) && !EMPTY_WORDS.test(fold(over)));
}

/** One group is enough to show that the rows are a pair: a period over names, as in `2024` over Kvinnor and Män. */
const isDating = ({ name, over }: Columns[number]) =>
  over !== '' && isDated(over) && (headingTold(over).title === '' || saysNoTitle(name));

/**
 * Whether the two rows are one header: some text has several names under it, or names are told apart
 * by what they stand under; never in the first column, where titles stand. Where every column has a
 * name in the lower row the upper may still be titles: then there must be two groups, or names alike.
 */
function arePair(upper: CsvRecord, lower: CsvRecord, columns: Columns): boolean {
  if (holdsData(upper) || holdsData(lower) || isUnitRow(lower.cells)) return false;
  const groups = sizes(columns);
  const first = columns.find(({ name }) => name !== '');
  if (groups.length === 0 || first?.over !== '') return false;
  const isRepeated = areRepeated(columns);
  const isOverSeveral = groups.some((size) => size > 1);
  return columns.some(({ isOwn }) => isOwn)
    ? isOverSeveral || isRepeated
    : isOverSeveral && (groups.length > 1 || isRepeated || columns.some(isDating));
}

function headerOf(line: number, columns: Columns): HeaderRows {
  const count = new Map<string, number>();
  for (const { name } of columns) count.set(fold(name), (count.get(fold(name)) ?? 0) + 1);
  return {
    line,
    header: columns.map((column) => {
      const { name, over } = column;
      const isTwice = over !== '' && count.get(fold(name))! > 1;
      return isTwice || needsOver(column) ? `${over} – ${name}` : name;
    }),
    under: columns.map(({ name, over }) => (over === '' ? null : { over, name })),
  };
}

/** The header that two rows make together; null when they do not. */
export function twoRows(
  upper: CsvRecord | undefined,
  lower: CsvRecord | undefined,
): HeaderRows | null {
  if (!upper || !lower) return null;
  const columns = columnsOf(upper.cells, lower.cells);
  return arePair(upper, lower, columns) ? headerOf(upper.line, columns) : null;
}
