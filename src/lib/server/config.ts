import { resolve } from 'node:path';

/** The settings of an installation. The only module that reads the environment. */
export type Config = {
  /** Where the database, its backups and nothing else lie. */
  readonly dataDir: string;
  readonly port: number;
  /** Undefined: every address of the machine, so that localhost and 127.0.0.1 both answer. */
  readonly host: string | undefined;
  readonly migrationsDir: string;
  readonly seedsDir: string;
};

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(
    `PORT är ”${text}”. Sätt den till ett heltal mellan 1 och 65535, till exempel 3000.`,
  );
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    dataDir: resolve(env.DATA_DIR || 'data'),
    port: readPort(env.PORT),
    host: env.HOST || undefined,
    migrationsDir: resolve('drizzle'),
    seedsDir: resolve('seeds'),
  };
}
