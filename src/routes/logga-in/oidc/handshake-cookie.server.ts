import type { Cookies } from '@sveltejs/kit';
import type { Handshake } from '#lib/server/oidc/provider.ts';

/*
 * What a browser keeps between its going to the identity provider and its coming back. As it is and unsigned: who
 * can plant a cookie here can plant one that we made, and over https the name lets nobody else write it. Lax, so
 * that it comes along when the provider sends the browser back. One at a time: the latest is what holds.
 */

const SECURE = '__Host-fyren-oidc';
const PLAIN = 'fyren-oidc';

/** As long as somebody may take to sign in at the provider. */
const LASTS_SECONDS = 600;
/** A browser keeps no cookie above 4 kB; who was going somewhere longer comes to the first page. */
const LONGEST_PATH = 1500;

const optionsFor = (origin: string) => {
  const secure = origin.startsWith('https:');
  return {
    name: secure ? SECURE : PLAIN,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure } as const,
  };
};

export type Kept = { readonly handshake: Handshake; readonly to: string | null };

/** `origin` is where the installation is read. */
export function keepHandshake(cookies: Cookies, origin: string, { handshake, to }: Kept): void {
  const { name, options } = optionsFor(origin);
  const isShort = to !== null && encodeURIComponent(to).length <= LONGEST_PATH;
  const text = new URLSearchParams({ ...handshake, ...(isShort ? { to } : {}) }).toString();
  cookies.set(name, text, { ...options, maxAge: LASTS_SECONDS });
}

/** Read once and gone, whatever comes of it: null when there is none. */
export function takeHandshake(cookies: Cookies, origin: string): Kept | null {
  const { name, options } = optionsFor(origin);
  const kept = new URLSearchParams(cookies.get(name) ?? '');
  cookies.delete(name, options);
  const [state, nonce, verifier] = [kept.get('state'), kept.get('nonce'), kept.get('verifier')];
  if (!state || !nonce || !verifier) return null;
  return { handshake: { state, nonce, verifier }, to: kept.get('to') };
}
