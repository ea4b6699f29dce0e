import { isIP } from 'node:net';
import type { Config } from './config.ts';

/* Where a request comes from and where the installation is read. What the request says of it is believed only when the settings say so. */

/** An address as some proxies write it, with the port it was sent from: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const bare = (text: string) =>
  text
    .trim()
    .replace(/^\[(.+)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');

/** The address that the outermost trusted proxy saw, counted from the right: what stands left of it anybody writes. */
function addressIn(value: string, depth: number): string | null {
  const address = bare(value.split(',').at(-depth) ?? '');
  return isIP(address) ? address : null;
}

export type Sender = {
  readonly address: string;
  /** Whether the header that the settings name was missing, or held no address. */
  readonly isGuessed: boolean;
};

/** Who is counted when passwords are tried: by the header of the proxy if there is one, else by the connection. */
export function senderOf(
  headers: Headers,
  connection: string,
  { addressHeader, proxies }: Pick<Config, 'addressHeader' | 'proxies'>,
): Sender {
  if (addressHeader === undefined) return { address: connection, isGuessed: false };
  const address = addressIn(headers.get(addressHeader) ?? '', proxies);
  return { address: address ?? connection, isGuessed: address === null };
}

/** A name within the building: the machine itself, a number, or a name without a domain that others could own. */
const isLocal = ({ hostname }: URL) =>
  hostname.startsWith('[') ||
  isIP(hostname) > 0 ||
  !hostname.includes('.') ||
  /\.(?:localhost|local)$/.test(hostname);

/**
 * The beginning of links that leave the installation. Without ORIGIN it is the address asked for, if nobody
 * outside could have chosen it: a link with somebody else's name in it would lead there.
 */
export function homeOf(
  host: string | null,
  { origin, port }: Pick<Config, 'origin' | 'port'>,
): string {
  if (origin !== undefined) return origin;
  const asked = `http://${host ?? ''}`;
  const isAsked = URL.canParse(asked) && isLocal(new URL(asked));
  return isAsked ? new URL(asked).origin : `http://localhost:${port}`;
}

/** What a request says against the settings, for the log: words anybody may have written, so nothing else hangs on them. */
export function doubtOf(headers: Headers, { origin }: Pick<Config, 'origin'>): string | null {
  const scheme = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  if (scheme !== 'https' || origin?.startsWith('https:')) return null;
  return `En proxy säger att läsarna kommer med https (X-Forwarded-Proto), men ORIGIN är ${origin ?? 'inte satt'}. Sätt ORIGIN till adressen i webbläsaren, med https:// först.`;
}

/** For the log, when the header that the settings name did not say who a request came from. */
export const unaddressed = ({ addressHeader, proxies }: Config): string =>
  `ADDRESS_HEADER är ${addressHeader} och XFF_DEPTH ${proxies}, men en begäran kom utan så många adresser där. Den räknades på förbindelsens egen adress. Kontrollera att proxyn skickar huvudet, och att XFF_DEPTH är antalet proxyer.`;
