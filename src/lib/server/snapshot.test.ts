import { expect, test } from 'vitest';
import { gnestaDb, gnestaIn } from '../../../tests/db.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import { invariant } from '#lib/domain/result.ts';
import * as namnder from './db/namnder.ts';
import { readSnapshot } from './snapshot.ts';

const read = () => {
  const db = gnestaDb();
  const { kommun, namnd, occasion } = gnestaIn(db);
  return readSnapshot(db, kommun, namnd, occasion);
};

/** How many there are of every list. */
const sizes = (snapshot: Snapshot) =>
  Object.fromEntries(
    Object.entries(snapshot).flatMap(([name, value]) =>
      Array.isArray(value) ? [[name, value.length]] : [],
    ),
  );

test('Gnesta is read whole', () => {
  expect(sizes(read())).toEqual({
    plans: 2,
    levels: 3,
    scales: 2,
    goals: 9,
    activities: 32,
    roles: 7,
    measures: 26,
    indicators: 28,
    targets: 8,
    // 45 + 96 + 8 + 8 rows, of which sjukfrånvaro and långtidssjukfrånvaro stand in two files.
    places: 312,
    groups: 0,
    peers: 0,
    observations: 153,
    judgements: 5,
    comments: 40,
    ceilings: 4,
    activityStates: 0,
    decided: 0,
    earlier: 0,
    later: 1,
  });
});

test('what is read keeps the order of the plan and points at what is there', () => {
  const { goals, levels, activities, indicators, scales, forecastOccasion } = read();
  expect(goals.map((goal) => goal.key)).toEqual([
    ...['im-1', 'im-2', 'im-3', 'im-4', 'im-5'],
    ...['vf-1', 'vf-3', 'vf-4', 'vf-5'],
  ]);
  const ids = new Set(goals.map((goal) => goal.id));
  const pointed = [
    ...goals.flatMap((one) => one.parents),
    ...activities.flatMap((one) => one.goals),
  ];
  expect([...pointed, ...indicators.flatMap((one) => one.goals)].every((id) => ids.has(id))).toBe(
    true,
  );
  expect(levels[1]).toMatchObject({
    key: 'verksamhetsfokus',
    textParts: [{ key: 'kommentar', title: 'Kommentar', perPlace: false }],
    reported: { delar: 'forecast', ar: 'outcome' },
    policy: { kind: 'none' },
    indicatorsFrom: 'own-and-parents',
  });
  expect(scales[0]!.steps.map((step) => step.key)).toEqual(['uppnatt', 'delvis', 'ej']);
  expect(forecastOccasion?.key).toBe('ar-2023');
});

test('a date that is none keeps its text and has no day', () => {
  const { activities } = read();
  const odd = activities.filter((one) => one.start?.day === null || one.end?.day === null);
  expect(odd.map((one) => [one.key, one.start, one.end])).toEqual([
    ['upp-326', { day: '2022-03-31', text: '2022-03-31' }, { day: null, text: '23-01-30' }],
    ['upp-404', { day: null, text: '2023-04-31' }, { day: '2023-12-31', text: '2023-12-31' }],
  ]);
});

test('another nämnd sees the goals of fullmäktige and nothing of this one', () => {
  const db = gnestaDb();
  const { kommun, occasion } = gnestaIn(db);
  const other = namnder.read(db, kommun.id, 'kommunstyrelsen');
  invariant(other, 'kommunstyrelsen is a nämnd');
  expect(sizes(readSnapshot(db, kommun, other, occasion))).toMatchObject({
    plans: 1,
    goals: 5,
    activities: 0,
    indicators: 0,
    targets: 0,
    observations: 0,
    judgements: 0,
    comments: 0,
    ceilings: 0,
  });
});

test('a year that no plan covers has no goals', () => {
  const db = gnestaDb();
  const { kommun, namnd, occasion } = gnestaIn(db);
  const early = readSnapshot(db, kommun, namnd, { ...occasion, year: 2022 });
  expect(sizes(early)).toMatchObject({ plans: 0, levels: 0, goals: 0, activities: 0 });
});
