import { describe, expect, test } from 'vitest';
import type { Observation } from '#lib/domain/observation.ts';
import { suppress } from '#lib/domain/suppress.ts';
import { randomFrom, SEED, shuffled } from './random.ts';
import { aWorld, equationsOf, KOMMUN, nameOf, NOTHING, rowOf } from './small-tables.ts';
import type { Wish, World } from './small-tables.ts';
import { isPinned } from './solver.ts';

/*
 * Random tables of a kommun, its units and the sexes. Whoever sees what is left and knows how the
 * table is built must not be able to work out one hidden cell. FYREN_SEED=… tries others.
 *
 * What the solver may use: every sum of the whole table, also those of places and sexes without a row
 * (each an unknown); the value of every cell that is seen, and its
 * true answers even where the file leaves them blank. It has no bounds and tries no whole numbers.
 */

const TABLES = 1000;
/** The tables of one wish, each with a seed of its own that can be run again. */
const tables = (wish: Wish): readonly World[] =>
  Array.from({ length: TABLES }, (_, index) => aWorld(randomFrom(SEED + index), wish));

const seen = ({ places, measure }: World, observations: readonly Observation[]) =>
  suppress({ places, measures: [measure], place: KOMMUN, observations });

/** The hidden cells that can be worked out, by their answers or by their value times answers. */
function givenAway(world: World, rows: readonly Observation[]): readonly string[] {
  const answers = equationsOf(world, rows, (one) => one.n);
  const sums = equationsOf(world, rows, (one) => one.sum);
  // That nobody answered is no secret.
  const isSomebody = (one: Observation) => (world.truth.get(nameOf(one))?.n ?? 0) > 0;
  return rows
    .filter((one) => one.state === 'suppressed' && isSomebody(one))
    .map(nameOf)
    .filter((name) => isPinned(name, answers) || isPinned(name, sums));
}

/** Only what is too small, and nothing beside it: what a careless product shows. */
const onlySmall = (rows: readonly Observation[]) =>
  rows.map((one) =>
    one.n !== null && one.n > 0 && one.n < 5 ? rowOf(nameOf(one), NOTHING, true) : one,
  );

const hiddenIn = (rows: readonly Observation[]) =>
  rows.filter((one) => one.state === 'suppressed').length;

describe(`${TABLES} random tables, seed ${SEED}`, () => {
  const worlds = tables({ least: 0, hidden: 0.5, blank: 0.4, unlisted: 0.4 });
  const left = worlds.map((world) => seen(world, world.observations));

  test('no hidden cell can be worked out', () => {
    const found = worlds.flatMap((world, index) =>
      givenAway(world, left[index] ?? []).map((name) => `table ${index}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('the solver finds them where nothing is hidden beside, so it can see', () => {
    const found = worlds.filter(
      (world) => givenAway(world, onlySmall(world.observations)).length > 0,
    );
    expect(found.length).toBeGreaterThan(worlds.length / 10);
  });

  test('nothing that rests on too few answers is left', () => {
    const few = worlds.flatMap(({ measure }, index) => {
      const limit = measure.source === 'hme' ? 10 : 5;
      return (left[index] ?? []).filter(
        ({ state, value, n }) => state === 'value' && n !== null && n < limit && value !== 0,
      );
    });
    expect(few).toEqual([]);
  });

  test('a hidden observation holds nothing', () => {
    const held = left
      .flat()
      .filter((one) => one.state === 'suppressed')
      .flatMap(({ value, numerator, denominator, n, asked, note, printed }) =>
        [value, numerator, denominator, n, asked, note].filter((it) => it !== null).concat(printed),
      );
    expect(new Set(held)).toEqual(new Set(['']));
  });

  test('nothing is hidden where nothing is small', () => {
    const large = tables({ least: 10, hidden: 0, blank: 0.4, unlisted: 0 });
    expect(large.filter((world) => hiddenIn(seen(world, world.observations)) > 0)).toEqual([]);
  });

  test('a second time changes nothing', () => {
    const whole = tables({ least: 0, hidden: 0.5, blank: 0, unlisted: 0 });
    const once = whole.map((world) => seen(world, world.observations));
    const twice = whole.map((world, index) => seen(world, once[index] ?? []));
    expect(twice).toEqual(once);
  });

  test('the order of the rows changes nothing', () => {
    const sorted = (rows: readonly Observation[] = []) =>
      rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    const turned = worlds.map((world, index) =>
      seen(world, shuffled(randomFrom(index), world.observations)),
    );
    expect(turned.map(sorted)).toEqual(left.map(sorted));
  });
});
