import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatDay } from '#lib/format/sv.ts';
import { isDay } from '#lib/domain/calendar.ts';
import { headOf, reportOf, tableIn, tablesOf } from './reports.ts';

/* What the five boards' reports say of goals and activities, held against what their papers print. */

type Printed = { readonly id: string; readonly rows: readonly (readonly (string | null)[])[] };

const rowsOf = (board: string, id: string) =>
  (JSON.parse(readFileSync(`tests/fixtures/report/${board}.json`, 'utf8')) as Printed[]).find(
    (one) => one.id === id,
  )!.rows;

const headings = (board: string) =>
  reportOf(board).pieces.flatMap((piece) =>
    piece.kind === 'heading' && piece.level > 1 ? [piece.words] : [],
  );

describe('every goal stands in its report as the paper judges it', () => {
  /** "Ej utvärderad" of a paper is "Ej utvärderat" of a goal: the same state. */
  const word = (status: string) => status.replace('utvärderad', 'utvärderat');

  test.each([
    ['kalmar', 38],
    ['solna', 5],
  ])('%s: %i goals', (board, count) => {
    const rows = rowsOf(board, 'bedomningar');
    expect(rows).toHaveLength(count);
    const told = new Set(headings(board).map((one) => one.toLowerCase()));
    const missing = rows.filter(([title, status]) => {
      const name = title!.replace(/\.$/, '').toLowerCase();
      return !told.has(status ? `${name}: ${word(status).toLowerCase()}` : name);
    });
    expect(missing).toEqual([]);
  });
});

test('gnesta: four verksamhetsfokus with their prognos, in the summary table', () => {
  const table = tableIn(reportOf('gnesta'), 'Sammanställning av måluppfyllelsen');
  const told = table.rows.map(({ cells }) => [cells[0]?.words, cells[1]?.words, cells[1]?.mark]);
  const WORDS: Readonly<Record<string, readonly [string, string]>> = {
    uppnått: ['Bedöms uppnås', 'green'],
    'delvis uppnått': ['Bedöms delvis uppnås', 'yellow'],
  };
  expect(told).toEqual(
    rowsOf('gnesta', 'fokus').map(([title, status]) => {
      const [words, colour] = WORDS[status!]!;
      return [title, words, { colour, aspect: 'forecast' }];
    }),
  );
});

describe('gnesta: 32 uppdrag with ansvarig and dates as the paper has them', () => {
  const report = reportOf('gnesta');
  const rows = tablesOf(report)
    .filter(({ caption }) => caption.startsWith('Uppdrag'))
    .flatMap((table) => table.rows);
  const own = (title: string) => rows.find((one) => headOf(one) === title);

  /** "2023-03-30- 2025-12-31" in words; one that there is not stands as it is written. */
  const dayWords = (text: string) =>
    isDay(text) ? formatDay(text) : `”${text}” (går inte att läsa som ett datum)`;
  const datesOf = (text: string) =>
    (text.match(/\d{2,4}-\d{2}-\d{2}/g) ?? []).map(dayWords).join(' – ');

  test('are all there', () => expect(rows).toHaveLength(32));

  test.each(rowsOf('gnesta', 'uppdrag'))('%s', (title, owner, dates) => {
    const [, , owners, days, state] = own(title!)!.cells.map(({ words }) => words);
    expect([owners, days]).toEqual([owner, datesOf(dates!)]);
    expect(['Ej bedömt', 'Bedöms delvis uppnås']).toContain(state);
  });

  test('the summary names the one that deviates, which alone has a colour in the paper', () => {
    const deviating = rows.filter((one) => one.cells.at(-1)?.mark?.colour === 'yellow');
    expect(deviating.map(headOf)).toEqual([
      expect.stringContaining('Utveckla familjecentralens roll'),
    ]);
    const summary = JSON.stringify(report.pieces.slice(0, 4));
    expect(summary).toContain('Utveckla familjecentralens roll');
  });
});

test('härnösand: each mål with its nyckelaktiviteter', () => {
  const report = reportOf('harnosand');
  const told = new Set(
    report.pieces.flatMap((piece) => {
      if (piece.kind === 'heading') return [piece.words];
      return piece.kind === 'list'
        ? piece.items.map((item) => item.map(({ text }) => text).join(''))
        : [];
    }),
  );
  const bare = (title: string) => title.replace(/\.$/, '');
  const names = new Set([...told].map(bare));
  expect(rowsOf('harnosand', 'mal').filter(([title]) => !names.has(bare(title!)))).toEqual([]);
});

test('vaxholm: a printed difference that does not add up has a note beside ours', () => {
  const table = tableIn(reportOf('vaxholm'), 'Volymer / Volymer');
  const row = table.rows.find((one) => headOf(one) === 'Summa årsplats Säbo');
  expect(JSON.stringify(row?.cells.at(-1)?.text)).toContain('−19,1');
});
