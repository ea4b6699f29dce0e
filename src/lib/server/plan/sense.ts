import type { PlanFile } from './file.ts';
import type { PlanProblem } from './parse.ts';
import { levelOf, scaleOf, subjectOf } from './subject.ts';

/*
 * What in a plan file cannot be true together, though every key is there: the database would refuse
 * it, and only say so to a programmer.
 */

type PlanIn = PlanFile['plans'][number];
type Report = PlanFile['reports'][number];

const once = (path: string, keys: readonly string[]): PlanProblem[] =>
  [...new Set(keys.filter((key, at) => keys.indexOf(key) < at))].map((key) => ({
    path,
    message: `säger ”${key}” två gånger. Ta bort den ena`,
  }));

const problem = (isWrong: boolean, path: string, message: string): PlanProblem[] =>
  isWrong ? [{ path, message }] : [];

const words = (...parts: readonly (string | null)[]) =>
  parts.filter((part) => part !== null).join(' ');

const repeatsInPlan = (plan: PlanIn, path: string): PlanProblem[] => [
  ...once(`${path}.owners`, plan.owners),
  ...once(
    `${path}.indicatorParts`,
    plan.indicatorParts.map((part) => part.key),
  ),
  ...plan.levels.flatMap((level, at) => [
    ...once(`${path}.levels.${at}.under`, level.under),
    ...once(
      `${path}.levels.${at}.textParts`,
      level.textParts.map((part) => part.key),
    ),
  ]),
  ...plan.goals.flatMap((goal, at) => [
    ...once(`${path}.goals.${at}.parents`, goal.parents),
    ...once(`${path}.goals.${at}.namnder`, goal.namnder),
    ...once(`${path}.goals.${at}.owners`, goal.owners),
  ]),
  ...plan.activities.flatMap((activity, at) =>
    (['owners', 'goals', 'related', 'indicators'] as const).flatMap((list) =>
      once(`${path}.activities.${at}.${list}`, activity[list]),
    ),
  ),
];

const repeatsInIndicator = (one: PlanFile['indicators'][number], path: string): PlanProblem[] => [
  ...once(`${path}.goals`, one.goals),
  ...once(
    `${path}.breaks`,
    one.breaks.map((cut) => cut.from),
  ),
  ...once(
    `${path}.targets`,
    one.targets.map(({ year, occasion, sex }) => words(String(year), occasion, sex)),
  ),
];

const repeatsInReport = (report: Report, path: string): PlanProblem[] => [
  ...once(
    `${path}.judgements`,
    report.judgements.map(({ subject, place, aspect }) => words(subject, place, aspect)),
  ),
  ...once(
    `${path}.comments`,
    report.comments.map(({ subject, place, part }) => words(subject, place, part)),
  ),
  ...once(
    `${path}.ceilings`,
    report.ceilings.map(({ goal }) => goal),
  ),
];

const isJudged = (reported: string) => reported === 'forecast' || reported === 'outcome';

function senseOfPlan(plan: PlanIn, path: string): PlanProblem[] {
  const holds = (key: string) => plan.levels.find((level) => level.key === key)?.holds;
  return [
    ...problem(
      plan.fromYear > plan.toYear,
      `${path}.toYear`,
      'är före fromYear. Rätta ett av åren',
    ),
    ...plan.levels.flatMap(({ policy, ceilingRule, scale, reported }, at) => [
      ...problem(
        scale === null && Object.values(reported).some(isJudged),
        `${path}.levels.${at}.reported`,
        'bedöms, men nivån har ingen skala. Ge nivån en skala',
      ),
      ...problem(
        policy.kind === 'shares' && scale === null,
        `${path}.levels.${at}.policy`,
        'har gränser för steg, men nivån har ingen skala. Ge nivån en skala',
      ),
      ...problem(
        ceilingRule !== null && scale === null,
        `${path}.levels.${at}.ceilingRule`,
        'är ett tak, men nivån har ingen skala. Ge nivån en skala',
      ),
    ]),
    ...plan.goals.flatMap(({ level }, at) =>
      problem(
        holds(level) === 'activity',
        `${path}.goals.${at}.level`,
        'är en nivå för aktiviteter',
      ),
    ),
    ...plan.activities.flatMap(({ level, key, related }, at) => [
      ...problem(holds(level) === 'goal', `${path}.activities.${at}.level`, 'är en nivå för mål'),
      ...problem(
        related.includes(key),
        `${path}.activities.${at}.related`,
        'pekar på sig självt. Ta bort kopplingen',
      ),
    ]),
  ];
}

/** A thing hangs only under the levels that its own level names. */
const wrongLevel = (
  file: PlanFile,
  under: readonly string[] | undefined,
  above: readonly string[],
  path: string,
): PlanProblem[] =>
  above.flatMap((key) => {
    const level = levelOf(file, 'goal', key);
    // What is no goal's level has a problem of its own.
    const name = level?.holds === 'goal' ? `${key.split('/')[0]}/${level.key}` : null;
    return problem(
      name !== null && under !== undefined && !under.includes(name),
      path,
      `ligger under ”${key}” på nivån ”${name}”, som nivåns under inte tillåter`,
    );
  });

function levelsOfPlan(file: PlanFile, plan: PlanIn, path: string): PlanProblem[] {
  const underOf = (key: string, holds: 'goal' | 'activity') =>
    plan.levels.find((level) => level.key === key && level.holds === holds)?.under;
  return [
    ...plan.goals.flatMap(({ level, parents }, at) =>
      wrongLevel(file, underOf(level, 'goal'), parents, `${path}.goals.${at}.parents`),
    ),
    ...plan.activities.flatMap(({ level, goals }, at) =>
      wrongLevel(file, underOf(level, 'activity'), goals, `${path}.activities.${at}.goals`),
    ),
  ];
}

function senseOfReport(file: PlanFile, report: Report, path: string): PlanProblem[] {
  const hasNoScale = (subject: string) => {
    const { kind, key } = subjectOf(subject, report.namnd);
    const isKnown = kind === 'indicator' || levelOf(file, kind, key) !== null;
    return isKnown && scaleOf(file, report, kind, key) === null;
  };
  const noScale =
    'kan inte bedömas: nivån eller planen har ingen skala för det. Ge den en, eller stryk raden';
  return [
    ...report.judgements.flatMap(({ subject, said, trend, reason, source }, at) => [
      ...problem(
        trend !== null && !subject.startsWith('indicator:'),
        `${path}.judgements.${at}.trend`,
        'kan bara sägas om en indikator. Stryk det',
      ),
      ...problem(
        said.kind === 'step' && hasNoScale(subject),
        `${path}.judgements.${at}.subject`,
        noScale,
      ),
      ...problem(
        said.kind === 'ej_utvarderad' && reason === null && source === null,
        `${path}.judgements.${at}.reason`,
        'saknas. Säg varför det inte utvärderas, eller ange raden i handlingarna',
      ),
    ]),
    ...report.ceilings.flatMap(({ goal }, at) =>
      problem(hasNoScale(`goal:${goal}`), `${path}.ceilings.${at}.goal`, noScale),
    ),
  ];
}

export const checkSense = (file: PlanFile): readonly PlanProblem[] => [
  ...file.scales.flatMap((scale, at) =>
    once(
      `scales.${at}.steps`,
      scale.steps.flatMap((step) => step.verdict ?? []),
    ),
  ),
  ...file.plans.flatMap((plan, at) => [
    ...repeatsInPlan(plan, `plans.${at}`),
    ...senseOfPlan(plan, `plans.${at}`),
    ...levelsOfPlan(file, plan, `plans.${at}`),
  ]),
  ...file.indicators.flatMap((one, at) => repeatsInIndicator(one, `indicators.${at}`)),
  ...once(
    'reports',
    file.reports.map(({ namnd, occasion }) => `${namnd} ${occasion}`),
  ),
  ...file.reports.flatMap((report, at) => [
    ...repeatsInReport(report, `reports.${at}`),
    ...senseOfReport(file, report, `reports.${at}`),
  ]),
];
