import { expect, test } from 'vitest';
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
])('%j is shown as %j', (sent, shown) => {
  expect(readFileName(sent)).toBe(shown);
});

test.each([
  ['utfall.csv', 'utfall utan personuppgifter.csv'],
  ['Enkät 2025.TXT', 'Enkät 2025 utan personuppgifter.TXT'],
  ['enkät.xlsx', 'enkät utan personuppgifter.csv'],
  ['enkät', 'enkät utan personuppgifter.csv'],
  ['.csv', ' utan personuppgifter.csv'],
  [`${'å'.repeat(251)}.csv`, `${'å'.repeat(215)} utan personuppgifter.csv`],
])('the copy of %j is called %j', (name, copy) => {
  expect(redactedName(name)).toBe(copy);
});
