import type { Counted } from '#lib/domain/preview.ts';
import { formatNumber } from './sv.ts';

/* What a file holds, counted in words. */

type Noun = {
  readonly one: string;
  readonly many: string;
  /** ett värde, en grupp. */
  readonly isNeuter: boolean;
};

const NOUNS: Readonly<Record<Counted, Noun>> = {
  values: { one: 'värde', many: 'värden', isNeuter: true },
  measures: { one: 'nyckeltal', many: 'nyckeltal', isNeuter: true },
  places: { one: 'kommun eller region', many: 'kommuner och regioner', isNeuter: false },
  groups: { one: 'grupp', many: 'grupper', isNeuter: false },
};

export const nounFor = (of: Counted, number: number): string =>
  number === 1 ? NOUNS[of].one : NOUNS[of].many;

/** "1 grupp", "6 099 nyckeltal". */
export const counted = (of: Counted, number: number): string =>
  `${formatNumber(number, 0)} ${nounFor(of, number)}`;

const ADJECTIVES = {
  new: ['ny', 'nytt', 'nya'],
  changed: ['ändrad', 'ändrat', 'ändrade'],
  unchanged: ['oförändrad', 'oförändrat', 'oförändrade'],
} as const;

/** "1 nytt", "1 ny", "38 nya": with its noun after it. */
export function countedAs(adjective: keyof typeof ADJECTIVES, of: Counted, number: number): string {
  const [common, neuter, many] = ADJECTIVES[adjective];
  const one = NOUNS[of].isNeuter ? neuter : common;
  return `${formatNumber(number, 0)} ${number === 1 ? one : many}`;
}
