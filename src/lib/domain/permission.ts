/* Who may do what (DESIGN 10): one table, and asked nowhere else. */

export const ROLES = ['lasare', 'rapportskrivare', 'kvalitetsstrateg', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

const EVERYONE = ROLES;
const WRITERS: readonly Role[] = ['rapportskrivare', 'kvalitetsstrateg', 'administrator'];
const STRATEGISTS: readonly Role[] = ['kvalitetsstrateg', 'administrator'];

/**
 * What not everyone may, and the roles that may it. What is published is read by all, and stands not here;
 * one's own account is one's own. Each row is tried through HTTP with every role in tests/e2e/roles.e2e.ts.
 */
export const MAY = {
  /** Read an occasion that is not published: arbetsmaterial. */
  'read-open': EVERYONE,
  /** See who did something, and not only in what role (DESIGN 6). */
  'see-names': EVERYONE,
  /** See the lines of a file, and fetch it (DESIGN 6). */
  'see-files': WRITERS,
  /** Read files in, undo, and change what is remembered of them. */
  'read-in': STRATEGISTS,
  /** Judge goals, activities and indicators, write their texts, say how activities go. */
  judge: WRITERS,
  /** Say that a part is ready, or take it back. */
  'mark-ready': WRITERS,
  /** Publish, lock and open anew, and change at the meeting what was sent to it. */
  publish: ['administrator'],
  /** Remove the bytes of a file that was uploaded by mistake, by a decision: see gallring.ts for where. */
  'remove-bytes': ['administrator'],
  /** Invite, give and take roles, close accounts. */
  'manage-accounts': ['administrator'],
  /** Read what was changed by whom, and fetch it as a file. */
  'read-log': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof MAY;
export const ACTIONS = Object.keys(MAY) as readonly Action[];

/** A role somebody has: in one nämnd, in all of a kommun (`namnd` null), or everywhere (both null). */
export type Grant = {
  readonly role: Role;
  readonly kommun: number | null;
  readonly namnd: number | null;
};

/** Whether two grants are of the same role in the same place. */
export const isSameGrant = (one: Grant, other: Grant): boolean =>
  one.role === other.role && one.kommun === other.kommun && one.namnd === other.namnd;

/** Where something is done; `namnd` null is of the kommun as a whole, both null of the installation. */
export type Where = { readonly kommun: number | null; readonly namnd: number | null };

/** A grant reaches what is within it, and never what it is within. */
export const covers = (grant: Pick<Grant, 'kommun' | 'namnd'>, at: Where): boolean =>
  grant.kommun === null ||
  (grant.kommun === at.kommun && (grant.namnd === null || grant.namnd === at.namnd));

/** The least that holds every one of some places: a nämnd, a kommun, or all of the installation, as for none. */
export function around(places: readonly Where[]): Where {
  const kommuner = new Set(places.map(({ kommun }) => kommun));
  const namnder = new Set(places.map(({ namnd }) => namnd));
  const [kommun = null] = kommuner.size === 1 ? kommuner : [];
  const [namnd = null] = kommun !== null && namnder.size === 1 ? namnder : [];
  return { kommun, namnd };
}

/** Where somebody may do something: the outermost of the places where they have a role that may. */
export function reachOf(grants: readonly Grant[], action: Action): readonly Where[] {
  const may: readonly Role[] = MAY[action];
  const places = grants
    .filter(({ role }) => may.includes(role))
    .map(({ kommun, namnd }) => ({ kommun, namnd }));
  const isWithin = (one: Where, at: number) => (other: Where, index: number) =>
    index !== at && covers(other, one) && (!covers(one, other) || index < at);
  return places.filter((one, at) => !places.some(isWithin(one, at)));
}

/** The role in which somebody does it there: the least of theirs that may. Null when none may. */
export function roleFor(grants: readonly Grant[], action: Action, at: Where): Role | null {
  const may: readonly Role[] = MAY[action];
  const here = grants.filter((one) => covers(one, at)).map(({ role }) => role);
  return ROLES.find((role) => may.includes(role) && here.includes(role)) ?? null;
}

/** Nobody gives what they do not have: a grant is given by who manages accounts all over where it reaches. */
export const mayGive = (grants: readonly Grant[], { kommun, namnd }: Where): boolean =>
  roleFor(grants, 'manage-accounts', { kommun, namnd }) !== null;

/**
 * Whether somebody may close an account, or make a link by which its password is chosen anew: only with all of
 * its roles within reach, for who has the link has them. One without roles is the installation's.
 */
export const mayManage = (grants: readonly Grant[], theirs: readonly Grant[]): boolean =>
  theirs.length > 0
    ? theirs.every((one) => mayGive(grants, one))
    : mayGive(grants, { kommun: null, namnd: null });
