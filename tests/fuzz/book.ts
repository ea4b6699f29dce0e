import { dayNumber } from '#lib/domain/calendar.ts';
import { pick } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { workbook } from '../workbook.ts';
import type { TestCell, TestSheet } from '../workbook.ts';
import { linesOf } from './dress.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';

/* A table as a workbook: numbers as numbers, days as days, and other sheets beside it. */

/** Day 0 of each calendar of Excel's. */
const STARTS = { false: dayNumber('1899-12-30'), true: dayNumber('1904-01-01') } as const;

type Habits = {
  /** Numbers as numbers, or all of them stored as text. */
  readonly hasNumbers: boolean;
  readonly hasDays: boolean;
  readonly is1904: boolean;
};

const NUMBER_FORMATS = ['0', '2', '4', '3', '0.0', '#,##0.00', '0.00;[Red]-0.00', '# ##0'] as const;
const SHARE_FORMATS = ['9', '10', '0.0%', '0.00\\ %'] as const;
const DAY_FORMATS = ['14', 'yyyy-mm-dd', 'd mmmm yyyy'] as const;
const MONTH_FORMATS = ['yyyy-mm', 'mmm yyyy', '17'] as const;

/** Excel keeps fifteen digits: a number with more is there as text. */
const isKept = (value: number) => Number(value.toPrecision(15)) === value;

function numberCell(random: Random, text: string, value: number): TestCell {
  if (text.includes('%')) return { value: value / 100, format: pick(random, SHARE_FORMATS) };
  return random() < 0.5 ? value : { value, format: pick(random, NUMBER_FORMATS) };
}

function dayCell(random: Random, text: string, { is1904 }: Habits): TestCell {
  const isMonth = /^\d{4}-\d\d$/.test(text);
  const value = dayNumber(isMonth ? `${text}-01` : text) - STARTS[`${is1904}`];
  return { value, format: pick(random, isMonth ? MONTH_FORMATS : DAY_FORMATS) };
}

function cellOf(random: Random, sheet: Sheet, at: number, text: string, habits: Habits): TestCell {
  if (text === '') return null;
  const value = sheet.figures.includes(at) ? sheet.numbers?.get(text) : undefined;
  if (value !== undefined) {
    return habits.hasNumbers && isKept(value) ? numberCell(random, text, value) : text;
  }
  if (habits.hasNumbers && /^[1-9]\d{3}$/.test(text)) return Number(text);
  const isDay = /^\d{4}-\d\d(?:-\d\d)?$/.test(text);
  return habits.hasDays && isDay ? dayCell(random, text, habits) : text;
}

const letter = (at: number) => String.fromCharCode(65 + at);

/** Titles, and so what stands in their first cell, are merged over the table now and then. */
function mergesOf(random: Random, { header }: Sheet, { titles, columnsBefore }: Style) {
  if (titles === 0 || header.length < 2 || random() < 0.5) return [];
  const [from, to] = [letter(columnsBefore), letter(columnsBefore + header.length - 1)];
  return [`${from}1:${to}1`];
}

const EMPTY: TestSheet = { name: 'Blad2', rows: [] };
const READ_ME: TestSheet = { name: 'Läs mig', rows: [['Uttag ur systemet'], ['Frågor: kontoret']] };

function besideOf(random: Random, table: TestSheet): readonly TestSheet[] {
  const hidden = { ...table, name: 'Gammal', state: 'hidden' };
  return pick(random, [
    [table],
    [table],
    [table, EMPTY],
    [EMPTY, table],
    [READ_ME, table],
    [hidden, table],
  ]);
}

export function booked(sheet: Sheet, random: Random, style: Style): Uint8Array {
  const habits = {
    hasNumbers: sheet.numbers !== undefined && random() < 0.8,
    hasDays: random() < 0.7,
    is1904: random() < 0.1,
  };
  const rows = linesOf(sheet, random, style).map((line) =>
    line.map((text, at) => cellOf(random, sheet, at - style.columnsBefore, text, habits)),
  );
  const table = { name: 'Tabell', rows, merges: mergesOf(random, sheet, style) };
  return workbook(besideOf(random, table), { is1904: habits.is1904 });
}
