import { describe, expect, test } from 'vitest';
import type { DecidedValue } from '#lib/domain/decided-before.ts';
import type { Observation } from '#lib/domain/observation.ts';
import { smallCountOf } from '#lib/domain/small-count.ts';
import { suppress } from '#lib/domain/suppress.ts';
import { toldFigures } from '#lib/domain/told-figures.ts';
import { randomFrom, SEED, upTo } from './random.ts';
import type { Random } from './random.ts';
import { aWorld, changed, equationsOf, KOMMUN, nameOf, rowsOf } from './small-tables.ts';
import type { Truth, Wish, World } from './small-tables.ts';
import { isPinned } from './solver.ts';

/*
 * A table is decided as it is shown; then values of it change, and it is decided anew, or stands beside as "ändrat efter
 * beslut". Whoever lays all versions side by side, and knows which values have not changed, must not be able to work
 * out a cell of too few answers in any of them. FYREN_SEED=… tries others.
 */

const WORLDS = 200;

/** A version: the table as it was in truth, and as everybody reads it by the rule of its time. */
type Version = {
  readonly truth: World['truth'];
  readonly rows: readonly Observation[];
  readonly shown: readonly Observation[];
  readonly limit: number;
};

/** What tables may be like, and how much stricter or milder the rule may become. */
type Kind = Wish & { readonly rule: number };

const WHOLE: Kind = { least: 0, hidden: 0.3, blank: 0, unlisted: 0, rule: 0 };

const KINDS: readonly (readonly [string, Kind])[] = [
  ['whole tables', WHOLE],
  ['where a file leaves how many answered blank', { ...WHOLE, blank: 0.6 }],
  ['where parts have no row', { ...WHOLE, unlisted: 0.6 }],
  ['where the rule is made stricter, or milder', { ...WHOLE, rule: 8 }],
];

const shownOf = (
  { places, measure }: World,
  observations: readonly Observation[],
  decided: readonly (readonly DecidedValue[])[],
) => suppress({ places, measures: [measure], place: KOMMUN, observations, decided });

/** Two or three versions; what each hides is told by `knows` of those before it. */
function versionsOf(
  random: Random,
  knows: (before: readonly Version[]) => readonly (readonly DecidedValue[])[],
  { rule, ...wish }: Kind,
): { readonly world: World; readonly versions: readonly Version[] } {
  const world = aWorld(random, wish);
  const decide = (truth: World['truth'], rows: Version['rows'], before: readonly Version[]) => {
    const measure = { ...world.measure, smallCount: 5 + upTo(random, rule) };
    const shown = shownOf({ ...world, measure }, rows, knows(before));
    return { truth, rows, shown, limit: smallCountOf(measure) };
  };
  const versions: Version[] = [decide(world.truth, world.observations, [])];
  const count = 1 + upTo(random, 1);
  let rows = world.observations;
  for (let upload = 2; upload < 2 + count; upload += 1) {
    const was = versions.at(-1)!.truth;
    const truth = changed(random, world, was);
    rows = rowsOf(random, truth, rows, was, upload);
    versions.push(decide(truth, rows, versions));
  }
  return { world, versions };
}

const isSame = (a: Truth | undefined, b: Truth | undefined) =>
  a !== undefined && b !== undefined && a.n === b.n && a.sum === b.sum;

/** Names an unknown by the first version in which it was what it is. */
const namesIn = (versions: readonly Version[], at: number) => (name: string) => {
  const first = versions.findIndex(({ truth }, index) =>
    versions
      .slice(index, at + 1)
      .every(
        (one) => isSame(one.truth.get(name), versions[at]!.truth.get(name)) && truth.has(name),
      ),
  );
  return `${first} ${name}`;
};

/** What rests on too few answers. A cell that is hidden to cover another may be worked out, when that one cannot. */
const isTooFew = ({ limit }: Version, n: number) => n > 0 && n < limit;

/** Cells of too few answers that all versions together give away. */
function givenAway(world: World, versions: readonly Version[]): readonly string[] {
  const shownSomewhere = new Map<string, Truth>();
  versions.forEach(({ truth, shown }, at) => {
    for (const one of shown)
      if (one.state !== 'suppressed')
        shownSomewhere.set(namesIn(versions, at)(nameOf(one)), truth.get(nameOf(one))!);
  });
  const systems = [(one: Truth) => one.n, (one: Truth) => one.sum].map((field) =>
    versions.flatMap(({ truth, shown }, at) =>
      equationsOf({ ...world, truth }, shown, field, namesIn(versions, at)).concat(
        [...shownSomewhere].map(([name, one]) => ({
          unknown: new Map([[name, 1]]),
          known: field(one),
        })),
      ),
    ),
  );
  return versions.flatMap((version, at) =>
    version.shown
      .filter(
        (one) =>
          one.state === 'suppressed' && isTooFew(version, version.truth.get(nameOf(one))?.n ?? 0),
      )
      .map((one) => namesIn(versions, at)(nameOf(one)))
      // What another version shows, unchanged, is no secret any more: that was decided there.
      .filter((name) => !shownSomewhere.has(name))
      .filter((name) => systems.some((equations) => isPinned(name, equations))),
  );
}

const asShown = (before: readonly Version[]) =>
  before.map(({ shown, rows }) => shown.map((one, at) => ({ shown: one, stored: rows[at]! })));

describe(`${WORLDS} random tables in versions, seed ${SEED}`, { timeout: 60_000 }, () => {
  const made = (knows: Parameters<typeof versionsOf>[1], kind = WHOLE) =>
    Array.from({ length: WORLDS }, (_, index) => versionsOf(randomFrom(SEED + index), knows, kind));

  test.each(KINDS)('no cell of too few answers can be worked out of all: %s', (_, kind) => {
    const found = made(asShown, kind).flatMap(({ world, versions }, index) =>
      givenAway(world, versions).map((name) => `table ${index}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test('each looked at by itself gives cells away: the solver sees them', () => {
    const found = made(() => []).filter(
      ({ world, versions }) => givenAway(world, versions).length > 0,
    );
    expect(found.length).toBeGreaterThan(WORLDS / 50);
  });

  test('a table that has not changed is shown as it was', () => {
    const differ = made(asShown).filter(({ world, versions: [first] }) => {
      const again = shownOf(world, world.observations, asShown([first!]));
      return JSON.stringify(again) !== JSON.stringify(first!.shown);
    });
    expect(differ).toEqual([]);
  });
});

/**
 * A table read in anew, some of it each time, seen now; and told of: what each value was and became. `untold` is the
 * same where no figure is told but those that are read elsewhere: that something changed, and when, is told all the same.
 */
function historyOf(random: Random, isDecided: boolean, kind: Kind) {
  const { world, versions } = versionsOf(random, isDecided ? asShown : () => [], kind);
  const [first] = versions;
  const decided = isDecided && first ? asShown([first]) : [];
  const rows = [...new Set(versions.flatMap((one) => one.rows))];
  const comings = versions.map((_, at) => ({
    ...{ id: at + 1, seq: at + 1, storedAt: String(at + 1), undoneAt: null },
  }));
  const isTold = toldFigures(rows, comings, {
    ...{ places: world.places, measures: [world.measure], place: KOMMUN, decided },
  });
  const last = versions.at(-1)!.rows;
  const now = shownOf(world, last, decided);
  const isNow = new Set(last.filter((_, at) => now[at]?.state !== 'suppressed'));
  const nobody = (one: Observation): Observation => ({ ...one, state: 'suppressed' });
  const seenIf = (isSeen: (row: Observation) => boolean) =>
    versions.map((one) => ({
      ...one,
      limit: smallCountOf(world.measure),
      shown: one.rows.map((row) => (isSeen(row) ? row : nobody(row))),
    }));
  const beside = isDecided && first ? [first] : [];
  const told = seenIf((row) => isNow.has(row) || isTold(row));
  const untold = [...beside, ...seenIf((row) => isNow.has(row))];
  return { world, told, versions: [...beside, ...told], untold };
}

/** Fewer: every figure is tried by itself. */
const HISTORIES = 60;

describe(`${HISTORIES} random histories, seed ${SEED}`, { timeout: 60_000 }, () => {
  const made = (isDecided: boolean, kind: Kind) =>
    Array.from({ length: HISTORIES }, (_, index) =>
      historyOf(randomFrom(SEED + index), isDecided, kind),
    );

  test.each<[string, boolean, Kind]>([
    ['never decided', false, WHOLE],
    ['decided at first', true, WHOLE],
    ['decided by a milder or stricter rule', true, { ...WHOLE, rule: 8 }],
    ['where parts have no row', true, { ...WHOLE, unlisted: 0.6 }],
  ])('what is told gives away no cell of too few answers: %s', (_, isDecided, kind) => {
    const found = made(isDecided, kind).flatMap(({ world, versions, untold }, index) => {
      const already = new Set(givenAway(world, untold));
      return givenAway(world, versions)
        .filter((name) => !already.has(name))
        .map((name) => `table ${index}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  test('figures are told beside those that are not', () => {
    const some = made(false, WHOLE).filter(({ told: [old] }) => {
      const hidden = old?.shown.filter(({ state }) => state === 'suppressed').length ?? 0;
      return hidden > 0 && hidden < (old?.shown.length ?? 0);
    });
    expect(some.length).toBeGreaterThan(HISTORIES / 20);
  });
});
