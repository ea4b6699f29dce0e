import { finished } from 'node:stream/promises';
import busboy from 'busboy';
import type { Busboy } from 'busboy';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { inBlocks } from './blocks.ts';
import { MB } from './config.ts';
import { readFileName } from './file-name.ts';

/** Where a file goes piece by piece while it comes, and what it became. */
export type Incoming<Kept> = {
  readonly add: (piece: Uint8Array) => void;
  readonly done: () => Kept;
  readonly discard: () => void;
};

export type UploadedFile<Kept> = {
  readonly name: string;
  readonly size: number;
  readonly kept: Kept;
};

/** What a form carried. Of fields with the same name the first counts, as in `FormData.get`. */
export type Upload<Kept> = {
  readonly files: readonly UploadedFile<Kept>[];
  readonly fields: ReadonlyMap<string, string>;
};

export type UploadFault = 'too-large' | 'broken' | 'not-a-form';

/** For all that is not a file's bytes: fields, names and what divides them. */
const FORM_ROOM = 2 * MB;

// A name of a field may hold a cell of a file that is asked about.
const LIMITS = { fields: 50_000, fieldSize: MB, fieldNameSize: MB, files: 1000 };

const FORM = /^\s*(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i;

/** Browsers write a quote in a name as %22, and leave all else as it is. */
const spelledOut = (filename: string) => filename.replaceAll('%22', '"');

type Part<Kept> = { readonly name: string; size: number; readonly incoming: Incoming<Kept> };

/** What has come so far; `fault` says that there is no use in going on. */
type Reading<Kept> = {
  readonly parts: Part<Kept>[];
  readonly fields: Map<string, string>;
  size: number;
  fault: UploadFault | null;
};

function openParser(contentType: string): Busboy | null {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      preservePath: true,
      limits: LIMITS,
    });
  } catch {
    // Without a boundary there is nothing to divide the form by.
    return null;
  }
}

function collect<Kept>(
  parser: Busboy,
  limitBytes: number,
  receive: () => Incoming<Kept>,
): Reading<Kept> {
  const reading: Reading<Kept> = { parts: [], fields: new Map(), size: 0, fault: null };
  const stop = (fault: UploadFault) => (reading.fault ??= fault);
  parser.on('file', (_, stream, { filename }) => {
    const name = readFileName(spelledOut(filename ?? ''));
    const part = { name, size: 0, incoming: receive() };
    reading.parts.push(part);
    stream.on('error', () => stop('broken'));
    stream.on('data', (chunk: Uint8Array) => {
      reading.size += chunk.length;
      part.size += chunk.length;
      if (reading.size > limitBytes) stop('too-large');
      else part.incoming.add(chunk);
    });
  });
  parser.on('field', (name: string | undefined, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) stop('too-large');
    else if (name !== undefined && !reading.fields.has(name)) reading.fields.set(name, value);
  });
  parser.on('fieldsLimit', () => stop('too-large'));
  parser.on('filesLimit', () => stop('too-large'));
  parser.on('error', () => stop('broken'));
  return reading;
}

/** Resolves when the parser wants more. Faults come by its 'error', which `collect` hears. */
const write = (parser: Busboy, chunk: Uint8Array) =>
  new Promise<void>((resolve) => parser.write(chunk, () => resolve()));

/**
 * Feeds the body to the parser until it ends or there is a fault. The body is then let go and not
 * cancelled: to cancel the body of a request is to close its connection, and with it goes the answer.
 */
async function feed(
  body: ReadableStream<Uint8Array>,
  parser: Busboy,
  reading: Reading<unknown>,
  mostBytes: number,
): Promise<void> {
  const reader = body.getReader();
  let size = 0;
  try {
    for await (const block of inBlocks(reader)) {
      size += block.length;
      if (size > mostBytes) reading.fault ??= 'too-large';
      else await write(parser, block);
      if (reading.fault) return;
    }
    parser.end();
    await finished(parser);
  } catch {
    // The sender broke off, or the form ended in the middle.
    reading.fault ??= 'broken';
  } finally {
    reader.releaseLock();
  }
}

/** A field for files that was left empty comes as a file without a name. */
const isChosen = ({ name, size }: Part<unknown>) => name !== '' || size > 0;

const discardAll = (parts: readonly Part<unknown>[]) =>
  parts.forEach(({ incoming }) => incoming.discard());

/**
 * Reads a form with files, the way a browser sends it without script, each file to where `receive`
 * puts it while it comes. `limitBytes` is for all files together: what goes over it is not waited for
 * and not kept. The only way to read a form, also one without files: nothing else says how large a
 * body may be (see `settleAdapter`).
 */
export async function readUpload<Kept>(
  request: Request,
  limitBytes: number,
  receive: () => Incoming<Kept>,
): Promise<Result<Upload<Kept>, UploadFault>> {
  const contentType = request.headers.get('content-type') ?? '';
  const mostBytes = limitBytes + FORM_ROOM;
  if (!FORM.test(contentType)) return err('not-a-form');
  if (Number(request.headers.get('content-length')) > mostBytes) return err('too-large');
  const parser = openParser(contentType);
  if (!parser || !request.body) return err('broken');
  const reading = collect(parser, limitBytes, receive);
  await feed(request.body, parser, reading, mostBytes);
  parser.destroy();
  if (reading.fault) {
    discardAll(reading.parts);
    return err(reading.fault);
  }
  discardAll(reading.parts.filter((part) => !isChosen(part)));
  const files = reading.parts
    .filter(isChosen)
    .map(({ name, size, incoming }) => ({ name, size, kept: incoming.done() }));
  return ok({ files, fields: reading.fields });
}
