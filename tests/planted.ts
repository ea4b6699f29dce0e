import { expect } from 'vitest';
import type { LogFault } from '#lib/domain/log-fault.ts';
import { invariant } from '#lib/domain/result.ts';
import { logFaultWords } from '#lib/format/log-faults.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { sha256Of } from '#lib/server/db/sha256.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { discardInterrupted } from '#lib/server/interrupted.ts';
import { markReady, saveJudgement, saveLifecycle, saveText } from '#lib/server/judge.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { saveParagraph } from '#lib/server/reports/write.ts';
import { eraseRemoved, removeBytes } from '#lib/server/remove-bytes.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { ACTOR, closing, gnestaIn, NOW, seededDb } from './db.ts';
import { correctIt, lockIt, publishIt, redateIt, reopenIt, unlockIt } from './publishing.ts';
import { readIn, undoIt } from './reading.ts';

/*
 * What the log tells of, changed by who has the file: everything that keeps it as it is taken off, one thing done, in the
 * tables and not in the log. Each is named.
 */

const fileOf = (value: number) => `Indikator;Period;Värde\nind-1;2024-H1;${value}\n`;

const PERSONAL = 'Indikator;Period;Värde;Kontakt\nind-1;2024-H1;6;berit@gnesta.se\n';

/**
 * Files: one that stays, one that is kept without what tells of persons, one that was undone, one that was cut off, and
 * one whose bytes were removed.
 */
function readFiles(db: Db, { kommun }: Ground): void {
  readIn(db, kommun, fileOf(7));
  const redacted = readIn(db, kommun, PERSONAL, { name: 'personer.csv' });
  invariant(uploads.isRedacted(db, redacted.file), 'it tells of a person');
  undoIt(db, kommun, readIn(db, kommun, fileOf(8)).id);
  const bytes = Buffer.from(fileOf(9));
  const by = { byName: 'Prov', byRole: 'administrator', loader: null } as const;
  uploads.open(
    db,
    { sha256: sha256Of(bytes), packed: uploads.pack(bytes) },
    {
      ...{ kommun: kommun.id, fileName: 'avbruten.csv', encoding: 'utf-8', layout: 'plain-long' },
      ...{ readerVersion: 1, ...by, createdAt: NOW.toISOString() },
    },
  );
  discardInterrupted(db, NOW);
  const removed = readIn(db, kommun, fileOf(10));
  const decision = { reason: 'Fel fil.', decision: 'SN § 9', decidedOn: '2023-09-20' };
  removeBytes(db, ACTOR, NOW, kommun, removed, decision);
  eraseRemoved(db, ACTOR, NOW);
}

/** Of everything that can be said two links, at an occasion that is open. */
function say(db: Db, { kommun, namnd }: Ground): void {
  const told = { kommun: kommun.id, key: 'oppet', kind: 'ar', title: 'Öppet', year: 2023 };
  const occasion = occasions.insert(db, { ...told, cutoffOn: '2023-12-31' });
  const at = { namnd: namnd.id, occasion };
  occasions.insertInNamnd(db, { ...at, phase: 'oppet' });
  const one = (sql: string) => db.$client.prepare(sql).pluck().get() as number;
  const goal = { kind: 'goal', id: one('SELECT max(id) FROM goal') } as const;
  const place = one('SELECT min(place) FROM judgement');
  const step = one("SELECT id FROM scale_step WHERE key = 'delvis'");
  const activity = one('SELECT min(id) FROM activity');
  const by = [db, ACTOR, NOW, kommun] as const;
  const lately = { ...at, atMeeting: false };
  const twice = (write: (base: number | null, isFirst: boolean) => { ok: boolean }) => {
    const first = write(null, true) as { ok: true; value: number };
    invariant(first.ok && write(first.value, false).ok, 'nobody was before');
  };
  const judged = { place, aspect: 'outcome', trend: null, reason: 'Så.', basis: '[1]' } as const;
  const steps = { said: { kind: 'step', step: 'delvis' }, step } as const;
  const not = { said: { kind: 'ej_utvarderad' }, step: null } as const;
  twice((base, isFirst) =>
    saveJudgement(...by, lately, { subject: goal, ...judged, ...(isFirst ? steps : not), base }),
  );
  twice((base, isFirst) => {
    const body = isFirst ? 'Det gick bra.' : 'Det gick sämre.';
    return saveText(...by, lately, { subject: goal, place, part: 'kommentar', body, base });
  });
  twice((base, isFirst) => {
    const lifecycle = isFirst ? 'under_way' : 'done';
    return saveLifecycle(...by, lately, { activity, lifecycle, startOn: null, endOn: null, base });
  });
  twice((base, isFirst) => {
    const told = { slot: { part: 'inledning', about: null }, draft: null, elsewhere: [], base };
    return saveParagraph(...by, at, { ...told, body: isFirst ? 'Kön är lång.' : 'Kön växer.' });
  });
  twice((base, isReady) => markReady(...by, at, { subject: goal, isReady, base }));
}

/**
 * Of an occasion that came published with its plan, step 1: locked by mistake (2) and taken back (3), locked (4) and put
 * right, opened (5), published anew (6, 8) and dated anew, twice, with an opening (7) between, and locked (9).
 */
function decide(db: Db, ground: Ground): void {
  const first = correctIt(db, lockIt(db, unlockIt(db, lockIt(db, ground))));
  const second = redateIt(db, publishIt(db, reopenIt(db, first)));
  lockIt(db, redateIt(db, publishIt(db, reopenIt(db, second))));
}

const whole = seededDb();
const ground = gnestaIn(whole) as Ground;
readFiles(whole, ground);
say(whole, ground);
decide(whole, ground);
const IMAGE = whole.$client.serialize();

/** Every kind of change that its log tells of. */
export const LOGGED_ACTIONS = whole.$client
  .prepare('SELECT DISTINCT action FROM log ORDER BY seq')
  .pluck()
  .all() as readonly string[];
whole.$client.close();

const TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";

/** The same once more, with nothing that keeps it as it is. */
export function unguarded(): Db {
  const db = closing(openDb(IMAGE));
  for (const name of db.$client.prepare(TRIGGERS).pluck().all() as string[])
    db.$client.exec(`DROP TRIGGER ${name}`);
  db.$client.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
  return db;
}

/** A fault in two words. */
export const brief = (fault: LogFault) =>
  `${fault.code} ${'what' in fault ? fault.what : ''}`.trim();

/** What is done, as SQL, and what is told of it. */
export type Plant = readonly [what: string, sql: string, told: readonly string[]];

/** What is told once it has been done, in short. */
export function toldOf(sql: string): string[] {
  const db = unguarded();
  db.$client.exec(sql);
  const { faults } = verifyLog(db, null);
  for (const fault of faults) expect(logFaultWords(fault)).not.toMatch(/undefined|NaN|null/);
  return faults.map(brief);
}
