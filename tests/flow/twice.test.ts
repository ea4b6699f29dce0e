import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Choices } from '#lib/domain/choices.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type { PreviewReport } from '#lib/domain/preview.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from '#lib/server/db/client.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { lookAt, storeIt, waitWith } from '../reading.ts';

/*
 * Every collected file that is accepted once its names, its period and, of a table that nobody knows,
 * its columns are told as they look: read in once, and once more, when it changes nothing.
 */

const FOLDERS = ['tests/fixtures/formats', 'tests/fixtures/bugs'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({ folder, name })),
);

const told = (report: PreviewReport, of: 'indicator' | 'place') =>
  Object.fromEntries(
    report.names.filter((one) => one.of === of).map(({ name }) => [name, 'new' as const]),
  );

/** What a person answers who takes everything as it looks. */
function answersTo(report: PreviewReport, before: Partial<Choices>): Partial<Choices> {
  const { columns } = report;
  const isOpen = columns !== null && columns.by !== 'known';
  const mapping = isOpen
    ? { ...columns.mapping, told: { ...columns.mapping.told, indicator: 'Mått' } }
    : null;
  return {
    ...{ period: '2024', mapping: before.mapping ?? mapping },
    // A measure that a file makes has no unit yet, whatever sign its figures have.
    answers: { 'unit-differs': 'as-written' },
    indicators: { ...before.indicators, ...told(report, 'indicator') },
    places: { ...before.places, ...told(report, 'place') },
  };
}

type File = (typeof FILES)[number];

function look(db: Db, kommun: Kommun, { folder, name }: File, choices: Partial<Choices>) {
  const bytes = readFileSync(join(folder, name));
  const id = waitWith(db, kommun, bytes, { name, choices });
  const report = lookAt(db, kommun, id);
  invariant(report, 'the file waits');
  return { id, report };
}

/** Null where it is not taken, whatever is answered. */
function readyWith(db: Db, kommun: Kommun, file: File) {
  let choices: Partial<Choices> = {};
  for (let round = 0; round < 3; round += 1) {
    const { id, report } = look(db, kommun, file, choices);
    if (report.outcome === 'ready' || report.outcome === 'already-stored')
      return { id, report, choices };
    choices = answersTo(report, choices);
  }
  return null;
}

/** What it says the second time; null where it is not taken. */
function secondTime(db: Db, kommun: Kommun, file: File): PreviewReport | null {
  const ready = readyWith(db, kommun, file);
  if (ready?.report.outcome === 'ready') storeIt(db, kommun, ready.id);
  return ready && look(db, kommun, file, ready.choices).report;
}

test('every file that is accepted gives 0 new and 0 changed the second time', () => {
  const found = FILES.flatMap((file) => {
    const db = gnestaDb();
    const report = secondTime(db, gnestaIn(db).kommun, file);
    return report ? [{ name: file.name, outcome: report.outcome, ...report.difference }] : [];
  });
  expect(found.length).toBeGreaterThanOrEqual(60);
  const isNews = (one: (typeof found)[number]) =>
    one.outcome !== 'already-stored' || one.new + one.changed > 0;
  expect(found.filter(isNews)).toEqual([]);
}, 60_000);
