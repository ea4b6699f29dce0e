import type { Page } from 'playwright-core';
import { axe } from './harness.ts';
import type { Fyren } from './harness.ts';

/* Reading in by hand: what the forms of the pages send, and what is seen of it. */

export const GNESTA = '/gnesta/socialnamnden';

export type File = { readonly name: string; readonly bytes: string | Uint8Array<ArrayBuffer> };

/** A form as the page itself sends it; with `origin` null, or another, as somebody else would. */
export const post = (
  { url }: Pick<Fyren, 'url'>,
  path: string,
  body: FormData | URLSearchParams,
  origin: string | null = url,
) =>
  fetch(url + path, {
    method: 'POST',
    body,
    headers: { accept: 'text/html', ...(origin === null ? {} : { origin }) },
    redirect: 'manual',
  });

export function formOf(...files: readonly File[]): FormData {
  const form = new FormData();
  for (const { name, bytes } of files) form.append('filer', new Blob([bytes]), name);
  return form;
}

/** The address of the preview that a file leads to. */
export async function preview(fyren: Fyren, file: File, board = GNESTA): Promise<string> {
  const answer = await post(fyren, `${board}/inlasningar?/filer`, formOf(file));
  const path = answer.headers.get('location');
  if (path === null) throw new Error(`${file.name} got ${answer.status}: ${await answer.text()}`);
  return path;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a page that is about to change something was made from, once it is no longer being made. */
export async function revisionAt(fyren: Fyren, path: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await textAt(fyren, path);
    if (!text.includes('http-equiv="refresh"'))
      return /name="revision" value="(\d+)"/.exec(text)?.[1] ?? '';
    await sleep(100);
  }
  throw new Error(`${path} was never made`);
}

/** Presses the button of a preview and waits for what it became: the address of the upload. */
export async function store(fyren: Fyren, path: string, rev = 0): Promise<string> {
  const revision = await revisionAt(fyren, path);
  await post(fyren, `${path}?/las-in`, new URLSearchParams({ rev: String(rev), revision }));
  for (let tries = 0; tries < 100; tries += 1) {
    const { headers } = await fetch(fyren.url + path, { redirect: 'manual' });
    const upload = headers.get('location');
    if (upload !== null) return upload;
    await sleep(100);
  }
  throw new Error(`${path} was never read in`);
}

/** Undoes an upload as its page does, having looked at what happens. */
export async function undo(fyren: Fyren, upload: string): Promise<string | null> {
  const path = `${upload}/angra`;
  const body = new URLSearchParams({ revision: await revisionAt(fyren, path) });
  return (await post(fyren, path, body)).headers.get('location');
}

export async function textAt({ url }: Pick<Fyren, 'url'>, path: string): Promise<string> {
  const text = await (await fetch(url + path, { headers: { accept: 'text/html' } })).text();
  return text.replaceAll('\u00a0', ' ');
}

export const statusAt = async ({ url }: Pick<Fyren, 'url'>, path: string): Promise<number> =>
  (await fetch(url + path, { redirect: 'manual' })).status;

/** What the page shows, as it is read. */
export const mainText = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

/** What waits and what has been read in: alike as long as nothing happened. */
export async function listOf(fyren: Fyren, board = GNESTA): Promise<readonly string[]> {
  const text = await textAt(fyren, `${board}/inlasningar`);
  return [...text.matchAll(/href="([^"]*inlasningar\/(?:granska\/)?\d+)"/g)].map(
    ([, href]) => href!,
  );
}

export async function choose(page: Page, ...files: readonly File[]): Promise<void> {
  const payload = files.map(({ name, bytes }) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(bytes),
  }));
  await page.locator('input[name=filer]').setInputFiles(payload);
  await page.locator('form[action="?/filer"]').getByRole('button', { name: 'Granska' }).click();
}

/** Words that stand in no Swedish sentence. */
export const ENGLISH =
  /(?<!\p{L})(?:the|and|or|of|is|not|file|files|upload|error|failed|invalid|submit|cancel|choose|loading|save|delete|undo|preview|unknown|value|values|row|rows|column|unit|undefined|null|NaN|true|false|Object)(?!\p{L})/iu;

/** What is wrong with how a page reads, a line each. */
export async function readingFaults(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - window.innerWidth',
  );
  const english = ENGLISH.exec(await page.locator('body').innerText())?.[0];
  return [
    ...(await axe(page)),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
    ...(english === undefined ? [] : [`says ”${english}”`]),
  ];
}
