import { indexes } from './column-problems.ts';
import {
  looksLikeCompactDay,
  looksLikeDay,
  looksLikeShortDay,
  namesDays,
  parseDayText,
} from './dates.ts';
import { missingMark } from './marks.ts';
import { isNumberLike, parseNumber, withoutFootnote } from './number.ts';
import type { Texts } from './texts.ts';

export type ColumnKind = 'number' | 'date' | 'period' | 'text';

/** A code is text whatever it looks like: 1860 and 0461 are of one kind. */
const CODE_NAME =
  /(?:kod|code|nummer|nr)$|(?:^|[-_ ]|hsa|enhets?|person|kund|elev|kommun|region|skol|ärende)id$|^kpi$/;
/** EnhetID, HSAid: the case sets the id apart, which Restid has not. */
const ID_NAME = /[a-zåäö]ID$|[A-ZÅÄÖ]{2}id$/;
const REMARK_NAME = /^(?:kommentar|anmärkning|notering|beskrivning)/;
const VALUE_NAME = /^(?:värde|utfall|value|antal|andel|täljare|nämnare)/;
/** Names, words and times: a cell here that is no number is no fault. */
const WORD_NAME =
  /^(?:enhet|plats|kommun|område|verksamhet|namn|nämnd|kön|period|år|datum|tid|månad|kommentar|anmärkning|notering|beskrivning|mål|indikator|nyckeltal|mått|typ|grupp|fråga|ansvarig)/;

/** `#REF!`: says nothing of what the column is. */
const EXCEL_FAULT = /^#[^\s]+[!?]$/;
/** 5-, 12 kr, 30 dagar: meant as a number, with something after it that is none. */
const WITH_TAIL =
  /^[-+−–]?\d[\d ,.']*(?: ?-| ?(?:kr|kronor|tkr|mkr|mnkr|st|dagar|dygn|timmar|personer|procent))$/i;
const LEADING_ZERO = /^0\d+$/;

type Tally = {
  filled: number;
  marks: number;
  days: number;
  numbers: number;
  tailed: number;
  numberLike: number;
};

const isAnyNumber = (cell: string) => parseNumber(cell, ',').ok || parseNumber(cell, '.').ok;

/** A number, what was meant as one, or why there is none: `5 865`, `12*`, `12,3,4`, `<5`, `Uppgift saknas`. */
export const isFigure = (cell: string): boolean =>
  missingMark(cell) !== null || isAnyNumber(withoutFootnote(cell)) || isNumberLike(cell);

function count(cell: string, counts: Tally): void {
  counts.filled += 1;
  if (isAnyNumber(cell)) counts.numbers += 1;
  else if (missingMark(cell) || EXCEL_FAULT.test(cell)) counts.marks += 1;
  else if (!/\d/.test(cell)) return;
  else if (looksLikeDay(cell)) counts.days += 1;
  else if (isAnyNumber(withoutFootnote(cell))) counts.numbers += 1;
  else if (WITH_TAIL.test(cell)) counts.tailed += 1;
  else if (isNumberLike(cell)) counts.numberLike += 1;
}

function tally(cells: Texts): Tally {
  const counts: Tally = { filled: 0, marks: 0, days: 0, numbers: 0, tailed: 0, numberLike: 0 };
  cells.forEach((cell) => {
    if (cell !== '') count(cell, counts);
  });
  return counts;
}

const isImpossible = (cell: string) => looksLikeDay(cell) && !parseDayText(cell).ok;

/** Mostly days; or some that are sure to be wrong, which no word beside them excuses. */
function isDays(header: string, cells: Texts, found: Tally): boolean {
  if (REMARK_NAME.test(header)) return false;
  const isFilled = (cell: string) => cell !== '' && !missingMark(cell);
  const filled = indexes(cells, isFilled).length;
  if (filled === 0) return false;
  if (found.days > 0) {
    return found.days * 2 >= filled || (found.numbers === 0 && cells.some(isImpossible));
  }
  const are = (looksRight: (cell: string) => boolean) =>
    cells.every((cell) => looksRight(cell) || !isFilled(cell));
  const isShort = namesDays(header) && are(looksLikeShortDay);
  return isShort || (!VALUE_NAME.test(header) && are(looksLikeCompactDay));
}

/** Names decide codes and doubt; cells decide the rest, by what most of them are. */
export function columnKind(name: string, cells: Texts): ColumnKind {
  const header = name.normalize('NFC').toLowerCase();
  const found = tally(cells);
  if (
    CODE_NAME.test(header) ||
    ID_NAME.test(name) ||
    cells.some((cell) => cell.startsWith('0') && LEADING_ZERO.test(cell))
  )
    return 'text';
  if (isDays(header, cells, found)) return 'date';

  const numeric = found.numbers + found.tailed + found.numberLike;
  const words = found.filled - found.marks - numeric;
  if (VALUE_NAME.test(header)) return words > numeric || found.filled === 0 ? 'text' : 'number';
  if (found.numbers + found.tailed === 0) return 'text';
  if (WORD_NAME.test(header)) return words + found.marks > 0 ? 'text' : 'number';
  return numeric > words ? 'number' : 'text';
}
