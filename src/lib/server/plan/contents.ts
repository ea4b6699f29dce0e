import type { PlanFile } from './file.ts';

const sum = <T>(list: readonly T[], count: (one: T) => number) =>
  list.reduce((total, one) => total + count(one), 0);

/** What a plan file holds, as the log keeps it: which plans and nämnder, and how much of each thing. */
export const contentsOf = ({
  kommun,
  version,
  namnder,
  plans: all,
  indicators: own,
  reports,
}: PlanFile) => ({
  ...{ name: kommun.name, version, plans: all.map((plan) => plan.key) },
  namnder: namnder.map(({ slug }) => slug),
  goals: sum(all, ({ goals: list }) => list.length),
  activities: sum(all, ({ activities: list }) => list.length),
  indicators: own.length,
  judgements: sum(reports, ({ judgements: list }) => list.length),
  texts: sum(reports, ({ comments }) => comments.length),
});
