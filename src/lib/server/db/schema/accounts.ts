import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '#lib/domain/permission.ts';
import { flag, id, rev } from './columns.ts';

export const person = sqliteTable('person', {
  id: id(),
  name: text().notNull(),
  email: text().notNull(),
  emailFolded: text('email_folded').notNull(),
  passwordHash: text('password_hash'),
  createdAt: text('created_at').notNull(),
  closedAt: text('closed_at'),
  oidcIssuer: text('oidc_issuer'),
  oidcSubject: text('oidc_subject'),
  rev: rev(),
});

export const roleGrant = sqliteTable('role_grant', {
  id: id(),
  person: integer().notNull(),
  role: text().$type<Role>().notNull(),
  kommun: integer(),
  namnd: integer(),
  givenBy: integer('given_by'),
  givenAt: text('given_at').notNull(),
  endedAt: text('ended_at'),
  isClaimed: flag('is_claimed').default(false),
});

export const invitation = sqliteTable('invitation', {
  tokenHash: text('token_hash').primaryKey(),
  person: integer(),
  madeBy: integer('made_by'),
  madeAt: text('made_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  usedAt: text('used_at'),
});

export const session = sqliteTable('session', {
  tokenHash: text('token_hash').primaryKey(),
  person: integer().notNull(),
  createdAt: text('created_at').notNull(),
  seenAt: text('seen_at').notNull(),
});

export const loginTry = sqliteTable('login_try', {
  id: id(),
  subject: text().notNull(),
  address: text().notNull(),
  at: text().notNull(),
  ok: flag('ok'),
});
