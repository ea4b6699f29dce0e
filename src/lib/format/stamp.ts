import { dayAt, dayNumber } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/calendar.ts';

/* Moments in Swedish time, written so that they sort as text; and where a Swedish day begins. */

const STAMP = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Europe/Stockholm',
});

/** "2026-11-26 14:35:07". Text that is no moment comes back as it is. */
export const formatStamp = (at: string): string =>
  Number.isNaN(Date.parse(at)) ? at : STAMP.format(new Date(at));

/** The moment that a day begins here, in UTC: "2026-03-29" begins at "2026-03-28T23:00:00.000Z". */
export function dayBegins(day: Day): string {
  // Clocks are changed at two in the night: at midnight it is summer time or it is not.
  const [summer, winter] = ['+02:00', '+01:00'].map((zone) =>
    new Date(`${day}T00:00:00${zone}`).toISOString(),
  ) as [string, string];
  return formatStamp(summer) === `${day} 00:00:00` ? summer : winter;
}

const LAST_DAY = '9999-12-31';

/** The moment that a day is over; the last that can be written ends with its year, in UTC. */
export const dayEnds = (day: Day): string =>
  day === LAST_DAY ? `${LAST_DAY}T23:59:59.999Z` : dayBegins(dayAt(dayNumber(day) + 1));
