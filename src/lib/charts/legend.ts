import type { LegendComponentOption } from 'echarts';
import { INK, LETTERS, widthOf } from './look.ts';
import type { Size } from './look.ts';

/** The sign before a name, and the air after it. */
const SIGN = 28;
const AIR = 18;

const itemWidth = (name: string) => SIGN + 6 + widthOf(name) + AIR;

/** How many rows the names take. */
export function legendRows(names: readonly Named[], { width }: Size): number {
  let left = 0;
  let rows = 0;
  for (const { name } of names) {
    if (rows === 0 || itemWidth(name) > left) {
      rows += 1;
      left = width;
    }
    left -= itemWidth(name);
  }
  return rows;
}

/** Signs that are not the line itself: a limit has no symbol on it, and a plan no line. */
const SIGNS = {
  dashes: 'path://M0 0h11v2h-11zM17 0h11v2h-11z',
  dots: 'path://M0 0h3v2h-3zM8 0h3v2h-3zM16 0h3v2h-3zM24 0h3v2h-3z',
  rect: 'path://M0 0h10v10h-10z',
  diamond: 'path://M5 0l5 5l-5 5l-5 -5z',
} as const;

/** A name in the legend, with its sign where that is not its line. */
export type Named = { readonly name: string; readonly sign?: keyof typeof SIGNS };

const iconOf = ({ sign }: Named) => (sign === undefined ? {} : { icon: SIGNS[sign] });

/** What tells the lines apart, in words, over the chart. */
export const legendOf = (names: readonly Named[], { width }: Size): LegendComponentOption => ({
  ...{ show: names.length > 0, left: 0, top: 0, width, padding: 2, itemGap: 12 },
  ...{ itemWidth: SIGN, itemHeight: 10, selectedMode: false },
  textStyle: { color: INK, fontSize: LETTERS },
  data: names.map((one) => ({ name: one.name, ...iconOf(one) })),
});
