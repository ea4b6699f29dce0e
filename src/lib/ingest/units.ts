import { fold } from './fold.ts';
import type { Texts } from './texts.ts';

/** What stands alone under a header to say what its numbers are. */
const UNITS = new Set(
  (
    '%|procent|andel|procentenheter|‰|promille|kr|kronor|tkr|tusen kr|mkr|mnkr|miljoner kronor|kr/inv|antal|st|' +
    'dagar|timmar|h|år|månader|index|poäng|personer|inv|invånare|km|km²|m²|m2|kwh|mwh|ton|kg'
  ).split('|'),
);

const isUnit = (cell: string) => UNITS.has(cell.toLowerCase().replace(/^[([]|[)\]]$/g, ''));

/** `Enhet` heads units of measurement as well as places: then all its cells are such. */
export const isColumnOfUnits = (name: string, texts: Pick<Texts, 'some' | 'every'>): boolean =>
  fold(name) === 'enhet' &&
  texts.some((text) => text !== '') &&
  texts.every((text) => text === '' || isUnit(text));

/** A row under the header that holds units and nothing else. */
export function isUnitRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every(isUnit);
}

export const unitsOf = (
  header: readonly string[],
  cells: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(header.flatMap((name, at) => (cells[at] ? [[name, cells[at]] as const] : [])));
