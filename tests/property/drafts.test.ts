import { describe, expect, test } from 'vitest';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { About } from '#lib/domain/bound.ts';
import { keyOf } from '#lib/domain/difference.ts';
import { compareDrafts } from '#lib/format/compare-drafts.ts';
import { textOf } from '#lib/format/token.ts';
import type { Draft, Token } from '#lib/format/token.ts';
import { decimalsOf, formatValue } from '#lib/format/value.ts';
import { aMeasure, anIndicator, anObservation, aPeriod, aPlace } from '../builders.ts';
import { draftIn, toldTree } from '../drafted.ts';
import type { Told } from '../drafted.ts';
import * as rules from '../rules.ts';
import { boardOf } from '../seeds/answers.ts';
import { pick, randomFrom, SEED, upTo } from './random.ts';
import type { Random } from './random.ts';

/* Whatever is assessed can be told, in whole sentences, with the numbers that the pages show. */

type Number = Extract<Token, { readonly kind: 'number' }>;

const numbersOf = ({ tokens }: Draft): readonly Number[] =>
  tokens.filter((one) => one.kind === 'number');

/** What no sentence may hold. */
function faultsOf(draft: Draft): readonly string[] {
  const text = textOf(draft);
  if (text === '') return [];
  return [
    ...(/undefined|NaN|null|\[object|Infinity/.test(text) ? ['a machine’s word'] : []),
    ...(/\s{2}|\s[.,;:]|,,|\.\.|\(\)|””/.test(text) ? ['an empty place'] : []),
    ...(/^\P{Ll}/u.test(text) ? [] : ['a small letter first']),
    ...(/[.]$/.test(text) ? [] : ['no full stop']),
    ...(/-\d/.test(text.replace(/\p{L}-|\d-/gu, '')) ? ['a hyphen for minus'] : []),
  ].map((fault) => `${fault}: ${text}`);
}

const TOLD = new Set(['value', 'previous', 'other', 'sex', 'unit', 'part']);

/** Every value is one that was read in and may be shown, printed as the page prints it. */
function misprintsOf(draft: Draft, one: AssessedIndicator): readonly string[] {
  const shown = [
    ...one.observations,
    ...('observation' in one.current ? [one.current.observation] : []),
  ];
  const previous = one.previous?.observation ?? one.before;
  const all = previous ? [...shown, previous] : shown;
  return numbersOf(draft)
    .filter(({ bound }) => TOLD.has(bound.role))
    .flatMap(({ words, value, bound }) => {
      const key = bound.of && keyOf({ ...bound.of, period: aPeriod(bound.of.period) });
      const found = all.find((other) => keyOf(other) === key && other.value === value);
      if (!found || found.state !== 'value') return [`${words} is no value`];
      const number = formatValue(found, decimalsOf(one));
      const bare = words.replace(/^(?:plats|index)\u00a0/, '');
      const isPrinted = bare === number || bare.startsWith(`${number}\u00a0`);
      const isNone = value === 0 && /^inga\u00a0/.test(words.toLowerCase());
      return isPrinted || isNone ? [] : [`${words} is ${number} on the page`];
    });
}

const numberIn = (words: string) =>
  Number(
    words
      .replace(/^(?:plats|index)\u00a0/, '')
      .replace('\u2212', '-')
      .replace(/(?<=\d)\u00a0(?=\d{3})/g, '')
      .replace(',', '.')
      .split('\u00a0')[0],
  );

/** A change that is printed beside two printed values is their difference. */
function sumsOf(draft: Draft): readonly string[] {
  const at = (role: string) => numbersOf(draft).find(({ bound }) => bound.role === role);
  const [now, was, change] = [at('value'), at('previous'), at('change')];
  if (!now || !was || !change || now.value === 0) return [];
  const [a, b, c] = [now, was, change].map(({ words }) => numberIn(words)) as [
    number,
    number,
    number,
  ];
  return Math.abs(Math.abs(a - b) - c) < 1e-6 ? [] : [`${a} − ${b} is not ${c}`];
}

const everyIndicator = (assessed: Assessed): readonly string[] =>
  assessed.indicators.flatMap((one) => {
    const draft = draftIn(assessed, { kind: 'indicator', id: one.indicator.id });
    return [...faultsOf(draft), ...misprintsOf(draft, one), ...sumsOf(draft)];
  });

function everyThing(assessed: Assessed): readonly Draft[] {
  const abouts: readonly About[] = [
    { kind: 'namnd', id: assessed.namnd.id },
    ...assessed.goals.map(({ goal }): About => ({ kind: 'goal', id: goal.id })),
    ...assessed.activities.map(({ activity }): About => ({ kind: 'activity', id: activity.id })),
  ];
  return abouts.map((about) => draftIn(assessed, about));
}

describe.each([
  ['gnesta', 'socialnamnden'],
  ['harnosand', 'socialnamnden'],
  ['kalmar', 'socialnamnden'],
  ['solna', 'socialnamnden'],
  ['vaxholm', 'socialnamnden'],
  ['vaxholm', 'stadsbyggnadsnamnden'],
  ['vaxholm', 'kommunstyrelsen'],
])('%s, %s', (kommun, namnd) => {
  const { assessed } = boardOf(kommun, namnd);

  test('every indicator is told with the numbers of its page', () => {
    expect(assessed.indicators.length).toBeGreaterThan(0);
    expect(everyIndicator(assessed)).toEqual([]);
  });

  test('every goal, activity and the nämnd itself is told in whole sentences', () => {
    expect(everyThing(assessed).flatMap(faultsOf)).toEqual([]);
  });

  test('drafted twice it is the same', () => {
    const twice = assessed.indicators.map(({ indicator: { id } }) => {
      const about: About = { kind: 'indicator', id };
      return compareDrafts(draftIn(assessed, about), draftIn(assessed, about));
    });
    expect(new Set(twice.map(({ kind }) => kind))).toEqual(new Set(['same']));
  });
});

// By chance --------------------------------------------------------------------------------------

const TITLES = [
  ...['Väntetid', 'Antal barn', 'Andel nöjda, totalt', 'Hemtjänst: utförd tid', 'HME-index'],
  ...['Redovisa "vilka"\n  insatser', 'Kostnad', 'Personal 🙂 <b>&amp;</b>', '1. Beslut.', ' '],
];
const UNITS = ['%', 'dagar', 'st', 'kr', 'kr/dygn', 'index', '', 'personer', 'mnkr', 'poäng'];
const PERIODS = [
  '2023-H1',
  '2023-T1',
  '2023-07',
  '2022',
  '2021',
  '..2023-08-31',
  '2022/2023',
  '2023-05-31',
];
const VALUES = [0, 1, 2, -1, -0.5, 12.44, 11.85, 84.95, 85, 1e-7, 99.999999, 1234567.891, 100];
const YELLOWS = [null, rules.within(2), rules.share(0.1), rules.BETTER];
const RULES: readonly ((value: number, random: Random) => Told['rule'])[] = [
  () => null,
  (value, random) => rules.atLeast(value, pick(random, YELLOWS)),
  (value, random) => rules.atMost(value, pick(random, YELLOWS)),
  (value) => rules.over(value),
  (value) => rules.between(value, value + 3),
  (value) => rules.keep(value, 2),
  (value) => rules.percent(value, 10),
  (value) => rules.points(value, -3),
  () => rules.UP,
  () => rules.rank(10),
  () => rules.rank(10, false),
  (value) => rules.countBy(value),
  () => rules.doneBy('2023-06-30'),
  () => rules.WORDS,
  () => rules.BUDGET,
];
const STATES = ['value', 'value', 'value', 'missing', 'suppressed', 'not_applicable'] as const;
const PLACES = [
  aPlace(),
  aPlace({ id: 3, name: 'Söder' }),
  aPlace({ id: 9, kind: 'riket', name: 'Riket', parent: null }),
];

const maybe = <T>(random: Random, value: T): T | undefined => (random() < 0.5 ? value : undefined);

function anyTold(random: Random): Told {
  const period = pick(random, PERIODS);
  const state = pick(random, STATES);
  const before = maybe(random, pick(random, VALUES));
  const unit = pick(random, UNITS);
  const value = () => pick(random, VALUES);
  const beside = [
    anObservation({ period, sex: 'K', value: value() }),
    anObservation({ period, sex: 'M', value: value() }),
    anObservation({ period, place: 2, value: value() }),
    anObservation({ period, place: 3, value: value() }),
    anObservation({ period, place: 9, value: value() }),
    anObservation({ period, kind: 'budget', value: value() }),
    anObservation({ period: '2023', kind: 'prognos', value: value() }),
    anObservation({ period, breakdown: 'Ålder=50 år eller äldre', value: value() }),
  ].filter(() => random() < 0.5);
  return {
    ...{ title: pick(random, TITLES), unit, period, decimals: upTo(random, 2), value: value() },
    rule: pick(random, RULES)(value(), random) ?? null,
    better: pick(random, ['higher', 'lower', 'inside', 'none']),
    ...(before === undefined ? {} : { before }),
    now: {
      state,
      isPreliminary: random() < 0.2,
      n: maybe(random, upTo(random, 150)) ?? null,
      asked: maybe(random, 150) ?? null,
    },
    measure: { source: pick(random, ['own', 'kolada', 'survey', 'hme']) },
    indicator: {
      addsUp: pick(random, ['latest', 'cumulative', 'weighted', 'none']),
      hasLinearShare: random() < 0.5,
    },
    others: beside,
    more: { places: PLACES },
  };
}

test(`a thousand indicators by chance are told in whole sentences, seed ${SEED}`, () => {
  const random = randomFrom(SEED);
  const faults = Array.from({ length: 1000 }, () => toldTree(anyTold(random))).flatMap(
    everyIndicator,
  );
  expect(faults).toEqual([]);
});

// What is hidden ---------------------------------------------------------------------------------

/** Numbers that no other thing here has. */
const HIDDEN = 73.37;

test.each<[string, Told]>([
  ['too few answers', { value: HIDDEN, now: { n: 4 } }],
  [
    'too few answers of a sex',
    {
      value: 50,
      others: [
        anObservation({ period: '2023-H1', sex: 'K', value: HIDDEN, n: 3 }),
        anObservation({ period: '2023-H1', sex: 'M', value: 20, n: 40 }),
      ],
    },
  ],
  [
    'too few answers at a unit',
    {
      value: 50,
      others: [
        anObservation({ period: '2023-H1', place: 2, value: HIDDEN, n: 3 }),
        anObservation({ period: '2023-H1', place: 3, value: 20, n: 40 }),
      ],
      more: { places: PLACES },
    },
  ],
  [
    'a year before that was hidden',
    { value: 50, others: [anObservation({ period: '2022-H1', value: HIDDEN, n: 2 })] },
  ],
])('%s are in no sentence and behind no number', (_, told) => {
  const assessed = toldTree({ unit: '%', decimals: 2, ...told });
  const draft = draftIn(assessed, { kind: 'indicator', id: 1 });
  expect(JSON.stringify(draft)).not.toMatch(/73[.,]3/);
  expect(textOf(draft)).not.toBe('');
});

test('an indicator without a title of its own still has a sentence', () => {
  const indicator = anIndicator({ title: '–', isCompared: false });
  const assessed = toldTree({ more: { indicators: [indicator], measures: [aMeasure()] } });
  expect(everyIndicator(assessed)).toEqual([]);
});
