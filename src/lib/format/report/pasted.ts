import { blocksOf } from '#lib/domain/rich-text.ts';
import type { Cell, Piece, Row, Table } from '../document.ts';
import { numberCell, wordsCell } from './table.ts';

/*
 * Texts of chapters: paragraphs, lists and bold as everywhere, and tables as they come from Excel or Word, a line a row
 * with tabs between its cells. The first line is the head; the line right before it is what the table is called.
 */

const isRow = (line: string) => line.includes('\t');

/** "−5 819,1", "1 040", "6,8 %": what a column of numbers has. */
const NUMBER = /^[−–-]?\s?\d{1,3}(?:[ \u00a0\u202f.]?\d{3})*(?:,\d+)?\s?%?$/;

function valueOf(words: string): number | null {
  if (!NUMBER.test(words)) return null;
  const bare = words.replace(/[\s\u00a0\u202f.%]/g, '').replace(/^[−–-]/, '-');
  return Number(bare.replace(',', '.'));
}

const decimalsOf = (words: string) => /,(\d+)/.exec(words)?.[1]?.length ?? 0;

/** A minus as we write it; a number stays where it can be reckoned with. */
function cellOf(words: string): Cell {
  const value = valueOf(words);
  if (value === null) return wordsCell(words);
  return numberCell(words.replace(/^[–-]\s?(?=\d)/, '\u2212'), value, decimalsOf(words));
}

const cellsOf = (line: string) => line.split('\t').map((cell) => cell.trim());

function tableOf(caption: string, lines: readonly string[]): Table {
  const [head = [], ...body] = lines.map(cellsOf);
  const width = Math.max(...lines.map((line) => cellsOf(line).length));
  const at = (row: readonly string[], column: number) => row[column] ?? '';
  const columns = Array.from({ length: width }, (_, column) => {
    const told = body.map((row) => at(row, column)).filter((words) => words !== '');
    const isNumber = column > 0 && told.length > 0 && told.every((words) => NUMBER.test(words));
    return { title: at(head, column), isNumber, share: column === 0 ? 4 : isNumber ? 1 : 2 };
  });
  const rows = body.map((row): Row =>
    row.length === 1
      ? { kind: 'heading', cells: [wordsCell(at(row, 0))] }
      : { kind: 'cells', cells: columns.map((_, column) => cellOf(at(row, column))) },
  );
  return { kind: 'table', caption, columns, rows, notes: [] };
}

/** What a chapter says, in order; nothing of a text of blanks. `title` is what a table is called that has no name. */
export function chapterPieces(text: string, title: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const words: string[] = [];
  const rows: string[] = [];
  const endWords = () => pieces.push(...blocksOf(words.splice(0).join('\n')));
  const endRows = () => {
    if (rows.length === 0) return;
    const isNamed = words.length > 0 && words.at(-1)?.trim() !== '';
    const caption = isNamed ? (words.pop() ?? '') : title;
    endWords();
    pieces.push(tableOf(caption.trim(), rows.splice(0)));
  };
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    // A line alone in the midst of a table is a heading in it.
    const isWithin = rows.length > 0 && line.trim() !== '' && isRow(lines[at + 1] ?? '');
    if (isRow(line) || isWithin) rows.push(line);
    else {
      endRows();
      words.push(line);
    }
  }
  endRows();
  endWords();
  return pieces;
}
