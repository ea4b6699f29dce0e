import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { pick, shuffled, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { counts, setOut, words } from './columns.ts';
import { groupColumns, someGroups } from './groups.ts';
import type { Group } from './groups.ts';
import { BARE } from './sheet.ts';
import type { Writer } from './sheet.ts';
import type { World } from './world.ts';

/* Surveys of users, added up: how many gave each answer. Which of them count is each question's own (formats.md 7). */

type Question = {
  readonly service: string;
  readonly text: string;
  readonly options: readonly string[];
  /** Kolada's code of a share, and which of the options count. */
  readonly shares: readonly (readonly [code: string, from: number, to: number])[];
};

const ANYTIME = ['Ja', 'Ibland', 'Nej'];
const EASY = [
  'Mycket lätt',
  'Ganska lätt',
  'Varken lätt eller svårt',
  'Ganska svårt',
  'Mycket svårt',
];
const OFTEN = ['Ja, alltid', 'Oftast', 'Ibland', 'Sällan', 'Aldrig'];
const CONTENT = [
  'Mycket nöjd',
  'Ganska nöjd',
  'Varken eller',
  'Ganska missnöjd',
  'Mycket missnöjd',
];

const QUESTIONS: readonly Question[] = [
  {
    ...{ service: 'Gruppbostad LSS', options: ANYTIME, shares: [['U28518', 0, 1]] },
    text: 'Får du bestämma om saker som är viktiga för dig hemma?',
  },
  {
    ...{ service: 'Gruppbostad LSS', options: ANYTIME, shares: [['U28519', 0, 1]] },
    text: 'Får du den hjälp du vill ha, hemma?',
  },
  {
    // The good answer is Aldrig.
    ...{ service: 'Gruppbostad LSS', options: ['Ofta', 'Ibland', 'Aldrig'] },
    ...{ text: 'Är du rädd för något hemma?', shares: [['U28523', 2, 3]] },
  },
  {
    ...{ service: 'Ekonomiskt bistånd', options: EASY, shares: [['U31500', 0, 2]] },
    text: 'Hur lätt eller svårt är det att få kontakt med socialsekreteraren?',
  },
  {
    ...{ service: 'Hemtjänst', options: CONTENT, shares: [['U21468', 0, 2]] },
    text: 'Hur nöjd eller missnöjd är du sammantaget med hemtjänsten?',
  },
  {
    // Of one question two shares: the best answer, and the two best.
    ...{ service: 'Hemtjänst', options: OFTEN },
    ...{ text: 'Brukar personalen bemöta dig på ett bra sätt?' },
    shares: [
      ['U21466', 0, 1],
      ['U21504', 0, 2],
    ],
  },
];

const NO_VIEW = 'Vet inte';

/** How many gave an answer; null where it is hidden, undefined where it is not told. */
type Count = number | null | undefined;
type Block = {
  readonly group: Group;
  readonly question: Question;
  readonly options: readonly string[];
  readonly counts: readonly Count[];
};

/** So few that the rows of a file never add up to a hundred, as shares would. */
const MOST = 15;

const aCount = (random: Random): Count => {
  if (random() < 0.03) return null;
  return random() < 0.03 ? undefined : upTo(random, MOST);
};
const countText = (count: Count): number | string => (count === null ? '<5' : (count ?? ''));

function aBlock(random: Random, group: Group, question: Question, hasNoView: boolean): Block {
  const options = [...question.options, ...(hasNoView ? [NO_VIEW] : [])];
  return { group, question, options, counts: options.map(() => aCount(random)) };
}

/** Null where any of them is not known. */
const sumOf = (all: readonly Count[]) =>
  all.every((one) => typeof one === 'number') ? all.reduce((a, b) => a + b, 0) : null;

/** A block of which anything is hidden tells nothing: with the rest it could be worked out. */
function toldOf({ question, counts: all }: Block, from: number, to: number) {
  const nothing = { value: null, numerator: null, denominator: null };
  if (all.includes(null)) return { ...nothing, state: 'suppressed' } as const;
  const saying = all.slice(0, question.options.length);
  const [numerator, denominator] = [sumOf(saying.slice(from, to)), sumOf(saying)];
  if (numerator === null || !denominator) return { ...nothing, state: 'missing' } as const;
  const value = (100 * numerator) / denominator;
  return { state: 'value', value, numerator, denominator } as const;
}

const knownOf = (world: World, block: Block): readonly SeenValue[] =>
  block.question.shares.map(([code, from, to]) => {
    const { place, when, sex } = block.group;
    const about = { measure: world.coded.get(code)!, place: place.id, period: when.period, sex };
    return { ...BARE, ...about, ...toldOf(block, from, to), n: sumOf(block.counts) };
  });

const HEADINGS = {
  place: ['Enhet', 'Boende'],
  period: ['År', 'Period', 'Mätår'],
} as const;

/** A row for each answer, in any order. */
const long: Writer = (world, random, style) => {
  const hasSex = random() < 0.3;
  const blocks = someGroups(random, { places: world.units, hasSex, most: 5 }).flatMap((group) =>
    QUESTIONS.filter(() => random() < 0.4).map((one) => aBlock(random, group, one, random() < 0.5)),
  );
  const first = someGroups(random, { places: world.units, hasSex, most: 1 })[0]!;
  const all = blocks.length > 0 ? blocks : [aBlock(random, first, QUESTIONS[0]!, true)];
  const rows = shuffled(
    random,
    all.flatMap((block) => block.options.map((option, at) => ({ ...block, option, at }))),
  );
  const columns = [
    ...groupColumns(
      random,
      rows.map(({ group }) => group),
      { ...HEADINGS, hasSex },
    ),
    words(
      'Verksamhet',
      rows.map(({ question }) => question.service),
    ),
    words(
      'Fråga',
      rows.map(({ question }) => question.text),
    ),
    words(
      pick(random, ['Svarsalternativ', 'Svar']),
      rows.map(({ option }) => option),
    ),
    counts(
      'Antal',
      rows.map((row) => countText(row.counts[row.at])),
    ),
  ];
  return {
    layout: 'survey-aggregate',
    ...setOut(columns, style),
    known: all.flatMap((block) => knownOf(world, block)),
    place: 0,
  };
};

/** A row for each question, and a column for each answer to it. */
const wide: Writer = (world, random, style) => {
  const [hasSex, hasNoView] = [random() < 0.3, random() < 0.5];
  const { options } = pick(random, QUESTIONS);
  const questions = QUESTIONS.filter((one) => one.options === options);
  const groups = someGroups(random, { places: world.units, hasSex, most: 10 });
  const rows = groups.map((group) => aBlock(random, group, pick(random, questions), hasNoView));
  const isSaid = random() < 0.5;
  const names = rows[0]!.options;
  const columns = [
    ...groupColumns(random, groups, { ...HEADINGS, hasSex }),
    words(
      'Verksamhet',
      rows.map(({ question }) => question.service),
    ),
    words(
      'Fråga',
      rows.map(({ question }) => question.text),
    ),
    ...names.map((name, at) =>
      counts(
        isSaid ? `${name} (antal)` : name,
        rows.map((row) => countText(row.counts[at])),
      ),
    ),
  ];
  return {
    layout: 'survey-aggregate',
    ...setOut(columns, style),
    known: rows.flatMap((block) => knownOf(world, block)),
    place: 0,
  };
};

export const surveyAggregate: Writer = (world, random, style) =>
  (random() < 0.6 ? long : wide)(world, random, style);
