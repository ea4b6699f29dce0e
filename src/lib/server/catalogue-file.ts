import type { FileReading } from '#lib/ingest/read-file.ts';
import type { Db } from './db/client.ts';
import type { CatalogueChange } from './import-catalogue.ts';
import { examineGroups } from './import-groups.ts';
import { examineKpis } from './import-kpis.ts';
import { examinePlaces } from './import-places.ts';

type Named = Pick<FileReading, 'kpis' | 'places' | 'groups'>;

/** How many things a file names; 0 for a file of figures. */
export const namedIn = ({ kpis, places, groups }: Named): number =>
  kpis.length + places.length + groups.length;

/** What a file that names things would change; null for a file of figures. */
export function examineCatalogue(db: Db, reading: Named): CatalogueChange | null {
  if (reading.kpis.length > 0) return examineKpis(db, reading.kpis);
  if (reading.places.length > 0) return examinePlaces(db, reading.places);
  return reading.groups.length > 0 ? examineGroups(db, reading.groups) : null;
}
