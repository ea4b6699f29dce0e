import { describe, expect, test } from 'vitest';
import { indicatorSentence } from '../../src/lib/format/sentence.ts';
import { plain } from '../assessed.ts';
import { boardOf, colouredIn, countsOf, wordOf } from '../seeds/answers.ts';
import { readFacts } from '../seeds/read.ts';

/* From the seed files to what Kalmar's socialnämnd answers at its tertialrapport of April 2022. */

describe('Kalmar, tertial 1 2022', () => {
  const { assessed, answer } = boardOf('kalmar');
  const facts = readFacts('kalmar').indicators;
  const find = (key: string) => answer.indicators.find((one) => one.key === key)!;

  test.each<[string, Record<string, number>]>([
    ['fokusomrade', { none: 5 }],
    ['langsiktigt-mal', { 'delvis yellow': 6, none: 2 }],
    ['arsmal', { 'delvis yellow': 3, ej_utvarderad: 1 }],
    ['namndmal', { 'helt green': 1, ej_utvarderad: 1 }],
    ['kvalitetsmal', { 'delvis yellow': 6 }],
    ['utvecklingsomrade', { 'delvis yellow': 13, 'ej red': 5 }],
  ])('the goals of level %s stand as the papers say', (level, counts) => {
    expect(countsOf(answer.goals.filter((one) => one.level === level).map(wordOf))).toEqual(counts);
  });

  test('36 goals are judged, as outcome, by people alone', () => {
    const judged = answer.goals.filter((one) => one.state !== null);
    expect(judged).toHaveLength(36);
    expect(judged.filter((one) => one.aspect !== 'outcome' || one.suggestion)).toEqual([]);
  });

  test.each<[string, number, number, number, string]>([
    ['i-ibic-etabl', 1301, 42, 161, 'unknown'],
    ['i-dygn-bost', 1034, 2642, 2494, 'missed'],
    ['i-dygn-boendestod', 1035, 361, 381, 'met'],
    ['i-narvarodygn', 1089, 5927, 5700, 'missed'],
    ['i-totalkostnad', 1090, 2, -5, 'missed'],
    ['i-beslut', 1237, 107, 79, 'missed'],
    ['i-vantetid-dv', 1322, 134, 90, 'missed'],
    ['i-dygn-dv', 1325, 587, 534, 'missed'],
    // Out of running text.
    ['i-insats-tid', 1255, 23, 35, 'met'],
    ['i-tidiga', 1255, 18, 18, 'met'],
  ])('%s, line %d: %d against %d is %s', (key, line, value, target, verdict) => {
    const one = find(key);
    expect(facts[key]!.values).toContainEqual(['2022-T1', expect.any(String), value, line]);
    expect(one).toMatchObject({ value, period: '2022-T1', verdict });
    expect(one.target).toMatchObject({ value: target, year: 2022, source: `rad ${line}` });
  });

  test('those ten are every row of the facts with an outcome and a target, eight of them in tables', () => {
    const both = Object.entries(facts).filter(([, { values, targets }]) =>
      values.some(
        ([period, , , line]) =>
          period === '2022-T1' && targets.some((one) => one.period === '2022' && one.line === line),
      ),
    );
    const inTables = both.filter(([, { targets }]) => targets.every((one) => one.line !== 1255));
    expect([both.length, inTables.length]).toEqual([10, 8]);
    expect(countsOf(inTables.map(([key]) => find(key).verdict))).toEqual({
      unknown: 1,
      missed: 6,
      met: 1,
    });
  });

  test('no more is coloured: an undated place is the latest there is, and no outcome of the year', () => {
    expect(colouredIn(answer).toSorted()).toEqual(
      [
        ...['i-dygn-boendestod green', 'i-insats-tid green', 'i-tidiga green'],
        ...['i-dygn-bost', 'i-narvarodygn', 'i-totalkostnad', 'i-beslut', 'i-vantetid-dv'].map(
          (key) => `${key} red`,
        ),
        'i-dygn-dv red',
      ].toSorted(),
    );
    expect(find('i-dv-viktig')).toMatchObject({
      ...{ verdict: 'unknown', why: 'not-fresh', colour: null },
      ...{ value: 49, period: '..2021-12-31' },
    });
  });

  test('a count that is judged at the end of the year says how far it has come', () => {
    const one = assessed.indicators.find(({ indicator }) => indicator.key === 'i-ibic-etabl')!;
    expect(find('i-ibic-etabl').why).toBe('part-year');
    expect(plain(indicatorSentence(one))).toBe(
      '42 av 161 ärenden, tertial 1 2022, bedöms vid årets slut.',
    );
  });

  test('87 % fossil free is held against no target before 2023', () => {
    const { value, unit, verdict, why, colour, target, laterTargets } = find('x-fossilfria');
    expect({ value, unit, verdict, why, colour, target }).toEqual({
      ...{ value: 87, unit: '%', verdict: 'unknown', why: 'no-target' },
      ...{ colour: null, target: null },
    });
    expect(laterTargets).toMatchObject([{ year: 2023, value: 100 }]);
  });

  test('what people said of an indicator stands beside, at its unit', () => {
    expect(find('i-avbrott-fh').said).toMatchObject([
      { place: 'VO barn och familj', state: { unknown: 'ej_bedomt' }, trend: 'negativ' },
    ]);
    expect(find('i-trygghet-funk')).toMatchObject({
      colour: null,
      said: [{ place: null, state: { step: 'nara', colour: 'yellow' }, source: 'rad 1102' }],
    });
    expect(answer.indicators.flatMap((one) => one.said)).toHaveLength(12);
  });

  test('the uppdrag is påbörjad, which has no colour', () => {
    expect(answer.activities.map((one) => [one.key, one.state])).toEqual([
      ['up-avhoppare', { step: 'paborjad', word: 'Påbörjad', colour: 'none' }],
    ]);
  });

  test('22 units have a section of their own, of up to three parts', () => {
    const areas = answer.goals.filter((one) => one.level === 'utvecklingsomrade');
    const parts = areas.flatMap((one) => one.comments);
    const sections = parts.filter((one) => one.part === 'samlad');
    expect(countsOf(sections.map((one) => one.place ?? 'none'))).toEqual({
      none: 6,
      'VO barn och familj': 7,
      'VO vuxen': 2,
      'Process vuxna med funktionsnedsättning leva som andra': 5,
      'VO HSL': 2,
    });
    const early = areas.find((one) => one.key === 'uo-tidigt')!.comments;
    expect(early.map((one) => [one.place, one.title])).toEqual(
      ['Samlad bedömning', 'Orsak', 'Åtgärd'].map((title) => ['VO barn och familj', title]),
    );
  });
});
