import { decimalAnswer, writeColumn } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Clean } from './sheet.ts';
import type { Style } from './style.ts';

/* A table as its columns, each written as a whole. */

export type Column = Pick<Clean, 'mayStop'> & {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly isFigure: boolean;
  readonly numbers: ReadonlyMap<string, number>;
};

export const words = (heading: string, texts: readonly string[]): Column => ({
  ...{ heading, texts, isFigure: false, mayStop: [], numbers: new Map() },
});

/** What a cell of a workbook holds where a text file has these signs. */
export const numbersOf = (figures: readonly Figure[], texts: readonly string[]) =>
  new Map(
    figures.flatMap(({ value }, row) => (value === null ? [] : [[texts[row]!, value] as const])),
  );

export function figures(heading: string, all: readonly Figure[], style: Style): Column {
  const { texts, mayStop } = writeColumn(all, style);
  return { heading, texts, mayStop, isFigure: true, numbers: numbersOf(all, texts) };
}

/** How many there are, without marks between thousands. */
export const counts = (heading: string, all: readonly (number | string)[]): Column => ({
  ...words(heading, all.map(String)),
  isFigure: true,
  numbers: new Map(all.flatMap((one) => (typeof one === 'number' ? [[String(one), one]] : []))),
});

type SetOut = Pick<Clean, 'header' | 'rows' | 'mayStop' | 'answers' | 'figures' | 'numbers'>;

/** The columns side by side, with the right answer to what they may be asked about. */
export function setOut(columns: readonly Column[], style: Style): SetOut {
  const [first] = columns;
  const numbered = columns.filter(({ isFigure }) => isFigure);
  return {
    header: columns.map(({ heading }) => heading),
    rows: first!.texts.map((_, row) => columns.map(({ texts }) => texts[row]!)),
    mayStop: columns.flatMap(({ mayStop }) => mayStop),
    answers: decimalAnswer(
      style,
      numbered.flatMap(({ texts }) => texts),
    ),
    figures: columns.flatMap(({ isFigure }, at) => (isFigure ? [at] : [])),
    numbers: new Map(columns.flatMap(({ numbers }) => [...numbers])),
  };
}
