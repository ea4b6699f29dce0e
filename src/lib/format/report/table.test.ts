import { describe, expect, test } from 'vitest';
import { aColumn, aNumberColumn, EMPTY, tablePieces, wordsCell } from './table.ts';

type Thing = { readonly name: string; readonly is: string; readonly was: string };

const NAME = aColumn<Thing>('Namn', 4, ({ name }) => wordsCell(name));
const IS = aNumberColumn<Thing>('Nu', ({ is }) => (is === '' ? EMPTY : wordsCell(is)));
const WAS = aNumberColumn<Thing>('Förut', ({ was }) => (was === '' ? EMPTY : wordsCell(was)));

const made = (...things: readonly Thing[]) =>
  tablePieces('Saker', [NAME, IS, WAS], [{ heading: null, items: things }]);
const shown = (...things: readonly Thing[]) =>
  made(...things).map((piece) => {
    if (piece.kind !== 'table') return piece.kind;
    return [
      piece.columns.map(({ title }) => title),
      ...piece.rows.map(({ cells }) => cells.map(({ words }) => words)),
    ];
  });

describe('a table of a report', () => {
  test('has a dash where nothing stands, and no column where nothing does', () => {
    const rows = shown({ name: 'a', is: '1', was: '' }, { name: 'b', is: '', was: '' });
    expect(rows).toEqual([
      [
        ['Namn', 'Nu'],
        ['a', '1'],
        ['b', '–'],
      ],
    ]);
  });

  test('is a list where nothing is said but names', () => {
    expect(shown({ name: 'a', is: '', was: '' })).toEqual(['paragraph', 'list']);
  });

  test('of nothing is nothing', () => expect(made()).toEqual([]));

  test('has a heading over those that belong together, and none over nothing', () => {
    const one = { name: 'a', is: '1', was: '' };
    const [table] = tablePieces(
      'Saker',
      [NAME, IS],
      [
        { heading: 'Ett', items: [one] },
        { heading: 'Inget', items: [] },
      ],
    );
    expect(table).toMatchObject({
      rows: [{ kind: 'heading', cells: [{ words: 'Ett' }] }, { kind: 'cells' }],
    });
  });
});
