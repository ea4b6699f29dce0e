import type { Group, Place } from '#lib/domain/snapshot.ts';
import { unweighted } from '#lib/ingest/catalogue.ts';
import type { KoladaGroup } from '#lib/ingest/kolada/groups.ts';
import type { Db } from './db/client.ts';
import * as groups from './db/groups.ts';
import * as kommuner from './db/kommuner.ts';
import * as places from './db/places.ts';
import { changeOf } from './import-catalogue.ts';
import type { CatalogueChange } from './import-catalogue.ts';

/*
 * A group of Kolada's is a place, for its unweighted mean is a value; and whom a kommun compares itself
 * with: those it is said to be like, and every group that it has taken from Kolada before.
 */

type Kommun = { readonly id: number; readonly place: Place; readonly own: readonly Group[] };

/** A comparison group of a kommun as the file would have it. */
type Compared = {
  readonly kommun: number;
  readonly old: Group | undefined;
  readonly members: readonly number[];
};

type Change = {
  readonly given: KoladaGroup;
  readonly old: Place | undefined;
  readonly name: string;
  readonly compared: readonly Compared[];
};

const kommunerOf = (db: Db): Kommun[] =>
  kommuner.list(db).flatMap(({ id, code }) => {
    const place = places.readKommun(db, code);
    return place ? [{ id, place, own: groups.list(db, id) }] : [];
  });

/** The kommun itself is never among those that it is compared with. */
function comparedBy(
  all: readonly Kommun[],
  group: KoladaGroup,
  members: readonly number[],
): Compared[] {
  return all.flatMap(({ id: kommun, place, own }): Compared[] => {
    const old = own.find(({ key }) => key === group.code);
    if (!old && group.unit !== place.name) return [];
    return [{ kommun, old, members: members.filter((member) => member !== place.id).sort(byId) }];
  });
}

const byId = (a: number, b: number) => a - b;

const isOther = ({ old, members }: Compared, { title }: KoladaGroup) =>
  old?.title !== title || String(old.members) !== String(members);

const isChange = ({ given, old, name, compared }: Change) =>
  old?.name !== name || old.code !== given.code || compared.some((one) => isOther(one, given));

/** Whom a kommun compares itself with, as the log keeps it. */
const comparedAs = (kommun: number, { title, members }: Pick<Group, 'title' | 'members'>) => ({
  ...{ kommun, title, members },
});

function save(db: Db, { given, old, name, compared }: Change): void {
  const { code, title } = given;
  if (old) places.update(db, old.id, { code, name });
  else places.insert(db, { kind: 'group', code, name });
  for (const { kommun, old: known, members } of compared) {
    if (known) groups.update(db, known.id, { title }, members);
    else groups.insert(db, { kommun, key: code, title, source: 'Kolada' }, members);
  }
}

/** What Kolada's groups would change; a member that nobody knows is left out, and told of. */
export function examineGroups(db: Db, given: readonly KoladaGroup[]): CatalogueChange {
  const shared = places.listShared(db);
  const known = shared.filter(({ kind }) => kind === 'group');
  const byCode = new Map(known.map((one) => [one.code, one]));
  // A file of figures may have named it before anybody knew its id.
  const byName = new Map(known.filter(({ code }) => code === null).map((one) => [one.name, one]));
  const ids = new Map(shared.map(({ code, id }) => [code, id]));
  const all = kommunerOf(db);
  const changes = given.map((group): Change => {
    const name = unweighted(group.title);
    const members = group.members.flatMap(({ code }) => ids.get(code) ?? []);
    return {
      given: group,
      old: byCode.get(group.code) ?? byName.get(name),
      name,
      compared: comparedBy(all, group, members),
    };
  });
  return changeOf('groups', changes, {
    isNew: ({ old }) => !old,
    code: ({ given }) => given.code,
    was: ({ old, compared }) => ({
      ...{ name: old?.name, code: old?.code },
      compared: compared.map((one) => one.old && comparedAs(one.kommun, one.old)),
    }),
    is: ({ given: { code, title }, name, compared }) => ({
      ...{ name, code },
      compared: compared.map(({ kommun, members }) => comparedAs(kommun, { title, members })),
    }),
    isChange,
    save: (one) => save(db, one),
  });
}
