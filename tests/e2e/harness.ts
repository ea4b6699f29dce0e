import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { oneInTurn } from './turns.ts';

/** Chromium as root needs --no-sandbox; the rest keeps it from calling out on a closed network. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- vitest's own is an interface
  interface ProvidedContext {
    browser: string;
  }
}

/** Vitest calls this once before all files: one browser for them all, closed by what it returns. */
export async function setup(project: TestProject) {
  const browser = await chromium.launchServer({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ARGS,
  });
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

const START_WITHIN_MS = 30_000;

async function whenReady(app: ChildProcess, url: string, log: () => string) {
  const until = Date.now() + START_WITHIN_MS;
  while (!(await answers(`${url}/halsa`))) {
    if (app.exitCode !== null) throw new Error(`The app ended with ${app.exitCode}:\n${log()}`);
    if (Date.now() > until) throw new Error(`The app does not answer:\n${log()}`);
    await sleep(50);
  }
}

export type AppOptions = {
  /** `serve` is the app without the demo's own user: nobody is signed in. */
  readonly program?: 'demo' | 'serve';
  /** The folder of an app that runs, to be looked at through a second one. */
  readonly dataDir?: string;
  /** Known before, for what must be told the address. */
  readonly port?: number;
};

/** The app as `npm run demo` starts it, on its own port and, if none is given, a folder of its own. */
async function startApp(env: Record<string, string>, options: AppOptions) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'fyren-e2e-'));
  const port = options.port ?? (await freePort());
  const app = spawn(process.execPath, [`build/node/${options.program ?? 'demo'}.js`], {
    env: { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [app.stdout, app.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  }
  const url = `http://localhost:${port}`;
  const stop = async () => {
    if (app.exitCode === null && app.signalCode === null && app.kill()) await once(app, 'exit');
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await whenReady(app, url, () => log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, dataDir, pid: app.pid!, log: () => log, stop };
}

export type PageOptions = {
  readonly width?: number;
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  /** Where paths begin, if not at the app itself; its certificate is nobody's to ask about. */
  readonly at?: string;
};

/**
 * `const fyren = await start()` in a file's `beforeAll`, `fyren.close()` in its `afterAll`.
 * `openPage` takes paths: `page.goto('/gnesta')`.
 */
export async function start(env: Record<string, string> = {}, options: AppOptions = {}) {
  const app = await startApp(env, options);
  const browser = await chromium.connect(inject('browser'));

  async function openPage({
    width = 1280,
    javaScript = true,
    colorScheme = 'light',
    locale = 'sv-SE',
    at = app.url,
  }: PageOptions = {}) {
    const context = await browser.newContext({
      baseURL: at,
      ignoreHTTPSErrors: true,
      viewport: { width, height: 800 },
      javaScriptEnabled: javaScript,
      colorScheme,
      locale,
      timezoneId: 'Europe/Stockholm',
    });
    return context.newPage();
  }

  async function close() {
    await browser.close();
    await app.stop();
  }

  const { url, dataDir, pid, log } = app;
  return { url, dataDir, pid, log, openPage, close };
}

export type Fyren = Awaited<ReturnType<typeof start>>;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** No demand of WCAG's, but two landmarks by one name cannot be told apart in a list of them. */
const RULES = { 'landmark-unique': { enabled: true } };
const OPTIONS = { runOnly: TAGS, rules: RULES, resultTypes: ['violations'] };

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
};

/**
 * What axe has against the page, a line each; an empty list is what a test expects. The page must be
 * opened with JavaScript: axe waits by the page's own clock, which stands still without.
 */
export async function axe(page: Page): Promise<string[]> {
  // Evaluated and not added as a script, which the page's own policy would refuse.
  await page.evaluate(AXE);
  const run = `axe.run(document, ${JSON.stringify(OPTIONS)})`;
  const { violations } = await page.evaluate<AxeResult>(run);
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`,
  );
}

const WIDTHS = [1280, 320] as const;

/**
 * What axe and the width have against the page, on a phone and on a screen; an empty list is what a test expects. In
 * `npm test` axe looks at one of them, in turns.
 */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  const looked = oneInTurn(WIDTHS);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    if (looked.includes(width)) found.push(...(await axe(page)));
    const scrolls = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    if (scrolls) found.push(`scrolls sideways at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}
