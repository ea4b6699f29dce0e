import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openAsBlob, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { invariant } from '#lib/domain/result.ts';

/*
 * The built server while a large file is read in through its pages: how long other pages take
 * meanwhile, and how much more memory it holds.
 */

export type Busy = {
  readonly previewMs: number;
  readonly storeMs: number;
  /** Of a board page asked for again and again meanwhile. */
  readonly p95Ms: number;
  readonly growthMb: number;
};

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function whenUp(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const isUp = await fetch(`${url}/halsa`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  throw new Error('the server does not answer: npm run build first');
}

/** As the system counts it: all that the process holds, its threads too. */
const residentMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const p95 = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

type Site = { readonly url: string; readonly home: string };

const post = ({ url }: Site, path: string, body: FormData | URLSearchParams) =>
  fetch(path, {
    method: 'POST',
    body,
    headers: { origin: url, accept: 'text/html' },
    redirect: 'manual',
  });

/** Where a form led. */
function placeOf({ url }: Site, response: Response): string {
  const place = response.headers.get('location');
  invariant(response.status === 303 && place, `a form answered ${response.status}`);
  return new URL(place, url).href;
}

const RESTING_MS = 100;

/** Waits until a page shows something else than that it is working. */
async function settled(path: string): Promise<{ text: string; at: string }> {
  for (;;) {
    const response = await fetch(path);
    const text = await response.text();
    if (!text.includes('<progress')) return { text, at: response.url };
    await sleep(RESTING_MS);
  }
}

async function readIn(site: Site, file: string): Promise<Pick<Busy, 'previewMs' | 'storeMs'>> {
  const form = new FormData();
  form.append('filer', await openAsBlob(file), 'kolada.csv');
  let [preview, revision] = ['', ''];
  const previewMs = await timed(async () => {
    const answer = await post(site, `${site.home}/inlasningar?/filer`, form);
    preview = placeOf(site, answer);
    const { text } = await settled(preview);
    revision = /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
    invariant(text.includes('las-in'), 'the file can be read in');
  });
  const storeMs = await timed(async () => {
    const body = new URLSearchParams({ rev: '0', revision });
    const answer = await post(site, `${preview}?/las-in`, body);
    const { at } = await settled(placeOf(site, answer));
    invariant(/inlasningar\/\d+$/.test(at), `it was read in, not ${at}`);
  });
  return { previewMs, storeMs };
}

/** Reads the file in on a demo of its own, with somebody else reading pages all the while. */
export async function busy(file: string, dataDir: string): Promise<Busy> {
  const port = await freePort();
  const env = { PORT: String(port), DATA_DIR: dataDir, UPLOAD_LIMIT_MB: '100' };
  const app = spawn(process.execPath, ['build/node/demo.js'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  try {
    const url = `http://localhost:${port}`;
    await whenUp(url);
    const site = { url, home: `${url}/gnesta/socialnamnden` };
    for (let warm = 0; warm < 400; warm += 1) await (await fetch(site.home)).text();
    const before = residentMb(app.pid!);
    let most = before;
    let isOver = false;
    const times: number[] = [];
    const watching = (async () => {
      while (!isOver) {
        times.push(await timed(async () => (await fetch(site.home)).text()));
        most = Math.max(most, residentMb(app.pid!));
        await sleep(20);
      }
    })();
    const took = await readIn(site, file).finally(() => (isOver = true));
    await watching;
    return { ...took, p95Ms: p95(times), growthMb: most - before };
  } finally {
    app.kill('SIGTERM');
    await once(app, 'exit');
  }
}
