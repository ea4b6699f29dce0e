import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_HEAD } from '#lib/domain/report.ts';
import type { ReportTemplate } from '#lib/domain/report.ts';
import { invariant } from '#lib/domain/result.ts';
import type { ReportDocument, Row, Table } from '#lib/format/document.ts';
import { composeReport } from '#lib/format/report/compose.ts';
import type { Written } from '#lib/format/report/compose.ts';
import { parsePlanFile } from '#lib/server/plan/parse.ts';
import { SEEDS } from '../db.ts';
import { boardOf } from './answers.ts';

/* The reports of the five boards as their templates make them, with nothing written. */

const NOTHING_WRITTEN: Written = { head: NO_HEAD, paragraphs: new Map() };

export function templateOf(slug: string, kind: string): ReportTemplate {
  const parsed = parsePlanFile(readFileSync(join(SEEDS, slug, 'plan.json'), 'utf8'));
  const found = parsed.ok && parsed.value.templates.find((one) => one.kind === kind);
  invariant(found, `${slug} has a template for ${kind}`);
  return found;
}

export function reportOf(slug: string, namnd = 'socialnamnden'): ReportDocument {
  const { assessed } = boardOf(slug, namnd);
  const template = templateOf(slug, assessed.occasion.kind);
  return composeReport(assessed, template, NOTHING_WRITTEN, '1 oktober 2023');
}

/** A table with the headings that it stands under, and its caption without its number. */
export type Found = Table & { readonly under: string };

export function tablesOf({ pieces }: ReportDocument): readonly Found[] {
  let under: readonly string[] = [];
  return pieces.flatMap((piece): Found[] => {
    if (piece.kind === 'heading') under = [...under.slice(0, piece.level - 1), piece.words];
    if (piece.kind !== 'table') return [];
    const caption = piece.caption.replace(/^Tabell \d+\. /, '');
    return [{ ...piece, caption, under: under.join(' / ') }];
  });
}

/** The one table whose headings and caption hold the words. */
export function tableIn(report: ReportDocument, words: string): Table {
  const found = tablesOf(report).filter(({ under, caption }) =>
    `${under} / ${caption}`.includes(words),
  );
  const [only] = found;
  invariant(only && found.length === 1, `one table ${words}, not ${found.length}`);
  return only;
}

export const headOf = ({ cells }: Row) => cells[0]?.words ?? '';
