import { between, pick } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';

/* How a file is written, whatever it says: every habit of formats.md section 10. */

export type Style = {
  /** A workbook, of which the encoding, the delimiter and the line ends say nothing. */
  readonly isWorkbook: boolean;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** The mark of UTF-16, which some leave out. */
  readonly hasMark: boolean;
  readonly delimiter: ';' | ',' | '\t' | '|';
  readonly decimal: ',' | '.';
  /** Between thousands; '' for nothing. */
  readonly thousands: string;
  readonly minus: string;
  readonly quoting: 'all' | 'needed' | 'some' | 'lazy';
  readonly lineEnd: '\n' | '\r\n' | '\r' | 'mixed';
  readonly hasFinalEnd: boolean;
  readonly hasSepLine: boolean;
  readonly titles: number;
  readonly footnotes: number;
  readonly blankLines: boolean;
  readonly hasUnits: boolean;
  readonly hasTotal: boolean;
  readonly emptyColumns: number;
  /** A table that begins in column B. */
  readonly columnsBefore: number;
  readonly emptyRows: number;
  readonly isPadded: boolean;
  readonly headerCase: 'as-is' | 'upper' | 'lower';
  readonly form: 'NFC' | 'NFD';
};

const often = (random: Random, share: number) => random() < share;

/** What may stand between thousands where decimals have a mark. */
const THOUSANDS = {
  ',': ['', '', ' ', '\u00a0', '\u202f', '\u2009', "'", '’', '.'],
  '.': ['', '', ' ', "'", ','],
};

export function aStyle(random: Random): Style {
  const decimal = pick(random, [',', ',', '.'] as const);
  return {
    encoding: pick(random, ['utf-8', 'utf-8-bom', 'windows-1252', 'utf-16le', 'utf-16be'] as const),
    hasMark: often(random, 0.7),
    delimiter: pick(random, [';', ';', ',', '\t', '|'] as const),
    decimal,
    thousands: pick(random, THOUSANDS[decimal]),
    minus: pick(random, ['-', '-', '−', '–', '− ']),
    quoting: pick(random, ['needed', 'needed', 'all', 'some', 'lazy'] as const),
    lineEnd: pick(random, ['\n', '\r\n', '\r\n', '\r', 'mixed'] as const),
    hasFinalEnd: often(random, 0.8),
    hasSepLine: often(random, 0.1),
    titles: often(random, 0.3) ? between(random, 1, 3) : 0,
    footnotes: often(random, 0.3) ? between(random, 1, 3) : 0,
    blankLines: often(random, 0.3),
    hasUnits: often(random, 0.15),
    hasTotal: often(random, 0.15),
    emptyColumns: often(random, 0.2) ? between(random, 1, 3) : 0,
    columnsBefore: often(random, 0.05) ? between(random, 1, 2) : 0,
    emptyRows: often(random, 0.2) ? between(random, 1, 3) : 0,
    isPadded: often(random, 0.2),
    headerCase: pick(random, ['as-is', 'as-is', 'upper', 'lower'] as const),
    form: pick(random, ['NFC', 'NFC', 'NFD'] as const),
    isWorkbook: often(random, 0.12),
  };
}
