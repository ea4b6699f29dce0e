import { afterEach, describe, expect, test } from 'vitest';
import { inBlocks } from './blocks.ts';
import { readUpload as readUploadTo } from './multipart.ts';
import type { Incoming } from './multipart.ts';

const KB = 1024;
const MB = 1024 * KB;
const URL_HERE = 'http://localhost:3000/gnesta/socialnamnden/inlasningar';
const MULTIPART = 'multipart/form-data; boundary=x';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** How many files were begun, and neither kept nor thrown away. */
let open = 0;

/** Files kept where a test can look at them. */
function inMemory(): Incoming<Uint8Array> {
  const pieces: Uint8Array[] = [];
  open += 1;
  return {
    add: (piece) => void pieces.push(Uint8Array.from(piece)),
    done: () => {
      open -= 1;
      return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    },
    discard: () => void (open -= 1),
  };
}

const readUpload = (request: Request, limit: number) => readUploadTo(request, limit, inMemory);

afterEach(() => expect(open).toBe(0));

type Part = readonly [headers: string, body: string];
const part = (...[headers, body]: Part) => `--x\r\n${headers}\r\n\r\n${body}\r\n`;
const aFile = (name: string, body: string) =>
  part(
    `Content-Disposition: form-data; name="fil"; filename="${name}"\r\nContent-Type: text/csv`,
    body,
  );
const aField = (name: string, value: string) =>
  part(`Content-Disposition: form-data; name="${name}"`, value);
const END = '--x--\r\n';

function post(body: BodyInit, headers: Record<string, string> = { 'content-type': MULTIPART }) {
  // Node wants `duplex` for a stream; the browser's types do not know it.
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
  return new Request(URL_HERE, init);
}

/** As a browser would: the type and the boundary come with the form. */
function postForm(...entries: [string, string | File][]) {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return new Request(URL_HERE, { method: 'POST', body: form });
}

/** A body whose pieces are made as they are asked for; `asked` says how many were. */
function streamed(pieces: Iterable<Uint8Array>, then: 'end' | Error = 'end') {
  const seen = { asked: 0, cancelled: false };
  const source = pieces[Symbol.iterator]();
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = source.next();
        if (!done) {
          seen.asked += 1;
          controller.enqueue(value);
        } else if (then === 'end') controller.close();
        else controller.error(then);
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, seen };
}

function* split(text: string, size: number) {
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(request: Request, limit = MB) {
  const result = await readUpload(request, limit);
  if (!result.ok) return result.error;
  return {
    files: result.value.files.map(({ name, kept }) => [name, textOf(kept)]),
    fields: Object.fromEntries(result.value.fields),
  };
}

describe('a form as a browser sends it', () => {
  test('gives its files, in order, and its fields', async () => {
    const request = postForm(
      ['kommentar', 'Rättad för åäö\r\noch en rad till'],
      ['fil', new File(['Indikator;Värde\r\n'], 'Måluppföljning åäö – kopia (2).csv')],
      ['fil', new File(['b'], 'två.csv', { type: 'text/csv' })],
    );
    expect(await read(request)).toEqual({
      files: [
        ['Måluppföljning åäö – kopia (2).csv', 'Indikator;Värde\r\n'],
        ['två.csv', 'b'],
      ],
      fields: { kommentar: 'Rättad för åäö\r\noch en rad till' },
    });
  });

  test('keeps every byte as it is', async () => {
    const bytes = Uint8Array.from({ length: 300 * KB }, (_, at) => (at * 7919) % 256);
    const result = await readUpload(postForm(['fil', new File([bytes], 'x.bin')]), MB);
    expect(result.ok && result.value.files[0]?.kept).toEqual(bytes);
  });

  test('with no file chosen has no file', async () => {
    const request = postForm(['fil', new File([], '')], ['a', 'b']);
    expect(await read(request)).toEqual({ files: [], fields: { a: 'b' } });
  });

  test('with an empty file has that file', async () => {
    const request = postForm(['fil', new File([], 'tom.csv')]);
    expect(await read(request)).toEqual({ files: [['tom.csv', '']], fields: {} });
  });

  test('without anything is an empty form', async () => {
    expect(await read(post(END))).toEqual({ files: [], fields: {} });
  });

  test('without files may come urlencoded', async () => {
    const request = post(new URLSearchParams({ svar: 'ja & nej', å: 'ö' }), {});
    expect(await read(request)).toEqual({ files: [], fields: { svar: 'ja & nej', å: 'ö' } });
  });

  test('is the same in pieces of any size', async () => {
    const text = aField('a', 'å') + aFile('åäö.csv', 'x;y\r\n--y-\r\n1;2') + aField('b', '') + END;
    const whole = await read(post(text));
    expect(whole).toEqual({
      files: [['åäö.csv', 'x;y\r\n--y-\r\n1;2']],
      fields: { a: 'å', b: '' },
    });
    for (const size of [1, 2, 3, 7, 64]) {
      expect(await read(post(streamed(split(text, size)).stream))).toEqual(whole);
    }
  });
});

test.each([
  ['../../x.csv', 'x.csv'],
  ['C:\\tmp\\x.csv', 'x.csv'],
  ['C:\\tmp\\ny \\"x\\".csv', 'ny "x".csv'],
  // As browsers write a quote.
  ['ny %22x%22, 100 %.csv', 'ny "x", 100 %.csv'],
  ['Måluppföljning åäö – kopia (2).csv', 'Måluppföljning åäö – kopia (2).csv'],
  ['M\u0061\u030Al.csv', 'M\u00E5l.csv'],
  ['a\tb.csv', 'ab.csv'],
  [`${'å'.repeat(300)}.csv`, `${'å'.repeat(251)}.csv`],
])('a file sent as %j is called %j', async (sent, name) => {
  expect(await read(post(aFile(sent, 'x') + END))).toEqual({ files: [[name, 'x']], fields: {} });
});

test('a name that says its own encoding is read by it', async () => {
  const head = `Content-Disposition: form-data; name="fil"; filename="?"; filename*=UTF-8''m%C3%A5l%07%0A.csv`;
  expect(await read(post(part(head, 'x') + END))).toMatchObject({ files: [['mål.csv', 'x']] });
});

test('a field may have a long name: a file may hold a long cell that is asked about', async () => {
  const name = `svar:unknown-question|${'Är du nöjd? '.repeat(6000)}`;
  const body = new URLSearchParams({ [name]: 'first' });
  const upload = await readUpload(new Request(URL_HERE, { method: 'POST', body }), MB);
  expect(upload).toMatchObject({ ok: true, value: { fields: new Map([[name, 'first']]) } });
});

test('of fields with one name the first counts, and no name is special', async () => {
  const text = aField('a', '1') + aField('a', '2') + aField('__proto__', 'x') + END;
  const result = await readUpload(post(text), MB);
  expect(result.ok && [...result.value.fields]).toEqual([
    ['a', '1'],
    ['__proto__', 'x'],
  ]);
});

test.each([
  ['text/plain', 'a=b'],
  ['application/json', '{}'],
  ['multipart/mixed; boundary=x', END],
  ['application/x-www-form-urlencoded-not', 'a=b'],
  ['', 'a=b'],
])('%j is not a form', async (type, body) => {
  expect(await read(post(body, type ? { 'content-type': type } : {}))).toBe('not-a-form');
});

describe('a form that is broken is said to be', () => {
  test.each([
    ['no boundary named', 'multipart/form-data', END],
    ['nothing in it', MULTIPART, ''],
    ['another boundary', MULTIPART, aFile('x.csv', 'x').replaceAll('--x', '--y')],
    ['no end', MULTIPART, aFile('x.csv', 'x')],
    ['an end inside a file', MULTIPART, aFile('x.csv', 'x').slice(0, -3)],
    ['an end inside a head', MULTIPART, aFile('x.csv', 'x').slice(0, 30)],
    ['a head that is none', MULTIPART, `--x\r\n\u0001\u0002\r\n\r\nx\r\n${END}`],
    ['a head without end', MULTIPART, `--x\r\nA: ${'a'.repeat(100 * KB)}\r\n\r\nx\r\n${END}`],
    ['half a percent sign', 'application/x-www-form-urlencoded', 'a=%zz&b=1'],
  ])('%s', async (_, type, body) => {
    expect(await read(post(body, { 'content-type': type }))).toBe('broken');
  });

  test('no body at all', async () => {
    const request = new Request(URL_HERE, {
      method: 'POST',
      headers: { 'content-type': MULTIPART },
    });
    expect(await read(request)).toBe('broken');
  });

  const text = aFile('x.csv', 'x'.repeat(300 * KB)) + aField('a', 'b');
  test.each([0, 10, 80, 100 * KB, 300 * KB, text.length])(
    'a sender who breaks off after %j bytes',
    async (sent) => {
      const { stream } = streamed(split(text.slice(0, sent), 50 * KB), new Error('aborted'));
      expect(await read(post(stream))).toBe('broken');
    },
  );
});

describe('what is too large', () => {
  const row = 'x'.repeat(KB);

  test('to the byte: all files together', async () => {
    const files = [new File([row], 'a.csv'), new File([row], 'b.csv')];
    const form = () => postForm(...files.map((file): [string, File] => ['fil', file]));
    expect(await read(form(), 2 * KB)).toMatchObject({ files: [{}, {}] });
    expect(await read(form(), 2 * KB - 1)).toBe('too-large');
  });

  test('by what it says of itself is not read', async () => {
    const { stream, seen } = streamed(split(aFile('x.csv', 'x') + END, KB));
    const headers = { 'content-type': MULTIPART, 'content-length': String(10 * MB) };
    expect(await read(post(stream, headers))).toBe('too-large');
    expect(seen).toEqual({ asked: 0, cancelled: false });
  });

  function* endless(start: string) {
    yield bytesOf(start);
    for (;;) yield new Uint8Array(64 * KB);
  }

  test.each([
    ['a file', aFile('x.csv', '').slice(0, -2)],
    ['a field', aField('a', '').slice(0, -2)],
    ['the head of a part', '--x\r\nContent-Disposition: '],
    ['what comes before the first part', ''],
    ['what comes after the last', aFile('x.csv', 'x') + END],
    ['a part that is neither', '--x\r\nA: b\r\n\r\n'],
  ])('stops an endless body soon, and leaves it: %s', async (_, start) => {
    const { stream, seen } = streamed(endless(start));
    const fault = await read(post(stream));
    expect(['too-large', 'broken']).toContain(fault);
    expect(seen.asked).toBeLessThanOrEqual((3 * MB) / (64 * KB) + 2);
    expect(seen.cancelled).toBe(false);
  });

  test('an endless urlencoded form', async () => {
    const { stream } = streamed(endless('a='));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await read(post(stream, headers))).toBe('too-large');
  });

  test.each([
    ['a field', aField('a', 'x'.repeat(MB + 1))],
    ['fields, by number', aField('a', 'x').repeat(50_001)],
    ['files, by number', aFile('a', '').repeat(1001)],
    ['fields together', aField('a', 'x'.repeat(MB - 1)).repeat(3)],
  ])('%s', async (_, text) => {
    expect(await read(post(text + END))).toBe('too-large');
  });

  test('two thousand fields are not', async () => {
    const text = Array.from({ length: 5000 }, (_, at) => aField(`f${at}`, 'x')).join('');
    const result = await readUpload(post(text + END), MB);
    expect(result.ok && result.value.fields.size).toBe(5000);
  });
});

test('bytes that come one at a time are gathered', async () => {
  const { stream } = streamed(split('x'.repeat(100 * KB), 1));
  const sizes: number[] = [];
  for await (const block of inBlocks(stream.getReader())) sizes.push(block.length);
  expect(sizes).toEqual([64 * KB, 36 * KB]);
});
