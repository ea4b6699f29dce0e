import { dayAt, dayNumber } from '#lib/domain/calendar.ts';
import { composed } from '../read-text.ts';
import { shown } from './number-format.ts';
import type { Shown } from './number-format.ts';

/* What stands in a cell of a workbook, as a Swedish Excel would write it to a text file, but exactly. */

/** A cell as the workbook holds it. */
export type RawCell =
  | { readonly type: 'number'; readonly value: number; readonly format: string }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'truth'; readonly value: boolean }
  | { readonly type: 'error'; readonly value: number | undefined };

export type CellText = {
  readonly text: string;
  /** A number of the workbook's own: no sign of it can be taken for another. */
  readonly isNumber: boolean;
};

/** So many digits are all that Excel itself keeps: 0.1 + 0.2 is 0.3. */
const DIGITS = 15;

/** 1.5e-7 as 0.00000015, and 1e+21 with all its zeros. */
function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', exponent] = match;
  const power = Number(exponent);
  return power < 0
    ? `${sign}0.${'0'.repeat(-power - 1)}${first}${rest}`
    : `${sign}${first}${rest.padEnd(power, '0')}`;
}

/** All digits of a number and no exponent, with a decimal comma. */
export function spelled(number: number): string {
  const rounded = Number(number.toPrecision(DIGITS));
  return withoutExponent(String(rounded)).replace('.', ',');
}

/** Day 0 of Excel's two calendars. */
const STARTS = { 1900: dayNumber('1899-12-30'), 1904: dayNumber('1904-01-01') } as const;
export type Calendar = keyof typeof STARTS;

/** Excel takes 1900 for a leap year, as Lotus did: before its 29 February days are counted from one later. */
const FALSE_LEAP_DAY = 60;
/** 9999-12-31: what is later Excel shows as no day. */
const LAST_SERIAL = 2_958_465;

const isSerial = (serial: number) => serial >= 0 && serial < LAST_SERIAL + 1;

function dayOfSerial(serial: number, calendar: Calendar): string {
  const whole = Math.floor(serial);
  const late = calendar === 1900 && whole > 0 && whole < FALSE_LEAP_DAY ? 1 : 0;
  return dayAt(STARTS[calendar] + whole + late);
}

const two = (number: number) => String(number).padStart(2, '0');
const MINUTES = 24 * 60;

/** 37:30: hours go on past 24. */
function hoursAndMinutes(days: number): string {
  const minutes = Math.round(days * MINUTES);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

type Writer = (value: number, calendar: Calendar) => string;
const WRITERS: Readonly<Record<Exclude<Shown, 'number' | 'percent'>, Writer>> = {
  day: dayOfSerial,
  month: (value, calendar) => dayOfSerial(value, calendar).slice(0, 7),
  year: (value, calendar) => dayOfSerial(value, calendar).slice(0, 4),
  time: (value) => hoursAndMinutes(value % 1),
  duration: hoursAndMinutes,
};

function numberText(value: number, format: string, calendar: Calendar): CellText {
  const kind = shown(format);
  if (kind === 'percent') return { text: `${spelled(value * 100)} %`, isNumber: true };
  if (kind === 'number' || !isSerial(value)) return { text: spelled(value), isNumber: true };
  return { text: WRITERS[kind](value, calendar), isNumber: false };
}

/** ECMA-376 18.17.3, by the numbers that the library gives them. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
const ANY_ERROR = '#ERROR!';

const asText = (text: string): CellText => ({ text, isNumber: false });

export function cellText(cell: RawCell, calendar: Calendar): CellText {
  if (cell.type === 'number') return numberText(cell.value, cell.format, calendar);
  if (cell.type === 'text') return asText(composed(cell.value));
  if (cell.type === 'truth') return asText(cell.value ? 'SANT' : 'FALSKT');
  return asText(ERRORS[cell.value ?? -1] ?? ANY_ERROR);
}
