import { describe, expect, test } from 'vitest';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

function read(...lines: string[]) {
  const found = readFile({ name: 'osa.csv', bytes: new TextEncoder().encode(lines.join('\n')) });
  const all = toArray(found.observations);
  const told = all.map((o) => [o.indicator, o.place, o.value, o.n, o.state]);
  return { ...found, told, all, codes: found.problems.map(({ code }) => code) };
}
const WORK = 'Min arbetsbelastning är rimlig';

describe('recognition', () => {
  test.each([
    ['Fråga;Antal svar;Medel', `${WORK};12;3,2`, 'osa'],
    ['Påstående;1;2;3;4', 'Jag trivs;1;2;3;4', 'osa'],
    ['Område;Fråga;Snitt (1–5)', 'OSA;Jag trivs;3,2', 'osa'],
    ['Fråga;Antal svar;Medel', 'Maten är god;12;3,2', 'unknown'],
    ['Fråga;Antal svar;Ja;Nej', 'Har du utsatts för mobbning? (Ja);12;2;10', 'osa'],
    ['Fråga;Antal svar;1;2', `${WORK};12;3;9`, 'unknown'],
  ])('%s', (header, row, layout) => expect(read(header, row).layout).toBe(layout));
});

test('counts give the mean where none is stated, on a scale of any length', () => {
  const found = read(
    'Enhet\tKön\tÅr\tFråga\t1 Aldrig\t2\t3\t4 Alltid',
    `Norr\tK\t2025\t${WORK}\t1\t2\t3\t4`,
    `Norr\tM\t2025\t${WORK}\t0\t0\t0\t0`,
    `Norr\tT\t2025\t${WORK}\t1\t\t3\t4`,
    'Norr\tT\t2025\t\t1\t1\t3\t4',
  );
  expect(found.told).toEqual([
    [WORK, 'Norr', 3, 10, 'value'],
    [WORK, 'Norr', null, null, 'missing'],
    [WORK, 'Norr', null, null, 'missing'],
  ]);
  expect(found.all[0]).toMatchObject({ sex: 'K', printed: '', period: { text: '2025' } });
});

test.each(['<5', '..'])(
  'a mean that counts would give is hidden where one of them is %s',
  (one) => {
    expect(read('Fråga;1;2;3', `${WORK};9;${one};9`).told).toEqual([
      [WORK, null, null, null, 'suppressed'],
    ]);
  },
);

test.each(['1 Stämmer inte alls;2;3 Stämmer helt', '1 Aldrig;2 Ibland;3', '1;2 Ibland;3 Alltid'])(
  'a lone number between worded ends heads a step: %s',
  (steps) => {
    const found = read(
      `Enhet;År;Fråga;Antal svar;${steps}`,
      `A;2023;${WORK};55;30;22;3`,
      `B;2023;${WORK};12;2;4;6`,
    );
    expect(found.codes).toEqual([]);
    expect(found.told.map((one) => one[3])).toEqual([55, 12]);
  },
);

test('steps under a title of two cells head a table', () => {
  const found = read(
    'Uttag 2024-01-15;Enhet: alla',
    'Enhet;År;Fråga;Antal svar;1;2;3;4;5',
    `A;2023;${WORK};76;8;21;14;21;12`,
  );
  expect(found.codes).toEqual(['title-rows']);
  expect(found.layout).toBe('osa');
});

describe('a stated mean', () => {
  const HEADER = 'Fråga;Antal svar;1;2;3;4;5;Medel';
  const of = (counts: string, mean: string, n = '10') =>
    read(HEADER, `${WORK};${n};${counts};${mean}`);

  test.each([
    ['3,2', []],
    ['3', []],
    ['3,4', ['mean-differs']],
    ['3,25', ['mean-differs']],
  ])('of %s is read, and told of where its counts say another', (mean, codes) => {
    const found = of('1;2;2;4;1', mean);
    expect(found.codes).toEqual(['no-period', ...codes]);
    expect(found.all[0]?.value).toBe(Number(mean.replace(',', '.')));
    if (codes.length > 0) expect(found.problems[1]).toMatchObject({ line: 2, counted: 3.2 });
  });

  test('that is hidden is not worked out from its counts', () => {
    expect(of('1;2;2;4;1', '*').told).toEqual([[WORK, null, null, 10, 'suppressed']]);
  });

  test.each(['0,9', '5,1'])('of %s is outside the scale', (mean) => {
    expect(of(';;;;', mean).problems).toContainEqual({
      ...{ code: 'value-out-of-scale', line: 2, column: 'Medel', value: mean, from: 1, to: 5 },
    });
  });

  test('of fewer than six is hidden, and so is its print', () => {
    const found = of('1;1;1;1;1', '3,0', '5');
    expect(found.told).toEqual([[WORK, null, null, 5, 'suppressed']]);
    expect(found.all[0]?.printed).toBe('');
  });

  test.each([
    ['<6', ';;;;', '3,2'],
    ['..', '1;2;2;4;1', '3,2'],
    ['*', '1;2;2;4;1', ''],
  ])('of a count of %s is hidden: %s, %s', (hidden, counts, mean) => {
    const found = of(counts, mean, hidden);
    expect(found.told).toEqual([[WORK, null, null, null, 'suppressed']]);
    expect(found.all[0]?.printed).toBe('');
  });

  test('alone is read as it stands, of a scale to five', () => {
    expect(read('Fråga;n;Medelvärde', `${WORK};20;3,2`).told).toEqual([
      [WORK, null, 3.2, 20, 'value'],
    ]);
  });
});

describe('a question of yes or no', () => {
  const ASKED = 'Jag har utsatts för kränkande särbehandling (Ja)';

  test.each([
    ['Fråga;Antal svar;Medel', '40;1,1', [null, 40, 'missing']],
    ['Fråga;Antal svar;Medel', '40;*', [null, 40, 'suppressed']],
    ['Fråga;Antal svar;1;2;3;Medel', '40;30;10;0;1,3', [null, 40, 'missing']],
    ['Fråga;Antal svar;Ja;Nej', '40;4;36', [10, 40, 'value']],
    ['Fråga;Antal svar;Ja;Nej', '5;4;1', [null, 5, 'suppressed']],
    ['Fråga;Antal svar;Ja;Nej', '40;0;0', [null, 40, 'missing']],
    ['Fråga;Antal svar;Ja', '40;4', [null, 40, 'missing']],
    ['Fråga;Antal svar;Ja;Nej', '<6;4;36', [null, null, 'suppressed']],
    ['Fråga;Antal svar;Ja;Nej', '40;4;<5', [null, 40, 'suppressed']],
    ['Fråga;Antal svar;Ja;Nej', '40;<5;36', [null, 40, 'suppressed']],
  ])('%s %s has no mean', (header, row, [value, n, state]) => {
    expect(read(header, `${ASKED};${row}`).told).toEqual([[ASKED, null, value, n, state]]);
  });
});

test('who had no view is passed by', () => {
  const found = read(
    'Frågeområde;Fråga;Antal svar;Ja;Nej;Vet ej',
    'Hot och våld;Har du utsatts för hot i ditt arbete?;40;12;26;2',
    'Arbetsmiljö;Har du utsatts för mobbning?;40;3;37;0',
  );
  expect(found.problems).toContainEqual(
    expect.objectContaining({ code: 'ignored-column', column: 'Vet ej' }),
  );
  expect(found.problems.map(({ code }) => code)).not.toContain('unused-column');
});
