import type { IncomingHttpHeaders } from 'node:http';

/** A page of ours, or what is none. */
export type Kind = 'page' | 'other';

const NONCE = "(?: 'nonce-[\\w+/]{22}==')?";

const POLICY: Readonly<Record<Kind, RegExp>> = {
  page: new RegExp(
    `^default-src 'none'; connect-src 'self'; font-src 'self'; img-src 'self'; object-src 'none'; script-src 'self'${NONCE}; style-src 'self'; style-src-attr 'unsafe-hashes' 'sha256-[\\w+/]{43}='; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$`,
  ),
  other:
    /^default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
};

/** What every answer has, whoever gave it; of those that are not the same everywhere, for `path` over http. */
function expected(kind: Kind, path: string): Readonly<Record<string, RegExp>> {
  return {
    'content-security-policy': POLICY[kind],
    'x-content-type-options': /^nosniff$/,
    'x-frame-options': /^DENY$/,
    'referrer-policy': /^same-origin$/,
    'permissions-policy': /^camera=\(\), .*geolocation=\(\)/,
    'cross-origin-opener-policy': /^same-origin$/,
    'cross-origin-resource-policy': path.startsWith('/api/') ? /^cross-origin$/ : /^same-origin$/,
  };
}

/** What an answer's headers lack, a line each; an empty list is what a test expects. */
export function headerFaults(headers: IncomingHttpHeaders, path: string, kind: Kind): string[] {
  return Object.entries(expected(kind, path)).flatMap(([name, form]) =>
    form.test(String(headers[name])) ? [] : [`${name}: ${String(headers[name])}`],
  );
}

/** Kit's pages say so themselves. */
export const kindOf = (headers: IncomingHttpHeaders): Kind =>
  headers['x-sveltekit-page'] === 'true' ? 'page' : 'other';
