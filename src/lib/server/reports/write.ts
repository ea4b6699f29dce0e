import type { Kommun } from '#lib/domain/model.ts';
import { slotKey } from '#lib/domain/report.ts';
import type { ReportTemplate, Slot } from '#lib/domain/report.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { tidyText } from '#lib/domain/rich-text.ts';
import type { Elsewhere } from '#lib/format/report/written.ts';
import type { Draft } from '#lib/format/token.ts';
import { asBy } from '../db/actor.ts';
import type { Actor } from '../db/actor.ts';
import type { Db } from '../db/client.ts';
import * as occasions from '../db/occasions.ts';
import * as paragraphs from '../db/paragraphs.ts';
import * as reportTemplates from '../db/report-templates.ts';
import { sha256Of } from '../db/sha256.ts';
import * as wordTemplates from '../db/word-templates.ts';
import { paragraphAsLogged } from '../said-as-logged.ts';
import { write } from '../db/write.ts';

/* What people write in a report, and what it is made of: each change in the log, and none over what another has written. */

type At = { readonly namnd: number; readonly occasion: number };

/** Somebody else was first, or the report is decided. */
export type NotKept = 'conflict' | 'closed';

export type SaidParagraph = {
  readonly slot: Slot;
  readonly body: string;
  /** What was drafted beside it when it was written; null of a text of somebody's own. */
  readonly draft: Draft | null;
  readonly elsewhere: readonly Elsewhere[];
  /** The text that was seen; null for none. */
  readonly base: number | null;
};

const isOpen = (db: Db, at: At) => {
  const phase = occasions.readPhase(db, at)?.phase;
  return phase === 'oppet' || phase === 'publicerat';
};

/** The next text in its place; an empty one leaves the place out of the report. Answers its id. */
export const saveParagraph = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  at: At,
  { slot, body, draft, elsewhere, base }: SaidParagraph,
): Result<number, NotKept> =>
  write<Result<number, NotKept>>(db, actor, now, () => {
    if (!isOpen(db, at)) return { result: err('closed'), change: null };
    const id = paragraphs.insert(db, {
      ...{ ...at, ...asBy(actor), at: now.toISOString(), elsewhere },
      ...{ slot: slotKey(slot), body: tidyText(body), previous: base },
      draft: draft === null ? null : JSON.stringify(draft),
    });
    if (id === null) return { result: err('conflict'), change: null };
    const about = { kommun: kommun.id, namnd: at.namnd, action: 'paragraph.write' };
    const before = base === null ? null : paragraphAsLogged(db, base);
    const entity = { entity: 'paragraph', entityId: String(id), reason: null };
    return {
      result: ok(id),
      change: { ...about, ...entity, before, after: paragraphAsLogged(db, id) },
    };
  });

/** What is read of it, and all of it as data. */
const templateAsLogged = (template: ReportTemplate) => ({
  title: template.title,
  parts: template.parts.map(({ title }) => title),
  template: JSON.stringify(template),
});

/** What the reports of a kind of occasion are made of; false when it is another than was seen. */
export const saveTemplate = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  kind: string,
  { template, rev }: { readonly template: ReportTemplate; readonly rev: number | null },
): boolean =>
  write(db, actor, now, () => {
    const before = reportTemplates.read(db, kommun.id, kind)?.template;
    if (!reportTemplates.keep(db, { kommun: kommun.id, kind, template }, rev))
      return { result: false, change: null };
    const about = { kommun: kommun.id, namnd: null, action: 'report.template' };
    const entity = { entity: 'report_template', entityId: kind, reason: null };
    const was = before ? templateAsLogged(before) : null;
    const change = { ...about, ...entity, before: was, after: templateAsLogged(template) };
    return { result: true, change };
  });

/** A Word file that the kommun's reports take their look from; null takes the one before away. */
export const saveWordTemplate = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  file: { readonly name: string; readonly bytes: Uint8Array } | null,
): void =>
  write(db, actor, now, () => {
    const before = wordTemplates.read(db, kommun.id);
    const sha256 = file && sha256Of(file.bytes);
    wordTemplates.insert(db, {
      ...{ kommun: kommun.id, ...asBy(actor), at: now.toISOString(), sha256 },
      ...{ fileName: file?.name ?? '', bytes: file && Buffer.from(file.bytes) },
    });
    const about = { kommun: kommun.id, namnd: null, action: 'report.word' };
    const entity = { entity: 'word_template', entityId: kommun.slug, reason: null };
    const was = before && { file: before.fileName, sha256: before.sha256 };
    const is = file && { file: file.name, sha256 };
    return { result: undefined, change: { ...about, ...entity, before: was ?? null, after: is } };
  });
