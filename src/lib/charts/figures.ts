import type { EChartsOption } from 'echarts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { byPart } from '#lib/domain/by-part.ts';
import type { Parts } from '#lib/domain/by-part.ts';
import type { Day } from '#lib/domain/calendar.ts';
import { overTime } from '#lib/domain/over-time.ts';
import type { OverTime } from '#lib/domain/over-time.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { byPartOption, heightOfParts, MOST_BARS } from './by-part.ts';
import type { Size } from './look.ts';
import { heightOver, overTimeOption } from './over-time.ts';
import { partsAlt, partsNotes, partsTitle, timeAlt, timeNotes, timeTitle } from './told.ts';

/** A chart with what it says in words. Drawn in more than one size: `option` of each. */
export type Figure = {
  readonly title: string;
  /** One sentence for who does not see it. */
  readonly alt: string;
  /** What one has to know to read it right. */
  readonly notes: readonly string[];
  readonly draw: (size: Size) => { readonly option: EChartsOption; readonly height: number };
};

const timeFigure = (one: AssessedIndicator, time: OverTime): Figure => ({
  title: timeTitle(one),
  alt: timeAlt(one, time),
  notes: timeNotes(one, time),
  draw: (size) => ({
    option: overTimeOption({ one, time, size }),
    height: heightOver({ one, time, size }),
  }),
});

const partsFigure = (one: AssessedIndicator, parts: Parts, places: readonly Place[]): Figure => ({
  title: partsTitle(one, parts),
  alt: partsAlt(one, parts, places),
  notes: partsNotes(parts),
  draw: (size) => ({
    option: byPartOption({ one, parts, places, size }),
    height: heightOfParts({ parts }),
  }),
});

/** Every chart of an indicator: through time, then part by part. None where nothing can be compared. */
export function figuresOf(
  one: AssessedIndicator,
  places: readonly Place[],
  cutoff: Day,
): readonly Figure[] {
  const time = overTime(one, cutoff);
  const isSexDrawn = (time?.lines.length ?? 0) > 1;
  const parts = byPart(one, places, cutoff, isSexDrawn);
  return [
    ...(time ? [timeFigure(one, time)] : []),
    ...parts
      .filter((part) => part.parts.length <= MOST_BARS)
      .map((part) => partsFigure(one, part, places)),
  ];
}
