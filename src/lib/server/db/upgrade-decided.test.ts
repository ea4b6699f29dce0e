import { expect, test } from 'vitest';
import { closing, MIGRATIONS } from '../../../../tests/db.ts';
import { migrationsUpTo, ROWS } from '../../../../tests/migrations.ts';
import { readDecisions } from '../decisions.ts';
import { openDb } from './client.ts';
import type { Db } from './client.ts';
import { migrateDb } from './migrate.ts';
import * as occasions from './occasions.ts';
import * as phaseChanges from './phase-changes.ts';

/* An occasion that was published, locked, opened and locked again by a program from before anything could be put right. */

const BY = `'Prov', 'administrator'`;
const published = (at: string, publishedOn: string, meetingOn: string) => `
  UPDATE namnd_occasion SET phase = 'publicerat', published_on = '${publishedOn}', meeting_on = '${meetingOn}';
  INSERT INTO phase_change (namnd, occasion, phase, by_name, by_role, at) VALUES (1, 1, 'publicerat', ${BY}, '${at}');
  INSERT INTO log (at, actor, role, via, kommun, action, entity, entity_id, after, previous_hash, hash)
    VALUES ('${at}', ${BY}, 'web', 1, 'occasion.publish', 'namnd_occasion', 'sn/ar',
    json_object('phase', 'publicerat', 'publishedOn', '${publishedOn}', 'meetingOn', '${meetingOn}'), '${at}', '${at}');`;
const locked = (number: number, at: string) => `
  INSERT INTO settlement (namnd, occasion, number, assessed, sha256, decided_on, paragraph, diarienummer, by_name, by_role, at)
    VALUES (1, 1, ${number}, x'7b7d', '${'a'.repeat(64)}', '2024-03-0${number}', '${number}', 'SN 1', ${BY}, '${at}');
  UPDATE namnd_occasion SET phase = 'last';
  INSERT INTO phase_change (namnd, occasion, phase, settlement, by_name, by_role, at) VALUES (1, 1, 'last', ${number}, ${BY}, '${at}');`;
const opened = (at: string) => `
  UPDATE namnd_occasion SET phase = 'oppet';
  INSERT INTO phase_change (namnd, occasion, phase, reason, by_name, by_role, at) VALUES (1, 1, 'oppet', 'Fel siffra.', ${BY}, '${at}');`;

const TWICE = [
  ROWS,
  published('2024-02-01T08:00:00.000Z', '2024-02-01', '2024-03-01'),
  locked(1, '2024-03-01T08:00:00.000Z'),
  opened('2024-03-02T08:00:00.000Z'),
  published('2024-03-03T08:00:00.000Z', '2024-03-02', '2024-03-02'),
  locked(2, '2024-03-04T08:00:00.000Z'),
].join('');

const AT = { namnd: 1, occasion: 1 };
const rowsIn = (db: Db, table: string) => db.$client.prepare(`SELECT * FROM ${table}`).all();

function asOf(last: number): Db {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(last));
  db.$client.exec(TWICE);
  return db;
}

const KEPT = ['settlement', 'phase_change', 'namnd_occasion', 'log', 'judgement'];

test.each([15, 17])(
  'what was decided by a program of %i is kept, and its steps told with their days',
  (last) => {
    const db = asOf(last);
    const before = KEPT.map((table) => rowsIn(db, table));
    migrateDb(db, MIGRATIONS);
    for (const [index, table] of KEPT.entries())
      expect(rowsIn(db, table), table).toMatchObject(before[index]!);
    expect(
      phaseChanges.list(db, AT).map((one) => [one.phase, one.publishedOn, one.meetingOn]),
    ).toEqual([
      ['publicerat', '2024-02-01', '2024-03-01'],
      ['last', null, null],
      ['oppet', null, null],
      ['publicerat', '2024-03-02', '2024-03-02'],
      ['last', null, null],
    ]);
    expect(readDecisions(db, AT)).toMatchObject({
      versions: [
        { version: 1, paragraph: '1', opened: { reason: 'Fel siffra.' }, corrected: null },
        { version: 2, paragraph: '2', opened: null, corrected: null },
      ],
      mistaken: [],
    });
    expect(occasions.listOfNamnd(db, 1)[0]?.decision).toEqual({
      ...{ version: 2, decidedOn: '2024-03-02', paragraph: '2', diarienummer: 'SN 1' },
    });
    expect(() => db.$client.exec("UPDATE phase_change SET at = ''")).toThrow('append-only');
    expect(db.$client.pragma('foreign_key_check')).toEqual([]);
  },
);

test('days of a step that the log does not tell of are those that stand, of the newest alone', () => {
  const db = closing(openDb(':memory:'));
  migrateDb(db, migrationsUpTo(15));
  db.$client.exec(TWICE.replaceAll("'occasion.publish'", "'x'"));
  migrateDb(db, MIGRATIONS);
  const days = phaseChanges.list(db, AT).map(({ publishedOn }) => publishedOn);
  expect(days).toEqual([null, null, null, '2024-03-02', null]);
});
