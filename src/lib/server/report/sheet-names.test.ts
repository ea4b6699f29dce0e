import { expect, test } from 'vitest';
import { sheetNames } from './sheet-names.ts';

test.each<[string[], string[]]>([
  [['Uppdrag'], ['Uppdrag']],
  [
    ['Uppdrag', 'uppdrag', 'UPPDRAG'],
    ['Uppdrag', 'uppdrag (2)', 'UPPDRAG (3)'],
  ],
  [['T1/T2: utfall [prognos]?'], ['T1 T2 utfall prognos']],
  [['Nämndens verksamhetsfokus, prognos för helåret'], ['Nämndens verksamhetsfokus']],
  [
    ['x'.repeat(40), 'x'.repeat(41)],
    ['x'.repeat(31), `${'x'.repeat(27)} (2)`],
  ],
  // Never within a sign of two units.
  [[`${'x'.repeat(30)}😀`], ['x'.repeat(30)]],
  [
    ['', '***'],
    ['Tabell', 'Tabell (2)'],
  ],
  [["'a'"], ['a']],
  [['History'], ['History Tabell']],
  [['Rapport'], ['Rapport (2)']],
])('%j', (titles, names) => {
  expect(sheetNames(titles, ['Rapport'])).toEqual(names);
});
