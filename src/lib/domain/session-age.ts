import type { Role } from './permission.ts';

/* How long somebody stays signed in (ASVS 5.0 7.3.1 and 7.3.2). Times are milliseconds since 1970. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Without a page being asked for. Who can change something leaves less behind at an open desk. */
const IDLE: Readonly<Record<Role, number>> = {
  lasare: 8 * HOUR,
  rapportskrivare: 30 * MINUTE,
  kvalitetsstrateg: 30 * MINUTE,
  administrator: 30 * MINUTE,
};

/** Whatever is done in it. */
export const LONGEST_SESSION = 12 * HOUR;

export type SessionTimes = { readonly createdAt: number; readonly seenAt: number };

/** Whether a session has ended. Somebody without roles is as who reads. */
export function hasEnded(
  { createdAt, seenAt }: SessionTimes,
  roles: readonly Role[],
  now: number,
): boolean {
  const idle = Math.min(...roles.map((role) => IDLE[role]), IDLE.lasare);
  return now - seenAt >= idle || now - createdAt >= LONGEST_SESSION;
}
