import { describe, expect, test } from 'vitest';
import type { Aspect, Colour } from '#lib/domain/model.ts';
import { drawn } from './marks.ts';

const COLOURS: readonly (Colour | null)[] = [
  ...(['green', 'lightgreen', 'yellow', 'orange', 'red', 'none'] as const),
  null,
];
const ASPECTS: readonly Aspect[] = ['outcome', 'forecast'];

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (ink: string, paper: string) =>
  (luminance(paper) + 0.05) / (luminance(ink) + 0.05);

describe('a state on paper', () => {
  test('is told from every other by its sign alone', () => {
    const signs = COLOURS.slice(0, -2).flatMap((colour) =>
      ASPECTS.map((aspect) => drawn({ colour, aspect }).sign),
    );
    const others = ['none', null].map(
      (colour) => drawn({ colour: colour as Colour | null, aspect: 'outcome' }).sign,
    );
    expect(new Set([...signs, ...others]).size).toBe(12);
  });

  test.each(COLOURS)('%s can be read on white and on its own ground', (colour) => {
    const { ink, tint } = drawn({ colour, aspect: 'outcome' });
    expect(contrast(ink, 'FFFFFF')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink, tint)).toBeGreaterThanOrEqual(4.5);
  });
});
