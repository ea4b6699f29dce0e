import { AlignmentType, Paragraph } from 'docx';
import type { IParagraphOptions } from 'docx';
import type { Cell } from '#lib/format/document.ts';
import { CELL_BULLETS } from './docx-styles.ts';
import { blockParagraphs, signRun, textRuns } from './docx-text.ts';
import { drawn } from './marks.ts';
import { STYLE } from './word-names.ts';

/* What stands in a cell of a table of Word. */

export type Setting = {
  /** The style that its words are set in. */
  readonly style: string;
  readonly isRight?: boolean;
  readonly isBold?: boolean;
  /** Kept on the page of the row after. */
  readonly isKept?: boolean;
};

const asParagraph = ({ style, isRight, isKept }: Setting): IParagraphOptions => ({
  style,
  ...(isRight ? { alignment: AlignmentType.RIGHT } : {}),
  ...(isKept ? { keepNext: true } : {}),
});

function wordsParagraph({ mark, words }: Cell, setting: Setting): Paragraph {
  const look = {
    ...(setting.isBold || mark ? { bold: true } : {}),
    ...(mark ? { color: drawn(mark).ink } : {}),
  };
  const children = [...(mark ? [signRun(mark)] : []), ...textRuns(words, look)];
  return new Paragraph({ ...asParagraph(setting), children });
}

/** At least one paragraph: Word takes no cell without. */
export function cellParagraphs(cell: Cell, setting: Setting): readonly Paragraph[] {
  const hasOther = cell.text.length > 0 || cell.beside !== null;
  const words = cell.words !== '' || cell.mark || !hasOther ? [wordsParagraph(cell, setting)] : [];
  const text = blockParagraphs(cell.text, {
    paragraph: { style: setting.style },
    item: {
      style: STYLE.cellItem,
      numbering: { reference: CELL_BULLETS, level: 0, custom: true },
    },
  });
  const beside = (cell.beside === null ? [] : [cell.beside]).map(
    (said) =>
      new Paragraph({
        ...asParagraph({ ...setting, style: STYLE.beside }),
        children: textRuns(said),
      }),
  );
  return [...words, ...text, ...beside];
}
