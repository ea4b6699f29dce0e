import { randomUUID } from 'node:crypto';

/** A fault: the number that its row in the log begins with, and what is told of it if nothing better can be. */
export type Fault = { readonly id: string; readonly message: string };

export function newFault(): Fault {
  const id = randomUUID().slice(0, 8);
  const message = `Något gick fel hos oss. Felet är antecknat med numret ${id}. Försök igen, eller nämn numret för den som sköter Fyren.`;
  return { id, message };
}
