/* What is written about a person, parsed once. */

const LONGEST_NAME = 100;
const LONGEST_EMAIL = 254;

/** Somebody's name with its blanks in order; null for none, or for a whole text. */
export function readName(text: string | undefined): string | null {
  const name = (text ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return name !== '' && name.length <= LONGEST_NAME ? name : null;
}

/** A new password as it was written, twice; null when the two are unlike. */
export const readNewPassword = (fields: ReadonlyMap<string, string>): string | null =>
  fields.get('losenord') === fields.get('igen') ? (fields.get('losenord') ?? '') : null;

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** An e-mail address as it was written; null for what is none. Whether anybody reads it, nobody knows. */
export function readEmail(text: string | undefined): string | null {
  const email = (text ?? '').normalize('NFC').trim();
  return EMAIL.test(email) && email.length <= LONGEST_EMAIL ? email : null;
}
