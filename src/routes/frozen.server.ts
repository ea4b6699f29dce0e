import { error } from '@sveltejs/kit';
import type { Version } from '#lib/domain/decisions.ts';
import type { Kommun, Namnd, NamndOccasion } from '#lib/domain/model.ts';
import { readDecisions } from '#lib/server/decisions.ts';
import type { Asked } from './guard.server.ts';
import { assessedOr404, idOr404, standingOr404 } from './guard.server.ts';

/** A version that somebody may have, and whether it was locked by mistake. */
export type FrozenAt = {
  readonly kommun: Kommun;
  readonly namnd: Namnd;
  readonly occasion: NamndOccasion;
  readonly version: Version;
  readonly isMistaken: boolean;
};

type AskedVersion = Asked & { readonly params: { readonly version: string } };

/** The version of an address, also one that was locked by mistake: it says so itself. */
export function frozenOr404(asked: AskedVersion): FrozenAt {
  const number = idOr404(asked.params.version);
  const standing = standingOr404(asked);
  const { kommun, namnd, occasion } = assessedOr404(standing);
  const decisions = readDecisions(asked.locals.db, { namnd: namnd.id, occasion: occasion.id });
  const isHere = ({ version }: Version) => version === number;
  const mistaken = decisions.mistaken.find(isHere);
  const version = decisions.versions.find(isHere) ?? mistaken;
  if (!version) error(404, `${namnd.name} har ingen låst version ${number} av det tillfället.`);
  return { kommun, namnd, occasion, version, isMistaken: version === mistaken };
}

/** The name of its file: plain letters, for keys and slugs are. */
export const fileNameOf = ({ kommun, namnd, occasion, version, isMistaken }: FrozenAt): string =>
  `${kommun.slug}-${namnd.slug}-${occasion.key}-version-${version.version}${isMistaken ? '-last-av-misstag' : ''}.json`;
