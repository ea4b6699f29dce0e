import { readFileSync } from 'node:fs';
import { parseJson } from '../parse-json.ts';
import type { JsonProblem } from '../parse-json.ts';
import { roleFile } from './role-file.ts';
import type { RoleRow } from './role-file.ts';

/** The kommun's own identity provider, as the installation is set. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  readonly scope: string;
  /** The claim that roles are read from. */
  readonly rolesClaim: string;
  /** Empty: all roles are given by hand. */
  readonly roles: readonly RoleRow[];
  /** What the button says. */
  readonly label: string;
  /** Whether an address that the provider does not say is verified is the person's own all the same. */
  readonly trustsEmail: boolean;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
};

type Env = Readonly<Record<string, string | undefined>>;

const NAMES = [
  ...['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_SCOPE', 'OIDC_ROLES_CLAIM'],
  ...['OIDC_ROLES', 'OIDC_LABEL', 'OIDC_TRUST_EMAIL'],
];

const isLocal = ({ hostname }: URL) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Signs in people of every organisation there is. */
const ANYBODYS = /^\/(?:common|organizations|consumers)(?:\/|$)/;

function readIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const say = (what: string) => new Error(`OIDC_ISSUER är ”${text}”. ${what}`);
  const example = 'till exempel https://login.microsoftonline.com/KATALOGENS-ID/v2.0';
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw say(
      `Sätt den till adressen som identitetstjänsten kallar utfärdare (issuer), ${example}.`,
    );
  if (url.protocol === 'http:' && !isLocal(url))
    throw say(
      'Den måste börja med https://, annars kan vem som helst på vägen logga in som någon annan.',
    );
  if (url.pathname.includes('/.well-known/'))
    throw say('Ta bort /.well-known och det som följer: Fyren lägger till det självt.');
  if (url.hostname === 'login.microsoftonline.com' && ANYBODYS.test(url.pathname))
    throw say(
      `Den släpper in alla som har ett konto hos Microsoft. Skriv den egna katalogens id, ${example}.`,
    );
  return text;
}

/** `2.roll` is the third group of the file. */
function sentenceOf({ path, message }: JsonProblem): string {
  if (path === '') return `Filen ${message}.`;
  const [at, ...field] = path.split('.');
  return `Grupp ${Number(at) + 1} i filen: ${[...field, message].join(' ')}.`;
}

function readRoles(path: string): readonly RoleRow[] {
  const say = (what: string, cause?: unknown) =>
    new Error(`OIDC_ROLES är ”${path}”. ${what}`, { cause });
  let json: string;
  try {
    json = readFileSync(path, 'utf8');
  } catch (cause) {
    throw say('Filen går inte att läsa. Kontrollera sökvägen och rättigheterna.', cause);
  }
  // A file from a Mac may spell ä with two signs.
  const parsed = parseJson(roleFile, json.normalize('NFC'));
  if (parsed.ok) return parsed.value;
  throw say(parsed.error.map(sentenceOf).join(' '));
}

function readScope(text: string): string {
  if (/^\S+(?: \S+)*$/.test(text) && text.split(' ').includes('openid')) return text;
  throw new Error(
    `OIDC_SCOPE är ”${text}”. Skriv orden med ett mellanslag mellan, och openid bland dem, till exempel openid profile email.`,
  );
}

function readTrust(text: string): boolean {
  if (text === '1' || text === '0') return text === '1';
  throw new Error(
    `OIDC_TRUST_EMAIL är ”${text}”. Sätt den till 1 om ingen kan ändra sin egen e-postadress i identitetstjänsten, annars 0.`,
  );
}

/** Null when nothing is said of any provider; throws for what is half said. `origin` is the installation's. */
export function readOidc(env: Env, origin: string | undefined): OidcSettings | null {
  const set = NAMES.filter((name) => (env[name] ?? '') !== '');
  if (set.length === 0) return null;
  const missing = ['OIDC_ISSUER', 'OIDC_CLIENT_ID'].filter((name) => !set.includes(name));
  if (missing.length > 0)
    throw new Error(
      `${set.join(', ')} är satt, men inte ${missing.join(' och ')}. Sätt alla som behövs för att logga in med kommunens inloggning, eller ingen.`,
    );
  if (set.includes('OIDC_ROLES_CLAIM') && !set.includes('OIDC_ROLES'))
    throw new Error(
      'OIDC_ROLES_CLAIM är satt, men inte OIDC_ROLES. Sätt den till filen som säger vilken grupp som ger vilken roll.',
    );
  if (origin === undefined)
    throw new Error(
      'OIDC_ISSUER är satt, men inte ORIGIN. Sätt ORIGIN till adressen som läsarna går till: identitetstjänsten skickar tillbaka dem dit.',
    );
  const text = (name: string, otherwise: string) => env[name] || otherwise;
  return {
    issuer: readIssuer(text('OIDC_ISSUER', '')),
    clientId: text('OIDC_CLIENT_ID', ''),
    clientSecret: env['OIDC_CLIENT_SECRET'] || null,
    scope: readScope(text('OIDC_SCOPE', 'openid profile email')),
    rolesClaim: text('OIDC_ROLES_CLAIM', 'groups'),
    roles: set.includes('OIDC_ROLES') ? readRoles(text('OIDC_ROLES', '')) : [],
    label: text('OIDC_LABEL', 'Logga in med kommunens inloggning'),
    trustsEmail: readTrust(text('OIDC_TRUST_EMAIL', '0')),
    redirectUri: `${origin}/logga-in/oidc/svar`,
  };
}
