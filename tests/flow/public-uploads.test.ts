import { describe, expect, test } from 'vitest';
import type { Db } from '#lib/server/db/client.ts';
import * as settlements from '#lib/server/db/settlements.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { asApi } from '#lib/server/api-v1.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { removeBytes } from '#lib/server/remove-bytes.ts';
import { isShownToAll } from '#lib/server/shown-to-all.ts';
import type { User } from '#lib/server/signed-in.ts';
import { load } from '#routes/[kommun]/[namnd]/inlasningar/[id]/+page.server.ts';
import { userOf } from '../accounts.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { lockIt, publishIt, reopenIt, unlockIt } from '../publishing.ts';
import { readLater, undoIt } from '../reading.ts';

/* What the public may know of the files that were read in (DESIGN 6). */

const file = (...rows: string[]) => ['Indikator;Period;Värde;Svar', ...rows, ''].join('\n');
/** So small a group that its value is hidden: with the fingerprint of the file it could be worked out. */
const FEW = file('ind-5;2023-H1;66,7;3');
const PERSONS = 'Indikator;Period;Värde;E-post\nind-1;2024-H1;7;eva.ek@example.se\n';

const gnesta = () => {
  const db = gnestaDb();
  return { db, ground: gnestaIn(db) };
};

const asked = (db: Db, id: number, user: User | null) =>
  ({
    locals: { db, user },
    params: { kommun: 'gnesta', namnd: 'socialnamnden', id: String(id) },
    url: new URL('http://localhost/?rad=2'),
  }) as never;

const shaOf = (db: Db, upload: uploads.Upload, user: User | null) =>
  (load(asked(db, upload.id, user)) as { upload: { sha256: string | null } }).upload.sha256;

const removed = (db: Db, { kommun }: Ground, upload: uploads.Upload) =>
  removeBytes(db, ACTOR, NOW, kommun, upload, {
    ...{ reason: 'Fel fil.', decision: 'KS § 12', decidedOn: '2023-09-19' },
  });

describe('the fingerprint of a file', () => {
  test.each<[string, string, (db: Db, ground: Ground, upload: uploads.Upload) => unknown]>([
    ['with too few answers', FEW, () => null],
    ['whose columns about persons were emptied', PERSONS, () => null],
    ['whose bytes were removed by a decision', FEW, removed],
  ])('%s is for who may fetch files alone', (_, text, then) => {
    const { db, ground } = gnesta();
    const upload = readLater(db, ground.kommun, text);
    then(db, ground, upload);
    expect([null, userOf('lasare')].map((user) => shaOf(db, upload, user))).toEqual([null, null]);
    expect(shaOf(db, upload, userOf('rapportskrivare'))).toBe(upload.file);
    // Under no other name either.
    for (const user of [null, userOf('lasare')])
      expect(JSON.stringify(load(asked(db, upload.id, user)))).not.toContain(upload.file);
  });

  test('is neither in what is read by programs nor in what is frozen', () => {
    const { db, ground } = gnesta();
    const upload = readLater(db, ground.kommun, FEW);
    const { kommun, namnd, occasion } = lockIt(db, ground);
    const frozen = settlements.readBytes(db, { namnd: namnd.id, occasion: occasion.id }, 1)!;
    const api = JSON.stringify(asApi(readAssessed(db, kommun, namnd, occasion)));
    for (const text of [api, frozen.toString()]) {
      expect(text).toContain(upload.fileName);
      expect(text).not.toMatch(/sha256|[0-9a-f]{64}/);
    }
  });
});

type Made = (db: Db, ground: Ground) => uploads.Upload;

/** Where nothing but what is locked is public, an upload of a later year is arbetsmaterial. */
const LATER_YEAR = file('ind-2;2024;12;');
const VALUE = file('ind-1;2023-H1;89;');

const UPLOADS: readonly (readonly [string, boolean, Made])[] = [
  ['that stands in what is published', true, (db, { kommun }) => readLater(db, kommun, VALUE)],
  [
    'with a value that is hidden in what is published',
    true,
    (db, { kommun }) => readLater(db, kommun, FEW),
  ],
  [
    'that stands in what is decided',
    true,
    (db, ground) => {
      const upload = readLater(db, ground.kommun, VALUE);
      lockIt(db, ground);
      return upload;
    },
  ],
  [
    'that stands in what is decided, and was undone since',
    true,
    (db, ground) => {
      const upload = readLater(db, ground.kommun, VALUE);
      lockIt(db, ground);
      undoIt(db, ground.kommun, upload.id);
      return upload;
    },
  ],
  [
    'that stands in an earlier version alone',
    true,
    (db, ground) => {
      const upload = readLater(db, ground.kommun, VALUE);
      const open = reopenIt(db, lockIt(db, ground));
      undoIt(db, ground.kommun, upload.id);
      lockIt(db, publishIt(db, open));
      return upload;
    },
  ],
  [
    'that stands in what was locked by mistake alone',
    true,
    (db, ground) => {
      const upload = readLater(db, ground.kommun, VALUE);
      unlockIt(db, lockIt(db, ground));
      undoIt(db, ground.kommun, upload.id);
      return upload;
    },
  ],
  [
    'that came after the decision, and stands beside it',
    true,
    (db, ground) => readLater(db, lockIt(db, ground).kommun, VALUE),
  ],
  [
    'that another took the place of, in what is published',
    true,
    (db, { kommun }) => {
      const upload = readLater(db, kommun, VALUE);
      readLater(db, kommun, file('ind-1;2023-H1;88;'));
      return upload;
    },
  ],
  [
    'that came after the decision, about a later year',
    false,
    (db, ground) => readLater(db, lockIt(db, ground).kommun, LATER_YEAR),
  ],
  [
    'that came while what was decided is open anew',
    false,
    (db, ground) => readLater(db, reopenIt(db, lockIt(db, ground)).kommun, LATER_YEAR),
  ],
  [
    'of what is published that was undone',
    false,
    (db, { kommun }) => {
      const upload = readLater(db, kommun, VALUE);
      undoIt(db, kommun, upload.id);
      return upload;
    },
  ],
  [
    'that came after the decision and was undone',
    false,
    (db, ground) => {
      const upload = readLater(db, lockIt(db, ground).kommun, VALUE);
      undoIt(db, ground.kommun, upload.id);
      return upload;
    },
  ],
];

describe('an upload', () => {
  test.each(UPLOADS)('%s is there for all: %j', (_, isPublic, make) => {
    const { db, ground } = gnesta();
    const made = make(db, ground);
    const upload = uploads.read(db, ground.kommun.id, made.id)!;
    expect(isShownToAll(db, ground.kommun, ground.namnd, upload)).toBe(isPublic);
    expect(load(asked(db, upload.id, userOf('lasare')))).toMatchObject({
      upload: { fileName: upload.fileName },
    });
    const read = () => load(asked(db, upload.id, null));
    if (isPublic) expect(read()).toMatchObject({ byName: null, source: null });
    // As one that is not.
    else expect(read).toThrow(expect.objectContaining({ status: 404 }));
  });
});
