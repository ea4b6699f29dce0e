import { expect, test } from 'vitest';
import { boardsDb, gnestaDb, gnestaIn } from '../../../tests/db.ts';
import {
  atLeast,
  atMost,
  between,
  BUDGET,
  countBy,
  doneBy,
  keep,
  percent,
  rank,
  UP,
  within,
  WORDS,
} from '../../../tests/rules.ts';
import { invariant } from '#lib/domain/result.ts';
import type { TargetRule } from '#lib/domain/rule.ts';
import { RULE_KIND } from '#lib/format/method.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as kommuner from './db/kommuner.ts';
import { readMethod } from './method.ts';
import { readSnapshot } from './snapshot.ts';

const methodIn = (db: Db, slug = 'gnesta') => {
  const kommun = kommuner.read(db, slug);
  invariant(kommun, `${slug} is seeded`);
  return readMethod(db, kommun);
};

/** A target of a year of its own for an indicator of Gnesta's. */
function aim(db: Db, rule: TargetRule, year: number, at = 0): void {
  const { kommun, namnd, occasion } = gnestaIn(db);
  const { place } = readSnapshot(db, kommun, namnd, occasion);
  const indicator = indicators.list(db, namnd.id)[at]!.id;
  indicators.insertTarget(db, {
    ...{ indicator, year, occasion: null, sex: 'T', place, rule },
    ...{ printed: null, source: null },
  });
}

const EVERY: readonly TargetRule[] = [
  ...[BUDGET, WORDS, doneBy(), countBy(80), rank(50), UP, percent(80, 5), keep(80, 5)],
  ...[between(80, 90), atMost(80), atLeast(80)],
];

test('the plans of Gnesta, whose they are, and how their levels are judged', () => {
  const { plans } = methodIn(gnestaDb());
  expect(
    plans.map(({ plan, owners, levels, indicatorScale }) => [
      ...[plan.key, owners.join(), levels.map((one) => one.key).join(), indicatorScale?.key],
    ]),
  ).toEqual([
    ['fullmaktige', 'Kommunfullmäktige', 'inriktningsmal', undefined],
    ['verksamhetsplan', 'Socialnämnden', 'verksamhetsfokus,uppdrag', 'mot-malvardet'],
  ]);
  expect(plans[0]!.plan).not.toHaveProperty('owners');
});

test('its scales and occasions, in order', () => {
  const { scales, occasions } = methodIn(gnestaDb());
  expect(scales.map((one) => one.key)).toEqual(['maluppfyllelse', 'mot-malvardet']);
  expect(occasions.map((one) => one.key)).toEqual(['delar-2023', 'ar-2023']);
});

test('the kinds of target in use, and how many indicators have one', () => {
  expect(methodIn(gnestaDb())).toMatchObject({
    kinds: [
      { kind: 'at-least', count: 4 },
      { kind: 'at-most', count: 4 },
    ],
    hasYellow: false,
  });
});

test('an indicator with targets of one kind for many years is one', () => {
  const db = gnestaDb();
  for (const year of [2031, 2032]) aim(db, UP, year);
  expect(methodIn(db).kinds).toContainEqual({ kind: 'better-than-previous', count: 1 });
});

test('every kind there is has its place, in the order they are told', () => {
  const db = gnestaDb();
  EVERY.forEach((rule, index) => aim(db, rule, 2031 + index, 1));
  expect(methodIn(db).kinds.map((one) => one.kind)).toEqual(Object.keys(RULE_KIND));
});

test('one yellow zone is enough', () => {
  const db = gnestaDb();
  aim(db, atLeast(80, within(5)), 2031);
  expect(methodIn(db).hasYellow).toBe(true);
});

test('of one kommun nothing is another’s', () => {
  const db = boardsDb();
  const slugs = kommuner.list(db).map((one) => one.slug);
  const scales = slugs.map((slug) => methodIn(db, slug).scales.map((one) => one.key));
  expect(Object.fromEntries(slugs.map((slug, index) => [slug, scales[index]]))).toEqual({
    gnesta: ['maluppfyllelse', 'mot-malvardet'],
    harnosand: [],
    kalmar: ['bedomning', 'status', 'indikatorutfall'],
    solna: ['namndmal', 'uppdrag'],
    vaxholm: ['malgrad', 'uppdragsstatus'],
  });
});
