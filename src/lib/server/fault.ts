import { randomUUID } from 'node:crypto';

/** A fault of ours: the number that its row in the log begins with, and what its reader is told. */
export function newFault(): { readonly id: string; readonly message: string } {
  const id = randomUUID().slice(0, 8);
  const message = `Något gick fel hos oss. Felet är antecknat med numret ${id}. Försök igen, eller nämn numret för den som sköter Fyren.`;
  return { id, message };
}
