import { isSameGrant } from './permission.ts';
import type { Grant } from './permission.ts';

/* What a kommun's identity provider says of somebody (its claims), and what roles follow of it. */

export type Claims = Readonly<Record<string, unknown>>;

/** What is odd about the claim that roles are read from. */
export type ClaimFault =
  /** It is not there. Providers leave it out for who is in no group, and when nobody asked for it. */
  | 'absent'
  /** The provider has left it out for being too long, and says where else it can be fetched. */
  | 'overage'
  /** One text and no list: what some providers send for a single group. Read as one value. */
  | 'single'
  /** Neither text nor a list of texts. What is no text is left out. */
  | 'odd';

export type ClaimedValues = {
  readonly values: readonly string[];
  readonly fault: ClaimFault | null;
};

const none = (fault: ClaimFault): ClaimedValues => ({ values: [], fault });
const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Whether the provider says that there are values it did not send: `_claim_names` (OpenID Connect Core 5.6.2,
 * as Entra uses it for more than 200 groups), or Entra's `hasgroups`.
 */
const isOverage = (claims: Claims, name: string): boolean => {
  const elsewhere = claims['_claim_names'];
  const isNamed = typeof elsewhere === 'object' && elsewhere !== null && name in elsewhere;
  return isNamed || (name === 'groups' && String(claims['hasgroups']) === 'true');
};

/** The values of the claim that roles are read from: `["GG-Fyren"]` of `{ groups: ['GG-Fyren'] }`. Never guessed. */
export function valuesOf(claims: Claims, name: string): ClaimedValues {
  const claim = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (isOverage(claims, name)) return none('overage');
  if (claim === undefined || claim === null) return none('absent');
  if (isText(claim)) return { values: [claim], fault: 'single' };
  if (!Array.isArray(claim)) return none('odd');
  const values = claim.filter(isText);
  return { values, fault: values.length === claim.length ? null : 'odd' };
}

/** A value of the claim, and the role that it gives. */
export type RoleRule = { readonly value: string; readonly grant: Grant };

/** The roles that values give, each of them once, in the order of the rules. */
export const grantsFrom = (values: readonly string[], rules: readonly RoleRule[]): Grant[] =>
  rules
    .filter(({ value }) => values.includes(value))
    .map(({ grant }) => grant)
    .filter((grant, at, all) => all.findIndex((one) => isSameGrant(one, grant)) === at);

type Held = Grant & { readonly isClaimed: boolean };

/**
 * What is to be given and ended for somebody to have what the claims give. What was given by hand stays, and
 * is not given twice.
 */
export const grantChanges = <H extends Held>(
  held: readonly H[],
  claimed: readonly Grant[],
): { readonly give: readonly Grant[]; readonly end: readonly H[] } => ({
  give: claimed.filter((grant) => !held.some((one) => isSameGrant(one, grant))),
  end: held.filter((one) => one.isClaimed && !claimed.some((grant) => isSameGrant(grant, one))),
});
