import type { Place } from '#lib/domain/snapshot.ts';

const UNWEIGHTED = 'ovägt medel';

/** A place by name; a group always with how its mean is made. */
export const placeWord = ({ kind, name }: Pick<Place, 'kind' | 'name'>): string =>
  kind === 'group' && !name.includes(UNWEIGHTED) ? `${name} (${UNWEIGHTED})` : name;
