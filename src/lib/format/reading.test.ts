import { describe, expect, test } from 'vitest';
import type { Understood } from '#lib/domain/preview.ts';
import { sizeWords, understoodWords } from './reading.ts';

const FOUND: Understood = {
  ...{ bytes: 290, encoding: 'utf-8', delimiter: ';', decimal: ',', sheet: null, sheets: [] },
  ...{ headerLine: 1, layout: 'plain-long', rows: 36 },
};

describe('how a file was understood', () => {
  test.each<[Partial<Understood>, string]>([
    [
      {},
      'En rad per värde, 36 värden. Teckenkodning UTF-8, kolumnerna skiljs åt med semikolon, decimalkomma.',
    ],
    [
      { rows: 1, encoding: 'windows-1252', delimiter: '\t', decimal: '.' },
      'En rad per värde, 1 värde. Teckenkodning Windows-1252, kolumnerna skiljs åt med tabb, decimalpunkt.',
    ],
    [
      { encoding: 'utf-16le', delimiter: null, decimal: null, layout: 'kolada-wide' },
      'Kolada, en kolumn per år, 36 värden. Teckenkodning UTF-16.',
    ],
    [
      { encoding: null, delimiter: null, decimal: null, layout: 'unknown', rows: 0 },
      'Uppställningen känns inte igen.',
    ],
    [
      { encoding: 'utf-8-bom', delimiter: '|', decimal: null, layout: 'hme-index' },
      'HME, en rad per enhet och index, 36 värden. Teckenkodning UTF-8, kolumnerna skiljs åt med lodstreck.',
    ],
    [
      { delimiter: null, decimal: null, layout: 'kolada-groups', rows: 3 },
      'Koladas grupper av kommuner, 3 grupper. Teckenkodning UTF-8.',
    ],
    [
      { encoding: null, delimiter: null, decimal: null, layout: 'xlsx-kolada', sheet: 'Blad1' },
      'Kolada, som Excel-fil, 36 värden. Bladet ”Blad1”.',
    ],
  ])('%j', (given, words) => expect(understoodWords({ ...FOUND, ...given })).toBe(words));
});

describe('how large a file is', () => {
  test.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1000, '1 kB'],
    [1540, '1,5 kB'],
    [9940, '9,9 kB'],
    [312_400, '312 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [1_000_000, '1 MB'],
    [9_960_000, '10 MB'],
    [20_000_000, '20 MB'],
  ])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
});
