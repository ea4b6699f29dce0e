import { describe, expect, test } from 'vitest';
import { undoSentence } from '#lib/format/preview.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { mayUndo, undoUpload } from '#lib/server/undo.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { lookAt, lookAtUndo, readIn, rowCounts, storeIt, undoIt, waitWith } from '../reading.ts';
import { unitFile, UNIT_ROWS, withUnits } from '../units.ts';

const file = (...rows: string[]) => ['Indikator;Period;Värde', ...rows, ''].join('\n');

const gnesta = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

const undosIn = (db: Db) =>
  Number(db.$client.prepare(`SELECT count(*) FROM log WHERE action = 'upload.undo'`).pluck().get());

describe('before an upload is undone', () => {
  test('what goes back, what is seen no more and what stays is told, with the states that turn', () => {
    const { db, kommun } = gnesta();
    const rows = ['ind-1;2023-H1;89', 'ind-2;2023-H1;18', 'ind-2;2025;5', 'ind-3;2025;6'];
    const upload = readIn(db, kommun, file(...rows));
    const report = lookAtUndo(db, kommun, upload.id)!;
    const told = (kind: 'changed' | 'gone') =>
      report.changes[kind].shown.map(({ title, period, before, after }) => [
        ...[title, period.text, before?.value ?? null, after?.value ?? null],
      ]);
    expect(told('changed')).toEqual([
      ['Väntetid till särskilt boende', '2023-H1', 89, 102],
      // The appendix says in which month it was measured.
      ['Personalkontinuitet i hemtjänsten', '2023-H1', 18, 18],
    ]);
    expect(told('gone')).toEqual([
      ['Personalkontinuitet i hemtjänsten', '2025', 5, null],
      ['Digitala orosanmälningar', '2025', 6, null],
    ]);
    expect(report).toMatchObject({ unchanged: 0, elsewhere: 0 });
    expect(report.states).toMatchObject([
      {
        title: 'Väntetid till särskilt boende',
        before: { colour: 'green', word: 'Når målvärdet' },
        after: { colour: 'red', word: 'Når inte målvärdet' },
      },
    ]);
    expect(undoSentence(report)).toBe(
      '2 värden går tillbaka till det som gällde före. 2 värden visas inte längre: ingen annan fil ger dem. 1 läge ändras.',
    );
  });

  test('nothing is changed', () => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, file('ind-1;2023-H1;89'));
    const before = { ...rowCounts(db), revision: kommuner.revision(db, kommun.id) };
    lookAtUndo(db, kommun, upload.id);
    expect({ ...rowCounts(db), revision: kommuner.revision(db, kommun.id) }).toEqual(before);
    expect(uploads.read(db, kommun.id, upload.id)?.state).toBe('stored');
  });

  test('where an earlier file says the same nothing that is seen changes', () => {
    const { db, kommun } = gnesta();
    readIn(db, kommun, file('ind-1;2025;7'));
    const again = readIn(db, kommun, file('ind-1;2025;7,0'));
    const report = lookAtUndo(db, kommun, again.id)!;
    expect(report).toMatchObject({ changes: { changed: { count: 0 }, gone: { count: 0 } } });
    expect(report.unchanged).toBe(1);
    expect(undoSentence(report)).toBe(
      'Inget av det som visas ändras. 1 värde står kvar, för en tidigare fil säger detsamma.',
    );
  });

  test('what a later file says is not touched', () => {
    const { db, kommun } = gnesta();
    const middle = readIn(db, kommun, file('ind-1;2025;7'));
    readIn(db, kommun, file('ind-1;2025;8'));
    expect(lookAtUndo(db, kommun, middle.id)).toMatchObject({
      changes: { changed: { count: 0 }, gone: { count: 0 } },
      unchanged: 0,
      states: [],
    });
  });

  test('small counts are hidden, before and after', () => {
    const { all, north, south, night } = UNIT_ROWS;
    const { db, kommun } = withUnits();
    readIn(db, kommun, unitFile(all, north, south, night));
    const second = readIn(db, kommun, unitFile(all, north, south, night.replace('33,3', '44,4')));
    const third = readIn(db, kommun, unitFile(night.replace('33,3;8', '55,5;50')));
    for (const { id } of [second, third]) {
      const report = JSON.stringify(lookAtUndo(db, kommun, id));
      for (const secret of ['33', '44', '66']) expect(report).not.toMatch(`${secret}[.,]`);
    }
    undoIt(db, kommun, third.id);
    expect(lookAtUndo(db, kommun, second.id)?.changes.changed).toMatchObject({
      count: 1,
      shown: [
        {
          place: 'Natt',
          before: { state: 'suppressed', value: null },
          after: { state: 'suppressed', value: null },
          printed: '',
        },
      ],
    });
  });
});

describe('undoing', () => {
  test('twice undoes once, and the log says so once', () => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, file('ind-1;2023-H1;89'));
    // Both had the page open.
    const undo = () => undoUpload(db, ACTOR, NOW, kommun, upload);
    expect([undo(), undo()]).toEqual([true, false]);
    expect(undosIn(db)).toBe(1);
    const undone = uploads.read(db, kommun.id, upload.id)!;
    expect(undone).toMatchObject({ state: 'undone', undoneAt: NOW.toISOString() });
    expect(mayUndo(kommun, undone)).toBe(false);
    expect(uploads.history(db, kommun.id)[0]).toMatchObject({ upload: { id: upload.id }, rows: 1 });
    expect(uploads.readBytes(db, upload.file)?.toString()).toBe(file('ind-1;2023-H1;89'));
  });

  test('what all kommuner share is not one kommun’s to undo', () => {
    const { db, kommun } = gnesta();
    const upload = readIn(db, kommun, file('ind-1;2023-H1;89'));
    expect(undoUpload(db, ACTOR, NOW, kommun, { ...upload, kommun: null })).toBe(false);
    expect(undosIn(db)).toBe(0);
  });

  test('what was undone can be read in anew, by its own file', () => {
    const { db, kommun } = gnesta();
    const text = file('ind-1;2023-H1;89');
    const upload = readIn(db, kommun, text);
    undoIt(db, kommun, upload.id);
    const id = waitWith(db, kommun, text);
    expect(lookAt(db, kommun, id)).toMatchObject({ outcome: 'ready', difference: { changed: 1 } });
    expect(storeIt(db, kommun, id)).toBe('stored');
  });

  test('between a preview and its storing is counted when it is stored', () => {
    const { db, kommun } = gnesta();
    const first = readIn(db, kommun, file('ind-1;2025;7'));
    const id = waitWith(db, kommun, file('ind-1;2025;7', 'ind-2;2025;8'));
    expect(lookAt(db, kommun, id)?.difference).toEqual({ new: 1, changed: 0, unchanged: 1 });
    undoIt(db, kommun, first.id);
    expect(storeIt(db, kommun, id)).toBe('stored');
    const counts = { new: 2, changed: 0, unchanged: 0 };
    expect(uploads.ofPreview(db, kommun.id, id)?.counts).toEqual(counts);
  });
});
