import { STATUS_CODES } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { sentenceOf } from './bare-answer.ts';

/*
 * The answers that Node gives by itself, before there is any request to answer: what it cannot read, and CONNECT.
 * Its own have no headers and no words.
 */

/** What Node's parser says of what it could not read, and what that is called over HTTP; all else is 400. */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** The status that a fault of a connection is answered with. */
export const statusOf = ({ code }: NodeJS.ErrnoException): number => STATUS[code ?? ''] ?? 400;

/** A whole answer as it goes over the connection: the status, every header that our answers have, and what to do. */
export function rawAnswer(status: number, headers: ReadonlyMap<string, string>): string {
  const body = `${sentenceOf(status)}\n`;
  const lines = [
    ...headers,
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Date', new Date().toUTCString()],
    ['Connection', 'close'],
  ].map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}

/** Answers that are not over yet, and how much had gone over the connection when each was asked for. */
export type UnderWay = ReadonlyMap<ServerResponse, number>;

/** Whether any of it has gone: `headersSent` is so already when they are only written down. */
const isBegun = ([{ headersSent, socket }, before]: readonly [ServerResponse, number]) =>
  headersSent && (socket?.bytesWritten ?? 0) > before;

/** Answers and hangs up; who cannot be answered, since it has gone or has had a part of another answer, is hung up on. */
export function answerRaw(
  connection: Duplex,
  underWay: UnderWay,
  status: number,
  headers: ReadonlyMap<string, string>,
): void {
  // Of CONNECT nobody else listens, and a fault that nobody hears ends the server.
  connection.on('error', () => connection.destroy());
  if ([...underWay].some(isBegun) || !connection.writable) connection.destroy();
  else connection.end(rawAnswer(status, headers), () => connection.destroy());
}
