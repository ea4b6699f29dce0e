import type { Aspect, Colour } from '#lib/domain/model.ts';
import type { Block, Run } from '#lib/domain/rich-text.ts';

/*
 * A report as it is written: Swedish words in blocks, with the numbers and the states that they stand for. The page, a
 * Word file, a workbook and what is copied are all made of it, so they cannot disagree (DESIGN 8).
 */

/** What a state is drawn with beside its word; a colour alone says nothing. */
export type Mark = {
  /** Null: nobody has said. */
  readonly colour: Colour | null;
  readonly aspect: Aspect;
};

/** What stands in a cell. `number` is what the words say, for a workbook that reckons on; null where there is none. */
export type Cell = {
  readonly words: string;
  readonly number: { readonly value: number; readonly decimals: number } | null;
  readonly mark: Mark | null;
  /** Said under it in smaller type: a period, "preliminärt". */
  readonly beside: string | null;
  /** A longer text that somebody wrote, instead of words: its blocks. */
  readonly text: readonly Block[];
};

export type Column = {
  readonly title: string;
  /** Numbers stand to the right, under each other. */
  readonly isNumber: boolean;
  /** How much of the width it takes beside the others: 1 is a column of numbers. */
  readonly share: number;
};

export type Row = {
  /** A heading within the table, over its whole width, has one cell. */
  readonly kind: 'cells' | 'heading' | 'sum';
  readonly cells: readonly Cell[];
};

export type Table = {
  readonly kind: 'table';
  /** What the table is of; read out, and the name of its sheet. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its head. */
  readonly rows: readonly Row[];
  /** Said under the table: where a printed sum is wrong, what a sign means. */
  readonly notes: readonly string[];
};

export type Piece =
  /** Level 1 is a chapter; the title of the report stands above them all. */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly words: string;
      readonly mark: Mark | null;
    }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  /** A picture, and in words what it shows. */
  | {
      readonly kind: 'picture';
      readonly svg: string;
      /** The same in dots, for what draws no SVG; null: there `alt` stands in its place. */
      readonly png: Uint8Array | null;
      readonly alt: string;
      readonly width: number;
      readonly height: number;
    }
  | Table;

/** Header data: "Diarienummer", "SN 2023/112". */
export type Fact = { readonly title: string; readonly words: string };

export type ReportDocument = {
  readonly title: string;
  /** Whose it is: "Socialnämnden, Gnesta kommun". */
  readonly owner: string;
  readonly facts: readonly Fact[];
  readonly pieces: readonly Piece[];
  /** How it stood when it was made, at the foot of each page: "Arbetsmaterial, 27 november 2026", "Beslutad 26 september 2023, § 45". */
  readonly standing: string;
};
