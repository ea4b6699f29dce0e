import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import * as sessions from '#lib/server/db/sessions.ts';
import { dropToken } from '#routes/session-cookie.server.ts';

export const load = () => ({ title: 'Logga ut' });

export const actions = {
  default: ({ locals: { db, user }, cookies }) => {
    // Gone here, and not only in the browser (ASVS 5.0 7.4.1).
    if (user?.session) sessions.end(db, user.session);
    dropToken(cookies);
    redirect(303, resolve('/'));
  },
};
