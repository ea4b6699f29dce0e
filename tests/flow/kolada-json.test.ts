import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#lib/format/problems.ts';
import { changeSentence, outcomeSentence, storeWord } from '#lib/format/preview.ts';
import { understoodWords } from '#lib/format/reading.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as groups from '#lib/server/db/groups.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as measures from '#lib/server/db/measures.ts';
import * as observations from '#lib/server/db/observations.ts';
import * as places from '#lib/server/db/places.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { readSourceLine } from '#lib/server/source-line.ts';
import { run } from '#lib/server/tasks.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';

const FOLDER = 'tests/fixtures/formats';

const loadBytes = (db: Db, name: string, bytes: Uint8Array) =>
  importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, { name, bytes });
const loadFile = (db: Db, name: string) =>
  loadBytes(db, name, readFileSync(join(FOLDER, name)));
const page = (values: readonly unknown[], next: string | null = null) => ({
  ...{ values, next_url: next, previous_url: null, count: values.length },
});
const load = (db: Db, json: unknown) =>
  loadBytes(db, 'kolada.json', Buffer.from(JSON.stringify(json, null, 1)));

const row = (kpi: string, municipality: string, period: number, value: number | null) => ({
  values: [{ gender: 'T', count: 1, status: value === null ? 'Missing' : '', value }],
  ...{ kpi, period, municipality },
});
const seen = (db: Db, code: string) =>
  observations
    .list(db, gnestaIn(db).kommun.id, [measures.readShared(db, code)!.id])
    .map(({ period, state, value }) => [period.text, state, value]);
const logRows = (db: Db) => Number(db.$client.prepare('SELECT count(*) FROM log').pluck().get());
const actions = (db: Db) =>
  db.$client.prepare('SELECT action FROM log ORDER BY seq DESC LIMIT 1').pluck().get();

/** A file as somebody who chose it on the page sees it. */
function previewed(db: Db, json: unknown) {
  const { kommun } = gnestaIn(db);
  const bytes = Buffer.from(JSON.stringify(json));
  const id = previews.insert(
    db,
    { kommun: kommun.id, fileName: 'kolada.json', byName: 'Prov', byRole: 'administrator' },
    bytes,
    NO_CHOICES,
    NOW,
  );
  return { id, report: run(db, NOW, { kind: 'preview', kommun, ask: { preview: id } }, () => {})! };
}
