import type { Role } from '#lib/domain/permission.ts';

export type Via = 'web' | 'command' | 'schedule';

/** Who changes something, in what role, and by which way in. */
export type Actor = {
  /** Null: nobody with an account, as a command or the demo's own user. */
  readonly person: number | null;
  readonly name: string;
  readonly role: Role;
  readonly via: Via;
};

/** Who did it, as rows keep it: the account, and the name and role as they were then. */
export const asBy = ({ person, name, role }: Actor) => ({
  byPerson: person,
  byName: name,
  byRole: role,
});
