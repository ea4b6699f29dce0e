import { expect, test } from 'vitest';
import { freshDb } from '../../../../tests/db.ts';
import { foldTitle } from '#lib/ingest/fold.ts';
import { SURVEY_CODES } from '#lib/ingest/surveys/questions.ts';
import { surveyOfTitle } from '#lib/ingest/surveys/services.ts';
import { KPIS, PLACES, REUSED } from '#lib/ingest/kolada/lists.ts';
import * as measures from './measures.ts';
import * as places from './places.ts';

/* The migration and the list that reads files without a database say the same. */

test('the places are those of the list: riket, 21 regions and 290 kommuner', () => {
  const stored = places.list(freshDb(), 0).map(({ kind, code, name }) => ({ kind, code, name }));
  expect(stored).toEqual(PLACES.map(({ kind, code, name }) => ({ kind, code, name })));
  const kinds = PLACES.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'riket')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'region')).toHaveLength(21);
  expect(kinds.filter((kind) => kind === 'kommun')).toHaveLength(290);
});

test('the shared measures are the nyckeltal of the list, with their old titles', () => {
  const stored = measures
    .list(freshDb(), null)
    .map(
      ({
        id: _id,
        source: _source,
        smallCount: _small,
        survey: _survey,
        hidesPersons: _hides,
        ...kpi
      }) => kpi,
    );
  const listed = KPIS.map(({ oldTitles, ...kpi }) => ({
    ...kpi,
    oldTitles: oldTitles.map(foldTitle).sort(),
  }));
  expect(stored.map((kpi) => ({ ...kpi, oldTitles: kpi.oldTitles.toSorted() }))).toEqual(listed);
  expect(measures.list(freshDb(), null).every(({ source }) => source === 'kolada')).toBe(true);
});

test('those of a survey of users have its limit for small counts', () => {
  const stored = measures.list(freshDb(), null);
  expect(stored.filter(({ title, survey }) => survey !== surveyOfTitle(title))).toEqual([]);
  const surveyOf = (code: string) => stored.find((one) => one.code === code)?.survey;
  expect(['U21468', 'U28518', 'U30452', 'U33750', 'N00667'].map(surveyOf)).toEqual([
    'aldre',
    'lss',
    'ifo',
    'ifo',
    null,
  ]);
});

test('every code that a survey may fill is in the list', () => {
  const codes = new Set(KPIS.map(({ code }) => code));
  expect(SURVEY_CODES.filter((code) => !codes.has(code))).toEqual([]);
});

test('a figure whose id was given away has a series and a title of its own', () => {
  const codes = KPIS.map(({ code }) => code);
  for (const [id, code] of REUSED) {
    expect(codes).toContain(id);
    expect(KPIS.find((kpi) => kpi.code === code)?.title).toContain(`${id} enligt Kolada 2013`);
  }
  expect(REUSED.size).toBe(4);
});

test('nothing without a sure direction has one', () => {
  const better = (code: string) => KPIS.find((kpi) => kpi.code === code)?.better;
  expect(['U23401', 'N00090', 'U21401'].map(better)).toEqual(['lower', 'lower', 'lower']);
  // Of these the nyckeltal is the bad share.
  expect(['U21478', 'U01421', 'U23481'].map(better)).toEqual(['lower', 'lower', 'lower']);
  expect(['N00097', 'N01951', 'U23592', 'N40010'].map(better)).toEqual(Array(4).fill('none'));
});
