import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { isFault, SEVERITY } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { unanswered } from '#lib/domain/question.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import * as observationRows from '#lib/server/db/observation-rows.ts';
import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { examine } from '#lib/server/examine.ts';
import type { Examined } from '#lib/server/examine.ts';
import { storeUpload } from '#lib/server/store-upload.ts';
import { aboutOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { World } from './world.ts';

/* A file through the door: examined, stored if it can be, seen, and taken back. */

const ACTOR: Actor = { name: 'Prov', role: 'administrator', via: 'command' };
const NOW = new Date('2026-01-01T00:00:00.000Z');

const fileOf = (bytes: Uint8Array) => ({ name: 'fil.csv', bytes });

export const examined = (world: World, bytes: Uint8Array, choices: Choices = NO_CHOICES) =>
  examine(world.db, world.kommun, fileOf(bytes), choices);

/** Does something to the database, and undoes it. */
function undone<T>({ db }: World, work: () => T): T {
  db.$client.exec('BEGIN IMMEDIATE');
  try {
    return work();
  } finally {
    db.$client.exec('ROLLBACK');
  }
}

const MEASURES = 'SELECT DISTINCT measure FROM observation';

/** Every value that is seen when a file has been stored, by what it is about. */
export const storedFrom = (world: World, bytes: Uint8Array, one: Examined) =>
  undone(world, (): ReadonlyMap<string, SeenValue> => {
    const { db, kommun } = world;
    const packed = uploads.pack(bytes);
    storeUpload(db, ACTOR, NOW, kommun, { name: 'fil.csv', packed }, one);
    const ids = db.$client.prepare(MEASURES).pluck().all() as number[];
    const seen = new Map<string, SeenValue>();
    observationRows.eachSeen(db, uploads.visible(db, kommun.id), ids, (value) => {
      seen.set(aboutOf(value), value);
    });
    return seen;
  });

/** What keeps a file out, with what has been answered. */
export const stopsOf = ({ problems, choices }: Examined): readonly Problem[] =>
  unanswered(problems, choices.answers).filter(
    (one) => isFault(one) || SEVERITY[one.code] === 'ask' || one.code === 'no-period',
  );

/** Binary fractions show in what has been worked out. */
const rounded = ({ value, ...rest }: SeenValue) =>
  JSON.stringify({ ...rest, value: value === null ? null : Number(value.toFixed(8)) });

/** What was stored that the table does not say, and what it says that was not. */
function differences({ known, layout }: Sheet, seen: ReadonlyMap<string, SeenValue>): string[] {
  const textOf = layout.startsWith('hme') ? rounded : JSON.stringify;
  const inOrder = (one: SeenValue) =>
    textOf(
      Object.fromEntries(
        Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ) as unknown as SeenValue,
    );
  const wanted = new Map(known.map((one) => [aboutOf(one), one]));
  const odd = [...seen].filter(([about, one]) => {
    const same = wanted.get(about);
    return same === undefined || inOrder(same) !== inOrder(one);
  });
  const lost = known.filter((one) => !seen.has(aboutOf(one)));
  return [
    ...odd.map(([about, one]) => {
      const same = wanted.get(about);
      return `stored ${JSON.stringify(one)}, table ${same ? JSON.stringify(same) : 'nothing'}`;
    }),
    ...lost.map((one) => `lost ${JSON.stringify(one)}`),
  ];
}

export type Answered = {
  readonly outcome: 'stored' | 'stored-when-answered' | 'refused';
  readonly stops: readonly Problem['code'][];
  readonly faults: readonly string[];
};

/** Stored equals the table, or the file is stopped by a doubt that the table gives; then by its answer. */
export function checkSheet(world: World, sheet: Sheet, bytes: Uint8Array): Answered {
  const first = examined(world, bytes);
  if (first.isStorable) {
    const faults = differences(sheet, storedFrom(world, bytes, first));
    return { outcome: 'stored', stops: [], faults };
  }
  const stops = [...new Set(stopsOf(first).map(({ code }) => code))];
  const isMeant = stops.every((code) => sheet.mayStop.includes(code));
  if (stops.length === 0 || !isMeant) {
    const why = stops.length === 0 ? 'without a reason' : `for ${JSON.stringify(stopsOf(first))}`;
    return { outcome: 'refused', stops, faults: [`refused ${why}`] };
  }
  const again = examined(world, bytes, { ...NO_CHOICES, answers: sheet.answers });
  if (!again.isStorable) return { outcome: 'refused', stops, faults: [] };
  const faults = differences(sheet, storedFrom(world, bytes, again));
  return { outcome: 'stored-when-answered', stops, faults };
}
