import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Kommun } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import * as backups from '#lib/server/db/backups.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as gallringar from '#lib/server/db/gallringar.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import { openInstallation } from '#lib/server/db/migrate.ts';
import * as observations from '#lib/server/db/observations.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { finishErasing } from '#lib/server/interrupted.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { backupsWith, concernedBy, eraseRemoved, removeBytes } from '#lib/server/remove-bytes.ts';
import { restingOn } from '#lib/server/rests-on.ts';
import { seed } from '#lib/server/seed.ts';
import { readSourceLine } from '#lib/server/source-line.ts';
import { ACTOR, closing, gnestaDb, gnestaIn, MIGRATIONS, NOW, SEEDS, tempDir } from '../db.ts';
import { lockIt } from '../publishing.ts';
import { lookAt, readIn, storeIt, undoIt, waitWith } from '../reading.ts';

/* A file that was uploaded by mistake: its bytes go, with a decision, and nothing else does. */

const SAID = { reason: 'Fel fil.', decision: 'KS 2026/41 § 12', decidedOn: '2023-09-19' };
const LATER = new Date(NOW.getTime() + 60_000);

const file = (...rows: string[]) => ['Indikator;Period;Värde;Övrigt', ...rows, ''].join('\n');
const FILE = file('ind-1;2024-H1;7;x');
/** With a column that tells of persons: a copy is kept. */
const PERSONS = 'Indikator;Period;Värde;E-post\nind-1;2024-H1;7;eva.ek@example.se\n';
const IGNORED = { answers: { 'unused-column': 'ignore' } };

const gnesta = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

const remove = (db: Db, kommun: Kommun, upload: uploads.Upload) =>
  removeBytes(db, ACTOR, LATER, kommun, upload, SAID);

describe('the bytes of a file', () => {
  test('go, and its row, its upload, its values and its fingerprint stay', () => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, FILE, { choices: IGNORED });
    const measures = uploads.measuresOf(db, upload.id);
    const before = observations.list(db, kommun.id, measures);
    expect(readSourceLine(db, kommun, upload, 2)?.text).toContain('ind-1');

    expect(remove(db, kommun, upload)).toBe(true);

    expect(uploads.readBytes(db, upload.file)).toBeNull();
    expect(uploads.read(db, kommun.id, upload.id)).toEqual(upload);
    expect(observations.list(db, kommun.id, measures)).toEqual(before);
    expect(readSourceLine(db, kommun, upload, 2)).toBeNull();
    expect(gallringar.read(db, upload.file)).toMatchObject({
      ...SAID,
      ...{ byName: 'Prov', byRole: 'administrator', at: LATER.toISOString(), erasedAt: null },
    });
  });

  test('go once, and the log says so once, without them', () => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, FILE, { choices: IGNORED });
    expect([remove(db, kommun, upload), remove(db, kommun, upload)]).toEqual([true, false]);
    const rows = db.$client
      .prepare(
        "SELECT kommun, entity, entity_id, before, after, reason FROM log WHERE action = 'file.remove'",
      )
      .all() as Record<string, unknown>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{ kommun: kommun.id, entity: 'upload', entity_id: String(upload.id), reason: 'Fel fil.' },
    });
    expect(JSON.parse(String(rows[0]!['after']))).toEqual({
      ...{ isKept: false, decision: SAID.decision, decidedOn: SAID.decidedOn, waiting: 0 },
    });
    expect(JSON.stringify(rows)).not.toContain('Övrigt');
  });

  test('go of a copy without personal data too, and of the copy that was read in anew', () => {
    const { db, kommun } = gnesta();
    const first = readIn(db, kommun, PERSONS);
    undoIt(db, kommun, first.id);
    const copy = uploads.readBytes(db, first.file)!;
    const again = readIn(db, kommun, copy);
    expect(again.file).not.toBe(first.file);
    expect(remove(db, kommun, again)).toBe(true);
    expect([first, again].map((one) => uploads.readBytes(db, one.file))).toEqual([null, null]);
  });

  test('and what waits of the same', () => {
    const { db, kommun } = gnesta();
    const kalmar = otherKommun(db);
    const upload = readIn(db, kommun, FILE, { choices: IGNORED });
    const [mine, theirs, other] = [
      waitWith(db, kommun, FILE),
      waitWith(db, kalmar, FILE),
      waitWith(db, kommun, file('ind-1;2024-H1;8;x')),
    ];
    remove(db, kommun, upload);
    const left = [mine, theirs, other].map((id) => previews.readBytes(db, id) !== null);
    expect(left).toEqual([false, true, true]);
    expect(previews.read(db, kommun.id, mine)).toBeUndefined();
  });
});

function otherKommun(db: Db): Kommun {
  kommuner.insert(db, { code: '0880', slug: 'kalmar', name: 'Kalmar', isPublic: true });
  db.$client.exec(
    "INSERT OR IGNORE INTO place (kind, code, name) VALUES ('kommun', '0880', 'Kalmar')",
  );
  const kommun = kommuner.read(db, 'kalmar');
  invariant(kommun, 'there is another');
  return kommun;
}

test('the same bytes of two kommuner are not one kommun’s to remove', () => {
  const { db, kommun } = gnesta();
  const kalmar = otherKommun(db);
  const ours = readIn(db, kommun, FILE, { choices: IGNORED });
  expect(concernedBy(db, ours).reach).toEqual({ kommun: kommun.id, namnd: null });
  db.$client.exec(
    `INSERT INTO upload (kommun, file_name, file, encoding, layout, reader_version, state, stored_seq, by_name, by_role, created_at)
     VALUES (${kalmar.id}, 'samma.csv', '${ours.file}', 'utf-8', 'plain-long', 3, 'stored', 9999, 'Prov', 'administrator', '${NOW.toISOString()}')`,
  );
  expect(concernedBy(db, ours).reach).toEqual({ kommun: null, namnd: null });
});

describe('a file that was removed and comes again', () => {
  const removed = () => {
    const at = gnesta();
    const upload = readIn(at.db, at.kommun, FILE, { choices: IGNORED });
    undoIt(at.db, at.kommun, upload.id);
    remove(at.db, at.kommun, upload);
    return { ...at, upload };
  };

  test('is asked about, and says what was decided', () => {
    const { db, kommun } = removed();
    const report = lookAt(db, kommun, waitWith(db, kommun, FILE, { choices: IGNORED }))!;
    expect(report.outcome).toBe('asked');
    expect(report.questions.map(({ key, problem }) => [key, problem])).toContainEqual([
      'removed-file',
      {
        ...{ code: 'removed-file', at: LATER.toISOString() },
        ...{ decision: SAID.decision, reason: SAID.reason },
      },
    ]);
    expect(
      importUpload(db, ACTOR, NOW, kommun, { name: 'f.csv', bytes: Buffer.from(FILE) }),
    ).toMatchObject({
      outcome: 'asked',
    });
  });

  test('of another kommun hears that it was, and not why', () => {
    const { db } = removed();
    const kalmar = otherKommun(db);
    const report = lookAt(db, kalmar, waitWith(db, kalmar, FILE))!;
    expect(JSON.stringify(report)).toContain('removed-file');
    expect(JSON.stringify(report)).not.toContain(SAID.decision);
    expect(JSON.stringify(report)).not.toContain(SAID.reason);
  });

  test.each([
    ['whole', FILE, IGNORED],
    ['kept as a copy', PERSONS, {}],
  ])('%s, gives its values when somebody says so, and is not kept', (_, text, choices) => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, text, { choices });
    undoIt(db, kommun, upload.id);
    remove(db, kommun, upload);
    const told = 'answers' in choices ? choices.answers : {};
    const answers = { ...told, 'removed-file': 'as-written' };
    const id = waitWith(db, kommun, text, { choices: { answers } });
    expect(lookAt(db, kommun, id)?.outcome).toBe('ready');
    expect(storeIt(db, kommun, id)).toBe('stored');
    const again = uploads.ofPreview(db, kommun.id, id)!;
    expect(again.file).toBe(upload.file);
    expect(uploads.readBytes(db, again.file)).toBeNull();
    const values = observations.list(db, kommun.id, uploads.measuresOf(db, again.id));
    expect(values.some(({ source }) => source.upload === again.id)).toBe(true);
  });
});

describe('the database itself', () => {
  const TRIES: readonly (readonly [string, string])[] = [
    ['empties no file without a decision', "UPDATE stored_file SET bytes = x'', is_packed = 0"],
    ['fills none that was emptied', "UPDATE stored_file SET bytes = x'01' WHERE sha256 = @sha256"],
    ['makes no copy of one', 'UPDATE stored_file SET is_redacted = 1 WHERE sha256 = @sha256'],
    [
      'renames none',
      "UPDATE stored_file SET sha256 = 'b' || substr(sha256, 2) WHERE sha256 = @sha256",
    ],
    ['deletes none', 'DELETE FROM stored_file WHERE sha256 = @sha256'],
    ['takes no decision back', 'DELETE FROM gallring'],
    ['changes no decision', "UPDATE gallring SET reason = 'x'"],
    ['changes none while it is erased', "UPDATE gallring SET decision = 'x', erased_at = 'nu'"],
    [
      'puts none in the place of another',
      "INSERT OR REPLACE INTO gallring (sha256, reason, decision, decided_on, by_name, by_role, at) SELECT sha256, 'x', 'x', '2023-01-01', 'x', 'x', 'x' FROM gallring",
    ],
  ];

  test.each(TRIES)('%s', (_, sql) => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, FILE, { choices: IGNORED });
    remove(db, kommun, upload);
    const statement = db.$client.prepare(sql);
    const run = () =>
      sql.includes('@sha256') ? statement.run({ sha256: upload.file }) : statement.run();
    expect(run).toThrow(/is append-only/);
  });

  test('empties the file of a decision, whoever writes it', () => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, FILE, { choices: IGNORED });
    db.$client.exec(
      `INSERT INTO gallring (sha256, reason, decision, decided_on, by_name, by_role, at) VALUES ('${upload.file}', 'x', 'x', '2023-01-01', 'x', 'x', 'x')`,
    );
    expect(uploads.readBytes(db, upload.file)).toBeNull();
  });
});

/** What lies on the disk of a database, byte by byte. */
const onDisk = (path: string) =>
  Buffer.concat(
    [path, `${path}-wal`, `${path}-journal`].filter(existsSync).map((one) => readFileSync(one)),
  );

/** Pieces of what was kept of a file, short enough to lie whole in a page. */
function piecesOf(db: Db, sha256: string): Buffer[] {
  const packed = db.$client
    .prepare('SELECT bytes FROM stored_file WHERE sha256 = ?')
    .pluck()
    .get(sha256) as Buffer;
  const starts = Array.from({ length: Math.floor(packed.length / 24) }, (_, at) => at * 24);
  return starts.map((at) => packed.subarray(at, at + 24));
}

async function installation() {
  const dataDir = join(tempDir(), 'data');
  const db = closing(await openInstallation(dataDir, MIGRATIONS, NOW));
  expect(seed(db, ACTOR, NOW, SEEDS)).toBeNull();
  return { db, dataDir, path: join(dataDir, 'fyren.db'), ...gnestaIn(db) };
}

const noise = (bytes: number) => randomBytes(bytes).toString('base64url');

describe('on disk', () => {
  test('nothing is left of what was removed, in the database or beside it', async () => {
    const { db, path, kommun, dataDir } = await installation();
    // Of many sizes, so that pages are split and rows moved; each unlike any other.
    const read = Array.from({ length: 40 }, (_, at) =>
      readIn(db, kommun, file(`ind-1;2024-H1;${at};${noise(30 + ((at * 977) % 9000))}`), {
        choices: IGNORED,
      }),
    );
    const gone = read.filter((_, at) => at % 2 === 0);
    const kept = read.filter((one) => !gone.includes(one));
    const stays = kept.flatMap(({ file: sha256 }) => piecesOf(db, sha256));
    // Files that are packed begin alike: what others have too is no trace.
    const others = Buffer.concat(stays);
    const pieces = gone
      .flatMap(({ file: sha256 }) => piecesOf(db, sha256))
      .filter((one) => !others.includes(one));
    const before = onDisk(path);
    expect(pieces.length).toBeGreaterThan(500);
    expect(pieces.filter((one) => before.includes(one)).length).toBeGreaterThan(pieces.length / 2);
    waitWith(db, kommun, uploads.readBytes(db, gone[0]!.file)!);
    expect(readdirSync(join(dataDir, 'waiting'))).toHaveLength(1);

    for (const upload of gone) expect(remove(db, kommun, upload)).toBe(true);
    expect(eraseRemoved(db, ACTOR, LATER)).toBe(true);

    const after = onDisk(path);
    expect(pieces.filter((one) => after.includes(one)).length).toBe(0);
    expect(readdirSync(join(dataDir, 'waiting'))).toEqual([]);
    expect(stays.filter((one) => after.includes(one)).length).toBeGreaterThan(stays.length / 2);
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(gallringar.unerased(db)).toEqual([]);
  }, 60_000);

  test('what somebody still reads from is taken out when they have ended', async () => {
    const { db, path, kommun } = await installation();
    const upload = readIn(db, kommun, file(`ind-1;2024-H1;7;${noise(3000)}`), { choices: IGNORED });
    const pieces = piecesOf(db, upload.file);
    const reader = closing(openDb(path));
    reader.$client.exec('BEGIN');
    reader.$client.prepare('SELECT count(*) FROM stored_file').get();
    db.$client.pragma('busy_timeout = 50');
    remove(db, kommun, upload);
    expect(eraseRemoved(db, ACTOR, LATER)).toBe(false);
    expect(gallringar.unerased(db)).toHaveLength(1);
    reader.$client.exec('COMMIT');
    expect(finishErasing(db, LATER)).toBe(true);
    expect(pieces.filter((one) => onDisk(path).includes(one)).length).toBe(0);
    const logged = db.$client
      .prepare("SELECT count(*) FROM log WHERE action = 'file.erase'")
      .pluck();
    expect([logged.get(), finishErasing(db, LATER), logged.get()]).toEqual([1, true, 1]);
  }, 60_000);

  test('copies made while the bytes were there are named, and no others', async () => {
    const { db, path, kommun } = await installation();
    const upload = readIn(db, kommun, FILE, { choices: IGNORED });
    const folder = join(dirname(path), 'backup');
    const at = (ms: number) => backups.nameOf('0099_x', new Date(NOW.getTime() + ms));
    const [early, during, late] = [at(-1), at(1), at(120_000)];
    expect(backupsWith(db, concernedBy(db, upload), null)).toEqual([]);
    mkdirSync(folder, { recursive: true });
    for (const name of [early, during, late, 'egen.db']) writeFileSync(join(folder, name), '');
    expect(backupsWith(db, concernedBy(db, upload), null)).toEqual(['egen.db', during, late]);
    expect(backupsWith(db, concernedBy(db, upload), LATER.toISOString())).toEqual([during]);
  });
});

test('a file is known by what is in it', () => {
  const { db, kommun } = gnesta();
  const upload = readIn(db, kommun, FILE, { choices: IGNORED });
  const bytes = uploads.readBytes(db, upload.file)!;
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(upload.file);
});

test('what is decided and rests on a file is told before its bytes go', () => {
  const db = gnestaDb();
  const ground = gnestaIn(db);
  const before = readIn(db, ground.kommun, 'Indikator;Period;Värde\nind-1;2023-H1;89\n');
  lockIt(db, ground);
  const after = readIn(db, ground.kommun, 'Indikator;Period;Värde\nind-1;2023-H1;88\n');
  const told = (id: number) =>
    restingOn(db, ground.kommun, new Set([id])).map(({ namnd, occasion, decision }) => [
      ...[namnd, occasion, decision.paragraph],
    ]);
  expect(told(before.id)).toEqual([['Socialnämnden', 'Delår 2023', '45']]);
  expect(told(after.id)).toEqual([]);
});
