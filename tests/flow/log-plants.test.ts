import { expect, test } from 'vitest';
import { verifyLog } from '#lib/server/verify-log.ts';
import { toldOf, unguarded } from '../planted.ts';
import type { Plant } from '../planted.ts';

/* Steps, versions, corrections and what was sent: changed by who has the file, and named. */

const unlocked = (at: string) => `
  INSERT INTO phase_change (namnd, occasion, phase, reason, by_name, by_role, at)
    SELECT namnd, occasion, 'publicerat', 'x', 'Anna', 'administrator', '${at}' FROM phase_change WHERE id = 9;
  UPDATE namnd_occasion SET phase = 'publicerat', published_on = '2001-01-01' WHERE phase = 'last'`;
/** The occasion that is open, published by somebody else's hand. */
const published = (row: string) => `
  INSERT INTO phase_change (id, namnd, occasion, phase, settlement, reason, by_name, by_role, at)
    SELECT ${row} FROM namnd_occasion WHERE phase = 'oppet' AND occasion = (SELECT id FROM occasion WHERE key = 'oppet');
  UPDATE namnd_occasion SET phase = 'publicerat' WHERE phase = 'oppet' AND occasion = (SELECT id FROM occasion WHERE key = 'oppet')`;
const IMPORTED = "(SELECT at FROM log WHERE action = 'plan.import')";

/** What is done, and what is told of it. */
const PLANTS: readonly Plant[] = [
  ['unlocked at no time', unlocked('1970-01-01T00:00:00.000Z'), ['step not-logged', 'step dated']],
  [
    'unlocked when the plan came',
    unlocked('2023-09-20T08:00:00.000Z'),
    ['step not-logged', 'step dated'],
  ],
  [
    'published at no time',
    published(
      "NULL, namnd, occasion, 'publicerat', NULL, NULL, 'Fyren', 'administrator', '1970-01-01T00:00:00.000Z'",
    ),
    ['step not-logged'],
  ],
  [
    'published at no time, before all',
    published(
      "0, namnd, occasion, 'publicerat', NULL, NULL, 'Fyren', 'administrator', '1970-01-01T00:00:00.000Z'",
    ),
    ['step not-logged'],
  ],
  [
    'published when the plan came',
    published(
      `NULL, namnd, occasion, 'publicerat', NULL, NULL, 'Prov', 'administrator', ${IMPORTED}`,
    ),
    ['step not-logged'],
  ],
  [
    'published when the plan came, before all',
    published(`0, namnd, occasion, 'publicerat', NULL, NULL, 'Prov', 'administrator', ${IMPORTED}`),
    ['step not-logged'],
  ],
  [
    'who brought it in is another',
    "UPDATE phase_change SET by_name = 'Anna' WHERE id = 1",
    ['step not-logged'],
  ],
  [
    'the first step is a locking',
    "UPDATE phase_change SET settlement = 99 WHERE id = 9; UPDATE phase_change SET phase = 'last', settlement = 3 WHERE id = 1",
    ['step not-logged', 'step changed'],
  ],
  [
    'lockings that change places',
    'UPDATE phase_change SET settlement = iif(id = 2, 99, 1) WHERE id IN (2, 4); UPDATE phase_change SET settlement = 2 WHERE id = 2',
    ['step changed', 'step changed'],
  ],
  [
    'a step that comes later',
    'UPDATE phase_change SET id = 99 WHERE id = 3',
    ['step order', 'step elsewhere'],
  ],
  [
    "a step's day",
    "UPDATE phase_change SET published_on = '2023-01-01' WHERE id = 6",
    ['step changed'],
  ],
  [
    "the last step's day",
    "UPDATE phase_change SET published_on = '2023-01-01' WHERE id = 8",
    ['step changed'],
  ],
  ["a step's meeting", 'UPDATE phase_change SET meeting_on = NULL WHERE id = 6', ['step changed']],
  [
    'a day of a step that told none',
    "UPDATE phase_change SET published_on = '2023-01-01' WHERE id = 3",
    ['step changed'],
  ],
  ["a step's role", "UPDATE phase_change SET by_role = 'lasare' WHERE id = 4", ['step changed']],
  ["a step's person", 'UPDATE phase_change SET by_person = 1 WHERE id = 4', ['step changed']],
  [
    'when a step was taken',
    "UPDATE phase_change SET at = '2020-01-01T00:00:00.000Z' WHERE id = 3",
    ['step not-logged', 'step gone'],
  ],
  ['a step of another nämnd', 'UPDATE phase_change SET namnd = 99 WHERE id = 3', ['step gone']],
  [
    "an occasion's day",
    "UPDATE namnd_occasion SET published_on = '2023-01-01' WHERE phase = 'last'",
    ['step dated'],
  ],
  [
    "an occasion's meeting",
    "UPDATE namnd_occasion SET meeting_on = NULL WHERE phase = 'last'",
    ['step dated'],
  ],
  [
    'an occasion that is gone',
    "DELETE FROM namnd_occasion WHERE phase = 'last'",
    ['step elsewhere'],
  ],
  [
    'a version of another occasion',
    "UPDATE settlement SET occasion = (SELECT id FROM occasion WHERE key = 'oppet') WHERE id = 1",
    ['frozen changed'],
  ],
  ['a version of another nämnd', 'UPDATE settlement SET namnd = 99 WHERE id = 1', ['frozen gone']],
  ["a version's role", "UPDATE settlement SET by_role = 'lasare' WHERE id = 1", ['frozen changed']],
  [
    'the report of a version',
    `UPDATE report_file SET bytes = x'7b7d' WHERE settlement = 1`,
    ['frozen changed'],
  ],
  [
    'the report of a version, with its fingerprint',
    `UPDATE report_file SET bytes = x'7b7d', sha256 = '${'a'.repeat(64)}' WHERE settlement = 1`,
    ['frozen changed'],
  ],
  [
    'the report of a version is gone',
    'DELETE FROM report_file WHERE settlement = 1',
    ['frozen changed'],
  ],
  ["a version's person", 'UPDATE settlement SET by_person = 1 WHERE id = 1', ['frozen changed']],
  [
    "a version's bytes",
    "UPDATE settlement SET assessed = x'7b7d' WHERE id = 1",
    ['frozen changed'],
  ],
  [
    "a version's fingerprint",
    `UPDATE settlement SET sha256 = '${'a'.repeat(64)}' WHERE id = 1`,
    ['frozen changed'],
  ],
  [
    "a correction's name",
    "UPDATE correction SET by_name = 'Anna' WHERE id = 1",
    ['corrected changed'],
  ],
  [
    "a correction's role",
    "UPDATE correction SET by_role = 'lasare' WHERE id = 2",
    ['corrected changed'],
  ],
  [
    "a correction's person",
    'UPDATE correction SET by_person = 1 WHERE id = 2',
    ['corrected changed'],
  ],
  [
    "a correction's moment",
    "UPDATE correction SET at = '2020-01-01T00:00:00.000Z' WHERE id = 1",
    ['corrected changed'],
  ],
  [
    'a correction of another step',
    'UPDATE correction SET step = 9 WHERE id = 1',
    ['corrected changed'],
  ],
  [
    'a correction of another kallelse',
    'UPDATE correction SET step = 8 WHERE id = 2',
    ['corrected changed'],
  ],
  [
    'days that were put right',
    "UPDATE correction SET published_on = '2023-01-01' WHERE id = 3",
    ['corrected changed', 'step dated'],
  ],
  [
    'a correction that is gone',
    'DELETE FROM correction WHERE id = 3',
    ['corrected gone', 'step dated'],
  ],
  ['what was sent', "UPDATE sent_tree SET assessed = x'7b7d' WHERE step = 8", ['sent changed']],
  ['what was sent, gone', 'DELETE FROM sent_tree WHERE step = 8', ['sent gone']],
  [
    'what was sent, of a locking',
    'UPDATE sent_tree SET step = 9 WHERE step = 8',
    ['sent not-logged', 'sent gone'],
  ],
];

test.each(PLANTS)('%s, and that is told', (_, sql, told) => {
  expect(toldOf(sql)).toEqual(told);
});

test('what nobody has touched has no fault', () => {
  expect(verifyLog(unguarded(), null).faults).toEqual([]);
});
