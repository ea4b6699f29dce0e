import { describe, expect, test } from 'vitest';
import { boardOf, colouredIn, countsOf, wordOf } from '../seeds/answers.ts';
import { readFacts } from '../seeds/read.ts';

/* From the seed files of five boards to what the open API answers of each at its one occasion. */

describe('Solna, årsredovisning 2021', () => {
  const { answer } = boardOf('solna');

  test('four nämndmål are fulfilled and the uppdrag is done', () => {
    expect(answer.goals.map((one) => [one.key, one.state])).toEqual([
      ...[1, 2, 3, 4].map((n) => [
        `nm-${n}`,
        { step: 'uppfylls', word: 'Målet uppfylls i år', colour: 'green' },
      ]),
      ['up-1', { step: 'slutfort', word: 'Uppdraget är slutfört', colour: 'green' }],
    ]);
  });

  test('20 activities are not judged, and do not look unjudged', () => {
    expect(answer.activities.map((one) => one.state)).toEqual(Array(20).fill(null));
    expect(JSON.stringify(answer)).not.toContain('ej_bedomt');
  });

  test('HME is 84,8, up from 83,1', () => {
    expect(answer.indicators.find((one) => one.key === 'hr-4')).toMatchObject({
      value: 84.8,
      shown: expect.stringMatching(/^index.84,8$/),
      period: '2021',
      previous: { value: 83.1, period: '2020', comparable: true, change: 1.7 },
    });
  });

  test('none of its 36 measures is coloured', () => {
    expect(answer.indicators).toHaveLength(36);
    expect(colouredIn(answer)).toEqual([]);
  });
});

describe('Härnösand, mål för 2025', () => {
  const { assessed, answer } = boardOf('harnosand');

  test('three mål with ten nyckelaktiviteter under one purpose', () => {
    expect(answer.goals.filter((one) => one.level === 'mal')).toHaveLength(3);
    expect(answer.activities).toHaveLength(10);
    expect(assessed.plans.filter((one) => one.purpose !== null)).toMatchObject([
      { key: 'mal-2025', purpose: expect.stringContaining('alla människors lika värde') },
    ]);
  });

  test('an indicator of two nyckelaktiviteter is in the list once', () => {
    expect(answer.indicators.filter((one) => one.key === 'i3')).toHaveLength(1);
    const carriers = answer.activities.filter((one) => one.indicators.includes('i3'));
    expect(carriers.map((one) => [one.key, one.goals])).toEqual([
      ['n3', ['mal1']],
      ['n6', ['mal5']],
    ]);
  });

  test('nothing has a state or a colour', () => {
    expect([...answer.goals, ...answer.activities].filter((one) => one.state !== null)).toEqual([]);
    expect(answer.indicators).toHaveLength(29);
    expect(JSON.stringify(answer)).not.toMatch(/"colour":"/);
  });
});

describe('Vaxholm, tertialbokslut 1 2022', () => {
  const { answer } = boardOf('vaxholm');
  const facts = readFacts('vaxholm').indicators;

  test.each(answer.indicators.map((one) => [one.key, one] as const))(
    '%s stands beside the budget of its period and of the year',
    (key, { value, planned }) => {
      const { values, targets } = facts[`v-${key}`]!;
      const budget = (period: string) => targets.find((one) => one.period === period)!.value!;
      const difference = Math.round((values[0]![2] - budget('2022-T1')) * 10) / 10;
      expect(value).toBe(values[0]![2]);
      expect(planned).toMatchObject([
        { kind: 'budget', period: '2022-T1', value: budget('2022-T1'), difference },
        { kind: 'budget', period: '2022', value: budget('2022'), difference: null },
      ]);
    },
  );

  test('the difference is counted, not copied: −19,4 where the papers print −19,1', () => {
    expect(answer.indicators).toHaveLength(24);
    expect(answer.indicators.find((one) => one.key === 'v9')?.planned[0]?.difference).toBe(-19.4);
  });

  test('no volume and no uppdrag is coloured', () => {
    expect(colouredIn(answer)).toEqual([]);
    expect(countsOf(answer.activities.map(wordOf))).toEqual({ 'pagaende none': 5 });
    expect(countsOf(answer.goals.map(wordOf))).toEqual({ none: 5 });
  });

  test('NKI Bygglov has women and men beside the benchmark, under stadsbyggnadsnämnden', () => {
    const { indicators } = boardOf('vaxholm', 'stadsbyggnadsnamnden').answer;
    const now = (key: string) =>
      indicators
        .find((one) => one.key === key)!
        .values.filter((one) => one.period === '2020')
        .map(({ sex, place, value }) => [sex, place ?? 'own', value].join(' '))
        .toSorted();
    const beside = 'Benchmark NKI Bygglov';
    expect(now('n1')).toEqual([`K ${beside} 16`, 'K own 31', `M ${beside} 84`, 'M own 69']);
    expect(now('n2')).toEqual([`K ${beside} 68`, 'K own 54', `M ${beside} 66`, 'M own 61']);
    expect(indicators.map((one) => [one.verdict, one.value])).toEqual([
      ['unknown', null],
      ['unknown', null],
    ]);
  });

  test('four grades are kommunstyrelsen’s, and only theirs', () => {
    const { goals, indicators } = boardOf('vaxholm', 'kommunstyrelsen').answer;
    const graded = goals.filter((one) => one.state !== null);
    expect(graded.map((one) => [one.key, wordOf(one)])).toEqual([
      ['pk1', 'god lightgreen'],
      ['pk2', 'mycket-god green'],
      ['pk3', 'mycket-god green'],
      ['pk4', 'mycket-god green'],
    ]);
    expect(indicators.map((one) => one.heading)).toEqual(
      Array(11).fill('Checklista för jämställdhetsintegrering'),
    );
    expect(answer.goals.filter((one) => one.key.startsWith('pk'))).toEqual([]);
  });
});

describe('Gnesta, delårsrapport 2023', () => {
  test('stands as it did alone: three delvis, one uppnås, eight compared', () => {
    const { assessed, answer } = boardOf('gnesta');
    const focus = answer.goals.filter((one) => one.level === 'verksamhetsfokus');
    expect(countsOf(focus.map(wordOf))).toEqual({ 'delvis yellow': 3, 'uppnatt green': 1 });
    const compared = assessed.indicators.filter((one) => one.indicator.isCompared);
    expect(countsOf(compared.map((one) => one.verdict.verdict))).toEqual({ met: 3, missed: 5 });
  });
});

describe('whose the colours are', () => {
  test.each<[string, string, readonly string[]]>([
    ['kalmar', 'socialnamnden', ['bedomning', 'status', 'indikatorutfall']],
    ['solna', 'socialnamnden', ['namndmal', 'uppdrag']],
    ['harnosand', 'socialnamnden', []],
    ['vaxholm', 'kommunstyrelsen', ['malgrad', 'uppdragsstatus']],
  ])('the papers of %s have none, so those of every scale are Fyren’s', (slug, namnd, keys) => {
    const { scales } = boardOf(slug, namnd).assessed;
    expect(scales.map((one) => [one.key, one.coloursBy])).toEqual(
      keys.map((key) => [key, 'fyren']),
    );
  });

  test('Gnesta judges in colours of its own', () => {
    const { scales } = boardOf('gnesta').assessed;
    expect(scales.find((one) => one.key === 'maluppfyllelse')?.coloursBy).toBe('papers');
  });
});
