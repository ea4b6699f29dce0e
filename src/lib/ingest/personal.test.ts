import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Meaning } from '#lib/domain/mapping.ts';
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

  test.each<[string, string]>([
    ['nobody reads', 'Indikator;Period;Värde;Kontakt: anna@x.se'],
    ['is read', 'Indikator;Period;Enhet;Utfall anna@x.se'],
    ['nobody knows', 'Mål;X;Y;Ring anna@x.se'],
    ['stands twice', 'Indikator;Period;Värde;anna@x.se;anna@x.se'],
  ])('a heading that points a person out, and that %s, is a fault of the file', (_, header) => {
    const found = read([header, 'a;2024;1;ja;ja', 'b;2024;2;;']);
    const told = { code: 'personal-heading', line: 1, kind: 'e-mail' };
    expect(found.problems[0]).toEqual({ ...told, position: 4 });
    expect(new Set(codes(found))).toEqual(new Set(['personal-heading']));
    expect([found.rows, found.table]).toEqual([[], null]);
  });

  test('answers of persons are still known under such a heading', () => {
    const header = 'Svarsid;Fråga 1;Fråga 2;Fråga 3;bo@x.se';
    const found = read([header, '1;Ja;Nej;Ja;x', '2;Nej;Ja;Ja;y']);
    expect(codes(found)).toEqual(['personal-heading', 'respondent-rows']);
    expect(JSON.stringify(found)).not.toContain('bo@x');
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

/** What a column is said to be. */
const mapped = (...columns: readonly (readonly [header: string, is: Meaning])[]) => ({
  mapping: {
    columns: columns.map(([header, is]) => ({ header, is, told: NOTHING_TOLD })),
    told: { ...NOTHING_TOLD, indicator: 'x' },
  },
});

describe('a column that is read and looks like names of persons is asked about', () => {
  const USERS = ['Brukare;Ålder;Nöjdhet', 'Anna Karlsson;81;4', 'Bo Svensson;79;5'];
  const asked = (found: ReturnType<typeof read>) =>
    found.problems.filter(({ code }) => code === 'persons-column');

  test.each<[Meaning, boolean]>([
    ['place', true],
    ['indicator', true],
    ['breakdown', true],
    ['ignored', false],
  ])('said to be %s: %s', (is, isAsked) => {
    const choices = mapped(['Brukare', is], ['Ålder', 'ignored'], ['Nöjdhet', 'value']);
    const told = { code: 'persons-column', line: 2, column: 'Brukare', lines: 2 };
    expect(asked(read(USERS, choices))).toEqual(isAsked ? [told] : []);
  });

  test.each<[string, string[], number]>([
    ['Enhet', ['Anna Berg', 'Bo Ek', 'Lars Lund', 'Eva Ström'], 1],
    ['Enhet', ['Anna Berg', 'Anna Berg', 'Anna Berg'], 0],
    ['Enhet', ['Alma', 'Elsa', 'Sankt Erik'], 0],
    ['Enhet', ['Maria Elementar', 'Anna Lindh Academy'], 0],
    ['Enhet', ['Norr', 'Söder', 'Anna Berg', 'Kulla', 'Bo Ek'], 0],
    ['Medarbetare', ['Anna', 'Mohamed'], 1],
    ['Medarbetare', ['Sigge Qvist'], 1],
    ['Namn på brukaren', ['Sigge Qvist', 'x'], 1],
    ['Medarbetare', ['Hemtjänst Norr', 'Kulla'], 0],
    ['Namn', ['Alma', 'Elsa', 'Saga Norén'], 0],
  ])('%s: %j, %i', (header, cells, count) => {
    const rows = cells.map((cell, at) => `a;2024;${cell};${at}`);
    const choices = mapped(
      ['Indikator', 'indicator'],
      ['Period', 'period'],
      [header, 'place'],
      ['Värde', 'value'],
    );
    const lines = [`Indikator;Period;${header};Värde`, ...rows];
    expect(asked(read(lines, choices))).toHaveLength(count);
    if (header === 'Enhet') expect(asked(read(lines))).toHaveLength(count);
  });

  test('also where the rows that show it are left out, for the copy holds them', () => {
    const lines = ['Indikator;Period;Enhet;Värde', 'a;2024;Anna Berg;1', 'a;2024;Bo Ek;2'];
    const found = read([...lines, 'a;2024;Norr;3'], { leftOut: [2, 3] });
    expect(asked(found)).toHaveLength(1);
  });

  test('and is told of before anybody has said what the columns are', () => {
    const told = read(USERS).problems.filter(({ code }) => code === 'personal-data');
    expect(told).toMatchObject([{ column: 'Brukare', kind: 'name', lines: 2 }]);
  });
});
