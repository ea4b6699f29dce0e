import { expect, test } from 'vitest';
import { verifyLog } from '#lib/server/verify-log.ts';
import { LOGGED_ACTIONS, unguarded } from '../planted.ts';

/* A row of the log that cannot be read is named as any that was changed, and keeps no other fault from being told. */

/** What no row is written with: the first two are JSON, and so pass what the table itself asks. */
const UNREADABLE = [
  'null',
  '[7]',
  '7',
  '"x"',
  '{"files":7,"settlement":"1","correction":[]}',
  'xx',
  '',
];

const OTHER = "UPDATE upload SET file_name = 'x.csv' WHERE id = 1";

test.each(LOGGED_ACTIONS.flatMap((action) => UNREADABLE.map((text) => [action, text] as const)))(
  '%s with %s is named on its row, and what else is wrong too',
  (action, text) => {
    const db = unguarded();
    const seq = db.$client.prepare('SELECT max(seq) FROM log WHERE action = ?').pluck().get(action);
    db.$client.prepare('UPDATE log SET before = ?, after = ? WHERE seq = ?').run(text, text, seq);
    db.$client.exec(OTHER);
    const { faults } = verifyLog(db, null);
    expect(faults).toContainEqual(expect.objectContaining({ code: 'content', seq }));
    expect(faults).toContainEqual({ code: 'upload', what: 'changed', upload: 1 });
  },
);
