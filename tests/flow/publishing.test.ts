import { describe, expect, test } from 'vitest';
import { goalOf } from '#lib/domain/assessed-of.ts';
import type { Move } from '#lib/domain/occasion.ts';
import { published } from '#lib/domain/occasion.ts';
import { invariant } from '#lib/domain/result.ts';
import { asApi } from '#lib/server/api-v1.ts';
import { readAssessed, readLive } from '#lib/server/assessed.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as judgements from '#lib/server/db/judgements.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import * as phaseChanges from '#lib/server/db/phase-changes.ts';
import * as settlements from '#lib/server/db/settlements.ts';
import { readDecisions } from '#lib/server/decisions.ts';
import { saveJudgement, saveText } from '#lib/server/judge.ts';
import { lock, publish, reopen, unlock } from '#lib/server/publishing.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import {
  again,
  DECIDED,
  lockIt,
  publishIt,
  reopenIt,
  revOf,
  seenOf,
  unlockIt,
} from '../publishing.ts';

/* Öppet, publicerat, låst, and back: what each step does, and what it leaves as it was. */

const gnesta = () => {
  const db = gnestaDb();
  return { db, ground: gnestaIn(db) as Ground };
};

const atOf = ({ namnd, occasion }: Ground) => ({ namnd: namnd.id, occasion: occasion.id });

const readIt = (db: Db, { kommun, namnd, occasion }: Ground) =>
  readAssessed(db, kommun, namnd, occasion);

const loggedIn = (db: Db) =>
  db.$client
    .prepare(`SELECT action, before, after, reason FROM log WHERE action LIKE 'occasion.%'`)
    .all();

describe('a step', () => {
  const steps = {
    publish: (db: Db, ground: Ground) =>
      publish(db, ACTOR, NOW, ground, {
        ...{ publishedOn: '2023-09-20', meetingOn: null, seen: seenOf(db, ground) },
      }),
    lock: (db: Db, ground: Ground) =>
      lock(db, ACTOR, NOW, ground, { ...DECIDED, seen: seenOf(db, ground) }),
    reopen: (db: Db, ground: Ground) =>
      reopen(db, ACTOR, NOW, ground, { reason: 'Fel siffra.', rev: revOf(db, ground) }),
    unlock: (db: Db, ground: Ground) =>
      unlock(db, ACTOR, NOW, ground, { reason: 'Fel tillfälle.', rev: revOf(db, ground) }),
  } satisfies Record<Move, unknown>;

  const to = {
    oppet: (db: Db, ground: Ground) => reopenIt(db, ground),
    publicerat: (_db: Db, ground: Ground) => ground,
    last: (db: Db, ground: Ground) => lockIt(db, ground),
  };

  test.each([
    ['publish', 'oppet', 'publicerat'],
    ['publish', 'publicerat', null],
    ['publish', 'last', null],
    ['lock', 'oppet', null],
    ['lock', 'publicerat', 'last'],
    ['lock', 'last', null],
    ['reopen', 'oppet', null],
    ['reopen', 'publicerat', 'oppet'],
    ['reopen', 'last', 'oppet'],
    ['unlock', 'oppet', null],
    ['unlock', 'publicerat', null],
    ['unlock', 'last', 'publicerat'],
  ] as const)('%s of what is %s leads to %s', (step, from, phase) => {
    const { db, ground } = gnesta();
    const here = to[from](db, ground);
    const before = phaseChanges.list(db, atOf(here)).length;
    expect(steps[step](db, here)).toEqual(
      phase ? { ok: true, value: phase } : { ok: false, error: 'moved' },
    );
    expect(again(db, here).occasion.phase).toBe(phase ?? from);
    expect(phaseChanges.list(db, atOf(here)).length - before).toBe(phase ? 1 : 0);
  });

  test.each(['publish', 'lock'] as const)('%s is not taken by who saw something else', (step) => {
    const { db, ground } = gnesta();
    const here = step === 'publish' ? reopenIt(db, ground) : ground;
    const seen = seenOf(db, here);
    db.$client.exec("UPDATE goal SET title = 'Ett annat mål'");
    const told = { publishedOn: '2023-09-20', meetingOn: null, ...DECIDED, seen };
    const taken =
      step === 'publish' ? publish(db, ACTOR, NOW, here, told) : lock(db, ACTOR, NOW, here, told);
    expect(taken).toEqual({ ok: false, error: 'changed' });
    expect(again(db, here).occasion.phase).toBe(here.occasion.phase);
  });

  test('from a page of before another step opens nothing', () => {
    const { db, ground } = gnesta();
    const rev = revOf(db, ground);
    lockIt(db, ground);
    const taken = reopen(db, ACTOR, NOW, ground, { reason: 'Fel siffra.', rev });
    expect(taken).toEqual({ ok: false, error: 'moved' });
    expect(again(db, ground).occasion.phase).toBe('last');
  });

  test('is in the log with what was before, and why', () => {
    const { db, ground } = gnesta();
    reopenIt(db, lockIt(db, ground), 'Bilagan hade fel år.');
    const [locked] = readDecisions(db, atOf(ground)).versions;
    expect(loggedIn(db)).toMatchObject([
      { action: 'occasion.lock', reason: null },
      { action: 'occasion.reopen', reason: 'Bilagan hade fel år.' },
    ]);
    const { after } = loggedIn(db)[0] as { after: string };
    expect(JSON.parse(after)).toEqual({
      ...{ publishedOn: null, meetingOn: '2023-10-03' },
      report: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      ...{ phase: 'last', settlement: locked?.id, version: 1, sha256: locked?.sha256, ...DECIDED },
    });
  });
});

describe('what is decided', () => {
  test('is what was published, and says that it is decided', () => {
    const { db, ground } = gnesta();
    const { goals, activities, indicators } = asApi(readIt(db, ground));
    const decided = asApi(readIt(db, lockIt(db, ground)));
    expect({ ...decided, occasion: null, kommun: null, namnd: null }).toEqual({
      ...{ occasion: null, kommun: null, namnd: null, goals, activities, indicators },
    });
    expect(decided.occasion).toMatchObject({
      phase: 'last',
      decision: { version: 1, ...DECIDED },
    });
  });

  test('stays when it is opened anew, and then there are two', () => {
    const { db, ground } = gnesta();
    const locked = lockIt(db, ground);
    const first = settlements.readBytes(db, atOf(ground), 1);
    const opened = reopenIt(db, locked, 'Väntetiden räknades om.');
    expect(readDecisions(db, atOf(ground)).versions.map(({ opened }) => opened?.reason)).toEqual([
      'Väntetiden räknades om.',
    ]);
    // The public reads what was decided, and who works there what is worked with.
    expect(published(occasions.listOfNamnd(db, ground.namnd.id)).map((one) => one.phase)).toEqual([
      'last',
    ]);
    expect(readIt(db, opened).occasion.phase).toBe('oppet');

    const second = lockIt(db, publishIt(db, opened), { ...DECIDED, paragraph: '61' });
    expect(first && settlements.readBytes(db, atOf(ground), 1)?.equals(first)).toBe(true);
    expect(readDecisions(db, atOf(ground))).toMatchObject({
      versions: [
        { version: 1, paragraph: '45', opened: { reason: 'Väntetiden räknades om.' } },
        { version: 2, paragraph: '61', opened: null },
      ],
      mistaken: [],
    });
    expect(readIt(db, second).occasion.decision).toMatchObject({ version: 2, paragraph: '61' });
  });
});

describe('what was locked by mistake', () => {
  test('is published as it was, and what was frozen is kept and decided by nobody', () => {
    const { db, ground } = gnesta();
    const before = JSON.stringify(readIt(db, ground));
    const back = unlockIt(db, lockIt(db, ground));
    expect(back.occasion).toMatchObject({ phase: 'publicerat', decision: null });
    expect(JSON.stringify(readIt(db, back))).toBe(before);
    expect(settlements.readBytes(db, atOf(ground), 1)).toBeInstanceOf(Buffer);
    expect(readDecisions(db, atOf(ground))).toMatchObject({
      versions: [],
      mistaken: [{ version: 1, opened: { reason: 'Fel tillfälle.' } }],
    });
    expect(verifyLog(db, null).faults).toEqual([]);
    // The next is another version, whatever became of the first.
    expect(lockIt(db, back).occasion.decision).toMatchObject({ version: 2 });
  });

  test('lets what was decided before hold again', () => {
    const { db, ground } = gnesta();
    const first = reopenIt(db, lockIt(db, ground));
    const back = unlockIt(db, lockIt(db, publishIt(db, first), { ...DECIDED, paragraph: '61' }));
    expect(back.occasion.decision).toMatchObject({ version: 1, paragraph: '45' });
    expect(reopenIt(db, back).occasion.decision).toMatchObject({ version: 1 });
  });

  test('keeps what was said at its meeting beside what was sent', () => {
    const { db, ground } = gnesta();
    const published = phaseChanges.lastPublishedAt(db, atOf(ground));
    const back = unlockIt(db, lockIt(db, ground));
    expect(phaseChanges.lastPublishedAt(db, atOf(back))).toBe(published);
  });

  test('says why, by whatever connection', () => {
    const { db, ground } = gnesta();
    lockIt(db, ground);
    expect(() =>
      db.$client.exec(
        `INSERT INTO phase_change (namnd, occasion, phase, by_name, by_role, at)
         SELECT namnd, occasion, 'publicerat', by_name, by_role, at FROM phase_change ORDER BY id DESC LIMIT 1`,
      ),
    ).toThrow('has a reason');
  });
});

test('an occasion that is decided is called what it was', () => {
  const { db, ground } = gnesta();
  const rename = () =>
    db.$client.exec("UPDATE occasion SET title = 'Annat' WHERE key = 'delar-2023'");
  lockIt(db, ground);
  expect(rename).toThrow('a decided occasion stays');
});

describe('at the meeting', () => {
  const judged = (db: Db, ground: Ground) => {
    const [one] = judgements
      .list(db, ground.namnd.id, ground.occasion.id)
      .filter(({ subject, said }) => subject.kind === 'goal' && said.kind === 'step');
    invariant(one, 'a goal is judged');
    return one;
  };

  const say = (db: Db, ground: Ground, atMeeting: boolean) => {
    const { subject, aspect, place } = judged(db, ground);
    const base = judgements.history(db, atOf(ground), subject).at(-1)?.id ?? null;
    return saveJudgement(
      db,
      ACTOR,
      NOW,
      ground.kommun,
      { ...atOf(ground), atMeeting },
      {
        ...{ subject, aspect, place, said: { kind: 'ej_utvarderad' }, step: null, trend: null },
        ...{ reason: 'Nämnden ville vänta.', basis: '[]', base },
      },
    );
  };

  test('a judgement is changed, and what was sent stands beside it', () => {
    const { db, ground } = gnesta();
    const { subject } = judged(db, ground);
    const sent = goalOf(readIt(db, ground), subject.id).state;
    expect(say(db, ground, true)).toMatchObject({ ok: true });
    const goal = goalOf(readIt(db, ground), subject.id);
    expect(goal.state?.kind).toBe('ej_utvarderad');
    expect(goal.sent).toEqual(sent);
    // What is decided says so for good.
    expect(goalOf(readIt(db, lockIt(db, ground)), subject.id).sent).toEqual(sent);
  });

  test('a text is changed, or taken away, and what was sent stands beside it', () => {
    const { db, ground } = gnesta();
    const texts = () => readIt(db, ground).activities.flatMap((one) => one.comments);
    const [first, second] = texts();
    invariant(first && second, 'two texts are written');
    for (const [one, body] of [
      [first, 'Nämnden skrev om.'],
      [second, ''],
    ] as const) {
      const { subject, place, part } = one;
      const base = judgements.commentHistory(db, atOf(ground), subject).at(-1)?.id ?? null;
      const at = { ...atOf(ground), atMeeting: true };
      const kept = saveText(db, ACTOR, NOW, ground.kommun, at, {
        subject,
        place,
        part,
        body,
        base,
      });
      expect(kept).toMatchObject({ ok: true });
    }
    const changed = texts().filter(({ sent }) => sent !== null);
    expect(changed.map(({ body, sent }) => [body, sent])).toEqual([
      ['Nämnden skrev om.', first.body],
      ['', second.body],
    ]);
  });

  test.each([
    ['what is published', false, 'publicerat'],
    ['what is open', true, 'oppet'],
    ['what is locked', false, 'last'],
    ['what is locked, at the meeting', true, 'last'],
  ] as const)('nothing is said out of time of %s', (_, atMeeting, phase) => {
    const { db, ground } = gnesta();
    const open = { oppet: reopenIt, publicerat: (_db: Db, at: Ground) => at, last: lockIt }[phase];
    const here = open(db, ground);
    const before = db.$client.serialize();
    expect(say(db, here, atMeeting)).toEqual({ ok: false, error: 'closed' });
    expect(db.$client.serialize().equals(before)).toBe(true);
  });
});

test('the earlier judgements of another occasion are as they were decided, whatever the scale says now', () => {
  const { db, ground } = gnesta();
  const later = occasions.listOfNamnd(db, ground.namnd.id).find(({ key }) => key === 'ar-2023');
  invariant(later, 'Gnesta works with the year');
  const earlier = () =>
    readLive(db, ground.kommun, ground.namnd, later).goals.flatMap((one) => one.earlier);
  const published = earlier().map(({ state }) => state);
  expect(published.length).toBeGreaterThan(0);
  lockIt(db, ground);
  db.$client.exec(
    "UPDATE scale_step SET word = 'Ett annat ord', word_forecast = 'Ett annat ord', colour = 'red'",
  );
  db.$client.exec('UPDATE kommun SET revision = revision + 1');
  expect(earlier().map(({ state }) => state)).toEqual(published);
});
