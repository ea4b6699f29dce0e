import { groupBy } from '#lib/domain/group-by.ts';
import type { Method } from '#lib/domain/method.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as namnder from './db/namnder.ts';
import * as occasions from './db/occasions.ts';
import * as plans from './db/plans.ts';
import * as scales from './db/scales.ts';

/** In the order they are told: numbers, places, days, and what never colours. */
const KINDS: readonly TargetRule['kind'][] = [
  ...(['at-least', 'at-most', 'between', 'hold', 'change', 'better-than-previous'] as const),
  ...(['rank', 'count-by', 'done-by', 'text', 'reference'] as const),
];

/** The rules of a kommun's plans, all at once. */
export function readMethod(db: Db, kommun: Kommun): Method {
  const list = plans.list(db, kommun.id);
  const boards = namnder.list(db, kommun.id);
  const scaleList = scales.list(db, kommun.id);
  const levels = plans.levels(
    db,
    list.map((plan) => plan.id),
  );
  const all = boards.flatMap((one) => indicators.list(db, one.id));
  const targets = indicators.targets(
    db,
    all.map((one) => one.id),
  );
  const byKind = groupBy(targets, ({ rule }) => rule.kind);
  return {
    plans: list.map(({ owners, ...plan }) => ({
      plan,
      owners: boards.filter((one) => owners.includes(one.id)).map((one) => one.name),
      levels: levels.filter((one) => one.plan === plan.id),
      indicatorScale: scaleList.find((one) => one.id === plan.indicatorScale) ?? null,
    })),
    scales: scaleList,
    occasions: occasions.list(db, kommun.id),
    kinds: KINDS.flatMap((kind) => {
      const some = byKind.get(kind);
      return some ? [{ kind, count: new Set(some.map((one) => one.indicator)).size }] : [];
    }),
    hasYellow: targets.some(({ rule }) => 'yellow' in rule && rule.yellow !== null),
  };
}
