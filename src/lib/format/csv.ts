/* Tables as text that Excel opens: semicolons, and nothing in them that it would run. */

/** Excel takes the file for UTF-8. */
export const BOM = '\uFEFF';

/** A text that begins so is run as a formula, or pushed over the one before (ASVS 5.0 1.2.10). */
const RUNS = /^[=+\-@\t\r]/;

/** Written with our comma it is a number all the same, also below nought. */
const NUMBER = /^-?\d+(?:,\d+)?$/;

/** A number stays a number; a text is never one that is run. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = RUNS.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row, with its end. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(cell).join(';')}\r\n`;
