import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { readColumns } from './columns.ts';
import { personalIn } from './personal.ts';
import { signIn } from './personal-signs.ts';
import { readFile } from './read-file.ts';
import { toArray } from './rows.ts';
import type { Table } from './table.ts';
import { textsOf } from './texts.ts';

/** What is found of a column that no layout reads, with others beside it. */
function kindsOf(heading: string, cells: readonly string[], beside: readonly string[] = []) {
  const table: Table = {
    headerLine: 1,
    titles: [],
    header: [heading, ...beside],
    under: [null, ...beside.map(() => null)],
    positions: [0, ...beside.map((_, at) => at + 1)],
    lines: Int32Array.from(cells, (_, row) => row + 2),
    texts: [textsOf(cells), ...beside.map(() => textsOf(cells.map(() => 'x')))],
    units: {},
  };
  const { texts: _texts, ...rest } = table;
  const typed = { ...rest, columns: readColumns(table, [], ';'), answers: {} };
  const { problems } = personalIn(table, typed, { used: beside.map((_, at) => at + 1) });
  return problems.flatMap((one) => (one.code === 'personal-data' ? [one.kind] : []));
}

const KULLA = 'Jag tycker att maten har blivit sämre. Ta tillbaka den gamla menyn!';
const NORR = 'Personalen på Norr är alltid snäll mot mig och lyssnar på vad jag säger.';
const SÖDER = 'Det tar för lång tid innan någon kommer när jag ringer på natten.';
const TITLES = [
  'Andel brukare som är ganska eller mycket nöjda med sin hemtjänst, andel (%)',
  'Nettokostnadsavvikelse äldreomsorg, kommunala och privata utförare, andel (%)',
  'Elever i åk 9 som uppnått kunskapskraven i alla ämnen, lägeskommun, andel (%)',
  'Sjukfrånvaro bland kommunalt anställda, 60 dagar eller mer av total sjukfrånvaro',
];

describe('of a column that nobody reads', () => {
  test.each<[string, string[], string[]]>([
    ['Kontakt', ['anna.b@gnesta.se', ''], ['e-mail']],
    ['Ifyllt', ['Fråga Anna på anna+hme@bolag.example.se.'], ['e-mail']],
    ['X', ['x', 'ANNA@ÅÄÖ.SE'], ['e-mail']],
    ['X', ['811228-9874'], ['personal-number']],
    ['X', ['19811228-9874'], ['personal-number']],
    ['X', ['811228+9874'], ['personal-number']],
    ['X', ['se ärende om 811228 – 9874'], ['personal-number']],
    ['X', ['brukaren 8112289874 klagade'], ['personal-number']],
    ['X', ['8112289874', '6408233234', ''], ['personal-number']],
    ['X', ['198112289874'], ['personal-number']],
    ['X', ['701063-2391'], ['personal-number']],
    ['Personnummer', ['811228-0000'], ['personal-number']],
    ['Pnr', ['811228'], ['personal-number']],
    ['X', ['070-123 45 67'], ['phone']],
    ['X', ['070 123 45 67', 'nej'], ['phone']],
    ['X', ['0701-23 45 67'], ['phone']],
    ['X', ['ring 073/1234567 efter fem'], ['phone']],
    ['X', ['+46 70 123 45 67'], ['phone']],
    ['X', ['+46 (0)158-27 50 00'], ['phone']],
    ['X', ['0046701234567'], ['phone']],
    ['X', ['0158-27 50 00'], ['phone']],
    ['X', ['08-123 456 78'], ['phone']],
    ['X', ['0701234567', '0731234567', '08-12345678'], ['phone']],
    ['X', ['ring 0704561299 efter fem'], ['phone']],
    ['X', ['Växel: 0158-275000.'], ['phone']],
    ['Telefon', ['275000'], ['phone']],
    ['Mobilnummer', ['0701234567', ''], ['phone']],
    ['Respondent-id', ['1001', '1002'], ['answer-id']],
    ['RespondentID', ['a'], ['answer-id']],
    ['Svarsid', ['7'], ['answer-id']],
    ['Svarsdatum', ['2025-10-01'], ['answer-date']],
    ['Besvarad', ['2025-10-01 10:12'], ['answer-date']],
    ['Förnamn', ['Anna'], ['name']],
    ['Handläggare', ['anna b'], ['name']],
    ['Kontaktperson', ['Anna Berg'], ['name']],
    ['Brukarens namn', ['A. Berg'], ['name']],
    ['Namn', ['Anna Berg', 'Bo-Göran Ek', 'Çelik, Deniz'], ['name']],
    ['Ansvarig', ['Anna Berg', 'Bo Ek', 'vakant'], ['name']],
    ['Fritext', ['tack'], ['free-text']],
    ['Svar med egna ord', ['bra'], ['free-text']],
    ['Synpunkter', ['Sämre mat'], ['free-text']],
    ['Kommentar', ['', 'Chefen lyssnar aldrig på oss'], ['free-text']],
    ['Övrigt', ['Mer tid för planering'], ['free-text']],
    ['Vad kan bli bättre?', [KULLA, NORR, SÖDER], ['free-text']],
    ['X', [KULLA, NORR, SÖDER], ['free-text']],
    ['Fritext', ['ring Anna 070-123 45 67, anna@x.se'], ['e-mail', 'phone', 'free-text']],
  ])('%s: %j is %j', (heading, cells, kinds) => {
    expect(kindsOf(heading, cells)).toEqual(kinds);
  });

  test('a number on each row is of one who answered only in a table of answers', () => {
    const cells = ['1', '2', '3', '4'];
    expect(kindsOf('Löpnummer', cells, ['Svarsdatum'])).toEqual(['answer-id']);
    expect(kindsOf('Löpnummer', cells, ['Enhet'])).toEqual([]);
    expect(kindsOf('ID', ['1', '1', '1'], ['Svarsdatum'])).toEqual([]);
  });

  test.each<[string, string[]]>([
    ['Kommunkod', ['0461', '0180', '0760']],
    ['År', ['2023', '2024']],
    ['Belopp', ['1 234 567', '8 112 289 874']],
    ['Belopp', ['8112289874', '1234567890', '5500123456']],
    ['Belopp', ['0,701234567', '1234567,8']],
    ['Enhetsid', ['0701234567', '0701234568']],
    ['Enhetskod', ['08-123456', '08-123457']],
    ['Enhet', ['Skola 12345678', 'E0701234567', 'kod_0701234567', 'Dnr 2024-0123-45678']],
    ['Skolenhetskod', ['12345678', '87654321']],
    ['Ärende', ['KS 2026-1234', '0123-45']],
    ['X', ['+1 555 0100', '+4670']],
    ['ISBN', ['978-91-7000-123-4', '91-7000-123-4', '0-19-853453-1']],
    ['Organisationsnummer', ['212000-0340', '556016-0680', '162120000340']],
    ['X', ['811228-9875', '811328-9874', '811200-9874', '701095-2391']],
    ['X', ['a8112289874', '8112289874b', '1.8112289874']],
    ['Tid', ['202610011234', '202610011235', '202610011236', '202610011237']],
    ['Datum', ['2025-10-01', '20251001', '01/10 2025', '1 oktober 2025']],
    ['Uppdaterad', ['2025-10-01 10:12:33']],
    ['X', ['@kommun', 'kommun@gnesta', 'Gnesta @gnesta.kommun']],
    ['Kommentar', ['a', 'kort', 'reviderad siffra', 'prel.']],
    ['Anmärkning', ['Avser jan–jun 2024', '']],
    ['Övrigt', ['3', '4,5']],
    ['Fritext', ['', '']],
    ['Fritext', ['12', '–']],
    ['Antal synpunkter', ['12', '14']],
    ['Synpunkter', ['12', '14']],
    ['Titel', TITLES],
    ['Beskrivning', [KULLA, NORR, SÖDER]],
    ['Fråga', ['Hur nöjd är du?', 'Får du bestämma om saker som är viktiga för dig hemma?']],
    ['X', TITLES],
    ['X', [KULLA, KULLA, KULLA, NORR, NORR]],
    ['X', [KULLA, NORR]],
    ['Vad tycker du om maten?', ['Mycket bra', 'Varken bra eller dålig', 'Mycket bra']],
    ['Svar', ['Ja', 'Nej', 'Varken nöjd eller missnöjd']],
    ['Namn', ['Hemtjänst Norr', 'Förskolan Ekorren', 'Team Söder']],
    ['Ansvarig', ['Socialnämnden', 'Barn- och utbildningsnämnden']],
    ['Chef', ['Ja', 'Nej']],
    ['Källa', ['Kolada 2024']],
    ['Verksamhet', ['Gruppbostad LSS', 'Daglig verksamhet']],
    ['Telefon', ['ja', '12']],
    ['Svarsfrekvens', ['61 %', '58 %']],
    ['', ['']],
  ])('%s: %j tells of nobody', (heading, cells) => {
    expect(kindsOf(heading, cells)).toEqual([]);
  });

  test('a long column is judged by its beginning, and each of its cells is still looked at', () => {
    const cells = Array.from({ length: 3000 }, (_, row) => `Rad ${row}`);
    expect(kindsOf('X', [...cells, 'anna@x.se'])).toEqual(['e-mail']);
  });
});

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
