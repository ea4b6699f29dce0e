import { fail, redirect } from '@sveltejs/kit';
import type { Cookies } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { waitSentence, WRONG } from '#lib/format/accounts.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as sessions from '#lib/server/db/sessions.ts';
import { signIn } from '#lib/server/sign-in.ts';
import { readUser } from '#lib/server/signed-in.ts';
import { readFields } from '#routes/forms.server.ts';
import { pathHere } from '#routes/path-here.server.ts';
import { setToken } from '#routes/session-cookie.server.ts';
import { asWritten, carried, isAnothers, keepWritten } from './written.server.ts';

export const load = ({ locals: { oidc }, url }) => ({
  title: 'Logga in',
  /** What the button to the kommun's own sign-in says; null for no such button. */
  oidcLabel: oidc && oidc.settings.label,
  to: pathHere(url.searchParams.get('till'), url),
});

const ANOTHERS =
  'Det som följer med skrevs av någon annan, och du är inte inloggad. Logga in som den som skrev det, eller logga in utan texten.';
const NOT_KEPT =
  'Du är inloggad, men det går inte att spara det du skrev där längre. Det står nedan: kopiera det du behöver.';

type Asked = {
  readonly locals: App.Locals;
  readonly request: Request;
  readonly cookies: Cookies;
  readonly url: URL;
};

/** Signs in who was let in, with what they had written; a failure when that could not come along. */
function admit({ locals, request, cookies, url }: Asked, token: string, fields: Fields, now: Date) {
  const { db, user } = locals;
  const [to, written] = [pathHere(fields.get('till') ?? null, url), asWritten(fields)];
  const admitted = readUser(db, token, now);
  if (!admitted) return fail(401, { ...told(fields, WRONG), isStranded: false });
  if (isAnothers(written, admitted)) {
    endSession(db, admitted.session);
    return fail(409, { ...told(fields, ANOTHERS), isStranded: false });
  }
  endSession(db, user?.session ?? null);
  setToken(cookies, token, request.headers.get('origin'));
  if (to !== null && !keepWritten(db, admitted, now, new URL(to, url), written))
    return fail(403, { ...told(fields, NOT_KEPT), isStranded: true });
  redirect(303, to ?? resolve('/'));
}

type Fields = ReadonlyMap<string, string>;

const endSession = (db: Db, session: string | null): void => {
  if (session !== null) sessions.end(db, session);
};

/** What the page shows again, with what goes along. */
const told = (fields: Fields, message: string | null) => ({
  ...{ message, email: fields.get('epost') ?? '', written: asWritten(fields) },
});

export const actions = {
  default: async (asked) => {
    const { db } = asked.locals;
    const { fields, failure } = await readFields(db, asked.request);
    if (failure) return failure;
    // What somebody sent when they had been signed out: they sign in first, and take it along.
    if (!fields.has('losenord'))
      return fail(401, { message: null, email: '', written: carried(fields), isStranded: false });
    const [email, password] = [fields.get('epost') ?? '', fields.get('losenord') ?? ''];
    const now = new Date();
    const found = await signIn(db, now, { email, password, address: asked.getClientAddress() });
    if (found.ok) return admit(asked, found.value, fields, now);
    const { error } = found;
    const isWait = error.kind === 'wait';
    const message = isWait ? waitSentence(error.seconds) : WRONG;
    return fail(isWait ? 429 : 401, { ...told(fields, message), isStranded: false });
  },
};
