import * as v from 'valibot';

/*
 * What a kommun writes of its groups and the roles they give, as a list of
 * `{ "värde": "GG-Fyren-Soc", "roll": "rapportskrivare", "kommun": "gnesta", "nämnd": "socialnamnden" }`.
 * Whether the role, the kommun and the nämnd are there is asked when somebody signs in: nämnder are made later.
 */

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('får inte vara tom'));
const place = v.optional(v.nullable(text), null);

const row = v.pipe(
  v.strictObject({ värde: text, roll: text, kommun: place, nämnd: place }),
  v.check(
    ({ kommun, nämnd }) => nämnd === null || kommun !== null,
    'nämnd utan kommun. Skriv vilken kommun nämnden hör till',
  ),
);

export const roleFile = v.pipe(v.array(row), v.minLength(1, 'är tom. Skriv minst en grupp'));

/** One row of the file: a value of the claim and what it gives, as it was written. */
export type RoleRow = v.InferOutput<typeof row>;
