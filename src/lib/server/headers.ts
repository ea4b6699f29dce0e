import type { Config } from './config.ts';

/** For what is no page: a file, an answer to a program, an error that Kit could not draw. A page brings its own. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The browser's own powers that no page here asks for. */
const UNUSED = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((power) => `${power}=()`)
  .join(', ');

const ALWAYS: readonly (readonly [string, string])[] = [
  ['Content-Security-Policy', POLICY],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', UNUSED],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** What is in the API is meant for other sites' programs too. */
const isForAll = (path: string) => path.startsWith('/api/');

const YEAR_S = 365 * 24 * 60 * 60;

/**
 * For a year the browser goes by https alone (ASVS 5.0 3.4.1). The names below ours too, but not where ours is
 * the organisation's whole domain, whose other sites are not ours to speak for.
 */
function transportSecurity(origin: string): string {
  const isBelow = new URL(origin).hostname.split('.').length > 2;
  return `max-age=${YEAR_S}${isBelow ? '; includeSubDomains' : ''}`;
}

/** The headers that every answer has, whoever gives it (ASVS 5.0 3.4). `path` is the address asked for. */
export function headersFor(path: string, { origin }: Pick<Config, 'origin'>): Map<string, string> {
  const headers = new Map(ALWAYS);
  headers.set('Cross-Origin-Resource-Policy', isForAll(path) ? 'cross-origin' : 'same-origin');
  if (origin?.startsWith('https:'))
    headers.set('Strict-Transport-Security', transportSecurity(origin));
  return headers;
}
