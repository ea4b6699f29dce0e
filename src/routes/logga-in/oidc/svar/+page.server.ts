import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { NOTE } from '#lib/format/oidc.ts';
import * as sessions from '#lib/server/db/sessions.ts';
import { admit } from '#lib/server/oidc/admit.ts';
import type { Admitted } from '#lib/server/oidc/admit.ts';
import { pathHere } from '#routes/path-here.server.ts';
import { setToken } from '#routes/session-cookie.server.ts';
import { takeHandshake } from '../handshake-cookie.server.ts';
import { providerOr404, refuseAccount, refuseFault } from '../refuse.server.ts';

/** For who looks after the installation; of a person the number of their account, and nothing more. */
function tell({ outcome, notes }: Admitted): void {
  const whose = outcome.ok ? `konto ${outcome.value.person}` : 'någon som inte släpptes in';
  if (outcome.ok) console.log(`Kommunens inloggning: ${whose} loggade in.`);
  for (const note of notes) console.warn(`Kommunens inloggning, ${whose}: ${NOTE[note]}`);
}

export const load = async ({ locals: { db, user, oidc, home }, url, cookies }) => {
  const provider = providerOr404(oidc);
  const kept = takeHandshake(cookies, home);
  if (!kept) refuseFault({ kind: 'stale', detail: 'no cookie' }, null);
  const to = pathHere(kept.to, url);
  const found = await provider.finish(url.searchParams, kept.handshake);
  if (!found.ok) refuseFault(found.error, to);
  const asked = { settings: provider.settings, identity: found.value };
  const admitted = admit(db, new Date(), { ...asked, signedIn: user?.person ?? null });
  tell(admitted);
  const { outcome } = admitted;
  if (!outcome.ok) refuseAccount(outcome.error, to);
  if (user?.session) sessions.end(db, user.session);
  setToken(cookies, outcome.value.token, home);
  redirect(303, to ?? resolve('/'));
};
