import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AssessedIndicator } from '../../src/lib/domain/assess-indicator.ts';
import type { State } from '../../src/lib/domain/state.ts';
import { readAssessed } from '../../src/lib/server/assessed.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import * as kommuner from '../../src/lib/server/db/kommuner.ts';
import { seed } from '../../src/lib/server/seed.ts';
import { ACTOR, boardsDb, freshDb, gnestaDb, gnestaIn, NOW, SEEDS, tempDir } from '../db.ts';

/* From the seed files to what Gnesta's socialnämnd shows at its delårsrapport of 2023. */

type Fact = { values: { period: string; group: string; value: number; window?: string }[] };
const facts = JSON.parse(
  readFileSync(new URL('../fixtures/gnesta/facts.json', import.meta.url), 'utf8'),
) as { indicators: Record<string, Fact> };

const APPENDIX = '4-bilaga-1-delar-2023.csv';

const gnesta = (db: Db = gnestaDb()) => {
  const { kommun, namnd, occasion } = gnestaIn(db);
  return readAssessed(db, kommun, namnd, occasion);
};

const stepOf = (state: State | null) => (state?.kind === 'step' ? state.step.key : state?.kind);
const countsOf = (words: readonly (string | undefined)[]) =>
  Object.fromEntries(
    [...new Set(words)].map((word) => [word, words.filter((w) => w === word).length]),
  );

const focusIn = (assessed = gnesta()) =>
  assessed.goals.filter((one) => one.level.key === 'verksamhetsfokus');

const valueOf = ({ current }: AssessedIndicator) =>
  current.kind === 'value' ? current.observation : null;

describe('goals', () => {
  test('five inriktningsmål are shown and not judged; four of them have a verksamhetsfokus', () => {
    const { goals } = gnesta();
    const above = goals.filter((one) => one.level.key === 'inriktningsmal');
    expect(above.map((one) => [one.goal.key, one.state])).toEqual(
      ['im-1', 'im-2', 'im-3', 'im-4', 'im-5'].map((key) => [key, null]),
    );
    const titleOf = new Map(above.map((one) => [one.goal.id, one.title]));
    expect(focusIn().map((one) => [one.goal.key, one.title])).toEqual(
      [1, 3, 4, 5].map((n) => [`vf-${n}`, above[n - 1]!.title]),
    );
    expect(focusIn().map((one) => titleOf.get(one.goal.parents[0]!))).toEqual(
      focusIn().map((one) => one.title),
    );
  });

  test('the forecast is one uppnås and three delvis', () => {
    expect(focusIn().map((one) => stepOf(one.state))).toEqual([
      'delvis',
      'uppnatt',
      'delvis',
      'delvis',
    ]);
    for (const { state, suggestion } of focusIn()) {
      expect(state).toMatchObject({ aspect: 'forecast', by: 'people' });
      expect(suggestion?.step).toBeNull();
    }
  });

  test('vf-3 alone is over its ceiling, and no reason was given', () => {
    expect(focusIn().map(({ goal, ceiling }) => [goal.key, ceiling?.isOver])).toEqual([
      ['vf-1', false],
      ['vf-3', true],
      ['vf-4', false],
      ['vf-5', false],
    ]);
    const [, over] = focusIn();
    expect(over?.against).toEqual({ suggestion: null, ceiling: true, reason: null });
    expect(over?.ceiling).toMatchObject({
      step: { key: 'delvis', colour: 'yellow' },
      words: expect.stringMatching(/vid delåret när inriktningsmålet har fler indikatorer/),
      source: 'rad 294',
    });
  });
});

describe('uppdrag', () => {
  test('32 of them lie 11, 2, 7 and 12 under the four', () => {
    const { activities } = gnesta();
    expect(activities).toHaveLength(32);
    expect(focusIn().map((one) => one.activities.length)).toEqual([11, 2, 7, 12]);
  });

  test('one is delvis and 31 are ej bedömda', () => {
    const { activities } = gnesta();
    expect(countsOf(activities.map((one) => stepOf(one.state)))).toEqual({
      ej_bedomt: 31,
      delvis: 1,
    });
    const judged = activities.find((one) => one.state?.kind === 'step');
    expect(judged?.activity.key).toBe('upp-330');
    expect(judged?.state).toMatchObject({ step: { colour: 'yellow' } });
  });

  test('each has the comment of the papers', () => {
    expect(gnesta().activities.map((one) => one.comments.length)).toEqual(Array(32).fill(1));
  });
});

describe('indicators', () => {
  const compared = () => gnesta().indicators.filter((one) => one.indicator.isCompared);

  test.each([
    ['ind-1', 102, 90, 'missed', 'nar-inte', 2],
    ['ind-2', 18, 17, 'missed', 'nar-inte', 3],
    ['ind-3', 33, 31, 'met', 'nar', 4],
    ['ind-4', 8, 15, 'missed', 'nar-inte', 5],
    ['ind-5', 19, 39, 'missed', 'nar-inte', 6],
    ['ind-6', 14, 20, 'missed', 'nar-inte', 7],
    ['ind-7', 6.8, 8, 'met', 'nar', 8],
    ['ind-8', 30.8, 44, 'met', 'nar', 9],
  ])(
    '%s: %d against %d is %s, on its line of the file',
    (key, value, target, verdict, step, line) => {
      const one = compared().find((each) => each.indicator.key === key)!;
      expect(one.verdict.verdict).toBe(verdict);
      expect(one.step?.key).toBe(step);
      expect(one.verdict.because.target).toMatchObject({ year: 2023, rule: { value: target } });
      expect(valueOf(one)).toMatchObject({
        value,
        period: { text: '2023-H1' },
        source: { file: APPENDIX, line, column: 3 },
      });
      expect(readFileSync(join(SEEDS, 'gnesta', APPENDIX), 'utf8').split('\r\n')[line - 1]).toMatch(
        new RegExp(`^${key};2023-H1;${String(value).replace('.', ',')};`),
      );
    },
  );

  test('eight are compared, and of them three reach their target', () => {
    expect(countsOf(compared().map((one) => one.verdict.verdict))).toEqual({ met: 3, missed: 5 });
  });

  test('the others are shown and never coloured', () => {
    const others = gnesta().indicators.filter((one) => !one.indicator.isCompared);
    expect(others).toHaveLength(20);
    expect(others.every((one) => one.step === null && one.verdict.verdict === 'unknown')).toBe(
      true,
    );
  });

  test('the value a year before stands with its own period and is not subtracted', () => {
    for (const { indicator, previous } of compared()) {
      const fact = facts.indicators[indicator.key]!.values.find(
        (one) => one.period === '2022-delar',
      )!;
      expect(previous, indicator.key).toMatchObject({
        comparable: false,
        why: fact.window ? 'other-window' : 'window-not-stated',
        observation: {
          value: fact.value,
          period: { text: fact.window ?? '..2022-08-31' },
          source: { file: fact.window ? expect.any(String) : '3-delar-2022.csv' },
        },
      });
    }
  });

  test('staff continuity counts for the half-year though it was measured in May', () => {
    const one = compared().find((each) => each.indicator.key === 'ind-2')!;
    expect(valueOf(one)?.measuredOn).toMatch(/^2023-05/);
  });

  test('a value that two papers print is one value', () => {
    const all = gnesta().indicators;
    const find = (key: string) => all.find((one) => one.indicator.key === key)!;
    expect(valueOf(find('hr-3'))).toEqual(valueOf(find('ind-7')));
    expect(valueOf(find('hr-5'))).toEqual(valueOf(find('ind-8')));
  });
});

/** A seed folder of the test's own with Gnesta in it. */
function seedFolder(): string {
  const folder = join(tempDir(), 'seeds');
  cpSync(join(SEEDS, 'gnesta'), join(folder, 'gnesta'), { recursive: true });
  return folder;
}

const TABLES = [
  'kommun',
  'namnd',
  'goal',
  'measure',
  'place',
  'upload',
  'observation',
  'stored_file',
  'log',
];

const sizes = (db: Db) =>
  TABLES.map((name) => db.$client.prepare(`SELECT count(*) FROM ${name}`).pluck().get());

describe('seeding', () => {
  test('twice changes nothing', () => {
    const db = boardsDb();
    const before = db.$client.serialize();
    expect(seed(db, ACTOR, NOW, SEEDS)).toBeNull();
    expect(db.$client.serialize().equals(before)).toBe(true);
  });

  test('logs the plan and each file, by who seeded', () => {
    const rows = gnestaDb().$client.prepare('SELECT action, actor FROM log ORDER BY seq').all();
    expect(rows).toEqual(
      ['plan.import', ...Array<string>(4).fill('upload.store')].map((action) => ({
        action,
        actor: 'Prov',
      })),
    );
  });

  const change = (folder: string, name: string, from: string, to: string) => {
    const path = join(folder, 'gnesta', name);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  test.each<[string, string, string, string, string | RegExp]>([
    ['a misspelt field', 'plan.json', '"isPublic"', '"isPublik"', /kommun\.isPublik är inget fält/],
    [
      'a goal that is not there',
      'plan.json',
      '"fullmaktige/im-1"',
      '"fullmaktige/im-9"',
      /plans\.1\.goals\.0\.parents pekar på målet ”fullmaktige\/im-9”/,
    ],
    ['no JSON', 'plan.json', '{', '[', /är inte läsbar JSON/],
    [
      'a number that is none',
      APPENDIX,
      ';102;',
      ';hundra;',
      /Rad 2, kolumn Värde: ”hundra” är inget tal/,
    ],
    [
      'an indicator that is not there',
      APPENDIX,
      'ind-1',
      'ind-9',
      /Rad 2.*: indikatorn ”ind-9” finns inte/,
    ],
    ['two rows of one key', APPENDIX, 'ind-2;2023-H1', 'ind-1;2023-H1', /Rad 2 och 3 gäller samma/],
  ])('%s stops with file and reason, and leaves no half kommun', (_, name, from, to, reason) => {
    const folder = seedFolder();
    change(folder, name, from, to);
    const db = freshDb();
    const before = sizes(db);
    expect(seed(db, ACTOR, NOW, folder)).toEqual({
      file: join(folder, 'gnesta', name),
      reason: expect.stringMatching(reason),
    });
    expect(sizes(db)).toEqual(before);
  });

  test('a faulty kommun stops with those before it kept, and goes in once mended', () => {
    const folder = seedFolder();
    cpSync(join(folder, 'gnesta'), join(folder, 'nykoping'), { recursive: true });
    const path = join(folder, 'nykoping', 'plan.json');
    const text = readFileSync(path, 'utf8')
      .replace('"0461"', '"0480"')
      .replace('"gnesta"', '"nykoping"');
    writeFileSync(path, text.replace('"version": 1', '"version": 9'));
    const db = freshDb();
    const slugs = () => kommuner.list(db).map((one) => one.slug);
    expect(seed(db, ACTOR, NOW, folder)).toMatchObject({ file: path });
    expect(slugs()).toEqual(['gnesta']);
    writeFileSync(path, text);
    expect(seed(db, ACTOR, NOW, folder)).toBeNull();
    expect(slugs()).toEqual(['gnesta', 'nykoping']);
  });

  test('a folder without a plan is named', () => {
    const folder = seedFolder();
    rmSync(join(folder, 'gnesta', 'plan.json'));
    expect(seed(freshDb(), ACTOR, NOW, folder)).toEqual({
      file: join(folder, 'gnesta', 'plan.json'),
      reason: 'Filen saknas.',
    });
  });

  test('a kommunkod that another kommun has is named', () => {
    const folder = seedFolder();
    cpSync(join(folder, 'gnesta'), join(folder, 'nykoping'), { recursive: true });
    const path = join(folder, 'nykoping', 'plan.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"gnesta"', '"nykoping"'));
    expect(seed(freshDb(), ACTOR, NOW, folder)).toEqual({
      file: path,
      reason: 'kommun.code ”0461” är redan Gnesta kommun',
    });
  });

  test('a folder with nothing in it seeds nothing', () => {
    const folder = join(tempDir(), 'seeds');
    mkdirSync(folder);
    const db = freshDb();
    expect(seed(db, ACTOR, NOW, folder)).toBeNull();
    expect(kommuner.list(db)).toEqual([]);
  });
});
