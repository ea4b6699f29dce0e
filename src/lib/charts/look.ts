import type { Colour, Sex } from '#lib/domain/model.ts';

/* How charts look: sizes, letters and tones. The tones are those of app.css. */

/** What a chart is drawn for. Letters are never under 12 px where the page shows that drawing. */
export type Size = { readonly width: number; readonly height: number; readonly isNarrow: boolean };

/** Shown where there are at least 560 px for it. */
export const WIDE: Size = { width: 640, height: 300, isNarrow: false };

/** Shown on a phone, down to 320 px. */
export const NARROW: Size = { width: 306, height: 280, isNarrow: true };

export const LETTERS = 14;
export const LINE_HEIGHT = 17;

export const FONT = "'Source Sans 3', 'Source Sans Pro', system-ui, 'Segoe UI', sans-serif";

export const INK = '#17212b';
export const INK_2 = '#4a5663';
export const GRID = '#e2dfd6';
export const PAPER = '#fff';
export const ACCENT = '#174a70';

/** How wide some text is, about: enough to leave room for it. */
export const widthOf = (text: string): number => [...text].length * LETTERS * 0.52;

type Stroke = {
  readonly colour: string;
  readonly type: 'solid' | number[];
  readonly symbol: 'circle' | 'triangle' | 'diamond' | 'rect';
};

/** Told apart by line and symbol too, so that no colour is needed. */
export const STROKE: Readonly<Record<Sex, Stroke>> = {
  T: { colour: ACCENT, type: 'solid', symbol: 'circle' },
  K: { colour: '#3f7398', type: [7, 4], symbol: 'triangle' },
  M: { colour: INK_2, type: [2, 3], symbol: 'diamond' },
  A: { colour: '#6b6253', type: [9, 3, 2, 3], symbol: 'rect' },
};

type Fill = { readonly fill: string; readonly edge: string };

/** The state of the point that is judged, and of no other. */
export const STATE_FILL: Readonly<Record<Colour, Fill>> = {
  green: { fill: '#1f7a4d', edge: '#1f7a4d' },
  lightgreen: { fill: '#5f9a3a', edge: '#3f6d22' },
  yellow: { fill: '#f2b632', edge: '#a86f00' },
  orange: { fill: '#d9721f', edge: '#9a4708' },
  red: { fill: '#b42318', edge: '#b42318' },
  none: { fill: ACCENT, edge: ACCENT },
};

/** The yellow around a target. */
export const NEAR_FILL = '#fcf2d7';
