import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { waitSentence, WRONG } from '#lib/format/accounts.ts';
import * as sessions from '#lib/server/db/sessions.ts';
import { signIn } from '#lib/server/sign-in.ts';
import { readFields } from '#routes/forms.server.ts';
import { pathHere } from '#routes/path-here.server.ts';
import { setToken } from '#routes/session-cookie.server.ts';

export const load = ({ url }) => ({
  title: 'Logga in',
  to: pathHere(url.searchParams.get('till'), url),
});

export const actions = {
  default: async ({ locals: { db, user }, request, cookies, url, getClientAddress }) => {
    const { fields, failure } = await readFields(db, request);
    if (failure) return failure;
    const [email, password] = [fields.get('epost') ?? '', fields.get('losenord') ?? ''];
    const found = await signIn(db, new Date(), { email, password, address: getClientAddress() });
    if (found.ok) {
      if (user?.session) sessions.end(db, user.session);
      setToken(cookies, found.value, request.headers.get('origin'));
      redirect(303, pathHere(fields.get('till') ?? null, url) ?? resolve('/'));
    }
    const { error } = found;
    return error.kind === 'wait'
      ? fail(429, { message: waitSentence(error.seconds), email })
      : fail(401, { message: WRONG, email });
  },
};
