/*
 * How long somebody who guesses passwords waits (ASVS 5.0 6.1.1 and 6.3.1): longer for each wrong answer,
 * and never so that an account is shut. Times are milliseconds since 1970.
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A login that was tried and refused, or let in. */
export type Try = { readonly at: number; readonly ok: boolean };

/** So many wrong answers cost nothing: people mistype. */
const FREE = 5;
const LONGEST_WAIT = 15 * MINUTE;
/** So many are taken of an account in a day, from wherever they come. */
const MOST_A_DAY = 100;
/** So many are taken from one address in a quarter, whomever they are about. */
export const MOST_FROM_ADDRESS = 20;
export const ADDRESS_WINDOW = 15 * MINUTE;
/** Older tries say nothing. */
export const FORGOTTEN_AFTER = DAY;

/** What was wrong since the last time it was right, within a day; the oldest first. */
function wrongSince(tries: readonly Try[], now: number): readonly number[] {
  const recent = tries.filter(({ at }) => at > now - DAY).toSorted((a, b) => a.at - b.at);
  const last = recent.findLastIndex(({ ok }) => ok);
  return recent.slice(last + 1).map(({ at }) => at);
}

/** From when the next answer for an account is taken: 1, 2, 4 … seconds after the fifth wrong one. */
function accountOpensAt(wrong: readonly number[]): number {
  const last = wrong.at(-1);
  if (last === undefined || wrong.length < FREE) return 0;
  const wait = Math.min(2 ** (wrong.length - FREE) * SECOND, LONGEST_WAIT);
  const oldest = wrong.at(-MOST_A_DAY);
  return oldest === undefined ? last + wait : Math.max(last + wait, oldest + DAY);
}

/** From when the next answer from an address is taken. */
function addressOpensAt(tries: readonly Try[]): number {
  const wrong = tries.filter(({ ok }) => !ok).map(({ at }) => at);
  const oldest = wrong.toSorted((a, b) => a - b).at(-MOST_FROM_ADDRESS);
  return oldest === undefined ? 0 : oldest + ADDRESS_WINDOW;
}

/**
 * Whole seconds until a password is looked at; 0 when it is now. `account` are the tries of an account from
 * anywhere, `address` those from an address for any account.
 */
export function secondsToWait(
  account: readonly Try[],
  address: readonly Try[],
  now: number,
): number {
  const opensAt = Math.max(accountOpensAt(wrongSince(account, now)), addressOpensAt(address));
  return Math.max(0, Math.ceil((opensAt - now) / SECOND));
}
