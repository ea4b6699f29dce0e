import type { LineSeriesOption, ScatterSeriesOption } from 'echarts';
import type { Limit } from '#lib/domain/limits.ts';
import { frameOf, valueOf } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { shorten } from './letters.ts';
import { limitWords } from './limit-words.ts';
import { INK, INK_2, LETTERS, NEAR_FILL, PAPER, STATE_FILL } from './look.ts';

/* What stands beside the values: plans, targets, breaks. */

const PLANS = [
  { kind: 'budget', name: 'Budget', symbol: 'rect', symbolSize: 11 },
  { kind: 'prognos', name: 'Prognos', symbol: 'diamond', symbolSize: 14 },
] as const;

type PlanSign = { readonly name: string; readonly symbol: 'rect' | 'diamond' };

/** Hollow and never coloured: a budget a square, a forecast a diamond. */
export const planSeries = ({
  time,
}: Pick<Drawing, 'time'>): readonly (ScatterSeriesOption & PlanSign)[] =>
  PLANS.map(({ kind, name, symbol, symbolSize }) => ({
    ...{ type: 'scatter' as const, name, symbol, symbolSize, xAxisIndex: 1, clip: false, z: 3 },
    itemStyle: { color: PAPER, borderColor: INK_2, borderWidth: 1.75 },
    data: time.planned
      .filter(({ observation }) => observation.kind === kind)
      .map((point) => [point.at, valueOf(point)]),
  })).filter(({ data }) => data.length > 0);

export const limitName = ({ one, size }: Drawing, limit: Limit): string =>
  shorten(limitWords(one, limit), size.isNarrow ? 38 : 70);

type Stroke = NonNullable<LineSeriesOption['lineStyle']>;

/** A line from half a slot before the first to half a slot after the last. */
const across = ({ from, to }: Limit, at: number, lineStyle: Stroke): LineSeriesOption => ({
  ...{ type: 'line', xAxisIndex: 1, symbol: 'none', clip: false, z: 2, lineStyle },
  data: [
    [from - 0.5, at],
    [to + 0.5, at],
  ],
});

const bandsOf = ({ from, to, near }: Limit): [{ coord: number[] }, { coord: number[] }][] =>
  near.map(([low, high]) => [{ coord: [from - 0.5, low] }, { coord: [to + 0.5, high] }]);

/** The edges of a target over its year; a later year's dotted. */
const edgeSeries = (drawing: Drawing, limit: Limit): readonly LineSeriesOption[] =>
  limit.edges.map((at) => ({
    ...across(limit, at, { color: INK, width: 1.75, type: limit.isLater ? [2, 4] : [8, 5] }),
    ...{ name: limitName(drawing, limit), itemStyle: { color: INK } },
  }));

/** The yellow around it, with an edge that is seen without colour. */
const nearSeries = (limit: Limit): readonly LineSeriesOption[] =>
  limit.near
    .flat()
    .filter((at) => !limit.edges.includes(at))
    .map((at, index) => ({
      ...across(limit, at, { color: STATE_FILL.yellow.edge, width: 1, type: [2, 3] }),
      ...(index === 0
        ? { markArea: { silent: true, itemStyle: { color: NEAR_FILL }, data: bandsOf(limit) } }
        : {}),
    }));

export const limitSeries = (drawing: Drawing): readonly LineSeriesOption[] =>
  drawing.time.limits.flatMap((limit) => [...nearSeries(limit), ...edgeSeries(drawing, limit)]);

/** One break has its reason on it; of several each has a number, and the notes the reasons. */
const cutName = ({ time, size }: Drawing, index: number) =>
  time.cuts.length > 1
    ? `Brott ${index + 1}`
    : shorten(time.cuts[index]?.reason ?? '', size.isNarrow ? 22 : 40);

/** A dashed line between two slots, with its words on the side where there is most room. */
export const cutSeries = (drawing: Drawing): readonly LineSeriesOption[] =>
  drawing.time.cuts.map(({ before }, index) => ({
    ...{ type: 'line', xAxisIndex: 1, data: [] },
    markLine: {
      ...{ symbol: 'none', silent: true, animation: false },
      lineStyle: { color: INK_2, width: 1.5, type: [3, 4] },
      label: {
        ...{ position: 'end', distance: 4, color: INK_2, fontSize: LETTERS },
        align: before > drawing.time.slots.length / 2 ? 'right' : 'left',
        formatter: cutName(drawing, index),
      },
      data: [{ xAxis: before - 0.5 }],
    },
  }));

/** Seen by nobody: it makes the axis reach as far as it has to, and round itself off from there. */
export const frameSeries = (drawing: Drawing): ScatterSeriesOption => ({
  ...{ type: 'scatter', xAxisIndex: 1, symbolSize: 0, silent: true },
  data: frameOf(drawing).map((at) => [0, at]),
});
