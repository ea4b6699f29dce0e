import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notKeptLead } from '#lib/format/not-kept.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { GET } from '#routes/[kommun]/[namnd]/inlasningar/[id]/fil/+server.ts';
import { actions, load } from '#routes/[kommun]/[namnd]/inlasningar/[id]/+page.server.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { clearWaiting, discardForgotten } from '#lib/server/interrupted.ts';
import { readSourceLine } from '#lib/server/source-line.ts';
import { userOf } from '../accounts.ts';
import { ACTOR, closing, gnestaDb, gnestaIn, NOW, tempDir } from '../db.ts';
import { workbookParts, zipParts } from '../workbook.ts';
import { lookAt, previewOf, readIn, storeIt, undoIt, waitWith } from '../reading.ts';

/* A file that tells of persons, from the door to the disk: what must be found nowhere afterwards. */

const HEADER = 'Indikator;Period;Värde;Kommentar;Kontakt;Fritext';
const FILE = [
  'Uttag av uttagaren@gnesta.se',
  HEADER,
  'ind-1;2024-H1;7;ring 070-123 45 67;kontakten@gnesta.se;"Berits mamma',
  'fick vänta; alltför länge"',
  'ind-2;2024-H1;8;prel.;;',
  'ind-3;2024-H1;9;;811228-9874;Doris vill bli hemma',
  '',
].join('\n');
const SECRETS = ['uttagaren', '070-123', 'kontakten@', 'Berits', 'alltför', '811228', 'Doris'];

/** On disk, as an installation is: with a WAL beside it and a folder of files that wait. */
function onDisk() {
  const folder = tempDir();
  const file = join(folder, 'fyren.db');
  const seeded = gnestaDb();
  seeded.$client.prepare('VACUUM INTO ?').run(file);
  const db = closing(openDb(file));
  return { db, folder, ...gnestaIn(db) };
}

function bytesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
    .join('\n');
}

const keptOf = (db: Db, sha256: string) => Buffer.from(uploads.readBytes(db, sha256)!).toString();
const here = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

describe('a file that tells of persons', () => {
  test('is said to before it is read in, by column and kind, and nothing is asked of those columns', () => {
    const { db, kommun } = here();
    const report = previewOf(db, kommun, FILE);
    expect(report).toMatchObject({ outcome: 'ready', questions: [], faults: [], isGone: false });
    const told = report.notKept.map((one) => ('column' in one ? [one.column, one.code] : one.code));
    expect(told).toEqual([
      'personal-lines',
      ['Kommentar', 'personal-data'],
      ['Kontakt', 'personal-data'],
      ['Fritext', 'personal-data'],
      ['Kontakt', 'personal-data'],
    ]);
    expect(notKeptLead(report)).toContain('inte originalet');
    expect(report.notices.map(({ code }) => code)).toEqual(['title-rows']);
    for (const secret of SECRETS) expect(JSON.stringify(report)).not.toContain(secret);
  });

  test('leaves nothing of it behind on the disk when it is read in', () => {
    const { db, folder, kommun } = onDisk();
    const preview = waitWith(db, kommun, FILE);
    lookAt(db, kommun, preview);
    expect(bytesIn(folder)).toContain('Berits');
    expect(storeIt(db, kommun, preview)).toBe('stored');
    const upload = uploads.ofPreview(db, kommun.id, preview)!;
    const kept = keptOf(db, upload.file);
    const raw = bytesIn(folder);
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    for (const secret of SECRETS) {
      expect(raw).not.toContain(secret);
      expect(bytesIn(folder)).not.toContain(secret);
      expect(kept).not.toContain(secret);
    }
    expect(uploads.isRedacted(db, upload.file)).toBe(true);
    expect(kept.split('\n')).toEqual([
      '',
      HEADER,
      'ind-1;2024-H1;7;;;',
      '',
      'ind-2;2024-H1;8;;;',
      'ind-3;2024-H1;9;;;',
      '',
    ]);
    const notes = db.$client
      .prepare('SELECT DISTINCT note FROM observation WHERE upload = ?')
      .pluck()
      .all(upload.id);
    expect(notes).toEqual([null]);
  });

  test('shows where its values came from, with blanks', () => {
    const { db, kommun } = here();
    const upload = readIn(db, kommun, FILE);
    expect(readSourceLine(db, kommun, upload, 3)).toEqual({
      line: 3,
      heading: HEADER,
      text: 'ind-1;2024-H1;7;;;',
    });
    expect(readSourceLine(db, kommun, upload, 6)?.text).toBe('ind-3;2024-H1;9;;;');
  });

  test('changes nothing when it is read in twice, and can be undone and read in as its copy', () => {
    const { db, kommun } = here();
    const first = readIn(db, kommun, FILE);
    expect(storeIt(db, kommun, waitWith(db, kommun, FILE))).toBe('already-stored');
    const copy = keptOf(db, first.file);
    expect(previewOf(db, kommun, copy)).toMatchObject({
      difference: { new: 0, changed: 0, unchanged: 3 },
      notKept: [],
    });
    expect(undoIt(db, kommun, first.id)).toBe(true);
    expect(previewOf(db, kommun, copy).difference).toEqual({ new: 3, changed: 0, unchanged: 0 });
  });

  test('is kept as a workbook where it is one, without sheets and comments that tell of persons', () => {
    const { db, folder, kommun } = onDisk();
    const parts = workbookParts([
      {
        name: 'Resultat',
        rows: [
          ['Uttag av uttagaren@gnesta.se'],
          HEADER.split(';'),
          ['ind-1', '2024-H1', 7, 'ring 070-123 45 67', 'kontakten@gnesta.se', 'Berits mamma'],
        ],
      },
      { name: 'Om', rows: [['Så räknar vi']] },
      {
        name: 'Svar',
        rows: [
          ['Namn', 'Fritext'],
          ['Edla Lund', 'Doris vill bli hemma'],
        ],
      },
    ]);
    const bytes = zipParts({ ...parts, 'xl/comments1.xml': '<comments>Edla: ring</comments>' });
    const told = lookAt(db, kommun, waitWith(db, kommun, bytes, { name: 'bok.xlsx' }))!.notKept;
    expect(told).toContainEqual({
      ...{ code: 'personal-sheets', sheets: ['Svar'], hasUnseen: true },
    });
    const upload = readIn(db, kommun, bytes, { name: 'bok.xlsx' });
    const kept = uploads.readBytes(db, upload.file)!;
    const text = Buffer.from(kept).toString();
    for (const secret of [...SECRETS, 'Edla', 'Svar']) expect(text).not.toContain(secret);
    expect(text).toContain('Så räknar vi');
    expect(bytesIn(folder)).not.toContain('Edla');
    expect(readSourceLine(db, kommun, upload, 3)).toMatchObject({
      ...{ heading: HEADER, text: 'ind-1;2024-H1;7' },
    });
  });

  test('takes the place of what was kept whole, and is never whole again', () => {
    const { db, kommun } = here();
    const upload = readIn(db, kommun, FILE);
    const row = { ...upload, id: undefined, preview: null, storedSeq: null, state: undefined };
    const open = (text: string, isRedacted: boolean) =>
      uploads.open(
        db,
        { sha256: 'a'.repeat(64), packed: uploads.pack(Buffer.from(text)), isRedacted },
        row,
      );
    const kept = () => keptOf(db, 'a'.repeat(64));
    open('hel', false);
    open('utan', true);
    expect(kept()).toBe('utan');
    open('hel', false);
    expect(kept()).toBe('utan');
    const change = (sql: string) => () => db.$client.prepare(sql).run();
    expect(change('UPDATE stored_file SET is_redacted = 0')).toThrow(/append-only/);
    expect(change("UPDATE stored_file SET sha256 = 'b', is_redacted = 1")).toThrow(/append-only/);
  });

  test('is a copy of its copy where it is answered otherwise', () => {
    const { db, kommun } = here();
    const lines = [HEADER, 'ind-1;2024-H1;7;;;Doris', 'ind-2;2024-H1;8;;kontakten@gnesta.se;', ''];
    const upload = readIn(db, kommun, lines.join('\n'));
    const again = waitWith(db, kommun, lines.join('\n'), { choices: { leftOut: [3] } });
    storeIt(db, kommun, again);
    expect(keptOf(db, upload.file)).toBe(`${HEADER}\nind-1;2024-H1;7;;;\nind-2;2024-H1;8;;;\n`);
  });

  test('is read in by the command in the same way', () => {
    const { db, kommun } = here();
    const file = { name: 'fil.csv', bytes: Buffer.from(FILE) };
    const report = importUpload(db, ACTOR, NOW, kommun, file);
    expect(report.outcome).toBe('stored');
    expect(keptOf(db, report.sha256)).not.toMatch(/Doris|Berits|@/);
  });
});

describe('its pages', () => {
  const asked = (db: Db, id: number) => ({
    locals: { db, user: userOf('kvalitetsstrateg') },
    params: { kommun: 'gnesta', namnd: 'socialnamnden', id: String(id) },
    url: new URL('http://localhost/?rad=3'),
  });

  test('say that the original is not kept, and give its copy under a name that says so', async () => {
    const { db, kommun } = here();
    const upload = readIn(db, kommun, FILE, { name: 'Enkät å.csv' });
    const page = load(asked(db, upload.id) as never);
    expect(page).toMatchObject({ isRedacted: true, source: { text: 'ind-1;2024-H1;7;;;' } });
    const answer = await Promise.resolve(GET(asked(db, upload.id) as never));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Enk_t _ utan personuppgifter.csv"; filename*=UTF-8''Enk%C3%A4t%20%C3%A5%20utan%20personuppgifter.csv`,
    );
    expect(await answer.text()).toBe(keptOf(db, upload.file));
  });

  test('say nothing of the kind of a file that tells of nobody', async () => {
    const { db, kommun } = here();
    const upload = readIn(db, kommun, 'Indikator;Period;Värde\nind-1;2024-H1;7\n');
    expect(load(asked(db, upload.id) as never)).toMatchObject({ isRedacted: false });
    const answer = await Promise.resolve(GET(asked(db, upload.id) as never));
    expect(answer.headers.get('content-disposition')).toContain('filename="fil.csv"');
  });

  test('read what was undone in anew from the copy, under its own name', () => {
    const { db, kommun } = here();
    const upload = readIn(db, kommun, FILE);
    undoIt(db, kommun, upload.id);
    expect(() => actions.igen(asked(db, upload.id) as never)).toThrow();
    const [waiting] = previews.list(db, kommun.id);
    expect(waiting?.fileName).toBe('fil utan personuppgifter.csv');
    expect(lookAt(db, kommun, waiting!.id)).toMatchObject({ outcome: 'ready', notKept: [] });
  });
});

describe('a name that tells of a person', () => {
  const text =
    'Indikator;Period;Enhet;Värde\nind-1;2024-H1;;7\nind-2;2024-H1;Doris 811228-9874;8\n';

  test('stops the file, and is quoted nowhere', () => {
    const { db, kommun } = here();
    const report = previewOf(db, kommun, text);
    expect(report.outcome).toBe('asked');
    expect(report.faults).toMatchObject([{ code: 'personal-cell' }]);
    expect(report.names).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('Doris');
  });

  test('is in neither the preview nor the copy once its row is left out', () => {
    const { db, kommun } = here();
    const choices = { leftOut: [3] };
    const report = previewOf(db, kommun, text, choices);
    expect(report).toMatchObject({
      outcome: 'ready',
      leftOut: [{ line: 3, text: 'ind-2;2024-H1;…;8' }],
    });
    const upload = readIn(db, kommun, text, { choices });
    expect(keptOf(db, upload.file)).not.toContain('Doris');
  });
});

test('a value that a problem would quote is not quoted where it tells of a person', () => {
  const { db, kommun } = here();
  const report = previewOf(
    db,
    kommun,
    'Indikator;Period;Värde\nind-1;2024;bo@x.se\nind-1;2025;7\n',
  );
  expect(report.faults[0]?.problems).toMatchObject([{ code: 'bad-number', value: '…' }]);
});

describe('a file that waits', () => {
  const DAY_MS = 24 * 60 * 60 * 1000;
  const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

  test('is gone from the disk when it is read in, thrown away, or waits for nobody', () => {
    const { db, folder, kommun } = onDisk();
    const waiting = () => readdirSync(join(folder, 'waiting')).length;
    const [stored, old] = [waitWith(db, kommun, FILE), waitWith(db, kommun, FILE)];
    waitWith(db, kommun, FILE, { at: after(1) });
    expect(waiting()).toBe(3);
    storeIt(db, kommun, stored);
    expect(waiting()).toBe(2);
    discardForgotten(db, after(6.9));
    expect(waiting()).toBe(2);
    discardForgotten(db, after(7.1));
    expect(waiting()).toBe(1);
    expect(previews.read(db, kommun.id, old)).toBeUndefined();
    clearWaiting(db, after(9));
    expect(bytesIn(folder)).not.toContain('Berits');
  });

  test('is not taken away while it is still coming', () => {
    const { db, folder } = onDisk();
    expect(existsSync(join(folder, 'waiting'))).toBe(false);
    const id = waitWith(db, gnestaIn(db).kommun, FILE);
    previews.remove(db, id);
    discardForgotten(db, after(100));
    expect(bytesIn(folder)).toContain('Berits');
    clearWaiting(db, after(100));
    expect(bytesIn(folder)).not.toContain('Berits');
  });
});
