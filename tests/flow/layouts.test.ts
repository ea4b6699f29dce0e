import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Choices } from '#lib/domain/choices.ts';
import * as measures from '#lib/server/db/measures.ts';
import { examine } from '#lib/server/examine.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { lookAt, readIn, waitWith } from '../reading.ts';

const FOLDER = 'tests/fixtures/formats';

const chosen = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, 'new' as const]));

/** The files of every layout beside our own and Kolada's, with what a new measure of them is. */
test.each([
  ['09-hme-per-respondent.csv', { source: 'hme', survey: null, unit: 'index' }],
  ['14b-scb-pxweb-medborgarundersokning-tab.csv', { source: 'own', survey: null, unit: '' }],
  ['15a-sjukfranvaro-obligatorisk-cp1252.csv', null],
  ['16-osa-enkat.csv', { source: 'survey', survey: 'osa', unit: '' }],
  ['17-insikt-nki.csv', null],
  ['18-excel-unicode-text-utf16le.txt', { source: 'own', survey: null, unit: '' }],
])('%s is read in, and changes nothing the second time', (file, rules) => {
  const db = gnestaDb();
  const { kommun } = gnestaIn(db);
  const bytes = readFileSync(join(FOLDER, file));
  const known = new Set(measures.list(db, kommun.id).map(({ id }) => id));
  const { resolution } = examine(db, kommun, { name: file, bytes });
  const unknown = (of: 'indicator' | 'place') =>
    resolution.names.filter((one) => one.of === of && one.to.kind === 'unknown');
  const choices: Partial<Choices> = {
    period: '2025',
    indicators: chosen(unknown('indicator').map(({ name }) => name)),
    places: chosen(unknown('place').map(({ name }) => name)),
  };
  const text = new Uint8Array(bytes);
  readIn(db, kommun, text, { choices });
  const again = lookAt(db, kommun, waitWith(db, kommun, text, { choices }));
  expect(again).toMatchObject({ outcome: 'already-stored', difference: { new: 0, changed: 0 } });
  expect(again!.difference.unchanged).toBeGreaterThan(0);
  const made = measures.list(db, kommun.id).filter(({ id }) => !known.has(id));
  for (const one of made) expect(one).toMatchObject(rules ?? {});
  expect(made.length > 0).toBe(rules !== null);
});
