import { expect, test } from 'vitest';
import { parsedPlanWith } from '../../../../tests/db.ts';
import type { Json } from '../../../../tests/db.ts';
import { checkPlanFile } from './check.ts';

type Row = readonly [what: string, change: (plan: Json) => unknown, path: string, message: string];

const again = (list: unknown[]) => list.push(structuredClone(list[0]));

const taken = (key: string) => `har nyckeln ”${key}” som redan är tagen`;
const lost = (what: string) => `pekar på ${what} som inte finns i filen`;

const UPPDRAG = 'verksamhetsplan/upp-312';

const BROKEN: readonly Row[] = [
  // One key, two things.
  ['two nämnder', (p) => again(p.namnder), 'namnder.5', taken('kommunfullmaktige')],
  ['two roles', (p) => again(p.roles), 'roles.7', taken('EC')],
  ['two scales', (p) => (p.scales[1].key = 'maluppfyllelse'), 'scales.1', taken('maluppfyllelse')],
  [
    'two steps',
    (p) => (p.scales[0].steps[2].key = 'delvis'),
    'scales.0.steps.2',
    taken('maluppfyllelse/delvis'),
  ],
  ['two occasions', (p) => again(p.occasions), 'occasions.2', taken('delar-2023')],
  [
    'two measures',
    (p) => (p.measures[1].code = p.measures[0].code),
    'measures.1',
    taken('vantetid-sarskilt-boende'),
  ],
  [
    'two goals',
    (p) => (p.plans[0].goals[1].key = 'im-1'),
    'plans.0.goals.1',
    taken('fullmaktige/im-1'),
  ],
  ['two uppdrag', (p) => again(p.plans[1].activities), 'plans.1.activities.32', taken(UPPDRAG)],
  ['two indicators', (p) => again(p.indicators), 'indicators.28', taken('socialnamnden/ind-1')],
  [
    'two places',
    (p) => (p.places = [{ name: 'Norr' }, { name: 'Norr' }]),
    'places.1',
    taken('Norr'),
  ],
  // Nothing there.
  [
    'a level',
    (p) => (p.plans[1].goals[0].level = 'x'),
    'plans.1.goals.0.level',
    lost('nivån ”verksamhetsplan/x”'),
  ],
  [
    'a level of an uppdrag',
    (p) => (p.plans[1].activities[3].level = 'x'),
    'plans.1.activities.3.level',
    lost('nivån ”verksamhetsplan/x”'),
  ],
  [
    'a level above',
    (p) => (p.plans[1].levels[0].under = ['fullmaktige/x']),
    'plans.1.levels.0.under',
    lost('nivån ”fullmaktige/x”'),
  ],
  [
    'a scale',
    (p) => (p.plans[1].indicatorScale = 'x'),
    'plans.1.indicatorScale',
    lost('skalan ”x”'),
  ],
  [
    'a parent',
    (p) => (p.plans[1].goals[2].parents = ['fullmaktige/im-9']),
    'plans.1.goals.2.parents',
    lost('målet ”fullmaktige/im-9”'),
  ],
  [
    'a nämnd that owns',
    (p) => (p.plans[1].owners = ['x', 'socialnamnden']),
    'plans.1.owners',
    lost('nämnden ”x”'),
  ],
  [
    'a nämnd that shares',
    (p) => p.plans[0].goals[0].namnder.push('x'),
    'plans.0.goals.0.namnder',
    lost('nämnden ”x”'),
  ],
  [
    'a role',
    (p) => (p.plans[1].activities[0].owners = ['XX']),
    'plans.1.activities.0.owners',
    lost('ansvarsrollen ”XX”'),
  ],
  [
    'a goal of an uppdrag',
    (p) => (p.plans[1].activities[0].goals = ['verksamhetsplan/vf-2']),
    'plans.1.activities.0.goals',
    lost('målet ”verksamhetsplan/vf-2”'),
  ],
  [
    'a related uppdrag',
    (p) => (p.plans[1].activities[0].related = ['upp-1']),
    'plans.1.activities.0.related',
    lost('aktiviteten ”verksamhetsplan/upp-1”'),
  ],
  [
    'an indicator of an uppdrag',
    (p) => (p.plans[1].activities[0].indicators = ['ind-9']),
    'plans.1.activities.0.indicators',
    lost('indikatorn ”socialnamnden/ind-9”'),
  ],
  ['a measure', (p) => (p.indicators[0].measure = 'x'), 'indicators.0.measure', lost('måttet ”x”')],
  [
    'a goal of an indicator',
    (p) => (p.indicators[0].goals = ['fullmaktige/x']),
    'indicators.0.goals',
    lost('målet ”fullmaktige/x”'),
  ],
  [
    'an occasion of a target',
    (p) => (p.indicators[0].targets[0].occasion = 'x'),
    'indicators.0.targets',
    lost('tillfället ”x”'),
  ],
  [
    'an occasion forecast',
    (p) => (p.occasions[0].forecasts = 'x'),
    'occasions.0.forecasts',
    lost('tillfället ”x”'),
  ],
  [
    'an occasion of a report',
    (p) => (p.reports[0].occasion = 'x'),
    'reports.0.occasion',
    lost('tillfället ”x”'),
  ],
  [
    'an occasion to measure at',
    (p) => (p.reports[0].judgements[0].said = { kind: 'mats_senare', to: 'x' }),
    'reports.0.judgements.0.said',
    lost('tillfället ”x”'),
  ],
  [
    'a step',
    (p) => (p.reports[0].judgements[0].said.step = 'gron'),
    'reports.0.judgements.0.said',
    lost('skalsteget ”maluppfyllelse/gron”'),
  ],
  [
    'a step of a ceiling',
    (p) => (p.reports[0].ceilings[0].step = 'gul'),
    'reports.0.ceilings.0.step',
    lost('skalsteget ”maluppfyllelse/gul”'),
  ],
  [
    'a goal of a ceiling',
    (p) => (p.reports[0].ceilings[0].goal = 'verksamhetsplan/vf-2'),
    'reports.0.ceilings.0.goal',
    lost('målet ”verksamhetsplan/vf-2”'),
  ],
  [
    'a judged uppdrag',
    (p) => (p.reports[0].judgements[4].subject = 'activity:verksamhetsplan/upp-1'),
    'reports.0.judgements.4.subject',
    lost('aktiviteten ”verksamhetsplan/upp-1”'),
  ],
  [
    'a place of an indicator',
    (p) => (p.indicators[0].place = 'Norr'),
    'indicators.0.place',
    lost('platsen ”Norr”'),
  ],
  [
    'a place of a judgement',
    (p) => (p.reports[0].judgements[0].place = 'Norr'),
    'reports.0.judgements.0.place',
    lost('platsen ”Norr”'),
  ],
  [
    'a place of a comment',
    (p) => (p.reports[0].comments[0].place = 'Norr'),
    'reports.0.comments.0.place',
    lost('platsen ”Norr”'),
  ],
  [
    'an ansvarsroll of a goal',
    (p) => (p.plans[1].goals[0].owners = ['X']),
    'plans.1.goals.0.owners',
    lost('ansvarsrollen ”X”'),
  ],
  [
    'a step of an indicator',
    (p) =>
      p.reports[0].judgements.push({
        subject: 'indicator:ind-1',
        aspect: 'outcome',
        said: { kind: 'step', step: 'okand' },
        source: 'rad 1',
      }),
    'reports.0.judgements.5.said',
    lost('skalsteget ”mot-malvardet/okand”'),
  ],
  [
    'a step of a policy',
    (p) =>
      (p.plans[1].levels[0].policy = { kind: 'shares', limits: [{ step: 'x', atLeast: 0.8 }] }),
    'plans.1.levels.0.policy',
    lost('skalsteget ”maluppfyllelse/x”'),
  ],
  [
    'a step of a ceiling by rule',
    (p) => (p.plans[1].levels[0].ceilingRule = { step: 'x', words: 'som mest gult' }),
    'plans.1.levels.0.ceilingRule',
    lost('skalsteget ”maluppfyllelse/x”'),
  ],
  [
    'a place above',
    (p) => (p.places = [{ name: 'Hemtjänst', under: 'Norr' }]),
    'places.0.under',
    lost('platsen ”Norr”'),
  ],
  // Above itself.
  [
    'a goal under itself',
    (p) => p.plans[1].goals[0].parents.push('verksamhetsplan/vf-1'),
    'goals.verksamhetsplan/vf-1',
    'ligger under sig självt',
  ],
  [
    'a goal under its child',
    (p) => (p.plans[0].goals[0].parents = ['verksamhetsplan/vf-1']),
    'goals.fullmaktige/im-1',
    'ligger under sig självt',
  ],
];

test('Gnesta has no problems', () => {
  expect(checkPlanFile(parsedPlanWith(() => undefined))).toEqual([]);
});

test.each(BROKEN)('%s (broken) is a problem with its path', (_, change, path, message) => {
  expect(checkPlanFile(parsedPlanWith(change))).toContainEqual({
    path,
    message: expect.stringContaining(message),
  });
});

test('every problem is given, not the first', () => {
  const file = parsedPlanWith((plan) => {
    plan.plans[1].activities[0].owners = ['A', 'B'];
    again(plan.roles);
    plan.plans[0].toYear = 2000;
  });
  expect(
    checkPlanFile(file)
      .map((one) => one.path)
      .sort(),
  ).toEqual([
    'plans.0.toYear',
    'plans.1.activities.0.owners',
    'plans.1.activities.0.owners',
    'roles.7',
  ]);
});

test('a cycle of many goals is found and ends', () => {
  const file = parsedPlanWith((plan) => {
    const many = Array.from({ length: 30 }, (_, n) => ({
      key: `g-${n}`,
      level: 'verksamhetsfokus',
      title: 'x',
      parents: [`verksamhetsplan/g-${(n + 1) % 30}`],
    }));
    plan.plans[1].levels[0].under.push('verksamhetsplan/verksamhetsfokus');
    plan.plans[1].goals.push(...many);
  });
  expect(checkPlanFile(file)).toHaveLength(30);
});

test('a ladder of goals with two parents each is read in no time', () => {
  const file = parsedPlanWith((plan) => {
    const many = Array.from({ length: 60 }, (_, n) => ({
      key: `g-${n}`,
      level: 'verksamhetsfokus',
      title: 'x',
      parents: [n - 1, n - 2].filter((at) => at >= 0).map((at) => `verksamhetsplan/g-${at}`),
    }));
    plan.plans[1].levels[0].under.push('verksamhetsplan/verksamhetsfokus');
    plan.plans[1].goals.push(...many);
  });
  expect(checkPlanFile(file)).toEqual([]);
});
