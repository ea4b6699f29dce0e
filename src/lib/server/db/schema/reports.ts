import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReportTemplate } from '#lib/domain/report.ts';
import type { Role } from '#lib/domain/permission.ts';
import { id, json, rev } from './columns.ts';

const by = {
  byPerson: integer('by_person'),
  byName: text('by_name').notNull(),
  byRole: text('by_role').$type<Role>().notNull(),
  at: text().notNull(),
};

export const reportTemplate = sqliteTable('report_template', {
  id: id(),
  kommun: integer().notNull(),
  kind: text().notNull(),
  template: json<ReportTemplate>().notNull(),
  rev: rev(),
});

export const wordTemplate = sqliteTable('word_template', {
  id: id(),
  kommun: integer().notNull(),
  fileName: text('file_name').notNull(),
  bytes: blob({ mode: 'buffer' }),
  sha256: text(),
  ...by,
});

export const paragraph = sqliteTable('paragraph', {
  id: id(),
  namnd: integer().notNull(),
  occasion: integer().notNull(),
  slot: text().notNull(),
  body: text().notNull(),
  draft: text(),
  elsewhere: json<readonly { readonly number: string; readonly source: string }[]>().notNull(),
  ...by,
  previous: integer(),
});

export const reportFile = sqliteTable('report_file', {
  id: id(),
  settlement: integer().notNull(),
  format: text().$type<'json' | 'docx' | 'xlsx' | 'csv' | 'html'>().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  sha256: text().notNull(),
});
