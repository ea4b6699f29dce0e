import {
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { FileChild, ISectionOptions } from 'docx';
import { invariant } from '#lib/domain/result.ts';
import type { Fact, ReportDocument } from '#lib/format/document.ts';
import type { Base } from './base.ts';
import { pieceBlocks } from './docx-pieces.ts';
import { ACCENT, MARGIN, MUTED, NUMBERING, PAGE, STYLES, TEXT_WIDTH } from './docx-styles.ts';
import { textRuns } from './docx-text.ts';
import { grafted } from './graft.ts';
import { openPackage, packParts } from './package.ts';
import { withFixedProperties } from './properties.ts';
import { holdableAll } from './text.ts';
import { STYLE } from './word-names.ts';

/* A report as a Word document (ECMA-376), one that can be put before a board. */

const FACT_WIDTH = 2300;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  ...{ top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE },
  ...{ insideHorizontal: NO_LINE, insideVertical: NO_LINE },
};

function factCell(text: string, width: number, isTitle: boolean): TableCell {
  const look = isTitle ? { color: MUTED } : {};
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [new Paragraph({ style: STYLE.cell, children: textRuns(text, look) })],
  });
}

const factRow = ({ title, words }: Fact, width: number) =>
  new TableRow({
    cantSplit: true,
    children: [factCell(title, FACT_WIDTH, true), factCell(words, width, false)],
  });

const factTable = (facts: readonly Fact[], textWidth: number) =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [FACT_WIDTH, textWidth - FACT_WIDTH],
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 80, top: 10, bottom: 10 },
    borders: NO_LINES,
    rows: facts.map((fact) => factRow(fact, textWidth - FACT_WIDTH)),
  });

/** Whose it is, its title, and its header data. */
function titleBlock(
  { owner, title, facts }: ReportDocument,
  textWidth: number,
): readonly FileChild[] {
  const line = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 6, color: ACCENT } };
  return [
    ...(owner === '' ? [] : [new Paragraph({ style: STYLE.owner, children: textRuns(owner) })]),
    new Paragraph({ style: STYLE.title, border: line, children: textRuns(title) }),
    ...(facts.length === 0
      ? []
      : [factTable(facts, textWidth), new Paragraph({ style: STYLE.note })]),
  ];
}

const toTheRight = (textWidth: number) => [{ type: TabStopType.RIGHT, position: textWidth }];

/** One line each: a long name would push the page down. */
const LONGEST_LINE = 70;
const shortened = (text: string) =>
  [...text].length > LONGEST_LINE
    ? `${[...text]
        .slice(0, LONGEST_LINE - 1)
        .join('')
        .trimEnd()}…`
    : text;
const oneLine = (text: string) => shortened(text.replace(/\s+/g, ' ').trim());

const headerOf = ({ title, owner }: ReportDocument) =>
  new Header({
    children: [
      new Paragraph({
        style: STYLE.header,
        children: [
          new TextRun({ text: [oneLine(title), oneLine(owner)].filter(Boolean).join(', ') }),
        ],
      }),
    ],
  });

const footerOf = ({ standing }: ReportDocument, textWidth: number) =>
  new Footer({
    children: [
      new Paragraph({
        style: STYLE.footer,
        tabStops: toTheRight(textWidth),
        children: [
          new TextRun({ text: oneLine(standing) }),
          new TextRun({
            children: [new Tab(), 'Sida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });

function sectionOf(document: ReportDocument, textWidth: number): ISectionOptions {
  const { side, top } = MARGIN;
  return {
    properties: {
      // The first page bears the title itself.
      titlePage: true,
      page: {
        size: PAGE,
        margin: { top, bottom: top, left: side, right: side, header: 680, footer: 680 },
      },
    },
    headers: {
      default: headerOf(document),
      first: new Header({ children: [new Paragraph({ style: STYLE.header })] }),
    },
    footers: { default: footerOf(document, textWidth), first: footerOf(document, textWidth) },
    children: [
      ...titleBlock(document, textWidth),
      ...document.pieces.flatMap((piece, at) => pieceBlocks(piece, at, textWidth)),
    ],
  };
}

/** A template has a foot of its own, so how the report stands is told among its header data. */
const toldIn = (base: Base | null, document: ReportDocument): ReportDocument =>
  base && document.standing !== ''
    ? { ...document, facts: [...document.facts, { title: 'Status', words: document.standing }] }
    : document;

/**
 * The bytes of a .docx: the same for the same document and base. In a base the report stands with the styles, the
 * theme, the page, the header and the footer of the base.
 */
export async function renderDocx(
  given: ReportDocument,
  base: Base | null = null,
): Promise<Uint8Array> {
  const document = toldIn(base, holdableAll(given));
  const section = sectionOf(document, base?.textWidth ?? TEXT_WIDTH);
  const file = new Document({ styles: STYLES, numbering: NUMBERING, sections: [section] });
  const own = openPackage(await Packer.toBuffer(file));
  invariant(own.ok, 'what was packed can be opened');
  const parts = base ? grafted(own.value, base) : own.value;
  return packParts(withFixedProperties(parts, document.title));
}
