import type { Assessed } from '#lib/domain/assess-all.ts';
import { defaultTemplate } from '#lib/domain/default-template.ts';
import { isLocked } from '#lib/domain/occasion.ts';
import { HEAD_SLOTS } from '#lib/domain/report.ts';
import type { ReportTemplate } from '#lib/domain/report.ts';
import type { ReportDocument } from '#lib/format/document.ts';
import { composeParts, composeReport } from '#lib/format/report/compose.ts';
import type { ComposedPart, Written } from '#lib/format/report/compose.ts';
import type { Paragraph } from '#lib/format/report/written.ts';
import { formatDay } from '#lib/format/sv.ts';
import type { Draft } from '#lib/format/token.ts';
import type { Day } from '#lib/domain/calendar.ts';
import type { Db } from '../db/client.ts';
import * as paragraphs from '../db/paragraphs.ts';
import type { ParagraphRow } from '../db/paragraphs.ts';
import * as reportFiles from '../db/report-files.ts';
import * as reportTemplates from '../db/report-templates.ts';
import { readDecisions } from '../decisions.ts';

/* A report as it stands: its template, what is written in it, and what they become with the assessed tree. */

export type Report = {
  readonly template: ReportTemplate;
  /** Null where the kommun has no template of its own: Fyren's is shown. */
  readonly rev: number | null;
  readonly written: Written;
  readonly parts: readonly ComposedPart[];
  readonly document: ReportDocument;
  /** What the nämnd decided, as it was frozen. */
  readonly isFrozen: boolean;
};

/** What is kept of a draft is what was made of it. */
const asParagraph = ({ id, body, draft, elsewhere }: ParagraphRow): Paragraph => ({
  ...{ id, body, elsewhere },
  draft: draft === null ? null : (JSON.parse(draft) as Draft),
});

const atOf = ({ namnd, occasion }: Pick<Assessed, 'namnd' | 'occasion'>) => ({
  namnd: namnd.id,
  occasion: occasion.id,
});

/** What was written last in every place of a report. */
export function readWritten(db: Db, assessed: Pick<Assessed, 'namnd' | 'occasion'>): Written {
  const rows = paragraphs.list(db, atOf(assessed));
  const bodyOf = (slot: string) => rows.find((row) => row.slot === slot)?.body ?? '';
  return {
    head: {
      diarienummer: bodyOf(HEAD_SLOTS.diarienummer),
      proposal: bodyOf(HEAD_SLOTS.proposal),
    },
    paragraphs: new Map(rows.map((row) => [row.slot, asParagraph(row)])),
  };
}

/** The kommun's own for that kind of occasion, else what Fyren makes of all that there is. */
export function readTemplate(
  db: Db,
  assessed: Assessed,
): { readonly template: ReportTemplate; readonly rev: number | null } {
  const kept = reportTemplates.read(db, assessed.kommun.id, assessed.occasion.kind);
  return kept ?? { template: defaultTemplate(assessed), rev: null };
}

/** The frozen version that a decided tree is; null of what is not locked. */
export function settlementOf(db: Db, assessed: Assessed): number | null {
  const { occasion } = assessed;
  if (!isLocked(occasion)) return null;
  const { versions, mistaken } = readDecisions(db, atOf(assessed));
  const isShown = ({ version }: { version: number }) => version === occasion.decision?.version;
  return [...versions, ...mistaken].find(isShown)?.id ?? null;
}

/** The document of a version as it was frozen; null of what is not locked, and of one locked before reports were. */
export function readFrozenDocument(db: Db, assessed: Assessed): ReportDocument | null {
  const settlement = settlementOf(db, assessed);
  const kept = settlement === null ? undefined : reportFiles.read(db, settlement, 'json');
  return kept ? (JSON.parse(kept.bytes.toString('utf8')) as ReportDocument) : null;
}

/** As data, template and texts make it now; `today` is told in what is not decided. */
export function readReport(db: Db, assessed: Assessed, today: Day): Report {
  const { template, rev } = readTemplate(db, assessed);
  const written = readWritten(db, assessed);
  const frozen = readFrozenDocument(db, assessed);
  return {
    ...{ template, rev, written },
    parts: composeParts(assessed, template, written),
    document: frozen ?? composeReport(assessed, template, written, formatDay(today)),
    isFrozen: frozen !== null,
  };
}
