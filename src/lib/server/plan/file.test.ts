import { expect, test } from 'vitest';
import { GNESTA_PLAN as TEXT, planWith as broken } from '../../../../tests/db.ts';
import type { Json } from '../../../../tests/db.ts';
import { parsePlanFile } from './parse.ts';

test('Gnesta is a plan', () => {
  expect(parsePlanFile(TEXT)).toMatchObject({ ok: true });
});

test('a byte order mark before it does not matter', () => {
  expect(parsePlanFile(`\uFEFF${TEXT}`)).toMatchObject({ ok: true });
});

test.each<[what: string, change: (plan: Json) => void, path: string, message: RegExp]>([
  ['another format', (p) => (p.format = 'x'), 'format', /ska vara ”fyren-plan”, inte ”x”/],
  ['another version', (p) => (p.version = 2), 'version', /ska vara 1, inte 2/],
  ['no version', (p) => delete p.version, 'version', /saknas/],
  ['no kommun', (p) => delete p.kommun, 'kommun', /saknas/],
  ['an unknown field', (p) => (p.namder = []), 'namder', /är inget fält/],
  [
    'an unknown field far in',
    (p) => (p.plans[1].goals[0].titel = 'x'),
    'plans.1.goals.0.titel',
    /är inget fält/,
  ],
  ['a title that is missing', (p) => delete p.plans[0].title, 'plans.0.title', /saknas/],
  ['a title that is empty', (p) => (p.plans[0].title = ' '), 'plans.0.title', /får inte vara tom/],
  [
    'a title that is a number',
    (p) => (p.plans[0].title = 7),
    'plans.0.title',
    /ska vara text, inte 7/,
  ],
  [
    'a title that is null',
    (p) => (p.plans[0].title = null),
    'plans.0.title',
    /ska vara text, inte null/,
  ],
  ['a slug with å', (p) => (p.namnder[1].slug = 'nämnd'), 'namnder.1.slug', /små bokstäver a–z/],
  ['a slug with capitals', (p) => (p.kommun.slug = 'Gnesta'), 'kommun.slug', /små bokstäver a–z/],
  ['a kommunkod of three digits', (p) => (p.kommun.code = '461'), 'kommun.code', /fyra siffror/],
  [
    'a kommunkod as a number',
    (p) => (p.kommun.code = 461),
    'kommun.code',
    /ska vara text, inte 461/,
  ],
  [
    'a flag as text',
    (p) => (p.kommun.isPublic = 'ja'),
    'kommun.isPublic',
    /ska vara true eller false, inte ”ja”/,
  ],
  [
    'an impossible day',
    (p) => (p.occasions[0].cutoffOn = '2023-02-29'),
    'occasions.0.cutoffOn',
    /ingen dag som finns/,
  ],
  [
    'an impossible start',
    (p) => (p.plans[1].activities[0].start.day = '2023-04-31'),
    'plans.1.activities.0.start.day',
    /ingen dag som finns/,
  ],
  [
    'a year as text',
    (p) => (p.plans[0].fromYear = '2023'),
    'plans.0.fromYear',
    /ska vara ett tal, inte ”2023”/,
  ],
  ['a year far off', (p) => (p.plans[0].fromYear = 23), 'plans.0.fromYear', /minst 1900/],
  ['half a year', (p) => (p.plans[0].fromYear = 2023.5), 'plans.0.fromYear', /heltal/],
  [
    'decimals without end',
    (p) => (p.indicators[0].decimals = 5),
    'indicators.0.decimals',
    /högst 4/,
  ],
  ['a scale of no step', (p) => (p.scales[0].steps = []), 'scales.0.steps', /minst 1/],
  [
    'colours of nobody',
    (p) => (p.scales[0].coloursBy = 'oss'),
    'scales.0.coloursBy',
    /papers.*fyren.*, inte ”oss”/,
  ],
  [
    'an impossible day',
    (p) => (p.plans[1].activities[0].end = { day: '2023-04-31', text: '2023-04-31' }),
    'plans.1.activities.0.end.day',
    /är ingen dag som finns/,
  ],
  ['a plan of nobody', (p) => (p.plans[0].owners = []), 'plans.0.owners', /minst 1/],
  [
    'an unknown colour',
    (p) => (p.scales[0].steps[0].colour = 'grön'),
    'scales.0.steps.0.colour',
    /green.*, inte ”grön”/,
  ],
  [
    'an unknown kind of target',
    (p) => (p.indicators[0].targets[0].rule.kind = 'x'),
    'indicators.0.targets.0.rule.kind',
    /at-least.*at-most.*, inte ”x”/,
  ],
  [
    'a target without a number',
    (p) => delete p.indicators[0].targets[0].rule.value,
    'indicators.0.targets.0.rule.value',
    /saknas/,
  ],
  [
    'a yellow zone of nothing',
    (p) => (p.indicators[0].targets[0].rule.yellow = { kind: 'absolute', by: 0 }),
    'indicators.0.targets.0.rule.yellow.by',
    /mer än 0/,
  ],
  [
    'a goal without its plan',
    (p) => (p.plans[1].goals[0].parents = ['im-1']),
    'plans.1.goals.0.parents.0',
    /plan\/nyckel/,
  ],
  [
    'a judgement of a thing unheard of',
    (p) => (p.reports[0].judgements[0].subject = 'vf-1'),
    'reports.0.judgements.0.subject',
    /goal:plan\/nyckel/,
  ],
  ['goals that are no list', (p) => (p.plans[0].goals = {}), 'plans.0.goals', /ska vara en lista/],
  [
    'a goal that is text',
    (p) => (p.plans[0].goals[0] = 'x'),
    'plans.0.goals.0',
    /ska vara ett objekt, inte ”x”/,
  ],
])('%s is a problem with its path', (_, change, path, message) => {
  expect(parsePlanFile(broken(change))).toEqual({
    ok: false,
    error: [{ path, message: expect.stringMatching(message) }],
  });
});

test('every problem is given, not the first', () => {
  const text = broken((plan) => {
    plan.kommun.slug = 'Ä';
    plan.occasions[1].cutoffOn = '2023-13-01';
    delete plan.measures[2].title;
  });
  const paths = ['kommun.slug', 'occasions.1.cutoffOn', 'measures.2.title'];
  expect(parsePlanFile(text)).toMatchObject({ ok: false, error: paths.map((path) => ({ path })) });
});

test.each([
  ['{', 1],
  ['Indikator;Period', 1],
  ['', 1],
  ['{\n  "format": "fyren-plan",\n  version: 1\n}\n\n', 3],
])('%j is no JSON', (text, line) => {
  const message = `är inte läsbar JSON. Felet är på rad ${line} eller strax före`;
  expect(parsePlanFile(text)).toEqual({ ok: false, error: [{ path: '', message }] });
});

test.each(['null', '[]', '7'])('%s is no plan', (text) => {
  expect(parsePlanFile(text)).toMatchObject({ ok: false });
});
