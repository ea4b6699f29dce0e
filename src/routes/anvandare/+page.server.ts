import { fail } from '@sveltejs/kit';
import { invitationPath } from '#lib/components/paths.ts';
import { readEmail, readName } from '#lib/server/account-form.ts';
import { invite } from '#lib/server/accounts.ts';
import * as invitations from '#lib/server/db/invitations.ts';
import { kommunerOf } from '#lib/server/kommuner-of.ts';
import { readFields } from '#routes/forms.server.ts';
import { actorOr403 } from '#routes/guard.server.ts';
import { grantIn, managedBy, managerOr403, placesFor } from './managed.server.ts';

export const load = ({ locals: { db, user }, url }) => {
  const manager = managerOr403(user, url);
  const waiting = new Set(
    invitations.waiting(db, new Date().toISOString()).map(({ person }) => person),
  );
  return {
    title: 'Användare',
    persons: managedBy(db, manager).map(({ id, name, email, grants, closedAt, passwordHash }) => ({
      ...{ id, name, email, grants, isClosed: closedAt !== null },
      isWaiting: passwordHash === null && waiting.has(id),
    })),
    kommuner: kommunerOf(db, manager.grants),
    places: placesFor(db, manager),
    isOutOfReach: url.searchParams.has('utan-roll'),
  };
};

const FAULT = {
  name: 'Skriv namnet på den som bjuds in.',
  email: 'Skriv e-postadressen: den loggar man in med.',
  grant: 'Välj en roll, och var den gäller.',
  taken: 'Adressen har redan ett konto. Finns personen inte i listan hör kontot till någon annan.',
} as const;

export const actions = {
  bjud: async ({ locals, url, request }) => {
    const { db } = locals;
    const manager = managerOr403(locals.user, url);
    const { fields, failure } = await readFields(db, request);
    if (failure) return failure;
    const was = Object.fromEntries(['namn', 'epost', 'roll', 'var'].map((x) => [x, fields.get(x)]));
    const no = (of: keyof typeof FAULT) => fail(422, { message: FAULT[of], was });
    const [name, email] = [readName(fields.get('namn')), readEmail(fields.get('epost'))];
    const grant = grantIn(db, manager, fields);
    if (!name) return no('name');
    if (!email) return no('email');
    if (!grant) return no('grant');
    const actor = actorOr403({ locals, url }, 'manage-accounts', grant);
    const invited = invite(db, actor, new Date(), { name, email }, grant);
    if (!invited.ok) return no(invited.error);
    const own = request.headers.get('origin') ?? '';
    return { invited: { name, link: own + invitationPath(invited.value.token) } };
  },
};
