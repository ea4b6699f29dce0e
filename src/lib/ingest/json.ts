import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { integers } from './packed-numbers.ts';

/* The one door for JSON: text in, data of no known shape out, with where each object stands. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json | undefined };

/** The physical line that an object starts on, and its sign on that line, both from 1. */
export type Spot = { readonly line: number; readonly sign: number };

export type JsonFile = { readonly root: Json; readonly spotOf: (object: JsonObject) => Spot };

const JSON_DATA =
  /^\s*(?:\{\s*(?:\}|"[^"\n]*"\s*:)|\[\s*(?:[{[\]]|(?:"[^"\n]*"|-?\d[\d.]*)\s*(?:,|\]\s*$)))/;

/** Whether a text, by its beginning, is JSON and no table. */
export const isJson = (start: string): boolean => JSON_DATA.test(start);

export const isArray = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !isArray(json);

/** Nobody's figures lie deeper; what does could also take all memory there is. */
const DEEPEST = 32;

const SIGN = { quote: 34, escape: 92, line: 10, open: [123, 91], close: [125, 93] } as const;
const [BRACE] = SIGN.open;

/** Where each object starts, in the order of the text; null for a text too deep to be parsed. */
function spotsIn(text: string) {
  const [lines, signs] = [integers(), integers()];
  let [depth, line, lineStart] = [0, 1, 0];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isQuoted) {
      if (code === SIGN.escape) at += 1;
      else if (code === SIGN.quote) isQuoted = false;
    } else if (code === SIGN.quote) isQuoted = true;
    else if (code === SIGN.line) [line, lineStart] = [line + 1, at + 1];
    else if (code === SIGN.close[0] || code === SIGN.close[1]) depth -= 1;
    else if (code === SIGN.open[0] || code === SIGN.open[1]) {
      depth += 1;
      if (depth > DEEPEST) return null;
      if (code !== BRACE) continue;
      lines.push(line);
      signs.push(at - lineStart + 1);
    }
  }
  return { lines: lines.done(), signs: signs.done() };
}

/** All objects in the order in which they start. */
function* objectsIn(json: Json): Generator<JsonObject> {
  if (isObject(json)) yield json;
  if (typeof json !== 'object' || json === null) return;
  for (const each of Object.values(json)) yield* objectsIn(each as Json);
}

/** Every text in it, and the names of its fields. */
export function* textsIn(json: Json | undefined): Generator<string> {
  if (typeof json === 'string') yield json;
  if (typeof json !== 'object' || json === null) return;
  for (const [name, each] of Object.entries(json)) {
    yield name;
    yield* textsIn(each as Json);
  }
}

const FIRST: Spot = { line: 1, sign: 1 };

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * JSON.parse tells no places, so the objects of the text are counted off beside it: a file on one line
 * is all line 1, where the sign tells its objects apart. A name written twice in one object hides the
 * first of the two; then the count fails and everything is said to stand where the file begins.
 */
export function parseJson(text: string): Result<JsonFile, 'broken' | 'too-deep'> {
  const spots = spotsIn(text);
  if (!spots) return err('too-deep');
  const root = parsed(text);
  if (root === undefined) return err('broken');
  const order = new Map<JsonObject, number>();
  for (const object of objectsIn(root)) order.set(object, order.size);
  if (order.size !== spots.lines.length) return ok({ root, spotOf: () => FIRST });
  const spotOf = (object: JsonObject): Spot => {
    const at = order.get(object)!;
    return { line: spots.lines[at]!, sign: spots.signs[at]! };
  };
  return ok({ root, spotOf });
}
