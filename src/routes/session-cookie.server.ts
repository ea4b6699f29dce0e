import type { Cookies } from '@sveltejs/kit';
import { LONGEST_SESSION } from '#lib/domain/session-age.ts';

/*
 * The cookie that says who is signed in. Over https it has a name that no other site of the domain can write
 * (RFC 6265bis, __Host-); a browser refuses that name over http, where a demo or a trial is read (DATA.md T15).
 */

const SECURE = '__Host-fyren';
const PLAIN = 'fyren';

const isHttps = (origin: string | null | undefined) => origin?.startsWith('https:') ?? false;

/** The token a browser sends. Where the installation is read over https the plain name counts for nothing. */
export const readToken = (cookies: Cookies, own: string | undefined): string | undefined =>
  cookies.get(SECURE) ?? (isHttps(own) ? undefined : cookies.get(PLAIN));

const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** `origin` is where the form was sent from: behind a proxy the server does not know the scheme itself. */
export function setToken(cookies: Cookies, token: string, origin: string | null): void {
  const secure = isHttps(origin);
  const maxAge = LONGEST_SESSION / 1000;
  cookies.set(secure ? SECURE : PLAIN, token, { ...OPTIONS, secure, maxAge });
}

export function dropToken(cookies: Cookies): void {
  cookies.delete(SECURE, { ...OPTIONS, secure: true });
  cookies.delete(PLAIN, { ...OPTIONS, secure: false });
}
