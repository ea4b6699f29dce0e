import * as v from 'valibot';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';

/** What is wrong in a file of JSON, with the way to it: `plans.0.goals.3.title`. */
export type JsonProblem = { readonly path: string; readonly message: string };

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'ett tal',
  integer: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  record: 'ett objekt',
  strict_object: 'ett objekt',
};

const LIMITS: Readonly<Record<string, string>> = {
  min_value: 'ska vara minst',
  max_value: 'ska vara högst',
  gt_value: 'ska vara mer än',
  min_length: 'ska ha minst',
};

/** The words of a problem whose rule has none of its own. */
function messageOf({ type, expected, received, requirement }: v.BaseIssue<unknown>): string {
  const quoted = (value: string) => value.replace(/"([^"]*)"/g, '”$1”').replaceAll(' | ', ', ');
  if (expected === 'never') return 'är inget fält i formatet. Stryk det eller rätta stavningen';
  if (received === 'undefined') return 'saknas';
  const limit = LIMITS[type];
  if (limit !== undefined) return `${limit} ${String(requirement)}`;
  return `ska vara ${KINDS[type] ?? quoted(expected ?? '')}, inte ${quoted(received)}`;
}

/** JSON.parse names the place only at times; else it got to the end. */
function lineOfFault(json: string, cause: unknown): number {
  const position = /position (\d+)/.exec(String(cause))?.[1];
  return json.slice(0, position === undefined ? undefined : Number(position)).split('\n').length;
}

/** Reads the text of a file that somebody may have written by hand. Gives every problem of form back. */
export function parseJson<T>(
  schema: v.GenericSchema<unknown, T>,
  json: string,
): Result<T, readonly JsonProblem[]> {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const line = lineOfFault(json, cause);
    return err([
      { path: '', message: `är inte läsbar JSON. Felet är på rad ${line} eller strax före` },
    ]);
  }
  const read = v.safeParse(schema, data, { message: messageOf });
  if (read.success) return ok(read.output);
  return err(
    read.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: issue.message })),
  );
}
