import { error, fail, redirect } from '@sveltejs/kit';
import {
  accountPath,
  invitationPath,
  personPath,
  personsPath,
  signInPath,
} from '#lib/components/paths.ts';
import { mayGive } from '#lib/domain/permission.ts';
import type { Where } from '#lib/domain/permission.ts';
import { newLink } from '#lib/server/account-links.ts';
import { close, give, reopen, take } from '#lib/server/accounts.ts';
import type { Db } from '#lib/server/db/client.ts';
import { kommunerOf } from '#lib/server/kommuner-of.ts';
import { unlink } from '#lib/server/oidc/unlink.ts';
import type { User } from '#lib/server/signed-in.ts';
import { readFields } from '#routes/forms.server.ts';
import { actorOr403, idOr404 } from '#routes/guard.server.ts';
import { grantIn, managedBy, managerOr403, placesFor } from '../managed.server.ts';
import type { Managed } from '../managed.server.ts';

type Asked = {
  readonly locals: App.Locals;
  readonly params: { readonly id: string };
  readonly url: URL;
};

function personAt({ locals, params, url }: Asked) {
  const manager = managerOr403(locals.user, url);
  const id = idOr404(params.id);
  const person = managedBy(locals.db, manager).find((one) => one.id === id);
  if (!person) error(404, 'Det finns ingen sådan användare bland dem du sköter.');
  return { manager, person };
}

export const load = (asked) => {
  const { db } = asked.locals;
  const { manager, person } = personAt(asked);
  const { id, name, email, rev, closedAt, passwordHash, oidcSubject, isMine } = person;
  return {
    title: name,
    person: {
      id,
      name,
      email,
      rev,
      isMine,
      isClosed: closedAt !== null,
      hasPassword: passwordHash !== null,
      isLinked: oidcSubject !== null,
    },
    grants: person.grants.map((one) => ({ ...one, isMine: mayGive(manager.grants, one) })),
    kommuner: kommunerOf(db, manager.grants),
    places: placesFor(db, manager),
  };
};

const EVERYWHERE: Where = { kommun: null, namnd: null };
const FAULT = {
  grant: 'Välj en roll, och var den gäller.',
  has: 'Den rollen finns redan.',
  own: 'Ditt eget lösenord byter du under Mitt konto.',
  gone: 'Rollen är redan borttagen.',
  last: 'Det här är den sista administratören för hela installationen. Gör någon annan till det först.',
  changed: 'Kontot har ändrats medan du hade sidan öppen. Titta igen, och försök en gång till.',
} as const;

const no = (of: keyof typeof FAULT) => fail(of === 'changed' ? 409 : 422, { message: FAULT[of] });

type Posted = Asked & { readonly request: Request };

/** What a form says, sent by who saw the account as it is: whatever another has done meanwhile stays done. */
async function fieldsOf({ rev }: Managed, { locals, request }: Posted) {
  const { fields, failure } = await readFields(locals.db, request);
  if (failure) return { fields: null, failure };
  return fields.get('rev') === String(rev)
    ? { fields, failure: null }
    : { fields: null, failure: no('changed') };
}

/** Who changes an account as such: in the reach of its first role, which is within theirs. */
function accountAt(asked: Asked) {
  const { person } = personAt(asked);
  if (!person.isMine)
    error(403, 'Kontot har roller utanför dem du sköter. Be en administratör som sköter alla.');
  return { person, actor: actorOr403(asked, 'manage-accounts', person.grants[0] ?? EVERYWHERE) };
}

const linkOf = (request: Request, token: string) =>
  (request.headers.get('origin') ?? '') + invitationPath(token);

/** Where to go when a role is taken: it may have been the one by which they were within reach. */
function pathAfter(db: Db, manager: User, id: number): string {
  if (id === manager.person) return accountPath();
  const isSeen = managedBy(db, manager).some((one) => one.id === id);
  return isSeen ? personPath(id) : `${personsPath()}?utan-roll`;
}

export const actions = {
  ge: async (asked) => {
    const { locals } = asked;
    const { manager, person } = personAt(asked);
    const { fields, failure } = await fieldsOf(person, asked);
    if (failure) return failure;
    const grant = grantIn(locals.db, manager, fields);
    if (!grant) return no('grant');
    const actor = actorOr403(asked, 'manage-accounts', grant);
    const given = give(locals.db, actor, new Date(), person, grant);
    if (!given.ok) return no(given.error);
    redirect(303, personPath(person.id));
  },

  ta: async (asked) => {
    const { locals } = asked;
    const { manager, person } = personAt(asked);
    const { fields, failure } = await fieldsOf(person, asked);
    if (failure) return failure;
    const held = person.grants.find(({ id }) => String(id) === fields.get('roll'));
    if (!held) return no('gone');
    const actor = actorOr403(asked, 'manage-accounts', held);
    const taken = take(locals.db, actor, new Date(), person, held.id);
    if (!taken.ok) return no(taken.error);
    redirect(303, pathAfter(locals.db, manager, person.id));
  },

  lank: async (asked) => {
    const { person, actor } = accountAt(asked);
    const { failure } = await fieldsOf(person, asked);
    if (failure) return failure;
    // Who sits at an open desk would choose a password without knowing the old one.
    if (person.id === asked.locals.user?.person) return no('own');
    const made = newLink(asked.locals.db, actor, new Date(), person);
    return made.ok ? { link: linkOf(asked.request, made.value) } : no(made.error);
  },

  stang: async (asked) => {
    const { person, actor } = accountAt(asked);
    const { failure } = await fieldsOf(person, asked);
    if (failure) return failure;
    const closed = close(asked.locals.db, actor, new Date(), person);
    if (!closed.ok) return no(closed.error);
    const isSelf = person.id === asked.locals.user?.person;
    redirect(303, isSelf ? signInPath() : personPath(person.id));
  },

  loss: async (asked) => {
    const { person, actor } = accountAt(asked);
    const { failure } = await fieldsOf(person, asked);
    if (failure) return failure;
    const parted = unlink(asked.locals.db, actor, new Date(), person);
    if (!parted.ok) return no(parted.error);
    redirect(303, pathAfter(asked.locals.db, personAt(asked).manager, person.id));
  },

  oppna: async (asked) => {
    const { person, actor } = accountAt(asked);
    const { failure } = await fieldsOf(person, asked);
    if (failure) return failure;
    const opened = reopen(asked.locals.db, actor, new Date(), person);
    return opened.ok ? { link: linkOf(asked.request, opened.value) } : no(opened.error);
  },
};
