import { blocksOf } from '#lib/domain/rich-text.ts';
import type { Colour, Aspect } from '#lib/domain/model.ts';
import type { Cell, Column, Piece, Row, Table } from '#lib/format/document.ts';
import { formatNumber } from '#lib/format/sv.ts';

/* The blocks of a report, in short, for samples and tests. */

const NOTHING: Cell = { words: '', number: null, mark: null, beside: null, text: [] };

export const cell = (words: string, more: Partial<Cell> = {}): Cell => ({
  ...NOTHING,
  words,
  ...more,
});

export const numberCell = (value: number, decimals = 0, unit = ''): Cell =>
  cell(`${formatNumber(value, decimals)}${unit === '' ? '' : `\u00a0${unit}`}`, {
    number: { value, decimals },
  });

export const stateCell = (words: string, colour: Colour | null, aspect: Aspect = 'outcome'): Cell =>
  cell(words, { mark: { colour, aspect } });

/** A text as somebody wrote it. */
export const textCell = (text: string): Cell => cell('', { text: blocksOf(text) });

export const column = (title: string, share = 1, isNumber = false): Column => ({
  ...{ title, isNumber, share },
});

export const row = (...cells: readonly Cell[]): Row => ({ kind: 'cells', cells });
export const headingRow = (words: string): Row => ({ kind: 'heading', cells: [cell(words)] });
export const sumRow = (...cells: readonly Cell[]): Row => ({ kind: 'sum', cells });

export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly Row[],
  notes: readonly string[] = [],
): Table => ({ ...{ kind: 'table', caption, columns, rows, notes } });

export const heading = (level: 1 | 2 | 3, words: string): Piece => ({
  ...{ kind: 'heading', level, words, mark: null },
});

/** Paragraphs and lists of a text. */
export const written = (text: string): readonly Piece[] => blocksOf(text);
