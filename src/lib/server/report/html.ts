import type { Block, Run } from '#lib/domain/rich-text.ts';
import type { Cell, Piece, ReportDocument, Row, Table } from '#lib/format/document.ts';
import { NO_CELL } from './cell-text.ts';
import { drawn } from './marks.ts';
import { escaped, holdableAll } from './text.ts';

/*
 * A report, or a piece of it, as HTML that Word, Outlook and Excel take from the clipboard: they know no style sheet, so
 * how a thing looks stands on the thing. What carries meaning is in the elements: headings, captions, th, lists.
 */

type Of<Kind extends Piece['kind']> = Extract<Piece, { readonly kind: Kind }>;

const FONT = 'font-family:Calibri,Arial,sans-serif';
const TEXT = `${FONT};font-size:11pt`;
const CELL = `${FONT};font-size:10pt;border:1px solid #b9b5a8;padding:3pt 5pt;vertical-align:top`;
const HEAD = `${CELL};background:#eef2f6;font-weight:bold`;
const SIGN = "font-family:'Segoe UI Symbol',sans-serif";
const SMALL = 'font-size:8pt;color:#4a5663';
/** Excel, which reads HTML as well, makes no formula and no date of it. */
const AS_TEXT = "mso-number-format:'\\@'";

/** Text as HTML: escaped, a line end as one, and no way for its direction to reach what stands after it. */
const words = (text: string) => escaped(text).replaceAll('\n', '<br>');

const run = ({ text, isBold }: Run) => (isBold ? `<b>${words(text)}</b>` : words(text));
const line = (runs: readonly Run[]) => runs.map(run).join('');
const lines = (all: readonly (readonly Run[])[]) => all.map(line).join('<br>');

const list = (items: readonly (readonly Run[])[], style: string) =>
  `<ul style="margin:0 0 6pt 18pt;padding:0">${items
    .map((item) => `<li dir="auto" style="${style}">${line(item)}</li>`)
    .join('')}</ul>`;

const paragraph = (all: readonly (readonly Run[])[], style: string) =>
  `<p dir="auto" style="${style};margin:0 0 6pt">${lines(all)}</p>`;

const block = (one: Block, style: string) =>
  one.kind === 'list' ? list(one.items, style) : paragraph(one.lines, style);

function wordsOf({ mark, words: said }: Cell): string {
  if (!mark) return words(said);
  const { sign, ink } = drawn(mark);
  const named = `<b style="color:#${ink}">${words(said)}</b>`;
  return `<span aria-hidden="true" style="${SIGN};color:#${ink}">${sign}</span>&nbsp;${named}`;
}

function inside(cell: Cell): string {
  const beside = cell.beside === null ? '' : `<span style="${SMALL}">${words(cell.beside)}</span>`;
  const said = wordsOf(cell);
  const text = cell.text.map((one) => block(one, `${FONT};font-size:10pt`)).join('');
  return `${said}${text}${beside !== '' && said !== '' && text === '' ? '<br>' : ''}${beside}`;
}

const tag = (name: string, attributes: string, content: string) =>
  `<${name} dir="auto" ${attributes}>${content}</${name}>`;

function rowHtml({ kind, cells }: Row, { columns }: Table): string {
  if (kind === 'heading') {
    const all = `scope="rowgroup" colspan="${columns.length}" style="${HEAD};text-align:left"`;
    return `<tr>${tag('th', all, inside(cells[0] ?? NO_CELL))}</tr>`;
  }
  const weight = kind === 'sum' ? ';font-weight:bold' : ';font-weight:normal';
  const made = columns.map(({ isNumber }, at) => {
    const cell = cells[at] ?? NO_CELL;
    const kept = cell.number && !cell.mark ? '' : `;${AS_TEXT}`;
    const style = `style="${CELL}${weight};text-align:${isNumber ? 'right' : 'left'}${kept}"`;
    return at === 0
      ? tag('th', `scope="row" ${style}`, inside(cell))
      : tag('td', style, inside(cell));
  });
  return `<tr>${made.join('')}</tr>`;
}

function tableHtml(table: Table): string {
  const { columns, caption, notes } = table;
  const shares = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  const head = columns.map(({ title, isNumber, share }) => {
    const width = Math.round((share / shares) * 100);
    const style = `${HEAD};text-align:${isNumber ? 'right' : 'left'};vertical-align:bottom`;
    return tag('th', `scope="col" width="${width}%" style="${style}"`, words(title));
  });
  const rows = table.rows.map((row) => rowHtml(row, table)).join('');
  const named = `<caption style="${TEXT};font-weight:bold;text-align:left;padding:6pt 0 3pt">${words(caption)}</caption>`;
  const under = notes.map(
    (note) => `<p dir="auto" style="${FONT};${SMALL};margin:3pt 0">${words(note)}</p>`,
  );
  const whole = `<table style="border-collapse:collapse;width:100%">${named}<thead><tr>${head.join('')}</tr></thead><tbody>${rows}</tbody></table>`;
  return `${whole}${under.join('')}`;
}

function headingHtml({ level, words: said, mark }: Of<'heading'>, deeper: number): string {
  const state = mark && drawn(mark);
  const sign = state
    ? `<span aria-hidden="true" style="${SIGN};color:#${state.ink}">${state.sign}</span>&nbsp;`
    : '';
  return tag(`h${level + deeper}`, `style="${FONT}"`, `${sign}${words(said)}`);
}

/** The picture itself is left out of what is copied: mail programs and Word take no SVG from the clipboard. */
const pictureHtml = ({ alt }: Of<'picture'>) =>
  `<p dir="auto" style="${TEXT}"><i>${words(alt)}</i></p>`;

function pieceHtml(piece: Piece, deeper: number): string {
  switch (piece.kind) {
    case 'heading':
      return headingHtml(piece, deeper);
    case 'paragraph':
      return paragraph(piece.lines, TEXT);
    case 'list':
      return list(piece.items, TEXT);
    case 'picture':
      return pictureHtml(piece);
    case 'table':
      return tableHtml(piece);
  }
}

const piecesHtml = (pieces: readonly Piece[], deeper: number) =>
  pieces.map((piece) => pieceHtml(piece, deeper)).join('\n');

/** One piece or some of them, as they are copied: a chapter is h1, which Word takes for its Rubrik 1. */
export const renderPieces = (pieces: readonly Piece[]): string =>
  piecesHtml(holdableAll(pieces), 0);

const fact = (title: string, said: string) =>
  `<tr><th scope="row" dir="auto" style="${TEXT};text-align:left;font-weight:normal;color:#4a5663;padding:0 12pt 0 0">${words(title)}</th><td dir="auto" style="${TEXT}">${words(said)}</td></tr>`;

/** The whole report as a page of its own, under its title. */
export function renderHtml(given: ReportDocument): string {
  const { title, owner, facts, standing, pieces } = holdableAll(given);
  const rows = [...facts, { title: 'Status', words: standing }].map((one) =>
    fact(one.title, one.words),
  );
  return [
    '<!doctype html>',
    `<html lang="sv"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="${TEXT};max-width:60em;margin:2em auto;padding:0 1em">`,
    `<p dir="auto" style="${TEXT}">${words(owner)}</p>`,
    `<h1 dir="auto" style="${FONT}">${words(title)}</h1>`,
    `<table>${rows.join('')}</table>`,
    piecesHtml(pieces, 1),
    '</body></html>\n',
  ].join('\n');
}
