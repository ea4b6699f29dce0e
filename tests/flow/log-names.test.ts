import { describe, expect, test } from 'vitest';
import type { LogFault } from '#lib/domain/log-fault.ts';
import type { Grant } from '#lib/domain/permission.ts';
import { logFaultWords } from '#lib/format/log-faults.ts';
import type { Db } from '#lib/server/db/client.ts';
import { logReach, readLogFilter } from '#lib/server/log-filter.ts';
import { readLogPage } from '#lib/server/log-view.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { lockIt, reopenIt } from '../publishing.ts';
import { readIn, undoIt } from '../reading.ts';

/* The log as a nämnd's administrator looks for something in it, and as somebody takes its end away. */

const inNamnd = ({ kommun, namnd }: Ground): Grant => ({
  ...{ role: 'administrator', kommun: kommun.id, namnd: namnd.id },
});

function found(db: Db, grants: readonly Grant[], query: string): string[] {
  const reach = logReach(db, grants);
  const { ask } = readLogFilter(new URLSearchParams(query), reach);
  const page = { before: null, after: null };
  return ask ? readLogPage(db, reach, new Set(), ask, page).rows.map(({ what }) => what) : ['fel'];
}

const FILE = 'Indikator;Period;Värde\nind-1;2023-H1;89\n';
/** A row of it is of no indicator that the nämnd has. */
const gnesta = () => {
  const db = gnestaDb();
  return { db, ground: gnestaIn(db) as Ground };
};

describe('a nämnd', () => {
  test('finds the files that its values came with, and what became of them', () => {
    const { db, ground } = gnesta();
    undoIt(db, ground.kommun, readIn(db, ground.kommun, FILE).id);
    const own = found(db, [inNamnd(ground)], '');
    expect(own.slice(0, 2)).toEqual(['ångrade en inläsning', 'läste in en fil']);
    const chosen = `var=${ground.kommun.slug}/${ground.namnd.slug}`;
    const inAll: Grant = { role: 'administrator', kommun: null, namnd: null };
    expect(found(db, [inAll], chosen)).toEqual(own);
  });

  test('finds no file that none of its values came with', () => {
    const { db, ground } = gnesta();
    db.$client.exec(
      `UPDATE indicator SET measure = (SELECT measure FROM indicator WHERE key = 'ind-2') WHERE key = 'ind-1'`,
    );
    readIn(db, ground.kommun, FILE);
    db.$client.exec(`DELETE FROM upload_measure WHERE upload = (SELECT max(id) FROM upload)`);
    expect(found(db, [inNamnd(ground)], 'slag=upload.store&text=fil.csv')).toEqual([]);
  });

  test.each([
    ['an occasion by its title', 'text=delår', ['låste ett tillfälle']],
    ['the nämnd by its name', 'text=socialnämnden+SN', ['låste ett tillfälle']],
    ['nothing by a name that nothing has', 'text=fritidsgård', []],
  ])('finds %s', (_, query, expected) => {
    const { db, ground } = gnesta();
    lockIt(db, ground);
    expect(found(db, [inNamnd(ground)], query)).toEqual(expected);
  });
});

/** Rows of the log taken away by who has the file, so that what is left is whole. */
const CUT: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'all of it',
    'DELETE FROM log',
    ['Inläsning nummer', 'Det finns uppgifter från', 'Låst version nummer 1 finns inte i loggen.'],
  ],
  [
    'its last row',
    'DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)',
    ['Det finns uppgifter från', 'Låst version nummer 1 finns inte i loggen.'],
  ],
  [
    'the last two',
    'DELETE FROM log WHERE seq > (SELECT max(seq) - 2 FROM log)',
    ['Inläsning nummer', 'Det finns uppgifter från'],
  ],
];

test.each(CUT)(
  '%s is not taken away unseen, also where nobody wrote down a mark',
  (_, sql, told) => {
    const { db, ground } = gnesta();
    readIn(db, ground.kommun, FILE);
    lockIt(db, ground);
    expect(verifyLog(db, null).faults).toEqual([]);
    db.$client.exec(`DROP TRIGGER log_no_delete; ${sql}`);
    const words = verifyLog(db, null)
      .faults.map((fault) => logFaultWords(fault))
      .join('\n');
    for (const word of told) expect(words).toContain(word);
  },
);

test('a file that was undone, and no row says so', () => {
  const { db, ground } = gnesta();
  const { id } = readIn(db, ground.kommun, FILE);
  db.$client.exec(`UPDATE upload SET state = 'undone', undone_at = created_at WHERE id = ${id}`);
  expect(verifyLog(db, null).faults).toEqual([
    { code: 'untold', action: 'upload.undo', upload: id },
  ]);
});

/** Done to the steps themselves, and not to the log. */
const STEPS: readonly (readonly [string, string, LogFault['code'][]])[] = [
  [
    'a step is another',
    "UPDATE phase_change SET phase = 'publicerat' WHERE phase = 'oppet'",
    ['step', 'step'],
  ],
  ['a step is gone', "DELETE FROM phase_change WHERE phase = 'oppet'", ['step', 'step']],
  [
    'a reason is another',
    "UPDATE phase_change SET reason = 'Annat' WHERE phase = 'oppet'",
    ['step'],
  ],
  [
    'who did it is another',
    "UPDATE phase_change SET by_name = 'Annan' WHERE phase = 'oppet'",
    ['step'],
  ],
  [
    'it stands elsewhere',
    "UPDATE namnd_occasion SET phase = 'publicerat' WHERE phase = 'oppet' AND occasion = (SELECT occasion FROM settlement)",
    ['step'],
  ],
  ['who locked it is another', "UPDATE settlement SET by_name = 'Annan'", ['frozen']],
  [
    'when it was locked is another',
    "UPDATE settlement SET at = '2020-01-01T00:00:00.000Z'",
    ['frozen'],
  ],
];

test.each(STEPS)('%s, and that is seen', (_, sql, codes) => {
  const { db, ground } = gnesta();
  reopenIt(db, lockIt(db, ground));
  db.$client.exec(
    `DROP TRIGGER phase_change_no_update; DROP TRIGGER phase_change_no_delete; DROP TRIGGER settlement_no_update;
     DROP TRIGGER namnd_occasion_steps`,
  );
  db.$client.exec(sql);
  expect(verifyLog(db, null).faults.map(({ code }) => code)).toEqual(codes);
});
