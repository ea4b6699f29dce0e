import type { RoleRule } from '#lib/domain/claims.ts';
import { ROLES } from '#lib/domain/permission.ts';
import type { Role, Where } from '#lib/domain/permission.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { ROLE } from '#lib/format/roles.ts';
import type { Db } from '../db/client.ts';
import * as kommuner from '../db/kommuner.ts';
import * as namnder from '../db/namnder.ts';
import type { RoleRow } from './role-file.ts';

/** A role by its word, as pages say it, or by its name in addresses and in the database. */
const roleOf = (word: string): Role | undefined =>
  ROLES.find((role) => role === word.toLowerCase() || ROLE[role] === word.toLowerCase());

const EVERYWHERE: Where = { kommun: null, namnd: null };

/** Where a row holds; or what is not there. */
function placeOf(db: Db, { kommun: slug, nämnd }: RoleRow): Result<Where, string> {
  if (slug === null) return ok(EVERYWHERE);
  const kommun = kommuner.read(db, slug);
  if (!kommun) return err(`kommunen ”${slug}”`);
  if (nämnd === null) return ok({ kommun: kommun.id, namnd: null });
  const namnd = namnder.read(db, kommun.id, nämnd);
  return namnd ? ok({ kommun: kommun.id, namnd: namnd.id }) : err(`nämnden ”${nämnd}” i ${slug}`);
}

function ruleOf(db: Db, row: RoleRow): Result<RoleRule, string> {
  const role = roleOf(row.roll);
  if (!role) return err(`rollen ”${row.roll}”`);
  const place = placeOf(db, row);
  return place.ok ? ok({ value: row.värde, grant: { role, ...place.value } }) : place;
}

/** The rows that mean something here now. */
export const rulesOf = (db: Db, rows: readonly RoleRow[]): readonly RoleRule[] =>
  rows.flatMap((row) => {
    const rule = ruleOf(db, row);
    return rule.ok ? [rule.value] : [];
  });

/** What the file names that is not there, a sentence for each row that gives no role. */
export const unknownIn = (db: Db, rows: readonly RoleRow[]): readonly string[] =>
  rows.flatMap((row) => {
    const rule = ruleOf(db, row);
    if (rule.ok) return [];
    return [
      `OIDC_ROLES: gruppen ”${row.värde}” ger ingen roll, för ${rule.error} finns inte här. Rätta filen och starta om, eller lägg upp det som fattas.`,
    ];
  });
