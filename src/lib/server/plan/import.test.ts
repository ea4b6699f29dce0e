import { describe, expect, test } from 'vitest';
import { ACTOR, freshDb, gnestaIn, NOW, parsedPlanWith } from '../../../../tests/db.ts';
import type { Json } from '../../../../tests/db.ts';
import { assessAll } from '#lib/domain/assess-all.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import type { Db } from '../db/client.ts';
import * as groups from '../db/groups.ts';
import * as kommuner from '../db/kommuner.ts';
import * as places from '../db/places.ts';
import { readSnapshot } from '../snapshot.ts';
import { checkPlanFile } from './check.ts';
import { importPlan } from './import.ts';

/* What a plan file says comes back from the database as it was written. */

type Change = (plan: Json) => unknown;

function importInto(db: Db, change: Change): number {
  const file = parsedPlanWith(change);
  expect(checkPlanFile(file)).toEqual([]);
  return importPlan(db, ACTOR, NOW, file);
}

/** What Gnesta's socialnämnd shows at its delårsrapport, with something changed in the plan. */
function imported(change: Change): Snapshot {
  const db = freshDb();
  importInto(db, change);
  const { kommun, namnd, occasion } = gnestaIn(db);
  return readSnapshot(db, kommun, namnd, occasion);
}

/** Another kommun with nothing but what is said. */
const another =
  (slug: string, code: string, given: Json): Change =>
  (plan) => {
    for (const name of Object.keys(plan))
      if (!['format', 'version', 'namnder'].includes(name)) delete plan[name];
    Object.assign(plan, { kommun: { code, slug, name: slug, isPublic: true }, ...given });
  };

const HERE = 'Gnesta kommun';

/** Places as "name in parent"; those of everybody are many and left out, but groups by code. */
const placesIn = ({ places: all, place }: Snapshot) => {
  const nameOf = (id: number | null) =>
    id === place ? HERE : (all.find((one) => one.id === id)?.name ?? null);
  return all
    .filter((one) => one.kind === 'unit' || (one.kind === 'group' && one.code !== null))
    .map((one) => [one.kind, one.code, one.name, nameOf(one.parent)]);
};

const UNITS = [
  { name: 'Norr' },
  { name: 'Hemtjänst Norr', under: 'Norr' },
  { name: 'Benchmark', kind: 'group' },
];

describe('places', () => {
  test('are a tree under the kommun, and groups that are everybody’s', () => {
    expect(placesIn(imported((plan) => (plan.places = UNITS)))).toEqual([
      ['unit', null, 'Norr', HERE],
      ['unit', null, 'Hemtjänst Norr', 'Norr'],
      ['group', 'Benchmark', 'Benchmark', null],
    ]);
  });

  test('of one name are one group, and a unit for each kommun', () => {
    const db = freshDb();
    const ids = [
      importInto(db, (plan) => (plan.places = UNITS)),
      importInto(db, another('solna', '0184', { places: UNITS })),
    ];
    const named = (name: string) =>
      ids.map((id) => places.list(db, id).filter((one) => one.name === name));
    const [gnesta, solna] = named('Benchmark');
    expect(gnesta).toHaveLength(1);
    expect(solna).toEqual(gnesta);
    const units = named('Norr').flat();
    expect(units).toHaveLength(2);
    expect(new Set(units.map((one) => one.parent)).size).toBe(2);
  });
});

test('a comparison group is its kommun’s own', () => {
  const db = freshDb();
  const [gnesta, solna] = [
    importInto(db, (plan) => {
      plan.groups = [{ key: 'lika', title: 'Liknande', members: ['0184', '0114'] }];
    }),
    importInto(
      db,
      another('solna', '0184', { groups: [{ key: 'lika', title: 'Grannar', members: ['0461'] }] }),
    ),
  ];
  const membersOf = (kommun: number) =>
    groups.list(db, kommun).map(({ title, members }) => [
      title,
      places
        .list(db, kommun)
        .filter((one) => members.includes(one.id))
        .map((one) => one.code)
        .toSorted(),
    ]);
  expect(membersOf(gnesta)).toEqual([['Liknande', ['0114', '0184']]]);
  expect(membersOf(solna)).toEqual([['Grannar', ['0461']]]);
});

describe('a goal', () => {
  test('has its owners in the order they are named, and its flags', () => {
    const { goals } = imported((plan) =>
      Object.assign(plan.plans[1].goals[1], {
        ...{ owners: ['MAS', 'EC'], isMandatory: true, source: 'rad 7', number: '2.1' },
      }),
    );
    const told = goals.map(({ key, owners, isMandatory }) => [key, owners.join(), isMandatory]);
    expect(told.slice(4, 8)).toEqual([
      ...[
        ['im-5', '', false],
        ['vf-1', '', false],
        ['vf-3', 'MAS,EC', true],
        ['vf-4', '', false],
      ],
    ]);
    expect(goals[6]).toMatchObject({ number: '2.1', source: 'rad 7', isJudged: true });
  });

  test('that is read through others is not judged', () => {
    const { goals } = imported((plan) => {
      plan.plans[1].goals[0].isJudged = false;
      plan.reports[0].judgements.shift();
    });
    expect(goals.filter((one) => !one.isJudged).map((one) => one.key)).toEqual(['vf-1']);
  });
});

test('a plan has its purpose and its parts for indicators, a scale whose the colours are', () => {
  const parts = [
    { key: 'kommentar', title: 'Kommentar', perPlace: false },
    { key: 'utfall', title: 'Utfall', perPlace: true },
  ];
  const { plans, scales } = imported((plan) => {
    Object.assign(plan.plans[1], {
      purpose: 'Trygghet.',
      papers: 'Plan 2023',
      indicatorParts: parts,
    });
    plan.scales[1].coloursBy = 'fyren';
  });
  expect(plans[1]).toMatchObject({
    ...{ purpose: 'Trygghet.', papers: 'Plan 2023', indicatorParts: parts, isFullmaktiges: false },
  });
  expect(plans[0]).toMatchObject({ purpose: null, indicatorParts: [], isFullmaktiges: true });
  expect(scales.map((one) => one.coloursBy)).toEqual(['papers', 'fyren']);
});

test('an indicator of a unit has that as its place, and its targets theirs', () => {
  const snapshot = imported((plan) => {
    plan.places = UNITS;
    Object.assign(plan.indicators[0], {
      ...{ place: 'Norr', frequency: 'två gånger per år', isQualitative: true },
    });
  });
  const norr = snapshot.places.find((one) => one.name === 'Norr')!.id;
  const [first, second] = snapshot.indicators;
  const targetPlace = (indicator: number) =>
    snapshot.targets.find((one) => one.indicator === indicator)?.place;
  expect(first).toMatchObject({
    ...{ place: norr, frequency: 'två gånger per år', isQualitative: true },
  });
  expect(second).toMatchObject({ place: null, frequency: null, isQualitative: false });
  expect(targetPlace(first!.id)).toBe(norr);
  expect(targetPlace(second!.id)).toBe(snapshot.place);
});

test('a date that is none is kept as it is written', () => {
  const { activities } = imported((plan) => {
    plan.plans[1].activities[0].end = { day: null, text: '2023-04-31' };
  });
  expect(activities[0]?.end).toEqual({ day: null, text: '2023-04-31' });
});

describe('what people say', () => {
  const said = { kind: 'step', step: 'nara' };
  const judgement = { subject: 'indicator:ind-1', aspect: 'outcome', said };

  test('has its place and its trend', () => {
    const {
      judgements,
      places: all,
      place,
    } = imported((plan) => {
      plan.places = UNITS;
      plan.reports[0].judgements = [
        { ...judgement, trend: 'ökad', source: 'rad 12' },
        { ...judgement, place: 'Norr', said: { kind: 'ej_bedomt' } },
      ];
    });
    const norr = all.find((one) => one.name === 'Norr')!.id;
    expect(judgements).toMatchObject([
      { place, trend: 'ökad', said, source: 'rad 12', aspect: 'outcome' },
      { place: norr, trend: null, said: { kind: 'ej_bedomt' }, source: null },
    ]);
  });

  test('in a part that is written for each unit has its place', () => {
    const {
      comments,
      places: all,
      place,
    } = imported((plan) => {
      plan.places = UNITS;
      plan.plans[1].levels[0].textParts[0].perPlace = true;
      const one = { subject: 'goal:verksamhetsplan/vf-1', part: 'kommentar', body: 'Hej.' };
      plan.reports[0].comments = [one, { ...one, place: 'Norr', body: 'Hej, Norr.' }];
    });
    const norr = all.find((one) => one.name === 'Norr')!.id;
    expect(comments.map((one) => [one.place, one.body])).toEqual([
      [place, 'Hej.'],
      [norr, 'Hej, Norr.'],
    ]);
  });

  /** A scale whose steps are named after it, and a step of it for the first indicator. */
  const judgedOn = (plan: Json, key: string) => {
    const [given] = plan.scales;
    const steps = given.steps.map((step: Json) => ({ ...step, key: `${key}-${step.key}` }));
    plan.scales.push({ ...given, key, title: key, steps });
    plan.reports[0].judgements = [{ ...judgement, said: { ...said, step: `${key}-delvis` } }];
  };

  test.each<[string, Change]>([
    [
      'the plan of its goal',
      (p) => {
        judgedOn(p, 'ny');
        p.plans[0].indicatorScale = 'ny';
      },
    ],
    [
      'the nämnd’s own plan, where it hangs on nothing',
      (p) => {
        judgedOn(p, 'ny');
        p.indicators[0].goals = [];
        Object.assign(p.plans[1], { indicatorScale: 'ny' });
        p.plans[0].indicatorScale = 'maluppfyllelse';
      },
    ],
    [
      'fullmäktige’s, where only that has one',
      (p) => {
        judgedOn(p, 'ny');
        p.indicators[0].goals = [];
        p.plans[0].indicatorScale = 'ny';
        p.plans[1].indicatorScale = null;
      },
    ],
    [
      'a plan of the year, not of another',
      (p) => {
        judgedOn(p, 'ny');
        p.indicators[0].goals = [];
        const old = { ...p.plans[1], key: 'forra', fromYear: 2022, toYear: 2022 };
        Object.assign(old, { levels: [], goals: [], activities: [] });
        p.plans[1].indicatorScale = 'ny';
        p.plans.splice(1, 0, { ...old, indicatorScale: 'maluppfyllelse' });
      },
    ],
  ])('of an indicator is read on the scale it was written on: %s', (_, change) => {
    const [first] = assessAll(imported(change)).indicators;
    expect(first?.said).toMatchObject([{ state: { kind: 'step', step: { key: 'ny-delvis' } } }]);
  });
});

test('a kommun that is there already is refused', () => {
  const db = freshDb();
  importInto(db, () => undefined);
  expect(() => importInto(db, () => undefined)).toThrow('UNIQUE');
  expect(kommuner.list(db).map((one) => one.slug)).toEqual(['gnesta']);
});
