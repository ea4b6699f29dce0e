import iconv from 'iconv-lite';
import { pick, shuffled, upTo } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import type { Sheet } from './sheet.ts';
import type { Style } from './style.ts';

/* A table as the bytes of a file: quotes, line ends, encoding, and all that stands around it. */

const TITLES = [
  ['Uppföljning av mål'],
  ['Uttag 2024-01-15', 'Enhet: alla'],
  ['Rapport, del 1; utkast'],
  ['Socialnämnden – åldrar 65+', ''],
] as const;

const FOOTNOTES = [
  ['Källa: Kolada'],
  ['Källa: egen enkät, uttag 2024-01-15'],
  ['* avser januari–juni'],
  ['.. Sekretess   - Bortfall   . Ej tillämplig'],
  ['Not: preliminära uppgifter'],
] as const;

const TOTALS = ['Totalt', 'Summa', 'TOTAL', 'Samtliga'] as const;

type Line = readonly string[];

/** A heading as this file writes it. */
export const cased = (name: string, { headerCase }: Style): string =>
  ({ 'as-is': name, upper: name.toUpperCase(), lower: name.toLowerCase() })[headerCase];

const headerOf = ({ header }: Sheet, random: Random, style: Style): Line =>
  header.map((name) => {
    const text = cased(name, style);
    return style.isPadded && random() < 0.5 ? `${text}  ` : text;
  });

const unitsOf = ({ header, figures }: Sheet): Line =>
  header.map((_, at) => (figures.includes(at) ? 'antal' : ''));

const totalOf = ({ header, figures, place, rows }: Sheet, random: Random): Line =>
  header.map((_, at) => {
    if (at === place) return pick(random, TOTALS);
    return figures.includes(at) ? '12' : rows[0]![at]!;
  });

const some = <T>(random: Random, count: number, list: readonly T[]): readonly T[] =>
  shuffled(random, list).slice(0, count);

/** Everything that the file holds, row by row; a blank line is a row without cells. */
export function linesOf(sheet: Sheet, random: Random, style: Style): readonly Line[] {
  const { rows, place, figures } = sheet;
  const blank: Line[] = style.blankLines ? [random() < 0.5 ? [] : ['  ']] : [];
  const width = sheet.header.length + style.emptyColumns;
  const wide = (line: Line): Line => [
    ...Array<string>(style.columnsBefore).fill(''),
    ...line,
    ...Array<string>(Math.max(0, width - line.length)).fill(''),
  ];
  const isWide = style.emptyColumns + style.columnsBefore > 0;
  const around = (lines: readonly Line[]) => (isWide ? lines.map(wide) : lines);
  const half = upTo(random, rows.length);
  const hasTotal = style.hasTotal && place !== null;
  return [
    ...around(
      some(
        random,
        style.titles,
        TITLES.filter((title) => title.length < sheet.header.length),
      ),
    ),
    ...(style.titles > 0 ? blank : []),
    wide(headerOf(sheet, random, style)),
    ...(style.hasUnits && figures.length > 0 ? [wide(unitsOf(sheet))] : []),
    ...rows.slice(0, half).map(wide),
    ...blank,
    ...rows.slice(half).map(wide),
    ...(hasTotal ? [wide(totalOf(sheet, random))] : []),
    ...Array.from({ length: style.emptyRows }, () => wide([])),
    ...(style.footnotes > 0 ? blank : []),
    ...around(some(random, style.footnotes, FOOTNOTES)),
  ];
}

function quoted(cell: string, random: Random, { delimiter, quoting }: Style): string {
  // Some write a quote inside a cell as it is.
  const hasQuote = quoting === 'lazy' ? cell.startsWith('"') : cell.includes('"');
  // A comma with a blank after it is taken for prose.
  const isProse = delimiter === ',' && cell.startsWith(' ');
  const isNeeded = hasQuote || isProse || cell.includes(delimiter) || cell.includes('\n');
  const isMeant = quoting === 'all' || (quoting === 'some' && random() < 0.3);
  return isNeeded || isMeant ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function textOf(sheet: Sheet, random: Random, style: Style): string {
  const endOf = () =>
    style.lineEnd === 'mixed' ? pick(random, ['\n', '\r\n', '\r']) : style.lineEnd;
  const lines = linesOf(sheet, random, style).map((line) =>
    line
      .map((cell) => quoted(cell, random, style))
      .join(style.delimiter)
      .replaceAll('\n', endOf),
  );
  const all = style.hasSepLine ? [`sep=${style.delimiter}`, ...lines] : lines;
  const text = all.map((line, at) => (at === 0 ? line : endOf() + line)).join('');
  return text + (style.hasFinalEnd ? endOf() : '');
}

const isSameIn1252 = (text: string) =>
  iconv.decode(iconv.encode(text, 'windows-1252'), 'windows-1252') === text;

/** What Windows-1252 has no letters for is written in UTF-8. */
function bytesOf(text: string, { encoding, hasMark, form }: Style): Uint8Array {
  if (encoding === 'windows-1252' && isSameIn1252(text)) return iconv.encode(text, encoding);
  const formed = text.normalize(form);
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return iconv.encode(formed, encoding, { addBOM: hasMark });
  return iconv.encode(formed, 'utf-8', { addBOM: encoding === 'utf-8-bom' });
}

export const dressed = (sheet: Sheet, random: Random, style: Style): Uint8Array =>
  bytesOf(textOf(sheet, random, style), style);
