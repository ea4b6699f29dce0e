import type { ServerResponse } from 'node:http';
import { newFault } from './fault.ts';

/** What a refusal says that no page and no program's answer says for it. */
const WORDS: Readonly<Record<number, string>> = {
  400: 'Det som skickades gick inte att förstå. Kontrollera adressen, eller gå tillbaka till sidan och försök igen.',
  404: 'Adressen leder ingenstans. Kontrollera stavningen eller börja om från startsidan.',
  405: 'Det går inte att göra så med den här adressen. Gå tillbaka till sidan och försök igen.',
  408: 'Det tog för lång tid att skicka. Kontrollera förbindelsen och försök igen.',
  413: 'Det som skickades är för stort. Skicka mindre åt gången.',
  416: 'Den delen av filen finns inte. Hämta hela filen.',
  417: 'Huvudet Expect ber om något som Fyren inte gör. Ta bort det och försök igen.',
  431: 'Adressen eller huvudena är för långa. Töm webbläsarens kakor för den här adressen och försök igen.',
};
const OTHERWISE = 'Det gick inte. Gå tillbaka till sidan och försök igen.';

/** What is said of a status, and what to do. */
export const sentenceOf = (status: number): string => WORDS[status] ?? OTHERWISE;

/** Ours are pages or JSON, and say what they are; the framework's own refusals say nothing of their kind. */
const isBareAt = (status: number, response: ServerResponse) =>
  status >= 400 && !response.hasHeader('content-type');

/** As much of what was going to be said as a row in the log has room for. */
const KEPT = 500;

type Loose = Record<'writeHead' | 'write' | 'end', (...args: unknown[]) => unknown>;

/** How the answer itself does it, whatever is put in the place of it. */
const itself = (response: ServerResponse) =>
  ({
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
  }) as unknown as Loose;

const asText = (chunk: unknown): string =>
  typeof chunk === 'string' || chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : '';

/** Our words for a status; a fault of ours is given to `log` with its number and what was going to be said. */
function sentenceFor(status: number, theirs: string, log: (line: string) => void): string {
  if (status < 500) return sentenceOf(status);
  const { id, message } = newFault();
  log(`[${id}] ${status} ${theirs.slice(0, KEPT)}`);
  return message;
}

/**
 * Puts our words in the place of those that the framework's inner parts answer with by themselves: in English,
 * and now and then with what went wrong. `headers` are those that every answer has: on its way to a fault of its
 * own the framework takes them away.
 */
export function inOurWords(
  response: ServerResponse,
  headers: ReadonlyMap<string, string>,
  log: (line: string) => void,
): void {
  const { writeHead, write, end } = itself(response);
  /** What they have said so far; null while the answer is one of ours. */
  let theirs: string | null = null;

  const ours: Loose = {
    writeHead(status, ...rest) {
      if (!isBareAt(Number(status), response)) return writeHead(status, ...rest);
      theirs = '';
      response.removeHeader('content-length');
      response.setHeaders(headers as Map<string, string>);
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      return writeHead(status, ...rest);
    },
    write(chunk, ...rest) {
      if (theirs === null) return write(chunk, ...rest);
      theirs += asText(chunk);
      return true;
    },
    end(chunk, ...rest) {
      const { statusCode, headersSent } = response;
      // Once Node begins by itself it has taken what it is given to say.
      if (!headersSent && isBareAt(statusCode, response)) ours.writeHead(statusCode);
      if (theirs === null) return end(chunk, ...rest);
      return end(`${sentenceFor(statusCode, theirs + asText(chunk), log)}\n`);
    },
  };
  Object.assign(response, ours);
}
