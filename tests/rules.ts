import type { TargetRule, Yellow } from '#lib/domain/rule.ts';

/* Rules as short as they are said: a row of a table is one line. */

type Maybe = Yellow | null;

export const atLeast = (value: number, yellow: Maybe = null, isStrict = false): TargetRule => ({
  ...{ kind: 'at-least', value, isStrict, yellow },
});
export const atMost = (value: number, yellow: Maybe = null, isStrict = false): TargetRule => ({
  ...{ kind: 'at-most', value, isStrict, yellow },
});
export const over = (value: number, yellow: Maybe = null) => atLeast(value, yellow, true);
export const under = (value: number, yellow: Maybe = null) => atMost(value, yellow, true);
export const between = (low: number, high: number, yellow: Maybe = null): TargetRule => ({
  ...{ kind: 'between', low, high, yellow },
});
export const keep = (base: number, by: number, yellow: Maybe = null): TargetRule => ({
  ...{ kind: 'hold', base, within: by, yellow },
});
export const percent = (base: number, by: number, yellow: Maybe = null): TargetRule => ({
  ...{ kind: 'change', base, by, in: 'percent', yellow },
});
export const points = (base: number, by: number, yellow: Maybe = null): TargetRule => ({
  ...{ kind: 'change', base, by, in: 'points', yellow },
});
export const UP: TargetRule = { kind: 'better-than-previous', way: 'up' };
export const DOWN: TargetRule = { kind: 'better-than-previous', way: 'down' };
export const rank = (atMostPlace: number, isReported = true): TargetRule => ({
  ...{ kind: 'rank', atMost: atMostPlace, among: null, isReported },
});
export const countBy = (value: number, on = '2023-12-31'): TargetRule => ({
  kind: 'count-by',
  value,
  on,
});
export const doneBy = (on = '2023-12-31'): TargetRule => ({ kind: 'done-by', on });
export const WORDS: TargetRule = { kind: 'text', words: 'Redovisa vilka.' };
export const BUDGET: TargetRule = { kind: 'reference', value: 1200 };

export const within = (by: number): Yellow => ({ kind: 'absolute', by });
export const share = (of: number): Yellow => ({ kind: 'relative', share: of });
export const BETTER: Yellow = { kind: 'better-than-before' };
