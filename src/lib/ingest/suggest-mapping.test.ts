import { expect, test } from 'vitest';
import { toldWords } from '#lib/format/mapping.ts';
import { invariant } from '#lib/domain/result.ts';
import { readFile } from './read-file.ts';
import { suggestMapping } from './suggest-mapping.ts';

function suggested(text: string): string[] {
  const { table } = readFile({ name: 'fil.csv', bytes: new TextEncoder().encode(text) });
  invariant(table, 'the text is a table');
  return suggestMapping(table).columns.map(({ is, told }) =>
    [is, toldWords(told)].join(' ').trim(),
  );
}

test.each<[string, string, string[]]>([
  [
    'a place, a period and a value',
    'Skola;Läsår;Resultat\nEken;2023/24;81,5',
    ['place', 'period', 'value'],
  ],
  [
    'several series: each heading is an indicator, the first words the place',
    'Verksamhetsnamn;Kö;Andel behöriga\nNorr;3;40,5',
    ['place', 'value indikator Kö', 'value indikator Andel behöriga'],
  ],
  [
    'years: the words are what is measured',
    'Rubrik;2022;2023\nNöjda;70;71',
    ['indicator', 'value period 2022', 'value period 2023'],
  ],
  [
    'kinds, and a period without its year',
    'Nämndmål;Utfall T1;Utfall T2;Prognos\nTrygga;1;2;3',
    ['indicator', 'value utfall', 'value utfall', 'value prognos'],
  ],
  ['words and one series', 'Rubrik;2023\nNöjda;71\nOnöjda;29', ['indicator', 'value period 2023']],
  [
    'sexes as columns',
    'Fråga;Kvinnor;Män;Totalt\nA;1;2;3',
    ['indicator', 'value kvinnor', 'value män', 'value totalt'],
  ],
  [
    'kinds and years in one heading',
    'Mått;Budget 2024;Utfall 2024;Prognos\nA;1;2;3',
    ['indicator', 'value period 2024, budget', 'value period 2024, utfall', 'value prognos'],
  ],
  [
    'counts beside the figures, and what is no result',
    'Nr;Enhet;Antal svar;Tillfrågade;Svarsfrekvens;Nöjda\n1;Norr;20;25;80;75',
    ['ignored', 'place', 'n', 'asked', 'ignored', 'value indikator Nöjda'],
  ],
  ['periods by their cells', 'A;B;C\nx;2023-T1;5', ['indicator', 'period', 'value']],
  ['sexes by their cells', 'A;B;C\nx;kv;5\ny;män;6', ['indicator', 'sex', 'value']],
  [
    'a second column of one thing is not read',
    'Enhet;Område;Värde\nx;y;5',
    ['place', 'ignored', 'value'],
  ],
  [
    'years that end the headings',
    'Enhet;Trygghet 2024;Trygghet 2023\nx;5;6',
    ['place', 'value indikator Trygghet, period 2024', 'value indikator Trygghet, period 2023'],
  ],
  [
    'parts of years',
    'Enhet;Kö T1 2024;Kö H1 2024;Kö maj 2024\nx;5;6;7',
    [
      'place',
      'value indikator Kö, period 2024-T1',
      'value indikator Kö, period 2024-H1',
      'value indikator Kö, period 2024-05',
    ],
  ],
  [
    'words for figures with a year: the first words are what is measured',
    'Rubrik;Resultat 2024;Resultat 2023\nx;5;6',
    ['indicator', 'value period 2024', 'value period 2023'],
  ],
  [
    'a year in a title where the rows are dated',
    'Enhet;År;Trygghet 2019\nx;2024;5',
    ['place', 'period', 'value indikator Trygghet 2019'],
  ],
  [
    'a year over sexes',
    'Enhet;2024;;2023;\n;Kvinnor;Män;Kvinnor;Män\nx;1;2;3;4',
    [
      'place',
      'value period 2024, kvinnor',
      'value period 2024, män',
      'value period 2023, kvinnor',
      'value period 2023, män',
    ],
  ],
  [
    'sexes over years',
    'Enhet;Kvinnor;;Män;\n;2023;2024;2023;2024\nx;1;2;3;4',
    [
      'place',
      'value period 2023, kvinnor',
      'value period 2024, kvinnor',
      'value period 2023, män',
      'value period 2024, män',
    ],
  ],
  [
    'a title and a year over sexes',
    'Enhet;Resultat 2024;\n;Kvinnor;Män\nx;1;2',
    ['place', 'value period 2024, kvinnor', 'value period 2024, män'],
  ],
  [
    'a title over titles',
    'Enhet;Trygghet;;Trivsel;\n;Dag;Kväll;Inne;Ute\nx;1;2;3;4',
    [
      'place',
      'value indikator Trygghet – Dag',
      'value indikator Trygghet – Kväll',
      'value indikator Trivsel – Inne',
      'value indikator Trivsel – Ute',
    ],
  ],
])('%s', (_, text, expected) => {
  expect(suggested(`${text}\n`)).toEqual(expected);
});
