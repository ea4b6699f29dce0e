import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '#lib/domain/permission.ts';
import type { Via } from '../actor.ts';
import { id, flag, rev, position } from './columns.ts';

export const kommun = sqliteTable('kommun', {
  id: id(),
  code: text().notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  isPublic: flag('is_public'),
  revision: integer().notNull().default(0),
});

export const namnd = sqliteTable('namnd', {
  id: id(),
  kommun: integer().notNull(),
  slug: text().notNull(),
  name: text().notNull(),
  short: text().notNull(),
  isFullmaktige: flag('is_fullmaktige'),
  position: position(),
  rev: rev(),
});

export const ownerRole = sqliteTable('owner_role', {
  id: id(),
  kommun: integer().notNull(),
  code: text().notNull(),
  title: text().notNull(),
  rev: rev(),
});

export const place = sqliteTable('place', {
  id: id(),
  kind: text().$type<'riket' | 'region' | 'group' | 'kommun' | 'unit'>().notNull(),
  code: text(),
  name: text().notNull(),
  kommun: integer(),
  parent: integer(),
});

export const log = sqliteTable('log', {
  seq: integer().primaryKey(),
  at: text().notNull(),
  actor: text().notNull(),
  role: text().$type<Role>().notNull(),
  via: text().$type<Via>().notNull(),
  kommun: integer(),
  action: text().notNull(),
  entity: text().notNull(),
  entityId: text('entity_id').notNull(),
  before: text(),
  after: text(),
  reason: text(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
  person: integer(),
  namnd: integer(),
});
