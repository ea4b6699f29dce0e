import { describe, expect, test } from 'vitest';
import { DECIDE, head, read, rows } from '../../../../tests/surveys.ts';

describe('what is no figure', () => {
  test.each<[string, string, unknown[]]>([
    ['one count that is hidden', `Kulla;${DECIDE};Nej;<5;`, [null, 'suppressed', '<5']],
    [
      'a hidden count of those who do not know',
      `Kulla;${DECIDE};Vet inte;X;`,
      [null, 'suppressed', 'X'],
    ],
    ['a count that is not there', `Kulla;${DECIDE};Nej;-;`, [null, 'missing', '-']],
    ['one that cannot be', `Kulla;${DECIDE};Nej;.;`, [null, 'not_applicable', '.']],
  ])('%s', (_, row, expected) => {
    const { observations } = read(rows(`Kulla;${DECIDE};Ja;15;`, `Kulla;${DECIDE};Ibland;3;`, row));
    expect(observations.map(({ value, state, printed }) => [value, state, printed])).toEqual([
      expected,
    ]);
  });

  test('nobody answered', () => {
    const { observations } = read(rows(`Kulla;${DECIDE};Ja;0;`, `Kulla;${DECIDE};Nej;0;`));
    expect(observations).toMatchObject([{ value: null, state: 'missing', printed: '', n: 0 }]);
  });

  test('sums of the units, and a cell that is no number', () => {
    const found = read(
      rows(
        `Totalt;${DECIDE};Ja;15;`,
        `Kulla;${DECIDE};Ja;femton;`,
        `Kulla;${DECIDE};Nej;2;`,
        `Åsen;${DECIDE};Ja;8;`,
        `Åsen;${DECIDE};Nej;2;`,
      ),
    );
    expect(found.figures).toEqual([['U28518', 'Åsen', 'T', 80, 8, 10, 'value']]);
    expect(found.problems.map(({ code }) => code)).toEqual(['total-row', 'bad-number']);
  });

  test('those who answered and were asked are kept beside the share', () => {
    const text = head(
      'Kommun;Verksamhet;Antal svarande;Antal tillfrågade;Svarsfrekvens;Felmarginal;Fråga;Mycket nöjd;Ganska nöjd;Ganska missnöjd;Vet ej/Ingen åsikt',
      'Gnesta;Hemtjänst;61;96;63,5;2,1;Hur nöjd är du sammantaget?;30;20;10;1',
      'Solna;Hemtjänst;..;..;..;..;Hur nöjd är du sammantaget?;30;20;10;1',
    );
    expect(read(text).observations).toMatchObject([
      { indicator: 'U21468', n: 61, asked: 96, numerator: 50, denominator: 60 },
      { n: null, asked: null, value: null, state: 'suppressed', printed: '..' },
    ]);
  });
});
