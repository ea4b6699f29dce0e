import { describe, expect, test } from 'vitest';
import { lateRow } from '#lib/format/publishing.ts';
import { readLive } from '#lib/server/assessed.ts';
import type { Db } from '#lib/server/db/client.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { readSinceSent } from '#lib/server/since-sent.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { publishIt, reopenIt } from '../publishing.ts';
import { readLater, undoIt } from '../reading.ts';

/* Between the kallelse and the decision data may come in: who locks is told what is another than what was sent. */

const file = (row: string) => `Indikator;Period;Värde\n${row}\n`;

/** Sent anew, so that what was sent is kept. */
function sent(): { db: Db; ground: Ground } {
  const db = gnestaDb();
  return { db, ground: publishIt(db, reopenIt(db, gnestaIn(db))) };
}

function since(db: Db, { kommun, namnd, occasion }: Ground) {
  const assessed = readLive(db, kommun, namnd, occasion);
  const found = readSinceSent(db, assessed);
  return (
    found && {
      values: found.values.map((one) => {
        const { title, was, is } = lateRow(one, assessed.places);
        return [title, was, is].map((words) => words.replaceAll('\u00a0', ' ')).join(' | ');
      }),
      states: found.states.map(({ title, before, after }) => [title, before.word, after.word]),
    }
  );
}

const TITLE = 'Väntetid till särskilt boende';

describe('since the papers were sent', () => {
  test('nothing has changed', () => {
    const { db, ground } = sent();
    expect(since(db, ground)).toEqual({ values: [], states: [] });
  });

  test('a value is another, and so is its state', () => {
    const { db, ground } = sent();
    const { id } = readLater(db, ground.kommun, file('ind-1;2023-H1;89'));
    expect(since(db, ground)).toEqual({
      values: [`${TITLE} | 102 dagar | 89 dagar`],
      states: [[TITLE, 'Når inte målvärdet', 'Når målvärdet']],
    });
    undoIt(db, ground.kommun, id);
    expect(since(db, ground)).toEqual({ values: [], states: [] });
  });

  test('of what is sent anew the new is what was sent', () => {
    const { db, ground } = sent();
    readLater(db, ground.kommun, file('ind-1;2023-H1;89'));
    expect(since(db, publishIt(db, reopenIt(db, ground)))).toEqual({ values: [], states: [] });
  });

  test('nobody knows, where what was sent is not kept', () => {
    const db = gnestaDb();
    expect(since(db, gnestaIn(db))).toBeNull();
  });
});
