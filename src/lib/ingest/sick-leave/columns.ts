import type { Period } from '#lib/domain/period.ts';
import type { ColumnKind } from '../column-kind.ts';
import { fold } from '../fold.ts';
import { headingPeriod } from '../heading-period.ts';
import { placesIn } from '../place-columns.ts';
import { countOf, isBare, keyFigureOf } from './key-figures.ts';
import type { KeyFigure } from './key-figures.ts';
import { isPeriod } from './period.ts';
import { SAID_WORDS } from './span.ts';
import type { Texts } from '../texts.ts';

/* Which columns of a table of sick leave hold what. */

export type FigureColumn = {
  readonly at: number;
  readonly figure: KeyFigure;
  readonly period: Period | null;
};

/** Columns headed by one of the seven figures, as `Kvinnor` or `Kvinnor 2024`. */
export const figureColumns = (header: readonly string[]): readonly FigureColumn[] =>
  header.flatMap((name, at) => {
    const { title, period } = headingPeriod(name.replace(SAID_WORDS, ' '));
    const figure = keyFigureOf(title);
    return figure ? [{ at, figure, period }] : [];
  });

/** Whether no figure has two columns. */
export const areDifferent = (all: readonly FigureColumn[]): boolean =>
  countOf(all.map(({ figure }) => figure)) === all.length;

/** Columns headed by a time alone: figures of the rows' names. */
export const timeColumns = (header: readonly string[]) =>
  header.flatMap((name, at) => {
    const { title, period } = headingPeriod(name);
    return title === '' && period !== null ? [{ at, period }] : [];
  });

const VALUE =
  /^(?:värde|mätvärde|utfall|resultat|andel|andel \(?%\)?|procent|%|sjukfrånvaro \(?%\)?)$/;
/** `Sjukfrånvaro (%)` beside `Värde` heads the names. */
export function valueColumn(header: readonly string[]): number {
  const found = header.flatMap((name, at) => (VALUE.test(fold(name)) ? [at] : []));
  return found.find((at) => keyFigureOf(header[at]!) === null) ?? found[0] ?? -1;
}

/** A column for the figures of the names on the rows, or one for each time. */
export const isHeaded = (header: readonly string[]): boolean =>
  valueColumn(header) >= 0 || timeColumns(header).length > 0;

/** One figure alone is never side by side with others: beside a column of figures its word heads their names. */
function isNames(header: readonly string[], at: number): boolean {
  const all = figureColumns(header);
  const others = all.filter((one) => one.at !== valueColumn(header));
  const isOne = countOf(all.map(({ figure }) => figure)) === 1 && others.length === 1;
  return isHeaded(header) && isOne && others[0]!.at === at && others[0]!.period === null;
}

const EMPLOYED = /^antal (?:anställda|medarbetare|personer)$/;
export const employedColumn = (header: readonly string[]): number =>
  header.findIndex((name) => EMPLOYED.test(fold(name)));

export const sexColumn = (header: readonly string[]): number =>
  header.findIndex((name) => fold(name) === 'kön');

/** The column whose every cell is one of the seven, with how many of them it names; null where there is none. */
export function namesColumn(header: readonly string[], texts: readonly Texts[]) {
  const found = header.flatMap((_, at) => {
    if (at === sexColumn(header)) return [];
    const names = new Set<string>();
    const areAll = texts[at]!.every((text) => {
      names.add(text);
      return text === '' || keyFigureOf(text) !== null;
    });
    const all = [...names];
    return areAll
      ? [
          {
            at,
            count: countOf(all.flatMap((name) => keyFigureOf(name) ?? [])),
            isBare: all.some((name) => name !== '' && isBare(name)),
          },
        ]
      : [];
  });
  return found.find(({ count }) => count >= 3) ?? null;
}

export function kindOf(header: readonly string[], at: number): ColumnKind | null {
  const name = header[at]!;
  if (placesIn(header).includes(at) || at === sexColumn(header) || isNames(header, at))
    return 'text';
  if (at === valueColumn(header) || at === employedColumn(header)) return 'number';
  const figures = [...figureColumns(header), ...timeColumns(header)];
  if (figures.some((one) => one.at === at)) return 'number';
  return isPeriod(name) ? 'period' : null;
}
