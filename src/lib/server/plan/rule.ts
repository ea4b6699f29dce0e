import * as v from 'valibot';
import { isDay } from '#lib/domain/calendar.ts';

/** JSON reads 1e999 as infinity, which is no target. */
const number = v.pipe(v.number(), v.finite('är för stort för att vara ett tal'));

/** The rule of a target as a plan file writes it; see domain/rule.ts for what each means. */

const yellow = v.optional(
  v.nullable(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('absolute'), by: v.pipe(number, v.gtValue(0)) }),
      v.strictObject({ kind: v.literal('relative'), share: v.pipe(number, v.gtValue(0)) }),
      v.strictObject({ kind: v.literal('better-than-before') }),
    ]),
  ),
  null,
);

const limit = { value: number, isStrict: v.optional(v.boolean(), false), yellow };
const day = v.pipe(v.string(), v.check(isDay, 'är ingen dag som finns'));
const place = v.pipe(number, v.integer(), v.minValue(1));

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('får inte vara tom'));

export const targetRule = v.variant('kind', [
  v.strictObject({ kind: v.literal('at-least'), ...limit }),
  v.strictObject({ kind: v.literal('at-most'), ...limit }),
  v.pipe(
    v.strictObject({ kind: v.literal('between'), low: number, high: number, yellow }),
    v.check(({ low, high }) => low <= high, 'har low över high. Byt plats på dem'),
  ),
  v.strictObject({
    kind: v.literal('hold'),
    base: number,
    within: v.pipe(number, v.minValue(0)),
    yellow,
  }),
  v.strictObject({
    kind: v.literal('change'),
    base: number,
    by: v.pipe(
      number,
      v.check((by) => by !== 0, 'är 0. Skriv hur mycket det ska ändras'),
    ),
    in: v.picklist(['percent', 'points']),
    yellow,
  }),
  v.strictObject({ kind: v.literal('better-than-previous'), way: v.picklist(['up', 'down']) }),
  v.strictObject({
    kind: v.literal('rank'),
    atMost: place,
    among: v.optional(v.nullable(v.string()), null),
    isReported: v.optional(v.boolean(), false),
  }),
  v.strictObject({ kind: v.literal('count-by'), value: number, on: day }),
  v.strictObject({ kind: v.literal('done-by'), on: day }),
  v.strictObject({ kind: v.literal('text'), words: text }),
  v.strictObject({ kind: v.literal('reference'), value: number }),
]);
