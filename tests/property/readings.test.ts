import { describe, expect, test } from 'vitest';
import type { ValueChange } from '#lib/domain/preview.ts';
import { stateChanges } from '#lib/domain/state-changes.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import { examine } from '#lib/server/examine.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { storeUpload } from '#lib/server/store-upload.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import type { Difference } from '#lib/domain/difference.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { lookAt, lookAtUndo, readIn, rowCounts, storeIt, undoIt, waitWith } from '../reading.ts';
import { randomFrom, SEED, shuffled, upTo } from './random.ts';
import { asText, randomFile, randomRows, spokenOf, valuesSeen } from './readings.ts';

const gnesta = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

type World = ReturnType<typeof gnesta>;

const assessedIn = ({ db, kommun, namnd, occasion }: World) =>
  readAssessed(db, kommun, namnd, occasion);

const titlesOf = (before: ReturnType<typeof assessedIn>, after: ReturnType<typeof assessedIn>) =>
  stateChanges(before, after).map((change) => {
    if (change.kind === 'indicator')
      return change.after.indicator.short ?? change.after.indicator.title;
    return change.kind === 'goal' ? change.after.title : change.after.activity.title;
  });

const UNDONE = 200;

test(`undoing the middle one of three leaves what the other two give, ${UNDONE} times, seed ${SEED}`, () => {
  const first = gnesta();
  const ids = spokenOf(first.db, first.kommun);
  for (let round = 0; round < UNDONE; round += 1) {
    const random = randomFrom(SEED + round);
    // Blank lines at the end, for the same file again would not be stored.
    const files = ['', '\n', '\n\n'].map((end) => {
      const bytes = Buffer.from(`${randomFile(random)}${end}`);
      const file = { name: 'fil.csv', bytes, packed: uploads.pack(bytes), isRedacted: false };
      // Read once for both worlds, which know the same names by the same ids.
      return { file, examined: examine(first.db, first.kommun, file) };
    });
    expect(files.every(({ examined }) => examined.isStorable)).toBe(true);
    const [three, two] = [gnesta(), gnesta()];
    const store = ({ db, kommun }: World, at: number) =>
      storeUpload(db, ACTOR, NOW, kommun, files[at]!.file, files[at]!.examined).upload as number;
    const [, middle] = [0, 1, 2].map((at) => store(three, at));
    undoIt(three.db, three.kommun, middle!);
    for (const at of [0, 2]) store(two, at);
    const [left, given] = [three, two].map(({ db, kommun }) => valuesSeen(db, kommun, ids));
    expect([SEED + round, left]).toEqual([SEED + round, given]);
    for (const { db } of [three, two]) db.$client.close();
  }
}, 120_000);

const TOLD = 20;

/** How many values became what, counted by looking before and after. */
function seenOtherwise(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  // What says the same elsewhere is unchanged, so the source and how it was printed are taken away.
  const said = (text: string) =>
    JSON.stringify({
      ...((JSON.parse(text) as [string, number, Record<string, unknown>])[2] ?? {}),
      printed: null,
    });
  const count = { new: 0, changed: 0, unchanged: 0, gone: 0 };
  for (const [key, text] of after) {
    const old = before.get(key);
    if (old === undefined) count.new += 1;
    else if (old !== text) count[said(old) === said(text) ? 'unchanged' : 'changed'] += 1;
  }
  for (const key of before.keys()) if (!after.has(key)) count.gone += 1;
  return count;
}

const countsOf = (changes: Partial<Record<ValueChange['kind'], { readonly count: number }>>) =>
  Object.fromEntries(
    Object.entries(changes)
      // Nothing is said of those: they are hidden, or shown again, for what stands beside them.
      .filter(([kind]) => kind !== 'beside')
      .map(([kind, { count }]) => [kind, count]),
  );

test(`what is told before reading in and undoing is what happens, ${TOLD} times, seed ${SEED}`, () => {
  for (let round = 0; round < TOLD; round += 1) {
    const random = randomFrom(SEED + round);
    const world = gnesta();
    const { db, kommun } = world;
    readIn(db, kommun, randomFile(random));
    const ids = spokenOf(db, kommun);
    const [seen, assessed] = [valuesSeen(db, kommun, ids), assessedIn(world)];

    const id = waitWith(db, kommun, randomFile(random, 12));
    const report = lookAt(db, kommun, id)!;
    expect(storeIt(db, kommun, id)).toBe(report.outcome === 'ready' ? 'stored' : 'already-stored');
    const [then, became] = [valuesSeen(db, kommun, ids), assessedIn(world)];
    const upload = uploads.ofPreview(db, kommun.id, id);
    if (!upload) continue;
    const about = `seed ${SEED + round}`;
    expect([about, upload.counts]).toEqual([about, report.difference]);
    const told = { gone: 0, ...countsOf(report.changes) };
    expect([about, told]).toEqual([about, seenOtherwise(seen, then)]);
    expect([about, told]).toMatchObject([about, report.difference satisfies Difference]);
    const titles = (states: readonly { readonly title: string }[]) =>
      states.map(({ title }) => title);
    expect([about, titles(report.states)]).toEqual([about, titlesOf(assessed, became)]);

    const undo = lookAtUndo(db, kommun, upload.id)!;
    undoIt(db, kommun, upload.id);
    const [after, finally_] = [valuesSeen(db, kommun, ids), assessedIn(world)];
    expect([about, { new: 0, unchanged: undo.unchanged, ...countsOf(undo.changes) }]).toEqual([
      about,
      seenOtherwise(then, after),
    ]);
    expect([about, titles(undo.states)]).toEqual([about, titlesOf(became, finally_)]);
    expect([about, after]).toEqual([about, seen]);
  }
}, 60_000);

describe('a fault anywhere stores nothing', () => {
  const FAULTY = 100;

  /** Rows that cannot be read, each in its own way; given one that can. */
  const FAULTS: readonly ((row: readonly string[]) => readonly string[])[] = [
    ([key, period]) => [key!, period!, 'sju', ''],
    ([key, period]) => [key!, period!, '7,,0', ''],
    ([key]) => [key!, '2023-T4', '7', ''],
    ([key]) => [key!, '23', '7', ''],
    ([, period]) => ['ind-9', period!, '7', ''],
    ([, period]) => ['', period!, '7', ''],
    ([key]) => [key!, '', '7', ''],
    ([key, period]) => [key!, period!, '7'],
    ([key, period]) => [key!, period!, '7', '', '', 'för många'],
    (row) => row,
    ([key, period]) => [key!, period!, '7', '"öppet citat'],
    ([key, period]) => [key!, period!, '1e400', ''],
  ];

  test(`${FAULTY} files with one bad row at a random place, seed ${SEED}`, () => {
    const { db, kommun } = gnesta();
    const ids = spokenOf(db, kommun);
    const seen = valuesSeen(db, kommun, ids);
    const before = rowCounts(db);
    for (let round = 0; round < FAULTY; round += 1) {
      const random = randomFrom(SEED + round);
      const rows = shuffled(random, randomRows(random, 20));
      const fault = FAULTS[round % FAULTS.length]!;
      const at = upTo(random, rows.length);
      const bad = fault(rows[upTo(random, rows.length - 1)]!);
      const text = asText([...rows.slice(0, at), bad, ...rows.slice(at)]);
      const about = `seed ${SEED + round}: ${bad.join(';')}`;
      const id = waitWith(db, kommun, text);
      expect([about, storeIt(db, kommun, id)]).toEqual([about, 'not-ready']);
      const bytes = Buffer.from(text);
      const { outcome, problems } = importUpload(db, ACTOR, NOW, kommun, { name: 'x', bytes });
      expect([about, outcome, problems.length > 0]).toEqual([about, 'refused', true]);
    }
    expect(rowCounts(db)).toEqual({ ...before, preview: FAULTY });
    expect(valuesSeen(db, kommun, ids)).toEqual(seen);
  }, 60_000);
});
