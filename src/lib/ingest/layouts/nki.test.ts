import { describe, expect, test } from 'vitest';
import { unanswered } from '#lib/domain/question.ts';
import { areaOf } from '../nki/areas.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

function read(...lines: string[]) {
  const found = readFile({ name: 'nki.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
  const all = toArray(found.observations);
  const told = all.map((o) => [
    o.indicator,
    o.place,
    o.period?.text ?? null,
    o.value,
    o.n,
    o.state,
  ]);
  return { ...found, told, all, codes: found.problems.map(({ code }) => code) };
}

test.each([
  ['Totalt', 'U07453'],
  ['NKI totalt', 'U07453'],
  ['Alla områden', 'U07453'],
  ['Brandskydd', 'U07446'],
  ['Bygglov – NKI', 'U07447'],
  ['Markupplåtelse', 'U07448'],
  ['Miljö- och hälsoskydd', 'U07449'],
  ['3. Serveringstillstånd', 'U07450'],
  ['Livsmedelskontroll', 'U07455'],
  ['Upphandling', 'U07459'],
  ['Bemötande', null],
])('%s is %s', (text, kpi) => expect(areaOf(text)).toBe(kpi));

describe('recognition', () => {
  test.each([
    ['Område;NKI', 'Bygglov;70', 'nki'],
    ['Verksamhet;Nöjd-kund-index;n', 'Livsmedel;70;30', 'nki'],
    ['Område;NKI', 'Hemtjänst;70', 'unknown'],
    ['Område;Betyg', 'Bygglov;70', 'unknown'],
    ['Kommun;NKI Totalt;Bygglov;Brandskydd', 'Solna;70;71;72', 'nki'],
    ['Myndighetsområde;2023;2024', 'Bygglov;70;71', 'nki'],
    ['Verksamhet;2023;2024', 'Bygglov;70;71', 'unknown'],
    ['Kommun;Insikt;Bygglov;Brandskydd', 'Solna;70;71;72', 'unknown'],
  ])('%s', (header, row, layout) => expect(read(header, row).layout).toBe(layout));
});

test('without a kommun the total is a figure and no sum, in any order of columns', () => {
  const found = read(
    'Antal svar\tNKI\tOmråde\tÅr',
    '19\t74\tTotalt\t2024',
    '20\t75\tTotalt\t2025',
    '10\t68\tBygglov\t2025',
    '9\t68\tBrandskydd\t2025',
  );
  expect(found.told).toEqual([
    ['U07453', null, '2024', null, 19, 'suppressed'],
    ['U07453', null, '2025', 75, 20, 'value'],
    ['U07447', null, '2025', 68, 10, 'value'],
    ['U07446', null, '2025', null, 9, 'suppressed'],
  ]);
  expect(found.all[0]?.printed).toBe('');
});

test('a column for each time, an area nobody knows, a count that is hidden, and rates passed by', () => {
  const found = read(
    'Kommun,Myndighetsområde,NKI 2024,NKI 2025,Antal svar,Svarsfrekvens',
    'Gnesta,Bygglov,70,71,<10,40 %',
    'Gnesta,Hundtillsyn,70,,12,40 %',
    'Gnesta,,80,81,30,40 %',
  );
  expect(found.told).toEqual([
    ['U07447', 'Gnesta', '2024', null, null, 'suppressed'],
    ['U07447', 'Gnesta', '2025', null, null, 'suppressed'],
    ['Hundtillsyn', 'Gnesta', '2024', 70, 12, 'value'],
    ['Hundtillsyn', 'Gnesta', '2025', null, 12, 'missing'],
    ['U07453', 'Gnesta', '2024', 80, 30, 'value'],
    ['U07453', 'Gnesta', '2025', 81, 30, 'value'],
  ]);
  expect(found.codes).toEqual(['ignored-column', 'missing-marks']);
});

test('areas side by side', () => {
  const found = read(
    'NKI enligt Insikt;;;;',
    'Kommun;Kommunkod;År;Totalt;Bygglov;Livsmedelskontroll',
    'Gnesta;461;2025;70;71;72',
  );
  expect(found.told).toEqual([
    ['U07453', '0461', '2025', 70, null, 'value'],
    ['U07447', '0461', '2025', 71, null, 'value'],
    ['U07455', '0461', '2025', 72, null, 'value'],
  ]);
});

test('what only one of two columns dates is asked about', () => {
  expect(read('Område;NKI 2024;NKI', 'Bygglov;70;71').codes).toEqual(['no-period']);
});

test('areas by times', () => {
  const found = read('Myndighetsområde;2023;2024', 'Totalt;73;74', 'Bygglov;67;68');
  expect(found.told.map(([kpi, , period, value]) => [kpi, period, value])).toEqual([
    ['U07453', '2023', 73],
    ['U07453', '2024', 74],
    ['U07447', '2023', 67],
    ['U07447', '2024', 68],
  ]);
});

describe('figures of another scale', () => {
  test.each([
    ['all of them', ['7,5', '6,8'], 2, '7,5'],
    ['one among indexes', ['0,74', '68'], 1, '0,74'],
    ['a mark among indexes', ['68', '7,5'], 1, '7,5'],
  ])('%s are asked about once for the column', (_, [total, area], lines, value) => {
    const long = read('Område;År;NKI', `Totalt;2025;${total}`, `Bygglov;2025;${area}`);
    expect(long.problems).toMatchObject([
      { code: 'unsure-scale', column: 'NKI', value, lines, among: 'nki' },
    ]);
    expect(unanswered(long.problems, {})).toHaveLength(1);
    expect(unanswered(long.problems, { 'unsure-scale|NKI': 'index' })).toEqual([]);
    expect(unanswered(long.problems, { 'unsure-scale|NKI': 'mean' })).toHaveLength(1);
  });

  test('side by side too, and above a hundred they are refused', () => {
    const found = read('Kommun;År;NKI Totalt;Bygglov;Brandskydd', 'Gnesta;2025;7,5;101;70');
    expect(found.problems).toEqual([
      expect.objectContaining({ code: 'value-out-of-scale', column: 'Bygglov', from: 0, to: 100 }),
      expect.objectContaining({ code: 'unsure-scale', column: 'NKI Totalt', lines: 1 }),
    ]);
    expect(found.told.map((one) => one[3])).toEqual([7.5, 70]);
  });
});
