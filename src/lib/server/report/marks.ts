import type { Aspect, Colour } from '#lib/domain/model.ts';
import type { Mark } from '#lib/format/document.ts';

/*
 * States on paper: the shapes and the inks of the pages (IconSprite), as signs that the fonts of Word, Excel and mail
 * have, so that a state is told apart in black and white too.
 */

export type Drawn = {
  readonly sign: string;
  /** For the sign and its word; at least 4,5:1 against white and against `tint` (WCAG 2.2, 1.4.3). */
  readonly ink: string;
  /** Behind the word in a workbook, where a cell is coloured and no sign is drawn. */
  readonly tint: string;
};

type Shape = Readonly<Record<Aspect, string>>;

/** A forecast is hollow, an outcome filled. */
const SHAPE: Readonly<Record<Colour, Shape>> = {
  green: { outcome: '●', forecast: '○' },
  lightgreen: { outcome: '⬢', forecast: '⬡' },
  yellow: { outcome: '▲', forecast: '△' },
  orange: { outcome: '◆', forecast: '◇' },
  red: { outcome: '■', forecast: '□' },
  none: { outcome: '⊖', forecast: '⊖' },
};

const INK: Readonly<Record<Colour, Omit<Drawn, 'sign'>>> = {
  green: { ink: '1F7A4D', tint: 'E3F1E8' },
  lightgreen: { ink: '3F6D22', tint: 'EBF3E0' },
  yellow: { ink: '7D5300', tint: 'FCF2D7' },
  orange: { ink: '9A4708', tint: 'FDEEE0' },
  red: { ink: 'B42318', tint: 'FBE6E3' },
  none: { ink: '4A5663', tint: 'F1F2F4' },
};

/** Nobody has said. */
const UNSAID: Drawn = { sign: '◌', ...INK.none };

export const drawn = ({ colour, aspect }: Mark): Drawn =>
  colour === null ? UNSAID : { sign: SHAPE[colour][aspect], ...INK[colour] };
