import type { Quarter, Rank } from '#lib/domain/ranking.ts';

/** "plats 73 av 264", "delad plats 2 av 7 i Liknande kommuner". Without a group: all kommuner. */
export function rankWords({ place, of, ties, group }: Rank): string {
  const words = `${ties > 0 ? 'delad plats' : 'plats'} ${place} av ${of}`;
  return group === undefined ? words : `${words} i ${group}`;
}

/** The product's own quarters, in words beside the value and never as its colour (DESIGN 5). */
export const QUARTER_WORDS: Readonly<Record<Quarter, string>> = {
  best: 'bland de 25 procent bästa',
  middle: 'varken bland de 25 procent bästa eller de 25 procent sämsta',
  worst: 'bland de 25 procent sämsta',
};
