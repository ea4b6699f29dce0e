import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { waitSentence, WRONG } from '#lib/format/accounts.ts';
import * as sessions from '#lib/server/db/sessions.ts';
import { signIn } from '#lib/server/sign-in.ts';
import { readUser } from '#lib/server/signed-in.ts';
import { readFields } from '#routes/forms.server.ts';
import { pathHere } from '#routes/path-here.server.ts';
import { setToken } from '#routes/session-cookie.server.ts';
import { asWritten, carried, keepWritten } from './written.server.ts';

export const load = ({ url }) => ({
  title: 'Logga in',
  to: pathHere(url.searchParams.get('till'), url),
});

export const actions = {
  default: async ({ locals: { db, user }, request, cookies, url, getClientAddress }) => {
    const { fields, failure } = await readFields(db, request);
    if (failure) return failure;
    // What somebody sent when they had been signed out: they sign in first, and take it along.
    if (!fields.has('losenord'))
      return fail(401, { message: null, email: '', written: carried(fields) });
    const [email, password] = [fields.get('epost') ?? '', fields.get('losenord') ?? ''];
    const now = new Date();
    const found = await signIn(db, now, { email, password, address: getClientAddress() });
    const to = pathHere(fields.get('till') ?? null, url);
    const written = asWritten(fields);
    if (found.ok) {
      if (user?.session) sessions.end(db, user.session);
      setToken(cookies, found.value, request.headers.get('origin'));
      if (to) keepWritten(db, readUser(db, found.value, now), now, new URL(to, url), written);
      redirect(303, to ?? resolve('/'));
    }
    const { error } = found;
    return error.kind === 'wait'
      ? fail(429, { message: waitSentence(error.seconds), email, written })
      : fail(401, { message: WRONG, email, written });
  },
};
