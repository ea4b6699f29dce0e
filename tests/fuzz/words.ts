import type { Sex } from '#lib/domain/model.ts';
import { pick } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';

/* Words that files have for the same thing. */

export const SEX_WORDS: Readonly<Record<Sex, readonly string[]>> = {
  T: ['', 'T', 'Totalt', 'total', 'Alla'],
  K: ['K', 'k', 'Kvinnor', 'kvinna', 'Flickor'],
  M: ['M', 'Män', 'man', 'POJKAR'],
  A: ['A', 'Annat'],
};

/** What people remark, with everything in it that cuts a line wrongly. */
export const NOTES = [
  `Lång ${'text, med; allt '.repeat(40)}slut`,
  'saknas',
  '..',
  '',
  '',
  '',
  'Ny mätmetod',
  'Ökar, men långsamt; se bilaga',
  'Enligt "planen"',
  'Rad ett\nrad två, med 1,5',
  '"Citat" först',
  'a|b\tc',
  '= ingen formel',
  '-',
  '12,5',
  'Källa: egen enkät',
  'åäö ÅÄÖ é – … €',
  'ε ≤ 5 ☂',
  'Totalt',
] as const;

/** Whatever the case and the blanks. */
export const anyCase = (random: Random, text: string): string =>
  pick(random, [
    ...[text, text, text, text.toUpperCase(), text.toLowerCase(), ` ${text}  `],
    ...[text.replaceAll(' ', '\u00a0'), text.replaceAll(' ', '  '), text.replace(' ', '\n')],
  ]);
