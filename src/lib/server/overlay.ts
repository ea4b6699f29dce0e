import { keyOf } from '#lib/domain/difference.ts';
import type { Observation, ValueSource } from '#lib/domain/observation.ts';
import type { PeerValue } from '#lib/domain/snapshot.ts';
import type { Resolution, ResolvedObservation } from '#lib/ingest/resolve.ts';

type Peer = Omit<PeerValue, 'value'> & { readonly value: number | null };

/** The values of a file that is not stored, to be laid over what is seen. */
export type Overlay = {
  /** Those that a kommun shows: of itself and its units, riket and groups. */
  readonly own: readonly Observation[];
  /** The rest: of other kommuner. */
  readonly elsewhere: number;
  /** Of kommuner, by measure and period: what a rank is made of; null takes a value away. */
  readonly peers: ReadonlyMap<string, readonly Peer[]>;
};

const peerKey = ({ measure, period }: Pick<PeerValue, 'measure' | 'period'>) =>
  `${measure} ${period}`;

const isOfPeers = ({ said }: ResolvedObservation) =>
  said.sex === 'T' && said.breakdown === '' && said.kind === 'utfall';

/** The values of a file, apart by whether the kommun shows them; what is ranked alone of the others. */
export function overlayOf(
  { observations: rows }: Pick<Resolution, 'observations'>,
  source: Omit<ValueSource, 'line' | 'column'>,
  ownPlaces: ReadonlySet<number>,
  ranked: ReadonlySet<number>,
): Overlay {
  const own: Observation[] = [];
  const peers = new Map<string, Peer[]>();
  let elsewhere = 0;
  const rank = ({ measure, place, period, said }: ResolvedObservation) => {
    const one = { measure, place, period: period.text, value: said.value };
    const known = peers.get(peerKey(one));
    if (known) known.push(one);
    else peers.set(peerKey(one), [one]);
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows.at(at);
    const { said, ...about } = row;
    if (ranked.has(row.measure) && isOfPeers(row)) rank(row);
    // Below 0 is a unit that is made with the file, or a group: the kommun's to show.
    if (row.place < 0 || ownPlaces.has(row.place)) {
      const { line, column, ...rest } = said;
      // What the row means last: as it was read it still has its names.
      own.push({ ...rest, ...about, source: { ...source, line, column } });
    } else elsewhere += 1;
  }
  return { own, elsewhere, peers };
}

/** What is seen once the file lies over it. */
export function overlaid(
  seen: readonly Observation[],
  { own }: Pick<Overlay, 'own'>,
  measures: ReadonlySet<number>,
): Observation[] {
  const newest = new Map(seen.map((one) => [keyOf(one), one]));
  for (const one of own) if (measures.has(one.measure)) newest.set(keyOf(one), one);
  return [...newest.values()];
}

/** The same for what is ranked. */
export function overlaidPeers(
  seen: readonly PeerValue[],
  { peers }: Overlay,
  wanted: readonly Pick<PeerValue, 'measure' | 'period'>[],
  kommuner: ReadonlySet<number>,
): PeerValue[] {
  const newest = new Map(seen.map((one): [string, Peer] => [`${peerKey(one)} ${one.place}`, one]));
  for (const one of wanted.flatMap((each) => peers.get(peerKey(each)) ?? [])) {
    if (kommuner.has(one.place)) newest.set(`${peerKey(one)} ${one.place}`, one);
  }
  return [...newest.values()].flatMap(({ value, ...one }) =>
    value === null ? [] : [{ ...one, value }],
  );
}
