import { describe, expect, test } from 'vitest';
import { ACTOR, freshDb, NOW, parsedPlanWith } from '../../../../tests/db.ts';
import type { Json } from '../../../../tests/db.ts';
import * as kommuner from '../db/kommuner.ts';
import { importPlan } from './import.ts';
import { checkPlanFile } from './check.ts';
import { checkSense } from './sense.ts';

type Row = readonly [what: string, change: (plan: Json) => unknown, path: string, message: string];

const again = (list: unknown[]) => list.push(structuredClone(list[0]));

const twice = (what: string) => `säger ”${what}” två gånger`;

const BROKEN: readonly Row[] = [
  // The same thing twice.
  ['an owner of a plan', (p) => again(p.plans[1].owners), 'plans.1.owners', twice('socialnamnden')],
  [
    'a level above',
    (p) => again(p.plans[1].levels[0].under),
    'plans.1.levels.0.under',
    twice('fullmaktige/inriktningsmal'),
  ],
  [
    'a parent',
    (p) => again(p.plans[1].goals[0].parents),
    'plans.1.goals.0.parents',
    twice('fullmaktige/im-1'),
  ],
  [
    'a nämnd that shares',
    (p) => again(p.plans[0].goals[0].namnder),
    'plans.0.goals.0.namnder',
    twice('barn-och-utbildningsnamnden'),
  ],
  [
    'a role',
    (p) => again(p.plans[1].activities[0].owners),
    'plans.1.activities.0.owners',
    twice('EC'),
  ],
  [
    'a goal of an uppdrag',
    (p) => again(p.plans[1].activities[0].goals),
    'plans.1.activities.0.goals',
    twice('verksamhetsplan/vf-1'),
  ],
  [
    'a goal of an indicator',
    (p) => again(p.indicators[0].goals),
    'indicators.0.goals',
    twice('fullmaktige/im-1'),
  ],
  ['a target', (p) => again(p.indicators[0].targets), 'indicators.0.targets', twice('2023 T')],
  ['a break', (p) => again(p.indicators[6].breaks), 'indicators.6.breaks', twice('2023-01-01')],
  [
    'an uppdrag under a level that its own does not name',
    (p) => (p.plans[1].activities[0].goals = ['fullmaktige/im-1']),
    'plans.1.activities.0.goals',
    'ligger under ”fullmaktige/im-1” på nivån ”fullmaktige/inriktningsmal”',
  ],
  ['a verdict', (p) => (p.scales[0].steps[1].verdict = 'met'), 'scales.0.steps', twice('met')],
  [
    'a judgement',
    (p) => again(p.reports[0].judgements),
    'reports.0.judgements',
    twice('goal:verksamhetsplan/vf-1 forecast'),
  ],
  [
    'a comment',
    (p) => again(p.reports[0].comments),
    'reports.0.comments',
    twice('activity:verksamhetsplan/upp-312 kommentar'),
  ],
  [
    'a ceiling',
    (p) => again(p.reports[0].ceilings),
    'reports.0.ceilings',
    twice('verksamhetsplan/vf-1'),
  ],
  ['a report', (p) => again(p.reports), 'reports', twice('socialnamnden delar-2023')],
  // No sense.
  [
    'a plan that ends first',
    (p) => (p.plans[0].toYear = 2022),
    'plans.0.toYear',
    'är före fromYear',
  ],
  [
    'a goal among activities',
    (p) => (p.plans[1].goals[0].level = 'uppdrag'),
    'plans.1.goals.0.level',
    'är en nivå för aktiviteter',
  ],
  [
    'an uppdrag among goals',
    (p) => (p.plans[1].activities[0].level = 'verksamhetsfokus'),
    'plans.1.activities.0.level',
    'är en nivå för mål',
  ],
  [
    'an uppdrag related to itself',
    (p) => (p.plans[1].activities[0].related = ['upp-312']),
    'plans.1.activities.0.related',
    'pekar på sig självt',
  ],
  [
    'a judgement without a scale',
    (p) => (p.reports[0].judgements[0].subject = 'goal:fullmaktige/im-1'),
    'reports.0.judgements.0.subject',
    'kan inte bedömas: nivån eller planen har ingen skala',
  ],
  [
    'a step of an indicator whose plans have no scale for it',
    (p) => {
      delete p.plans[1].indicatorScale;
      p.reports[0].judgements[0].subject = 'indicator:ind-1';
    },
    'reports.0.judgements.0.subject',
    'kan inte bedömas: nivån eller planen har ingen skala',
  ],
  [
    'a judged level without a scale',
    (p) => (p.plans[0].levels[0].reported.delar = 'outcome'),
    'plans.0.levels.0.reported',
    'bedöms, men nivån har ingen skala',
  ],
  [
    'a trend of a goal',
    (p) => (p.reports[0].judgements[0].trend = 'ökad'),
    'reports.0.judgements.0.trend',
    'kan bara sägas om en indikator',
  ],
  [
    'two text parts of a level',
    (p) => p.plans[1].levels[0].textParts.push({ key: 'kommentar', title: 'Kommentar' }),
    'plans.1.levels.0.textParts',
    'säger ”kommentar” två gånger',
  ],
  [
    'two text parts of a plan’s indicators',
    (p) => p.plans[1].indicatorParts.push({ key: 'kommentar', title: 'Kommentar' }),
    'plans.1.indicatorParts',
    'säger ”kommentar” två gånger',
  ],
  [
    'two owners of a goal',
    (p) => (p.plans[1].goals[0].owners = ['EC', 'EC']),
    'plans.1.goals.0.owners',
    'säger ”EC” två gånger',
  ],
  [
    'a ceiling without a scale',
    (p) => (p.reports[0].ceilings[0].goal = 'fullmaktige/im-1'),
    'reports.0.ceilings.0.goal',
    'kan inte bedömas: nivån eller planen har ingen skala',
  ],
  [
    'ej utvärderad without a why',
    (p) =>
      (p.reports[0].judgements[0] = {
        subject: 'goal:verksamhetsplan/vf-1',
        aspect: 'forecast',
        said: { kind: 'ej_utvarderad' },
      }),
    'reports.0.judgements.0.reason',
    'saknas. Säg varför',
  ],
];

test.each(BROKEN)('%s (broken) is a problem with its path', (_, change, path, message) => {
  const problem = { path, message: expect.stringContaining(message) };
  expect(checkSense(parsedPlanWith(change))).toEqual([problem]);
});

describe('what has no problems goes in', () => {
  test.each<[string, (plan: Json) => unknown]>([
    ['as it is', () => undefined],
    [
      'with the least there can be',
      (p) =>
        ['plans', 'indicators', 'reports', 'measures', 'roles', 'scales', 'occasions'].forEach(
          (name) => delete p[name],
        ),
    ],
    [
      'with another occasion for a target',
      (p) => p.indicators[0].targets.push({ ...p.indicators[0].targets[0], occasion: 'ar-2023' }),
    ],
    [
      'measured later',
      (p) => (p.reports[0].judgements[0].said = { kind: 'mats_senare', to: 'ar-2023' }),
    ],
    [
      'with an indicator that is not evaluated',
      (p) =>
        p.reports[0].judgements.push({
          subject: 'indicator:ind-1',
          aspect: 'outcome',
          said: { kind: 'ej_utvarderad' },
          reason: 'Ingen mätning.',
        }),
    ],
    [
      'with a date that is none, as text',
      (p) => (p.plans[1].activities[0].end = { day: null, text: '2023-04-31' }),
    ],
    [
      'with units, and a text of one where its part is written for each',
      (p) => {
        p.places = [{ name: 'Norr' }, { name: 'Hemtjänst', under: 'Norr' }];
        p.plans[1].levels[1].textParts[0].perPlace = true;
        p.reports[0].comments.push({ ...p.reports[0].comments[0], place: 'Hemtjänst' });
      },
    ],
    [
      'with a judgement of the whole and of a unit',
      (p) => {
        p.places = [{ name: 'Norr' }];
        p.reports[0].judgements.push({ ...p.reports[0].judgements[0], place: 'Norr' });
      },
    ],
    ['with uppdrag related both ways', (p) => (p.plans[1].activities[4].related = ['upp-314'])],
  ])('%s', (_, change) => {
    const file = parsedPlanWith(change);
    const db = freshDb();
    expect(checkPlanFile(file)).toEqual([]);
    importPlan(db, ACTOR, NOW, file);
    expect(kommuner.list(db).map((one) => one.slug)).toEqual(['gnesta']);
  });
});
