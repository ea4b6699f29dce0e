import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import { between, pick, shuffled, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { counts, figures, setOut, words } from './columns.ts';
import type { Column } from './columns.ts';
import { aMark } from './figures.ts';
import type { Figure } from './figures.ts';
import { groupColumns, someGroups } from './groups.ts';
import type { Group } from './groups.ts';
import { BARE } from './sheet.ts';
import type { Writer } from './sheet.ts';
import type { Style } from './style.ts';
import { anyCase } from './words.ts';
import type { Called, World } from './world.ts';

/* A survey of the work environment: a row for each question, with its mean, its answers on a scale, or both. */

const FEWEST = 6;
const HIDDEN = { state: 'suppressed', value: null } as const;
const HIDDEN_COUNTS = ['<6', '< 6', '..', '*', 'X'];

/** What a row says: how many gave each step, how many there are, and the mean that is stated. */
type Row = {
  readonly group: Group;
  readonly question: Called;
  readonly steps: readonly number[];
  readonly n: number;
  /** Whether how many there are is hidden, and with it the mean. */
  readonly isHidden: boolean;
  readonly mean: Figure;
};

const sumOf = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
const meanOf = (steps: readonly number[]) =>
  sumOf(steps.map((count, at) => count * (at + 1))) / sumOf(steps);

function stated(mean: number, style: Style): Figure {
  const text = mean.toFixed(2);
  return { state: 'value', value: Number(text), textBy: () => text.replace('.', style.decimal) };
}

/** Now and then nobody answered. */
function aRow(random: Random, style: Style, to: number, group: Group, question: Called): Row {
  const most = random() < 0.05 ? 0 : pick(random, [2, 9, 30]);
  const steps = Array.from({ length: to }, () => upTo(random, most));
  const n = sumOf(steps);
  const isGap = n === 0 || random() < 0.1;
  const isHidden = random() < 0.1;
  return {
    group,
    question,
    steps,
    n,
    isHidden,
    mean: isGap ? aMark(random) : stated(meanOf(steps), style),
  };
}

type Has = { readonly mean: boolean; readonly steps: boolean; readonly n: boolean };

/** The stated mean goes before the counted, and a hidden one is not worked out. */
function meanIn({ steps, n, mean }: Row, has: Has): Pick<Figure, 'state' | 'value'> {
  const [isCounted, isStated] = [has.steps && n > 0, has.mean && mean.state === 'value'];
  if (isStated || (has.mean && (mean.state === 'suppressed' || !isCounted))) return mean;
  return isCounted ? { state: 'value', value: meanOf(steps) } : { state: 'missing', value: null };
}

/** Of few nothing is told, nor of a count that the file hides. */
function toldOf(row: Row, has: Has): Pick<Figure, 'state' | 'value'> {
  const { n, isHidden } = row;
  const told = meanIn(row, has);
  if (has.n && isHidden) return told.state === 'value' ? HIDDEN : told;
  const isFew = (has.steps || has.n) && n < FEWEST && (n > 0 || has.n);
  return isFew ? HIDDEN : told;
}

/** Null where it is hidden, or where nobody tells it. */
function countOf({ n, isHidden }: Row, has: Has): number | null {
  if (has.n) return isHidden ? null : n;
  return has.steps && n > 0 ? n : null;
}

function knownOf(row: Row, has: Has): SeenValue {
  const { group, question } = row;
  const { state, value } = toldOf(row, has);
  return {
    ...BARE,
    ...{ measure: question.id, place: group.place.id, period: group.when.period, sex: group.sex },
    ...{ state, value, n: countOf(row, has) },
  };
}

/** Two ways of heading a scale: by its steps alone, or with words at its ends. */
const STEP_WORDS = [
  (step: number) => String(step),
  (step: number, to: number) =>
    ({ 1: '1 Stämmer inte alls', [to]: `${to} Stämmer helt` })[step] ?? String(step),
] as const;

function stepColumns(random: Random, rows: readonly Row[], to: number): readonly Column[] {
  const headingOf = pick(random, STEP_WORDS);
  return Array.from({ length: to }, (_, at) =>
    counts(
      headingOf(at + 1, to),
      rows.map(({ steps }) => steps[at]!),
    ),
  );
}

const meanColumn = (random: Random, rows: readonly Row[], style: Style) =>
  figures(
    pick(random, ['Medel', 'Medelvärde', 'Snitt']),
    rows.map(({ mean }) => mean),
    style,
  );

const HAS: readonly Has[] = [
  { mean: true, steps: false, n: true },
  { mean: true, steps: false, n: false },
  { mean: false, steps: true, n: false },
  { mean: false, steps: true, n: true },
  { mean: true, steps: true, n: true },
];

const rowsOf = (world: World, random: Random, style: Style, to: number, hasSex: boolean) =>
  someGroups(random, { places: world.units, hasSex, most: 5 }).flatMap((group) =>
    shuffled(random, world.osa.slice(0, 3))
      .slice(0, between(random, 1, 3))
      .map((question) => aRow(random, style, to, group, question)),
  );

export const osa: Writer = (world, random, style) => {
  const [has, hasSex] = [pick(random, HAS), random() < 0.3];
  const to = has.steps ? between(random, 3, 6) : 5;
  const rows = shuffled(random, rowsOf(world, random, style, to, hasSex));
  const about = groupColumns(
    random,
    rows.map(({ group }) => group),
    { place: ['Enhet', 'Arbetsplats'], period: ['År', 'Period'], hasSex },
  );
  const columns = [
    ...about,
    words(
      pick(random, ['Fråga', 'Påstående']),
      rows.map(({ question }) => anyCase(random, question.names[0]!)),
    ),
    ...(has.n
      ? [
          counts(
            pick(random, ['Antal svar', 'Antal svarande']),
            rows.map(({ n, isHidden }) => (isHidden ? pick(random, HIDDEN_COUNTS) : n)),
          ),
        ]
      : []),
    ...(has.steps ? stepColumns(random, rows, to) : []),
    ...(has.mean ? [meanColumn(random, rows, style)] : []),
  ];
  return {
    layout: 'osa',
    ...setOut(columns, style),
    known: rows.map((row) => knownOf(row, has)),
    place: 0,
  };
};
