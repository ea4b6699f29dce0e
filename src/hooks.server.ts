import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { error as refuse } from '@sveltejs/kit';
import { dev } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { firstLink, linkUrl } from '#lib/server/account-links.ts';
import { readConfig } from '#lib/server/config.ts';
import type { Config } from '#lib/server/config.ts';
import type { Db } from '#lib/server/db/client.ts';
import { openInstallation } from '#lib/server/db/migrate.ts';
import {
  clearWaiting,
  discardInterrupted,
  finishErasing,
  keepForgetting,
} from '#lib/server/interrupted.ts';
import { jobsOf } from '#lib/server/jobs.ts';
import type { Jobs } from '#lib/server/jobs.ts';
import { directReader, threadReader } from '#lib/server/reader.ts';
import { isFromHere } from '#lib/server/same-origin.ts';
import { readUser } from '#lib/server/signed-in.ts';
import type { User } from '#lib/server/signed-in.ts';
import { readToken } from '#routes/session-cookie.server.ts';

const FORGED =
  'Formuläret skickades från en annan adress än den här sidan. Öppna sidan på nytt och försök igen.';

/** Who everyone is in the demo, where nobody signs in. */
const DEMO: User = {
  ...{ person: null, name: 'Demo', email: null, session: null },
  grants: (['kvalitetsstrateg', 'administrator'] as const).map((role) => ({
    ...{ role, kommun: null, namnd: null },
  })),
};

/**
 * Kit asks `handle` about an address it could not read too, and there what is thrown ends the server.
 * The decoded text is used, since the bundler leaves out a call whose answer is not.
 */
function isReadable(path: string): boolean {
  try {
    return decodeURI(path).startsWith('/');
  } catch {
    return false;
  }
}

/** Where nobody has an account, whoever reads the server's log makes the first one. */
function tellFirstLink(db: Db, now: Date): void {
  const token = config.isDemo ? null : firstLink(db, now);
  if (token === null) return;
  console.log(
    `Ingen har ett konto än. Den första administratören skapas här: ${linkUrl(config, token)}`,
  );
}

let config: Config;
let db: Db;
let jobs: Jobs;

/** Not at the top of the module: Kit imports it while building too. */
export const init: ServerInit = async () => {
  config = readConfig();
  const now = new Date();
  db = await openInstallation(config.dataDir, config.migrationsDir, now);
  discardInterrupted(db, now);
  clearWaiting(db, now);
  finishErasing(db, now);
  tellFirstLink(db, now);
  const forgetting = keepForgetting(db);
  // When developing there is no thread to begin: what it runs is built.
  const { workerFile } = config;
  const isBuilt = !dev && existsSync(workerFile);
  jobs = jobsOf(isBuilt ? threadReader(workerFile, db.$client.name) : directReader(db));
  process.once('sveltekit:shutdown', () => {
    clearInterval(forgetting);
    db.$client.close();
  });
};

/** Pages that hold a link or a password. */
const IS_PRIVATE = /^\/(?:inbjudan|logga-in|konto|anvandare)(?:\/|$)/;

/** What one is shown is not kept for another by what stands between them and here, nor behind Back. */
function keepApart(headers: Headers, isPrivate: boolean): void {
  headers.append('vary', 'cookie');
  if (isPrivate && !headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
}

export const handle: Handle = async ({ event, resolve }) => {
  const { method, headers } = event.request;
  const sender = { method, origin: headers.get('origin'), host: headers.get('host') };
  if (!isFromHere(sender, config.origin) && isReadable(event.url.pathname)) refuse(403, FORGED);
  event.locals.db = db;
  event.locals.jobs = jobs;
  event.locals.uploadLimitMb = config.uploadLimitMb;
  event.locals.home = config.origin ?? `http://${sender.host ?? event.url.host}`;
  const token = readToken(event.cookies, config.origin);
  event.locals.user = token === undefined ? null : readUser(db, token, new Date());
  if (config.isDemo) event.locals.user ??= DEMO;
  const answer = await resolve(event, {
    // The fonts the page is read in, so that text does not jump when they arrive.
    preload: ({ type }) => type === 'css' || type === 'font',
  });
  keepApart(answer.headers, event.locals.user !== null || IS_PRIVATE.test(event.url.pathname));
  return answer;
};

const NOWHERE = 'Adressen leder ingenstans. Kontrollera stavningen eller börja om från startsidan.';
const NOT_SO = 'Det som skickades gick inte att ta emot. Gå tillbaka till sidan och försök igen.';

/** The reader gets a number to give us; the rest is for the log. */
export const handleError: HandleServerError = ({ error, status, message }) => {
  // An address that leads nowhere, or is none, is no fault of ours.
  if (status < 500) return { message: [400, 404].includes(status) ? NOWHERE : NOT_SO };
  const id = randomUUID().slice(0, 8);
  console.error(`[${id}] ${status} ${message}`, error);
  return { message: 'Något gick fel hos oss.', id };
};
