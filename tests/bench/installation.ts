import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Kommun } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import { KPIS, PLACES } from '#lib/ingest/kolada/lists.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import type { UploadReport } from '#lib/server/import-upload.ts';
import type { Figures } from './data.ts';

const ACTOR: Actor = { person: null, name: 'Mätning', role: 'administrator', via: 'command' };
const NOW = new Date('2026-01-01T00:00:00.000Z');

/** As many nyckeltal as the product knows, and every kommun, for the years before 2026. */
export const figuresOf = (kpis: number, years: number): Figures => ({
  kpis: KPIS.slice(0, kpis).map(({ code }) => code),
  kommuner: PLACES.flatMap(({ kind, code }) => (kind === 'kommun' ? [code] : [])),
  years: Array.from({ length: years }, (_, at) => 2026 - years + at),
});

export type Installation = { readonly db: Db; readonly kommun: Kommun };

/** The installation of a folder, made with one kommun and no values if there is none. */
export function install(folder: string): Installation {
  const db = openDb(join(folder, 'fyren.db'));
  migrateDb(db, resolve('drizzle'));
  const known = kommuner.read(db, 'gnesta');
  if (known) return { db, kommun: known };
  kommuner.insert(db, { code: '0461', slug: 'gnesta', name: 'Gnesta', isPublic: true });
  const kommun = kommuner.read(db, 'gnesta');
  invariant(kommun, 'Gnesta was just made');
  return { db, kommun };
}

/** Reads a file in by the one door. What is asked about is answered yes: these are no real figures. */
export function load({ db, kommun }: Installation, path: string): UploadReport {
  const file = { name: 'kolada.csv', bytes: readFileSync(path) };
  const report = importUpload(db, ACTOR, NOW, kommun, file);
  invariant(report.outcome === 'stored', JSON.stringify(report.problems.slice(0, 3)));
  return report;
}
