import { aMeasure, anObservation } from '../builders.ts';
import type { Measure, Sex } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { shuffled, upTo } from './random.ts';
import type { Random } from './random.ts';
import type { Equation } from './solver.ts';

/* Random tables of a kommun, its units and the sexes, and the sums that they are built of. */

export const KOMMUN = 1;

/** A kommun with its units, and the rows of one measure for one period. */
export type World = {
  readonly places: readonly Place[];
  readonly measure: Measure;
  readonly truth: ReadonlyMap<string, Truth>;
  readonly observations: readonly Observation[];
};

/** What a cell holds in truth; `sum` is its value times its answers. */
export type Truth = { readonly n: number; readonly sum: number };

export const NOTHING: Truth = { n: 0, sum: 0 };
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

export function rowOf(key: string, { n, sum }: Truth, isHidden: boolean): Observation {
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
export type Wish = Readonly<Record<'least' | 'hidden' | 'blank' | 'unlisted', number>>;

const isPart = (key: string) => !key.startsWith(`${KOMMUN} T`);

const withoutCounts = (one: Observation): Observation =>
  one.state === 'value'
    ? { ...one, n: null, asked: null, numerator: null, denominator: null }
    : one;

export function aWorld(random: Random, wish: Wish): World {
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

export const nameOf = ({ place, sex }: Pick<Observation, 'place' | 'sex'>) => `${place} ${sex}`;

/**
 * Every sum the table is built of, with what is seen filled in: left what is not, right the rest. `unknownOf` names an
 * unknown, so that two tables can share those that are the same in both.
 */
export function equationsOf(
  { places, truth }: Pick<World, 'places' | 'truth'>,
  rows: readonly Observation[],
  field: (one: Truth) => number,
  unknownOf: (name: string) => string = (name) => name,
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
        else equation.unknown.set(unknownOf(name), sign);
      }
      return equation;
    });
}

/** The same table after one or two of its leaves have been corrected: another number of answers, or other answers. */
export function changed(
  random: Random,
  { places }: Pick<World, 'places'>,
  truth: World['truth'],
): World['truth'] {
  const parents = new Set(places.map(({ parent }) => parent));
  const leaves = [...truth.keys()].filter((name) => {
    const [place, sex] = name.split(' ');
    return sex !== 'T' && !parents.has(Number(place));
  });
  const now = new Map(truth);
  for (const name of shuffled(random, leaves).slice(0, 1 + upTo(random, 1))) {
    const n = upTo(random, 20);
    now.set(name, { n, sum: n * upTo(random, 100) });
  }
  const sexes = [...new Set(leaves.map((name) => name.split(' ')[1]!))];
  for (const { id } of places.toReversed()) {
    const under = places.filter(({ parent }) => parent === id);
    const sumOf = (names: readonly string[]) =>
      names.map((name) => now.get(name) ?? NOTHING).reduce(plus, NOTHING);
    if (under.length > 0)
      for (const sex of sexes)
        now.set(`${id} ${sex}`, sumOf(under.map((one) => `${one.id} ${sex}`)));
    now.set(`${id} T`, sumOf(sexes.map((sex) => `${id} ${sex}`)));
  }
  return now;
}

/**
 * Rows of a truth by another upload, as its file has them: where the table had a row, and what is small hidden at the
 * source. A file may hold the whole table, or what has changed alone.
 */
export function rowsOf(
  random: Random,
  truth: World['truth'],
  like: readonly Observation[],
  was: World['truth'],
  upload: number,
): readonly Observation[] {
  const isWhole = random() < 0.5;
  return like.map((one) => {
    const name = nameOf(one);
    const [cell, before] = [truth.get(name) ?? NOTHING, was.get(name) ?? NOTHING];
    if (!isWhole && cell.n === before.n && cell.sum === before.sum) return one;
    const isHidden = cell.n > 0 && cell.n < 5 && random() < 0.1;
    const row = rowOf(name, cell, isHidden);
    return { ...row, source: { ...row.source, upload } };
  });
}
