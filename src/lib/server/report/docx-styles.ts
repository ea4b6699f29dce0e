import { AlignmentType, LevelFormat, LineRuleType } from 'docx';
import type { INumberingOptions, IStylesOptions } from 'docx';
import { LANGUAGE, STYLE } from './word-names.ts';

/* How the report looks in Word: everything is a style, so that whoever takes over can change it in one place. */

export const INK = '17212B';
export const MUTED = '4A5663';
export const ACCENT = '174A70';
export const LINE = 'B9B5A8';
export const WEAK = 'EEF2F6';

/** Twentieths of a point, which Word counts in. */
export const MM = 1440 / 25.4;

/** A4, in twentieths of a point, and the margins of a letter from a kommun. */
export const PAGE = { width: 11_906, height: 16_838 } as const;
export const MARGIN = { side: Math.round(23 * MM), top: Math.round(25 * MM) } as const;
export const TEXT_WIDTH = PAGE.width - 2 * MARGIN.side;

const FONT = 'Calibri';
/** Has every sign of a state on Windows; others take it from their own. */
export const SIGN_FONT = 'Segoe UI Symbol';

export const BULLETS = 'fyren-punkter';
export const CELL_BULLETS = 'fyren-tabellpunkter';

const heading = (size: number, before: number, after: number, level: number) => ({
  run: { size, bold: true, color: level === 1 ? ACCENT : INK },
  paragraph: {
    spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
    ...{ keepNext: true, keepLines: true, outlineLevel: level - 1 },
  },
});

const NORMAL = { basedOn: 'Normal', quickFormat: true } as const;

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: FONT,
        size: 22,
        color: INK,
        language: { value: LANGUAGE, eastAsia: LANGUAGE, bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { after: 120, line: 271, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 48, bold: true, color: INK },
      paragraph: {
        spacing: { before: 0, after: 160, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
    heading1: heading(32, 400, 120, 1),
    heading2: heading(26, 300, 80, 2),
    heading3: heading(22, 220, 60, 3),
    caption: {
      run: { size: 20, bold: true, color: INK },
      paragraph: {
        spacing: { before: 200, after: 80, line: 240, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true },
    {
      ...{ id: STYLE.owner, name: 'Subtitle', next: 'Normal', ...NORMAL },
      run: { size: 24, color: ACCENT },
      paragraph: { spacing: { after: 40 }, keepNext: true },
    },
    {
      ...{ id: STYLE.item, name: 'List Bullet', ...NORMAL },
      paragraph: { spacing: { after: 60 } },
    },
    {
      ...{ id: STYLE.header, name: 'header', basedOn: 'Normal' },
      run: { size: 18, color: MUTED },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      ...{ id: STYLE.footer, name: 'footer', basedOn: 'Normal' },
      run: { size: 18, color: MUTED },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      ...{ id: STYLE.cell, name: 'Fyren tabell', ...NORMAL },
      run: { size: 19 },
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      ...{ id: STYLE.beside, name: 'Fyren tabell liten', ...NORMAL, basedOn: STYLE.cell },
      run: { size: 16, color: MUTED },
      paragraph: { spacing: { before: 0, after: 20 } },
    },
    {
      ...{ id: STYLE.narrow, name: 'Fyren tabell smal', ...NORMAL, basedOn: STYLE.cell },
      run: { size: 16 },
    },
    { id: STYLE.cellItem, name: 'Fyren tabell lista', ...NORMAL, basedOn: STYLE.cell },
    {
      ...{ id: STYLE.note, name: 'Fyren tabell not', ...NORMAL },
      run: { size: 18, color: MUTED },
      paragraph: { spacing: { before: 60, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
};

const bullets = (reference: string, left: number, hanging: number) => ({
  reference,
  levels: [
    {
      ...{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT },
      style: { paragraph: { indent: { left, hanging } } },
    },
  ],
});

export const NUMBERING: INumberingOptions = {
  config: [bullets(BULLETS, 454, 284), bullets(CELL_BULLETS, 198, 198)],
};
