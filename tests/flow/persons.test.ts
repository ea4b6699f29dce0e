import { describe, expect, test } from 'vitest';
import type { Choices } from '#lib/domain/choices.ts';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning } from '#lib/domain/mapping.ts';
import * as mappings from '#lib/server/db/mappings.ts';
import { gnestaDb, gnestaIn } from '../db.ts';
import { lookAt, previewOf, readIn, storeIt, waitWith } from '../reading.ts';
import { workbook } from '../workbook.ts';

/* Names of persons where names are kept: asked about in a column, and refused in a heading and in what is told. */

const USERS = 'Brukare;Ålder;Nöjdhet\nAnna Karlsson;81;4\nBo Svensson;79;5\n';
const SECRETS = /Karlsson|Svensson/;

const mapping = (...columns: readonly (readonly [header: string, is: Meaning])[]): Mapping => ({
  columns: columns.map(([header, is]) => ({ header, is, told: NOTHING_TOLD })),
  told: { ...NOTHING_TOLD, indicator: 'Nöjda' },
});
const AS_PLACES = mapping(['Brukare', 'place'], ['Ålder', 'ignored'], ['Nöjdhet', 'value']);
const SAID: Partial<Choices> = {
  mapping: AS_PLACES,
  period: '2024',
  indicators: { Nöjda: 'new' },
  places: { 'Anna Karlsson': 'new', 'Bo Svensson': 'new' },
};
const ANSWERED = { ...SAID, answers: { 'persons-column|Brukare': 'as-written' } };

const here = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

describe('a row for each user', () => {
  test('is told of before anybody has said what the columns are, and not quoted', () => {
    const { db, kommun } = here();
    const report = previewOf(db, kommun, USERS);
    expect(report.notKept).toMatchObject([{ column: 'Brukare', kind: 'name' }]);
    expect(report.columns?.samples[0]).toEqual(['…']);
    expect(JSON.stringify(report)).not.toMatch(SECRETS);
  });

  test('is asked about where it is said to be of places, and neither stored nor quoted until then', () => {
    const { db, kommun } = here();
    const report = previewOf(db, kommun, USERS, SAID);
    expect(report).toMatchObject({ outcome: 'asked', names: [] });
    expect(report.questions).toMatchObject([
      { key: 'persons-column|Brukare', answers: ['as-written'], answer: null },
    ]);
    expect(report.columns?.rows.shown).toMatchObject([{ place: '…' }, { place: '…' }]);
    expect(JSON.stringify(report)).not.toMatch(SECRETS);
    expect(storeIt(db, kommun, waitWith(db, kommun, USERS, { choices: SAID }))).toBe('not-ready');
    expect(mappings.list(db, kommun.id)).toEqual([]);
  });

  test('is read in as it stands when somebody says that they are no persons', () => {
    const { db, kommun } = here();
    expect(previewOf(db, kommun, USERS, ANSWERED).columns?.rows.shown[0]).toMatchObject({
      place: 'Anna Karlsson',
    });
    expect(readIn(db, kommun, USERS, { choices: ANSWERED }).counts?.new).toBe(2);
  });

  test('is not quoted where a row of it is left out', () => {
    const { db, kommun } = here();
    const report = previewOf(db, kommun, USERS, { ...SAID, leftOut: [2] });
    expect(report.leftOut).toEqual([{ line: 2, text: '…;81;4' }]);
    expect(JSON.stringify(report)).not.toMatch(SECRETS);
  });
});

describe('numbers of persons', () => {
  test.each<[string, string, Meaning]>([
    ['checked', 'Enhet;Personnummer;Timmar\nA;198112289874;4\nB;198112289874;5\n', 'indicator'],
    ['made up', 'Enhet;Personnummer;Timmar\nA;197001011234;4\nB;196512315678;5\n', 'indicator'],
    ['under another heading', 'Enhet;Nyckel;Timmar\nA;198112289874;4\nB;194103052389;5\n', 'place'],
    ['as figures', 'Enhet;Personnummer;Timmar\nA;197001011234;4\nB;196512315678;5\n', 'value'],
    ['of telephones', 'Enhet;Telefon;Timmar\nA;0158275000;4\nB;0158275001;5\n', 'breakdown'],
  ])('%s are left out by the guess, and asked about where they are read', (_, text, is) => {
    const { db, kommun } = here();
    const [, second = ''] = text.split('\n')[0]!.split(';');
    const guessed = previewOf(db, kommun, text).columns!.mapping.columns[1]!;
    if (second !== 'Nyckel') expect(guessed.is).toBe('ignored');
    const told = mapping(
      ['Enhet', is === 'place' ? 'ignored' : 'place'],
      [second, is],
      ['Timmar', 'value'],
    );
    const report = previewOf(db, kommun, text, { mapping: told, period: '2024' });
    expect(report.outcome).toBe('asked');
    expect(report.questions.map(({ key }) => key)).toContain(`persons-column|${second}`);
    expect(JSON.stringify(report)).not.toMatch(/19811228|19410305|19700101|0158275/);
  });
});

test('a workbook with answers of persons is kept for its other sheet', () => {
  const { db, kommun } = here();
  const bytes = workbook([
    {
      name: 'Svar',
      rows: [
        ['SvarsID', 'Fråga 1'],
        ['1', 4],
      ],
    },
    {
      name: 'T',
      rows: [
        ['Indikator', 'Period', 'Värde'],
        ['ind-1', '2024', 7],
      ],
    },
  ]);
  const look = (choices: Partial<Choices>) =>
    lookAt(db, kommun, waitWith(db, kommun, bytes, { name: 'bok.xlsx', choices }))!;
  expect(look({})).toMatchObject({ outcome: 'ready', understood: { sheet: 'T' } });
  expect(look({ sheet: 'Svar' })).toMatchObject({ outcome: 'refused', isGone: false });
});

test('full names as units of a known layout are asked about', () => {
  const { db, kommun } = here();
  const rows = ['Anna Berg', 'Bo Ek', 'Lars Lund', 'Eva Ström'].map(
    (name) => `ind-1;2024;${name};1`,
  );
  const text = `Indikator;Period;Enhet;Värde\n${rows.join('\n')}\n`;
  const report = previewOf(db, kommun, text);
  expect(report).toMatchObject({ outcome: 'asked', names: [] });
  expect(report.questions.map(({ key }) => key)).toEqual(['persons-column|Enhet']);
  expect(JSON.stringify(report)).not.toMatch(/Berg|Lund|Ström/);
  const answers = { 'persons-column': 'as-written' };
  expect(previewOf(db, kommun, text, { answers }).names).toHaveLength(4);
});

test('a heading that points a person out is a fault of the file, and is found nowhere', () => {
  const { db, kommun } = here();
  const text = 'Förskola;Kö (ring 070-123 45 67);Platser\nEkorren;3;40\n';
  const report = previewOf(db, kommun, text);
  expect(report).toMatchObject({ outcome: 'refused', columns: null });
  expect(report.faults).toMatchObject([
    { code: 'personal-heading', problems: [{ position: 2, kind: 'phone' }] },
  ]);
  expect(JSON.stringify(report)).not.toContain('070');
});

test.each(['indicator', 'place', 'period'] as const)(
  'a told %s that points a person out is said beside the columns, and is not remembered',
  (about) => {
    const { db, kommun } = here();
    const told = { ...NOTHING_TOLD, indicator: 'Kö', [about]: 'Fråga anna@gnesta.se' };
    const columns = mapping(['Förskola', 'ignored'], ['Kö', 'value']).columns;
    for (const said of [
      { columns, told },
      { columns: [columns[0]!, { ...columns[1]!, told }], told: NOTHING_TOLD },
    ]) {
      const choices = { mapping: said, period: '2024' };
      const text = 'Förskola;Kö\nEkorren;3\n';
      const report = previewOf(db, kommun, text, choices);
      expect(report.outcome).toBe('asked');
      expect(report.columns?.problems).toMatchObject([
        { code: 'personal-told', about, kind: 'e-mail' },
      ]);
      expect(storeIt(db, kommun, waitWith(db, kommun, text, { choices }))).toBe('not-ready');
      expect(mappings.list(db, kommun.id)).toEqual([]);
    }
  },
);
