import { isDay } from '#lib/domain/calendar.ts';
import type { PlanFile } from './file.ts';
import type { PlanProblem } from './parse.ts';
import { levelOf, partsOf, subjectOf } from './subject.ts';

/*
 * What in a plan file the database would take and the reader would not understand: an address that
 * is already something else, a name for two things, a date that contradicts itself, a judgement that
 * nothing on the page shows.
 */

/** First parts of the product's own addresses (DESIGN 9). */
const OWN_ADDRESSES = [
  'api',
  'halsa',
  'om',
  'logg',
  'logga-in',
  'logga-ut',
  'anvandare',
  'konto',
  'favicon',
  'robots',
];

const problem = (isWrong: boolean, path: string, message: string): PlanProblem[] =>
  isWrong ? [{ path, message }] : [];

type ActivityIn = PlanFile['plans'][number]['activities'][number];

function dates({ start, end }: ActivityIn, path: string): PlanProblem[] {
  const contradicts = (date: ActivityIn['start']) =>
    date !== null && isDay(date.text) && date.day !== date.text;
  const [from, to] = [start?.day ?? null, end?.day ?? null];
  return [
    ...problem(contradicts(start), `${path}.start`, 'har en annan dag än texten. Skriv samma'),
    ...problem(contradicts(end), `${path}.end`, 'har en annan dag än texten. Skriv samma'),
    ...problem(from !== null && to !== null && to < from, `${path}.end`, 'är före start'),
  ];
}

function measureTitles({ measures }: PlanFile): PlanProblem[] {
  const titles = measures.map((one) => one.title.toLocaleLowerCase('sv'));
  return titles.flatMap((title, at) =>
    problem(
      titles.indexOf(title) < at,
      `measures.${at}.title`,
      'är samma som ett annat måtts, så att filer inte kan skilja dem åt. Ge måttet en egen titel',
    ),
  );
}

type Report = PlanFile['reports'][number];
type PlanIn = PlanFile['plans'][number];

/** A judgement in another aspect than its level has at that occasion would never be shown. */
function aspects(file: PlanFile, report: Report, path: string): PlanProblem[] {
  const kind = file.occasions.find((one) => one.key === report.occasion)?.kind ?? '';
  return report.judgements.flatMap(({ subject, aspect }, at) => {
    const pointed = subjectOf(subject, report.namnd);
    const level = levelOf(file, pointed.kind, pointed.key);
    const reported = level?.reported[kind] ?? 'none';
    const isShown = level === null || reported === aspect;
    const message = `är en bedömning som nivån inte har vid tillfället (${reported}). Ändra aspect, eller nivåns reported`;
    return problem(!isShown, `${path}.judgements.${at}.aspect`, message);
  });
}

/** A text stands in a part that its level, or for an indicator its plan, has; per place only where that says so. */
function parts(file: PlanFile, report: Report, path: string): PlanProblem[] {
  return report.comments.flatMap(({ subject, part, place }, at) => {
    const { kind, key } = subjectOf(subject, report.namnd);
    const known = partsOf(file, report, kind, key);
    const found = known?.find((one) => one.key === part);
    return [
      ...problem(
        known !== null && !found,
        `${path}.comments.${at}.part`,
        `är ”${part}”, som varken nivån eller planens indicatorParts har som textdel`,
      ),
      ...problem(
        found !== undefined && place !== null && !found.perPlace,
        `${path}.comments.${at}.place`,
        `är satt, men textdelen ”${part}” skrivs inte per plats. Stryk place, eller sätt perPlace`,
      ),
    ];
  });
}

const fullmaktige = ({ namnder }: PlanFile) =>
  namnder.filter((one) => one.isFullmaktige).map((one) => one.slug);

/**
 * Keys that two plans of one nämnd have in common, fullmäktige's among them: on the nämnd's pages an
 * address would mean both.
 */
function sharedKeys(file: PlanFile): PlanProblem[] {
  const above = fullmaktige(file);
  const meet = (a: PlanIn, b: PlanIn) =>
    [a, b].some((one) => one.owners.some((owner) => above.includes(owner))) ||
    a.owners.some((owner) => b.owners.includes(owner));
  return file.plans.flatMap((plan, index) =>
    (['goals', 'activities'] as const).flatMap((list) =>
      plan[list].flatMap(({ key }, at) => {
        const other = file.plans
          .slice(0, index)
          .find((one) => meet(one, plan) && one[list].some((item) => item.key === key));
        return problem(
          other !== undefined,
          `plans.${index}.${list}.${at}`,
          `har nyckeln ”${key}” som planen ”${other?.key ?? ''}” redan har, och de visas på samma sidor. Ge den en egen nyckel`,
        );
      }),
    ),
  );
}

/** A goal that fullmäktige did not give the nämnd, or that is read through others, has no judgement of its own. */
function notItsOwn(file: PlanFile, report: Report, path: string): PlanProblem[] {
  return report.judgements.flatMap(({ subject }, at) => {
    const { kind, key } = subjectOf(subject, report.namnd);
    const [planKey, goalKey] = key.split('/');
    const plan = file.plans.find((one) => one.key === planKey);
    const goal = kind === 'goal' ? plan?.goals.find((one) => one.key === goalKey) : undefined;
    const isOthers =
      goal !== undefined && goal.namnder.length > 0 && !goal.namnder.includes(report.namnd);
    const isElsewhere =
      plan !== undefined &&
      kind !== 'indicator' &&
      ![report.namnd, ...fullmaktige(file)].some((slug) => plan.owners.includes(slug));
    const where = `${path}.judgements.${at}.subject`;
    return [
      ...problem(
        isElsewhere,
        where,
        `är i en plan som inte är ”${report.namnd}”s eller fullmäktiges`,
      ),
      ...problem(isOthers, where, `är ett mål som ”${report.namnd}” inte har del i`),
      ...problem(goal?.isJudged === false, where, 'är ett mål som inte bedöms (isJudged är false)'),
    ];
  });
}

/**
 * A unit can only lie under one that is already there, so none lies under itself either; and a group is
 * of others, so it lies under nothing and nothing under it.
 */
function placeOrder({ places }: PlanFile): PlanProblem[] {
  return places.flatMap(({ kind, under }, at) => {
    const above = places.findIndex((one) => one.name === under);
    const where = `places.${at}.under`;
    return [
      ...problem(above >= at, where, `är ”${under}”, som står längre ned. Flytta upp den`),
      ...problem(
        kind === 'group' && under !== null,
        where,
        'är satt på en grupp, och en grupp ligger inte under något. Stryk under',
      ),
      ...problem(
        places[above]?.kind === 'group',
        where,
        `är ”${under}”, som är en grupp och inte har några enheter. Välj en enhet`,
      ),
    ];
  });
}

export const checkConflicts = (file: PlanFile): readonly PlanProblem[] => [
  ...problem(
    OWN_ADDRESSES.includes(file.kommun.slug),
    'kommun.slug',
    'är en adress som Fyren själv har. Välj en annan',
  ),
  ...problem(
    file.namnder.filter((one) => one.isFullmaktige).length > 1,
    'namnder',
    'har två fullmäktige. En kommun har ett',
  ),
  ...placeOrder(file),
  ...sharedKeys(file),
  ...measureTitles(file),
  ...file.plans.flatMap((plan, at) =>
    plan.activities.flatMap((one, index) => dates(one, `plans.${at}.activities.${index}`)),
  ),
  ...file.reports.flatMap((report, at) => [
    ...aspects(file, report, `reports.${at}`),
    ...parts(file, report, `reports.${at}`),
    ...notItsOwn(file, report, `reports.${at}`),
  ]),
];
