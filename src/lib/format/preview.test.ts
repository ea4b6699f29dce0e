import { linesOut } from '#lib/domain/lines-out.ts';
import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { BadgeChange, PreviewReport, UndoReport } from '#lib/domain/preview.ts';
import { SEVERITY } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { plain } from '../../../tests/assessed.ts';
import {
  changeSentence,
  faultHeading,
  NAMES,
  outcomeSentence,
  storeWord,
  undoSentence,
} from './preview.ts';

const NONE = { shown: [], count: 0 };
const badge = { colour: null, word: 'ej bedömt', aspect: 'outcome' } as const;
const state: BadgeChange = {
  ...{ namnd: 'SN', occasion: 'Delår', title: 'Mål', before: badge, after: badge },
};

const REPORT: PreviewReport = {
  of: 'values',
  outcome: 'ready',
  understood: {
    ...{ bytes: 1, encoding: null, delimiter: null, decimal: null, sheet: null, sheets: [] },
    ...{ headerLine: null, layout: 'plain-long', rows: 1 },
  },
  difference: { new: 38, changed: 9, unchanged: 43 },
  elsewhere: 0,
  unused: 0,
  changes: { new: NONE, changed: NONE, unchanged: NONE, beside: NONE },
  states: [],
  late: [],
  needsPeriod: false,
  isPeriodOpen: false,
  periodFault: null,
  columns: null,
  questions: [],
  names: [],
  options: { indicator: [], place: [] },
  faults: [],
  notices: [],
  notKept: [],
  isPerPerson: false,
  isGone: false,
  leftOut: [],
  choices: NO_CHOICES,
};

const fault: Problem = { code: 'bad-number', line: 3, column: 'Värde', value: 'sju' };
const one: Problem = { code: 'one-column', line: 1 };
const question = { key: 'one-column', answers: ['as-written'], problem: one } as const;
const name = {
  of: 'indicator',
  name: 'X',
  line: 2,
  lines: 1,
  remembered: null,
  suggested: [],
} as const;

describe('whether a file can be read in', () => {
  test.each<[Partial<PreviewReport>, string]>([
    [{}, 'Filen kan läsas in.'],
    [{ outcome: 'refused' }, 'Filen kan inte läsas in som den är.'],
    [{ outcome: 'already-stored' }, 'Redan inläst: filen ändrar ingenting.'],
    [{ outcome: 'asked' }, 'Filen håller inga värden att läsa in.'],
    [
      { outcome: 'asked', questions: [{ ...question, answer: null }] },
      '1 sak att avgöra innan filen kan läsas in.',
    ],
    [
      { outcome: 'asked', questions: [{ ...question, answer: 'as-written' }] },
      'Filen håller inga värden att läsa in.',
    ],
    [
      {
        outcome: 'asked',
        questions: [{ ...question, answer: null }],
        names: [
          { ...name, choice: null },
          { ...name, choice: 'none' },
        ],
        faults: [{ code: 'bad-number', problems: [fault, fault] }],
        needsPeriod: true,
        isPeriodOpen: true,
      },
      '5 saker att avgöra innan filen kan läsas in.',
    ],
  ])('%j', (given, words) => expect(outcomeSentence({ ...REPORT, ...given })).toBe(words));
});

describe('how much it would change', () => {
  test.each<[Partial<PreviewReport>, string]>([
    [{}, '38 nya, 9 ändrade och 43 oförändrade värden. Inget publicerat läge ändras.'],
    [{ states: [state] }, '38 nya, 9 ändrade och 43 oförändrade värden. 1 läge ändras.'],
    [
      { outcome: 'asked', states: [state, state], elsewhere: 12_000 },
      'Det som går att läsa: 38 nya, 9 ändrade och 43 oförändrade värden. 12 000 värden gäller andra kommuner och ger placering bland dem. 2 lägen ändras.',
    ],
    [{ of: 'measures' }, '38 nya, 9 ändrade och 43 oförändrade nyckeltal.'],
    [
      { of: 'groups', difference: { new: 0, changed: 1, unchanged: 1 } },
      '1 ändrad och 1 oförändrad grupp.',
    ],
    [
      { of: 'places', difference: { new: 0, changed: 0, unchanged: 312 } },
      '312 oförändrade kommuner och regioner.',
    ],
    [
      { outcome: 'already-stored', difference: { new: 0, changed: 0, unchanged: 8 } },
      '8 oförändrade värden.',
    ],
    [{ outcome: 'refused' }, ''],
    [{ difference: { new: 0, changed: 0, unchanged: 0 } }, ''],
  ])('%j', (given, words) => expect(plain(changeSentence({ ...REPORT, ...given }))).toBe(words));
});

test('the button says how many values it reads in', () => {
  const difference = { new: 1, changed: 0, unchanged: 0 };
  expect(storeWord(REPORT)).toBe('Läs in 90 värden');
  expect(storeWord({ ...REPORT, difference })).toBe('Läs in 1 värde');
  expect(storeWord({ ...REPORT, of: 'measures' })).toBe('Läs in 90 nyckeltal');
});

test('faults and names are counted', () => {
  expect([1, 2].map(faultHeading)).toEqual(['1 fel i filen', '2 fel i filen']);
  expect(NAMES.indicator.heading(1, false)).toBe('1 namn som inte finns bland indikatorerna');
  expect(NAMES.place.heading(2, true)).toBe('2 enheter som inte fanns här, lästa så här');
});

describe('lines to leave out', () => {
  test.each<[Problem, readonly number[]]>([
    [fault, [3]],
    [{ code: 'duplicate-row', line: 2, lines: [2, 7] }, [2, 7]],
    [one, []],
    [{ code: 'empty-file' }, []],
    [{ code: 'no-rows', line: 1 }, []],
  ])('of %j', (problem, lines) => expect(linesOut(problem)).toEqual(lines));

  test('are those of faults, and never of a doubt, which goes for a column', () => {
    const codes = Object.entries(SEVERITY).filter(
      ([code]) => linesOut({ code, line: 3, lines: [3] } as unknown as Problem).length > 0,
    );
    expect(codes.filter(([, severity]) => severity === 'ask')).toEqual([]);
    expect(codes.length).toBeGreaterThan(10);
  });
});

describe('what undoing does', () => {
  const UNDO: UndoReport = {
    changes: { changed: NONE, gone: NONE, beside: NONE },
    unchanged: 0,
    elsewhere: 0,
    states: [],
    late: [],
  };
  const some = (count: number) => ({ shown: [], count });

  test.each<[Partial<UndoReport>, string]>([
    [{}, 'Inget av det som visas ändras.'],
    [
      { unchanged: 3 },
      'Inget av det som visas ändras. 3 värden står kvar, för en tidigare fil säger detsamma.',
    ],
    [
      { changes: { changed: some(1), gone: some(2), beside: NONE }, unchanged: 1, states: [state] },
      '1 värde går tillbaka till det som gällde före. 2 värden visas inte längre: ingen annan fil ger dem. 1 värde står kvar, för en tidigare fil säger detsamma. 1 läge ändras.',
    ],
    [{ elsewhere: 4 }, '4 värden gäller andra kommuner. Inget publicerat läge ändras.'],
  ])('%j', (given, words) => expect(undoSentence({ ...UNDO, ...given })).toBe(words));
});
