import { afterAll, expect, test } from 'vitest';
import type { LogFault } from '#lib/domain/log-fault.ts';
import { logFaultWords } from '#lib/format/log-faults.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as logRows from '#lib/server/db/log-rows.ts';
import type { LogRow } from '#lib/server/db/log-rows.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import { hashOf, write } from '#lib/server/db/write.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { ACTOR, closing, freshDb, MIGRATIONS } from '../db.ts';
import { pick, randomFrom, SEED, upTo } from './random.ts';
import type { Random } from './random.ts';

/*
 * A hundred changes of the log by who has the file and no scruples: triggers dropped, one thing done. Each is found,
 * and said to be where it was done.
 */

const ROWS = 60;
const KINDS = ['upload.store', 'comment.write', 'role.give'];
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));

/** A log as it grows: with and without kommun, nämnd and reason. */
function aLog(): Db {
  const db = openDb(':memory:');
  migrateDb(db, MIGRATIONS);
  const kommun = kommuner.insert(db, {
    code: '0461',
    slug: 'gnesta',
    name: 'Gnesta',
    isPublic: true,
  });
  const namnd = namnder.insert(db, {
    ...{
      kommun,
      slug: 'sn',
      name: 'Socialnämnden',
      short: 'SN',
      isFullmaktige: false,
      position: 0,
    },
  });
  db.$client.exec(
    "INSERT INTO person (id, name, email, email_folded, created_at) VALUES (1, 'Karin', 'k', 'k', '2026'), (2, 'Olle', 'o', 'o', '2026')",
  );
  for (let n = 1; n <= ROWS; n += 1) {
    const where = [
      { kommun, namnd },
      { kommun, namnd: null },
      { kommun: null, namnd: null },
    ][n % 3]!;
    write(db, { ...ACTOR, person: n % 2 ? 1 : null }, at(n), () => ({
      result: null,
      change: {
        ...{ ...where, action: KINDS[n % KINDS.length]!, entity: 'log', entityId: String(n) },
        ...{ before: n % 4 ? { n } : null, after: { n: n + 1 }, reason: n % 5 ? null : 'Rättat.' },
      },
    }));
  }
  return db;
}

const whole = aLog();
afterAll(() => whole.$client.close());
const IMAGE = whole.$client.serialize();

/** The whole log once more, with nothing that keeps it as it is. */
function unguarded(): Db {
  const db = closing(openDb(IMAGE));
  db.$client.exec(
    'DROP TRIGGER log_no_update; DROP TRIGGER log_no_delete; DROP TRIGGER log_indexed; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON',
  );
  // Put back as it was without its own rules, so that any row may have any hash while it is being changed.
  db.$client.exec(
    'CREATE TABLE loose AS SELECT * FROM log; DROP TABLE log; ALTER TABLE loose RENAME TO log',
  );
  return db;
}

/** Columns by their names in the database, and what each is changed to. */
const OTHER: Readonly<Record<string, readonly (string | number)[]>> = {
  at: ['2026-01-01T00:00:00.000Z', 'i går'],
  person: [2],
  actor: ['Någon annan'],
  role: ['lasare'],
  via: ['schedule'],
  kommun: [99],
  namnd: [99],
  action: ['plan.import'],
  entity: ['kommun'],
  entity_id: ['0'],
  before: ['{"n":0}', '"'],
  after: ['{"n":0}'],
  reason: ['Ett annat skäl.'],
  previous_hash: ['f'.repeat(64)],
  hash: ['f'.repeat(64)],
};

const set = (db: Db, seq: number, column: string, value: string | number) =>
  db.$client.prepare(`UPDATE log SET ${column} = ? WHERE seq = ?`).run(value, seq);

function rehash(db: Db, seq: number): void {
  const { seq: _seq, hash: _hash, ...row } = logRows.read(db, seq)!;
  set(db, seq, 'hash', hashOf(row));
}

/** What is done, the rows where it must be said to be, and what was written down before. */
type Planted = { readonly places: readonly number[]; readonly expected: boolean };

const inside = (random: Random) => 2 + upTo(random, ROWS - 4);
const moved = (db: Db, from: number, by: number) =>
  db.$client.exec(
    `UPDATE log SET seq = -seq WHERE seq >= ${from}; UPDATE log SET seq = -seq + ${by} WHERE seq < 0`,
  );

const PLANTS: Readonly<Record<string, (db: Db, random: Random) => Planted>> = {
  'an edit': (db, random) => {
    const [seq, column] = [1 + upTo(random, ROWS - 1), pick(random, Object.keys(OTHER))];
    set(db, seq, column, pick(random, OTHER[column]!));
    return { places: [seq], expected: false };
  },
  'an edit with its own hash made anew': (db, random) => {
    const seq = inside(random);
    const column = pick(
      random,
      Object.keys(OTHER).filter((one) => !one.includes('hash')),
    );
    set(db, seq, column, pick(random, OTHER[column]!));
    rehash(db, seq);
    return { places: [seq + 1], expected: false };
  },
  'an edit with every hash after it made anew': (db, random) => {
    const seq = inside(random);
    set(db, seq, 'after', '{"n":0}');
    rehash(db, seq);
    for (let next = seq + 1; next <= ROWS; next += 1) {
      set(db, next, 'previous_hash', logRows.read(db, next - 1)!.hash);
      rehash(db, next);
    }
    return { places: [ROWS], expected: true };
  },
  'an edit of the last, with its hash made anew': (db) => {
    set(db, ROWS, 'after', '{"n":0}');
    rehash(db, ROWS);
    return { places: [ROWS], expected: true };
  },
  'rows removed': (db, random) => {
    const seq = 1 + upTo(random, ROWS - 6);
    const last = seq + upTo(random, 3);
    db.$client.exec(`DELETE FROM log WHERE seq BETWEEN ${seq} AND ${last}`);
    return { places: [last + 1], expected: false };
  },
  'rows removed, and the numbers closed up': (db, random) => {
    const seq = inside(random);
    db.$client.exec(`DELETE FROM log WHERE seq = ${seq}`);
    moved(db, seq, -1);
    return { places: [seq], expected: false };
  },
  'two rows swapped': (db, random) => {
    const one = inside(random);
    const other = one + 1 + upTo(random, ROWS - one - 1);
    db.$client.exec(
      `UPDATE log SET seq = -1 WHERE seq = ${one}; UPDATE log SET seq = ${one} WHERE seq = ${other}; UPDATE log SET seq = ${other} WHERE seq = -1`,
    );
    return { places: [one, other], expected: false };
  },
  'a row put between': (db, random) => {
    const seq = inside(random);
    moved(db, seq, 1);
    const { hash: previousHash } = logRows.read(db, seq - 1)!;
    const fields = { ...(logRows.read(db, seq + 1) as LogRow), after: '{"n":0}', previousHash };
    const { seq: _seq, hash: _hash, ...row } = fields;
    db.$client.exec(
      `INSERT INTO log SELECT ${seq}, ${ALL_BUT_SEQ} FROM log WHERE seq = ${seq + 1}`,
    );
    set(db, seq, 'after', '{"n":0}');
    set(db, seq, 'previous_hash', previousHash);
    set(db, seq, 'hash', hashOf(row));
    return { places: [seq + 1], expected: false };
  },
  'a row put before the first': (db) => {
    db.$client.exec(`INSERT INTO log SELECT 0, ${ALL_BUT_SEQ} FROM log WHERE seq = 1`);
    return { places: [0, 1], expected: false };
  },
  'the last removed': (db, random) => {
    db.$client.exec(`DELETE FROM log WHERE seq > ${ROWS - 1 - upTo(random, 5)}`);
    return { places: [ROWS], expected: true };
  },
  'all removed': (db) => {
    db.$client.exec('DELETE FROM log');
    return { places: [ROWS], expected: true };
  },
};

const ALL_BUT_SEQ = (whole.$client.pragma('table_info(log)') as { name: string }[])
  .map(({ name }) => name)
  .filter((name) => name !== 'seq')
  .join(', ');

const NEWEST = logRows.newest(whole)!;
const placeOf = (fault: LogFault) => ('seq' in fault ? fault.seq : null);

test('a log that nobody has touched has no fault, with what was written down and without', () => {
  expect(verifyLog(whole, null)).toEqual({ rows: ROWS, newest: NEWEST, faults: [] });
  expect(verifyLog(whole, NEWEST).faults).toEqual([]);
  expect(verifyLog(unguarded(), NEWEST).faults).toEqual([]);
  expect(verifyLog(freshDb(), null)).toEqual({ rows: 0, newest: null, faults: [] });
});

test.each(Object.keys(PLANTS))('%s is found, ten times and where it was done', (kind) => {
  const random = randomFrom(SEED + kind.length);
  const missed = Array.from({ length: 10 }, () => {
    const db = unguarded();
    const { places, expected } = PLANTS[kind]!(db, random);
    const { faults } = verifyLog(db, expected ? NEWEST : null);
    const told = faults.map(placeOf);
    const sentences = faults.map(logFaultWords);
    const isPlaced = places.every((place) => told.includes(place));
    return isPlaced && sentences.every((one) => one.includes('ad ')) ? null : { places, told };
  }).filter((one) => one !== null);
  expect(missed).toEqual([]);
});

test.each(Object.keys(OTHER))('an edit of %s alone is found on its row', (column) => {
  const values = OTHER[column]!;
  const found = values.map((value) => {
    const db = unguarded();
    set(db, 30, column, value);
    return verifyLog(db, null).faults.some((fault) => placeOf(fault) === 30);
  });
  expect(found).toEqual(values.map(() => true));
});

test('every fault is told, not the first alone', () => {
  const db = unguarded();
  for (const seq of [10, 20, 30]) set(db, seq, 'reason', 'Ett annat skäl.');
  db.$client.exec('DELETE FROM log WHERE seq IN (40, 41)');
  expect(verifyLog(db, { seq: 50, hash: 'f'.repeat(64) }).faults.map(logFaultWords)).toEqual([
    'Rad 10 (2026-01-01 09:10:00) är ändrad: innehållet stämmer inte med radens fingeravtryck.',
    'Rad 20 (2026-01-01 09:20:00) är ändrad: innehållet stämmer inte med radens fingeravtryck.',
    'Rad 30 (2026-01-01 09:30:00) är ändrad: innehållet stämmer inte med radens fingeravtryck.',
    'Rad 40–41 fattas: nästa är rad 42 (2026-01-01 09:42:00).',
    'Rad 42 (2026-01-01 09:42:00) följer inte på raden före: någon av dem är ändrad, utbytt eller inskjuten, eller så fattas det rader emellan.',
    'Rad 50 (2026-01-01 09:50:00) har ett annat fingeravtryck än det som skrevs upp.',
  ]);
});
