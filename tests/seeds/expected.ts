import { invariant } from '#lib/domain/result.ts';
import type { Board, Cell, Rule } from './board.ts';
import type { FactIndicator, Facts, FactTarget } from './read.ts';

/* The facts of a kommun as its seed is to have them, by the tables of its board. */

/** A key as Fyren has it. */
export function keyOf({ prefix }: Board, id: string): string {
  invariant(id.startsWith(prefix), `${id} begins with ${prefix}`);
  return id.slice(prefix.length);
}

const levelOf = (board: Board, facts: Facts, id: string): string => {
  const node = facts.nodes[id];
  const level = node ? board.levels[node.level] : facts.activities[id] && board.activityLevel;
  invariant(level, `${id} has a level`);
  return level;
};

/** "plan/key" of a node or an activity. */
const refOf = (board: Board, facts: Facts, id: string) =>
  `${levelOf(board, facts, id).split('/')[0]}/${keyOf(board, id)}`;

const refsOf = (board: Board, facts: Facts, ids: readonly string[]) =>
  ids.filter((id) => !(id in board.noGoals)).map((id) => refOf(board, facts, id));

const sourceOf = (lines: readonly number[]) => `rad ${lines.join(', ')}`;

export const goalsOf = (board: Board, facts: Facts) =>
  Object.entries(facts.nodes)
    .filter(([id]) => !(id in board.noGoals))
    .map(([id, { parents, line }]) => ({
      ref: refOf(board, facts, id),
      level: levelOf(board, facts, id),
      above: refsOf(board, facts, parents),
      source: sourceOf([line]),
    }));

export const activitiesOf = (board: Board, facts: Facts) =>
  Object.entries(facts.activities).map(([id, { parents, line }]) => ({
    ref: refOf(board, facts, id),
    level: board.activityLevel,
    above: refsOf(board, facts, parents),
    source: sourceOf([line]),
  }));

// Figures ----------------------------------------------------------------------------------------

const ASPECT: Readonly<Record<string, string>> = { utfall: 'outcome' };

const SEXES: ReadonlySet<string> = new Set(['T', 'K', 'M']);

function cellOf({ groups, moments }: Board, key: string, period: string, group: string): Cell {
  const cell = groups[`${key} ${group}`] ?? groups[group];
  invariant(cell || SEXES.has(group), `the table of groups has ${group}`);
  return { sex: cell ? 'T' : group, place: '', breakdown: moments[period] ?? '', ...cell };
}

export type Figure = Cell & {
  readonly key: string;
  readonly period: string;
  readonly type: string;
  readonly value: number;
  readonly source: string;
};

export const asLine = ({ key, period, sex, place, breakdown, type, value, source }: Figure) =>
  [key, period, sex, place, breakdown, type, value, source].join(' | ');

function budgetsOf(key: string, { targets }: FactIndicator): Figure[] {
  return targets.map(({ period, value, line }) => ({
    ...{ key, period, sex: 'T', place: '', breakdown: '', type: 'budget' },
    value: Number(value),
    source: sourceOf([line]),
  }));
}

export const figuresOf = (board: Board, facts: Facts): readonly Figure[] =>
  Object.entries(facts.indicators).flatMap(([id, fact]) => {
    const key = keyOf(board, id);
    const outcomes = fact.values.map(([period, group, value, line]) => ({
      ...cellOf(board, key, period, group),
      ...{ key, value, type: '', source: sourceOf([line]) },
      period: board.periods[`${key} ${period}`] ?? board.periods[period] ?? period,
    }));
    return [...outcomes, ...(board.hasBudgets ? budgetsOf(key, fact) : [])];
  });

/** What is told of an indicator instead of a figure: which, where, on which line. */
export const wordsOf = (board: Board, facts: Facts): readonly string[] =>
  Object.entries(facts.indicators).flatMap(([id, { words }]) => {
    const key = keyOf(board, id);
    return words.map(([period, group, line]) =>
      [`indicator:${key}`, cellOf(board, key, period, group).place, sourceOf([line])].join(' | '),
    );
  });

// Indicators -------------------------------------------------------------------------------------

/** Of a place, a lower one is better; of a span, neither. */
const BETTER = {
  higher: 'higher',
  lower: 'lower',
  rank: 'lower',
  range: 'none',
  qualitative: 'none',
} as const;

function ruleOf(direction: FactIndicator['direction'], target: FactTarget): Rule {
  const { value, min, max } = target;
  const limit = { value: Number(value), isStrict: false, yellow: null };
  if (direction === 'higher') return { kind: 'at-least', ...limit };
  if (direction === 'lower') return { kind: 'at-most', ...limit };
  if (direction === 'rank')
    return { kind: 'rank', atMost: Number(value), among: null, isReported: true };
  invariant(min !== undefined && max !== undefined, `line ${target.line} has a span`);
  return { kind: 'between', low: min, high: max, yellow: null };
}

const targetsOf = (board: Board, key: string, fact: FactIndicator) =>
  fact.targets.map((target) => ({
    year: board.years[target.period] ?? Number(target.period),
    rule: board.rules[key]?.(Number(target.value)) ?? ruleOf(fact.direction, target),
    source: sourceOf([target.line]),
  }));

/** Where it is listed; where it is not, wherever it is spoken of. */
function linesOf({ line, targets, values, words }: FactIndicator): readonly number[] {
  if (line !== null) return [line].flat();
  const spoken = [...targets.map((one) => one.line), ...values.map((one) => one[3])];
  return [...new Set([...spoken, ...words.map((one) => one[2])])].toSorted((a, b) => a - b);
}

export const indicatorsOf = (board: Board, facts: Facts) =>
  Object.entries(facts.indicators).map(([id, fact]) => {
    const key = keyOf(board, id);
    const targets = board.hasBudgets ? [] : targetsOf(board, key, fact);
    return {
      key,
      namnd: board.namnder[key.charAt(0)] ?? 'socialnamnden',
      better: fact.direction === null ? 'none' : BETTER[fact.direction],
      isQualitative: fact.direction === 'qualitative' && fact.values.length === 0,
      isCompared: targets.some(({ rule }) => rule.kind !== 'text'),
      above: refsOf(board, facts, fact.parents),
      targets,
      source: sourceOf(linesOf(fact)),
    };
  });

// Judgements -------------------------------------------------------------------------------------

/** One judgement a line: of what, where, in which sense, with what word, which way, by which line. */
export function judgementsOf(board: Board, facts: Facts): readonly string[] {
  const said = (kind: 'goal' | 'activity', things: Facts['nodes'] | Facts['activities']) =>
    Object.entries(things).flatMap(([id, one]) =>
      one.said.map(({ status, kind: aspect, lines }) => {
        const again = board.again[keyOf(board, id)];
        return [
          ...[`${kind}:${refOf(board, facts, id)}`, '', ASPECT[aspect], board.steps[status], ''],
          sourceOf([...lines, ...(again === undefined ? [] : [again])]),
        ].join(' | ');
      }),
    );
  const told = board.told.map(({ subject, place = '', word, trend = '', line }) =>
    [subject, place, 'outcome', word, trend, sourceOf([line])].join(' | '),
  );
  return [...said('goal', facts.nodes), ...said('activity', facts.activities), ...told].toSorted();
}
