import { afterAll, describe, expect, test } from 'vitest';
import { dueOf } from '#lib/domain/due.ts';
import type { Due } from '#lib/domain/due.ts';
import { invariant } from '#lib/domain/result.ts';
import { LONGEST_TEXT } from '#lib/domain/rich-text.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { seed } from '#lib/server/seed.ts';
import { keepDrafts, readDrafts } from '#lib/server/sheet/drafts.ts';
import { materialOf } from '#lib/server/sheet/material.ts';
import { saveSheet } from '#lib/server/sheet/save.ts';
import { basisMark, heldIn, readSheet } from '#lib/server/sheet/sheet.ts';
import type { Sheet } from '#lib/server/sheet/sheet.ts';
import { viewOf } from '#lib/server/sheet/view.ts';
import { ACTOR, closing, MIGRATIONS, NOW } from '../db.ts';
import { openGnesta } from '../open-gnesta.ts';
import { readIn } from '../reading.ts';

/* What somebody fills in of one thing: each slot is kept, or told and left as a draft, for itself. */

const seeds = openGnesta();
afterAll(() => seeds.remove());

const image = (() => {
  const db = openDb(':memory:');
  migrateDb(db, MIGRATIONS);
  const fault = seed(db, ACTOR, NOW, seeds.folder);
  invariant(fault === null, JSON.stringify(fault));
  const bytes = db.$client.serialize();
  db.$client.close();
  return bytes;
})();

const freshDb = () => closing(openDb(image));

function sheetIn(db: Db, key: string, slug = 'gnesta', occasionKey = 'delar-2023'): Sheet {
  const kommun = kommuner.read(db, slug);
  const namnd = kommun && namnder.read(db, kommun.id, 'socialnamnden');
  const occasion =
    namnd && occasions.listOfNamnd(db, namnd.id).find((one) => one.key === occasionKey);
  invariant(kommun && namnd && occasion, `${slug} is open`);
  const assessed = readAssessed(db, kommun, namnd, occasion);
  const due = dueOf(assessed).find((one: Due) => one.key === key);
  invariant(due, `${key} is due`);
  return readSheet(db, kommun, { namnd: namnd.id, assessed, due });
}

const KARIN = { ...ACTOR, name: 'Karin' };

/** Fills in a form as it was opened, and sends it: what is not written stands as the page had it. */
function fill(sheet: Sheet, written: Record<string, string>): ReadonlyMap<string, string> {
  const place = String(sheet.assessed.place);
  const own = Object.entries(written).map(
    ([name, text]) => [name.replace('*', place), text] as const,
  );
  const shown = sheet.slots.flatMap((slot) => [
    ...Object.entries(heldIn(slot)),
    [`bas-${slot.name}`, String(slot.chain.at(-1)?.id ?? 0)] as const,
  ]);
  return new Map([...shown, ['sett', NOW.toISOString()], ...own]);
}

/** As the page does while somebody types: it has seen all drafts there are, unless told otherwise. */
const write = (db: Db, sheet: Sheet, written: Record<string, string>, seen = NOW.toISOString()) =>
  keepDrafts({
    ...{ db, sheet: sheetIn(db, sheet.due.key), person: null, now: NOW },
    fields: new Map([...fill(sheet, written), ['sett', seen]]),
  });

const save = (db: Db, sheet: Sheet, written: Record<string, string>, actor = ACTOR) =>
  saveSheet(db, actor, NOW, sheetIn(db, sheet.due.key), fill(sheet, written));

const GREEN = { 'bedomning-*': 'steg:uppnatt' };
const YELLOW = { 'bedomning-*': 'steg:delvis' };
const TEXT = { 'text-kommentar-*': 'Arbetet går enligt plan.' };

describe('what is filled in of a goal', () => {
  test.each<[string, Record<string, string>, number, readonly string[]]>([
    ['nothing', {}, 0, []],
    ['under the ceiling, and a text', { ...YELLOW, ...TEXT }, 2, []],
    ['over the ceiling, and a text', { ...GREEN, ...TEXT }, 1, ['over-ceiling']],
    ['over the ceiling, with a reason', { ...GREEN, 'skal-*': 'Betygen i juni.' }, 1, []],
    ['a reason of blanks', { ...GREEN, 'skal-*': ' \u200b\n' }, 0, ['over-ceiling']],
    ['not evaluated', { 'bedomning-*': 'ej_utvarderad' }, 0, ['not-evaluated']],
    [
      'measured at an occasion that is none',
      { 'bedomning-*': 'mats_senare:999' },
      0,
      ['no-occasion'],
    ],
    ['a step of another scale', { 'bedomning-*': 'steg:lila' }, 0, ['no-step']],
    ['what is no choice', { 'bedomning-*': '<script>' }, 0, ['no-choice']],
    ['a text of 20 000 signs', { 'text-kommentar-*': 'å'.repeat(LONGEST_TEXT) }, 1, []],
    ['one more', { 'text-kommentar-*': 'å'.repeat(LONGEST_TEXT + 1) }, 0, ['too-long']],
    [
      'a slot that there is none of',
      { 'text-hemligt-*': 'x', 'bedomning-999': 'steg:delvis' },
      0,
      [],
    ],
  ])('%s', (_, written, kept, faults) => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    const saved = save(db, sheet, written);
    expect([saved.kept, Object.values(saved.faults).flat()]).toEqual([kept, faults]);
    // What was not kept is not lost.
    const drafts = readDrafts(db, sheetIn(db, 'vf-3'), null);
    expect(drafts.size).toBe(Object.keys(saved.faults).length);
  });

  test('stands as it was said, and is tidied once', () => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    const text = '<script>alert(1)</script>\r\n\r\n\r\n=SUM(A1) **fet** \u202e';
    save(db, sheet, { 'text-kommentar-*': text });
    const held = sheetIn(db, 'vf-3').slots.find(({ kind }) => kind === 'text')!;
    expect(Object.values(heldIn(held))).toEqual(['<script>alert(1)</script>\n\n=SUM(A1) **fet**']);
  });

  test('the same form twice says it once', () => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    expect(save(db, sheet, { ...YELLOW, ...TEXT }).kept).toBe(2);
    expect(save(db, sheet, { ...YELLOW, ...TEXT })).toEqual({ kept: 0, faults: {} });
  });
});

test('what it leans on has changed since the page was opened: told, and not judged by what was not seen', () => {
  const db = freshDb();
  const form = fill(sheetIn(db, 'vf-3'), { ...YELLOW, underlag: basisMark(sheetIn(db, 'vf-3')) });
  const child = sheetIn(db, 'vf-3').assessed.activities.find(({ activity }) =>
    activity.goals.includes(sheetIn(db, 'vf-3').due.subject.id),
  )!;
  save(db, sheetIn(db, child.activity.key), YELLOW);
  const saved = saveSheet(db, ACTOR, NOW, sheetIn(db, 'vf-3'), form);
  expect(Object.values(saved.faults)).toEqual([['new-basis']]);
});

describe('two who fill in the same', () => {
  test('choose what shall hold: the other’s, or their own after it', () => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    save(db, sheet, { 'text-kommentar-*': 'först' });
    const second = { 'text-kommentar-*': 'sedan' };
    save(db, sheet, second, KARIN);
    // To send it again is no choice.
    expect(Object.values(save(db, sheet, second, KARIN).faults)).toEqual([['conflict']]);
    const slot = sheetIn(db, 'vf-3').slots.find(({ kind }) => kind === 'text')!;
    const choice = `val-${slot.name}`;
    expect(save(db, sheet, { ...second, [choice]: 'deras' }, KARIN)).toEqual({
      kept: 0,
      faults: {},
    });
    expect(readDrafts(db, sheetIn(db, 'vf-3'), null).size).toBe(0);
    const mine = `mitt:${slot.chain.at(-1)!.id}`;
    expect(save(db, sheet, { ...second, [choice]: mine }, KARIN).kept).toBe(1);
    const { places } = viewOf(db, sheetIn(db, 'vf-3'), new Map(), null);
    const told = places[0]!.slots.find(({ name }) => name === slot.name)!;
    expect(told.versions.map(({ fields }) => fields[slot.name])).toEqual(['först']);
  });

  test('the second is told, and what they wrote is their draft', () => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    save(db, sheet, { 'text-kommentar-*': 'först' });
    const saved = save(db, sheet, { 'text-kommentar-*': 'sedan' }, KARIN);
    expect(Object.values(saved.faults)).toEqual([['conflict']]);
    const now = sheetIn(db, 'vf-3');
    const slot = now.slots.find(({ kind }) => kind === 'text')!;
    const draft = readDrafts(db, now, null).get(slot.name)!;
    expect([heldIn(slot)[slot.name], draft.fields[slot.name], draft.isBehind]).toEqual([
      ...['först', 'sedan', true],
    ]);
    // Having seen both, it is theirs to say.
    expect(save(db, now, { 'text-kommentar-*': 'först och sedan' }, KARIN).kept).toBe(1);
    expect(readDrafts(db, sheetIn(db, 'vf-3'), null).size).toBe(0);
  });

  test('each in a slot of their own disturb nobody', () => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    expect(save(db, sheet, TEXT)).toEqual({ kept: 1, faults: {} });
    expect(save(db, sheet, YELLOW, KARIN)).toEqual({ kept: 1, faults: {} });
  });

  test('a base that is another chain’s is nobody’s', () => {
    const db = freshDb();
    save(db, sheetIn(db, 'vf-1'), TEXT);
    const other = sheetIn(db, 'vf-1')
      .slots.find(({ kind }) => kind === 'text')!
      .chain.at(-1)!;
    const sheet = sheetIn(db, 'vf-3');
    const { name } = sheet.slots.find(({ kind }) => kind === 'text')!;
    const saved = save(db, sheet, { [`bas-${name}`]: String(other.id), [name]: 'x' });
    expect(saved.faults).toEqual({ [name]: ['conflict'] });
  });
});

describe('what is being written', () => {
  test('is a draft, until it says what holds', () => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    const draft = (written: Record<string, string>) => write(db, sheet, written).isTaken;
    expect(draft(TEXT)).toBe(false);
    expect(readDrafts(db, sheet, null).size).toBe(1);
    expect(draft({})).toBe(false);
    expect(readDrafts(db, sheet, null).size).toBe(0);
    save(db, sheet, { 'text-kommentar-*': 'någon annan' }, KARIN);
    expect(draft(TEXT)).toBe(true);
    // A page opened before the draft was begun, where nobody wrote in the slot, leaves it alone.
    write(db, sheet, YELLOW, '');
    expect(readDrafts(db, sheetIn(db, 'vf-3'), null).size).toBe(2);
    save(db, sheet, { 'lage-x': '', sett: '' });
    expect(readDrafts(db, sheetIn(db, 'vf-3'), null).size).toBe(2);
  });

  test('in one slot on two pages stands as it was written first', () => {
    const db = freshDb();
    const sheet = sheetIn(db, 'vf-3');
    write(db, sheet, TEXT);
    const { isElsewhere } = write(db, sheet, { 'text-kommentar-*': 'annan flik' }, '');
    const [draft] = readDrafts(db, sheetIn(db, 'vf-3'), null).values();
    expect([isElsewhere, ...Object.values(draft!.fields)]).toEqual([
      true,
      'Arbetet går enligt plan.',
    ]);
  });
});

test('a judgement whose values change is flagged, stands, and is confirmed by who has looked', () => {
  const db = freshDb();
  const sheet = sheetIn(db, 'vf-1');
  save(db, sheet, YELLOW);
  expect(sheetIn(db, 'vf-1').due.isOutdated).toBe(false);
  readIn(db, kommuner.read(db, 'gnesta')!, 'Indikator;Period;Värde\nind-1;2023-H1;80\n', {
    name: 'ny.csv',
  });
  const after = sheetIn(db, 'vf-1');
  expect([after.due.isOutdated, after.due.state]).toMatchObject([
    true,
    { step: { key: 'delvis' } },
  ]);
  expect(save(db, after, {}).kept).toBe(0);
  expect(sheetIn(db, 'vf-1').due.isOutdated).toBe(true);
  expect(save(db, after, { bekrafta: 'on' }).kept).toBe(1);
  expect(sheetIn(db, 'vf-1').due.isOutdated).toBe(false);
});

test('an activity says how far it has come', () => {
  const db = freshDb();
  const sheet = sheetIn(db, 'upp-312');
  expect(save(db, sheet, { lage: 'under_way' })).toEqual({ kept: 1, faults: {} });
  expect(save(db, sheetIn(db, 'upp-312'), { lage: 'klar!' }).faults).toEqual({
    lage: ['no-choice'],
  });
  const { activities } = sheetIn(db, 'upp-312').assessed;
  expect(activities.find(({ activity }) => activity.key === 'upp-312')?.lifecycle).toBe(
    'under_way',
  );
});

describe('a sheet of Kalmar', () => {
  const kalmar = (db: Db) => sheetIn(db, 'uo-vald', 'kalmar', 'ar-2022');

  test('has three parts for each unit, as they lie under each other', () => {
    const { places, slots } = kalmar(freshDb());
    expect(places.slice(0, 4).map(({ name }) => name)).toEqual([
      ...[null, 'Socialförvaltningen', 'Socialnämnd gemensamt', 'VO barn och familj'],
    ]);
    expect(slots.filter(({ kind }) => kind === 'text')).toHaveLength(places.length * 3);
  });

  test('has what was written the last time at hand', () => {
    const db = freshDb();
    const { places, lastTitle } = viewOf(db, kalmar(db), new Map(), null);
    const unit = places.find(({ name }) => name === 'VO barn och familj')!;
    expect([lastTitle, unit.isTold]).toEqual(['Tertialrapport april 2022', true]);
    expect(unit.slots.find(({ title }) => title === 'Samlad bedömning')!.last).not.toBe('');
  });
});

describe('what lies beside', () => {
  test.each([
    ['vf-3', 'Underlaget säger: som mest gult', ['Uppdrag']],
    ['vf-1', 'Underlaget säger: som mest gult', ['Indikatorer', 'Uppdrag']],
    ['upp-312', 'Underlaget', ['Hör till']],
    ['ind-1', 'Regeln säger: Når inte målvärdet', ['Hör till']],
  ])('%s', (key, heading, groups) => {
    const material = materialOf(sheetIn(freshDb(), key));
    expect([material.heading, material.groups.map(({ title }) => title)]).toEqual([
      heading,
      groups,
    ]);
  });

  test('a choice says what it goes against', () => {
    const db = freshDb();
    const { places } = viewOf(db, sheetIn(db, 'vf-1'), new Map(), null);
    const { choices } = places[0]!;
    expect(choices.map(({ word, hints }) => [word, ...hints])).toEqual([
      ['Bedöms uppnås', 'bättre än det finns underlag för', '1 mått talar emot'],
      ['Bedöms delvis uppnås'],
      ['Bedöms ej uppnås'],
      ['Mäts till årsredovisningen 2023'],
      ['Ej utvärderat', 'någon har bestämt att inte utvärdera'],
      ['Ej bedömt'],
    ]);
  });
});
