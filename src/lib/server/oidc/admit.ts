import { admissionOf } from '#lib/domain/claimed-account.ts';
import type { Refusal } from '#lib/domain/claimed-account.ts';
import { grantsFrom, valuesOf } from '#lib/domain/claims.ts';
import type { ClaimFault } from '#lib/domain/claims.ts';
import type { Grant } from '#lib/domain/permission.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { inTransaction } from '../db/client.ts';
import type { Db } from '../db/client.ts';
import * as persons from '../db/persons.ts';
import type { Person } from '../db/persons.ts';
import { beginSession } from '../signed-in.ts';
import { followPerson, linkPerson, makePerson } from './account.ts';
import type { Note } from './account.ts';
import { followRoles } from './follow-roles.ts';
import { personOf } from './person-claims.ts';
import type { ClaimedPerson } from './person-claims.ts';
import type { Identity } from './provider.ts';
import { rulesOf } from './role-rules.ts';
import type { OidcSettings } from './settings.ts';

/** `overage`: no role, since the provider could not say all that somebody is in. */
export type AdmitFault = Refusal | 'overage';

export type Admitted = {
  readonly outcome: Result<{ readonly token: string; readonly person: number }, AdmitFault>;
  /** What who looks after the installation should know. */
  readonly notes: readonly (Note | ClaimFault)[];
};

type Claimed = { readonly grants: readonly Grant[]; readonly fault: ClaimFault | null };

/** The roles that the provider gives. Without a file of groups nothing is read. */
function claimedOf(db: Db, { roles, rolesClaim }: OidcSettings, { claims }: Identity): Claimed {
  if (roles.length === 0) return { grants: [], fault: null };
  const { values, fault } = valuesOf(claims, rolesClaim);
  return { grants: grantsFrom(values, rulesOf(db, roles)), fault };
}

type Found = { readonly bySubject: Person | undefined; readonly byEmail: Person | undefined };

const isClosed = ({ closedAt }: Person): boolean => closedAt !== null;

/** Of another provider's subject nobody signs in any more: the kommun has changed provider. */
const isAnothers = (person: Person, { issuer, subject }: Identity): boolean =>
  person.oidcIssuer === issuer && person.oidcSubject !== subject;

type Asked = {
  readonly settings: OidcSettings;
  readonly identity: Identity;
  /** Who is signed in already in the browser that asks; null for nobody. */
  readonly signedIn: number | null;
};

const admissionFor = (
  { settings, identity, signedIn }: Asked,
  { bySubject, byEmail }: Found,
  { email, isVerified }: ClaimedPerson,
  hasRole: boolean,
) =>
  admissionOf({
    bySubject: bySubject ? { isClosed: isClosed(bySubject) } : null,
    byEmail: byEmail
      ? { isClosed: isClosed(byEmail), isAnothers: isAnothers(byEmail, identity) }
      : null,
    hasEmail: email !== null,
    ownsEmail:
      isVerified || settings.trustsEmail || (byEmail !== undefined && byEmail.id === signedIn),
    hasRole,
  });

/** The account that somebody is let in to: found, tied to them, or made. */
function accountFor(
  db: Db,
  now: Date,
  asked: Asked,
  claimed: Claimed,
): Result<{ readonly id: number; readonly person: ClaimedPerson }, AdmitFault> {
  const { identity } = asked;
  const person = personOf(identity.claims);
  const { email } = person;
  const bySubject = persons.readByOidc(db, identity.issuer, identity.subject);
  const byEmail = email === null ? undefined : persons.readByEmail(db, email);
  const admission = admissionFor(asked, { bySubject, byEmail }, person, claimed.grants.length > 0);
  if (admission.kind === 'refuse') {
    const isCutShort = admission.why === 'no-role' && claimed.fault === 'overage';
    return err(isCutShort ? 'overage' : admission.why);
  }
  if (bySubject) return ok({ id: bySubject.id, person });
  if (byEmail) return ok({ id: linkPerson(db, now, byEmail, identity), person });
  return ok({ id: makePerson(db, now, person, identity), person });
}

/**
 * Signs in who the provider says it is: their account follows what the provider says of them, name, address and
 * roles, all of it or nothing. `signedIn` is whose the browser's session is already.
 */
export function admit(db: Db, now: Date, asked: Asked): Admitted {
  return inTransaction(db, () => {
    const claimed = claimedOf(db, asked.settings, asked.identity);
    const faults = claimed.fault === null ? [] : [claimed.fault];
    const account = accountFor(db, now, asked, claimed);
    if (!account.ok) return { outcome: account, notes: faults };
    const { id, person } = account.value;
    const notes = [
      ...faults,
      ...followPerson(db, now, id, person),
      ...followRoles(db, now, id, claimed.grants),
    ];
    return { outcome: ok({ token: beginSession(db, id, now), person: id }), notes };
  });
}
