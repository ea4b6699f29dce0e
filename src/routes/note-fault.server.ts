import { newFault } from '#lib/server/fault.ts';
import type { Fault } from '#lib/server/fault.ts';

/** Writes what went wrong in the server's log, and gives the number by which a reader can name it. */
export function noteFault(what: string, ...more: readonly unknown[]): Fault {
  const fault = newFault();
  console.error(`[${fault.id}] ${what}`, ...more);
  return fault;
}
