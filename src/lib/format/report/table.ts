import type { State } from '#lib/domain/state.ts';
import type { Occasion } from '#lib/domain/model.ts';
import { blocksOf } from '#lib/domain/rich-text.ts';
import type { Cell, Piece, Row, Table } from '../document.ts';
import { stateWord } from '../labels.ts';

/* Tables of a report: what stands in a cell, and columns that drop out where nothing stands in them. */

export const EMPTY: Cell = { words: '', number: null, mark: null, beside: null, text: [] };

/** What stands where something could: a column of nothing else drops out. */
const NOTHING = '–';

export const wordsCell = (words: string, beside: string | null = null): Cell => ({
  ...EMPTY,
  ...{ words, beside },
});

/** A text that somebody wrote. */
export const textCell = (text: string): Cell => ({ ...EMPTY, text: blocksOf(text) });

/** A number as it is printed, and what it is for a workbook. */
export const numberCell = (
  words: string,
  value: number | null,
  decimals: number,
  beside: string | null = null,
): Cell => ({ ...EMPTY, words, beside, number: value === null ? null : { value, decimals } });

export const stateCell = (state: State | null, later: readonly Occasion[]): Cell =>
  state === null
    ? EMPTY
    : {
        ...EMPTY,
        words: stateWord(state, later),
        mark: { colour: state.kind === 'step' ? state.step.colour : null, aspect: state.aspect },
      };

/** A column, and what stands in it of an item. */
export type ColumnOf<Item> = {
  readonly title: string;
  readonly isNumber: boolean;
  readonly share: number;
  readonly cell: (item: Item) => Cell;
};

export const aColumn = <Item>(
  title: string,
  share: number,
  cell: (item: Item) => Cell,
): ColumnOf<Item> => ({ title, share, cell, isNumber: false });

/** Numbers are set to the right, under each other. */
export const aNumberColumn = <Item>(title: string, cell: (item: Item) => Cell): ColumnOf<Item> => ({
  title,
  share: 1,
  cell,
  isNumber: true,
});

/** Items under a heading of their own; null where they need none. */
export type RowGroup<Item> = { readonly heading: string | null; readonly items: readonly Item[] };

export const isEmpty = ({ words, text }: Cell) => words === '' && text.length === 0;

/** The columns that have something to say: the first is what the items are called, and stays. */
const toldColumns = <Item>(columns: readonly ColumnOf<Item>[], items: readonly Item[]) =>
  columns.filter(({ cell }, at) => at === 0 || items.some((one) => !isEmpty(cell(one))));

function tableOf<Item>(
  caption: string,
  kept: readonly ColumnOf<Item>[],
  groups: readonly RowGroup<Item>[],
  notes: readonly string[],
): Table {
  const cellOf = (column: ColumnOf<Item>, item: Item) => {
    const cell = column.cell(item);
    return column.isNumber && isEmpty(cell) ? wordsCell(NOTHING) : cell;
  };
  const rows = groups.flatMap(({ heading, items: own }): Row[] => [
    ...(heading === null || own.length === 0
      ? []
      : [{ kind: 'heading' as const, cells: [wordsCell(heading)] }]),
    ...own.map((item): Row => ({
      kind: 'cells',
      cells: kept.map((column) => cellOf(column, item)),
    })),
  ]);
  return {
    ...{ kind: 'table', caption, rows, notes },
    columns: kept.map(({ title, isNumber, share }) => ({ title, isNumber, share })),
  };
}

const bold = (text: string): Piece => ({
  ...{ kind: 'paragraph', lines: [[{ text, isBold: true }]] },
});

/** Things of which nothing is said but what they are called. */
function listOf<Item>(
  caption: string,
  { cell }: ColumnOf<Item>,
  items: readonly Item[],
): readonly Piece[] {
  const words = items.map((one) => [{ text: cell(one).words, isBold: false }]);
  return [bold(caption), { kind: 'list', items: words }];
}

/**
 * A table of items; nothing for none. The first column is what they are called; of the others those drop out in which
 * nothing stands, so that a report without länet and riket has no columns for them. With no column left it is a list.
 */
export function tablePieces<Item>(
  caption: string,
  columns: readonly ColumnOf<Item>[],
  groups: readonly RowGroup<Item>[],
  notes: readonly string[] = [],
): readonly Piece[] {
  const items = groups.flatMap((group) => group.items);
  const [first, ...others] = toldColumns(columns, items);
  if (items.length === 0 || !first) return [];
  return others.length === 0
    ? listOf(caption, first, items)
    : [tableOf(caption, [first, ...others], groups, notes)];
}
