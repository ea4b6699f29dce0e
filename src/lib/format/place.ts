import type { Place } from '#lib/domain/snapshot.ts';

const UNWEIGHTED = 'ovägt medel';

/** A place by name; a group of Kolada's, which has no code of its own, with how its mean is made. */
export const placeWord = ({ kind, code, name }: Pick<Place, 'kind' | 'code' | 'name'>): string =>
  kind === 'group' && code === null && !name.includes(UNWEIGHTED)
    ? `${name} (${UNWEIGHTED})`
    : name;
