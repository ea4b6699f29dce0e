import type { LineSeriesOption } from 'echarts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { isSameReading } from '#lib/domain/difference.ts';
import type { Point } from '#lib/domain/over-time.ts';
import { formatNumber } from '#lib/format/sv.ts';
import { decimalsOf } from '#lib/format/value.ts';
import { frameOf, lineName, pointsOf, valueOf } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { INK, LETTERS, LINE_HEIGHT, PAPER, STATE_FILL, STROKE } from './look.ts';
import { spread } from './spread.ts';

/** The value that the verdict is about alone has the colour of the verdict. */
function stateOf({ step, verdict }: AssessedIndicator, { observation }: Point) {
  const judged = verdict.because.observation;
  return step && judged && isSameReading(observation, judged) ? STATE_FILL[step.colour] : null;
}

/** More points than this are drawn smaller. */
const CROWDED = 15;

/** Hollow where it is preliminary. */
function dotOf({ one, time }: Drawing, point: Point, colour: string) {
  const state = stateOf(one, point);
  const fill = state?.fill ?? colour;
  return {
    symbolSize: state ? 12 : time.slots.length > CROWDED ? 5 : 8,
    itemStyle: {
      color: point.observation.isPreliminary ? PAPER : fill,
      borderColor: state?.edge ?? colour,
      borderWidth: 2,
    },
  };
}

/** The most values that are all written out beside one line. */
const WRITTEN = { wide: 9, narrow: 6 } as const;

/** Under a point that has its target above it, and room below it. */
function isUnder(drawing: Drawing, point: Point): boolean {
  const target = drawing.time.limits.find(({ isLater }) => !isLater)?.edges[0];
  const [low, high] = frameOf(drawing);
  const hasRoom = low !== 0 || valueOf(point) > (high - low) / 6;
  return target !== undefined && valueOf(point) < target && hasRoom;
}

/** A line alone has its values over it, or under; of many the first and last. */
function labelAlone(drawing: Drawing, point: Point) {
  const { time, size } = drawing;
  const points = pointsOf(time);
  const ats = points.map(({ at }) => at);
  const isEnd = point.at === Math.min(...ats) || point.at === Math.max(...ats);
  return {
    show: isEnd || points.length <= (size.isNarrow ? WRITTEN.narrow : WRITTEN.wide),
    position: isUnder(drawing, point) ? ('bottom' as const) : ('top' as const),
    distance: 8,
  };
}

/** About how high the chart itself is; near enough to keep letters apart. */
const plotHeight = ({ size }: Drawing) => size.height - 74;

/** Of several lines the newest values, to the right and clear of each other. */
function labelAmong(drawing: Drawing, point: Point) {
  const { time } = drawing;
  const last = Math.max(...pointsOf(time).map(({ at }) => at));
  const [low, high] = frameOf(drawing);
  const length = high - low || 1;
  const newest = pointsOf(time).filter(({ at }) => at === last);
  const downs = newest.map((one) => ((high - valueOf(one)) / length) * plotHeight(drawing));
  const index = newest.indexOf(point);
  const moved = index === -1 ? 0 : spread(downs, LINE_HEIGHT)[index]! - downs[index]!;
  return {
    ...{ show: index !== -1, position: 'right' as const, distance: 9 },
    offset: [0, Math.round(moved)],
  };
}

const labelOf = (drawing: Drawing, point: Point) => ({
  ...{ color: INK, fontSize: LETTERS, fontWeight: 600 as const },
  formatter: formatNumber(valueOf(point), decimalsOf(drawing.one)),
  ...(drawing.time.lines.length > 1 ? labelAmong(drawing, point) : labelAlone(drawing, point)),
});

/** A series for every run: between two of them nothing is drawn. */
export function lineSeries(drawing: Drawing): readonly LineSeriesOption[] {
  const { time } = drawing;
  return time.lines.flatMap(({ sex, runs }) => {
    const { colour, type, symbol } = STROKE[sex];
    return runs.map((run): LineSeriesOption => ({
      ...{ type: 'line', name: lineName(time, sex), xAxisIndex: 1, clip: false, symbol },
      ...{ lineStyle: { color: colour, width: 2.5, type }, itemStyle: { color: colour } },
      // The whole lies over its parts.
      z: sex === 'T' ? 5 : 4,
      ...(time.lines.length === 1 ? { labelLayout: { hideOverlap: true } } : {}),
      data: run.map((point) => ({
        value: [point.at, valueOf(point)],
        ...dotOf(drawing, point, colour),
        label: labelOf(drawing, point),
      })),
    }));
  });
}
