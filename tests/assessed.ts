import { assessIndicator } from '#lib/domain/assess-indicator.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Indicator } from '#lib/domain/model.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import { aMeasure, anIndicator, anObservation, aSnapshot, aTarget } from './builders.ts';

export type Case = {
  readonly rule: TargetRule;
  readonly value?: number | null;
  /** A comparable value a year before. */
  readonly before?: number;
  readonly unit?: string;
  readonly isShare?: boolean;
  readonly decimals?: number;
  readonly indicator?: Partial<Indicator>;
  readonly period?: string;
  readonly more?: Partial<Snapshot>;
};

/** An indicator as it stands for delår 2023. */
export function assessedCase({ rule, value = 102, before, ...given }: Case): AssessedIndicator {
  const { unit = 'dagar', isShare = false, decimals = 0, period = '2023-H1' } = given;
  const indicator = anIndicator({ decimals, ...given.indicator });
  const now = value === null ? [] : [anObservation({ period, value })];
  const past = before === undefined ? [] : [anObservation({ period: '2022-H1', value: before })];
  const snapshot = aSnapshot({
    measures: [aMeasure({ unit, isShare })],
    indicators: [indicator],
    targets: [aTarget({ rule })],
    observations: [...now, ...past],
    ...given.more,
  });
  return assessIndicator(snapshot, indicator);
}

/** No-break spaces as plain ones, so that rows can be read. */
export const plain = (text: string | null): string | null => text?.replace(/\u00a0/g, ' ') ?? null;
