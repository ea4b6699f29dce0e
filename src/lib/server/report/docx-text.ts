import { Paragraph, TextRun } from 'docx';
import type { IParagraphOptions, IRunOptions, ParagraphChild } from 'docx';
import type { Block, Run } from '#lib/domain/rich-text.ts';
import type { Mark } from '#lib/format/document.ts';
import { SIGN_FONT } from './docx-styles.ts';
import { drawn } from './marks.ts';

/* Words as runs of Word. A line end within a text is a line end in Word, not a new paragraph. */

export function textRuns(text: string, look: IRunOptions = {}): readonly TextRun[] {
  return text
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}) }));
}

const lineRuns = (runs: readonly Run[]): readonly TextRun[] =>
  runs.flatMap((run) => textRuns(run.text, run.isBold ? { bold: true } : {}));

/** The lines of one paragraph. */
export const linesRuns = (lines: readonly (readonly Run[])[]): readonly ParagraphChild[] =>
  lines.flatMap((line, at) => [...(at > 0 ? [new TextRun({ break: 1 })] : []), ...lineRuns(line)]);

/** The sign of a state, before its word and never alone. */
export function signRun(mark: Mark): TextRun {
  const { sign, ink } = drawn(mark);
  return new TextRun({ text: `${sign}\u00a0`, font: SIGN_FONT, color: ink, noProof: true });
}

/** The styles that a text somebody wrote is set in, in the text of the page or in a cell. */
export type TextStyles = {
  readonly paragraph: IParagraphOptions;
  readonly item: IParagraphOptions;
};

export function blockParagraphs(
  blocks: readonly Block[],
  styles: TextStyles,
): readonly Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [new Paragraph({ ...styles.paragraph, children: linesRuns(block.lines) })]
      : block.items.map((runs) => new Paragraph({ ...styles.item, children: linesRuns([runs]) })),
  );
}
