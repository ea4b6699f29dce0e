import { integer, real, sqliteTable, text, blob, primaryKey } from 'drizzle-orm/sqlite-core';
import type { Choices } from '#lib/domain/choices.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Mapping } from '#lib/domain/mapping.ts';
import type { Sex } from '#lib/domain/model.ts';
import type { ObservationKind, ObservationState } from '#lib/domain/observation.ts';
import type { Role } from '#lib/domain/permission.ts';
import { id, flag, json, rev } from './columns.ts';

export const storedFile = sqliteTable('stored_file', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  isPacked: flag('is_packed').default(false),
  /** The bytes are a copy without what tells of persons; the file itself is not kept. */
  isRedacted: flag('is_redacted').default(false),
});

/** Files whose bytes were removed by a decision. */
export const gallring = sqliteTable('gallring', {
  sha256: text().primaryKey(),
  reason: text().notNull(),
  decision: text().notNull(),
  decidedOn: text('decided_on').notNull(),
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  at: text().notNull(),
  erasedAt: text('erased_at'),
});

export type UploadState = 'loading' | 'stored' | 'undone' | 'discarded';

export const upload = sqliteTable('upload', {
  id: id(),
  kommun: integer(),
  fileName: text('file_name').notNull(),
  file: text().notNull(),
  encoding: text().notNull(),
  layout: text().notNull(),
  readerVersion: integer('reader_version').notNull(),
  state: text().$type<UploadState>().notNull(),
  storedSeq: integer('stored_seq'),
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  createdAt: text('created_at').notNull(),
  storedAt: text('stored_at'),
  /** What it did to what was seen when it was stored. */
  counts: json<Difference>(),
  preview: integer(),
  choices: json<Choices>(),
  loader: integer(),
  undoneAt: text('undone_at'),
});

export const preview = sqliteTable('preview', {
  id: id(),
  kommun: integer().notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  storedAs: text('stored_as').notNull(),
  choices: json<Choices>().notNull(),
  rev: rev(),
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  createdAt: text('created_at').notNull(),
});

/** What was said of the columns and the names of files with these headings. */
export const mapping = sqliteTable('mapping', {
  id: id(),
  kommun: integer().notNull(),
  fingerprint: text().notNull(),
  header: json<readonly string[]>().notNull(),
  mapping: json<Mapping>(),
  names: json<Pick<Choices, 'indicators' | 'places'>>().notNull(),
  fileName: text('file_name').notNull(),
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  confirmedAt: text('confirmed_at').notNull(),
  replacedAt: text('replaced_at'),
});

export const uploadMeasure = sqliteTable(
  'upload_measure',
  { upload: integer().notNull(), measure: integer().notNull(), rows: integer().notNull() },
  (t) => [primaryKey({ columns: [t.upload, t.measure] })],
);

export const observation = sqliteTable(
  'observation',
  {
    measure: integer().notNull(),
    period: text().notNull(),
    sex: text().$type<Sex>().notNull(),
    place: integer().notNull(),
    breakdown: text().notNull(),
    kind: text().$type<ObservationKind>().notNull(),
    upload: integer().notNull(),
    line: integer().notNull(),
    col: integer().notNull(),
    state: text().$type<ObservationState>().notNull(),
    value: real(),
    printed: text().notNull(),
    numerator: real(),
    denominator: real(),
    n: integer(),
    asked: integer(),
    isPreliminary: flag('is_preliminary'),
    measuredOn: text('measured_on'),
    publishedOn: text('published_on'),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.measure, t.period, t.sex, t.place, t.breakdown, t.kind, t.upload] }),
  ],
);
