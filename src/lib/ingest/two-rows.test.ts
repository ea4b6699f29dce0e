import { describe, expect, test } from 'vitest';
import { tableReader } from './table.ts';

function read(text: string) {
  const { add, finish } = tableReader();
  text.split('\n').forEach((row, at) => add({ line: at + 1, cells: row.split(';') }));
  const { table, problems } = finish();
  return { header: table?.header, line: table?.headerLine, under: table?.under, problems, table };
}

const QUESTIONS = ['Kommun', 'Nöjd? – Ja', 'Nöjd? – Nej', 'Rädd? – Ja', 'Rädd? – Nej'];

describe('a header in two rows', () => {
  test.each([
    ['merged cells of a CSV', 'Kommun;Nöjd?;;Rädd?;\n;Ja;Nej;Ja;Nej'],
    ['merged cells spread over their columns', 'Kommun;Nöjd?;Nöjd?;Rädd?;Rädd?\n;Ja;Nej;Ja;Nej'],
    ['merged downwards too', 'Kommun;Nöjd?;Nöjd?;Rädd?;Rädd?\nKommun;Ja;Nej;Ja;Nej'],
    ['all names in the lower row', ';Nöjd?;;Rädd?;\nKommun;Ja;Nej;Ja;Nej'],
    ['blanks and breaks in the texts', 'Kommun; Nöjd? ;;Rädd?;\n; Ja ;Nej;Ja;Nej'],
  ])('%s', (_, head) => {
    const { header, line, under, problems } = read(`${head}\nGnesta;1;2;3;4\nSolna;5;6;7;8`);
    expect(header).toEqual(QUESTIONS);
    expect(line).toBe(1);
    expect(under?.map((one) => one && [one.over, one.name])).toEqual([
      null,
      ['Nöjd?', 'Ja'],
      ['Nöjd?', 'Nej'],
      ['Rädd?', 'Ja'],
      ['Rädd?', 'Nej'],
    ]);
    expect(problems).toEqual([]);
  });

  test('under titles, and with columns of air', () => {
    const text =
      'Brukarundersökning 2026\nTabell 2\n;Kommun;Nöjd?;;Rädd?;\n;;Ja;Nej;Ja;Nej\n;Gnesta;1;2;3;4\n;Solna;1;2;3;4';
    const { header, line, problems } = read(text);
    expect([header, line]).toEqual([QUESTIONS, 3]);
    expect(problems).toEqual([{ code: 'title-rows', line: 1, lines: 2 }]);
  });

  test('a name that is alone of its kind stays as it is', () => {
    const { header } = read('Kommun;Utfall;;Mål;\n;2023;2024;2025;2026\nGnesta;1;2;3;4');
    expect(header).toEqual(['Kommun', '2023', '2024', 'Mål – 2025', 'Mål – 2026']);
  });

  test.each([
    [
      'a year over sexes',
      'Indikator;2024;;\n;Totalt;Kvinnor;Män',
      ['Indikator', '2024 – Totalt', '2024 – Kvinnor', '2024 – Män'],
    ],
    [
      'a year over a row of all names',
      ';2024;;\nIndikator;Totalt;Kvinnor;Män',
      ['Indikator', '2024 – Totalt', '2024 – Kvinnor', '2024 – Män'],
    ],
    [
      'a title with a year',
      'Enhet;Resultat 2024;;\n;Kvinnor;Män;Kommentar',
      ['Enhet', 'Resultat 2024 – Kvinnor', 'Resultat 2024 – Män', 'Kommentar'],
    ],
    [
      'a title over sexes',
      'Enhet;Trygghet;\n;Kvinnor;Män',
      ['Enhet', 'Trygghet – Kvinnor', 'Trygghet – Män'],
    ],
    [
      'a year over tertials',
      'Mått;2024;;\n;T1;T2;T3',
      ['Mått', '2024 – T1', '2024 – T2', '2024 – T3'],
    ],
    ['a year over titles', 'Enhet;2024;\n;Kö;Platser', ['Enhet', '2024 – Kö', '2024 – Platser']],
    ['what says nothing more', 'Mått;År;\n;2023;2024', ['Mått', '2023', '2024']],
    [
      'a title over titles',
      'Enhet;HME;\n;Motivation;Ledarskap',
      ['Enhet', 'Motivation', 'Ledarskap'],
    ],
  ])('keeps what a group says: %s', (_, head, names) => {
    const row = (first: string) => [first, ...names.slice(1).map((_, at) => at)].join(';');
    expect(read(`${head}\n${row('A')}\n${row('B')}`).header).toEqual(names);
  });

  test('one answer to each question, told apart by what it stands under', () => {
    const { header } = read('Kommun;Nöjd?;Rädd?\n;Ja;Ja\nGnesta;1;2\nSolna;3;4');
    expect(header).toEqual(['Kommun', 'Nöjd? – Ja', 'Rädd? – Ja']);
  });

  test('the same answer twice to one question is a double column', () => {
    const { problems } = read('Kommun;Nöjd?;;\n;Ja;Ja;Nej\nGnesta;1;2;3\nSolna;3;4;5');
    expect(problems).toMatchObject([{ code: 'duplicate-column', columns: [2, 3] }]);
  });
});

test.each([
  ['a title over names', 'Tabell 1;;\nKommun;2023;2024\nGnesta;1;2', ['Kommun', '2023', '2024']],
  ['a title further in', ';Nämnd;\nKommun;2023;2024\nGnesta;1;2', ['Kommun', '2023', '2024']],
  ['a row of units', 'Kommun;Andel;Antal\n;%;st\nGnesta;1;2', ['Kommun', 'Andel', 'Antal']],
  ['a first row of words', 'Kommun;A;B\n;Ja;Nej\nGnesta;1;2', ['Kommun', 'A', 'B']],
  ['a first row of figures', 'Kommun;A;A\n;1;2\nGnesta;1;2', ['Kommun', 'A', 'A']],
  [
    'a first row without its figure',
    'Värde;Mått;Not;Kön\n;Öppet hus;Totalt;Totalt\n5;Nöjda;x;kv',
    ['Värde', 'Mått', 'Not', 'Kön'],
  ],
  [
    'a first row with a day in it, and a cell too many',
    'Värde;Mått;Publicerad;Kön\n;Nöjda;2022-05-17;Alla;x\n5;Öppet;2022-05-17;kv\n6;B;2022-05-18;m',
    ['Värde', 'Mått', 'Publicerad', 'Kön'],
  ],
  ['names that stand alone', 'Kommun;A;B\nGnesta;;\nSolna;x;y', ['Kommun', 'A', 'B']],
])('%s makes no second row of header', (_, text, header) => {
  const found = read(text);
  expect(found.header).toEqual(header);
  expect(found.under).toEqual(header.map(() => null));
});
