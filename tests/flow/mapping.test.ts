import { expect, test } from 'vitest';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning } from '#lib/domain/mapping.ts';
import { invariant } from '#lib/domain/result.ts';
import * as mappings from '#lib/server/db/mappings.ts';
import * as measures from '#lib/server/db/measures.ts';
import { changeRemembered, forget } from '#lib/server/remember.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { lookAt, previewOf, readIn, storeIt, waitWith } from '../reading.ts';

/* A table that nobody knows: explained once, offered the next time, confirmed and changed by people. */

const TABLE = 'Förskola;Kö;Platser\nEkorren;3;40\nBjörken;1;12\n';
const NEXT = 'FÖRSKOLA;Kö; Platser\nEkorren;2;41\nBjörken;0;12\n';

const world = () => {
  const db = gnestaDb();
  const { kommun } = gnestaIn(db);
  return { db, kommun };
};

const offered = ({ db, kommun }: ReturnType<typeof world>, text: string) => {
  const report = previewOf(db, kommun, text);
  invariant(report.columns, 'the text is a table');
  return { report, columns: report.columns };
};

const NAMES = {
  indicators: { Kö: 'new', Platser: 'none' },
  places: { Ekorren: 'new', Björken: 'none' },
} as const;

/** As a person answers: what the columns look like is right, the names are told, the year too. */
function readThe(text: string, at: ReturnType<typeof world>) {
  const { columns } = offered(at, text);
  return readIn(at.db, at.kommun, text, {
    choices: { mapping: columns.mapping, period: '2024', ...NAMES },
  });
}

test('a table that nobody knows is asked about, with a guess and its first rows', () => {
  const at = world();
  const { report, columns } = offered(at, TABLE);
  expect(report.outcome).toBe('asked');
  expect(columns).toMatchObject({ by: 'unknown', remembered: null });
  expect(columns.mapping.columns.map(({ is }) => is)).toEqual(['place', 'value', 'value']);
  expect(columns.samples).toEqual([
    ['Ekorren', 'Björken'],
    ['3', '1'],
    ['40', '12'],
  ]);
  expect(columns.rows.count).toBe(4);
  expect(columns.rows.shown[0]).toMatchObject({
    ...{ indicator: 'Kö', place: 'Ekorren', line: 2, shown: { state: 'value', value: 3 } },
  });
});

test('what was said is stored by, and the same file again changes nothing', () => {
  const at = world();
  const upload = readThe(TABLE, at);
  expect(upload).toMatchObject({ layout: 'mapped', counts: { new: 1, changed: 0, unchanged: 0 } });
  const { columns } = offered(at, TABLE);
  const again = waitWith(at.db, at.kommun, TABLE, {
    choices: { mapping: columns.mapping, period: '2024', ...NAMES },
  });
  expect(lookAt(at.db, at.kommun, again)).toMatchObject({
    outcome: 'already-stored',
    difference: { new: 0, changed: 0, unchanged: 1 },
  });
  expect(storeIt(at.db, at.kommun, again)).toBe('already-stored');
});

test('the next file with the headings is offered what was said, and asked all the same', () => {
  const at = world();
  readThe(TABLE, at);
  const { report, columns } = offered(at, NEXT);
  expect(report.outcome).toBe('asked');
  expect(columns).toMatchObject({ by: 'unknown', remembered: { at: NOW.toISOString() } });
  expect(columns.mapping.columns.map(({ is }) => is)).toEqual(['place', 'value', 'value']);
  // Said so, its names are offered too: those that were made are known, the others chosen as before.
  const said = previewOf(at.db, at.kommun, NEXT, { mapping: columns.mapping, period: '2025' });
  expect(said.columns?.by).toBe('chosen');
  expect(said.names.map(({ name, choice, remembered }) => [name, choice, remembered])).toEqual([
    ['Platser', null, 'none'],
    ['Björken', null, 'none'],
  ]);
});

const OTHER: Mapping = {
  columns: [
    { header: 'Förskola', is: 'ignored', told: NOTHING_TOLD },
    { header: 'Kö', is: 'value', told: { ...NOTHING_TOLD, indicator: 'Kö' } },
    { header: 'Platser', is: 'ignored', told: NOTHING_TOLD },
  ],
  told: NOTHING_TOLD,
};

test('it can be changed and forgotten, and each is in the log', () => {
  const at = world();
  readThe(TABLE, at);
  const [row] = mappings.list(at.db, at.kommun.id);
  invariant(row, 'it is remembered');
  const said = { mapping: OTHER, names: { indicators: {}, places: {} } };
  expect(changeRemembered(at.db, ACTOR, NOW, at.kommun, row.id, said)).toBe(true);
  expect(offered(at, NEXT).columns.mapping).toEqual(OTHER);
  // Somebody who has the old one open is told.
  expect(changeRemembered(at.db, ACTOR, NOW, at.kommun, row.id, said)).toBe(false);
  const [changed] = mappings.list(at.db, at.kommun.id);
  expect(forget(at.db, ACTOR, NOW, at.kommun, changed!.id)).toBe(true);
  expect(forget(at.db, ACTOR, NOW, at.kommun, changed!.id)).toBe(false);
  expect(offered(at, NEXT).columns.remembered).toBeNull();
  const actions = at.db.$client
    .prepare(`SELECT action FROM log WHERE entity = 'mapping' ORDER BY seq`)
    .pluck()
    .all();
  expect(actions).toEqual(['mapping.confirm', 'mapping.confirm', 'mapping.forget']);
});

test('names told of a layout that is known are offered the next time', () => {
  const at = world();
  const text = 'Indikator;Period;Värde\nNöjda grannar;2024;5\n';
  const [known] = measures.list(at.db, at.kommun.id).filter(({ source }) => source !== 'kolada');
  readIn(at.db, at.kommun, `${text}ind-1;2024;7\n`, {
    choices: { indicators: { 'Nöjda grannar': 'none' } },
  });
  const [asked] = previewOf(at.db, at.kommun, text).names;
  expect(asked).toMatchObject({ name: 'Nöjda grannar', choice: null, remembered: 'none' });
  expect(known).toBeDefined();
});

test('what it meant then and is gone is not offered', () => {
  const at = world();
  const text = 'Indikator;Period;Värde\nNöjda grannar;2024;5\n';
  readIn(at.db, at.kommun, text, { choices: { indicators: { 'Nöjda grannar': 'new' } } });
  const [row] = mappings.list(at.db, at.kommun.id);
  expect(row).toBeUndefined();
});

test('a table whose headings are known can be explained otherwise', () => {
  const at = world();
  const text = 'Indikator;Period;Värde;Kön\nind-1;2023;5;kv\n';
  const { columns } = offered(at, text);
  expect(columns).toMatchObject({ by: 'known', rows: { count: 0 } });
  const mapping: Mapping = {
    columns: columns.mapping.columns.map((one) =>
      one.header === 'Kön' ? { ...one, is: 'ignored' } : one,
    ),
    told: { ...NOTHING_TOLD, sex: 'M' },
  };
  const report = previewOf(at.db, at.kommun, text, { mapping });
  expect(report.columns?.rows.shown).toMatchObject([{ sex: 'M', indicator: 'ind-1' }]);
});

test('what a row notes stands with its figure, but not where that is hidden or it tells of a person', () => {
  const notesOf = (text: string) => {
    const at = world();
    const { columns } = offered(at, text).columns.mapping;
    const mapping: Mapping = {
      columns: columns.map((one) => (one.header === 'Antal' ? { ...one, is: 'n' } : one)),
      told: { ...NOTHING_TOLD, indicator: 'Nöjda' },
    };
    const rows = previewOf(at.db, at.kommun, text, { mapping }).columns?.rows.shown;
    return rows?.map(({ note }) => note);
  };
  const table = (count: number, note: string) =>
    `Förskola;Antal;Nöjda;Kommentar\nEkorren;${count};75;${note}\nBjörken;40;80;\n`;
  expect(notesOf(table(40, 'Ny mätning'))).toEqual(['Ny mätning', null]);
  expect(notesOf(table(4, 'Ny mätning'))).toEqual([null, null]);
  expect(notesOf(table(40, 'fråga anna@gnesta.se'))).toEqual([null, null]);
  expect(notesOf(table(40, 'å'.repeat(500)))?.[0]).toBe(`${'å'.repeat(300)}…`);
});

test('figures that rest on few are not shown in the rows', () => {
  const at = world();
  const text = 'Förskola;Antal svar;Nöjda\nEkorren;4;75\nBjörken;40;80\n';
  const { columns } = offered(at, text);
  expect(columns.rows.shown.map(({ shown }) => shown)).toEqual([
    { state: 'suppressed', value: null },
    // The other gives it away where the two make up a whole.
    { state: 'suppressed', value: null },
  ]);
  expect(columns.samples).toEqual([['Ekorren', 'Björken'], ['…'], ['…']]);
});

test('few of what is measured are no few answers', () => {
  const at = world();
  const text = 'Förskola;Antal\nEkorren;4\nBjörken;40\n';
  const { columns } = offered(at, text).columns.mapping;
  expect(columns.map(({ is }) => is)).toEqual(['place', 'value']);
  const rowsWhere = (is: Meaning) => {
    const said = columns.map((one) => (one.header === 'Antal' ? { ...one, is } : one));
    const value = { header: 'Andel', is: 'value', told: NOTHING_TOLD } as const;
    const mapping: Mapping = {
      columns: is === 'value' ? said : [...said, value],
      told: { ...NOTHING_TOLD, indicator: 'Platser' },
    };
    const table = is === 'value' ? text : 'Förskola;Antal;Andel\nEkorren;4;75\nBjörken;40;80\n';
    return previewOf(at.db, at.kommun, table, { mapping }).columns?.rows.shown.map(
      (one) => one.shown.value,
    );
  };
  expect(rowsWhere('value')).toEqual([4, 40]);
  expect(rowsWhere('n')).toEqual([null, null]);
});

test('a series is suggested by a code in its name before by its title', () => {
  const at = world();
  const text = 'Kommun;År;Väntetid N00091\nGnesta;2024;5\n';
  const { columns } = offered(at, text);
  const { names } = previewOf(at.db, at.kommun, text, { mapping: columns.mapping });
  const [first] = names[0]?.suggested ?? [];
  expect(first?.title).toMatch(/^Sjukfrånvaro mer än 59 dagar/);
});

test('what tells of a person is not quoted among the cells', () => {
  const { columns } = offered(
    world(),
    'Förskola;Kö;Rektor\nEkorren;13;anna@gnesta.se\nEken;14;eva@gnesta.se\n',
  );
  expect(columns.samples).toEqual([['Ekorren', 'Eken'], ['13', '14'], ['…']]);
});

test('columns of figures that nothing tells apart are told of where they are asked about', () => {
  const at = world();
  const text = 'Nämndmål;Utfall T1;Utfall T2\nTrygghet;61;63\nHälsa;70;71\n';
  const { columns } = offered(at, text);
  expect(columns.problems).toEqual([
    { code: 'alike-columns', line: 1, columns: ['Utfall T1', 'Utfall T2'] },
  ]);
  const guessed = previewOf(at.db, at.kommun, text, { mapping: columns.mapping });
  expect(guessed).toMatchObject({ outcome: 'asked', faults: [] });
  expect(guessed.columns).toMatchObject({ by: 'chosen', problems: columns.problems });
  const told = (period: string) => ({
    ...columns.mapping,
    columns: columns.mapping.columns.map((one) =>
      one.is === 'value' ? { ...one, told: { ...one.told, period } } : one,
    ),
  });
  const wrong = previewOf(at.db, at.kommun, text, { mapping: told('i fjol') });
  expect(wrong.faults).toEqual([]);
  expect(wrong.columns?.problems.map(({ code }) => code)).toEqual([
    'told-period',
    'told-period',
    'alike-columns',
  ]);
});

test('of columns with one heading the mapping says which is what', () => {
  const text = 'Enhet;Värde;Värde\nNorr;61;63\nSöder;70;71\n';
  const said = (at: number, indicator: string) => ({
    ...{ header: 'Värde', is: 'value' as const },
    told: { ...NOTHING_TOLD, indicator, period: `202${at}` },
  });
  const mapping: Mapping = {
    columns: [
      { header: 'Enhet', is: 'place', told: NOTHING_TOLD },
      said(3, 'ind-1'),
      said(4, 'ind-1'),
    ],
    told: NOTHING_TOLD,
  };
  const { db, kommun } = world();
  // Where the columns are asked about, which of the two counts is not.
  const isKnown = previewOf(db, kommun, 'Indikator;Period;Värde;Värde\nind-1;2024;61;63\n');
  expect(isKnown.questions.map(({ problem }) => problem.code)).toContain('duplicate-column');
  expect(previewOf(db, kommun, text).questions).toEqual([]);
  const answers = { 'duplicate-column|Värde': 'column-1' };
  const found = previewOf(db, kommun, text, {
    mapping,
    answers,
    places: { Norr: 'new', Söder: 'new' },
  });
  expect(found).toMatchObject({ outcome: 'ready', questions: [], difference: { new: 4 } });
});

test('what is told for a period and is none is said to be so', () => {
  const { db, kommun } = world();
  const text = 'Indikator;Värde\nind-1;61\n';
  const faultOf = (period: string | null) => previewOf(db, kommun, text, { period }).periodFault;
  expect([null, '2024', 'tertial 2', 'delår 2024'].map(faultOf)).toEqual([
    ...[null, null, 'no-year', 'unknown'],
  ]);
});

test('what is not kept of a column is not quoted of it either', () => {
  const text = 'Förskola;Kö;Kommentar\nEkorren;13;Chefen lyssnar aldrig på oss\nEken;14;\n';
  const { report, columns } = offered(world(), text);
  const mapping: Mapping = {
    ...columns.mapping,
    columns: columns.mapping.columns.map((one) =>
      one.header === 'Kommentar' ? { ...one, is: 'ignored' } : one,
    ),
  };
  expect(report.outcome).toBe('asked');
  const said = previewOf(world().db, world().kommun, text, { mapping });
  expect(said.columns?.samples[2]).toEqual(['…']);
});
