import type { Grant } from '#lib/domain/permission.ts';
import { checkPassword, cutPassword } from '#lib/domain/password.ts';
import type { PasswordFault } from '#lib/domain/password.ts';
import { err, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { asThemselves, changeOf, homeOf } from './account-change.ts';
import { readLink } from './account-links.ts';
import { isCommonPassword } from './common-passwords.ts';
import type { Db } from './db/client.ts';
import * as grants from './db/grants.ts';
import * as invitations from './db/invitations.ts';
import * as loginTries from './db/login-tries.ts';
import * as persons from './db/persons.ts';
import type { Person } from './db/persons.ts';
import * as sessions from './db/sessions.ts';
import { write } from './db/write.ts';
import { beginTry } from './guesses.ts';
import type { GuessFault } from './guesses.ts';
import { checkHash, hashPassword } from './password-hash.ts';
import { beginSession } from './signed-in.ts';

/** What is tried first by who guesses. */
const ownOf = ({ name, email }: Pick<Person, 'name' | 'email'>) => [name, email];

export type AcceptFault = PasswordFault | 'gone' | 'taken';

const EVERYWHERE: Grant = { role: 'administrator', kommun: null, namnd: null };

/** The person of a link: the one it is for, or the first administrator, who is made. */
function personOf(db: Db, at: string, known: Person | null, told: Pick<Person, 'name' | 'email'>) {
  if (known) return known;
  const id = persons.insert(db, told.name, told.email, at);
  grants.insert(db, id, EVERYWHERE, null, at);
  return persons.read(db, id)!;
}

/**
 * Chooses a password by a link, and signs in: the token of a new session. `told` is who the first
 * administrator is; for others it is known. Everywhere else they are signed out.
 */
export async function accept(
  db: Db,
  now: Date,
  token: string,
  password: string,
  told: Pick<Person, 'name' | 'email'>,
): Promise<Result<string, AcceptFault>> {
  const known = readLink(db, token, now)?.person;
  if (known === undefined) return err('gone');
  const checked = checkPassword(password, ownOf(known ?? told), isCommonPassword);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(password);
  // Somebody may have used it meanwhile.
  const found = readLink(db, token, now);
  if (!found) return err('gone');
  if (!found.person && persons.readByEmail(db, told.email)) return err('taken');
  const id = setPassword(db, now, found.person, told, passwordHash);
  return id === null ? err('gone') : ok(beginSession(db, id, now));
}

/** That there is a password, and never what it is. */
const passwordChange = (db: Db, { id, passwordHash }: Person) =>
  changeOf(homeOf(db, id), 'account.password', id, {
    before: { hasPassword: passwordHash !== null },
    after: { hasPassword: true },
  });

/** Null when the account has been changed since it was read. */
function setPassword(
  db: Db,
  now: Date,
  known: Person | null,
  told: Pick<Person, 'name' | 'email'>,
  passwordHash: string,
): number | null {
  const at = now.toISOString();
  const isFirst = known === null;
  const self = { id: known?.id ?? 0, name: known?.name ?? told.name };
  const actor = isFirst
    ? ({ person: null, name: told.name, role: 'administrator', via: 'web' } as const)
    : asThemselves(db, self);
  return write<number | null>(db, actor, now, () => {
    const person = personOf(db, at, known, told);
    if (!persons.update(db, person.id, person.rev, { passwordHash }))
      return { result: null, change: null };
    invitations.retire(db, isFirst ? null : person.id, at);
    sessions.endAll(db, person.id);
    const change = isFirst
      ? changeOf(EVERYWHERE, 'account.first', person.id, {
          before: null,
          after: { name: person.name, ...EVERYWHERE },
        })
      : passwordChange(db, person);
    return { result: person.id, change };
  });
}

/** Somebody signed in: by which session, and where from. */
type Self = {
  readonly id: number;
  readonly session: string | null;
  readonly address: string;
};

export type ChangeFault = GuessFault | { readonly kind: PasswordFault | 'changed' };

/**
 * Changes one's own password; signed out everywhere but here. Who asks may be somebody else at a computer
 * that was left open: what is wrong counts as when signing in.
 */
export async function changePassword(
  db: Db,
  now: Date,
  self: Self,
  { was, password }: { readonly was: string; readonly password: string },
): Promise<Result<void, ChangeFault>> {
  const person = persons.read(db, self.id);
  if (!person) return err({ kind: 'changed' });
  const begun = beginTry(db, now, person.emailFolded, self.address);
  if (!begun.ok) return begun;
  if (!(await checkHash(cutPassword(was), person.passwordHash)).isRight)
    return err({ kind: 'wrong' });
  loginTries.succeed(db, begun.value);
  const checked = checkPassword(password, ownOf(person), isCommonPassword);
  if (!checked.ok) return err({ kind: checked.error });
  const passwordHash = await hashPassword(password);
  return replacePassword(db, now, person, self, passwordHash);
}

function replacePassword(
  db: Db,
  now: Date,
  person: Person,
  { id, session }: Self,
  passwordHash: string,
): Result<void, ChangeFault> {
  return write<Result<void, ChangeFault>>(db, asThemselves(db, person), now, () => {
    if (!persons.update(db, id, person.rev, { passwordHash }))
      return { result: err({ kind: 'changed' }), change: null };
    // A link that somebody has had since before chooses no other.
    invitations.retire(db, id, now.toISOString());
    sessions.endAll(db, id, session);
    return { result: ok(undefined), change: passwordChange(db, person) };
  });
}
