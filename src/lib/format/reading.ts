import type { Understood } from '#lib/domain/preview.ts';
import { formatNumber } from './sv.ts';

/* How a file was understood, in words. */

export const LAYOUT: Readonly<Record<string, string>> = {
  'plain-long': 'en rad per värde',
  'kolada-long': 'Kolada, en rad per värde',
  'kolada-wide': 'Kolada, en kolumn per år',
  'xlsx-kolada': 'Kolada, som Excel-fil',
  'kolada-kpi': 'Koladas lista över nyckeltal',
  'hme-question': 'HME, en rad per enhet och påstående',
  'hme-index': 'HME, en rad per enhet och index',
  unknown: 'känns inte igen; rubrikerna Indikator, Period och Värde behövs',
};

export const DELIMITER: Readonly<Record<string, string>> = {
  '\t': 'tabb',
  ';': 'semikolon',
  ',': 'kommatecken',
  '|': 'lodstreck',
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
export function understoodWords(found: Understood): string {
  const { encoding, delimiter, decimal, layout, rows, sheet } = found;
  const how = [
    ...(sheet === null ? [] : [`bladet ”${sheet}”`]),
    ...(encoding ? [`teckenkodning ${ENCODING[encoding] ?? encoding}`] : []),
    ...(delimiter ? [`kolumnerna skiljs åt med ${DELIMITER[delimiter] ?? delimiter}`] : []),
    ...(decimal ? [`decimal${DECIMAL[decimal]}`] : []),
  ];
  const known =
    layout === 'unknown' ? 'Uppställningen känns inte igen' : upper(LAYOUT[layout] ?? layout);
  const isCatalogue = layout === 'kolada-kpi';
  const [one, many] = isCatalogue ? ['nyckeltal', 'nyckeltal'] : ['värde', 'värden'];
  const values = rows === 1 ? `1 ${one}` : `${formatNumber(rows, 0)} ${many}`;
  return [`${known}, ${values}.`, ...(how.length > 0 ? [`${upper(how.join(', '))}.`] : [])].join(
    ' ',
  );
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
