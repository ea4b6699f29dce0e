import { resolve } from 'node:path';
import { readOidc } from './oidc/settings.ts';
import type { OidcSettings } from './oidc/settings.ts';

/** The settings of an installation. The only module that reads the environment. */
export type Config = {
  /** Where the database, its backups and nothing else lie. */
  readonly dataDir: string;
  readonly port: number;
  /** Undefined: every address of the machine, so that localhost and 127.0.0.1 both answer. */
  readonly host: string | undefined;
  readonly migrationsDir: string;
  readonly seedsDir: string;
  /** What reads files on a thread of its own; there when the product is built. */
  readonly workerFile: string;
  /** The most that all files of one form may weigh together, in `MB`. */
  readonly uploadLimitMb: number;
  /** Where the installation is read, as browsers spell it. Undefined: wherever the request says. */
  readonly origin: string | undefined;
  /** The header in which a proxy says whom it answers for, in small letters. Undefined: there is none to believe. */
  readonly addressHeader: string | undefined;
  /** How many proxies of one's own each add an address to that header. */
  readonly proxies: number;
  /** The kommun's own identity provider; null where people sign in by passwords alone. */
  readonly oidc: OidcSettings | null;
  /** Whether everyone acts as the demo's own user: see `actAsDemo`. */
  readonly isDemo: boolean;
};

export const MB = 1024 * 1024;

const FORWARDED_FOR = 'x-forwarded-for';

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(
    `PORT är ”${text}”. Sätt den till ett heltal mellan 1 och 65535, till exempel 3000.`,
  );
}

function readUploadLimit(text: string | undefined): number {
  if (text === undefined || text === '') return 20;
  const limit = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : 0;
  if (limit > 0 && Number.isFinite(limit)) return limit;
  throw new Error(
    `UPLOAD_LIMIT_MB är ”${text}”. Sätt den till ett tal större än noll, till exempel 20.`,
  );
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  // A path or a password would be dropped without a word.
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new Error(
    `ORIGIN är ”${text}”. Sätt den till adressen som läsarna går till, med http:// eller https:// först och inget efter namnet, till exempel https://fyren.example.se.`,
  );
}

function readAddressHeader(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(text)) return text.toLowerCase();
  throw new Error(
    `ADDRESS_HEADER är ”${text}”. Sätt den till namnet på det huvud som proxyn skriver läsarens adress i, till exempel X-Forwarded-For.`,
  );
}

function readProxies(text: string | undefined): number {
  if (text === undefined || text === '') return 1;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new Error(
    `XFF_DEPTH är ”${text}”. Sätt den till hur många proxyer som står framför Fyren: 1, eller fler.`,
  );
}

/** By a name that any copy of this module finds, and no environment can set. */
const DEMO = Symbol.for('fyren.demo');

/**
 * Called by the demo before it serves, and by nothing else. On the running program itself, since what serves and what
 * Kit bundled are two copies of this module; in the environment anybody's slip would make everyone administrator.
 */
export function actAsDemo(program: object = process): void {
  Object.defineProperty(program, DEMO, { value: true });
}

/** The settings as they are given, or an error that says which of them is wrong and what to set it to. */
export function readConfig(
  env: NodeJS.ProcessEnv = process.env,
  program: object = process,
): Config {
  const origin = readOrigin(env.ORIGIN);
  return {
    dataDir: resolve(env.DATA_DIR || 'data'),
    port: readPort(env.PORT),
    host: env.HOST || undefined,
    migrationsDir: resolve('drizzle'),
    seedsDir: resolve('seeds'),
    workerFile: resolve('build/node/worker.js'),
    uploadLimitMb: readUploadLimit(env.UPLOAD_LIMIT_MB),
    origin,
    addressHeader: readAddressHeader(env.ADDRESS_HEADER),
    proxies: readProxies(env.XFF_DEPTH),
    oidc: readOidc(env, origin),
    isDemo: DEMO in program,
  };
}

/** What the adapter would read, others that serve the same framework, or Fyren once did, and what goes instead. */
const UNREAD: Readonly<Record<string, string>> = {
  PROTOCOL_HEADER: 'Sätt ORIGIN.',
  HOST_HEADER: 'Sätt ORIGIN.',
  PORT_HEADER: 'Sätt ORIGIN.',
  BODY_SIZE_LIMIT: 'Sätt UPLOAD_LIMIT_MB.',
  SOCKET_PATH: 'Fyren svarar på HOST och PORT.',
  LISTEN_PID: 'Fyren svarar på HOST och PORT.',
  LISTEN_FDS: 'Fyren svarar på HOST och PORT.',
  SHUTDOWN_TIMEOUT: 'Det som pågår har alltid 30 sekunder på sig när servern stängs.',
  IDLE_TIMEOUT: 'Fyren stängs aldrig av sig självt.',
  KEEP_ALIVE_TIMEOUT: 'Servern har egna gränser.',
  HEADERS_TIMEOUT: 'Servern har egna gränser.',
  FYREN_DEMO: 'Ta bort den: demon startas bara med npm run demo.',
};

const isSet = (env: NodeJS.ProcessEnv, name: string) => (env[name] ?? '') !== '';

/** Where the installation believes that it is read, for the log. */
export const readAt = ({ origin }: Config, here: string): string =>
  origin === undefined
    ? `ORIGIN är inte satt: Fyren läses på den adress som frågas om, och länkar i mejl går till den eller till ${here}. Når någon den från en annan dator, sätt ORIGIN till adressen i webbläsaren.`
    : `Fyren läses på ${origin} (ORIGIN). Formulär tas emot därifrån och ingen annanstans ifrån.`;

/** What is wrong with the settings together, or is set and never read, in words for the log. To be asked before `settleAdapter`. */
export function doubtsAbout(config: Config, env: NodeJS.ProcessEnv = process.env): string[] {
  const { origin, addressHeader, proxies } = config;
  const unread = Object.entries(UNREAD).filter(([name]) => isSet(env, name));
  const found: readonly (readonly [boolean, string])[] = [
    [
      Boolean(origin?.startsWith('https:')) && addressHeader === undefined,
      'ORIGIN är https, så en proxy står framför, men ADDRESS_HEADER är inte satt: alla som loggar in räknas som en enda adress, och den som gissar lösenord får andra att vänta. Sätt ADDRESS_HEADER=X-Forwarded-For om proxyn skickar det huvudet.',
    ],
    [
      addressHeader !== undefined && origin === undefined,
      'ADDRESS_HEADER är satt, så en proxy står framför, men ORIGIN är det inte. Sätt ORIGIN till adressen i webbläsaren.',
    ],
    [
      isSet(env, 'XFF_DEPTH') && addressHeader === undefined,
      'XFF_DEPTH är satt men inte ADDRESS_HEADER, så den gör ingenting.',
    ],
    [
      proxies > 1 && addressHeader !== undefined && addressHeader !== FORWARDED_FOR,
      `XFF_DEPTH är ${proxies}, men i ${addressHeader} brukar det bara stå en adress. Ta bort XFF_DEPTH eller sätt ADDRESS_HEADER=X-Forwarded-For.`,
    ],
    ...unread.map(
      ([name, instead]) => [true, `${name} är satt, men Fyren läser den inte. ${instead}`] as const,
    ),
  ];
  return found.flatMap(([isSo, sentence]) => (isSo ? [sentence] : []));
}

/** The adapter reads the environment by itself: called before its handler is imported. */
export function settleAdapter(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(UNREAD)) delete env[name];
  // Its own limit breaks the body off in English; ours answers in Swedish.
  env.BODY_SIZE_LIMIT = 'Infinity';
  // Empty is as none here, and a fault there.
  if (env.ORIGIN === '') delete env.ORIGIN;
}
