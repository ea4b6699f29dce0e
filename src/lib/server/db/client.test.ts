import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closing, freshDb, tempDir } from '../../../../tests/db.ts';
import { inTransaction, openDb, readSettings, readTogether, wrongSettings } from './client.ts';
import * as kommuner from './kommuner.ts';

const KOMMUN = { code: '0461', slug: 'gnesta', name: 'Gnesta', isPublic: true };

const RIGHT = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  busy_timeout: 5000,
};

describe('the settings', () => {
  test('read back on a file, also when it is opened again', () => {
    const file = join(tempDir(), 'a.db');
    const first = openDb(file);
    expect(readSettings(first)).toEqual(RIGHT);
    first.$client.exec('CREATE TABLE a (b)');
    first.$client.close();
    const second = closing(openDb(file));
    expect(readSettings(second)).toEqual(RIGHT);
    expect(wrongSettings(second)).toEqual([]);
  });

  test('read back on two connections at once', () => {
    const file = join(tempDir(), 'a.db');
    const both = [closing(openDb(file)), closing(openDb(file))];
    expect(both.map(readSettings)).toEqual([RIGHT, RIGHT]);
  });

  test('are right in memory but for WAL', () => {
    const db = freshDb();
    expect(readSettings(db)).toEqual({ ...RIGHT, journal_mode: 'memory' });
    expect(wrongSettings(db)).toEqual([]);
  });

  test('that are wrong are named', () => {
    const db = freshDb();
    db.$client.pragma('synchronous = NORMAL');
    db.$client.pragma('foreign_keys = OFF');
    expect(wrongSettings(db)).toEqual(['synchronous', 'foreign_keys']);
  });
});

describe('what is no database', () => {
  test.each([
    ['a short text', 'hej'],
    ['a long text', 'Indikator;Period;Värde\n'.repeat(2000)],
  ])('%s is refused with a sentence and left as it was', (_, text) => {
    const file = join(tempDir(), 'fyren.db');
    writeFileSync(file, text);
    expect(() => openDb(file)).toThrow(`${file} är ingen databas.`);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('a folder is refused with a sentence', () => {
    const file = join(tempDir(), 'fyren.db');
    mkdirSync(file);
    expect(() => openDb(file)).toThrow(`${file} går inte att öppna.`);
  });

  test('an image of something else is refused', () => {
    expect(() => openDb(Buffer.from('hej'.repeat(400)))).toThrow(/är ingen databas|är en skadad/);
  });
});

describe('transactions', () => {
  test('take everything back on a throw, also what lies within', () => {
    const db = freshDb();
    const work = () =>
      inTransaction(db, () => {
        inTransaction(db, () => kommuner.insert(db, KOMMUN));
        throw new Error('nej');
      });
    expect(work).toThrow('nej');
    expect(kommuner.list(db)).toEqual([]);
  });

  test('that are async are not begun, and store nothing then or later', async () => {
    const db = freshDb();
    const insertTwo = async () => {
      kommuner.insert(db, KOMMUN);
      await Promise.resolve();
      kommuner.insert(db, { ...KOMMUN, code: '0184', slug: 'solna' });
    };
    expect(() => inTransaction(db, insertTwo)).toThrow('not async');
    expect(() => void readTogether(db, insertTwo)).toThrow('not async');
    await new Promise((later) => setTimeout(later));
    expect(kommuner.list(db)).toEqual([]);
  });

  test('of reading see one moment, whatever another connection writes', () => {
    const file = join(tempDir(), 'a.db');
    const writer = closing(openDb(file));
    const reader = closing(openDb(file));
    writer.$client.exec('CREATE TABLE a (b)');
    const count = () => reader.$client.prepare('SELECT count(*) FROM a').pluck().get();
    const seen = readTogether(reader, () => {
      const before = count();
      writer.$client.exec('INSERT INTO a VALUES (1)');
      return [before, count()];
    });
    expect(seen).toEqual([0, 0]);
    expect(count()).toBe(1);
  });
});
