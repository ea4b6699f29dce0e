import type { Remark, ShownValue, ValueChange } from '#lib/domain/preview.ts';
import type { Period } from '#lib/domain/period.ts';
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

type About = Pick<ValueChange, 'place' | 'sex' | 'breakdown' | 'of'> & {
  /** Null where nobody has said when. */
  readonly period: Period | null;
};

/** What a value is about beyond its indicator: "2025, Hemtjänst Norr, kvinnor". */
export function aboutWords({ period, place, sex, breakdown, of }: About): string {
  const parts = [
    period === null ? null : upperFirst(formatPeriod(period)),
    place,
    sex === 'T' ? null : SEX[sex].toLowerCase(),
    breakdown === '' ? null : breakdownWord(breakdown),
    KINDS[of],
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** What somebody should look at twice. */
export const REMARK: Readonly<Record<Remark, string>> = {
  far: 'tio gånger så mycket, eller en tiondel: stämmer det?',
  future: 'perioden har inte börjat än',
  emptied: 'värdet tas bort',
  hidden: 'döljs, annars går ett annat att räkna ut',
  revealed: 'visas igen, för inget annat går längre att räkna ut',
};
