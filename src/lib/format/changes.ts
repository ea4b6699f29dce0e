import type { ShownValue, ValueChange } from '#lib/domain/preview.ts';
import { formatGiven } from './amount.ts';
import { NO_NUMBER, SEX } from './labels.ts';
import { formatPeriod, upperFirst, withUnit } from './sv.ts';
import { breakdownWord } from './value.ts';

/** A value as it is or would be, with its unit; a dash where there is none. */
export function shownWords(value: ShownValue | null): string {
  if (value === null) return '–';
  return value.state === 'value' && value.value !== null
    ? withUnit(formatGiven(value.value), value.unit)
    : NO_NUMBER[value.state === 'value' ? 'missing' : value.state];
}

const KINDS = { utfall: null, prognos: 'prognos', budget: 'budget' } as const;

/** What a value is about beyond its indicator: "2025, Hemtjänst Norr, kvinnor". */
export function aboutWords({ period, place, sex, breakdown, of }: ValueChange): string {
  const parts = [
    upperFirst(formatPeriod(period)),
    place,
    sex === 'T' ? null : SEX[sex].toLowerCase(),
    breakdown === '' ? null : breakdownWord(breakdown),
    KINDS[of],
  ];
  return parts.filter((part) => part !== null).join(', ');
}
