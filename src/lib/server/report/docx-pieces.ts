import { ImageRun, Paragraph } from 'docx';
import type { FileChild } from 'docx';
import type { Piece } from '#lib/format/document.ts';
import { BULLETS } from './docx-styles.ts';
import { tableBlocks } from './docx-table.ts';
import { linesRuns, signRun, textRuns } from './docx-text.ts';
import { STYLE } from './word-names.ts';

/* Each kind of piece as Word has it. */

type Of<Kind extends Piece['kind']> = Extract<Piece, { readonly kind: Kind }>;

const heading = ({ level, words, mark }: Of<'heading'>): FileChild =>
  new Paragraph({
    style: STYLE.headings[level],
    children: [...(mark ? [signRun(mark)] : []), ...textRuns(words)],
  });

const item = (runs: Of<'list'>['items'][number]): FileChild =>
  new Paragraph({
    style: STYLE.item,
    numbering: { reference: BULLETS, level: 0, custom: true },
    children: linesRuns([runs]),
  });

/** Twentieths of a point in one of the 96 dots of an inch. */
const PIXEL = 15;

/** `id` tells the pictures of a file apart; the library's own would count on from file to file. */
function picture(piece: Of<'picture'>, id: number, textWidth: number): FileChild {
  const { svg, png, alt } = piece;
  // Where nothing can be drawn, what it shows is said.
  if (!png) return new Paragraph({ children: textRuns(alt, { italics: true }) });
  const scale = Math.min(1, textWidth / PIXEL / piece.width);
  return new Paragraph({
    keepLines: true,
    children: [
      new ImageRun({
        type: 'svg',
        data: new TextEncoder().encode(svg),
        fallback: { type: 'png', data: png },
        transformation: {
          width: Math.floor(piece.width * scale),
          height: Math.floor(piece.height * scale),
        },
        altText: { id: String(id), name: `Bild ${id}`, description: alt, title: '' },
      }),
    ],
  });
}

/** `at` is which piece of the document it is, from 0; `textWidth` in twentieths of a point. */
export function pieceBlocks(piece: Piece, at: number, textWidth: number): readonly FileChild[] {
  switch (piece.kind) {
    case 'heading':
      return [heading(piece)];
    case 'paragraph':
      return [new Paragraph({ children: linesRuns(piece.lines) })];
    case 'list':
      return piece.items.map(item);
    case 'picture':
      return [picture(piece, at + 1, textWidth)];
    case 'table':
      return tableBlocks(piece, textWidth);
  }
}
