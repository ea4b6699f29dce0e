import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

function readWith(answers: Record<string, string>, ...lines: string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const found = readFile({ name: 'sjuk.csv', bytes }, { ...NO_CHOICES, answers });
  const all = toArray(found.observations);
  const told = all.map((o) => [o.indicator, o.sex, o.place, o.period?.text ?? null, o.value]);
  return { ...found, all, told, codes: found.problems.map(({ code }) => code) };
}
const read = (...lines: string[]) => readWith({}, ...lines);

describe('what time the figures are of', () => {
  const of = (header: string, cell: string, answers = {}) => {
    const found = readWith(answers, `Enhet;${header};Sjukfrånvaro;Kvinnor`, `A;${cell};7;8`);
    const told = found.codes.length > 0 ? [found.codes.join()] : [];
    return [found.all[0]?.period?.text, ...told];
  };
  test.each<[string, string, string[]]>([
    ['År', '2025', ['2025']],
    ['Månad', '2026-07', ['2026-07']],
    ['Period', 'T2 2026', ['2026-T2']],
    ['Period', 'jan-aug 2026', ['2026-01..2026-08']],
    ['År;Månad', '2026;7', ['2026-07']],
    ['År;Månad', '2026;juli', ['2026-07']],
    ['Tertial;År', '2;2026', ['2026-T2']],
    ['Kvartal;År', '3;2026', ['2026-Q3']],
    ['Halvår;År', '1;2026', ['2026-H1']],
    ['År;Period', '2026;', ['2026']],
    ['Period (rullande 12 mån)', '2026-07', ['2025-08..2026-07']],
    ['Period', 'Rullande 12 månader 2025-12', ['2025-01..2025-12']],
    ['Period', 'R12 2026-01-31', ['2025-02..2026-01']],
    ['Period, ackumulerat', '2026-07', ['2026-01..2026-07']],
    ['Period, ackumulerat', '2026-01..2026-07', ['2026-01..2026-07']],
    ['Period', '2026-07-31', ['..2026-07-31', 'unsure-span']],
    ['Period', '2026-07-15', ['..2026-07-15', 'unsure-span']],
    ['Period (rullande 12 mån)', '2025', ['..2025-12-31', 'unsure-span']],
  ])('%s %s', (header, cell, told) => expect(of(header, cell)).toEqual(told));

  test.each([
    ['month', '2026-07'],
    ['year-to-date', '2026-01..2026-07'],
    ['twelve-months', '2025-08..2026-07'],
    ['as-written', '..2026-07-31'],
  ])('answered %s', (answer, text) => {
    expect(of('Period', '2026-07-31', { 'unsure-span': answer })[0]).toBe(text);
  });

  test.each([
    ['rullande 12 mån', '2024-09..2025-08'],
    ['(senaste 12 månaderna)', '2024-09..2025-08'],
    ['ackumulerat', '2025-01..2025-08'],
    ['hittills i år', '2025-01..2025-08'],
  ])('%s over one of the figures goes for all', (words, when) => {
    const wide = read(`Kommun;Period;Total sjukfrånvaro ${words};Kvinnor;Män`, 'G;2025-08;7;8;5');
    expect(wide.told.map((one) => one[3])).toEqual([when, when, when]);
    const rows = [`Totalt ${words}`, 'Kvinnor', 'Män'].map((name) => `A;2025-08;${name};7`);
    const long = read('Enhet;Månad;Uppgift;Andel', ...rows);
    expect(long.told.map((one) => one[3])).toEqual([when, when, when]);
  });

  test('where two figures say unlike, the others are asked about', () => {
    const header = 'Enhet;Månad;Total sjukfrånvaro R12;Kvinnor ackumulerat;Män';
    const found = read(header, 'A;2025-08;7;8;5');
    expect(found.told.map((one) => one[3])).toEqual([
      '2024-09..2025-08',
      '2025-01..2025-08',
      '..2025-08-31',
    ]);
    expect(found.codes).toEqual(['unsure-span']);
  });

  test('a title or a heading of figures says it too', () => {
    const titled = read(
      'Sjukfrånvaro, rullande 12 månader;;;',
      'Enhet;Period;Totalt;Kvinnor',
      'A;2026-07;7;8',
    );
    expect(titled.told[0]?.[3]).toBe('2025-08..2026-07');
    const rows = ['Totalt', 'Kvinnor', 'Män'].map((name) => `A;2026-07;${name};7`);
    const long = read('Enhet;Månad;Uppgift;Andel', ...rows);
    expect(long.told.map((one) => one[3])).toEqual(['2026-07', '2026-07', '2026-07']);
  });
});
