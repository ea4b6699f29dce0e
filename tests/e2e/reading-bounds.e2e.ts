import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurn } from './turns.ts';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';
import {
  GNESTA,
  choose,
  listOf,
  mainText,
  post,
  preview,
  revisionAt,
  statusAt,
  store,
  textAt,
} from './uploads.ts';

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

const MB = 1024 * 1024;
const LIST = `${GNESTA}/inlasningar`;
const TOO_LARGE = 'Det du skickade är större än 20 MB, som är det mesta som tas emot på en gång.';

const HEAD =
  '--x\r\nContent-Disposition: form-data; name="filer"; filename="stor.csv"\r\nContent-Type: text/csv\r\n\r\n';
const END = '\r\n--x--\r\n';

/** A form with one file of so many bytes, made as it is sent. The sender goes on until it is answered. */
async function send(to: Fyren, bytes: number, isChunked: boolean) {
  const length = HEAD.length + bytes + END.length;
  const sent = request(`${to.url}${LIST}?/filer`, {
    method: 'POST',
    headers: {
      accept: 'text/html',
      origin: to.url,
      'content-type': 'multipart/form-data; boundary=x',
      ...(isChunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': length }),
    },
  });
  let isAnswered = false;
  sent.once('response', () => (isAnswered = true));
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  // Once there is an answer it may be that nobody listens to the rest.
  sent.on('error', () => undefined);
  sent.on('socket', (socket) => socket.on('error', () => undefined));
  const block = Buffer.alloc(MB, '1;2;3\n');
  const write = (chunk: string | Buffer) =>
    Promise.race([new Promise((done) => sent.write(chunk, done)), answered]);
  await write(HEAD);
  for (let left = bytes; left > 0 && !isAnswered; left -= block.length)
    await write(block.subarray(0, Math.min(left, block.length)));
  if (!isAnswered) sent.end(END);
  const [answer] = await answered;
  let text = '';
  try {
    for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  } catch {
    // Cut off after the answer: what was read is what there was.
  }
  sent.destroy();
  return { status: answer.statusCode, location: answer.headers.location, text };
}

/** On disk: to hand the browser so many bytes takes longer than to send them. */
function tooLarge(): string {
  const file = join(fyren.dataDir, 'stor.csv');
  writeFileSync(file, Buffer.alloc(20 * MB + 1));
  return file;
}

describe('B84: how large a file may be', () => {
  test.each([
    ['600 kB', 600_000, 303],
    ['just under the limit', 20 * MB - 1, 303],
    ['the limit', 20 * MB, 303],
    ['one byte over', 20 * MB + 1, 413],
    ['far over', 60 * MB, 413],
  ])('%s', { timeout: 30_000 }, async (_, bytes, status) => {
    for (const isChunked of [false, true]) {
      const answer = await send(fyren, bytes, isChunked);
      expect(answer.status).toBe(status);
      if (status === 413) expect(answer.text.replaceAll('\u00a0', ' ')).toContain(TOO_LARGE);
      if (answer.location) {
        await post(fyren, `${answer.location}?/kasta`, new URLSearchParams());
        expect(await statusAt(fyren, answer.location)).toBe(404);
      }
    }
    expect(await statusAt(fyren, '/halsa')).toBe(200);
  });

  test('in the browser the sentence stands on the page', async () => {
    const page = await fyren.openPage({ javaScript: false });
    await page.goto(LIST);
    await page.locator('input[name=filer]').setInputFiles(tooLarge());
    await page.locator('form[action="?/filer"]').getByRole('button', { name: 'Granska' }).click();
    await page.getByRole('alert').waitFor();
    expect(await mainText(page)).toContain(TOO_LARGE);
    await page.context().close();
  });

  test('with a script it is said before anything is sent', async () => {
    const page = await fyren.openPage();
    await page.goto(LIST);
    await page.locator('input[name=filer]').setInputFiles(tooLarge());
    await page.getByRole('alert').getByText('högst 20 MB tas emot på en gång').waitFor();
    expect(await page.getByRole('button', { name: 'Granska' }).isDisabled()).toBe(true);
    await page.context().close();
  });
});

const memory = (pid: number, of: 'VmRSS' | 'VmHWM') =>
  Number(new RegExp(`${of}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) /
  1024;

test('B85: five uploads of 100 MB at once, with little memory', { timeout: 60_000 }, async () => {
  const small = await start({ NODE_OPTIONS: '--max-old-space-size=256' });
  const asked: number[] = [];
  let isOver = false;
  const ask = async () => {
    const from = performance.now();
    const status = await statusAt(small, '/');
    asked.push(performance.now() - from);
    return status;
  };
  const watch = async () => {
    const seen = new Set<number>();
    while (!isOver || asked.length < 20) seen.add(await ask());
    return seen;
  };
  for (let warm = 0; warm < 20; warm += 1) await ask();
  asked.length = 0;
  const before = memory(small.pid, 'VmRSS');
  const watching = watch();
  const answers = await Promise.all(
    [false, true, false, true, true].map((isChunked) => send(small, 100 * MB, isChunked)),
  );
  isOver = true;
  expect([...(await watching)]).toEqual([200]);
  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413, 413, 413]);
  expect(await statusAt(small, '/halsa')).toBe(200);
  expect(await listOf(small)).toEqual(await listOf(fyren));
  const growth = memory(small.pid, 'VmHWM') - before;
  const p95 = asked.toSorted((a, b) => a - b)[Math.floor(asked.length * 0.95)]!;
  process.stdout.write(
    `B85: grew ${growth.toFixed(0)} MB at most; / p95 ${p95.toFixed(0)} ms of ${asked.length}\n`,
  );
  await small.close();
});

describe('B115: names of files', () => {
  let year = 1950;
  const of = (name: string) => {
    year += 1;
    return { name, bytes: `Indikator;Period;Värde\nind-1;${year};${year % 90}\n` };
  };
  /** The headings of some pages, on which no script in a name may run. */
  const shownAt = async (...paths: string[]) => {
    const page = await fyren.openPage();
    const said: string[] = [];
    page.on('dialog', (dialog) => void said.push(dialog.message()));
    for (const path of paths) {
      await page.goto(path);
      said.push(await page.getByRole('heading', { level: 1 }).innerText());
    }
    await page.context().close();
    return said;
  };

  test.each(
    inTurn([
      ['Måluppföljning åäö – kopia (2).csv', 'Måluppföljning åäö – kopia (2).csv'],
      ['Måluppföljning åäö – kopia (2).csv', 'Måluppföljning åäö – kopia (2).csv'],
      ['../../x.csv', 'x.csv'],
      ['C:\\mapp\\x.csv', 'x.csv'],
      [`${'å'.repeat(300)}.csv`, `${'å'.repeat(251)}.csv`],
      [`<script>alert('1')<script>.csv`, `<script>alert('1')<script>.csv`],
      [`en "egen" 'fil'; 100 %.csv`, `en "egen" 'fil'; 100 %.csv`],
      ['=1+1.csv', '=1+1.csv'],
      ['👩‍👧.csv', '👩‍👧.csv'],
      ['utan ändelse', 'utan ändelse'],
    ]),
  )('%j', async (sent, name) => {
    const folder = readdirSync(fyren.dataDir);
    const file = of(sent);
    const path = await preview(fyren, file);
    expect(await shownAt(path, LIST)).toEqual([name, 'Läs in']);
    const upload = await store(fyren, path);
    expect(await shownAt(upload)).toEqual([name]);

    const original = await fetch(`${fyren.url}${upload}/fil`);
    expect(await original.text()).toBe(file.bytes);
    expect(original.headers.get('x-content-type-options')).toBe('nosniff');
    const disposition = original.headers.get('content-disposition')!;
    expect(disposition).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[^;"' ]+$/);
    expect(decodeURIComponent(disposition.split("''")[1]!)).toBe(name);

    expect(readdirSync(fyren.dataDir)).toEqual(folder);
    for (const outside of [
      'x.csv',
      join(fyren.dataDir, '../x.csv'),
      join(fyren.dataDir, '../../x.csv'),
    ])
      expect(existsSync(outside)).toBe(false);
  });

  test('as the browser sends them and saves them', async () => {
    const name = 'Målen "i år" – kopia (2), 100 %.csv';
    const page = await fyren.openPage();
    await page.goto(LIST);
    const file = of(name);
    await choose(page, file);
    await page.waitForURL('**/granska/*');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
    await page.getByRole('button', { name: 'Läs in 1 värde' }).click();
    await page.waitForURL(/inlasningar\/\d+$/);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Hämta originalfilen' }).click();
    // What a disk may not have in a name the browser takes away.
    expect((await saved).suggestedFilename()).toMatch(/^Målen .i år. – kopia \(2\), 100 %\.csv$/);
    const bytes = await (await (await saved).createReadStream()).toArray();
    expect(Buffer.concat(bytes as Buffer[]).toString()).toBe(file.bytes);
    await page.context().close();
  });
});

describe('what is no table is refused with a way out, and stored by no means', () => {
  test.each(
    inTurn([
      ['inloggning.html', '<!doctype html><html><body>Logga in</body></html>', 'är en webbsida'],
      ['tom.csv', '', 'Filen är tom. Exportera den på nytt'],
      ['rubrik.csv', 'Indikator;Period;Värde\n', 'bara en rubrikrad (rad 1) och inga värden'],
      ['bok.xlsx', 'PK\u0003\u0004\u0014\u0000\u0000\u0000', 'är skadad eller inte hel'],
      ['data.json', '{"värden":[{"a":1}]}', 'är JSON-data, men inget svar från Kolada'],
      [
        'bild.png',
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]),
        'Spara den som CSV',
      ],
    ]),
  )('%s', async (name, bytes, sentence) => {
    const before = await listOf(fyren);
    const path = await preview(fyren, { name, bytes });
    const text = await textAt(fyren, path);
    expect(text).toContain('Filen kan inte läsas in som den är.');
    expect(text).toContain(sentence);
    expect(text).toMatch(/Rätta filen och välj den igen\s*\./);
    expect(text).not.toContain('?/las-in');
    const body = new URLSearchParams({ rev: '0', revision: await revisionAt(fyren, path) });
    expect((await post(fyren, `${path}?/las-in`, body)).status).toBe(409);
    const thrown = await post(fyren, `${path}?/kasta`, new URLSearchParams({ rev: '0' }));
    expect(thrown.headers.get('location')).toBe(LIST);
    expect(await listOf(fyren)).toEqual(before);
  });

  test.each([
    ['filer', {}, 400],
    ['varde', { indikator: '', period: '' }, 400],
    ['klistra', { text: '' }, 400],
    ['klistra', { text: '1\t2', slag: 'annat' }, 400],
    ['finns-inte', {}, 404],
  ])('a form without what it asks for: %s %j', async (action, fields, status) => {
    const body = new URLSearchParams(fields as Record<string, string>);
    const answer = await post(fyren, `${LIST}?/${action}`, body);
    expect(answer.status).toBe(status);
  });
});

test('one file sent by two at once waits once, and is read in once', async () => {
  const before = await listOf(fyren);
  const file = { name: 'samma.csv', bytes: 'Indikator;Period;Värde\nind-2;1980;5\n' };
  const [one, other] = await Promise.all([preview(fyren, file), preview(fyren, file)]);
  expect(other).toBe(one);
  const [a, b] = await Promise.all([store(fyren, one), store(fyren, one)]);
  expect(b).toBe(a);
  expect((await listOf(fyren)).filter((path) => !before.includes(path))).toEqual([a]);
  // The same once more changes nothing, and says so.
  expect(await textAt(fyren, await preview(fyren, file))).toContain('Redan inläst');
});

test('who closes the browser half way through an upload leaves nothing waiting', async () => {
  const before = await listOf(fyren);
  for (const leave of ['destroy', 'resetAndDestroy', 'end'] as const) {
    const socket = connect(Number(new URL(fyren.url).port), 'localhost').on(
      'error',
      () => undefined,
    );
    await once(socket, 'connect');
    const head = `POST ${LIST}?/filer HTTP/1.1\r\nHost: ${new URL(fyren.url).host}\r\nOrigin: ${fyren.url}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${10 * MB}\r\n\r\n${HEAD}`;
    await new Promise((done) => socket.write(head, done));
    await new Promise((done) => socket.write(Buffer.alloc(5 * MB, '1;2\n'), done));
    socket[leave]();
  }
  expect(await statusAt(fyren, '/halsa')).toBe(200);
  expect(await listOf(fyren)).toEqual(before);
  expect(fyren.log()).not.toMatch(/ECONNRESET|aborted|Unhandled|Uncaught|Error/);
});

test('a name over two lines is answered like any other', async () => {
  const bytes = 'Indikator;Enhet;Period;Värde\nind-1;"Hem ""Norr""\nandra raden";1981;5\n';
  const page = await fyren.openPage();
  await page.goto(await preview(fyren, { name: 'två rader.csv', bytes }));
  await page.locator('select[name^="plats:"]').selectOption('new');
  await page.getByRole('button', { name: 'Granska igen' }).first().click();
  await page.getByRole('button', { name: 'Läs in 1 värde' }).waitFor();
  expect(await page.locator('select[name^="plats:"]').inputValue()).toBe('new');
  await page.context().close();
});
