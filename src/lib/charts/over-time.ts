import type { EChartsOption } from 'echarts';
import { formatGiven } from '#lib/format/amount.ts';
import { formatNumber } from '#lib/format/sv.ts';
import { decimalsOf } from '#lib/format/value.ts';
import { axisLabel, thinned } from './axis-label.ts';
import { frameOf, lineName, pointsOf, startsAtZero, valueOf } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { legendOf, legendRows } from './legend.ts';
import type { Named } from './legend.ts';
import { FONT, GRID, INK, INK_2, LETTERS, LINE_HEIGHT, widthOf } from './look.ts';
import { lineSeries } from './over-time-lines.ts';
import { cutSeries, frameSeries, limitName, limitSeries, planSeries } from './over-time-marks.ts';

/* Values through time. Slots are numbers on a hidden axis, so that a target reaches half a slot out. */

/** The names that a legend tells apart; a line alone needs none. */
function namesOf(drawing: Drawing): readonly Named[] {
  const { time } = drawing;
  const names: readonly Named[] = [
    ...time.lines.map(({ sex }) => ({ name: lineName(time, sex) })),
    ...planSeries(drawing).map(({ name, symbol }) => ({ name, sign: symbol })),
    ...time.limits.map((limit) => ({
      name: limitName(drawing, limit),
      sign: limit.isLater ? ('dots' as const) : ('dashes' as const),
    })),
  ];
  return names.length > 1 ? names : [];
}

/** As many labels as there is room for, on the axis that says what the slots are. */
function axisLabels({ time, size }: Drawing): readonly string[] {
  const labels = time.slots.map(({ period }) => axisLabel(period));
  const widest = Math.max(...labels.flatMap((label) => label.split('\n').map(widthOf)));
  return thinned(labels, Math.max(1, Math.floor((size.width - 60) / (widest + 6))));
}

/** What of a value written to the right of its point goes past its half slot. */
function rightOf({ one, time, size }: Drawing): number {
  if (time.lines.length < 2) return 6;
  const decimals = decimalsOf(one);
  const words = pointsOf(time).map((point) => formatNumber(valueOf(point), decimals));
  const halfSlot = (size.width - 60) / time.slots.length / 2;
  // Bold letters, and perhaps not the ones we asked for.
  return Math.max(6, 16 + 1.25 * Math.max(...words.map(widthOf)) - halfSlot);
}

/** Room for the numbers at the outermost points, but not past a nought that nothing passes. */
function airOf(drawing: Drawing): [string, string] {
  const [low, high] = frameOf(drawing);
  return [low === 0 ? '0%' : '10%', high === 0 ? '0%' : '6%'];
}

/** The letters above the chart: the legend, and the words of a break. */
const lettersOver = (drawing: Drawing) =>
  legendRows(namesOf(drawing), drawing.size) * 24 + (drawing.time.cuts.length > 0 ? 18 : 0);

/** The drawing grows by what is over it, so that the chart itself keeps its height. */
export const heightOver = (drawing: Drawing): number => drawing.size.height + lettersOver(drawing);

/** One indicator through time, as ECharts is told it. */
export function overTimeOption(drawing: Drawing): EChartsOption {
  const { time, size } = drawing;
  const letters = { color: INK_2, fontSize: LETTERS };
  return {
    ...{ animation: false, textStyle: { fontFamily: FONT, fontSize: LETTERS, color: INK } },
    legend: legendOf(namesOf(drawing), size),
    grid: { left: 2, right: rightOf(drawing), bottom: 2, top: 22 + lettersOver(drawing) },
    xAxis: [
      {
        ...{ type: 'category', data: [...axisLabels(drawing)], axisTick: { show: false } },
        axisLabel: { ...letters, interval: 0, lineHeight: LINE_HEIGHT },
        axisLine: { onZero: false, lineStyle: { color: INK_2 } },
      },
      { type: 'value', min: -0.5, max: time.slots.length - 0.5, show: false },
    ],
    yAxis: {
      ...{ type: 'value', scale: !startsAtZero(time), splitNumber: 4 },
      boundaryGap: airOf(drawing),
      // No half person on an axis of persons.
      minInterval: 10 ** -decimalsOf(drawing.one),
      ...{ axisLine: { show: false }, axisTick: { show: false } },
      axisLabel: { ...letters, formatter: (value: number) => formatGiven(value) },
      splitLine: { lineStyle: { color: GRID } },
    },
    series: [
      frameSeries(drawing),
      ...limitSeries(drawing),
      ...cutSeries(drawing),
      ...planSeries(drawing),
      ...lineSeries(drawing),
    ],
  };
}
