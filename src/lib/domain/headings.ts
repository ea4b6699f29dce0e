import type { AssessedIndicator } from './assess-indicator.ts';

export type Group = {
  /** Null for those that stand under no heading. */
  readonly heading: string | null;
  /** Those held against a target, and the others: they are told in tables of their own. */
  readonly compared: readonly AssessedIndicator[];
  readonly told: readonly AssessedIndicator[];
};

/** Indicators under the plan's own headings, in the plan's order. */
export function groupByHeading(indicators: readonly AssessedIndicator[]): readonly Group[] {
  const headings = [...new Set(indicators.map((one) => one.indicator.heading))];
  return headings.map((heading) => {
    const all = indicators.filter((one) => one.indicator.heading === heading);
    return {
      heading,
      compared: all.filter((one) => one.indicator.isCompared),
      told: all.filter((one) => !one.indicator.isCompared),
    };
  });
}
