import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { ACTOR, closing, freshDb, MIGRATIONS, NOW, tempDir } from '../../../../tests/db.ts';
import { err, ok } from '#lib/domain/result.ts';
import { openDb } from './client.ts';
import type { Db } from './client.ts';
import * as kommuner from './kommuner.ts';
import { migrateDb } from './migrate.ts';
import { log } from './schema/who.ts';
import { CHAIN_START, hashOf, write, writeTogether } from './write.ts';
import type { Change, LogRow } from './write.ts';

const GNESTA = { code: '0461', slug: 'gnesta', name: 'Gnesta', isPublic: true };
const SOLNA = { code: '0184', slug: 'solna', name: 'Solna', isPublic: true };

const change = (kommun: number | null, fields: Partial<Change> = {}): Change => ({
  kommun,
  namnd: null,
  action: 'kommun.rename',
  entity: 'kommun',
  entityId: '1',
  before: null,
  after: null,
  reason: null,
  ...fields,
});

const rowsOf = (db: Db) => db.select().from(log).orderBy(asc(log.seq)).all();

/** A database with two kommuner, put there past the door so that the log is empty. */
function twoKommuner() {
  const db = freshDb();
  return { db, gnesta: kommuner.insert(db, GNESTA), solna: kommuner.insert(db, SOLNA) };
}

describe('a change', () => {
  test('is logged with who, when, what and why', () => {
    const { db, gnesta } = twoKommuner();
    const result = write(db, ACTOR, NOW, () => ({
      result: 'gjort',
      change: change(gnesta, { before: { name: 'Å' }, after: ['x', null], reason: 'stavfel' }),
    }));
    expect(result).toBe('gjort');
    expect(rowsOf(db)).toEqual([
      {
        seq: 1,
        at: '2023-09-20T08:00:00.000Z',
        person: null,
        actor: 'Prov',
        role: 'administrator',
        via: 'command',
        kommun: gnesta,
        namnd: null,
        action: 'kommun.rename',
        entity: 'kommun',
        entityId: '1',
        before: '{"name":"Å"}',
        after: '["x",null]',
        reason: 'stavfel',
        previousHash: CHAIN_START,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  test('is chained to the one before it by a hash of all its fields', () => {
    const { db, gnesta, solna } = twoKommuner();
    for (const kommun of [gnesta, solna, null]) {
      write(db, ACTOR, NOW, () => ({ result: null, change: change(kommun, { after: kommun }) }));
    }
    const rows = rowsOf(db);
    expect(rows.map((row) => row.previousHash)).toEqual([
      CHAIN_START,
      rows[0]!.hash,
      rows[1]!.hash,
    ]);
    expect(rows.map(({ seq: _seq, hash: _hash, ...row }) => hashOf(row))).toEqual(
      rows.map((row) => row.hash),
    );
  });

  test.each([
    'previousHash',
    'at',
    'actor',
    'role',
    'via',
    'kommun',
    'action',
    'entity',
    'entityId',
    'before',
    'after',
    'reason',
    'person',
    'namnd',
  ])('has another hash when %s is another', (field) => {
    const { db, gnesta } = twoKommuner();
    write(db, ACTOR, NOW, () => ({ result: null, change: change(gnesta) }));
    const { seq: _seq, hash, ...row } = rowsOf(db)[0]!;
    const isId = ['kommun', 'person', 'namnd'].includes(field);
    expect(hashOf({ ...row, [field]: isId ? 99 : 'annat' })).not.toBe(hash);
  });

  test.each([
    ['a kommun raises the revision of that one', 'gnesta', 'kommun', [1, 0]],
    ['nobody raises the revision of all', null, 'kommun', [1, 1]],
    ['an account in a kommun raises none', 'gnesta', 'person', [0, 0]],
    ['an account raises none', null, 'person', [0, 0]],
    ['who fetched the log raises none', null, 'log', [0, 0]],
  ] as const)('of %s', (_, slug, entity, expected) => {
    const { db, gnesta, solna } = twoKommuner();
    const of = slug === null ? null : gnesta;
    write(db, ACTOR, NOW, () => ({ result: null, change: change(of, { entity }) }));
    expect([gnesta, solna].map((id) => kommuner.revision(db, id))).toEqual(expected);
    expect(rowsOf(db)).toHaveLength(1);
  });

  test('that throws leaves nothing', () => {
    const { db, gnesta } = twoKommuner();
    const work = () =>
      write(db, ACTOR, NOW, () => {
        kommuner.insert(db, { ...GNESTA, code: '0188', slug: 'norrtalje' });
        throw new Error('nej');
      });
    expect(work).toThrow('nej');
    expect(kommuner.list(db)).toHaveLength(2);
    expect(rowsOf(db)).toEqual([]);
    expect(kommuner.revision(db, gnesta)).toBe(0);
  });

  test('that cannot be logged leaves nothing', () => {
    const { db } = twoKommuner();
    const work = () =>
      write(db, ACTOR, NOW, () => ({
        result: kommuner.insert(db, { ...GNESTA, code: '0188', slug: 'norrtalje' }),
        change: change(4711),
      }));
    expect(work).toThrow('FOREIGN KEY');
    expect(kommuner.list(db)).toHaveLength(2);
  });
});

describe('a row from before', () => {
  /** As rows were written when they had no nämnd, and before that no person. */
  const ROW: LogRow = {
    ...{ previousHash: CHAIN_START, at: '2023-09-20T08:00:00.000Z', actor: 'Prov' },
    ...{ role: 'administrator', via: 'command', person: null, kommun: 1, namnd: null },
    ...{ action: 'plan.import', entity: 'kommun', entityId: '0461' },
    ...{ before: null, after: '{"plans":["Å"]}', reason: null },
  };

  test.each([
    ['accounts', {}, '7c30d2c354b5954eaed1a0ecc365480478315423a47cbf86ee00f48bc68f363b'],
    ['nämnder', { person: 7 }, 'a3277be65d4a40184cb07d7189653594b48639af12dc6c7e09d0ca4a5340b7f9'],
  ])('the log knew of %s keeps its hash', (_, fields, hash) => {
    expect(hashOf({ ...ROW, ...fields })).toBe(hash);
  });

  test('has another hash once it has a nämnd, with a person and without', () => {
    const all = [{}, { person: 7 }, { namnd: 7 }, { person: 7, namnd: 7 }];
    expect(new Set(all.map((fields) => hashOf({ ...ROW, ...fields }))).size).toBe(4);
  });
});

describe('several changes together', () => {
  const rename = (db: Db, kommun: number) =>
    write(db, ACTOR, NOW, () => ({ result: kommun, change: change(kommun) }));

  test('are all kept when they go well', () => {
    const { db, gnesta, solna } = twoKommuner();
    expect(writeTogether(db, () => ok([rename(db, gnesta), rename(db, solna)]))).toEqual(
      ok([gnesta, solna]),
    );
    expect(rowsOf(db)).toHaveLength(2);
  });

  test('are all taken back on an error, which is given back', () => {
    const { db, gnesta } = twoKommuner();
    const result = writeTogether(db, () => {
      rename(db, gnesta);
      return err('trasig fil');
    });
    expect(result).toEqual(err('trasig fil'));
    expect(rowsOf(db)).toEqual([]);
    expect(kommuner.revision(db, gnesta)).toBe(0);
  });

  test('are all taken back on a throw, which goes on', () => {
    const { db, gnesta } = twoKommuner();
    const work = () =>
      writeTogether(db, () => {
        rename(db, gnesta);
        throw new Error('nej');
      });
    expect(work).toThrow('nej');
    expect(rowsOf(db)).toEqual([]);
    expect(db.$client.inTransaction).toBe(false);
  });
});

// Two processes at once -------------------------------------------------------------------------

/** B99 asks for so many by each. */
const TIMES = 200;
const here = (file: string) => pathToFileURL(join(import.meta.dirname, file)).href;

/** Reads a number, adds one and writes it back, through the door, when told to start. */
const INCREMENTER = `
  import { openDb } from '${here('client.ts')}';
  import * as kommuner from '${here('kommuner.ts')}';
  import { write } from '${here('write.ts')}';
  const db = openDb(process.argv[1]);
  const actor = { name: process.argv[2], role: 'administrator', via: 'command' };
  const change = ${JSON.stringify(change(1))};
  const increment = () => {
    const { name } = kommuner.read(db, 'gnesta');
    db.$client.prepare('UPDATE kommun SET name = ?').run(String(Number(name) + 1));
    return { result: null, change };
  };
  process.stdin.once('data', () => {
    for (let time = 0; time < ${TIMES}; time += 1) write(db, actor, new Date(), increment);
    db.$client.close();
    process.exit(0);
  });
  console.log('ready');
`;

async function startIncrementer(file: string, name: string) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', INCREMENTER, file, name],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let errors = '';
  child.stderr!.on('data', (text) => (errors += String(text)));
  await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
  return {
    run: async () => {
      child.stdin!.write('go\n');
      if (child.exitCode === null) await once(child, 'exit');
      return errors;
    },
  };
}

test('two processes that read and then write lose nothing and never find it busy', async () => {
  const file = join(tempDir(), 'fyren.db');
  const db = closing(openDb(file));
  migrateDb(db, MIGRATIONS);
  const id = kommuner.insert(db, { ...GNESTA, name: '0' });

  const children = await Promise.all(['ett', 'två'].map((name) => startIncrementer(file, name)));
  const errors = await Promise.all(children.map((child) => child.run()));

  expect(errors).toEqual(['', '']);
  expect(kommuner.read(db, 'gnesta')?.name).toBe(String(2 * TIMES));
  expect(kommuner.revision(db, id)).toBe(2 * TIMES);
  const rows = rowsOf(db);
  expect(rows).toHaveLength(2 * TIMES);
  expect(new Set(rows.map((row) => row.actor))).toEqual(new Set(['ett', 'två']));
  const broken = rows.filter((row, at) => row.previousHash !== (rows[at - 1]?.hash ?? CHAIN_START));
  expect(broken).toEqual([]);
}, 20_000);
