import { expect, test } from 'vitest';
import { parsedPlanWith } from '../../../../tests/db.ts';
import type { Json } from '../../../../tests/db.ts';
import { checkPlanFile } from './check.ts';

type Row = readonly [what: string, change: (plan: Json) => unknown, path: string, message: string];

const BROKEN: readonly Row[] = [
  ['an address of ours', (p) => (p.kommun.slug = 'halsa'), 'kommun.slug', 'Fyren själv har'],
  ['two fullmäktige', (p) => (p.namnder[1].isFullmaktige = true), 'namnder', 'två fullmäktige'],
  [
    'two measures with one title',
    (p) => (p.measures[1].title = p.measures[0].title.toUpperCase()),
    'measures.1.title',
    'skilja dem åt',
  ],
  [
    'a unit under one that stands below it',
    (p) => (p.places = [{ name: 'Norr', under: 'Söder' }, { name: 'Söder' }]),
    'places.0.under',
    'står längre ned',
  ],
  [
    'a unit under itself',
    (p) => (p.places = [{ name: 'Norr', under: 'Norr' }]),
    'places.0.under',
    'står längre ned',
  ],
  [
    'a group under a unit',
    (p) => (p.places = [{ name: 'Norr' }, { name: 'Benchmark', kind: 'group', under: 'Norr' }]),
    'places.1.under',
    'är satt på en grupp',
  ],
  [
    'a unit under a group',
    (p) =>
      (p.places = [
        { name: 'Benchmark', kind: 'group' },
        { name: 'Norr', under: 'Benchmark' },
      ]),
    'places.1.under',
    'är ”Benchmark”, som är en grupp',
  ],
  [
    'a part that only a farther plan of the indicator has',
    (p) => {
      p.plans[0].indicatorParts = [{ key: 'svar', title: 'Svar' }];
    },
    'reports.0.comments.39.part',
    'är ”kommentar”, som varken nivån',
  ],
  [
    'a day that is not its text',
    (p) => (p.plans[1].activities[0].start.day = '2023-04-01'),
    'plans.1.activities.0.start',
    'annan dag än texten',
  ],
  [
    'an end before the start',
    (p) => (p.plans[1].activities[0].end = { day: '2020-01-01', text: '2020-01-01' }),
    'plans.1.activities.0.end',
    'är före start',
  ],
  [
    'an aspect that the level does not have',
    (p) => (p.reports[0].judgements[0].aspect = 'outcome'),
    'reports.0.judgements.0.aspect',
    'nivån inte har vid tillfället (forecast)',
  ],
  [
    'a goal with the key of one of fullmäktige’s',
    (p) => p.plans[1].goals.push({ ...p.plans[1].goals[0], key: 'im-1' }),
    'plans.1.goals.4',
    'har nyckeln ”im-1” som planen ”fullmaktige” redan har',
  ],
  [
    'a judgement of a goal in another nämnd’s plan',
    (p) => (p.plans[1].owners = ['kommunstyrelsen']),
    'reports.0.judgements.0.subject',
    'är i en plan som inte är ”socialnamnden”s eller fullmäktiges',
  ],
  [
    'a judgement at a kind of occasion that the level does not name',
    (p) => delete p.plans[1].levels[0].reported.delar,
    'reports.0.judgements.0.aspect',
    'som nivån inte har vid tillfället (none)',
  ],
  [
    'a part that neither level nor plan has',
    (p) => (p.reports[0].comments.at(-1).part = 'okand'),
    'reports.0.comments.39.part',
    'varken nivån eller planens indicatorParts har',
  ],
  [
    'a part that the level of an uppdrag has not',
    (p) => (p.reports[0].comments[0].part = 'orsak'),
    'reports.0.comments.0.part',
    'är ”orsak”, som varken nivån',
  ],
  [
    'a text at a place in a part that is of the whole',
    (p) => {
      p.places = [{ name: 'Norr' }];
      p.reports[0].comments[0].place = 'Norr';
    },
    'reports.0.comments.0.place',
    'skrivs inte per plats',
  ],
  [
    'a judgement of a goal that is read through others',
    (p) => (p.plans[1].goals[0].isJudged = false),
    'reports.0.judgements.0.subject',
    'isJudged är false',
  ],
  [
    'a judgement of a goal that the nämnd has no share in',
    (p) => (p.plans[1].goals[0].namnder = ['kommunstyrelsen']),
    'reports.0.judgements.0.subject',
    'är ett mål som ”socialnamnden” inte har del i',
  ],
];

test.each(BROKEN)('%s is a problem with its path', (_, change, path, message) => {
  const found = checkPlanFile(parsedPlanWith(change));
  expect(found).toContainEqual({ path, message: expect.stringContaining(message) as string });
});

test('Gnesta has none of them', () => {
  expect(checkPlanFile(parsedPlanWith(() => undefined))).toEqual([]);
});
