import type { Kommun } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import { placeNames } from '#lib/ingest/catalogue.ts';
import type { Catalogue, NamedMeasure } from '#lib/ingest/catalogue.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as measures from './db/measures.ts';
import * as places from './db/places.ts';

/** What the indicators of a kommun are called, by the measure they mean. */
function indicatorNames(db: Db, kommun: number): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  for (const { measure, key, title, short } of indicators.names(db, kommun)) {
    const known = names.get(measure) ?? [];
    names.set(measure, [...known, key, title, ...(short === null ? [] : [short])]);
  }
  return names;
}

const namedMeasure = (own: readonly string[], one: measures.KnownMeasure): NamedMeasure => ({
  id: one.id,
  names: [one.code, one.title, ...one.oldTitles, ...own],
  unit: one.unit,
  isShare: one.isShare,
  endedAfter: one.endedAfter,
  about: one.about,
  isKolada: one.source === 'kolada',
});

/** What a kommun's files may name: measures by code, indicator key or title, and places. */
export function readCatalogue(db: Db, kommun: Kommun): Catalogue {
  const kommunPlace = places.readKommun(db, kommun.code);
  invariant(kommunPlace, `${kommun.slug} is a place`);
  const own = indicatorNames(db, kommun.id);
  return {
    kommunPlace: kommunPlace.id,
    measures: measures.list(db, kommun.id).map((one) => namedMeasure(own.get(one.id) ?? [], one)),
    places: places
      .list(db, kommun.id)
      .map(({ id, kind, code, name }) => ({ id, kind, names: placeNames({ kind, code, name }) })),
  };
}
