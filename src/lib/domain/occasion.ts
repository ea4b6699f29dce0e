import type { Day } from './calendar.ts';
import type { Decision, NamndOccasion, Phase } from './model.ts';

/** Öppet: worked with, and nothing that stands yet. */
export const isOpen = ({ phase }: Pick<NamndOccasion, 'phase'>): boolean => phase === 'oppet';

/** Låst: what is shown is what the nämnd decided, as it was then. */
export const isLocked = ({ phase }: Pick<NamndOccasion, 'phase'>): boolean => phase === 'last';

/** What an administrator does with an occasion, and where it leads (DESIGN 3). */
export const MOVES = {
  publish: { from: ['oppet'], to: 'publicerat' },
  lock: { from: ['publicerat'], to: 'last' },
  reopen: { from: ['publicerat', 'last'], to: 'oppet' },
  /** It was locked by mistake: the nämnd has not decided it. */
  unlock: { from: ['last'], to: 'publicerat' },
} as const satisfies Readonly<Record<string, { from: readonly Phase[]; to: Phase }>>;

export type Move = keyof typeof MOVES;

/** Whether it can be done where an occasion stands. */
export const canMove = (phase: Phase, move: Move): boolean =>
  (MOVES[move].from as readonly Phase[]).includes(phase);

/** Which move led from where an occasion stood, null before its first step, to where it stands. */
export function moveOf(from: Phase | null, to: Phase): Move {
  if (to === 'oppet') return 'reopen';
  if (to === 'last') return 'lock';
  return from === 'last' ? 'unlock' : 'publish';
}

type Decided = Pick<NamndOccasion, 'phase' | 'decision'>;

/** The occasion as a decision of it stands. */
export const asDecided = <T extends Decided>(occasion: T, decision: Decision): T => ({
  ...occasion,
  phase: 'last',
  decision,
});

/** What the public reads: open work never (DESIGN 3), and of what is open anew what was decided before. */
export const published = <T extends Decided>(occasions: readonly T[]): T[] =>
  occasions.flatMap((one) => {
    if (!isOpen(one)) return [one];
    return one.decision ? [asDecided(one, one.decision)] : [];
  });

/**
 * The occasion a page shows when none is asked for: the newest published whose cut-off has passed
 * (DESIGN 9), else the newest published, since something is better than nothing. Undefined when
 * there is none. `occasions` in order of time.
 */
export const newestPublished = (
  occasions: readonly NamndOccasion[],
  today: Day,
): NamndOccasion | undefined => {
  const list = published(occasions);
  return list.findLast((one) => one.cutoffOn <= today) ?? list.at(-1);
};
