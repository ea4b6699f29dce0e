import { describe, expect, test } from 'vitest';
import { mappingOf, readMapped as read } from '../../../../tests/mapped.ts';
import type { Column } from '../../../../tests/mapped.ts';
import type { Mapping } from '#lib/domain/mapping.ts';

/** An observation in short: what, when, where, who, and the value or why there is none. */
const spoken = ({ rows }: ReturnType<typeof read>) =>
  rows.map((one) =>
    [
      one.indicator,
      one.period?.text ?? '?',
      one.place ?? 'kommunen',
      one.sex,
      one.kind,
      one.value ?? one.state,
    ].join(' | '),
  );

const codes = ({ problems }: ReturnType<typeof read>) => problems.map(({ code }) => code);

describe('a table is read as somebody has said', () => {
  test.each<[string, string, Mapping, string[]]>([
    [
      'one column of values, what they are told of the file',
      'Skola;Läsår;Resultat\nEken;2023/24;81,5\nLinden;2023/24;..\n',
      mappingOf(
        [
          ['Skola', 'place'],
          ['Läsår', 'period'],
          ['Resultat', 'value'],
        ],
        { indicator: 'Behöriga elever' },
      ),
      [
        'Behöriga elever | 2023/2024 | Eken | T | utfall | 81.5',
        'Behöriga elever | 2023/2024 | Linden | T | utfall | suppressed',
      ],
    ],
    [
      'a column for each indicator, and no period',
      'Enhet;Kö;Platser\nNorr;3;40\nSöder;;12\n',
      mappingOf([
        ['Enhet', 'place'],
        ['Kö', 'value', { indicator: 'Köande barn' }],
        ['Platser', 'value', { indicator: 'Platser' }],
      ]),
      [
        'Köande barn | ? | Norr | T | utfall | 3',
        'Platser | ? | Norr | T | utfall | 40',
        'Platser | ? | Söder | T | utfall | 12',
      ],
    ],
    [
      'a column for each period, with its kind and sex',
      'Mål;Utfall T1;Budget 2024;Kvinnor\nA;1;2;3\n',
      mappingOf([
        ['Mål', 'indicator'],
        ['Utfall T1', 'value', { period: '2024-T1' }],
        ['Budget 2024', 'value', { period: '2024', kind: 'budget' }],
        ['Kvinnor', 'value', { period: '2024', sex: 'K' }],
      ]),
      [
        'A | 2024-T1 | kommunen | T | utfall | 1',
        'A | 2024 | kommunen | T | budget | 2',
        'A | 2024 | kommunen | K | utfall | 3',
      ],
    ],
    [
      'counts that are hidden themselves, and hide their figures',
      'Ort;Vad;Utfall;Svar\nNorr;X;1;<5\nNorr;Y;2;..\nNorr;Z;3;5\n',
      mappingOf([
        ['Ort', 'place'],
        ['Vad', 'indicator'],
        ['Utfall', 'value'],
        ['Svar', 'n'],
      ]),
      [
        'X | ? | Norr | T | utfall | suppressed',
        'Y | ? | Norr | T | utfall | suppressed',
        'Z | ? | Norr | T | utfall | 3',
      ],
    ],
    [
      'the column goes before the row, the row before the file',
      'Ort;Vad;2023;Annat\nNorr;X;1;2\n;Y;3;4\n',
      mappingOf(
        [
          ['Ort', 'place'],
          ['Vad', 'indicator'],
          ['2023', 'value', { period: '2023' }],
          ['Annat', 'value', { period: '2023', indicator: 'Z' }],
        ],
        { place: 'Söder', indicator: 'Å' },
      ),
      [
        'X | 2023 | Norr | T | utfall | 1',
        'Z | 2023 | Norr | T | utfall | 2',
        'Y | 2023 | Söder | T | utfall | 3',
        'Z | 2023 | Söder | T | utfall | 4',
      ],
    ],
    [
      'columns by name, also where one has gone and one has come',
      'Ny;Värde;Enhet\nx;5;Norr\n',
      mappingOf(
        [
          ['Enhet', 'place'],
          ['Gammal', 'n'],
          ['VÄRDE', 'value'],
        ],
        { indicator: 'A' },
      ),
      ['A | ? | Norr | T | utfall | 5'],
    ],
  ])('%s', (_, text, mapping, expected) => {
    const found = read(text, mapping);
    expect(found.layout).toBe('mapped');
    expect(spoken(found)).toEqual(expected);
  });

  test('counts, parts and remarks go along', () => {
    const mapping = mappingOf(
      [
        ['Del', 'breakdown'],
        ['Svar', 'n'],
        ['Frågade', 'asked'],
        ['Ja', 'numerator'],
        ['Alla', 'denominator'],
        ['Andel', 'value'],
        ['Not', 'note'],
        ['Typ', 'kind'],
        ['Kön', 'sex'],
      ],
      { indicator: 'A', period: null },
    );
    const { rows } = read(
      'Del;Svar;Frågade;Ja;Alla;Andel;Not;Typ;Kön\nÅlder=80+;20;25;15;20;75 %;enkät;prognos;kv\n',
      mapping,
    );
    expect(rows).toMatchObject([
      {
        ...{ breakdown: 'Ålder=80+', n: 20, asked: 25, numerator: 15, denominator: 20, value: 75 },
        ...{ note: 'enkät', kind: 'prognos', sex: 'K', line: 2, column: 6 },
      },
    ]);
  });
});

describe('what cannot be read is told, with its place', () => {
  const value: Column = ['B', 'value'];
  test.each<[string, string, Mapping, object[]]>([
    [
      'no column of values',
      'A;B\nx;1\n',
      mappingOf([
        ['A', 'place'],
        ['B', 'ignored'],
      ]),
      [{ code: 'mapping-lacks', lacks: 'value', line: 1 }],
    ],
    [
      'nothing says which indicator',
      'A;B\nx;1\n',
      mappingOf([['A', 'place'], value]),
      [{ code: 'mapping-lacks', lacks: 'indicator', line: 1 }],
    ],
    [
      'two columns for one thing',
      'A;B;C\nx;1;y\n',
      mappingOf([['A', 'place'], value, ['C', 'place']], { indicator: 'I' }),
      [{ code: 'meant-twice', columns: ['A', 'C'], meaning: 'place' }],
    ],
    [
      'two columns of figures that nothing tells apart',
      'A;B;C\nx;1;2\n',
      mappingOf([['A', 'indicator'], value, ['C', 'value']]),
      [{ code: 'alike-columns', line: 1, columns: ['B', 'C'] }],
    ],
    [
      'a period of a column that is none',
      'A;B\nx;1\n',
      mappingOf([
        ['A', 'indicator'],
        ['B', 'value', { period: 'i fjol' }],
      ]),
      [{ code: 'told-period', line: 1, column: 'B', value: 'i fjol' }],
    ],
    [
      'a cell that is no number, an empty name, a period on the row',
      'A;B;C\n;sju;2023\nx;1;snart\n',
      mappingOf([['A', 'indicator'], value, ['C', 'period']]),
      [
        { code: 'bad-number', line: 2, column: 'B', value: 'sju' },
        { code: 'empty-cell', line: 2, column: 'A' },
        { code: 'bad-period', line: 3, column: 'C', value: 'snart' },
      ],
    ],
    [
      'a share of one among per cent, where the column is one thing',
      'A;B\nx;84\ny;79\nz;0,85\n',
      mappingOf([['A', 'place'], value], { indicator: 'I' }),
      [{ code: 'mixed-scale', line: 4, column: 'B' }],
    ],
    [
      'codes that have lost their zero, where they are the place',
      'Kommunkod;B\n461;1\n2280;2\n',
      mappingOf([['Kommunkod', 'place'], value], { indicator: 'I' }),
      [{ code: 'lost-zeros', line: 2, column: 'Kommunkod' }],
    ],
  ])('%s', (_, text, mapping, problems) => {
    const found = read(text, mapping).problems.filter(({ code }) => code !== 'no-period');
    expect(found).toMatchObject(problems);
  });

  test('a code gets its zero back when somebody has said so', () => {
    const mapping = mappingOf(
      [
        ['Kommunkod', 'place'],
        ['B', 'value'],
      ],
      { indicator: 'I' },
    );
    const text = 'Kommunkod;B\n461;1\n';
    const { rows } = read(text, mapping, { 'lost-zeros|Kommunkod': 'pad' });
    expect(rows[0]?.place).toBe('0461');
  });

  test('names on rows that could not be read are told of with the others', () => {
    const mapping = mappingOf([
      ['A', 'indicator'],
      ['B', 'value'],
      ['C', 'place'],
    ]);
    const { names } = read('A;B;C\nx;sju;Norr\n', mapping);
    expect(names.broken).toEqual([{ indicator: 'x', place: 'Norr', line: 2 }]);
  });

  test('a column that is not the place may have short codes', () => {
    const mapping = mappingOf(
      [
        ['Kommunkod', 'ignored'],
        ['B', 'value'],
      ],
      { indicator: 'I' },
    );
    expect(codes(read('Kommunkod;B\n461;1\n', mapping))).toEqual(['no-period']);
  });
});
