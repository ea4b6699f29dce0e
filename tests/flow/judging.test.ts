import { describe, expect, test } from 'vitest';
import { invariant } from '#lib/domain/result.ts';
import * as activityStates from '#lib/server/db/activity-states.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as drafts from '#lib/server/db/drafts.ts';
import * as goals from '#lib/server/db/goals.ts';
import * as judgements from '#lib/server/db/judgements.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import * as places from '#lib/server/db/places.ts';
import * as plans from '#lib/server/db/plans.ts';
import * as readyMarks from '#lib/server/db/ready-marks.ts';
import { markReady, saveJudgement, saveLifecycle, saveText } from '#lib/server/judge.ts';
import { aPerson } from '../accounts.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';

/* What people say at an open occasion: kept link by link, and the second of two editors is told. */

function open() {
  const db = gnestaDb();
  const { kommun, namnd } = gnestaIn(db);
  const told = { kommun: kommun.id, key: 'oppet', kind: 'ar', title: 'Öppet' };
  const occasion = occasions.insert(db, { ...told, year: 2023, cutoffOn: '2023-12-31' });
  occasions.insertInNamnd(db, { namnd: namnd.id, occasion, phase: 'oppet' });
  const ids = plans.list(db, kommun.id).map(({ id }) => id);
  const goal = goals.list(db, ids).find((one) => one.namnder.length === 0);
  const place = places.readKommun(db, kommun.code);
  invariant(goal && place, 'Gnesta has goals of its own');
  const at = { namnd: namnd.id, occasion, atMeeting: false };
  return { db, kommun, at, subject: { kind: 'goal', id: goal.id } as const, place: place.id };
}

type Open = ReturnType<typeof open>;

const judge = ({ db, kommun, at, subject, place }: Open, base: number | null, reason: string) =>
  saveJudgement(db, ACTOR, NOW, kommun, at, {
    ...{ subject, place, aspect: 'outcome', said: { kind: 'ej_utvarderad' }, step: null },
    ...{ trend: null, basis: '[]', reason, base },
  });

const write = ({ db, kommun, at, subject, place }: Open, base: number | null, body: string) =>
  saveText(db, ACTOR, NOW, kommun, at, { subject, place, part: 'kommentar', body, base });

const logged = (db: Db) =>
  db.$client
    .prepare("SELECT action FROM log WHERE entity IN ('judgement', 'comment') ORDER BY seq")
    .pluck()
    .all();

describe('a judgement', () => {
  test('is the next link of its chain, and the last is what holds', () => {
    const at = open();
    const first = judge(at, null, 'Enkäten drogs in.');
    invariant(first.ok, 'nobody was before');
    expect(judge(at, first.value, 'Enkäten kom aldrig.')).toMatchObject({ ok: true });
    const held = judgements.list(at.db, at.at.namnd, at.at.occasion);
    expect(held.map(({ reason }) => reason)).toEqual(['Enkäten kom aldrig.']);
    expect(logged(at.db)).toEqual(['judgement.give', 'judgement.give']);
  });

  test('of two who began from the same the second is told, and nothing of the first is lost', () => {
    const at = open();
    expect(judge(at, null, 'först')).toMatchObject({ ok: true });
    expect(judge(at, null, 'sedan')).toEqual({ ok: false, error: 'conflict' });
    const held = judgements.list(at.db, at.at.namnd, at.at.occasion);
    expect(held.map(({ reason }) => reason)).toEqual(['först']);
    expect(logged(at.db)).toEqual(['judgement.give']);
  });
});

test('a hundred pairs of texts at once: a hundred are told, and a hundred stand', () => {
  const at = open();
  let base: number | null = null;
  let told = 0;
  for (let pair = 0; pair < 100; pair += 1) {
    const both: ReturnType<typeof write>[] = ['en', 'annan'].map((who) =>
      write(at, base, `${who} ${pair}`),
    );
    const [one, other] = both;
    told += Number(!other!.ok);
    invariant(one!.ok, 'the first is kept');
    base = one!.value;
  }
  const [held, ...others] = judgements.listComments(at.db, at.at.namnd, at.at.occasion);
  expect([told, held?.body, others.length]).toEqual([100, 'en 99', 0]);
});

test('a text is kept tidy, and 20 000 signs of it', () => {
  const at = open();
  const long = 'åäö 👩‍👩‍👧 <script>alert(1)</script> =1+1 '.repeat(500);
  expect(write(at, null, `\u200B${long}\r\n\r\n\r\n- a`)).toMatchObject({ ok: true });
  const [held] = judgements.listComments(at.db, at.at.namnd, at.at.occasion);
  expect(held!.body).toBe(`${long.trim()}\n\n- a`);
});

test('how far an activity has come, and what is ready, are chains too', () => {
  const at = open();
  const { db, kommun } = at;
  const activity = db.$client.prepare('SELECT min(id) FROM activity').pluck().get() as number;
  const say = (lifecycle: 'under_way' | 'done', base: number | null) =>
    saveLifecycle(db, ACTOR, NOW, kommun, at.at, {
      ...{ activity, lifecycle, base, startOn: null, endOn: null },
    });
  const first = say('under_way', null);
  invariant(first.ok, 'nobody was before');
  expect(say('done', null)).toEqual({ ok: false, error: 'conflict' });
  expect(say('done', first.value)).toMatchObject({ ok: true });
  const states = activityStates.list(db, at.at.namnd, at.at.occasion);
  expect(states.map(({ lifecycle }) => lifecycle)).toEqual(['done']);

  const mark = (isReady: boolean, base: number | null) =>
    markReady(db, ACTOR, NOW, kommun, at.at, { subject: at.subject, isReady, base });
  const ready = mark(true, null);
  invariant(ready.ok, 'nobody was before');
  expect(mark(true, null)).toEqual({ ok: false, error: 'conflict' });
  expect(mark(false, ready.value)).toMatchObject({ ok: true });
  const marks = readyMarks.list(db, at.at.namnd, at.at.occasion);
  expect(marks.map(({ isReady }) => isReady)).toEqual([false]);
});

test('a draft is its writer’s alone, and the last that was typed', async () => {
  const { db, at } = open();
  const [one, other] = [await aPerson(db, 'Karin', [], NOW), await aPerson(db, 'Olle', [], NOW)];
  const whose = [one.id, other.id, null];
  const keep = (person: number | null, text: string) => {
    const fields = { 'text-kommentar-1': text };
    drafts.keep(db, { ...at, person, slot: 'mal/1', fields, base: 0, savedAt: NOW.toISOString() });
  };
  const kept = () =>
    whose.map((person) => drafts.list(db, { ...at, person }).map(({ fields }) => fields));
  keep(one.id, 'börjad');
  keep(one.id, 'börjad och fortsatt');
  keep(null, 'i demon');
  expect(kept()).toEqual([
    [{ 'text-kommentar-1': 'börjad och fortsatt' }],
    [],
    [{ 'text-kommentar-1': 'i demon' }],
  ]);
  drafts.drop(db, { ...at, person: null }, 'mal/1');
  drafts.drop(db, { ...at, person: one.id }, 'mal/1');
  expect(kept()).toEqual([[], [], []]);
});
