import type { PlanFile } from './file.ts';

type Kind = 'goal' | 'activity' | 'indicator';

/** A subject as it is written in a plan file, and what it points at. */
export function subjectOf(text: string, namnd: string): { kind: Kind; key: string } {
  const [kind, key] = text.split(':') as [Kind, string];
  return { kind, key: kind === 'indicator' ? `${namnd}/${key}` : key };
}

/** The level of a goal or an activity written `plan/key`; null for an indicator or an unknown one. */
export function levelOf(file: PlanFile, kind: string, key: string) {
  const [planKey, itemKey] = key.split('/');
  const plan = file.plans.find((one) => one.key === planKey);
  const items = kind === 'goal' ? plan?.goals : kind === 'activity' ? plan?.activities : undefined;
  const item = items?.find((one) => one.key === itemKey);
  return plan?.levels.find((one) => one.key === item?.level) ?? null;
}

/** Whose report it is, and of which occasion. */
type Reported = Pick<PlanFile['reports'][number], 'namnd' | 'occasion'>;

/** The plans that a nämnd is shown at an occasion: those of its year, its own before fullmäktige's. */
function plansOf({ plans, occasions, namnder }: PlanFile, { namnd, occasion }: Reported) {
  const year = occasions.find((one) => one.key === occasion)?.year;
  const fullmaktige = namnder.find((one) => one.isFullmaktige)?.slug;
  const ownedBy = (slug: string | undefined) =>
    plans.filter(
      ({ owners, fromYear, toYear }) =>
        slug !== undefined &&
        owners.includes(slug) &&
        (year === undefined || (fromYear <= year && year <= toYear)),
    );
  return [...new Set([...ownedBy(namnd), ...ownedBy(fullmaktige)])];
}

/**
 * The plans an indicator written `namnd/key` belongs to, nearest first: those of the goals it hangs
 * on, those of the activities that carry it, any other. The first that has what is asked for has the
 * word: assess-indicator reads it so.
 */
function plansOfIndicator(file: PlanFile, report: Reported, key: string) {
  const shown = plansOf(file, report);
  const [namnd, own] = key.split('/');
  const indicator = file.indicators.find((one) => one.namnd === namnd && one.key === own);
  const onGoals = new Set(indicator?.goals.map((goal) => goal.split('/')[0]));
  // Those at the same distance in the order of the file, which the database keeps.
  const inOrder = file.plans.filter((plan) => shown.includes(plan));
  const carries = ({ owners, activities }: PlanFile['plans'][number]) =>
    owners[0] === namnd && activities.some((one) => one.indicators.includes(own ?? ''));
  return [...inOrder.filter((plan) => onGoals.has(plan.key)), ...inOrder.filter(carries), ...shown];
}

/** Key of the scale that judges a subject of a report: its level's, or its plan's for indicators. */
export function scaleOf(file: PlanFile, report: Reported, kind: Kind, key: string): string | null {
  if (kind !== 'indicator') return levelOf(file, kind, key)?.scale ?? null;
  const plans = plansOfIndicator(file, report, key);
  return plans.find((plan) => plan.indicatorScale !== null)?.indicatorScale ?? null;
}

/** What can be said in words of a subject; null where it is not known what it is. */
export function partsOf(file: PlanFile, report: Reported, kind: Kind, key: string) {
  if (kind !== 'indicator') return levelOf(file, kind, key)?.textParts ?? null;
  const plans = plansOfIndicator(file, report, key);
  return plans.find((plan) => plan.indicatorParts.length > 0)?.indicatorParts ?? [];
}
