import { assessAll } from '#lib/domain/assess-all.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { About } from '#lib/domain/bound.ts';
import type { Indicator, Measure, Scale, Target } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import { statementsOf } from '#lib/domain/statements.ts';
import { draftOf } from '#lib/format/draft.ts';
import { textOf } from '#lib/format/token.ts';
import type { Draft } from '#lib/format/token.ts';
import {
  aMeasure,
  anIndicator,
  anObservation,
  aScale,
  aSnapshot,
  aTarget,
  GREEN,
  RED,
  YELLOW,
} from './builders.ts';

/** An indicator and its values, as short as they are said. The period is January–June 2023 unless given. */
export type Told = {
  readonly title?: string;
  readonly value?: number | null;
  readonly unit?: string;
  readonly decimals?: number;
  readonly better?: Indicator['better'];
  readonly rule?: TargetRule | null;
  readonly period?: string;
  /** The value of the same period a year before; with a name, of another. */
  readonly before?: number | readonly [period: string, value: number];
  readonly indicator?: Partial<Indicator>;
  readonly measure?: Partial<Measure>;
  /** More of the value itself. */
  readonly now?: Partial<Omit<Observation, 'period'>>;
  readonly others?: readonly Observation[];
  readonly targets?: readonly Target[];
  readonly more?: Partial<Snapshot>;
};

const SHARES = new Set(['%']);

const lastYear = (period: string) => period.replaceAll(/20\d\d/g, (year) => `${Number(year) - 1}`);

/** The tree that an indicator stands in at delår 2023. */
export function toldTree(told: Told): Assessed {
  const { title = 'Väntetid', value = 102, unit = 'dagar', period = '2023-H1', rule = null } = told;
  const indicator = anIndicator({
    ...{ title, decimals: told.decimals ?? 0, better: told.better ?? 'none' },
    ...{ isCompared: rule !== null, ...told.indicator },
  });
  const { before } = told;
  const [when, was] = typeof before === 'object' ? before : [lastYear(period), before];
  return assessAll(
    aSnapshot({
      measures: [aMeasure({ unit, isShare: SHARES.has(unit), ...told.measure })],
      indicators: [indicator],
      targets: [...(rule ? [aTarget({ rule })] : []), ...(told.targets ?? [])],
      observations: [
        ...(value === null && !told.now
          ? []
          : [anObservation({ period, ...(value === null ? {} : { value }), ...told.now })]),
        ...(was === undefined ? [] : [anObservation({ period: when, value: was })]),
        ...(told.others ?? []),
      ],
      ...told.more,
    }),
  );
}

export const draftIn = (assessed: Assessed, about: About): Draft =>
  draftOf(assessed, statementsOf(assessed, about));

export const draftTold = (told: Told): Draft =>
  draftIn(toldTree(told), { kind: 'indicator', id: 1 });

/** No-break spaces as plain ones, so that rows can be read. */
export const read = (draft: Draft): string => textOf(draft).replace(/[\u00a0\u202f]/g, ' ');

/** A scale of three steps in other words. */
export const aScaleOf = (met: string, near: string, missed: string): Scale =>
  aScale({
    steps: [
      { ...GREEN, word: { outcome: met, forecast: met } },
      { ...YELLOW, word: { outcome: near, forecast: near } },
      { ...RED, word: { outcome: missed, forecast: missed } },
    ],
  });
