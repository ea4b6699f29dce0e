import type { Sex } from '#lib/domain/model.ts';
import { between, pick } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { aPeriod } from './periods.ts';
import type { Spelled } from './periods.ts';
import { words } from './columns.ts';
import type { Column } from './columns.ts';
import { distinct } from './sheet.ts';
import { anyCase, SEX_WORDS } from './words.ts';
import type { Called } from './world.ts';

/* Whom the figures of a row are of: somewhere, once, of a sex. */

export type Group = { readonly place: Called; readonly when: Spelled; readonly sex: Sex };

type Of = {
  readonly places: readonly Called[];
  readonly hasSex: boolean;
  readonly most: number;
  readonly aWhen?: (random: Random) => Spelled;
};

export const groupKey = ({ place, when, sex }: Group): string =>
  `${place.id} ${when.period} ${sex}`;

export const someGroups = (
  random: Random,
  { places, hasSex, most, aWhen = aPeriod }: Of,
): readonly Group[] =>
  distinct(
    Array.from({ length: between(random, 1, most) }, () => ({
      place: pick(random, places),
      when: aWhen(random),
      sex: hasSex ? pick(random, ['T', 'K', 'M'] as const) : 'T',
    })),
    groupKey,
  );

type Headings = {
  /** Null where the file names no place. */
  readonly place: readonly string[] | null;
  readonly period: readonly string[];
  readonly hasSex: boolean;
};

/** The columns that say so, with a row for each group. */
export const groupColumns = (
  random: Random,
  groups: readonly Group[],
  { place, period, hasSex }: Headings,
): readonly Column[] => {
  const named =
    place &&
    words(
      pick(random, place),
      groups.map((one) => anyCase(random, one.place.names[0]!)),
    );
  const sexes = groups.map(({ sex }) => pick(random, SEX_WORDS[sex]));
  return [
    ...(named ? [named] : []),
    words(
      pick(random, period),
      groups.map(({ when }) => when.text),
    ),
    ...(hasSex ? [words('Kön', sexes)] : []),
  ];
};
