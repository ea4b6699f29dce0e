import { redirect } from '@sveltejs/kit';
import { pathHere } from '#routes/path-here.server.ts';
import { keepHandshake } from './handshake-cookie.server.ts';
import { providerOr404, refuseFault } from './refuse.server.ts';

/** A link and no form: a page's policy may let no form lead to another site. Nothing is changed by it. */
export const load = async ({ locals: { oidc, home }, url, cookies }) => {
  const provider = providerOr404(oidc);
  const to = pathHere(url.searchParams.get('till'), url);
  const begun = await provider.begin();
  if (!begun.ok) refuseFault(begun.error, to);
  keepHandshake(cookies, home, { handshake: begun.value.handshake, to });
  redirect(303, begun.value.url.href);
};
