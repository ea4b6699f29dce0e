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
  /** The kommun's own identity provider; null where people sign in by passwords alone. */
  readonly oidc: OidcSettings | null;
  /** Whether everyone acts as the demo's own user: see `actAsDemo`. */
  readonly isDemo: boolean;
};

export const MB = 1024 * 1024;

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

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
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
    oidc: readOidc(env, origin),
    isDemo: env.FYREN_DEMO === '1',
  };
}

/**
 * Called by the demo before it serves. Through the environment, since what serves and what Kit
 * bundled are two copies of this module with nothing else between them.
 */
export function actAsDemo(env: NodeJS.ProcessEnv = process.env): void {
  env.FYREN_DEMO = '1';
}

/** The adapter reads the environment by itself: called before its handler is imported. */
export function settleAdapter(env: NodeJS.ProcessEnv = process.env): void {
  // Its own limit breaks the body off in English; ours answers in Swedish.
  env.BODY_SIZE_LIMIT = 'Infinity';
  // Empty is as none here, and a fault there.
  if (env.ORIGIN === '') delete env.ORIGIN;
}
