import type { Problem } from '#lib/domain/problem.ts';
import type { JsonObject, Spot } from '../json.ts';
import { quoted, textOf } from './answer.ts';

/** The fields of an object as texts, with those that hold something else told of. */
export type Fields<Name extends string> = {
  readonly texts: Readonly<Record<Name, string>>;
  readonly problems: readonly Problem[];
};

export function fieldsOf<Name extends string>(
  object: JsonObject,
  { line }: Spot,
  names: readonly Name[],
): Fields<Name> {
  const problems: Problem[] = [];
  const read = (name: Name): string => {
    const text = textOf(object[name]);
    if (text === undefined) {
      problems.push({ code: 'odd-field', line, column: name, value: quoted(object[name]) });
    }
    return text ?? '';
  };
  const texts = Object.fromEntries(names.map((name) => [name, read(name)]));
  return { texts: texts as Record<Name, string>, problems };
}

/** A field that must say something. */
export const emptyField = (column: string, text: string, { line }: Spot): Problem[] =>
  text === '' ? [{ code: 'empty-cell', line, column }] : [];

/** Rows of one id: which of them holds nobody can tell. */
export function sameIds(all: readonly { readonly id: string; readonly line: number }[]): Problem[] {
  const lines = new Map<string, number[]>();
  for (const { id, line } of all) lines.set(id, [...(lines.get(id) ?? []), line]);
  return [...lines.values()].flatMap((same): Problem[] =>
    same.length > 1 ? [{ code: 'duplicate-row', line: same[1]!, lines: same }] : [],
  );
}
