import type { EChartsOption } from 'echarts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Parts } from '#lib/domain/by-part.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { NO_NUMBER, SEX } from '#lib/format/labels.ts';
import { placeWord } from '#lib/format/place.ts';
import { formatNumber } from '#lib/format/sv.ts';
import { breakdownWord, decimalsOf } from '#lib/format/value.ts';
import { twoLines } from './letters.ts';
import { ACCENT, FONT, INK, INK_2, LETTERS, LINE_HEIGHT, PAPER, widthOf } from './look.ts';
import type { Size } from './look.ts';

/* Values beside each other, as bars from nought. */

export type PartsDrawing = {
  readonly one: AssessedIndicator;
  readonly parts: Parts;
  readonly places: readonly Place[];
  readonly size: Size;
};

/** More bars than this are read in the table. */
export const MOST_BARS = 40;

const ROW = 40;

/** What a bar is of: the unit, the sex, or the part. */
export function partName(
  { by }: Pick<Parts, 'by'>,
  { place, sex, breakdown }: Observation,
  places: readonly Place[],
): string {
  if (by === 'sex') return SEX[sex];
  if (by === 'breakdown') return breakdownWord(breakdown);
  const unit = places.find(({ id }) => id === place);
  return unit ? placeWord(unit) : '';
}

/** Without a number it is named with what stands instead: no bar, and never nought. */
function nameOf({ parts, places, size }: PartsDrawing, part: Observation): string {
  const name = twoLines(partName(parts, part, places), size.isNarrow ? 17 : 30);
  if (part.value !== null) return name;
  const why = part.state === 'value' ? NO_NUMBER.missing : NO_NUMBER[part.state];
  return `${name.split('\n')[0] ?? ''}\n(${why})`;
}

export const heightOfParts = ({ parts }: Pick<PartsDrawing, 'parts'>): number =>
  parts.parts.length * ROW + 8;

/** The number stands outside its bar, on the side where it ends. */
const labelOf = (value: number, decimals: number) => ({
  ...{ show: true, color: INK, fontSize: LETTERS, fontWeight: 600 as const, distance: 6 },
  position: value < 0 ? ('left' as const) : ('right' as const),
  formatter: formatNumber(value, decimals),
});

/** The values from nought, with room on either side for the numbers. */
function spanOf(drawing: PartsDrawing) {
  const values = drawing.parts.parts.flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const words = values.map((value) => widthOf(formatNumber(value, decimalsOf(drawing.one))));
  const width = drawing.size.width - (drawing.size.isNarrow ? 136 : 240);
  const air = (Math.max(0, ...words) + 14) / width;
  const length = (high - low || 1) / Math.max(0.3, 1 - air * (low < 0 && high > 0 ? 2 : 1));
  return { min: low < 0 ? low - length * air : 0, max: high > 0 ? high + length * air : 0 };
}

/** The parts of a whole in one period, as ECharts is told it. */
export function byPartOption(drawing: PartsDrawing): EChartsOption {
  const { one, parts, size } = drawing;
  const decimals = decimalsOf(one);
  return {
    ...{ animation: false, textStyle: { fontFamily: FONT, fontSize: LETTERS, color: INK } },
    grid: {
      ...{ left: size.isNarrow ? 134 : 238, right: 2, top: 4, bottom: 4 },
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', show: false, ...spanOf(drawing) },
    yAxis: {
      ...{ type: 'category', inverse: true, data: parts.parts.map((one) => nameOf(drawing, one)) },
      ...{ axisTick: { show: false }, axisLine: { lineStyle: { color: INK_2 } } },
      axisLabel: { color: INK, fontSize: LETTERS, lineHeight: LINE_HEIGHT, interval: 0 },
    },
    series: [
      {
        ...{ type: 'bar', barWidth: 18 },
        data: parts.parts.map(({ value, isPreliminary }) =>
          value === null
            ? { value: '-' as const }
            : {
                value,
                itemStyle: isPreliminary
                  ? { color: PAPER, borderColor: ACCENT, borderWidth: 2 }
                  : { color: ACCENT },
                label: labelOf(value, decimals),
              },
        ),
      },
    ],
  };
}
