import type { AssessedIndicator } from './assess-indicator.ts';

export type Group = {
  /** Null for those that stand under no heading. */
  readonly heading: string | null;
  readonly indicators: readonly AssessedIndicator[];
};

/** Indicators under the plan's own headings, in the plan's order. */
export function groupByHeading(indicators: readonly AssessedIndicator[]): readonly Group[] {
  const headings = [...new Set(indicators.map((one) => one.indicator.heading))];
  return headings.map((heading) => ({
    heading,
    indicators: indicators.filter((one) => one.indicator.heading === heading),
  }));
}
