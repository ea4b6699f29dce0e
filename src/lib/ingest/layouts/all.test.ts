import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCsv } from '../csv.ts';
import { chooseDelimiter } from '../delimiter.ts';
import { startOf } from '../pieces.ts';
import { readText } from '../read-text.ts';
import { tableReader } from '../table.ts';
import { ranked } from './all.ts';

function rankedOf(file: string) {
  const { pieces } = readText(readFileSync(`tests/fixtures/formats/${file}`));
  const reader = tableReader();
  parseCsv(pieces, chooseDelimiter(startOf(pieces, 10_000)), 1, reader.add);
  return ranked(reader.finish().table!).map(({ layout, sure }) => ({ name: layout.name, sure }));
}

/** So much surer than the next is clear. */
const CLEAR = 0.1;

test.each([
  ['05-kolada-bred-semikolon-bom.csv', 'kolada-wide'],
  ['06-kolada-lang-hypergene-latin1.csv', 'kolada-long'],
  ['07a-kolada-lang-kommatecken.csv', 'kolada-long'],
  ['08-hme-per-enhet-och-fraga.csv', 'hme-question'],
  ['08b-hme-blandade-skalor.csv', 'hme-index'],
  ['09-hme-per-respondent.csv', 'hme-respondent'],
  ['14b-scb-pxweb-medborgarundersokning-tab.csv', 'pxweb'],
  ['15a-sjukfranvaro-obligatorisk-cp1252.csv', 'sick-leave'],
  ['16-osa-enkat.csv', 'osa'],
  ['17-insikt-nki.csv', 'nki'],
  ['18-excel-unicode-text-utf16le.txt', 'plain-wide'],
])('%s is surely %s, and nothing else nearly', (file, name) => {
  const [best, next] = rankedOf(file);
  expect(best?.name).toBe(name);
  expect(best!.sure - (next?.sure ?? 0)).toBeGreaterThanOrEqual(CLEAR);
});
