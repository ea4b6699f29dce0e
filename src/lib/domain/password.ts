import { err, ok } from './result.ts';
import type { Result } from './result.ts';

/* What a password must be (ASVS 5.0 6.2.1, 6.2.4, 6.2.9): long, and none that everybody uses. Nothing else. */

export const SHORTEST_PASSWORD = 12;
/** Long enough for any sentence; more would only cost the server work. */
export const LONGEST_PASSWORD = 256;

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'own-name';

/** Signs as a person counts them. */
const lengthOf = (text: string) => [...text].length;

/** So much of what is written is worth looking at: one sign more than any password has. */
export const cutPassword = (password: string): string =>
  [...password.slice(0, 4 * LONGEST_PASSWORD)].slice(0, LONGEST_PASSWORD + 1).join('');

/** Of less than four signs nothing is given away. */
const isWithin = (whole: string, part: string) => part.length >= 4 && whole.includes(part);

/**
 * `own` are what others know of the person: name and e-mail address, with its parts. `isCommon` says whether
 * many use a password.
 */
export function checkPassword(
  password: string,
  own: readonly string[],
  isCommon: (password: string) => boolean,
): Result<string, PasswordFault> {
  if (lengthOf(password) < SHORTEST_PASSWORD) return err('too-short');
  if (lengthOf(password) > LONGEST_PASSWORD) return err('too-long');
  const folded = password.toLowerCase();
  if (isCommon(folded)) return err('common');
  const parts = own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u));
  // What is left when one's own name is taken away must be a password too.
  const rest = parts.reduce(
    (left, part) => (isWithin(left, part) ? left.replaceAll(part, '') : left),
    folded,
  );
  return rest !== folded && lengthOf(rest) < SHORTEST_PASSWORD / 2 ? err('own-name') : ok(password);
}
