import { expect, test } from 'vitest';
import { oneSheet } from '../../../tests/workbook.ts';
import { readFileName, redactedName } from './file-name.ts';

test.each([
  ['utfall.csv', 'utfall.csv'],
  ['Måluppföljning åäö – kopia (2).csv', 'Måluppföljning åäö – kopia (2).csv'],
  // From a Mac: a and a ring.
  ['M\u0061\u030Al.csv', 'M\u00E5l.csv'],
  ['../../x.csv', 'x.csv'],
  ['/etc/passwd', 'passwd'],
  ['C:\\tmp\\x.csv', 'x.csv'],
  ['C:\\tmp/mapp\\x.csv', 'x.csv'],
  ['mapp/', ''],
  ['..', '..'],
  ['', ''],
  [' utfall.csv ', 'utfall.csv'],
  ['a\u0000b\r\nc\u007F\u0085.csv', 'abc.csv'],
  // Would be read as "utfall-exe.csv".
  ['utfall-\u202Evsc.exe', 'utfall-vsc.exe'],
  ['<b>x</b>.csv', 'b>.csv'],
  ['👩‍👧.csv', '👩‍👧.csv'],
  [`${'a'.repeat(255)}`, 'a'.repeat(255)],
  [`${'å'.repeat(300)}.csv`, `${'å'.repeat(251)}.csv`],
  ['a'.repeat(300), 'a'.repeat(255)],
  [`.${'a'.repeat(300)}`, `.${'a'.repeat(254)}`],
  // Never half a character.
  [`${'a'.repeat(250)}👩👩👩.csv`, `${'a'.repeat(250)}.csv`],
  ['resultat_2024-11-26.csv', 'resultat_2024-11-26.csv'],
  // Its digits check as those of a personnummer do.
  ['20241126-0009.csv', '20241126-0009.csv'],
  ['utfall 202411260009.csv', 'utfall 202411260009.csv'],
  ['utfall 20241126000922.csv', 'utfall 20241126000922.csv'],
  ['N00945_0461.csv', 'N00945_0461.csv'],
  ['0461-20241231.csv', '0461-20241231.csv'],
  ['utfall 0461-20241231.csv', 'utfall 0461-20241231.csv'],
  ['utfall 01-08 24.csv', 'utfall 01-08 24.csv'],
  ['2411260009.csv', '2411260009.csv'],
  ['20241126 20241231.csv', '20241126 20241231.csv'],
  // What tells of a person is not shown at all.
  ['Svar från anna@x.se.xlsx', 'fil.xlsx'],
  ['anna@x.se', 'fil.se'],
  ['811228-9874.CSV', 'fil.CSV'],
  ['19811228-9874 utredning.csv', 'fil.csv'],
  ['20141126-9879.csv', 'fil.csv'],
  ['ring 070-123 45 67.csv', 'fil.csv'],
  ['8112289874.csv', 'fil.csv'],
  ['0701234567.csv', 'fil.csv'],
  ['x.811228-9874', 'fil'],
  [`${'a'.repeat(260)} anna@x.se.csv`, 'fil.csv'],
])('%j is shown as %j', (sent, shown) => {
  expect(readFileName(sent)).toBe(shown);
});

const TEXT = new TextEncoder().encode('Indikator;Period');
const WORKBOOK = oneSheet([['Indikator', 'Period']]);

test.each([
  ['utfall.csv', 'utfall utan personuppgifter.csv'],
  ['Enkät 2025.TXT', 'Enkät 2025 utan personuppgifter.TXT'],
  ['enkät.xlsx', 'enkät utan personuppgifter.csv'],
  ['enkät', 'enkät utan personuppgifter.csv'],
  ['.csv', ' utan personuppgifter.csv'],
  [`${'å'.repeat(251)}.csv`, `${'å'.repeat(215)} utan personuppgifter.csv`],
])('the copy of %j, as text, is called %j', (name, copy) => {
  expect(redactedName(name, TEXT)).toBe(copy);
});

test.each([
  ['enkät.xlsx', 'enkät utan personuppgifter.xlsx'],
  ['enkät.csv', 'enkät utan personuppgifter.xlsx'],
])('the copy of %j, as a workbook, is called %j', (name, copy) => {
  expect(redactedName(name, WORKBOOK)).toBe(copy);
});
