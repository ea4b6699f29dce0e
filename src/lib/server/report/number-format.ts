import { formatNumber } from '#lib/format/sv.ts';

/*
 * How a workbook shows a number as the report says it. Codes are written as in English; Excel shows them in the
 * reader's language: "#,##0.0" is "3 285,6" in Swedish.
 */

/** Excel takes no longer code. */
const LONGEST = 255;

const quoted = (words: string) => (words === '' ? '' : `"${words}"`);

const places = (decimals: number) => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;

/** Words around the number, as "dagar" or "av 42", stand in the code: what is seen is what the report says. */
export function numberFormat(words: string, value: number, decimals: number): string {
  const code = places(decimals);
  const number = formatNumber(value, decimals);
  const at = words.indexOf(number);
  if (at === -1) return code;
  const [before, after] = [words.slice(0, at), words.slice(at + number.length)].map(quoted);
  const whole = `${before}${code}${after}`;
  // Neither a quote nor a line end can be written within quotes.
  return whole.length > LONGEST || /["\n]/.test(words) ? code : whole;
}
