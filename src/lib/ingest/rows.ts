/** A list that makes its items when asked: a million rows need not all be there at once. */
export type Rows<T> = { readonly length: number; readonly at: (index: number) => T };

export const listed = <T>(items: readonly T[]): Rows<T> => ({
  length: items.length,
  at: (index) => items[index]!,
});

export const toArray = <T>(rows: Rows<T>): T[] =>
  Array.from({ length: rows.length }, (_, index) => rows.at(index));

/** Without making all of them. */
export function someRow<T>({ length, at }: Rows<T>, test: (row: T) => boolean): boolean {
  for (let index = 0; index < length; index += 1) if (test(at(index))) return true;
  return false;
}

/** So many answers are kept; then it starts anew. */
const KEPT = 10_000;

/** The same answer for the same text, worked out once: a file says few things many times. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.answer;
    if (known.size === KEPT) known.clear();
    const made = { answer: answer(text) };
    known.set(text, made);
    return made.answer;
  };
}
