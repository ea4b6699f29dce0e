import { randomUUID } from 'node:crypto';

/** Writes what went wrong in the server's log, and gives the number by which a reader can name it. */
export function noteFault(what: string, ...more: readonly unknown[]): string {
  const id = randomUUID().slice(0, 8);
  console.error(`[${id}] ${what}`, ...more);
  return id;
}
