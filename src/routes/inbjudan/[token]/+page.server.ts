import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { PASSWORD_FAULT, UNLIKE } from '#lib/format/accounts.ts';
import { readLink } from '#lib/server/account-links.ts';
import { accept } from '#lib/server/choose-password.ts';
import type { AcceptFault } from '#lib/server/choose-password.ts';
import { readEmail, readName, readNewPassword } from '#lib/server/account-form.ts';
import * as sessions from '#lib/server/db/sessions.ts';
import { readFields } from '#routes/forms.server.ts';
import { setToken } from '#routes/session-cookie.server.ts';

const GONE =
  'Länken gäller inte längre. Den kan användas en gång, inom en vecka. Be den som gav dig den om en ny.';

const FAULT: Readonly<Record<AcceptFault, string>> = {
  ...PASSWORD_FAULT,
  gone: GONE,
  taken: 'Adressen har redan ett konto. Logga in med det, eller skriv en annan adress.',
};

export const load = ({ locals, params }) => {
  const found = readLink(locals.db, params.token, new Date());
  if (!found) error(404, GONE);
  const { person } = found;
  return { title: 'Välj lösenord', person: person && { name: person.name, email: person.email } };
};

const NO_NAME = 'Skriv ditt namn, som det ska stå i historiken.';
const NO_EMAIL = 'Skriv din e-postadress: den loggar du in med.';

export const actions = {
  default: async ({ locals: { db, user }, params, request, cookies }) => {
    const { fields, failure } = await readFields(db, request);
    if (failure) return failure;
    const found = readLink(db, params.token, new Date());
    if (!found) error(404, GONE);
    const name = readName(fields.get('namn'));
    const email = readEmail(fields.get('epost'));
    const was = { name: fields.get('namn') ?? '', email: fields.get('epost') ?? '' };
    if (!found.person && !name) return fail(422, { message: NO_NAME, was });
    if (!found.person && !email) return fail(422, { message: NO_EMAIL, was });
    const password = readNewPassword(fields);
    if (password === null) return fail(422, { message: UNLIKE, was });
    const told = { name: name ?? '', email: email ?? '' };
    const made = await accept(db, new Date(), params.token, password, told);
    if (!made.ok) return fail(422, { message: FAULT[made.error], was });
    if (user?.session) sessions.end(db, user.session);
    setToken(cookies, made.value, request.headers.get('origin'));
    redirect(303, resolve('/konto'));
  },
};
