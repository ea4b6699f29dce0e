import { error, redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/components/paths.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import { asDecided, isOpen, newestPublished, published } from '#lib/domain/occasion.ts';
import { roleFor } from '#lib/domain/permission.ts';
import type { Action, Where } from '#lib/domain/permission.ts';
import { FORBIDDEN } from '#lib/format/roles.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { readDecisions } from '#lib/server/decisions.ts';
import type { User } from '#lib/server/signed-in.ts';

/* What an address means and who may be there, or a 404 or 403 in words. Pages and the API ask here. */

type Locals = { readonly db: Db; readonly user: User | null };

/** What is asked, of an address within a nämnd. */
export type Asked = {
  readonly locals: Locals;
  readonly params: { readonly kommun: string; readonly namnd: string };
  readonly url: URL;
};

/** What was asked for, short enough to say back. */
const said = (text: string) => `”${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

const worksIn = (user: User | null, kommun: number) =>
  user?.grants.some((one) => one.kommun === null || one.kommun === kommun) ?? false;

/** One that is not public is not there for whoever does not work in it. */
export function kommunOr404({ db, user }: Locals, slug: string): Kommun {
  const kommun = kommuner.read(db, slug);
  if (!kommun || !(kommun.isPublic || worksIn(user, kommun.id)))
    error(404, `Det finns ingen kommun som heter ${said(slug)} här.`);
  return kommun;
}

function namndOr404(db: Db, kommun: Kommun, slug: string): Namnd {
  const namnd = namnder.read(db, kommun.id, slug);
  if (!namnd) error(404, `${kommun.name} har ingen nämnd som heter ${said(slug)} här.`);
  return namnd;
}

type Links = { readonly kommun: string; readonly namnd: string; readonly query: string };
type Place = { readonly kommun: Kommun; readonly namnd: Namnd; readonly at: Links };

/** The kommun and nämnd of an address, without an occasion. */
export function namndAt({ locals, params }: Pick<Asked, 'locals' | 'params'>): Place {
  const kommun = kommunOr404(locals, params.kommun);
  const namnd = namndOr404(locals.db, kommun, params.namnd);
  return { kommun, namnd, at: { kommun: kommun.slug, namnd: namnd.slug, query: '' } };
}

/** Whether somebody may do it there. */
export const may = (user: User | null, action: Action, at: Where): boolean =>
  user !== null && roleFor(user.grants, action, at) !== null;

/**
 * Who does it, in the least of their roles that may. The public is sent to sign in and comes back; who is
 * signed in and may not is told so.
 */
export function actorOr403(
  { locals: { user }, url }: { readonly locals: Pick<Locals, 'user'>; readonly url: URL },
  action: Action,
  at: Where,
): Actor {
  if (!user) redirect(303, signInPath(url));
  const role = roleFor(user.grants, action, at);
  if (role === null) error(403, FORBIDDEN[action]);
  return { person: user.person, name: user.name, role, via: 'web' };
}

export type Work = Place & { readonly actor: Actor };

/** The kommun and nämnd of an address, and who does something there. */
export function workAt(asked: Asked, action: Action): Work {
  const place = namndAt(asked);
  const where = { kommun: place.kommun.id, namnd: place.namnd.id };
  return { ...place, actor: actorOr403(asked, action, where) };
}

/** Where one stands: the nämnd, and the occasion asked for or the newest published. */
export type Standing = {
  readonly kommun: Kommun;
  readonly namnd: Namnd;
  readonly occasions: readonly NamndOccasion[];
  /** Null when nothing is published. */
  readonly assessed: Assessed | null;
};

/** The occasions of a nämnd that somebody may see: open work is for those who have a role there. */
function occasionsFor({ db, user }: Locals, { kommun, namnd }: Place): NamndOccasion[] {
  const all = occasions.listOfNamnd(db, namnd.id);
  const isInside = may(user, 'read-open', { kommun: kommun.id, namnd: namnd.id });
  return isInside ? all : published(all);
}

const askedFor = ({ url }: Asked) => url.searchParams.get('tillfalle');

/** `?version=1`: what was decided first, where it has been decided more than once. */
function decidedAs(
  { locals: { db }, url }: Asked,
  namnd: Namnd,
  occasion: NamndOccasion | undefined,
): NamndOccasion | undefined {
  const asked = url.searchParams.get('version');
  if (!occasion || asked === null) return occasion;
  const at = { namnd: namnd.id, occasion: occasion.id };
  const { versions, mistaken } = readDecisions(db, at);
  // Also what was locked by mistake: everybody may have read it, and it says what became of it.
  const found = [...versions, ...mistaken].find(({ version }) => String(version) === asked);
  return found && asDecided(occasion, found);
}

/** Where one stands; without the occasion that was asked for when it is not there to be seen. */
export function standingAt(asked: Asked, key: string | null = askedFor(asked)): Standing {
  const { locals } = asked;
  const place = namndAt(asked);
  const list = occasionsFor(locals, place);
  const { kommun, namnd } = place;
  const chosen =
    key === null ? newestPublished(list, today()) : list.find((one) => one.key === key);
  const occasion = decidedAs(asked, namnd, chosen);
  const assessed = occasion ? readAssessed(locals.db, kommun, namnd, occasion) : null;
  return { kommun, namnd, occasions: list, assessed };
}

/** Open work is shown when it is asked for by name. */
export function standingOr404(asked: Asked, key: string | null = askedFor(asked)): Standing {
  const standing = standingAt(asked, key);
  const version = asked.url.searchParams.get('version');
  if (version !== null && !standing.assessed)
    error(404, `${standing.namnd.name} har ingen låst version ${said(version)} av det tillfället.`);
  if (key !== null && !standing.assessed)
    error(404, `${standing.namnd.name} har inget publicerat tillfälle som heter ${said(key)}.`);
  return standing;
}

/** An occasion that somebody works with: the one asked for, else the first that is open; null for none. */
export type OpenWork = Work & { readonly assessed: Assessed | null };

export function openWorkAt(asked: Asked, action: Action): OpenWork {
  const work = workAt(asked, action);
  const key = askedFor(asked);
  const list = occasionsFor(asked.locals, work);
  const occasion = list.find((one) => (key === null ? isOpen(one) : one.key === key));
  if (key !== null && !occasion)
    error(404, `${work.namnd.name} har inget tillfälle som heter ${said(key)}.`);
  if (!occasion) return { ...work, assessed: null };
  const at = { ...work.at, query: `?tillfalle=${occasion.key}` };
  return {
    ...work,
    at,
    assessed: readAssessed(asked.locals.db, work.kommun, work.namnd, occasion),
  };
}

/** For pages that have nothing to show without a published occasion. */
export function assessedOr404({ namnd, assessed }: Standing): Assessed {
  if (!assessed) error(404, `${namnd.name} har inget publicerat tillfälle än.`);
  return assessed;
}

/** For what is done with an occasion that is worked with. */
export function assessedIn({ namnd, assessed }: OpenWork): Assessed {
  if (!assessed) error(404, `${namnd.name} har inget öppet tillfälle.`);
  return assessed;
}

/** A number in an address; 404 for what is none. */
export function idOr404(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) error(404, 'Adressen leder ingenstans.');
  return Number(text);
}

/** Today here, as the kommun counts days. */
export const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
