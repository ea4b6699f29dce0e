import { describe, expect, test } from 'vitest';
import type { Problem } from '#lib/domain/problem.ts';
import { readColumns } from './columns.ts';
import { textsOf } from './texts.ts';

/** One column under a name, every cell on a line of its own below the header. */
function read(name: string, ...texts: string[]) {
  const lines = Int32Array.from(texts, (_, at) => at + 2);
  const head = { headerLine: 1, titles: [], header: [name], under: [null], positions: [0] };
  const table = { ...head, lines, texts: [textsOf(texts)], units: {} };
  return readColumns(table, [], ';')[0]!;
}

const cellsOf = ({ texts, cell }: ReturnType<typeof read>) =>
  Array.from({ length: texts.length }, (_, at) => cell(at));

describe('what a column is', () => {
  test.each([
    ['Värde', ['1', '2,5'], 'number', [1, 2.5]],
    ['Värde', ['..', '-'], 'number', [null, null]],
    ['Värde', ['hög', 'låg'], 'text', ['hög', 'låg']],
    ['Värde', ['', ''], 'text', [null, null]],
    ['Värde', ['84,2*', '79'], 'number', [84.2, 79]],
    ['X', ['12 *', '7†', '3²'], 'number', [12, 7, 3]],
    ['År', ['2022', '2023'], 'number', [2022, 2023]],
    ['Period', ['2023', '2023-T2'], 'text', ['2023', '2023-T2']],
    ['Enhet', ['1', '2', 'Annan'], 'text', ['1', '2', 'Annan']],
    ['Kommunkod', ['1860', '1280'], 'text', ['1860', '1280']],
    ['Kommun', ['0461', '1860'], 'text', ['0461', '1860']],
    ['Slut', ['2024-12-31', ''], 'date', ['2024-12-31', null]],
    [
      'Slut',
      ['2024-12-31', '2025-01-01', 'löpande'],
      'date',
      ['2024-12-31', '2025-01-01', 'löpande'],
    ],
    ['Enhets-ID', ['12', '13'], 'text', ['12', '13']],
    ['EnhetID', ['12'], 'text', ['12']],
    ['HSAid', ['12'], 'text', ['12']],
    ['Orgnr', ['2120002965'], 'text', ['2120002965']],
    ['Personnr', ['191212121212'], 'text', ['191212121212']],
    ['Postnr', ['64630'], 'text', ['64630']],
    ['Restid', ['12', '13'], 'number', [12, 13]],
    ['Slut', ['20231231', '20230430'], 'date', ['20231231', '20230430']],
    ['Slut', ['31/12/2023', '31.12.2023'], 'date', ['31/12/2023', '31.12.2023']],
    ['Slut', ['1 maj 2023', ''], 'date', ['1 maj 2023', null]],
    ['Belopp', ['20231231', '5000'], 'number', [20231231, 5000]],
    ['X', ['NA', 'null', 'None'], 'text', ['NA', 'null', 'None']],
    ['X', ['A1', '2', 'B3'], 'text', ['A1', '2', 'B3']],
    ['X', ['1.2.3', '1.2.4'], 'text', ['1.2.3', '1.2.4']],
    ['X', ['713752e1', '1E5', '0x1F', 'Infinity'], 'text', ['713752e1', '1E5', '0x1F', 'Infinity']],
  ])('%s: %j is %s', (name, texts, kind, values) => {
    const column = read(name, ...texts);
    expect(column.kind).toBe(kind);
    expect(cellsOf(column).map((cell) => cell.value)).toEqual(values);
  });

  test('decimals are told of only where there are any', () => {
    expect(read('Värde', '1', '2').decimal).toBeNull();
    expect(read('Värde', '1.234.567', '2').decimal).toBeNull();
    expect(read('Värde', '1,5', '2').decimal).toBe(',');
    expect(read('Värde', '1.5', '2').decimal).toBe('.');
  });
});

describe('what is wrong with a column', () => {
  const at = (line: number, column: string, value: string) => ({ line, column, value });

  test.each([
    ['Hyra', ['12,5', '12,3,4'], [{ code: 'bad-number', ...at(3, 'Hyra', '12,3,4') }]],
    ['X', ['1', '2', '1e5'], [{ code: 'bad-number', ...at(4, 'X', '1e5') }]],
    [
      'X',
      ['1', '12345678901234567890'],
      [{ code: 'too-large-number', ...at(3, 'X', '12345678901234567890') }],
    ],
    [
      'X',
      ['1.234', '5', '2.500'],
      [{ code: 'ambiguous-number', ...at(2, 'X', '1.234'), lines: 2 }],
    ],
    ['Slut', ['2023-04-31', '2023-04-30'], [{ code: 'bad-date', ...at(2, 'Slut', '2023-04-31') }]],
    ['Slut', ['20231231', '20230431'], [{ code: 'bad-date', ...at(3, 'Slut', '20230431') }]],
    ['Slut', ['31 april 2023'], [{ code: 'bad-date', ...at(2, 'Slut', '31 april 2023') }]],
    [
      'Slut',
      ['vid behov', 'löpande', '2023-04-31'],
      [{ code: 'bad-date', ...at(4, 'Slut', '2023-04-31') }],
    ],
    ['Kommentar', ['vid behov', 'löpande', 'klart', '2023-04-31'], []],
    ['Datum', ['230131'], [{ code: 'two-digit-year', ...at(2, 'Datum', '230131') }]],
    ['Slut', ['jan-23'], [{ code: 'two-digit-year', ...at(2, 'Slut', 'jan-23') }]],
    ['Värde', ['1', '5-'], [{ code: 'bad-number', ...at(3, 'Värde', '5-') }]],
    ['Hyra', ['12 kr'], [{ code: 'bad-number', ...at(2, 'Hyra', '12 kr') }]],
    ['X', ['1', '5-'], [{ code: 'bad-number', ...at(3, 'X', '5-') }]],
    ['X', ['1', '5*'], [{ code: 'footnote-marks', ...at(3, 'X', '5*'), lines: 1 }]],
    ['X', ['1', '#REFERENS!'], [{ code: 'bad-number', ...at(3, 'X', '#REFERENS!') }]],
    [
      'X',
      ['1', '#REF!', '#VÄRDEFEL!'],
      [
        { code: 'bad-number', ...at(3, 'X', '#REF!') },
        { code: 'bad-number', ...at(4, 'X', '#VÄRDEFEL!') },
      ],
    ],
    ['X', ['1,5', '1.5'], [{ code: 'mixed-decimals', ...at(3, 'X', '1.5'), lines: 1 }]],
    ['Slut', ['30-01-23'], [{ code: 'two-digit-year', ...at(2, 'Slut', '30-01-23') }]],
    ['Slut', ['01/02/2023'], [{ code: 'ambiguous-date', ...at(2, 'Slut', '01/02/2023') }]],
    [
      'Startdatum',
      ['45016', '45382'],
      [{ code: 'serial-date', ...at(2, 'Startdatum', '45016'), lines: 2 }],
    ],
    ['Datum', ['1', '2'], []],
    ...[
      'Väntetid från ansökningsdatum',
      'Va\u0308ntetid fra\u030an anso\u0308kningsdatum',
      'Genomsnittlig väntetid (dagar) från ansökningsdatum till beslutsdatum',
      'Dagar till slutdatum',
      'Antal ärenden utan datum',
      'Antal kandidater',
      'Uppdateringar',
    ].map((name): [string, string[], Problem[]] => [name, ['45000'], []]),
    ...[
      'Datum för ansökan',
      'Giltig från datum',
      'Till datum',
      'start_date',
      'Senast uppdaterad',
    ].map((name): [string, string[], Problem[]] => [
      ...([name, ['45000']] as [string, string[]]),
      [{ code: 'serial-date', ...at(2, name, '45000'), lines: 1 }],
    ]),
    ['X', ['1', ''], []],
    [
      'X',
      ['1', '-', '..', '-'],
      [{ code: 'missing-marks', line: 3, column: 'X', marks: ['-', '..'], lines: 3 }],
    ],
    [
      'Värde',
      ['84,2*', '79', '80 % ¹', '81\u00a0%†'],
      [{ code: 'footnote-marks', ...at(2, 'Värde', '84,2*'), lines: 3 }],
    ],
    ['X', ['1.234*', '5'], [{ code: 'ambiguous-number', ...at(2, 'X', '1.234*'), lines: 1 }]],
    [
      'Slut',
      ['2023-04-30', '-'],
      [{ code: 'missing-marks', line: 3, column: 'Slut', marks: ['-'], lines: 1 }],
    ],
  ])('%s: %j', (name, texts, problems) => {
    expect(read(name, ...texts).problems).toEqual(problems);
  });

  test('what is in doubt is kept as text, the rest is read', () => {
    expect(cellsOf(read('X', '1.234', '5', '-'))).toEqual([
      { text: '1.234', value: '1.234', state: 'bad' },
      { text: '5', value: 5, state: 'value' },
      { text: '-', value: null, state: 'missing' },
    ]);
  });
});
