import type { ServerResponse } from 'node:http';
import { newFault } from './fault.ts';

/** What a refusal says that no page and no program's answer says for it. */
const WORDS: Readonly<Record<number, string>> = {
  400: 'Det som skickades gick inte att förstå. Kontrollera adressen, eller gå tillbaka till sidan och försök igen.',
  404: 'Adressen leder ingenstans. Kontrollera stavningen eller börja om från startsidan.',
  405: 'Det går inte att göra så med den här adressen.',
  416: 'Den delen av filen finns inte. Hämta hela filen.',
};
const OTHERWISE = 'Det gick inte. Gå tillbaka till sidan och försök igen.';

/** Ours are pages or JSON, and say what they are; the framework's own refusals say nothing of their kind. */
const isBareAt = (status: number, response: ServerResponse) =>
  status >= 400 && !response.hasHeader('content-type');

/** As much of what was going to be said as a row in the log has room for. */
const KEPT = 500;

type Any = (...args: unknown[]) => ServerResponse;

/**
 * Puts our words in the place of those that the framework's inner parts answer with by themselves: in English,
 * and now and then with what went wrong. A fault of ours is given to `log` with its number.
 */
export function inOurWords(
  response: ServerResponse,
  headers: ReadonlyMap<string, string>,
  log: (line: string) => void,
): void {
  const writeHead = response.writeHead.bind(response) as Any;
  const write = response.write.bind(response) as Any;
  const end = response.end.bind(response) as Any;
  let isBare = false;
  let theirs = '';

  const sentence = () => {
    if (response.statusCode < 500) return WORDS[response.statusCode] ?? OTHERWISE;
    const { id, message } = newFault();
    log(`[${id}] ${response.statusCode} ${theirs}`);
    return message;
  };

  const begin = (...args: unknown[]) => {
    isBare = isBareAt(Number(args[0]), response);
    if (!isBare) return writeHead(...args);
    response.removeHeader('content-length');
    response.setHeaders(headers as Map<string, string>);
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    return writeHead(...args);
  };

  const take = (chunk: unknown) => {
    const isText = typeof chunk === 'string' || chunk instanceof Uint8Array;
    if (isText) theirs = `${theirs}${Buffer.from(chunk).toString()}`.slice(0, KEPT);
  };

  const go = (...args: unknown[]) => {
    if (!isBare) return write(...args);
    take(args[0]);
    return true;
  };

  const finish = (...args: unknown[]) => {
    const { statusCode, headersSent } = response;
    if (!headersSent && isBareAt(statusCode, response)) begin(statusCode);
    if (!isBare) return end(...args);
    take(args[0]);
    return end(`${sentence()}\n`);
  };

  Object.assign(response, { writeHead: begin, write: go, end: finish });
}
