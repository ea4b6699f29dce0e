import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTOR, closing, gnestaDb, gnestaIn, NOW, SEEDS, tempDir } from '../../../tests/db.ts';
import { readAssessed } from './assessed.ts';
import { openDb } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as kommuner from './db/kommuner.ts';
import { write } from './db/write.ts';
import { importUpload } from './import-upload.ts';

const APPENDIX = readFileSync(join(SEEDS, 'gnesta', '4-bilaga-1-delar-2023.csv'), 'utf8');

const assessedIn = (db: Db) => {
  const { kommun, namnd, occasion } = gnestaIn(db);
  return readAssessed(db, kommun, namnd, occasion);
};

const valueIn = (db: Db) => {
  const { current } = assessedIn(db).indicators[0]!;
  return current.kind === 'value' ? current.observation.value : current.kind;
};

const loadChanged = (db: Db, value: string) =>
  importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, {
    name: 'rättad.csv',
    bytes: Buffer.from(APPENDIX.replace(';102;', `;${value};`)),
  });

const touch = (db: Db, kommun: number | null) =>
  write(db, ACTOR, NOW, () => ({
    result: null,
    change: {
      kommun,
      namnd: null,
      action: 'a',
      entity: 'b',
      entityId: 'c',
      before: null,
      after: null,
      reason: null,
    },
  }));

test('what is assessed is kept while nothing changes', () => {
  const db = gnestaDb();
  expect(assessedIn(db)).toBe(assessedIn(db));
});

test('a change of the kommun, or of what is shared, makes it read again', () => {
  const db = gnestaDb();
  const first = assessedIn(db);
  touch(db, gnestaIn(db).kommun.id);
  const second = assessedIn(db);
  touch(db, null);
  const third = assessedIn(db);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(third).toEqual(first);
});

test('a change of another kommun does not', () => {
  const db = gnestaDb();
  const other = kommuner.insert(db, { code: '0184', slug: 'solna', name: 'Solna', isPublic: true });
  const first = assessedIn(db);
  touch(db, other);
  expect(assessedIn(db)).toBe(first);
});

test('a change that is taken back does not', () => {
  const db = gnestaDb();
  const first = assessedIn(db);
  const work = () =>
    write(db, ACTOR, NOW, () => {
      throw new Error('nej');
    });
  expect(work).toThrow('nej');
  expect(assessedIn(db)).toBe(first);
});

test('what is tried changes nothing that is shown', () => {
  const db = gnestaDb();
  const first = assessedIn(db);
  const file = { name: 'a.csv', bytes: Buffer.from(APPENDIX.replace(';102;', ';89;')) };
  importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, file, { isTrial: true });
  expect(assessedIn(db)).toBe(first);
});

test('a write from another connection shows at the next read', () => {
  const path = join(tempDir(), 'fyren.db');
  gnestaDb().$client.exec(`VACUUM INTO '${path}'`);
  const [reader, writer] = [closing(openDb(path)), closing(openDb(path))];
  expect(valueIn(reader)).toBe(102);
  expect(loadChanged(writer, '89').outcome).toBe('stored');
  expect(valueIn(reader)).toBe(89);
  expect(valueIn(writer)).toBe(89);
});

test('two occasions of a nämnd are kept apart', () => {
  const db = gnestaDb();
  const { kommun, namnd, occasion } = gnestaIn(db);
  const later = { ...occasion, id: occasion.forecasts!, kind: 'ar', cutoffOn: '2023-12-31' };
  const [first, second] = [occasion, later].map((one) => readAssessed(db, kommun, namnd, one));
  expect(first!.occasion.id).not.toBe(second!.occasion.id);
  expect(second!.goals.every((one) => one.state?.kind !== 'step')).toBe(true);
  expect(readAssessed(db, kommun, namnd, occasion)).toBe(first);
});
