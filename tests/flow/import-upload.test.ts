import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTOR, gnestaDb, gnestaIn, NOW, parsedPlanWith, SEEDS } from '../db.ts';
import { NO_CHOICES } from '../../src/lib/domain/choices.ts';
import type { Kommun } from '../../src/lib/domain/model.ts';
import { invariant } from '../../src/lib/domain/result.ts';
import { formatProblem } from '../../src/lib/format/problems.ts';
import { readAssessed } from '../../src/lib/server/assessed.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import * as indicators from '../../src/lib/server/db/indicators.ts';
import * as kommuner from '../../src/lib/server/db/kommuner.ts';
import * as measures from '../../src/lib/server/db/measures.ts';
import * as observationRows from '../../src/lib/server/db/observation-rows.ts';
import * as observations from '../../src/lib/server/db/observations.ts';
import * as uploads from '../../src/lib/server/db/uploads.ts';
import { examine } from '../../src/lib/server/examine.ts';
import { importUpload } from '../../src/lib/server/import-upload.ts';
import { toArray } from '../../src/lib/ingest/rows.ts';
import { importPlan } from '../../src/lib/server/plan/import.ts';

const APPENDIX = readFileSync(join(SEEDS, 'gnesta', '4-bilaga-1-delar-2023.csv'), 'utf8');

const asFile = (text: string, name = 'fil.csv') => ({ name, bytes: Buffer.from(text) });
const file = (...lines: string[]) => asFile(['Indikator;Period;Värde', ...lines, ''].join('\r\n'));

const load = (db: Db, text: string, kommun: Kommun = gnestaIn(db).kommun) =>
  importUpload(db, ACTOR, NOW, kommun, asFile(text));

const one = (db: Db, sql: string) => db.$client.prepare(sql).pluck().get();
const count = (db: Db, table: string) => Number(one(db, `SELECT count(*) FROM ${table}`));

/** What must not move when nothing is stored. */
const traces = (db: Db) => ({
  upload: count(db, 'upload'),
  upload_measure: count(db, 'upload_measure'),
  observation: count(db, 'observation'),
  stored_file: count(db, 'stored_file'),
  log: count(db, 'log'),
  revision: kommuner.revision(db, gnestaIn(db).kommun.id),
});

const measureOf = (db: Db, key: string): number => {
  const known = indicators.names(db, gnestaIn(db).kommun.id).find((row) => row.key === key);
  invariant(known, `${key} is an indicator`);
  return known.measure;
};

/** The value that Gnesta sees of an indicator for the first half of 2023. */
const seen = (db: Db, key: string, period = '2023-H1') =>
  observations
    .list(db, gnestaIn(db).kommun.id, [measureOf(db, key)])
    .find((row) => row.period.text === period && row.sex === 'T' && row.breakdown === '');

const assessedOf = (db: Db, key: string) => {
  const { kommun, namnd, occasion } = gnestaIn(db);
  return readAssessed(db, kommun, namnd, occasion).indicators.find(
    (row) => row.indicator.key === key,
  );
};

const open = (db: Db, bytes: string): number =>
  uploads.open(
    db,
    { sha256: bytes.repeat(64), packed: Buffer.from(bytes) },
    {
      kommun: gnestaIn(db).kommun.id,
      fileName: `${bytes}.csv`,
      encoding: 'utf-8',
      layout: 'plain-long',
      readerVersion: 1,
      byName: ACTOR.name,
      byRole: ACTOR.role,
      createdAt: NOW.toISOString(),
    },
  );

/** An upload that holds the rows of a file and is still loading. */
function openWith(db: Db, bytes: string, text: string): number {
  const id = open(db, bytes);
  const { resolution } = examine(db, gnestaIn(db).kommun, asFile(text));
  observationRows.insert(db, id, toArray(resolution.observations));
  return id;
}

const NOTHING = { new: 0, changed: 0, unchanged: 0 };

describe('a file that can be read', () => {
  test('is stored with all its rows, its bytes and a line in the log', () => {
    const db = gnestaDb();
    const before = traces(db);
    const text = APPENDIX.replaceAll('2023-H1', '2024-H1');
    const report = load(db, text);
    expect(report).toMatchObject({
      outcome: 'stored',
      new: 8,
      changed: 0,
      unchanged: 0,
      refused: 0,
    });
    expect(traces(db)).toEqual({
      upload: before.upload + 1,
      upload_measure: before.upload_measure + 8,
      observation: before.observation + 8,
      stored_file: before.stored_file + 1,
      log: before.log + 1,
      revision: before.revision + 1,
    });
    expect(Buffer.from(uploads.readBytes(db, report.sha256)!).toString()).toBe(text);
    expect(JSON.parse(String(one(db, 'SELECT after FROM log ORDER BY seq DESC')))).toEqual({
      state: 'stored',
      file: 'fil.csv',
      sha256: report.sha256,
      storedSeq: 5,
      new: 8,
      changed: 0,
      unchanged: 0,
    });
  });

  test('says where each value stands', () => {
    const db = gnestaDb();
    load(db, APPENDIX.replace('ind-8;2023-H1;30,8', 'ind-8;2023-H1;31,5'));
    expect(seen(db, 'ind-8')).toMatchObject({
      value: 31.5,
      printed: '31,5',
      note: 'rad 570',
      source: { file: 'fil.csv', line: 9, column: 3, role: 'administrator', at: NOW.toISOString() },
    });
  });

  test('with one value changed changes one and leaves seven, and the colour follows', () => {
    const db = gnestaDb();
    expect(assessedOf(db, 'ind-1')).toMatchObject({
      verdict: { verdict: 'missed', because: { distance: 12 } },
      step: { colour: 'red' },
    });
    const report = load(db, APPENDIX.replace('ind-1;2023-H1;102', 'ind-1;2023-H1;89'));
    expect(report).toMatchObject({ outcome: 'stored', new: 0, changed: 1, unchanged: 7 });
    expect(assessedOf(db, 'ind-1')).toMatchObject({
      verdict: { verdict: 'met', because: { distance: -1 } },
      step: { colour: 'green' },
    });
  });

  test('tried changes nothing', () => {
    const db = gnestaDb();
    const before = traces(db);
    const { kommun } = gnestaIn(db);
    const bytes = asFile(APPENDIX.replace(';102;', ';89;'));
    const report = importUpload(db, ACTOR, NOW, kommun, bytes, { isTrial: true });
    expect(report).toMatchObject({ outcome: 'tried', new: 0, changed: 1, unchanged: 7 });
    expect(traces(db)).toEqual(before);
    expect(seen(db, 'ind-1')?.value).toBe(102);
  });

  test('may name an indicator by its title, whatever the case', () => {
    const db = gnestaDb();
    const [row] = indicators.names(db, gnestaIn(db).kommun.id);
    const report = load(db, `Indikator;Period;Värde\r\n${row!.title.toUpperCase()};2024-H1;7\r\n`);
    expect(report).toMatchObject({ outcome: 'stored', new: 1 });
    expect(seen(db, row!.key, '2024-H1')?.value).toBe(7);
  });

  test('replaces a value by one that is missing, which is not zero', () => {
    const db = gnestaDb();
    expect(load(db, APPENDIX.replace(';102;', ';;'))).toMatchObject({
      outcome: 'stored',
      changed: 1,
    });
    expect(seen(db, 'ind-1')).toMatchObject({ state: 'missing', value: null });
    expect(assessedOf(db, 'ind-1')).toMatchObject({ verdict: { verdict: 'unknown' }, step: null });
  });
});

describe('the same again', () => {
  test('the newest file stores nothing', () => {
    const db = gnestaDb();
    const before = traces(db);
    expect(load(db, APPENDIX)).toMatchObject({
      outcome: 'already-stored',
      new: 0,
      changed: 0,
      unchanged: 8,
    });
    expect(traces(db)).toEqual(before);
  });

  test('an older file, of which a value has changed since, is stored again', () => {
    const db = gnestaDb();
    load(db, APPENDIX.replace(';102;', ';89;'));
    const before = traces(db);
    expect(load(db, APPENDIX)).toMatchObject({ outcome: 'stored', changed: 1, unchanged: 7 });
    expect(seen(db, 'ind-1')?.value).toBe(102);
    expect(traces(db)).toMatchObject({
      upload: before.upload + 1,
      stored_file: before.stored_file,
    });
  });

  test('the same values in another file are stored, so that undoing the first loses none', () => {
    const db = gnestaDb();
    const [header, ...rows] = APPENDIX.trimEnd().split('\r\n');
    const turned = [header, ...rows.toReversed(), ''].join('\r\n');
    expect(load(db, turned)).toMatchObject({ outcome: 'stored', new: 0, changed: 0, unchanged: 8 });
    db.$client.exec(
      `UPDATE upload SET state = 'undone' WHERE file_name = '4-bilaga-1-delar-2023.csv'`,
    );
    expect(seen(db, 'ind-1')).toMatchObject({ value: 102, source: { file: 'fil.csv', line: 9 } });
    db.$client.exec(`UPDATE upload SET state = 'undone' WHERE file_name = 'fil.csv'`);
    expect(seen(db, 'ind-1')).toBeUndefined();
  });

  test('a file that was undone can be stored anew', () => {
    const db = gnestaDb();
    db.$client.exec(
      `UPDATE upload SET state = 'undone' WHERE file_name = '4-bilaga-1-delar-2023.csv'`,
    );
    expect(load(db, APPENDIX)).toMatchObject({ outcome: 'stored' });
    expect(seen(db, 'ind-1')?.value).toBe(102);
  });
});

describe('a file that cannot be read without guessing', () => {
  test.each<[string, ReturnType<typeof file>, string[], number]>([
    ['a number that is none', file('ind-1;2024;7', 'ind-2;2024;sju'), ['bad-number'], 1],
    ['a period that is none', file('ind-1;2024-T4;7', 'ind-2;2024;7'), ['bad-period'], 1],
    ['an unknown indicator', file('ind-9;2024;7', 'ind-2;2024;7'), ['unknown-indicator'], 1],
    ['two rows of one key', file('ind-1;2024;7', 'ind-1;2024;8'), ['duplicate-row'], 1],
    [
      'two spellings of one key',
      file('ind-1;2024-01..2024-06;7', 'IND-1;2024-H1;8'),
      ['duplicate-row'],
      1,
    ],
    ['two indicators of one series', file('ind-7;2024;7', 'hr-3;2024;8'), ['duplicate-row'], 1],
    ['no rows', file(), ['no-rows'], 1],
    [
      'several faults',
      file('ind-9;2024;7', 'ind-2;20X4;7', 'ind-3;2024;sju', 'ind-4;2024;7'),
      ['bad-number', 'bad-period', 'unknown-indicator'],
      3,
    ],
  ])('%s: nothing is stored and every problem is given', (_, bytes, codes, refused) => {
    const db = gnestaDb();
    const before = traces(db);
    const report = importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, bytes);
    expect(report).toMatchObject({ outcome: 'refused', ...NOTHING, refused });
    expect([...new Set(report.problems.map((problem) => problem.code))].sort()).toEqual(codes);
    expect(report.problems.map(formatProblem).join(' ')).not.toMatch(/undefined|NaN/);
    expect(traces(db)).toEqual(before);
  });

  test('a number that may be thousands is asked about, and stored as it is answered', () => {
    const db = gnestaDb();
    const before = traces(db);
    const { kommun } = gnestaIn(db);
    const bytes = file('ind-1;2024;1.234');
    const asked = importUpload(db, ACTOR, NOW, kommun, bytes);
    expect(asked).toMatchObject({ outcome: 'asked', ...NOTHING, refused: 1 });
    expect(traces(db)).toEqual(before);
    const choices = { ...NO_CHOICES, answers: { 'ambiguous-number|Värde': 'thousands' } };
    const stored = importUpload(db, ACTOR, NOW, kommun, bytes, { choices });
    expect(stored).toMatchObject({ outcome: 'stored', new: 1 });
    expect(seen(db, 'ind-1', '2024')).toMatchObject({ value: 1234 });
  });

  test.each<[string, Buffer]>([
    ['an empty file', Buffer.alloc(0)],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ['an Excel file', Buffer.from('PK\u0003\u0004 xl/workbook.xml')],
    ['another table', Buffer.from('Namn;Ort\r\nAnna;Gnesta\r\n')],
  ])('%s stores nothing', (_, bytes) => {
    const db = gnestaDb();
    const before = traces(db);
    const report = importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, { name: 'x', bytes });
    expect(report.outcome).toBe('refused');
    expect(report.problems.length).toBeGreaterThan(0);
    expect(traces(db)).toEqual(before);
  });
});

describe('who sees what, and when', () => {
  test('rows that are loading are seen by nobody, and all at once when stored', () => {
    const db = gnestaDb();
    const id = openWith(db, 'a', APPENDIX.replace(';102;', ';89;').replace(';18;', ';16;'));
    expect([seen(db, 'ind-1')?.value, seen(db, 'ind-2')?.value]).toEqual([102, 18]);
    uploads.store(db, id, NOTHING, NOW.toISOString());
    expect([seen(db, 'ind-1')?.value, seen(db, 'ind-2')?.value]).toEqual([89, 16]);
  });

  test('the last to be stored wins, not the last to be opened', () => {
    const db = gnestaDb();
    const first = openWith(db, 'a', APPENDIX.replace(';102;', ';70;'));
    const second = openWith(db, 'b', APPENDIX.replace(';102;', ';60;'));
    uploads.store(db, second, NOTHING, NOW.toISOString());
    expect(seen(db, 'ind-1')?.value).toBe(60);
    uploads.store(db, first, NOTHING, NOW.toISOString());
    expect(seen(db, 'ind-1')?.value).toBe(70);
    expect(uploads.newest(db, gnestaIn(db).kommun.id)?.id).toBe(first);
  });

  test('an upload thrown away while loading is never stored, and never seen', () => {
    const db = gnestaDb();
    const id = openWith(db, 'a', APPENDIX.replace(';102;', ';70;'));
    uploads.discard(db, id);
    expect(() => uploads.store(db, id, NOTHING, NOW.toISOString())).toThrow('is still open');
    expect(one(db, `SELECT state FROM upload WHERE id = ${id}`)).toBe('discarded');
    expect(seen(db, 'ind-1')?.value).toBe(102);
  });

  test('a stored upload is not stored again', () => {
    const db = gnestaDb();
    const { id } = uploads.newest(db, gnestaIn(db).kommun.id)!;
    expect(() => uploads.store(db, id, NOTHING, NOW.toISOString())).toThrow('is still open');
    uploads.discard(db, id);
    expect(uploads.newest(db, gnestaIn(db).kommun.id)?.id).toBe(id);
  });

  test('a file of another kommun reaches that one only', () => {
    const db = gnestaDb();
    const plan = parsedPlanWith(({ kommun }) => {
      Object.assign(kommun, { code: '0480', slug: 'nykoping', name: 'Nyköping' });
    });
    importPlan(db, ACTOR, NOW, plan);
    const other = kommuner.read(db, 'nykoping')!;
    const shared = measures.readShared(db, 'U23401')!.id;
    const before = kommuner.revision(db, gnestaIn(db).kommun.id);

    const text =
      'Indikator;Period;Enhet;Värde\r\nU23401;2023;Nyköpings kommun;55\r\nind-1;2023-H1;Nyköping;1\r\n';
    expect(load(db, text, other)).toMatchObject({ outcome: 'stored', new: 2 });
    expect(observations.list(db, other.id, [shared])).toHaveLength(1);
    expect(observations.list(db, gnestaIn(db).kommun.id, [shared])).toEqual([]);
    expect(seen(db, 'ind-1')?.value).toBe(102);
    expect(kommuner.revision(db, gnestaIn(db).kommun.id)).toBe(before);

    db.$client.exec('DROP TRIGGER upload_no_update');
    db.$client.exec('UPDATE upload SET kommun = NULL WHERE id = (SELECT max(id) FROM upload)');
    // Another kommun's value is a peer's, when everybody may see it.
    const wanted = [{ measure: shared, period: '2023' }];
    expect(observations.list(db, gnestaIn(db).kommun.id, [shared])).toEqual([]);
    expect(observations.peers(db, gnestaIn(db).kommun.id, wanted)).toMatchObject([{ value: 55 }]);
  });
});

describe('a large file', () => {
  const ROWS = 10_050;
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const key = n % 3 === 0 ? 'vbb-2' : 'vbb-1';
    return `${key};${1950 + (n % 60)};Nr=${n};${n % 7},5`;
  });
  const text = ['Indikator;Period;Indelning;Värde', ...rows, ''].join('\n');

  test('goes in by batches and is counted right, also when it comes again', () => {
    const db = gnestaDb();
    const before = count(db, 'observation');
    expect(load(db, text)).toMatchObject({ outcome: 'stored', new: ROWS, changed: 0 });
    expect(count(db, 'observation')).toBe(before + ROWS);
    const held = `SELECT rows FROM upload_measure WHERE upload = (SELECT max(id) FROM upload) ORDER BY rows`;
    expect(db.$client.prepare(held).pluck().all()).toEqual([3350, 6700]);
    expect(one(db, 'SELECT max(line) FROM observation')).toBe(ROWS + 1);

    const altered = text.replace('Nr=5;5,5', 'Nr=5;5,6');
    expect(load(db, altered)).toMatchObject({ new: 0, changed: 1, unchanged: ROWS - 1 });
    expect(count(db, 'observation')).toBe(before + 2 * ROWS);
  }, 20_000);

  test('with a fault in its last row stores nothing', () => {
    const db = gnestaDb();
    const before = traces(db);
    expect(load(db, `${text}vbb-1;1999;Nr=x;sju\n`)).toMatchObject({
      outcome: 'refused',
      refused: 1,
      problems: [{ code: 'bad-number', line: ROWS + 2 }],
    });
    expect(traces(db)).toEqual(before);
  }, 20_000);
});
