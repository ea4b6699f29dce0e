import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { signIn } from './personal-signs.ts';
import { readFile } from './read-file.ts';
import { toArray } from './rows.ts';

const KULLA = 'Jag tycker att maten har blivit sämre. Ta tillbaka den gamla menyn!';
const TITLES = [
  'Andel brukare som är ganska eller mycket nöjda med sin hemtjänst, andel (%)',
  'Nettokostnadsavvikelse äldreomsorg, kommunala och privata utförare, andel (%)',
  'Elever i åk 9 som uppnått kunskapskraven i alla ämnen, lägeskommun, andel (%)',
  'Sjukfrånvaro bland kommunalt anställda, 60 dagar eller mer av total sjukfrånvaro',
];

test.each([
  ['Anna, 070-123 45 67', 'phone'],
  ['anna@gnesta.se', 'e-mail'],
  ['811228-9874', 'personal-number'],
  ['8112289874', null],
  ['Hemtjänst 24', null],
  ['Kulla', null],
])('%s is %s', (text, sign) => {
  expect(signIn(text)).toBe(sign);
});

function read(lines: readonly string[], choices: Partial<Choices> = {}) {
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const found = readFile({ name: 'x.csv', bytes }, { ...NO_CHOICES, ...choices });
  return { ...found, rows: toArray(found.observations) };
}

const PLAIN = 'Indikator;Period;Enhet;Värde;Kommentar';
const codes = ({ problems }: Pick<ReturnType<typeof read>, 'problems'>) =>
  problems.map(({ code }) => code);

describe('in a file that a layout reads', () => {
  test('a note follows its value, and no note where one tells of a person', () => {
    expect(read([PLAIN, 'a;2024;Norr;1;Avser bara första halvåret i år']).rows[0]?.note).toBe(
      'Avser bara första halvåret i år',
    );
    const found = read([PLAIN, 'a;2024;Norr;1;prel.', 'a;2024;Söder;2;se anna@gnesta.se']);
    expect(found.rows.map(({ note, value }) => [note, value])).toEqual([
      [null, 1],
      [null, 2],
    ]);
    expect(found.problems).toEqual([
      { code: 'personal-data', line: 3, column: 'Kommentar', kind: 'e-mail', lines: 1 },
    ]);
    expect(found.notKept).toEqual({ columns: ['Kommentar'], isBeside: false });
  });

  test('a name that tells of a person is a fault of its row, and the row is not there', () => {
    const found = read([
      PLAIN,
      'a;2024;Anna 070-123 45 67;1;',
      'anna@x.se;x;Norr;2;',
      'a;2024;Norr;3;',
    ]);
    expect(found.rows.map(({ line }) => line)).toEqual([4]);
    expect(found.names.broken).toEqual([]);
    expect(found.problems.filter(({ code }) => code === 'personal-cell')).toEqual([
      { code: 'personal-cell', line: 2, column: 'Enhet', kind: 'phone' },
      { code: 'personal-cell', line: 3, column: 'Indikator', kind: 'e-mail' },
    ]);
  });

  test('a column that is not kept is not asked about, nor what its cells would mean', () => {
    const found = read([
      'Indikator;Period;Värde;Svarsdatum;Fritext',
      'a;2024;1;10/11/2025;Mer tid',
      'b;2024;2;11/11/2025;',
    ]);
    expect(codes(found)).toEqual(['personal-data', 'personal-data']);
    expect(found.notKept.columns).toEqual(['Svarsdatum', 'Fritext']);
  });

  test('a column that somebody has said does not count is looked at too', () => {
    const lines = [`${PLAIN};Värde`, 'a;2024;Norr;1;;anna@x.se', 'b;2024;Norr;2;;3'];
    const answers = { 'duplicate-column|Värde': 'column-1' };
    expect(read(lines, { answers }).notKept.columns).toEqual(['Värde']);
  });

  test('a row that is left out shows what its column is, notes and all', () => {
    const rows = ['a;2024;Norr;1;prel.;', 'a;x;Norr;2;bo@x.se;Mer tid'];
    const found = read([`${PLAIN};Fritext`, ...rows], { leftOut: [3] });
    expect(found.rows.map(({ note, value }) => [note, value])).toEqual([[null, 1]]);
    expect(found.notKept.columns).toEqual(['Kommentar', 'Fritext']);
    expect(codes(found)).toEqual(['personal-lines', 'personal-data', 'personal-data']);
  });

  test('lines beside the table tell of persons once for each kind', () => {
    const lines = [
      'Uttag gjort av anna@x.se',
      PLAIN,
      'a;2024;Norr;1;',
      'a;2024;bo@x.se;2;',
      'a;2024;Totalt;2;070-123 45 67',
    ];
    const found = read(lines, { leftOut: [4] });
    expect(found.problems.filter(({ code }) => code === 'personal-lines')).toEqual([
      { code: 'personal-lines', line: 1, kind: 'e-mail', lines: 2 },
      { code: 'personal-lines', line: 5, kind: 'phone', lines: 1 },
    ]);
    expect(found.notKept).toEqual({ columns: [], isBeside: true });
  });

  test('a heading that points a person out is of a column that is not kept', () => {
    const found = read(['Indikator;Period;Värde;Kontakt: anna@x.se', 'a;2024;1;ja', 'b;2024;2;']);
    expect(found.problems).toEqual([
      {
        code: 'personal-data',
        line: 1,
        column: 'Kontakt: anna@x.se',
        kind: 'e-mail',
        lines: 1,
      },
    ]);
    expect(found.notKept.columns).toEqual(['Kontakt: anna@x.se']);
  });

  test('what a layout reads is what it says: long titles, statements and numbers', () => {
    const rows = TITLES.map((title, at) => `"${title}. ${KULLA}";2024;;81122898${70 + at};`);
    expect(codes(read([PLAIN, ...rows]))).toEqual([]);
  });
});

test('of a table that nobody knows nothing is kept, yet columns of persons are told', () => {
  const found = read(['Anna anna@x.se', 'Mål;Fritext;Kontakt', 'M1;Sämre mat i år;anna@x.se']);
  expect(found.layout).toBe('unknown');
  expect(found.notKept).toEqual({ columns: [], isBeside: false });
  const told = found.problems.flatMap((one) =>
    one.code === 'personal-data' ? [[one.column, one.kind]] : [],
  );
  expect(told).toEqual([
    ['Fritext', 'free-text'],
    ['Kontakt', 'e-mail'],
  ]);
  expect(codes(found)).not.toContain('personal-lines');
});
