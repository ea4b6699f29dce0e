import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { describe, expect, test } from 'vitest';
import { ACTOR, gnestaDb, gnestaIn, NOW, parsedPlanWith } from '../db.ts';
import { formatProblem } from '../../src/lib/format/problems.ts';
import { invariant } from '../../src/lib/domain/result.ts';
import type { Db } from '../../src/lib/server/db/client.ts';
import * as groups from '../../src/lib/server/db/groups.ts';
import * as indicators from '../../src/lib/server/db/indicators.ts';
import * as kommuner from '../../src/lib/server/db/kommuner.ts';
import * as measures from '../../src/lib/server/db/measures.ts';
import * as namnder from '../../src/lib/server/db/namnder.ts';
import * as observations from '../../src/lib/server/db/observations.ts';
import * as occasions from '../../src/lib/server/db/occasions.ts';
import * as places from '../../src/lib/server/db/places.ts';
import { importUpload } from '../../src/lib/server/import-upload.ts';
import type { ImportOptions } from '../../src/lib/server/import-upload.ts';
import { checkPlanFile } from '../../src/lib/server/plan/check.ts';
import { importPlan } from '../../src/lib/server/plan/import.ts';
import { readSnapshot } from '../../src/lib/server/snapshot.ts';

const load = (db: Db, text: string, options: ImportOptions = {}) =>
  importUpload(
    db,
    ACTOR,
    NOW,
    gnestaIn(db).kommun,
    { name: 'kolada.csv', bytes: Buffer.from(text) },
    options,
  );
const long = (...rows: string[]) => ['kpi;Kommun;År;Kön;Värde', ...rows, ''].join('\n');

const idOf = (db: Db, code: string) => measures.readShared(db, code)!.id;
const seen = (db: Db, code: string) =>
  observations.list(db, gnestaIn(db).kommun.id, [idOf(db, code)]);
const peersIn = (db: Db, code: string, period: string) =>
  observations.peers(db, gnestaIn(db).kommun.id, [{ measure: idOf(db, code), period }]);
const sentences = (report: ReturnType<typeof load>) =>
  report.problems.map(formatProblem).join('\n');

describe('files of Kolada', () => {
  const FOLDER = 'tests/fixtures/formats';

  test.each([
    ['05-kolada-bred-semikolon-bom.csv', 40],
    ['06-kolada-lang-hypergene-latin1.csv', 12],
    ['07a-kolada-lang-kommatecken.csv', 8],
  ])('%s goes in whole, and changes nothing when it comes again', (name, count) => {
    const db = gnestaDb();
    const file = { name, bytes: readFileSync(join(FOLDER, name)) };
    const again = () => importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, file);
    expect(again()).toMatchObject({ outcome: 'stored', new: count, changed: 0, refused: 0 });
    expect(again()).toMatchObject({ outcome: 'already-stored', new: 0, unchanged: count });
  });

  test('a row without sex is one of both, and is the same row the second time', () => {
    const db = gnestaDb();
    const bytes = readFileSync('tests/fixtures/bugs/B68-null-in-key.csv');
    const file = { name: 'B68.csv', bytes };
    const count = () => db.$client.prepare('SELECT count(*) FROM observation').pluck().get();
    // The product's short list has not N15403: the whole catalogue must be read in first.
    const catalogue = 'id;title;direction\nN15403;Elever i åk 9, andel (%);higher\n';
    expect(load(db, catalogue)).toMatchObject({ of: 'measures', outcome: 'stored' });
    const before = Number(count());
    for (const outcome of ['stored', 'already-stored']) {
      expect(importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, file).outcome).toBe(outcome);
      expect(count()).toBe(before + 2);
    }
  });

  test('a value of the other kommuner is a peer’s, the newest stored wins, and a mark is none', () => {
    const db = gnestaDb();
    load(db, long('N00092;Gnesta;2022;T;4,0', 'N00092;Solna;2022;T;5,0', 'N00092;Ale;2022;T;6,0'));
    load(db, long('N00092;Solna;2022;T;5,5', 'N00092;Ale;2022;T;..', 'N00092;Ale;2022;K;9,0'));
    const names = new Map(places.list(db, gnestaIn(db).kommun.id).map((one) => [one.id, one.name]));
    const found = peersIn(db, 'N00092', '2022').map(({ place, value }) => [
      names.get(place),
      value,
    ]);
    expect(found).toEqual([
      ['Solna', 5.5],
      ['Gnesta', 4],
    ]);
    expect(seen(db, 'N00092').map((one) => one.value)).toEqual([4]);
    db.$client.exec(`UPDATE upload SET state = 'undone' WHERE id = (SELECT max(id) FROM upload)`);
    expect(
      peersIn(db, 'N00092', '2022')
        .map((one) => one.value)
        .sort(),
    ).toEqual([4, 5, 6]);
  });

  test('means of groups are kept apart from riket, and never are a kommun', () => {
    const db = gnestaDb();
    const text = long(
      'N00092;Riket;2022;T;5,1',
      'N00092;Alla kommuner (ovägt medel);2022;T;5,2',
      'N00092;Liknande kommuner, övergripande, Gnesta, 2022;2022;T;5,3',
      'N00092;G33614;2022;T;5,4',
      'N00092;Gnesta;2022;T;4,0',
    );
    expect(load(db, text)).toMatchObject({ outcome: 'stored', new: 5 });
    const made = places.list(db, gnestaIn(db).kommun.id).filter((one) => one.kind === 'group');
    expect(made.map(({ name, code }) => [name, code])).toEqual([
      ['Alla kommuner (ovägt medel)', null],
      ['Liknande kommuner, övergripande, Gnesta, 2022 (ovägt medel)', null],
      ['G33614 (ovägt medel)', 'G33614'],
    ]);
    expect(peersIn(db, 'N00092', '2022').map((one) => one.value)).toEqual([4]);
    expect(
      seen(db, 'N00092')
        .map((one) => one.value)
        .sort(),
    ).toEqual([4, 5.1, 5.2, 5.3, 5.4]);
    expect(load(db, `${text}N00092;Solna;2022;T;5,0\n`)).toMatchObject({ new: 1, unchanged: 5 });
    expect(
      places.list(db, gnestaIn(db).kommun.id).filter((one) => one.kind === 'group'),
    ).toHaveLength(3);
  });

  test.each([
    [
      long('N99999;Gnesta;2022;T;1'),
      /nyckeltalet ”N99999” är inte känt.*Läs först in Koladas lista/,
    ],
    [long('N00092;Gnästa;2022;T;1'), /”Gnästa” är inte känd.*Menas ”Gnesta”\?/],
    [long('N00092;Ale;2022;T;1', 'N00092;Ale;2022;;2'), /Rad 2 och 3 gäller samma/],
  ])('what cannot be stored says what to do: %j', (text, words) => {
    const db = gnestaDb();
    const report = load(db, text);
    expect(report).toMatchObject({ outcome: 'refused', new: 0 });
    expect(sentences(report)).toMatch(words);
  });

  test('refused counts every row that a name stops', () => {
    const db = gnestaDb();
    const rows = ['Ale', 'Solna', 'Kalmar'].map((name) => `N99999;${name};2022;T;1`);
    expect(load(db, long(...rows, 'N00092;Ale;2022;T;1'))).toMatchObject({ refused: 3 });
  });

  test('a share over 100 is asked about, and stored once somebody says yes', () => {
    const db = gnestaDb();
    const text = long('N00092;Gnesta;2022;T;250');
    expect(load(db, text)).toMatchObject({ outcome: 'asked', new: 0, refused: 1 });
    expect(seen(db, 'N00092')).toEqual([]);
    const choices = { ...NO_CHOICES, answers: { 'value-out-of-range': 'as-written' } };
    expect(load(db, text, { choices, isTrial: true })).toMatchObject({ outcome: 'tried', new: 1 });
    expect(load(db, text, { choices })).toMatchObject({ outcome: 'stored', new: 1 });
  });

  test('what a yes cannot answer is asked all the same', () => {
    const db = gnestaDb();
    const text = long('N00092;Gnesta;2022;T;1.234');
    const yes = { ...NO_CHOICES, answers: { 'ambiguous-number': 'as-written' } };
    expect(load(db, text, { choices: yes })).toMatchObject({ outcome: 'asked' });
    expect(seen(db, 'N00092')).toEqual([]);
  });

  test('an ended nyckeltal with later years is told of and stored', () => {
    const db = gnestaDb();
    const report = load(db, long('U21401;Gnesta;2024;T;14', 'U21401;Gnesta;2025;T;13'));
    expect(report.outcome).toBe('stored');
    expect(sentences(report)).toMatch(/”U21401” avslutades i Kolada efter 2024/);
  });
});

describe('a catalogue', () => {
  const catalogue = (...rows: string[]) =>
    ['id;title;old_titles;unit_or_kind;municipality_type;direction;ended_after', ...rows, ''].join(
      '\n',
    );
  const N00092 =
    'N00092;Sjukfrånvaro bland anställda <30 år, kommun, andel (%);Sjukfrånvaro för anställda < 30 år, (%);%;K;lower;';

  test('adds and changes the shared measures, and counts them', () => {
    const db = gnestaDb();
    const revision = kommuner.revision(db, gnestaIn(db).kommun.id);
    const text = catalogue(
      N00092,
      'N99998;Ny titel, andel (%);;%;K;higher;',
      'N00090;Sjukfrånvaro, ny titel, andel (%);;%;K;lower;2026',
    );
    expect(load(db, text, { isTrial: true })).toMatchObject({ outcome: 'tried', new: 1 });
    expect(kommuner.revision(db, gnestaIn(db).kommun.id)).toBe(revision);
    expect(load(db, text)).toMatchObject({
      of: 'measures',
      outcome: 'stored',
      new: 1,
      changed: 1,
      unchanged: 1,
      refused: 0,
    });
    expect(kommuner.revision(db, gnestaIn(db).kommun.id)).toBe(revision + 1);
    expect(measures.readShared(db, 'N99998')).toMatchObject({ unit: '%', isShare: true });
    expect(load(db, text)).toMatchObject({ outcome: 'already-stored', changed: 0, unchanged: 3 });
  });

  test('keeps the title that a nyckeltal had, so that old files find it', () => {
    const db = gnestaDb();
    load(db, catalogue('N00090;Helt ny titel;;%;K;lower;'));
    const old = '"Sjukfrånvaro totalt bland anställda, kommun, andel (%)"';
    const text = `Nyckeltal;Kommun/Region;År;Visat Värde\n${old};Gnesta;2022;7,5\n`;
    expect(load(db, text)).toMatchObject({ outcome: 'stored', new: 1 });
    expect(seen(db, 'N00090')).toMatchObject([{ value: 7.5 }]);
  });

  test('with a fault changes nothing', () => {
    const db = gnestaDb();
    const report = load(db, catalogue('X;Fel id;;;;;', 'N99998;Ny;;;;;'));
    expect(report).toMatchObject({ of: 'measures', outcome: 'refused', refused: 1 });
    expect(measures.readShared(db, 'N99998')).toBeUndefined();
  });
});

describe('a plan that leans on Kolada', () => {
  /** Gnesta's plan, with two of its measures taken for nyckeltal of Kolada's: one known, one not. */
  const plan = () =>
    parsedPlanWith((json) => {
      Object.assign(json.kommun, { code: '0480', slug: 'nykoping', name: 'Nyköpings kommun' });
      json.groups = [{ key: 'grannar', title: 'Grannarna', members: ['0461', '0484', '0483'] }];
      for (const [at, code, title] of [
        [0, 'N00092', 'Sjukfrånvaro'],
        [1, 'N77777', 'Okänt nyckeltal'],
      ] as const) {
        const measure = json.measures[at];
        for (const one of json.indicators) if (one.measure === measure.code) one.measure = code;
        Object.assign(measure, { code, source: 'kolada', title });
      }
    });

  test('uses the shared measure and makes one that is not known shared too', () => {
    const db = gnestaDb();
    const before = measures.list(db, null).length;
    const id = importPlan(db, ACTOR, NOW, plan());
    expect(measures.list(db, null)).toHaveLength(before + 1);
    expect(measures.readShared(db, 'N77777')).toMatchObject({ title: 'Okänt nyckeltal' });
    expect(measures.readShared(db, 'N00092')?.title).toMatch(/^Sjukfrånvaro bland anställda/);
    expect(indicators.names(db, id).some((one) => one.measure === idOf(db, 'N00092'))).toBe(true);
  });

  test('keeps its groups, stands on the kommun’s own place, and its snapshot can be ranked', () => {
    const db = gnestaDb();
    const id = importPlan(db, ACTOR, NOW, plan());
    const kommun = kommuner.read(db, 'nykoping')!;
    const known = places.readKommun(db, '0480')!;
    expect(known.name).toBe('Nyköping');
    const member = (code: string) => places.readKommun(db, code)!.id;
    expect(groups.list(db, id)).toMatchObject([
      { key: 'grannar', title: 'Grannarna', members: ['0461', '0483', '0484'].map(member) },
    ]);

    const text = long(
      'N00092;Nyköping;2021;T;4',
      'N00092;Nyköping;2022;T;5',
      'N00092;Gnesta;2022;T;6',
      'N00092;Gnesta;2021;T;7',
      'N00092;Nyköping;2024;T;9',
    );
    importUpload(db, ACTOR, NOW, kommun, { name: 'k.csv', bytes: Buffer.from(text) });
    const namnd = namnder.read(db, id, 'socialnamnden');
    const occasion = namnd && occasions.listOfNamnd(db, namnd.id)[0];
    invariant(namnd && occasion, 'Nyköping has what Gnesta has');
    const snapshot = readSnapshot(db, kommun, namnd, occasion);
    expect(snapshot.place).toBe(known.id);
    expect(snapshot.groups).toHaveLength(1);
    expect(snapshot.peers.map(({ period, value }) => [period, value])).toEqual([
      ['2022', 6],
      ['2022', 5],
    ]);
    expect(snapshot.places.some(({ id: place }) => place === member('0461'))).toBe(true);
  });

  test.each<[string, (json: ReturnType<typeof JSON.parse>) => void, RegExp]>([
    ['no kommun', (json) => json.groups[0].members.push('9999'), /”9999”, som ingen kommun har/],
    ['itself', (json) => json.groups[0].members.push('0461'), /är kommunen själv/],
    ['one twice', (json) => json.groups[0].members.push('0484'), /säger ”0484” två gånger/],
    [
      'a key twice',
      (json) => json.groups.push({ ...json.groups[0] }),
      /har nyckeln ”grannar” som redan är tagen/,
    ],
    [
      'a rank in a group that is not there',
      (json) => {
        const target = { year: 2023, rule: { kind: 'rank', atMost: 3, among: 'alla' } };
        json.indicators[0].targets = [target];
      },
      /pekar på gruppen ”alla”/,
    ],
    [
      'shares of a step that is not there',
      (json) => {
        const policy = { kind: 'shares', limits: [{ step: 'lila', atLeast: 0.5 }] };
        const level = json.plans[1].levels.find((one: { scale?: string }) => one.scale);
        level.policy = policy;
      },
      /pekar på skalsteget ”maluppfyllelse\/lila”/,
    ],
    [
      'a ceiling at a step that is not there',
      (json) => {
        const level = json.plans[1].levels.find((one: { scale?: string }) => one.scale);
        level.ceilingRule = { step: 'lila', words: 'som mest lila' };
      },
      /pekar på skalsteget ”maluppfyllelse\/lila”/,
    ],
    [
      'shares without a scale',
      (json) => {
        const [level] = json.plans[0].levels;
        level.scale = null;
        level.policy = { kind: 'shares', limits: [{ step: 'uppnatt', atLeast: 0.5 }] };
        level.ceilingRule = { step: 'delvis', words: 'som mest gult' };
      },
      /har gränser för steg, men nivån har ingen skala/,
    ],
  ])('is told of %s', (_, change, words) => {
    const file = parsedPlanWith((json) => {
      json.groups = [{ key: 'grannar', title: 'Grannarna', members: ['0480', '0484'] }];
      change(json);
    });
    const problems = checkPlanFile(file).map(({ path, message }) => `${path} ${message}`);
    expect(problems.join('\n')).toMatch(words);
  });

  test('with groups as they should be is without problems', () => {
    const file = parsedPlanWith((json) => {
      json.groups = [{ key: 'grannar', title: 'Grannarna', members: ['0480', '0484'] }];
      const [indicator] = json.indicators;
      const measure = json.measures.find((one: { code: string }) => one.code === indicator.measure);
      for (const one of json.indicators) if (one.measure === measure.code) one.measure = 'N00092';
      Object.assign(measure, { code: 'N00092', source: 'kolada' });
      const target = { year: 2023, rule: { kind: 'rank', atMost: 3, among: 'grannar' } };
      indicator.targets = [target];
    });
    expect(checkPlanFile(file)).toEqual([]);
  });
});
