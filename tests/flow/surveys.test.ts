import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Choices } from '#lib/domain/choices.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import * as measures from '#lib/server/db/measures.ts';
import { importPlan } from '#lib/server/plan/import.ts';
import { ACTOR, freshDb, gnestaDb, gnestaIn, NOW, parsedPlanWith } from '../db.ts';
import type { Json } from '../db.ts';
import { lookAt, previewOf, readIn, waitWith } from '../reading.ts';

/* Surveys of users that are added up, from the file to what a page shows. */

const fixture = (name: string) => readFileSync(join('tests/fixtures/formats', name));

const gnesta = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

describe('a collected file', () => {
  test.each<[string, Partial<Choices>, number]>([
    [
      '11-brukarundersokning-lss-cp1252.csv',
      { period: '2022', places: { Ängsgården: 'new', 'Björkvägen 3–5': 'new' } },
      6,
    ],
    ['12-aldreundersokning-bred.csv', { period: '2022' }, 12],
  ])('%s is read in, and changes nothing the second time', (name, choices, count) => {
    const { db, kommun } = gnesta();
    const bytes = fixture(name);
    const first = lookAt(db, kommun, waitWith(db, kommun, bytes, { name, choices }));
    expect(first).toMatchObject({ outcome: 'ready', difference: { new: count, changed: 0 } });
    expect(readIn(db, kommun, bytes, { name, choices }).counts).toMatchObject({ new: count });
    const again = lookAt(db, kommun, waitWith(db, kommun, bytes, { name, choices }));
    expect(again).toMatchObject({
      outcome: 'already-stored',
      difference: { new: 0, changed: 0, unchanged: count },
    });
  });

  test('asks when it was made', () => {
    const { db, kommun } = gnesta();
    const preview = waitWith(db, kommun, fixture('12-aldreundersokning-bred.csv'));
    expect(lookAt(db, kommun, preview)).toMatchObject({ outcome: 'asked', isPeriodOpen: true });
  });
});

/** Gnesta with an indicator that is the answer to a question of the elderly. */
function withAldre() {
  const db = freshDb();
  const plan = parsedPlanWith((file) => {
    const indicator = (file.indicators as Json[]).find((one) => one.key === 'ind-3')!;
    const measure = (file.measures as Json[]).find((one) => one.code === indicator.measure)!;
    Object.assign(measure, { code: 'U21468', source: 'kolada' });
    indicator.measure = 'U21468';
  });
  importPlan(db, ACTOR, NOW, plan);
  return { db, ...gnestaIn(db) };
}

const HEAD =
  'Kommun;Verksamhet;År;Fråga;Mycket nöjd;Ganska nöjd;Varken eller;Ganska missnöjd;Mycket missnöjd';
const answers = (...counts: number[]) =>
  `${HEAD}\nGnesta;Hemtjänst;2022;Hur nöjd är du sammantaget?;${counts.join(';')}\n`;

describe('few answers', () => {
  test.each([
    ['fewer than thirty of the elderly are hidden', answers(10, 9, 3, 1, 1), 'suppressed', null],
    ['thirty are shown', answers(15, 9, 3, 2, 1), 'value', 80],
  ])('%s', (_, text, state, value) => {
    const { db, kommun, namnd, occasion } = withAldre();
    const { changes } = previewOf(db, kommun, text);
    expect(changes.new.shown).toMatchObject([{ after: { state, value } }]);
    if (value === null) expect(JSON.stringify(changes)).not.toMatch(/79[.,]1|19 av 24/);
    readIn(db, kommun, text);
    const found = readAssessed(db, kommun, namnd, occasion).indicators.find(
      ({ indicator }) => indicator.key === 'ind-3',
    );
    expect(found?.observations).toMatchObject([{ state, value }]);
  });

  test('a question with no nyckeltal becomes a measure of its survey, with its limit', () => {
    const { db, kommun } = gnesta();
    const name = 'Servicebostad: Är ditt hem viktigt för dig?';
    const text =
      'Verksamhet;Enhet;År;Fråga;Ja;Ibland;Nej\nServicebostad;Kulla;2022;Är ditt hem viktigt för dig?;2;1;1\n';
    const choices = { indicators: { [name]: 'new' }, places: { Kulla: 'new' } } as const;
    expect(previewOf(db, kommun, text, choices).changes.new.shown).toMatchObject([
      { title: name, after: { state: 'suppressed', value: null } },
    ]);
    readIn(db, kommun, text, { choices });
    expect(measures.list(db, kommun.id).find(({ title }) => title === name)).toMatchObject({
      ...{ source: 'survey', survey: 'lss', unit: '%', isShare: true },
    });
  });

  test('a file with a row for each person is not read in, and nothing of it told', () => {
    const { db, kommun } = gnesta();
    const text =
      'Id;Kön;Trivs du hemma?;Är du rädd?\n1;Kvinna;Ja;Aldrig\n2;Man;Nej;Ofta, för grannen\n';
    const report = previewOf(db, kommun, text);
    expect(report.outcome).toBe('refused');
    expect(JSON.stringify(report)).not.toMatch(/grannen|Kvinna/);
  });
});
