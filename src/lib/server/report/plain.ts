import type { Run } from '#lib/domain/rich-text.ts';
import type { Piece, ReportDocument, Table } from '#lib/format/document.ts';
import { cellText } from './cell-text.ts';
import { holdableAll } from './text.ts';

/* What is copied as it lands where there is no HTML: tables with tabs between their cells, so that a sheet takes them. */

const oneLine = (text: string) => text.replace(/\s*[\t\n]\s*/g, ' ').trim();

const lineText = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

/** What stands beside a value follows it in brackets. */
function tableText({ caption, columns, rows, notes }: Table): string {
  const lines = rows.map(({ kind, cells }) =>
    (kind === 'heading' ? cells.slice(0, 1) : cells)
      .map((cell) => {
        const text = oneLine(cellText(cell));
        const beside = cell.beside === null ? '' : oneLine(cell.beside);
        return beside === '' ? text : `${text} (${beside})`.trim();
      })
      .join('\t'),
  );
  const head = columns.map(({ title }) => oneLine(title)).join('\t');
  return [oneLine(caption), head, ...lines, ...notes.map(oneLine)].join('\n');
}

function pieceText(piece: Piece): string {
  switch (piece.kind) {
    case 'heading':
      return piece.words;
    case 'paragraph':
      return piece.lines.map(lineText).join('\n');
    case 'list':
      return piece.items.map((item) => `– ${lineText(item)}`).join('\n');
    case 'picture':
      return piece.alt;
    case 'table':
      return tableText(piece);
  }
}

/** One piece or some of them as plain text, an empty line between. */
export const plainPieces = (pieces: readonly Piece[]): string =>
  holdableAll(pieces).map(pieceText).join('\n\n');

/** The whole report as plain text. */
export function plainText(given: ReportDocument): string {
  const { title, owner, facts, standing, pieces } = holdableAll(given);
  const head = [owner, title, ...facts.map((one) => `${one.title}: ${one.words}`), standing];
  return `${head.filter((text) => text !== '').join('\n')}\n\n${plainPieces(pieces)}\n`;
}
