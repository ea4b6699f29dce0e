import { existsSync } from 'node:fs';
import { error as refuse } from '@sveltejs/kit';
import { dev } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { firstLink, linkUrl } from '#lib/server/account-links.ts';
import { doubtOf, homeOf, senderOf, unaddressed } from '#lib/server/addresses.ts';
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
import { keepMarking } from '#lib/server/log-mark.ts';
import { jobsOf } from '#lib/server/jobs.ts';
import type { Jobs } from '#lib/server/jobs.ts';
import { noteFault } from '#routes/note-fault.server.ts';
import { providerOf } from '#lib/server/oidc/provider.ts';
import type { Provider } from '#lib/server/oidc/provider.ts';
import { unknownIn } from '#lib/server/oidc/role-rules.ts';
import { directReader, threadReader } from '#lib/server/reader.ts';
import { isFromHere, refusalOf } from '#lib/server/same-origin.ts';
import { readUser } from '#lib/server/signed-in.ts';
import type { Sender } from '#lib/server/same-origin.ts';
import type { User } from '#lib/server/signed-in.ts';
import { readToken } from '#routes/session-cookie.server.ts';

/** Who everyone is in the demo, where nobody signs in. */
const DEMO: User = {
  ...{ person: null, name: 'Demo', email: null, session: null },
  grants: (['kvalitetsstrateg', 'administrator'] as const).map((role) => ({
    ...{ role, kommun: null, namnd: null },
  })),
};

const NOWHERE = 'Adressen leder ingenstans. Kontrollera stavningen eller börja om från startsidan.';

/**
 * Kit asks `handle` about an address it could not read too, and there what is thrown ends the server: nothing
 * that can throw is done for it. The decoded text is used, since the bundler leaves out a call whose answer is not.
 */
function isReadable(path: string): boolean {
  try {
    return decodeURI(path).startsWith('/');
  } catch {
    return false;
  }
}

/** Where nobody is administrator, whoever reads the server's log becomes the first one. */
function tellFirstLink(db: Db, now: Date): void {
  const token = config.isDemo ? null : firstLink(db, now);
  if (token === null) return;
  console.log(`Ingen är administratör än. Den första skapas här: ${linkUrl(config, token)}`);
}

/** A group that gives no role is no fault to stop for: its nämnd may be made later. */
function tellUnknownRoles(db: Db): void {
  for (const sentence of unknownIn(db, config.oidc?.roles ?? [])) console.warn(sentence);
}

let config: Config;
let db: Db;
let jobs: Jobs;
let oidc: Provider | null;

/** Not at the top of the module: Kit imports it while building too. */
export const init: ServerInit = async () => {
  config = readConfig();
  const now = new Date();
  db = await openInstallation(config.dataDir, config.migrationsDir, now);
  discardInterrupted(db, now);
  clearWaiting(db, now);
  finishErasing(db, now);
  tellFirstLink(db, now);
  tellUnknownRoles(db);
  oidc = config.oidc && providerOf(config.oidc);
  const forgetting = keepForgetting(db);
  const marking = keepMarking(db, (line) => console.log(line));
  // When developing there is no thread to begin: what it runs is built.
  const { workerFile } = config;
  const isBuilt = !dev && existsSync(workerFile);
  jobs = jobsOf(isBuilt ? threadReader(workerFile, db.$client.name) : directReader(db));
  process.once('sveltekit:shutdown', () => {
    clearInterval(forgetting);
    clearInterval(marking);
    db.$client.close();
  });
};

/** Pages that hold a link or a password. */
const IS_PRIVATE = /^\/(?:inbjudan|logga-in|konto|anvandare|logg)(?:\/|$)/;

/** What one is shown is not kept for another by what stands between them and here, nor behind Back. */
function keepApart(headers: Headers, isPrivate: boolean): void {
  headers.append('vary', 'cookie');
  if (isPrivate && !headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
}

/** What is wrong with the settings is wrong with every request: each thing is said once, and no more than these. */
const MOST_SAID = 20;
const said = new Set<string>();

function sayOnce(line: string | null): void {
  if (line === null || said.has(line) || said.size >= MOST_SAID) return;
  said.add(line);
  console.warn(line);
}

/** What Kit would take for an action, or for a call of its own, without asking whether there is one. */
const leadsNowhere = ({ isRemoteRequest, url }: RequestEvent) =>
  isRemoteRequest ||
  [...url.searchParams.keys()].some(
    (key) => key === '/default' || (key.startsWith('/') && key.slice(1) in {}),
  );

function refuseForged(sender: Sender): void {
  if (isFromHere(sender, config.origin)) return;
  const { message, line } = refusalOf(sender, config.origin);
  sayOnce(line);
  refuse(403, message);
}

/** The adapter's own way answers 500 where the header is missing. When developing there is no connection to ask. */
function addressOf({ request, platform, getClientAddress }: RequestEvent): string {
  const connection = platform?.req.socket.remoteAddress ?? getClientAddress();
  const { address, isGuessed } = senderOf(request.headers, connection, config);
  if (isGuessed) sayOnce(unaddressed(config));
  return address;
}

export const handle: Handle = async ({ event, resolve }) => {
  const { method, headers } = event.request;
  const sender = { method, origin: headers.get('origin'), host: headers.get('host') };
  event.locals.user = null;
  if (!isReadable(event.url.pathname)) return resolve(event);
  sayOnce(doubtOf(headers, config));
  refuseForged(sender);
  if (leadsNowhere(event)) refuse(404, NOWHERE);
  const asked = { ...event };
  event.getClientAddress = () => addressOf(asked);
  event.locals.db = db;
  event.locals.jobs = jobs;
  event.locals.oidc = oidc;
  event.locals.uploadLimitMb = config.uploadLimitMb;
  event.locals.home = homeOf(sender.host, config);
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

const NOT_SO = 'Det som skickades gick inte att ta emot. Gå tillbaka till sidan och försök igen.';

/** The reader gets a number to give us; the rest is for the log. */
export const handleError: HandleServerError = ({ error, status, message }) => {
  // An address that leads nowhere, or is none, is no fault of ours.
  if (status < 500) return { message: [400, 404].includes(status) ? NOWHERE : NOT_SO };
  return noteFault(`${status} ${message}`, error);
};
