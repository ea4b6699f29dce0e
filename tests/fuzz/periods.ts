import { between, pick, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';

/* Periods as people spell them, each known by the name that the product keeps it under. */

export type Spelled = { readonly period: string; readonly text: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const WHOLE = [
  ...['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti'],
  ...['september', 'oktober', 'november', 'december'],
];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (number: number) => String(number).padStart(2, '0');
const monthName = (random: Random, month: number) =>
  pick(random, [MONTHS[month - 1]!, WHOLE[month - 1]!, `${MONTHS[month - 1]!}.`]);

const aDay = (random: Random) => {
  const month = between(random, 1, 12);
  return { month, day: between(random, 1, DAYS[month - 1]!) };
};

/** Parts of a year that have a name, by their first and last month. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ '1-12': '', '1-6': '-H1', '7-12': '-H2', '1-4': '-T1', '5-8': '-T2', '9-12': '-T3' },
  ...{ '1-3': '-Q1', '4-6': '-Q2', '7-9': '-Q3', '10-12': '-Q4' },
};

/** A span of whole months by its shortest name. */
function span(year: number, from: number, to: number): string {
  const name = NAMED[`${from}-${to}`];
  if (name !== undefined) return `${year}${name}`;
  return from === to ? `${year}-${two(from)}` : `${year}-${two(from)}..${year}-${two(to)}`;
}

type Part = readonly [letter: string, count: number, words: readonly string[]];
const PARTS: readonly Part[] = [
  ['T', 3, ['T', 't', 'tertial ', 'Tertial ']],
  ['Q', 4, ['Q', 'K', 'kv ', 'kvartal ', 'Kvartal ']],
  ['H', 2, ['H', 'h', 'halvår ']],
];

function aPart(random: Random, year: number): Spelled {
  const [letter, count, words] = pick(random, PARTS);
  const at = between(random, 1, count);
  const word = pick(random, words);
  const text = pick(random, [
    `${year}-${letter}${at}`,
    `${word}${at} ${year}`,
    `${year} ${word}${at}`,
  ]);
  return { period: `${year}-${letter}${at}`, text };
}

function aRange(random: Random, year: number): Spelled {
  const from = between(random, 1, 11);
  const to = between(random, from + 1, 12);
  const [first, last] = [`${year}-${two(from)}`, `${year}-${two(to)}`];
  const days = `${first}-01 - ${last}-${two(DAYS[to - 1]!)}`;
  // In a leap year 28 February is not the last of the month.
  const isWhole = to !== 2 || year % 4 !== 0;
  const text = pick(random, [
    `${first}..${last}`,
    `${first} – ${last}`,
    `${first} till ${last}`,
    `${monthName(random, from)}-${monthName(random, to)} ${year}`,
    `${MONTHS[from - 1]!} ${year} – ${MONTHS[to - 1]!} ${year}`,
    isWhole ? days : `${first} t.o.m. ${last}`,
  ]);
  return { period: span(year, from, to), text };
}

const KINDS: readonly ((random: Random, year: number) => Spelled)[] = [
  (random, year) => ({
    period: `${year}`,
    text: pick(random, [`${year}`, `${year}`, `år ${year}`, `helår ${year}`]),
  }),
  aPart,
  (random, year) => {
    const month = between(random, 1, 12);
    const [period, name] = [`${year}-${two(month)}`, monthName(random, month)];
    return { period, text: pick(random, [period, `${year}M${two(month)}`, `${name} ${year}`]) };
  },
  (random, year) => {
    const { month, day } = aDay(random);
    const period = `${year}-${two(month)}-${two(day)}`;
    return { period, text: pick(random, [period, `${day} ${WHOLE[month - 1]!} ${year}`]) };
  },
  aRange,
  (random, year) => ({
    period: `${year}-01..${year + 2}-12`,
    text: pick(random, [`${year}–${year + 2}`, `${year}-01..${year + 2}-12`]),
  }),
  (random, year) => {
    const [long, short] = [`${year}/${year + 1}`, `${year}/${two((year + 1) % 100)}`];
    const dashed = `läsåret ${year}–${two((year + 1) % 100)}`;
    return { period: long, text: pick(random, [long, short, `läsåret ${short}`, dashed]) };
  },
  (random, year) => {
    const term = pick(random, ['VT', 'HT']);
    const word = term === 'VT' ? 'vårterminen' : 'hösttermin';
    const text = pick(random, [`${term} ${year}`, `${year}-${term}`, `${word} ${year}`]);
    return { period: `${year}-${term}`, text };
  },
  (random, year) => {
    const { month, day } = aDay(random);
    const date = `${year}-${two(month)}-${two(day)}`;
    const text = pick(random, [`..${date}`, `t.o.m. ${date}`, `senaste tom ${date}`]);
    return { period: `..${date}`, text };
  },
];

export const aYear = (random: Random): number => 2010 + upTo(random, 17);

/** Mostly years, as in most files. */
export function aPeriod(random: Random): Spelled {
  const year = aYear(random);
  return (random() < 0.4 ? KINDS[0]! : pick(random, KINDS))(random, year);
}
