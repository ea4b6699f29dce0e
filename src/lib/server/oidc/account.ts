import { invariant } from '#lib/domain/result.ts';
import { asThemselves, changeOf, homeOf } from '../account-change.ts';
import type { Actor } from '../db/actor.ts';
import type { Db } from '../db/client.ts';
import * as persons from '../db/persons.ts';
import type { Person } from '../db/persons.ts';
import { write } from '../db/write.ts';
import type { ClaimedPerson } from './person-claims.ts';
import type { Identity } from './provider.ts';

/** Why an account changes without anybody here having said so. */
export const BY_CLAIMS = 'enligt kommunens inloggning';

/** What could not follow the provider. */
export type Note =
  /** The address that the provider says has another account. */
  | 'email-taken'
  /** Somebody must be administrator of the installation. */
  | 'last-administrator';

const ofProvider = ({ issuer, subject }: Identity) => ({
  ...{ oidcIssuer: issuer, oidcSubject: subject },
});

/** An account for who has a role and none yet. */
export function makePerson(
  db: Db,
  now: Date,
  { name, email }: ClaimedPerson,
  identity: Identity,
): number {
  invariant(email !== null, 'nobody is let in to a new account without an address');
  const known = name ?? email;
  const actor: Actor = { person: null, name: known, role: 'lasare', via: 'web' };
  return write(db, actor, now, () => {
    const id = persons.insert(db, known, email, now.toISOString());
    persons.update(db, id, 0, ofProvider(identity));
    const change = changeOf(homeOf(db, id), 'account.make', id, {
      before: null,
      after: { name: known },
    });
    return { result: id, change: { ...change, reason: BY_CLAIMS } };
  });
}

type Update = Parameters<typeof persons.update>[3];

/** Somebody's own account, changed by their signing in. What the log keeps is said for itself. */
function change(
  db: Db,
  now: Date,
  person: Person,
  update: Update,
  { action, before, after }: { action: string; before: unknown; after: unknown },
): void {
  write(db, asThemselves(db, person), now, () => {
    const isDone = persons.update(db, person.id, person.rev, update);
    invariant(isDone, 'nobody else writes meanwhile');
    const logged = changeOf(homeOf(db, person.id), action, person.id, { before, after });
    return { result: undefined, change: { ...logged, reason: BY_CLAIMS } };
  });
}

/** Ties an account that there is to who signs in by the provider. */
export function linkPerson(db: Db, now: Date, person: Person, identity: Identity): number {
  const [before, after] = [person.oidcIssuer, identity.issuer].map((issuer) => ({ issuer }));
  change(db, now, person, ofProvider(identity), { action: 'account.connect', before, after });
  return person.id;
}

function read(db: Db, id: number): Person {
  const person = persons.read(db, id);
  invariant(person, 'an account stays');
  return person;
}

function followName(db: Db, now: Date, person: Person, name: string | null): void {
  if (name === null || name === person.name) return;
  const said = { before: { name: person.name }, after: { name } };
  change(db, now, person, { name }, { action: 'account.name', ...said });
}

/** The log keeps that an address has changed, and not what it was: it is not needed to know who did what. */
function followEmail(db: Db, now: Date, person: Person, email: string | null): Note[] {
  if (email === null || email === person.email) return [];
  const other = persons.readByEmail(db, email);
  if (other && other.id !== person.id) return ['email-taken'];
  change(db, now, person, { email }, { action: 'account.email', before: null, after: null });
  return [];
}

/** Name and address become what the provider says; what it does not say stays. */
export function followPerson(
  db: Db,
  now: Date,
  id: number,
  { name, email }: ClaimedPerson,
): readonly Note[] {
  followName(db, now, read(db, id), name);
  return followEmail(db, now, read(db, id), email);
}
