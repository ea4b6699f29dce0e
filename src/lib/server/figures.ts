import { figuresOf } from '#lib/charts/figures.ts';
import type { Figure } from '#lib/charts/figures.ts';
import { NARROW, WIDE } from '#lib/charts/look.ts';
import type { Size } from '#lib/charts/look.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { chartSvg } from './chart-svg.ts';

/** A chart drawn for a wide and for a narrow place. */
export type Drawn = Pick<Figure, 'title' | 'alt' | 'notes'> & {
  readonly wide: string;
  readonly narrow: string;
};

function drawnOf({ title, alt, notes, draw }: Figure): Drawn {
  const svgOf = (size: Size) => {
    const { option, height } = draw(size);
    return chartSvg(option, { width: size.width, height }, alt);
  };
  return { title, alt, notes, wide: svgOf(WIDE), narrow: svgOf(NARROW) };
}

/** A drawing costs some milliseconds, and lasts as long as the assessed tree it is drawn from. */
const keptOf = new WeakMap<AssessedIndicator, readonly Drawn[]>();

export function drawFigures(
  one: AssessedIndicator,
  { places, occasion }: Pick<Assessed, 'places' | 'occasion'>,
): readonly Drawn[] {
  const kept = keptOf.get(one) ?? figuresOf(one, places, occasion.cutoffOn).map(drawnOf);
  keptOf.set(one, kept);
  return kept;
}
