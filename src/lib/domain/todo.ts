import type { AssessedActivity } from './assess-activity.ts';
import type { Assessed } from './assess-all.ts';
import { activityOf, goalOf, indicatorOf } from './assessed-of.ts';
import type { AssessedIndicator } from './assess-indicator.ts';
import { contradictionsOfGoal, contradictionsOfIndicator } from './contradiction.ts';
import type { Contradiction } from './contradiction.ts';
import type { Due } from './due.ts';
import type { Subject } from './judgement.ts';
import type { Late } from './lifecycle.ts';
import type { Measure, NamndOccasion, TextPart } from './model.ts';
import type { Observation } from './observation.ts';
import type { Period } from './period.ts';

/* What is missing before an occasion can be published, and of what. */

export type Missing =
  | { readonly kind: 'value' }
  /** The newest value is too old to say anything, or was there the last time already. */
  | { readonly kind: 'old-value'; readonly period: Period }
  | { readonly kind: 'target'; readonly year: number }
  | { readonly kind: 'judgement' }
  | { readonly kind: 'text'; readonly part: TextPart }
  | { readonly kind: 'contradiction'; readonly what: Contradiction }
  /** "Underlaget har ändrats": judged before what it leans on became what it is. */
  | { readonly kind: 'basis' }
  | { readonly kind: 'date'; readonly what: NonNullable<Late> | 'no-such-day' };

export type MissingKind = Missing['kind'];

export type Todo = Pick<Due, 'subject' | 'key' | 'title' | 'owners' | 'word'> & {
  readonly missing: Missing;
};

/** The kommun's own measures are measured anew each time; surveys and Kolada in their own time. */
const isFromLastTime = ({ period }: Observation, { source }: Measure, last: NamndOccasion | null) =>
  source === 'own' && last !== null && period.to <= last.cutoffOn;

/** What is missing of an indicator's values: only what a file can mend, or a target. */
function ofValue(one: AssessedIndicator, { occasion, previous }: Assessed): Missing[] {
  const { verdict, current, indicator, measure } = one;
  if (indicator.isQualitative) return [];
  if (current.kind === 'none') return [{ kind: 'value' }];
  const seen = 'observation' in current ? current.observation : null;
  const isOld = current.kind === 'stale' || (seen && isFromLastTime(seen, measure, previous));
  return [
    ...(isOld && seen ? [{ kind: 'old-value', period: seen.period } as const] : []),
    ...(verdict.verdict === 'unknown' && verdict.why === 'no-target'
      ? [{ kind: 'target', year: occasion.year } as const]
      : []),
  ];
}

/** That it is late is said by how far it has come: what is missing is that nobody has said it. */
function ofDates({ start, end, late, lifecycle }: AssessedActivity): Missing[] {
  const isImpossible = [start, end].some((date) => date?.day === null);
  return [
    ...(late !== null && lifecycle === null ? [{ kind: 'date', what: late } as const] : []),
    ...(isImpossible ? [{ kind: 'date', what: 'no-such-day' } as const] : []),
  ];
}

const ofWhat = (found: readonly Contradiction[]): Missing[] =>
  found.map((what) => ({ kind: 'contradiction', what }));

/** What each kind lacks beside what somebody has yet to say of it. */
const OF: Readonly<Record<Subject['kind'], (assessed: Assessed, id: number) => Missing[]>> = {
  goal: (assessed, id) => ofWhat(contradictionsOfGoal(assessed, goalOf(assessed, id))),
  activity: (assessed, id) => ofDates(activityOf(assessed, id)),
  indicator: (assessed, id) => {
    const one = indicatorOf(assessed, id);
    return [...ofValue(one, assessed), ...ofWhat(contradictionsOfIndicator(assessed, one))];
  },
};

const OF_WRITER: ReadonlySet<MissingKind> = new Set<MissingKind>([
  'judgement',
  'text',
  'contradiction',
  'basis',
]);

/** What the one who judges has to see to before it is ready; values, targets and dates are others'. */
export const isOfWriter = ({ missing }: Pick<Todo, 'missing'>): boolean =>
  OF_WRITER.has(missing.kind);

/** Where it is mended: by a file or a target, or by what somebody says. */
export const isOfValue = ({ missing }: Pick<Todo, 'missing'>): boolean =>
  missing.kind === 'value' || missing.kind === 'old-value' || missing.kind === 'target';

/** All that is missing, thing by thing in the order of `due`. */
export const todoOf = (assessed: Assessed, due: readonly Due[]): readonly Todo[] =>
  due.flatMap((one) => {
    const { subject, key, title, owners, word } = one;
    const missing: Missing[] = [
      ...one.lacks,
      ...OF[subject.kind](assessed, subject.id),
      ...(one.isOutdated ? [{ kind: 'basis' } as const] : []),
    ];
    return missing.map((each) => ({ subject, key, title, owners, word, missing: each }));
  });
