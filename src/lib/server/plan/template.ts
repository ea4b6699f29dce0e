import * as v from 'valibot';
import type { ReportTemplate } from '#lib/domain/report.ts';
import type { Result } from '#lib/domain/result.ts';
import { parseJson } from '../parse-json.ts';
import type { JsonProblem } from '../parse-json.ts';

/* A template of a report as data: of a plan file and of its form. */

const key = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'ska vara små bokstäver a–z, siffror och bindestreck'),
);
const level = v.pipe(v.string(), v.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'ska skrivas plan/nyckel'));
const text = v.pipe(v.string(), v.trim());
const list = <T extends v.GenericSchema>(item: T) => v.optional(v.array(item), []);
const choice = <const Columns extends readonly string[]>(columns: Columns) =>
  list(v.strictObject({ column: v.picklist(columns), title: v.optional(text, '') }));

const things = choice(['number', 'texts', 'owners', 'dates', 'lifecycle', 'before', 'state']);
const indicators = choice([
  ...(['unit', 'before', 'value', 'target', 'previous', 'change', 'county', 'nation'] as const),
  ...(['year-budget', 'budget', 'difference', 'texts', 'state'] as const),
]);

const head = {
  key,
  title: v.pipe(text, v.nonEmpty('får inte vara tom'), v.maxLength(200)),
  guidance: v.optional(v.pipe(text, v.maxLength(2000)), ''),
};

const part = v.variant('kind', [
  v.strictObject({ kind: v.literal('chapter'), ...head }),
  v.strictObject({ kind: v.literal('summary'), ...head }),
  v.strictObject({
    ...{ kind: v.literal('goals'), ...head, levels: list(level) },
    ...{
      isDrafted: v.optional(v.boolean(), true),
      isEachDrafted: v.optional(v.boolean(), false),
      activities: things,
      indicators,
    },
  }),
  v.strictObject({ kind: v.literal('things'), ...head, levels: list(level), columns: things }),
  v.strictObject({
    ...{ kind: v.literal('indicators'), ...head, groups: list(text), columns: indicators },
  }),
  v.strictObject({
    ...{ kind: v.literal('series'), ...head, groups: list(text) },
    gathered: v.optional(v.picklist(['each', 'group', 'one']), 'each'),
    across: v.optional(
      v.picklist(['newest-last', 'newest-first', 'months', 'parts']),
      'newest-last',
    ),
    most: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
    hasOthers: v.optional(v.boolean(), false),
    hasChange: v.optional(v.boolean(), false),
  }),
  v.strictObject({ kind: v.literal('sources'), ...head }),
  v.strictObject({ kind: v.literal('rules'), ...head }),
  v.strictObject({ kind: v.literal('roles'), ...head }),
]);

/** More parts than this are no report. */
const MOST_PARTS = 100;

const parts = v.pipe(
  v.array(part),
  v.maxLength(MOST_PARTS),
  v.check(
    (all) => new Set(all.map((one) => one.key)).size === all.length,
    'har två delar med samma nyckel',
  ),
);

export const reportTemplate = v.strictObject({ title: v.optional(text, ''), parts });

/** A template of a plan file, with the kind of occasion it is for. */
export const templateOfKind = v.strictObject({ kind: key, ...reportTemplate.entries });

/** A template of a form, or all that is wrong with it. */
export const parseTemplate = (json: string): Result<ReportTemplate, readonly JsonProblem[]> =>
  parseJson(reportTemplate, json);
