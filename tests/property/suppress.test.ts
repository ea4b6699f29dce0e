import { describe, expect, test } from 'vitest';
import { aMeasure, anObservation } from '../builders.ts';
import type { Measure, Sex } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { suppress } from '#lib/domain/suppress.ts';
import { randomFrom, SEED, shuffled, upTo } from './random.ts';
import type { Random } from './random.ts';
import { isPinned } from './solver.ts';
import type { Equation } from './solver.ts';

/*
 * Random tables of a kommun, its units and the sexes. Whoever sees what is left and knows how the
 * table is built must not be able to work out one hidden cell. FYREN_SEED=… runs the same again.
 *
 * What the solver may use: every sum of the whole table, also those of places and sexes without a row
 * (each an unknown); the value of every cell that is seen, and its
 * true answers even where the file leaves them blank. It has no bounds and tries no whole numbers.
 */

const TABLES = 1000;
const KOMMUN = 1;

/** A kommun with its units, and the rows of one measure for one period. */
type World = {
  readonly places: readonly Place[];
  readonly measure: Measure;
  readonly truth: ReadonlyMap<string, Truth>;
  readonly observations: readonly Observation[];
};

/** What a cell holds in truth; `sum` is its value times its answers. */
type Truth = { readonly n: number; readonly sum: number };

const NOTHING: Truth = { n: 0, sum: 0 };
const plus = (a: Truth, b: Truth): Truth => ({ n: a.n + b.n, sum: a.sum + b.sum });

const aPlace = (id: number, parent: number | null): Place => ({
  id,
  kind: id === KOMMUN ? 'kommun' : 'unit',
  code: null,
  name: `Plats ${id}`,
  parent,
});

/** 2–6 units straight under the kommun, or some of them under others. */
function somePlaces(random: Random): readonly Place[] {
  const units = Array.from({ length: 2 + upTo(random, 4) }, (_, index) => index + 2);
  const isFlat = random() < 0.6;
  return [
    aPlace(KOMMUN, null),
    ...units.map((id) => aPlace(id, isFlat || id === 2 ? KOMMUN : 1 + upTo(random, id - 2))),
  ];
}

const PARTS: readonly Sex[] = ['K', 'M'];

/** The truth of every place and part: leaves at random, those above as the sum of those under. */
function truthOf(random: Random, places: readonly Place[], parts: readonly Sex[], least: number) {
  const truth = new Map<string, Truth>();
  const most = [8, 20, 60][upTo(random, 2)] ?? 8;
  for (const { id } of places.toReversed()) {
    const under = places.filter((one) => one.parent === id);
    for (const sex of parts) {
      const n = least + upTo(random, most);
      const leaf = { n, sum: n * upTo(random, 100) };
      const sum = under
        .map((one) => truth.get(`${one.id} ${sex}`) ?? NOTHING)
        .reduce(plus, NOTHING);
      truth.set(`${id} ${sex}`, under.length > 0 ? sum : leaf);
    }
    truth.set(`${id} T`, parts.map((sex) => truth.get(`${id} ${sex}`) ?? NOTHING).reduce(plus));
  }
  return truth;
}

function rowOf(key: string, { n, sum }: Truth, isHidden: boolean): Observation {
  const [place, sex] = key.split(' ') as [string, Sex];
  const where = { place: Number(place), sex, note: `rad ${key}` };
  if (isHidden) return anObservation({ ...where, state: 'suppressed', printed: '..' });
  if (n === 0) {
    return anObservation({
      ...where,
      n,
      ...(Number(place) % 2 ? { value: 0 } : { state: 'missing' }),
    });
  }
  return anObservation({
    ...where,
    value: sum / n,
    n,
    asked: 2 * n,
    numerator: sum,
    denominator: n,
  });
}

/**
 * The fewest answers of a cell, and how many tables come with cells hidden at the source, with blank
 * counts, and with parts that have no row.
 */
type Wish = Readonly<Record<'least' | 'hidden' | 'blank' | 'unlisted', number>>;

const isPart = (key: string) => !key.startsWith(`${KOMMUN} T`);

const withoutCounts = (one: Observation): Observation =>
  one.state === 'value'
    ? { ...one, n: null, asked: null, numerator: null, denominator: null }
    : one;

function aWorld(random: Random, wish: Wish): World {
  const shareOf = (tables: number, cells: number) => (random() < tables ? cells : 0);
  const hidden = shareOf(wish.hidden, 0.3);
  const blank = shareOf(wish.blank, 0.2);
  const unlisted = shareOf(wish.unlisted, 0.2);
  const places = somePlaces(random);
  const parts: readonly Sex[] = random() < 0.25 ? [...PARTS, 'A'] : PARTS;
  const truth = truthOf(random, places, parts, wish.least);
  const rows = [...truth]
    // Where nobody answered there is nobody to hide, and a row says so.
    .filter(([key, { n }]) => !isPart(key) || n === 0 || random() >= unlisted)
    // What is hidden at the source is small: suppress() takes it so where it is alone in its line.
    .map(([key, one]) => rowOf(key, one, one.n > 0 && one.n < 5 && random() < hidden))
    .map((one) => (random() < blank ? withoutCounts(one) : one));
  const source = random() < 0.5 ? 'survey' : 'hme';
  return { places, truth, measure: aMeasure({ source }), observations: shuffled(random, rows) };
}

/** The tables of one wish, each with a seed of its own that can be run again. */
const tables = (wish: Wish): readonly World[] =>
  Array.from({ length: TABLES }, (_, index) => aWorld(randomFrom(SEED + index), wish));

const seen = ({ places, measure }: World, observations: readonly Observation[]) =>
  suppress({ places, measures: [measure], place: KOMMUN, observations });

const nameOf = ({ place, sex }: Pick<Observation, 'place' | 'sex'>) => `${place} ${sex}`;

/** Every sum the table is built of, with what is seen filled in: left what is not, right the rest. */
function equationsOf(
  { places, truth }: World,
  rows: readonly Observation[],
  field: (one: Truth) => number,
) {
  const seenNames = new Set(rows.filter((one) => one.state !== 'suppressed').map(nameOf));
  const names = [...truth.keys()];
  const sums = names.flatMap((total) => {
    const [place, sex] = total.split(' ');
    const under = places.filter(({ parent }) => parent === Number(place));
    return [
      sex === 'T' ? names.filter((one) => one.startsWith(`${place} `) && one !== total) : [],
      under.map(({ id }) => `${id} ${sex}`),
    ].map((parts) => ({ total, parts }));
  });
  return sums
    .filter(({ parts }) => parts.length > 0)
    .map(({ total, parts }): Equation => {
      const equation = { unknown: new Map<string, number>(), known: 0 };
      for (const name of [total, ...parts]) {
        const sign = name === total ? 1 : -1;
        const one = truth.get(name) ?? NOTHING;
        if (seenNames.has(name)) equation.known -= sign * field(one);
        else equation.unknown.set(name, sign);
      }
      return equation;
    });
}

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
