import { placeNames } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { KPIS, PLACES } from './kolada/lists.ts';
import { matchMeasures, matchPlaces } from './match.ts';
import type { ReadObservation } from './layouts/layout.ts';
import type { Rows } from './rows.ts';
import { survey } from './survey.ts';

/** What the product's own short lists know of an observation, without any database. */
export type Shortlisted = {
  readonly kpi: { readonly code: string; readonly title: string } | null;
  readonly unit: { readonly code: string; readonly name: string } | null;
};

/** Ids are places in the lists, counted from 1. */
const CATALOGUE: Catalogue = {
  kommunPlace: 0,
  measures: KPIS.map((kpi, at) => ({
    id: at + 1,
    names: [kpi.code, kpi.title, ...kpi.oldTitles],
    unit: kpi.unit,
    isShare: kpi.isShare,
    endedAfter: kpi.endedAfter,
    about: kpi.about,
    isKolada: true,
  })),
  places: PLACES.map((place, at) => ({ id: at + 1, kind: place.kind, names: placeNames(place) })),
};

export function shortlist(rows: Rows<ReadObservation>): (row: number) => Shortlisted {
  const names = survey(rows);
  const places = matchPlaces(names.places, CATALOGUE);
  const measures = matchMeasures(names, places, CATALOGUE, true);
  return (row) => {
    const measure = measures[names.indicators.codes[row]!]!;
    const place = places[names.places.codes[row]!]!;
    return {
      kpi: 'entry' in measure ? KPIS[measure.entry.id - 1]! : null,
      unit: 'entry' in place ? PLACES[place.entry.id - 1]! : null,
    };
  };
}
