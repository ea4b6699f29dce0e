import { looksLikeDay } from './dates.ts';
import { missingMark } from './marks.ts';
import { isNumberLike, parseNumber } from './number.ts';
import { withoutFootnote } from './number-column.ts';

export type ColumnKind = 'number' | 'date' | 'period' | 'text';

/** A code is text whatever it looks like: 1860 and 0461 are of one kind. */
const CODE_NAME = /(?:kod|code|^id|^nr|nummer)$|^kpi$/;
const VALUE_NAME = /^(?:värde|utfall|value|antal|andel|täljare|nämnare)/;
/** Names, words and times: a cell here that is no number is no fault. */
const WORD_NAME =
  /^(?:enhet|plats|kommun|område|verksamhet|namn|nämnd|kön|period|år|datum|tid|månad|kommentar|anmärkning|notering|beskrivning|mål|indikator|nyckeltal|mått|typ|grupp|fråga|ansvarig)/;

const LEADING_ZERO = /^0\d+$/;

type Tally = { filled: number; marks: number; days: number; numbers: number; numberLike: number };

const isAnyNumber = (cell: string) => parseNumber(cell, ',').ok || parseNumber(cell, '.').ok;

function count(cell: string, counts: Tally): void {
  counts.filled += 1;
  if (isAnyNumber(cell)) counts.numbers += 1;
  else if (missingMark(cell)) counts.marks += 1;
  else if (!/\d/.test(cell)) return;
  else if (looksLikeDay(cell)) counts.days += 1;
  else if (isAnyNumber(withoutFootnote(cell))) counts.numbers += 1;
  else if (isNumberLike(cell)) counts.numberLike += 1;
}

function tally(cells: readonly string[]): Tally {
  const counts: Tally = { filled: 0, marks: 0, days: 0, numbers: 0, numberLike: 0 };
  for (const cell of cells) if (cell !== '') count(cell, counts);
  return counts;
}

/** Names decide codes and doubt; cells decide the rest, by what most of them are. */
export function columnKind(name: string, cells: readonly string[]): ColumnKind {
  const header = name.normalize('NFC').toLowerCase();
  const found = tally(cells);
  if (
    CODE_NAME.test(header) ||
    cells.some((cell) => cell.startsWith('0') && LEADING_ZERO.test(cell))
  )
    return 'text';
  if (found.days > 0 && found.days * 2 >= found.filled - found.marks) return 'date';

  const numeric = found.numbers + found.numberLike;
  const words = found.filled - found.marks - numeric;
  if (VALUE_NAME.test(header)) return words > numeric || found.filled === 0 ? 'text' : 'number';
  if (found.numbers === 0) return 'text';
  if (WORD_NAME.test(header)) return words + found.marks > 0 ? 'text' : 'number';
  return numeric > words ? 'number' : 'text';
}
