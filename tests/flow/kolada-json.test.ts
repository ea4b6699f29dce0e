import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changeSentence, outcomeSentence, storeWord } from '#lib/format/preview.ts';
import { formatProblem } from '#lib/format/problems.ts';
import { understoodWords } from '#lib/format/reading.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as groups from '#lib/server/db/groups.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as measures from '#lib/server/db/measures.ts';
import * as observations from '#lib/server/db/observations.ts';
import * as places from '#lib/server/db/places.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { readSourceLine } from '#lib/server/source-line.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { previewOf, readIn, rowCounts, storeIt, waitWith } from '../reading.ts';

const FOLDER = 'tests/fixtures/formats';

const loadBytes = (db: Db, name: string, bytes: Uint8Array) =>
  importUpload(db, ACTOR, NOW, gnestaIn(db).kommun, { name, bytes });
const loadFile = (db: Db, name: string) => loadBytes(db, name, readFileSync(join(FOLDER, name)));
const load = (db: Db, json: unknown) =>
  loadBytes(db, 'kolada.json', Buffer.from(JSON.stringify(json)));

const page = (...values: unknown[]) => ({
  ...{ values, next_url: null, previous_url: null, count: values.length },
});
const row = (kpi: string, municipality: string, period: number, ...values: object[]) => ({
  values: values.map((one) => ({ gender: 'T', count: 1, status: '', isdeleted: false, ...one })),
  ...{ kpi, period, municipality },
});

const seen = (db: Db, code: string) =>
  observations
    .list(db, gnestaIn(db).kommun.id, [measures.readShared(db, code)!.id])
    .map((one) => [one.period.text, one.sex, one.state, one.value]);
const newestAction = (db: Db) =>
  db.$client.prepare('SELECT action FROM log ORDER BY seq DESC').pluck().get();
const sentences = ({ problems }: ReturnType<typeof load>) => problems.map(formatProblem).join('\n');

describe('figures of Kolada’s API', () => {
  test.each([
    ['01-kolada-v2-data-page.json', 7],
    ['02a-kolada-v3-data-page1.json', 12],
    ['02b-kolada-v3-data-page2.json', null],
  ])('%s goes in whole, and changes nothing when it comes again', (name, count) => {
    const db = gnestaDb();
    const first = loadFile(db, name);
    expect(first).toMatchObject({ outcome: 'stored', changed: 0, unchanged: 0, refused: 0 });
    if (count !== null) expect(first.new).toBe(count);
    const again = loadFile(db, name);
    expect(again).toMatchObject({ outcome: 'already-stored', new: 0, changed: 0 });
    expect(again.unchanged).toBe(first.new);
  });

  test('the pages of an answer give all of it, one after the other', () => {
    const db = gnestaDb();
    const pages = ['02a-kolada-v3-data-page1.json', '02b-kolada-v3-data-page2.json'];
    const news = pages.map((name) => loadFile(db, name).new);
    const total = news.reduce((sum, each) => sum + each, 0);
    expect(db.$client.prepare('SELECT count(*) FROM upload').pluck().get()).toBeGreaterThan(1);
    const again = pages.map((name) => loadFile(db, name));
    expect(again.map((one) => [one.new, one.changed])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(again.reduce((sum, each) => sum + each.unchanged, 0)).toBe(total);
  });

  test('a zero is a value, what is missing is none, and what was taken back is not there', () => {
    const db = gnestaDb();
    const report = load(
      db,
      page(
        row('N00092', '0461', 2021, { value: 0 }),
        row('N00092', '0461', 2022, { value: null, status: 'Missing', count: 0 }),
        row('N00092', '0461', 2023, { value: 5, isdeleted: true }, { gender: 'K', value: 4.5 }),
        row('N00092', 'G33614', 2023, { value: 5.123, count: 9 }),
      ),
    );
    expect(report).toMatchObject({ outcome: 'stored', new: 4 });
    expect(sentences(report)).toMatch(/Kolada har tagit tillbaka 1 värde i filen/);
    expect(seen(db, 'N00092').sort()).toEqual([
      ['2021', 'T', 'value', 0],
      ['2022', 'T', 'missing', null],
      ['2023', 'K', 'value', 4.5],
      ['2023', 'T', 'value', 5.123],
    ]);
  });

  test.each<[string, unknown, RegExp]>([
    [
      'an unknown nyckeltal',
      page(row('N99999', '0461', 2022, { value: 1 })),
      /”N99999” är inte känt/,
    ],
    ['an unknown place', page(row('N00092', '9999', 2022, { value: 1 })), /”9999” är inte känd/],
    ['an empty answer', page(), /adressen är fel/],
    ['a closed version', { error: 'This endpoint is deprecated. Use /v3' }, /har stängt/],
    ['another program’s', { a: [1] }, /inget svar från Kolada/],
  ])('%s is refused with what to do', (_, json, words) => {
    const db = gnestaDb();
    const before = rowCounts(db);
    const report = load(db, json);
    expect(report).toMatchObject({ outcome: 'refused', new: 0 });
    expect(sentences(report)).toMatch(words);
    expect(rowCounts(db)).toEqual(before);
  });

  test('an id of a unit is asked about, and may be said to be new', () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const { municipality: _, ...rest } = row('N00092', '', 2022, { value: 1 });
    const text = JSON.stringify(page({ ...rest, ou: 'V15E046100101' }));
    expect(previewOf(db, kommun, text)).toMatchObject({
      outcome: 'asked',
      names: [{ of: 'place', name: 'V15E046100101' }],
    });
    const choices = { places: { V15E046100101: 'new' as const } };
    expect(previewOf(db, kommun, text, choices)).toMatchObject({ outcome: 'ready' });
  });

  test.each([
    ['without rows', page()],
    ['that says no more than that it has closed', { error: 'deprecated, use /v3' }],
  ])('on the page an answer %s is refused', (_, json) => {
    const db = gnestaDb();
    const report = previewOf(db, gnestaIn(db).kommun, JSON.stringify(json));
    expect(report).toMatchObject({ outcome: 'refused', understood: { headerLine: null } });
  });

  test('the object that a value came from can be shown', () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const json = page(row('N00092', '0461', 2022, { value: 4.5 }));
    const upload = readIn(db, kommun, JSON.stringify(json, null, 1), { name: 'kolada.json' });
    const [one] = observations.list(db, kommun.id, [measures.readShared(db, 'N00092')!.id]);
    const found = readSourceLine(db, kommun, upload, one!.source.line);
    expect(found?.heading).toBeNull();
    expect(found?.text).toMatch(/^\s*\{\n(?:.*\n)*.*"value": 4\.5/);
  });
});

describe('metadata of nyckeltal', () => {
  const kpi = (id: string, title: string) => ({
    ...{ id, title, description: '', is_divided_by_gender: true, municipality_type: 'K' },
  });

  test('goes in once, in one row of the log', () => {
    const db = gnestaDb();
    const name = '03-kolada-v3-kpi-metadata.json';
    expect(loadFile(db, name)).toMatchObject({ of: 'measures', outcome: 'stored', refused: 0 });
    expect(newestAction(db)).toBe('measure.catalogue');
    expect(loadFile(db, name)).toMatchObject({
      ...{ outcome: 'already-stored', new: 0, changed: 0, unchanged: 6 },
    });
  });

  test('leaves direction and unit as they are known, and gives what is new its own', () => {
    const db = gnestaDb();
    const csv = 'id;title;unit_or_kind;direction;ended_after\nN99997;Väntan;dagar;lower;2030\n';
    loadBytes(db, 'kpi.csv', Buffer.from(csv));
    const before = measures.list(db, null).find(({ code }) => code === 'N00092')!;
    const text = page(
      kpi('N00092', 'Ny titel'),
      kpi('N99997', 'Väntan, antal'),
      kpi('N99998', 'Nöjda, andel (%)'),
    );
    expect(load(db, text)).toMatchObject({ outcome: 'stored', new: 1, changed: 2 });
    const all = new Map(measures.list(db, null).map((one) => [one.code, one]));
    const { unit, isShare, better } = before;
    expect(all.get('N00092')).toMatchObject({ title: 'Ny titel', unit, isShare, better });
    expect(all.get('N99997')).toMatchObject({
      ...{ title: 'Väntan, antal', unit: 'dagar', better: 'lower', endedAfter: 2030 },
    });
    expect(all.get('N99998')).toMatchObject({ unit: '%', isShare: true, better: 'none' });
    expect(load(db, text)).toMatchObject({ outcome: 'already-stored', unchanged: 3 });
    // What nobody had said the unit of is given that of its title.
    const titled = page(kpi('N99996', 'Kostnad'));
    expect(load(db, titled)).toMatchObject({ new: 1 });
    expect(load(db, page(kpi('N99996', 'Kostnad, kr/inv')))).toMatchObject({ changed: 1 });
    expect(measures.readShared(db, 'N99996')).toMatchObject({ unit: 'kr/inv' });
  });
});

describe('a list of kommuner and regions', () => {
  const named = (id: string, title: string, type: string) => ({ id, title, type });

  test('changes nothing where all of it is known', () => {
    expect(loadFile(gnestaDb(), '04a-kolada-v3-municipality.json')).toMatchObject({
      ...{ of: 'places', outcome: 'already-stored', new: 0, changed: 0, unchanged: 8 },
    });
  });

  test('brings names up to date and adds what is new, in one row of the log', () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const json = page(
      named('0022', 'Region Ådalen', 'L'),
      named('0461', 'Gnesta', 'K'),
      named('9998', 'Nystad', 'K'),
    );
    const revision = kommuner.revision(db, kommun.id);
    expect(load(db, json)).toMatchObject({ outcome: 'stored', new: 1, changed: 1, unchanged: 1 });
    expect(newestAction(db)).toBe('place.catalogue');
    expect(kommuner.revision(db, kommun.id)).toBe(revision + 1);
    expect(places.readKommun(db, '9998')).toMatchObject({ name: 'Nystad', kind: 'kommun' });
    expect(load(db, json)).toMatchObject({ outcome: 'already-stored', unchanged: 3 });
    const figures = page(row('N00092', '9998', 2022, { value: 5 }));
    expect(load(db, figures)).toMatchObject({ outcome: 'stored', new: 1 });
  });

  test('with a fault changes nothing', () => {
    const db = gnestaDb();
    const report = load(db, page(named('9998', 'Nystad', 'K'), named('9997', '', 'K')));
    expect(report).toMatchObject({ of: 'places', outcome: 'refused', refused: 1 });
    expect(places.readKommun(db, '9998')).toBeUndefined();
  });
});

describe('groups of kommuner', () => {
  const group = (id: string, title: string, ...members: string[]) => ({
    ...{ id, title },
    members: members.map((code) => ({ member_id: code, member_title: code })),
  });
  const GNESTA = 'Liknande kommuner, övergripande, Gnesta, 2025';
  const named = (db: Db) =>
    places
      .listShared(db)
      .filter(({ kind }) => kind === 'group')
      .map(({ code, name }) => [code, name]);
  const compared = (db: Db) => {
    const codes = new Map(places.listShared(db).map(({ id, code }) => [id, code]));
    return groups
      .list(db, gnestaIn(db).kommun.id)
      .map(({ key, title, members }) => [key, title, members.map((id) => codes.get(id))]);
  };

  test('are known by id and name from then on, and come in once', () => {
    const db = gnestaDb();
    const name = '04b-kolada-v3-municipality-groups.json';
    expect(loadFile(db, name)).toMatchObject({ of: 'groups', outcome: 'stored', new: 3 });
    expect(named(db)).toContainEqual(['G33629', 'Västernorrlands läns kommuner (ovägt medel)']);
    expect(loadFile(db, name)).toMatchObject({
      ...{ outcome: 'already-stored', new: 0, changed: 0, unchanged: 3 },
    });
    expect(compared(db)).toEqual([]);
  });

  test('those like a kommun here are whom it compares itself with, never itself', () => {
    const db = gnestaDb();
    expect(load(db, page(group('G37374', GNESTA, '0562', '0461', '0643')))).toMatchObject({
      new: 1,
    });
    expect(compared(db)).toEqual([['G37374', GNESTA, ['0562', '0643']]]);
    const later = page(group('G37374', GNESTA.replace('2025', '2026'), '1715', '0643'));
    expect(load(db, later)).toMatchObject({ new: 0, changed: 1 });
    expect(compared(db)).toEqual([['G37374', GNESTA.replace('2025', '2026'), ['0643', '1715']]]);
    expect(load(db, later)).toMatchObject({ outcome: 'already-stored', unchanged: 1 });
  });

  test('one that a file of figures has named gets its id, and the figures stay with it', () => {
    const db = gnestaDb();
    const figures = 'kpi;Kommun;År;Värde\nN00092;Alla kommuner (ovägt medel);2022;5,2\n';
    loadBytes(db, 'kolada.csv', Buffer.from(figures));
    loadBytes(db, 'kolada.csv', Buffer.from('kpi;Kommun;År;Värde\nN00092;G33614;2022;5,4\n'));
    const report = load(
      db,
      page(
        group('G2328', 'Alla kommuner (ovägt medel)', '0461'),
        group('G33614', 'Södermanlands läns kommuner (ovägt medel)', '0461'),
      ),
    );
    expect(report).toMatchObject({ outcome: 'stored', new: 0, changed: 2 });
    expect(named(db)).toEqual([
      ['G2328', 'Alla kommuner (ovägt medel)'],
      ['G33614', 'Södermanlands läns kommuner (ovägt medel)'],
    ]);
    expect(load(db, page(row('N00092', 'G2328', 2022, { value: 5.2 })))).toMatchObject({
      ...{ new: 0, unchanged: 1 },
    });
  });

  test('a member that nobody knows is told of and left out', () => {
    const db = gnestaDb();
    const report = load(db, page(group('G37374', GNESTA, '0562', '9999')));
    expect(report).toMatchObject({ outcome: 'stored', new: 1 });
    expect(sentences(report)).toMatch(/”9999” i gruppen ”Liknande kommuner, övergripande, Gnesta/);
    expect(compared(db)).toMatchObject([['G37374', GNESTA, ['0562']]]);
  });

  test('are read in by the page as well, which says what they are', () => {
    const db = gnestaDb();
    const { kommun } = gnestaIn(db);
    const text = JSON.stringify(page(group('G37374', GNESTA, '0562', '0643')));
    const report = previewOf(db, kommun, text);
    expect(understoodWords(report.understood)).toBe(
      'Koladas grupper av kommuner, 1 grupp. Teckenkodning UTF-8.',
    );
    expect([outcomeSentence(report), changeSentence(report), storeWord(report)]).toEqual([
      'Filen kan läsas in.',
      '1 ny grupp.',
      'Läs in 1 grupp',
    ]);
    expect(storeIt(db, kommun, waitWith(db, kommun, text))).toBe('stored');
    expect(previewOf(db, kommun, text)).toMatchObject({ of: 'groups', outcome: 'already-stored' });
    expect(storeIt(db, kommun, waitWith(db, kommun, text))).toBe('already-stored');
  });
});
