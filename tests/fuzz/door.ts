import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { isFault, severityOf } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { unanswered } from '#lib/domain/question.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import * as observationRows from '#lib/server/db/observation-rows.ts';
import type { SeenValue } from '#lib/server/db/observation-rows.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { examine } from '#lib/server/examine.ts';
import type { Examined } from '#lib/server/examine.ts';
import { toArray } from '#lib/ingest/rows.ts';
import { storeUpload } from '#lib/server/store-upload.ts';
import { aboutOf } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { World } from './world.ts';

/* A file through the door: examined, stored if it can be, seen, and taken back. */

const ACTOR: Actor = { person: null, name: 'Prov', role: 'administrator', via: 'command' };
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
    storeUpload(db, ACTOR, NOW, kommun, { name: 'fil.csv', packed, isRedacted: false }, one);
    const ids = db.$client.prepare(MEASURES).pluck().all() as number[];
    const seen = new Map<string, SeenValue>();
    observationRows.eachSeen(db, uploads.visible(db, kommun.id), ids, (value) => {
      seen.set(aboutOf(value), value);
    });
    return seen;
  });

/** Every value that a file would give, as it was understood and without the database. */
function understoodFrom({ resolution }: Examined): ReadonlyMap<string, SeenValue> {
  const values = toArray(resolution.observations).map(({ measure, place, period, said }) => {
    const { printed: _printed, line: _line, column: _column, ...rest } = said;
    return { ...rest, measure, place, period: period.text };
  });
  return new Map(values.map((value) => [aboutOf(value), value]));
}

const UNKNOWN = 'unknown-layout';
/** No fault and no question, and yet nothing goes in. */
const KEEPING_OUT: readonly Problem['code'][] = ['no-period', UNKNOWN];

/** What keeps a file out, with what has been answered. */
export const stopsOf = ({ problems, choices }: Examined): readonly Problem[] =>
  unanswered(problems, choices.answers).filter(
    (one) => isFault(one) || severityOf(one) === 'ask' || KEEPING_OUT.includes(one.code),
  );

/** Binary fractions show in what has been worked out. */
const WORKED_OUT = /^(?:hme|osa|survey)/;
const NOISE = 1e-8;

/** Every field alike, but for a little in the value. */
const isAlike = (noise: number) => (a: SeenValue, b: SeenValue) =>
  (Object.keys(a) as (keyof SeenValue)[]).every((field) => {
    if (field !== 'value' || a.value === null || b.value === null) return a[field] === b[field];
    return Math.abs(a.value - b.value) <= noise;
  });

/** What was stored that the table does not say, and what it says that was not. */
function differences({ known, layout }: Sheet, seen: ReadonlyMap<string, SeenValue>): string[] {
  const isSame = isAlike(WORKED_OUT.test(layout) ? NOISE : 0);
  const wanted = new Map(known.map((one) => [aboutOf(one), one]));
  const odd = [...seen].filter(([about, one]) => {
    const same = wanted.get(about);
    return same === undefined || !isSame(same, one);
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
  readonly outcome: 'stored' | 'stored-when-answered' | 'refused' | 'spoilt';
  readonly stops: readonly Problem['code'][];
  readonly faults: readonly string[];
};

const codesOf = (one: Examined) => [...new Set(stopsOf(one).map(({ code }) => code))];

/** With a faulty row nothing goes in, whatever is answered, and the fault is told. */
function spoiltOutcome(
  world: World,
  { mustStop, mayStop, answers }: Sheet,
  bytes: Uint8Array,
  first: Examined,
): Answered {
  const again = examined(world, bytes, { ...NO_CHOICES, answers });
  const isKept = first.isStorable || again.isStorable;
  // A doubt without a right answer comes first: what is in doubt cannot be wrong yet. And a column of
  // figures with a word in it may be none that anybody knows.
  const isTold =
    codesOf(again).some((code) => code === mustStop) ||
    codesOf(again).every((code) => mayStop.includes(code) || code === UNKNOWN);
  const faults = [
    ...(isKept ? [`goes in in spite of ${mustStop}`] : []),
    ...(isTold ? [] : [`${mustStop} is not told of, but ${codesOf(again).join(', ')}`]),
  ];
  return { outcome: 'spoilt', stops: [], faults };
}

/** The values of a file, stored and seen or, which takes half the time, as they would be. */
export type Depth = 'stored' | 'understood';

/**
 * What is stored equals the table, or the file is stopped by a doubt that the table gives; then it
 * equals it when that is answered.
 */
export function checkSheet(
  world: World,
  sheet: Sheet,
  bytes: Uint8Array,
  depth: Depth = 'stored',
): Answered {
  const valuesOf = (one: Examined) =>
    depth === 'stored' ? storedFrom(world, bytes, one) : understoodFrom(one);
  const first = examined(world, bytes);
  if (sheet.mustStop !== null) return spoiltOutcome(world, sheet, bytes, first);
  if (first.isStorable) {
    const faults = differences(sheet, valuesOf(first));
    return { outcome: 'stored', stops: [], faults };
  }
  const stops = codesOf(first);
  const isMeant = stops.every((code) => sheet.mayStop.includes(code));
  if (stops.length === 0 || !isMeant) {
    const why = stops.length === 0 ? 'without a reason' : `for ${JSON.stringify(stopsOf(first))}`;
    return { outcome: 'refused', stops, faults: [`refused ${why}`] };
  }
  const again = examined(world, bytes, { ...NO_CHOICES, answers: sheet.answers });
  if (!again.isStorable) return { outcome: 'refused', stops, faults: [] };
  const faults = differences(sheet, valuesOf(again));
  return { outcome: 'stored-when-answered', stops, faults };
}
