import { describe, expect, test } from 'vitest';
import { DECIDE, head, read, rows } from '../../../../tests/surveys.ts';

describe('what is asked', () => {
  const LOCAL = 'Är du stolt över din kommun?';
  const local = rows(
    `Kulla;${LOCAL};Jättestolt;3;`,
    `Kulla;${LOCAL};Stolt;5;`,
    `Kulla;${LOCAL};Inte stolt;2;`,
    `Kulla;${LOCAL};Vet ej;9;`,
  );

  test.each([
    ['', []],
    ['first', [30]],
    ['first-two', [80]],
    ['last-two', [70]],
    ['last', [20]],
    ['ignore', []],
  ])('which answers to a question that nobody knows count: %s', (answer, values) => {
    const found = read(local, answer === '' ? {} : { [`unknown-question|${LOCAL}`]: answer });
    expect(found.observations.map(({ value }) => value)).toEqual(values);
    expect(found.problems).toEqual([
      {
        code: 'unknown-question',
        ...{ line: 2, column: 'Fråga', value: LOCAL, indicator: LOCAL, lines: 1 },
        options: ['Jättestolt', 'Stolt', 'Inte stolt'],
      },
    ]);
  });

  test('once for all groups of a question, and of a placed child', () => {
    const text = head(
      'Verksamhet;Enhet;Fråga;Ja, ofta;Ja, ibland;Nej, sällan;Nej, aldrig;Vet inte',
      'Familjehem;Kulla;Trivs du?;5;3;2;1;0',
      'HVB;Åsen;Trivs du?;5;3;2;1;0',
    );
    const { problems } = read(text);
    expect(problems).toMatchObject([{ code: 'unknown-question', lines: 2, value: 'Trivs du?' }]);
  });

  test.each<[string, string, Record<string, unknown>]>([
    [
      'an answer that other groups have',
      rows(`Kulla;${DECIDE};Ja;3;`, `Kulla;${DECIDE};Nej;5;`, `Åsen;${DECIDE};Nej;5;`),
      { code: 'missing-options', line: 4, column: 'Antal', value: 'Ja', lines: 1 },
    ],
    [
      'an answer that counts and nobody has',
      rows(`Kulla;${DECIDE};Ibland;3;`, `Kulla;${DECIDE};Nej;5;`),
      { code: 'missing-options', line: 2, value: 'ja', indicator: DECIDE },
    ],
    [
      'a share that is another than the counts say',
      rows(`Kulla;${DECIDE};Ja;3;80 %`, `Kulla;${DECIDE};Nej;3;20 %`),
      { code: 'share-differs', line: 2, column: 'Antal', value: 'Ja' },
    ],
    [
      'shares that make no hundred',
      rows(`Kulla;${DECIDE};Ja;;80 %`, `Kulla;${DECIDE};Nej;;60 %`),
      { code: 'shares-off', line: 2, column: 'Antal', value: DECIDE },
    ],
    [
      'an answer told of twice',
      rows(`Kulla;${DECIDE};Ja;3;`, `Kulla;${DECIDE};Nej;5;`, `Kulla;${DECIDE};Ja;4;`),
      { code: 'duplicate-row', line: 4, lines: [2, 4] },
    ],
    [
      'a row without a question',
      rows(`Kulla;${DECIDE};Ja;3;`, `Kulla;${DECIDE};Nej;5;`, 'Kulla;;Ja;4;'),
      { code: 'empty-cell', line: 4, column: 'Fråga' },
    ],
    [
      'kommuner beside units of several of them',
      head(
        'Kommun;Enhet;Verksamhet;Fråga;Ja;Nej',
        `Gnesta;Kulla;Gruppbostad;${DECIDE};5;5`,
        `Solna;Åsen;Gruppbostad;${DECIDE};5;5`,
      ),
      { code: 'unused-column', column: 'Kommun' },
    ],
    [
      'a column that may mean something',
      head('Enhet;Regi;Fråga;Ja;Nej', `Kulla;Enskild;${DECIDE};5;5`),
      { code: 'unused-column', column: 'Regi' },
    ],
    [
      'a sex that nobody knows',
      head('Enhet;Kön;Fråga;Ja;Nej', `Kulla;Blå;${DECIDE};5;5`),
      { code: 'unknown-value', line: 2, column: 'Kön', value: 'Blå' },
    ],
    [
      'a period that nobody knows',
      head('Enhet;År;Fråga;Ja;Nej', `Kulla;Blå;${DECIDE};5;5`),
      { code: 'bad-period', line: 2, column: 'År', value: 'Blå' },
    ],
    [
      'no period where others have one',
      head('Enhet;År;Fråga;Ja;Nej', `Kulla;2026;${DECIDE};5;5`, `Åsen;;${DECIDE};5;5`),
      { code: 'empty-cell', line: 3, column: 'År' },
    ],
  ])('%s', (_, text, expected) => {
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems).toMatchObject([expected]);
  });
});
