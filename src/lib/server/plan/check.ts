import type { PlanFile } from './file.ts';
import type { PlanProblem } from './parse.ts';
import { checkGroups } from './groups.ts';
import { checkConflicts } from './conflicts.ts';
import { checkDirections } from './directions.ts';
import { checkSense } from './sense.ts';
import { scaleOf, subjectOf } from './subject.ts';

/*
 * What a plan file must hold beyond its form: no key twice, nothing pointed at that is not there,
 * no goal above itself. Every problem is given back with the way to it.
 */

type Named = { readonly path: string; readonly key: string };
type Pointer = Named & { readonly to: Kind };

/** What can be pointed at, and what it is called when it is missing. */
const KINDS = {
  namnd: 'nämnden',
  role: 'ansvarsrollen',
  scale: 'skalan',
  step: 'skalsteget',
  occasion: 'tillfället',
  measure: 'måttet',
  group: 'gruppen',
  place: 'platsen',
  plan: 'planen',
  level: 'nivån',
  goal: 'målet',
  activity: 'aktiviteten',
  indicator: 'indikatorn',
} as const;

type Kind = keyof typeof KINDS;

const named = <T>(list: readonly T[], path: string, key: (item: T) => string): Named[] =>
  list.map((item, index) => ({ path: `${path}.${index}`, key: key(item) }));

/** Everything that has a key, by kind. */
function declared(file: PlanFile): Readonly<Record<Kind, readonly Named[]>> {
  const inPlans = <T>(
    list: (plan: PlanFile['plans'][number]) => readonly T[],
    name: string,
    key: (item: T) => string,
  ) =>
    file.plans.flatMap((plan, index) =>
      named(list(plan), `plans.${index}.${name}`, (item) => `${plan.key}/${key(item)}`),
    );
  return {
    namnd: named(file.namnder, 'namnder', (one) => one.slug),
    role: named(file.roles, 'roles', (one) => one.code),
    scale: named(file.scales, 'scales', (one) => one.key),
    step: file.scales.flatMap((scale, index) =>
      named(scale.steps, `scales.${index}.steps`, (one) => `${scale.key}/${one.key}`),
    ),
    occasion: named(file.occasions, 'occasions', (one) => one.key),
    measure: named(file.measures, 'measures', (one) => one.code),
    group: named(file.groups, 'groups', (one) => one.key),
    place: named(file.places, 'places', (one) => one.name),
    plan: named(file.plans, 'plans', (one) => one.key),
    level: inPlans(
      (plan) => plan.levels,
      'levels',
      (one) => one.key,
    ),
    goal: inPlans(
      (plan) => plan.goals,
      'goals',
      (one) => one.key,
    ),
    activity: inPlans(
      (plan) => plan.activities,
      'activities',
      (one) => one.key,
    ),
    indicator: named(file.indicators, 'indicators', (one) => `${one.namnd}/${one.key}`),
  };
}

const points = (path: string, to: Kind, keys: readonly (string | null)[]): Pointer[] =>
  keys.flatMap((key) => (key === null ? [] : { path, to, key }));

/** Steps are those of the level's own scale; without one they have a problem of their own. */
function pointersOfLevel(level: PlanFile['plans'][number]['levels'][number], path: string) {
  const { policy, ceilingRule, scale } = level;
  const steps = policy.kind === 'shares' ? policy.limits.map((limit) => limit.step) : [];
  const stepsOn = (keys: readonly string[]) =>
    scale === null ? [] : keys.map((key) => `${scale}/${key}`);
  return [
    ...points(`${path}.under`, 'level', level.under),
    ...points(`${path}.scale`, 'scale', [scale]),
    ...points(`${path}.policy`, 'step', stepsOn(steps)),
    ...points(`${path}.ceilingRule`, 'step', stepsOn(ceilingRule ? [ceilingRule.step] : [])),
  ];
}

function pointersOfPlan(plan: PlanFile['plans'][number], path: string, owner: string): Pointer[] {
  const local = (key: string) => `${plan.key}/${key}`;
  return [
    ...points(`${path}.owners`, 'namnd', plan.owners),
    ...points(`${path}.indicatorScale`, 'scale', [plan.indicatorScale]),
    ...plan.levels.flatMap((level, at) => pointersOfLevel(level, `${path}.levels.${at}`)),
    ...plan.goals.flatMap((goal, at) => [
      ...points(`${path}.goals.${at}.level`, 'level', [local(goal.level)]),
      ...points(`${path}.goals.${at}.parents`, 'goal', goal.parents),
      ...points(`${path}.goals.${at}.namnder`, 'namnd', goal.namnder),
      ...points(`${path}.goals.${at}.owners`, 'role', goal.owners),
    ]),
    ...plan.activities.flatMap((activity, at) => [
      ...points(`${path}.activities.${at}.level`, 'level', [local(activity.level)]),
      ...points(`${path}.activities.${at}.owners`, 'role', activity.owners),
      ...points(`${path}.activities.${at}.goals`, 'goal', activity.goals),
      ...points(`${path}.activities.${at}.related`, 'activity', activity.related.map(local)),
      ...points(
        `${path}.activities.${at}.indicators`,
        'indicator',
        activity.indicators.map((key) => `${owner}/${key}`),
      ),
    ]),
  ];
}

const pointersOfIndicator = (one: PlanFile['indicators'][number], path: string): Pointer[] => [
  ...points(`${path}.namnd`, 'namnd', [one.namnd]),
  ...points(`${path}.measure`, 'measure', [one.measure]),
  ...points(`${path}.place`, 'place', [one.place]),
  ...points(`${path}.goals`, 'goal', one.goals),
  ...points(
    `${path}.targets`,
    'occasion',
    one.targets.map((target) => target.occasion),
  ),
  ...points(
    `${path}.targets`,
    'group',
    one.targets.map(({ rule }) => (rule.kind === 'rank' ? rule.among : null)),
  ),
];

type Report = PlanFile['reports'][number];

function pointersOfReport(file: PlanFile, report: Report, path: string): Pointer[] {
  const about = (subject: string, where: string): Pointer[] => {
    const { kind, key } = subjectOf(subject, report.namnd);
    return points(where, kind, [key]);
  };
  const stepOn = (subject: string, step: string, where: string): Pointer[] => {
    const { kind, key } = subjectOf(subject, report.namnd);
    const scale = scaleOf(file, report, kind, key);
    return scale === null ? [] : points(where, 'step', [`${scale}/${step}`]);
  };
  return [
    ...points(`${path}.namnd`, 'namnd', [report.namnd]),
    ...points(`${path}.occasion`, 'occasion', [report.occasion]),
    ...report.judgements.flatMap((one, at) => [
      ...about(one.subject, `${path}.judgements.${at}.subject`),
      ...points(`${path}.judgements.${at}.place`, 'place', [one.place]),
      ...(one.said.kind === 'step'
        ? stepOn(one.subject, one.said.step, `${path}.judgements.${at}.said`)
        : []),
      ...(one.said.kind === 'mats_senare'
        ? points(`${path}.judgements.${at}.said`, 'occasion', [one.said.to])
        : []),
    ]),
    ...report.comments.flatMap((one, at) => [
      ...about(one.subject, `${path}.comments.${at}.subject`),
      ...points(`${path}.comments.${at}.place`, 'place', [one.place]),
    ]),
    ...report.ceilings.flatMap((one, at) => [
      ...points(`${path}.ceilings.${at}.goal`, 'goal', [one.goal]),
      ...stepOn(`goal:${one.goal}`, one.step, `${path}.ceilings.${at}.step`),
    ]),
  ];
}

function pointers(file: PlanFile): Pointer[] {
  return [
    ...file.places.flatMap((one, at) => points(`places.${at}.under`, 'place', [one.under])),
    ...file.occasions.flatMap((one, at) =>
      points(`occasions.${at}.forecasts`, 'occasion', [one.forecasts]),
    ),
    ...file.plans.flatMap((plan, at) => pointersOfPlan(plan, `plans.${at}`, plan.owners[0] ?? '')),
    ...file.indicators.flatMap((one, at) => pointersOfIndicator(one, `indicators.${at}`)),
    ...file.reports.flatMap((one, at) => pointersOfReport(file, one, `reports.${at}`)),
  ];
}

function twice(list: readonly Named[]): PlanProblem[] {
  const seen = new Set<string>();
  return list.flatMap(({ path, key }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path, message: `har nyckeln ”${key}” som redan är tagen. Ge den en egen nyckel` }];
  });
}

/** Goals that stand above themselves. */
function cycles(file: PlanFile): PlanProblem[] {
  const parents = new Map<string, readonly string[]>(
    file.plans.flatMap((plan) =>
      plan.goals.map((goal) => [`${plan.key}/${goal.key}`, goal.parents] as const),
    ),
  );
  const isAboveItself = (key: string): boolean => {
    // A set grows while it is walked, so each goal above is looked at once.
    const above = new Set(parents.get(key));
    for (const one of above) parents.get(one)?.forEach((up) => above.add(up));
    return above.has(key);
  };
  return [...parents.keys()].filter(isAboveItself).map((key) => ({
    path: `goals.${key}`,
    message: 'ligger under sig självt. Ta bort en av kopplingarna',
  }));
}

/** Every problem of a plan file that its form does not show. */
export function checkPlanFile(file: PlanFile): readonly PlanProblem[] {
  const known = declared(file);
  const missing = pointers(file)
    .filter(({ to, key }) => !known[to].some((one) => one.key === key))
    .map(({ path, to, key }) => ({
      path,
      message: `pekar på ${KINDS[to]} ”${key}” som inte finns i filen`,
    }));
  return [
    ...Object.values(known).flatMap(twice),
    ...missing,
    ...cycles(file),
    ...checkGroups(file),
    ...checkSense(file),
    ...checkConflicts(file),
    ...checkDirections(file),
  ];
}
