/*
 * Rows that hold no figure of their own: what explains the table, and what adds up the rows above.
 */

const SOURCE = /^(?:källa|källor|source)\s*:/i;
/** `* avser januari–juni`, `.. Sekretess   - Bortfall`, `Not: …`: alone in its row. */
const LEGEND =
  /^(?:\*+ ?\S|[†¹²³]|\.{1,3} |[-–] |(?:not|noter|anm|anmärkning|fotnot|förklaring|teckenförklaring)\s*[:.])/i;

/** A column of remarks: what stands in it is about its own row. */
const REMARK = /^(?:kommentar|anmärkning|notering)/i;

/** True for a row that explains the others: its source, its marks, its footnotes. */
export function isFootnote(first: string, isAlone: boolean, header = ''): boolean {
  return isAlone
    ? SOURCE.test(first) || LEGEND.test(first)
    : first.includes(':') && SOURCE.test(first) && !REMARK.test(header);
}

const PLACE =
  /^(?:enhet|plats|kommun|område|verksamhet|förvaltning|avdelning|skola|förskola|namn)/i;
const TOTAL =
  /^\s*(?:total|totalt|totalen|totalsumma|summa|summa .*|samtliga|samtliga enheter)\s*$/i;

const MAY_BE_TOTAL = /^[\sst]/i;

/** Beside an index of customers the areas of authority are no places, and their total is a figure of its own. */
const NKI = /^nki(?!\p{L})|nöjd[- ]?kund/iu;
const AREA = /^(?:område|verksamhet)/i;

/** Index of the column whose cells say what a row is about, or -1. */
export function placeColumn(header: readonly string[]): number {
  const isNki = header.some((name) => NKI.test(name));
  return header.findIndex((name) => PLACE.test(name) && !(isNki && AREA.test(name)));
}

/** A sum of the other rows: read as one more place it would be counted twice. */
export const isTotal = (place: string): boolean => MAY_BE_TOTAL.test(place) && TOTAL.test(place);
