import { describe, expect, test } from 'vitest';
import { asApi } from '#lib/server/api-v1.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import { correct, redate } from '#lib/server/corrections.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as corrections from '#lib/server/db/corrections.ts';
import * as settlements from '#lib/server/db/settlements.ts';
import { readDecisions } from '#lib/server/decisions.ts';
import { lock } from '#lib/server/publishing.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import {
  again,
  correctIt,
  DECIDED,
  lockIt,
  publishIt,
  redateIt,
  reopenIt,
  revOf,
  seenOf,
  unlockIt,
} from '../publishing.ts';

/* What was told wrong is put right beside it: nothing that was frozen changes, and the log has both. */

const gnesta = () => {
  const db = gnestaDb();
  return { db, ground: gnestaIn(db) as Ground };
};

const atOf = ({ namnd, occasion }: Ground) => ({ namnd: namnd.id, occasion: occasion.id });
const readIt = (db: Db, { kommun, namnd, occasion }: Ground) =>
  readAssessed(db, kommun, namnd, occasion);

const STANDS = {
  oppet: (db: Db, ground: Ground) => reopenIt(db, ground),
  publicerat: (_db: Db, ground: Ground) => ground,
  last: (db: Db, ground: Ground) => lockIt(db, ground),
};

const PUTS = {
  redate: (db: Db, ground: Ground, rev = revOf(db, ground)) =>
    redate(db, ACTOR, NOW, ground, {
      ...{ publishedOn: '2023-09-21', meetingOn: null, reason: 'Fel dag.', rev },
    }),
  correct: (db: Db, ground: Ground, rev = revOf(db, ground)) =>
    correct(db, ACTOR, NOW, ground, { ...DECIDED, paragraph: '54', reason: 'Fel.', rev }),
};

describe('it is put right', () => {
  test.each([
    ['redate', 'oppet', false],
    ['redate', 'publicerat', true],
    ['redate', 'last', false],
    ['correct', 'oppet', false],
    ['correct', 'publicerat', false],
    ['correct', 'last', true],
  ] as const)('%s of what is %s: %s', (put, phase, isDone) => {
    const { db, ground } = gnesta();
    const here = STANDS[phase](db, ground);
    const before = db.$client.serialize();
    expect(PUTS[put](db, here)).toEqual(
      isDone ? { ok: true, value: phase } : { ok: false, error: 'moved' },
    );
    expect(corrections.list(db, atOf(here))).toHaveLength(isDone ? 1 : 0);
    if (!isDone) expect(db.$client.serialize().equals(before)).toBe(true);
  });

  test.each([
    ['redate', 'publicerat'],
    ['correct', 'last'],
  ] as const)('%s is not done from a page of before another', (put, phase) => {
    const { db, ground } = gnesta();
    const here = STANDS[phase](db, ground);
    const rev = revOf(db, here);
    PUTS[put](db, here);
    expect(PUTS[put](db, here, rev)).toEqual({ ok: false, error: 'moved' });
  });
});

describe('days', () => {
  test('are those that everybody reads from then on, also when it has been locked', () => {
    const { db, ground } = gnesta();
    const here = redateIt(db, ground);
    expect(here.occasion).toMatchObject({ publishedOn: '2023-09-21', meetingOn: '2023-10-04' });
    expect(asApi(readIt(db, lockIt(db, here))).occasion).toMatchObject({
      ...{ publishedOn: '2023-09-21', meetingOn: '2023-10-04' },
    });
  });

  test('are not locked by who saw others', () => {
    const { db, ground } = gnesta();
    const seen = seenOf(db, ground);
    const here = redateIt(db, ground);
    expect(lock(db, ACTOR, NOW, here, { ...DECIDED, seen })).toEqual({
      ok: false,
      error: 'changed',
    });
  });

  test('are put right also after a locking that was taken back', () => {
    const { db, ground } = gnesta();
    expect(redateIt(db, unlockIt(db, lockIt(db, ground))).occasion.publishedOn).toBe('2023-09-21');
  });
});

describe('a decision', () => {
  test('is told as it was put right, and no byte of what was frozen is another', () => {
    const { db, ground } = gnesta();
    const locked = lockIt(db, ground);
    const bytes = settlements.readBytes(db, atOf(ground), 1)!;
    const shown = asApi(readIt(db, locked));
    const here = correctIt(db, locked);
    expect(here.occasion.decision).toEqual({ version: 1, ...DECIDED, paragraph: '54' });
    expect(settlements.readBytes(db, atOf(ground), 1)?.equals(bytes)).toBe(true);
    const { decision, ...occasion } = shown.occasion;
    expect(asApi(readIt(db, here))).toEqual({
      ...shown,
      occasion: { ...occasion, decision: { ...decision, paragraph: '54' } },
    });
    expect(readDecisions(db, atOf(ground)).versions).toMatchObject([
      { paragraph: '54', corrected: { told: DECIDED, reason: 'Fel paragraf.' } },
    ]);
    expect(verifyLog(db, null).faults).toEqual([]);
  });

  test('of the version after is its own', () => {
    const { db, ground } = gnesta();
    const first = reopenIt(db, correctIt(db, lockIt(db, ground)));
    const second = lockIt(db, publishIt(db, first), { ...DECIDED, paragraph: '61' });
    const words = () => readDecisions(db, atOf(ground)).versions.map(({ paragraph }) => paragraph);
    expect(words()).toEqual(['54', '61']);
    correctIt(db, second, '62');
    expect(words()).toEqual(['54', '62']);
  });

  test('that was put right can have been locked by mistake', () => {
    const { db, ground } = gnesta();
    const back = unlockIt(db, correctIt(db, lockIt(db, ground)));
    expect(back.occasion).toMatchObject({ phase: 'publicerat', decision: null });
    expect(readDecisions(db, atOf(ground))).toMatchObject({
      ...{ versions: [], mistaken: [{ paragraph: '54', corrected: { told: DECIDED } }] },
    });
    expect(again(db, lockIt(db, back)).occasion.decision).toMatchObject({ version: 2, ...DECIDED });
  });
});

describe('whatever connection', () => {
  const insert = (columns: string, values: string) =>
    `INSERT INTO correction (step, ${columns}, by_name, by_role, at)
     SELECT max(id), ${values}, by_name, by_role, at FROM phase_change`;
  test.each([
    ['days of what is locked', insert('published_on', "'2023-09-21'"), 'last of its kind'],
    [
      'a decision without why',
      insert('decided_on, paragraph, diarienummer', "'2023-10-03', '1', '1'"),
      'CHECK',
    ],
    ['half a decision', insert('decided_on, reason', "'2023-10-03', 'x'"), 'CHECK'],
    [
      'a decision on no such day',
      insert('decided_on, paragraph, diarienummer, reason', "'2023-10-33', '1', '1', 'x'"),
      'CHECK',
    ],
    ['another text of one', "UPDATE correction SET paragraph = '99'", 'append-only'],
    ['none of it', 'DELETE FROM correction', 'append-only'],
  ])('takes no %s', (_, sql, words) => {
    const { db, ground } = gnesta();
    correctIt(db, lockIt(db, ground));
    expect(() => db.$client.exec(sql)).toThrow(words);
  });
});

/** By who has the file and no scruples. */
const UNSEEN: readonly (readonly [string, string, object])[] = [
  [
    'put right to something else',
    "UPDATE correction SET paragraph = '99'",
    { code: 'corrected', what: 'changed', correction: 1 },
  ],
  [
    'with another reason',
    "UPDATE correction SET reason = 'x'",
    { code: 'corrected', what: 'changed', correction: 1 },
  ],
  ['not put right', 'DELETE FROM correction', { code: 'corrected', what: 'gone', correction: 1 }],
  [
    'put right once more',
    `INSERT INTO correction (step, decided_on, paragraph, diarienummer, reason, by_name, by_role, at)
     SELECT step, decided_on, '99', diarienummer, reason, by_name, by_role, at FROM correction`,
    { code: 'corrected', what: 'not-logged', correction: 2 },
  ],
  [
    'locked by mistake',
    `INSERT INTO phase_change (namnd, occasion, phase, reason, by_name, by_role, at)
     SELECT namnd, occasion, 'publicerat', 'x', by_name, by_role, at FROM phase_change ORDER BY id DESC LIMIT 1`,
    { code: 'step', what: 'not-logged' },
  ],
  [
    'opened anew',
    `INSERT INTO phase_change (namnd, occasion, phase, reason, by_name, by_role, at)
     SELECT namnd, occasion, 'oppet', 'x', by_name, by_role, at FROM phase_change ORDER BY id DESC LIMIT 1`,
    { code: 'step', what: 'not-logged' },
  ],
];

test.each(UNSEEN)('a decision is not %s unseen', (_, sql, fault) => {
  const { db, ground } = gnesta();
  correctIt(db, lockIt(db, ground));
  expect(verifyLog(db, null).faults).toEqual([]);
  for (const name of ['update', 'delete']) db.$client.exec(`DROP TRIGGER correction_no_${name}`);
  db.$client.exec(sql);
  // A step that is none leaves its occasion standing elsewhere too.
  expect(verifyLog(db, null).faults[0]).toMatchObject(fault);
});

test('a locking that was taken back is not made a decision again unseen', () => {
  const { db, ground } = gnesta();
  unlockIt(db, lockIt(db, ground));
  db.$client.exec('DROP TRIGGER phase_change_no_delete');
  db.$client.exec('DELETE FROM phase_change WHERE id = (SELECT max(id) FROM phase_change)');
  expect(readDecisions(db, atOf(ground)).versions).toHaveLength(1);
  expect(verifyLog(db, null).faults[0]).toMatchObject({ code: 'step', what: 'gone' });
});
