import { error, fail, redirect } from '@sveltejs/kit';
import { signInPath } from '#lib/components/paths.ts';
import { PASSWORD_FAULT, UNLIKE, waitSentence } from '#lib/format/accounts.ts';
import { readNewPassword } from '#lib/server/account-form.ts';
import { changePassword } from '#lib/server/choose-password.ts';
import * as grants from '#lib/server/db/grants.ts';
import * as persons from '#lib/server/db/persons.ts';
import * as sessions from '#lib/server/db/sessions.ts';
import { kommunerOf } from '#lib/server/kommuner-of.ts';
import type { User } from '#lib/server/signed-in.ts';
import { readFields } from '#routes/forms.server.ts';
import { dropToken } from '#routes/session-cookie.server.ts';

/** Somebody with an account of their own. */
function ownOr403(user: User | null, url: URL) {
  if (!user) redirect(303, signInPath(url));
  if (user.person === null) error(403, 'I demon är du Demo, som inte har något konto.');
  return { ...user, person: user.person };
}

export const load = ({ locals: { db, user, oidc }, url }) => {
  const own = ownOr403(user, url);
  const person = persons.read(db, own.person);
  return {
    title: 'Mitt konto',
    name: own.name,
    email: own.email,
    grants: grants.listOf(db, own.person),
    hasPassword: person?.passwordHash !== null,
    isLinked: person?.oidcSubject !== null,
    oidcLabel: oidc && oidc.settings.label,
    kommuner: kommunerOf(db, own.grants),
    sessions: sessions.listOf(db, own.person).map(({ tokenHash, createdAt, seenAt }) => ({
      ...{ createdAt, seenAt, isHere: tokenHash === own.session },
    })),
    isChanged: url.searchParams.has('bytt'),
  };
};

const FAULT = {
  ...PASSWORD_FAULT,
  wrong: 'Det nuvarande lösenordet stämmer inte.',
  changed: 'Kontot har ändrats medan du hade sidan öppen. Ladda om sidan och försök igen.',
} as const;

export const actions = {
  losenord: async ({ locals: { db, user }, url, request, getClientAddress }) => {
    const own = ownOr403(user, url);
    const { fields, failure } = await readFields(db, request);
    if (failure) return failure;
    const [was, password] = [fields.get('nuvarande') ?? '', readNewPassword(fields)];
    if (password === null) return fail(422, { message: UNLIKE });
    const self = { id: own.person, session: own.session, address: getClientAddress() };
    const changed = await changePassword(db, new Date(), self, { was, password });
    if (changed.ok) redirect(303, '?bytt');
    const { error: fault } = changed;
    return fault.kind === 'wait'
      ? fail(429, { message: waitSentence(fault.seconds) })
      : fail(422, { message: FAULT[fault.kind] });
  },

  /** Everywhere, here too: whoever has lost a telephone is sure. */
  overallt: ({ locals: { db, user }, url, cookies }) => {
    const own = ownOr403(user, url);
    sessions.endAll(db, own.person);
    dropToken(cookies);
    redirect(303, signInPath());
  },
};
