import type { Place } from '#lib/domain/snapshot.ts';
import { fold, foldTitle } from './fold.ts';
import type { Kpi } from './kolada/kpi.ts';

/** Something that can be named in a file: by its codes, keys and titles. */
type Named = { readonly id: number; readonly names: readonly string[] };

export type NamedMeasure = Named &
  Pick<Kpi, 'unit' | 'isShare' | 'endedAfter' | 'about'> & { readonly isKolada: boolean };
export type NamedPlace = Named & { readonly kind: Place['kind'] };

/** All that a file may name, and what it means. */
export type Catalogue = {
  readonly measures: readonly NamedMeasure[];
  readonly places: readonly NamedPlace[];
  /** Place of the kommun itself, for rows that name none. */
  readonly kommunPlace: number;
};

/** What the name of a group's mean ends with: unweighted, so never to be taken for riket. */
export const UNWEIGHTED = '(ovägt medel)';

/** The name of a group with its mark. */
export const unweighted = (name: string): string =>
  name.includes(UNWEIGHTED) ? name : `${name} ${UNWEIGHTED}`;

/** Gnesta of "Gnesta kommun"; Härnösand of "Härnösands kommun", and Härnösands, for who can tell. */
function bareNames(name: string): readonly string[] {
  const bare = /^(.+) (?:kommun|stad)$/i.exec(name)?.[1];
  if (bare === undefined) return [name];
  return [bare, ...(bare.endsWith('s') ? [bare.slice(0, -1)] : [])];
}

const kommunNames = (name: string) =>
  bareNames(name).flatMap((bare) => [
    bare,
    `${bare} kommun`,
    `${bare}s kommun`,
    `${bare} stad`,
    `${bare}s stad`,
  ]);

const SPELLINGS_OF: Readonly<Partial<Record<Place['kind'], (name: string) => readonly string[]>>> =
  {
    kommun: kommunNames,
    group: (name) => [name.replace(UNWEIGHTED, '').trim()],
  };

/** "Härnösands kommun", "Solna stad" and "Solna" are one; a group is one with and without its mark. */
export const placeNames = ({ kind, code, name }: Pick<Place, 'kind' | 'code' | 'name'>) => [
  ...(code === null ? [] : [code]),
  name,
  ...(SPELLINGS_OF[kind]?.(name) ?? []),
];

export type Lookup<T> = (name: string) => readonly T[];

function indexBy<T extends Named>(named: readonly T[], spell: (name: string) => string) {
  const index = new Map<string, Set<T>>();
  for (const one of named) {
    for (const name of one.names.map(spell)) {
      const same = index.get(name);
      if (same) same.add(one);
      else index.set(name, new Set([one]));
    }
  }
  return index;
}

const exactly = (name: string) => name.normalize('NFC').trim();
const SPELLINGS = [exactly, fold, foldTitle];

/** As written if anything is called so, else whatever the case and blanks, else as an old title. */
export function lookupIn<T extends Named>(named: readonly T[]): Lookup<T> {
  const indexes = SPELLINGS.map((spell) => ({ spell, index: indexBy(named, spell) }));
  return (name) => {
    for (const { spell, index } of indexes) {
      const found = index.get(spell(name));
      if (found) return [...found];
    }
    return [];
  };
}
