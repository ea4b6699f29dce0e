import type { PlanFile } from './file.ts';

/** A subject as it is written in a plan file, and what it points at. */
export function subjectOf(
  text: string,
  namnd: string,
): { kind: 'goal' | 'activity' | 'indicator'; key: string } {
  const [kind, key] = text.split(':') as ['goal' | 'activity' | 'indicator', string];
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
