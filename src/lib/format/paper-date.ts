import type { PaperDate } from '#lib/domain/model.ts';
import { formatDay } from './sv.ts';

/** Written as a day, whether or not there is such a day: "2023-04-31", "23-01-30". */
const LIKE_A_DAY = /^\d{2,4}-\d{1,2}-\d{1,2}$/;

/**
 * A date as the papers have it: "26 april 2022", "”hösten 2023”". One that is written as a day that
 * there is not is never mended, and says so.
 */
export function paperDateWords(date: PaperDate | null): string {
  if (date === null) return 'utan datum';
  if (date.day !== null) return formatDay(date.day);
  const quoted = `”${date.text}”`;
  return LIKE_A_DAY.test(date.text) ? `${quoted} (går inte att läsa som ett datum)` : quoted;
}
