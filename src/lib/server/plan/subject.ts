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

/**
 * The plans an indicator written `namnd/key` belongs to, nearest first: those of the goals it hangs
 * on, those of the activities that carry it, the nämnd's own.
 */
function plansOfIndicator(file: PlanFile, key: string) {
  const [namnd, own] = key.split('/');
  const indicator = file.indicators.find((one) => one.namnd === namnd && one.key === own);
  const onGoals = new Set(indicator?.goals.map((goal) => goal.split('/')[0]));
  return [
    ...file.plans.filter((plan) => onGoals.has(plan.key)),
    ...file.plans.filter(
      (plan) =>
        plan.owners[0] === namnd &&
        plan.activities.some((one) => own !== undefined && one.indicators.includes(own)),
    ),
    ...file.plans.filter((plan) => plan.owners.some((owner) => owner === namnd)),
  ];
}

/** Key of the scale that judges a subject: its level's, or its plan's for indicators. */
export function scaleOf(file: PlanFile, kind: Kind, key: string): string | null {
  if (kind !== 'indicator') return levelOf(file, kind, key)?.scale ?? null;
  return plansOfIndicator(file, key).find((plan) => plan.indicatorScale)?.indicatorScale ?? null;
}

/** What can be said in words of a subject; null where it is not known what it is. */
export function partsOf(file: PlanFile, kind: Kind, key: string) {
  if (kind !== 'indicator') return levelOf(file, kind, key)?.textParts ?? null;
  return plansOfIndicator(file, key).flatMap((plan) => plan.indicatorParts);
}
