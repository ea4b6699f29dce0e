import { error, redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/components/paths.ts';
import { roleFor } from '#lib/domain/permission.ts';
import type { Action, Where } from '#lib/domain/permission.ts';
import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import { newestPublished, published } from '#lib/domain/occasion.ts';
import { FORBIDDEN } from '#lib/format/roles.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import type { User } from '#lib/server/signed-in.ts';

/* What an address means, or a 404 in words. Pages and the API ask here. */

/** What was asked for, short enough to say back. */
const said = (text: string) => `”${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

/** One that is not public is not there for whoever does not work in it. */
export function kommunOr404(db: Db, slug: string, user: User | null): Kommun {
  const kommun = kommuner.read(db, slug);
  const isTheirs = (id: number) =>
    user?.grants.some((one) => one.kommun === null || one.kommun === id) ?? false;
  if (!kommun || !(kommun.isPublic || isTheirs(kommun.id)))
    error(404, `Det finns ingen kommun som heter ${said(slug)} här.`);
  return kommun;
}

export function namndOr404(db: Db, kommun: Kommun, slug: string): Namnd {
  const namnd = namnder.read(db, kommun.id, slug);
  if (!namnd) error(404, `${kommun.name} har ingen nämnd som heter ${said(slug)} här.`);
  return namnd;
}

/** Where one stands: the nämnd, and the occasion asked for or the newest published. */
export type Standing = {
  readonly kommun: Kommun;
  readonly namnd: Namnd;
  readonly occasions: readonly NamndOccasion[];
  /** Null when nothing is published. */
  readonly assessed: Assessed | null;
};

export function standingOr404(
  db: Db,
  params: { readonly kommun: string; readonly namnd: string },
  asked: string | null,
  today: string,
): Standing {
  const kommun = kommunOr404(db, params.kommun);
  const namnd = namndOr404(db, kommun, params.namnd);
  const list = published(occasions.listOfNamnd(db, namnd.id));
  const occasion =
    asked === null ? newestPublished(list, today) : list.find((one) => one.key === asked);
  if (asked !== null && !occasion) {
    error(404, `${namnd.name} har inget publicerat tillfälle som heter ${said(asked)}.`);
  }
  return {
    kommun,
    namnd,
    occasions: list,
    assessed: occasion ? readAssessed(db, kommun, namnd, occasion) : null,
  };
}

/** For pages that have nothing to show without a published occasion. */
export function assessedOr404({ namnd, assessed }: Standing): Assessed {
  if (!assessed) error(404, `${namnd.name} har inget publicerat tillfälle än.`);
  return assessed;
}

/** What somebody asks of: who they are, and the address that they are sent back to. */
export type Asking = { readonly locals: { readonly user: User | null }; readonly url: URL };

/** Whether somebody may do it there. */
export const may = (user: User | null, action: Action, at: Where): boolean =>
  user !== null && roleFor(user.grants, action, at) !== null;

/**
 * Who does it, in the least of their roles that may. The public is sent to sign in and comes back; who is
 * signed in and may not is told so.
 */
export function actorOr403({ locals: { user }, url }: Asking, action: Action, at: Where): Actor {
  if (!user) redirect(303, signInPath(url));
  const role = roleFor(user.grants, action, at);
  if (role === null) error(403, FORBIDDEN[action]);
  return { person: user.person, name: user.name, role, via: 'web' };
}

type Links = { readonly kommun: string; readonly namnd: string; readonly query: string };

/** The kommun and nämnd of an address, without an occasion. */
export function namndAt(
  db: Db,
  params: { readonly kommun: string; readonly namnd: string },
): { readonly kommun: Kommun; readonly namnd: Namnd; readonly at: Links } {
  const kommun = kommunOr404(db, params.kommun);
  const namnd = namndOr404(db, kommun, params.namnd);
  return { kommun, namnd, at: { kommun: kommun.slug, namnd: namnd.slug, query: '' } };
}

/** A number in an address; 404 for what is none. */
export function idOr404(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) error(404, 'Adressen leder ingenstans.');
  return Number(text);
}

/** Today here, as the kommun counts days. */
export const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
