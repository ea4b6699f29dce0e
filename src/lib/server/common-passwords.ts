import { dictionary } from '@zxcvbn-ts/language-common';

/* The 49 000 passwords that are used the most (ASVS 5.0 6.2.4 asks for 3 000), and what is made of them. */

/** The list is English: what people here write first. */
const SWEDISH =
  'lösenord losenord hemligt hemligheten välkommen valkommen sommar sommaren vinter vintern höst hösten vår våren ' +
  'hejsan hejhej godmorgon kommun kommunen nämnden socialnämnden fyren sverige stockholm göteborg qwertyåäö';

const COMMON: ReadonlySet<string> = new Set([
  ...dictionary['passwords-common'],
  ...SWEDISH.split(' '),
]);

/** One part over and over: abcabcabcabc. */
const REPEATED = /^(.{1,6})\1+$/u;
/** What people put after a word to be let in: 2026, 123!, !!!. */
const TAIL = /[^\p{L}]+$/u;

/** Whether many use a password, which is in small letters; also a common one with figures after it, or twice. */
export function isCommonPassword(password: string): boolean {
  const base = password.replace(TAIL, '');
  const [, part = ''] = REPEATED.exec(base) ?? [];
  const isMade = base !== '' && (COMMON.has(base) || part !== '');
  return COMMON.has(password) || REPEATED.test(password) || base === '' || isMade;
}
