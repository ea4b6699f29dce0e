import type { Counted, Understood } from '#lib/domain/preview.ts';
import { counted } from './counted.ts';

/* How a file was understood, in words. */

export const LAYOUT: Readonly<Record<string, string>> = {
  'plain-long': 'en rad per värde',
  'plain-wide': 'en kolumn per period eller indikator',
  'kolada-long': 'Kolada, en rad per värde',
  'kolada-wide': 'Kolada, en kolumn per år',
  'xlsx-kolada': 'Kolada, som Excel-fil',
  'kolada-kpi': 'Koladas lista över nyckeltal',
  'kolada-json-v2': 'Koladas värden som JSON, ur det gamla API:et (v2)',
  'kolada-json-v3': 'Koladas värden som JSON',
  'kolada-municipality': 'Koladas lista över kommuner och regioner',
  'kolada-groups': 'Koladas grupper av kommuner',
  'hme-question': 'HME, en rad per enhet och påstående',
  'hme-index': 'HME, en rad per enhet och index',
  osa: 'arbetsmiljöenkät (OSA), en rad per fråga',
  nki: 'Insikt, nöjd-kund-index per myndighetsområde',
  pxweb: 'SCB, tabell ur Statistikdatabasen',
  'hme-respondent': 'HME, en rad per svarande',
  'sick-leave': 'sjukfrånvaro, de sju obligatoriska nyckeltalen',
  'survey-aggregate': 'brukarundersökning, antal eller andel per svarsalternativ',
  'survey-respondent': 'brukarundersökning, en rad per person',
  mapped: 'en tabell vars kolumner har förklarats här',
  unknown: 'känns inte igen; säg på sidan Läs in vad kolumnerna är',
};

/** Files that hold no values, and what they hold. */
const HELD: Readonly<Record<string, Counted>> = {
  'kolada-kpi': 'measures',
  'kolada-municipality': 'places',
  'kolada-groups': 'groups',
};

/** "36 värden", "6 099 nyckeltal": what a file of a layout holds. */
export const heldWords = (layout: string, count: number): string =>
  counted(HELD[layout] ?? 'values', count);

export const DELIMITER: Readonly<Record<string, string>> = {
  '\t': 'tabb',
  ';': 'semikolon',
  ',': 'kommatecken',
  '|': 'lodstreck',
  ' ': 'blanksteg',
};

export const DECIMAL: Readonly<Record<string, string>> = { ',': 'komma', '.': 'punkt' };

const ENCODING: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "En rad per värde. 36 värden. Teckenkodning UTF-8, kolumnerna skiljs med semikolon, decimalkomma." */
export function understoodWords(found: Understood, isRemembered = false): string {
  const { encoding, delimiter, decimal, layout, rows, sheet } = found;
  const how = [
    ...(sheet === null ? [] : [`bladet ”${sheet}”`]),
    ...(encoding ? [`teckenkodning ${ENCODING[encoding] ?? encoding}`] : []),
    ...(delimiter ? [`kolumnerna skiljs åt med ${DELIMITER[delimiter] ?? delimiter}`] : []),
    ...(decimal ? [`decimal${DECIMAL[decimal]}`] : []),
  ];
  const known =
    layout === 'unknown'
      ? isRemembered
        ? 'Uppställningen har förklarats förut'
        : 'Uppställningen känns inte igen'
      : `${upper(LAYOUT[layout] ?? layout)}, ${heldWords(layout, rows)}`;
  return [`${known}.`, ...(how.length > 0 ? [`${upper(how.join(', '))}.`] : [])].join(' ');
}

/** "20 MB", "312 kB", "80 byte". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  const [size, unit] = bytes < 999_500 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size
    .toFixed(size < 10 ? 1 : 0)
    .replace('.', ',')
    .replace(',0', '')} ${unit}`;
}
