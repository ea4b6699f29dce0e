/*
 * Rows that hold no figure of their own: what explains the table, and what adds up the rows above.
 */

const SOURCE = /^(?:källa|källor|source)\s*:/i;
/** `* avser januari–juni`, `.. Sekretess   - Bortfall`, `Not: …`: alone in its row. */
const LEGEND =
  /^(?:\*+ ?\S|[†¹²³]|\.{1,3} |[-–] |(?:not|noter|anm|anmärkning|fotnot|förklaring|teckenförklaring)\s*[:.])/i;

/** `Index 0–100`, `Resultat visas för …`, `Senaste uppdatering:`: how a note under a table begins. */
const NOTE_START =
  /^(?:index|resultat|senaste|senast|uppdaterad|scb|hämtad|hämtat|utskriven|exporterad|skapad|skala|skalan|observera|obs|gäller|avser|värden?|siffror|data|tabellen|uppgifter)(?!\p{L})/iu;
const LEAST_WORDS = 5;

/** True for words too many for a name, or that begin or end as a note does. */
export function isSentence(text: string): boolean {
  const words = text.split(/\s+/);
  if (!/\p{L}{2}/u.test(text)) return false;
  return /[:.]$|\s=\s/.test(text) || NOTE_START.test(text) || words.length >= LEAST_WORDS;
}

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
  /^(?:total|totalen|totalsumma|summa|summa .*|samtliga|samtliga enheter|(?:.+ )?totalt|totalt .*|hela kommunen|medel|medelvärde|genomsnitt)$/i;

const MAY_BE_TOTAL = /^[\sstmgh]|t\s*$/i;

/** Beside an index of customers the areas of authority are no places, and their total is a figure of its own. */
const NKI = /^nki(?!\p{L})|nöjd[- ]?kund/iu;
const AREA = /^(?:område|verksamhet)/i;

/** Index of the column whose cells say what a row is about, or -1. */
export function placeColumn(header: readonly string[]): number {
  const isNki = header.some((name) => NKI.test(name));
  return header.findIndex((name) => PLACE.test(name) && !(isNki && AREA.test(name)));
}

/** What divides a place and is none, or is a remark: its total is a figure of its own. */
const DIMENSION =
  /^(?:kön|ålder|grupp|indelning|svar|alternativ|fråga|påstående|indikator|nyckeltal|mått|typ|anställning|kommentar|anmärkning|notering)/i;

/** Columns before that of the place where the name of a sum may stand instead. */
export const columnsBefore = (header: readonly string[], place: number): readonly number[] =>
  [...header.keys()].slice(0, Math.max(place, 0)).filter((at) => !DIMENSION.test(header[at]!));

/** A sum or a mean of the other rows: read as one more place it would be counted twice. */
export const isTotal = (place: string): boolean =>
  MAY_BE_TOTAL.test(place) && TOTAL.test(place.trim());
