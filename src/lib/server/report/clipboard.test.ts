import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import type { Piece, ReportDocument, Table } from '#lib/format/document.ts';
import {
  cell,
  column,
  heading,
  headingRow,
  numberCell,
  row,
} from '../../../../tests/office/build.ts';
import { stateCell, table, textCell, written } from '../../../../tests/office/build.ts';
import { gnestaReport } from '../../../../tests/office/gnesta.ts';
import { hardReport } from '../../../../tests/office/hard.ts';
import { unescaped } from '../../../../tests/office/opened.ts';
import { cellText } from './cell-text.ts';
import { renderHtml, renderPieces } from './html.ts';
import { plainPieces, plainText } from './plain.ts';
import { holdable } from './text.ts';

const VALUES = table(
  'Indikatorer & mål',
  [column('Indikator', 3), column('Nuläge', 1, true), column('Läge', 2), column('Kommentar', 3)],
  [
    headingRow('En attraktiv kommun'),
    row(
      cell('=SUM(A1) <b>"x"</b> \'y\''),
      { ...numberCell(102, 0, 'dagar'), beside: 'jan–jun 2023' },
      stateCell('Bedöms delvis uppnås', 'yellow', 'forecast'),
      textCell('Försämrat, **åtgärd krävs**.\n\n- ett\n- två'),
    ),
  ],
  ['Fotnot.'],
);

/** The text of each cell as it is read: its sign, which is hidden from who listens, left out. */
const cellsOf = (html: string) =>
  [...html.matchAll(/<t[hd] dir[^>]*>([\s\S]*?)<\/t[hd]>/g)].map((match) =>
    unescaped(
      (match[1] ?? '')
        .replace(/<span aria-hidden="true"[^>]*>[^<]*<\/span>&nbsp;/g, '')
        .replace(/<\/p>|<\/li>|<br>/g, '\n')
        .replace(/<li [^>]*>/g, '– ')
        .replace(/<[^>]*>/g, ''),
    ).trim(),
  );

const shown = (one: Table) => [
  ...one.columns.map(({ title }) => title),
  ...one.rows.flatMap(({ kind, cells }) =>
    (kind === 'heading' ? cells.slice(0, 1) : cells).map((each) =>
      [cellText(each), each.beside ?? ''].filter((text) => text !== '').join('\n'),
    ),
  ),
];

const said = (text: string) => holdable(text).trim();

describe('what is copied, as HTML', () => {
  const html = renderPieces([VALUES]);

  test('has the texts of the cells', () => {
    expect(cellsOf(html)).toEqual(shown(VALUES).map(said));
  });

  test('says a state by sign, word and colour', () => {
    expect(html).toContain(
      '<span aria-hidden="true" style="font-family:\'Segoe UI Symbol\',sans-serif;color:#7D5300">△</span>&nbsp;<b style="color:#7D5300">Bedöms delvis uppnås</b>',
    );
  });

  test('has caption, heads of columns and of rows, borders and bold', () => {
    expect(html).toMatch(/<caption [^>]*>Indikatorer &amp; mål<\/caption>/);
    expect(html.match(/scope="col"/g)).toHaveLength(4);
    expect(html.match(/scope="row"/g)).toHaveLength(1);
    expect(html).toMatch(/scope="rowgroup" colspan="4"/);
    expect(html).toContain('border:1px solid');
    expect(html).toContain('<b>åtgärd krävs</b>');
  });

  test('leaves texts to Excel as texts, and numbers as numbers', () => {
    const [text, number] = [
      ...html.matchAll(/<t[hd] dir="auto" (?:scope="row" )?style="([^"]*)"/g),
    ];
    expect(text?.[1]).toContain('mso-number-format');
    expect(number?.[1]).not.toContain('mso-number-format');
  });

  test('a chapter is h1 by itself, and under the title in a whole report', () => {
    const pieces: Piece[] = [heading(1, 'Ett'), heading(3, 'Tre')];
    expect(renderPieces(pieces)).toMatch(/^<h1 .*>Ett<\/h1>\n<h3 .*>Tre<\/h3>$/);
    const whole = renderHtml({ ...gnestaReport(), pieces });
    expect(whole).toMatch(/<h1 .*>Delårsrapport 2023<\/h1>[\s\S]*<h2 .*>Ett<\/h2>/);
  });

  test('says what a picture shows', () => {
    const picture: Piece = {
      ...{ kind: 'picture', svg: '<svg/>', png: null, alt: 'Ökat från 81 <till> 102.' },
      ...{ width: 10, height: 10 },
    };
    expect(renderPieces([picture])).toContain('Ökat från 81 &lt;till&gt; 102.');
    expect(plainPieces([picture])).toBe('Ökat från 81 <till> 102.');
  });

  test.each<[string, ReportDocument]>([
    ['Gnesta’s', gnestaReport()],
    ['300 rows and nasty signs', hardReport()],
  ])('%s is HTML, every cell as it is in the document', (_, document) => {
    const page = renderHtml(document);
    // A reader of markup that is stricter than any browser.
    const body = page.replace('<!doctype html>', '').replace(/[{}]/g, '');
    expect(() => parse(body, { modern: true })).not.toThrow();
    const tables = document.pieces.filter((piece) => piece.kind === 'table');
    expect(cellsOf(page).slice(-tables.flatMap(shown).length)).toEqual(
      tables.flatMap(shown).map(said),
    );
    expect(page).not.toMatch(/<script|<b>"fet"/);
  });
});

describe('what is copied, as plain text', () => {
  test('has tabs between the cells of a table', () => {
    expect(
      plainPieces([heading(1, 'Ett'), ...written('Text **fet**.\n\n- ett\n- två'), VALUES]),
    ).toBe(
      [
        ...['Ett', '', 'Text fet.', '', '– ett\n– två', '', 'Indikatorer & mål'],
        'Indikator\tNuläge\tLäge\tKommentar',
        'En attraktiv kommun',
        '=SUM(A1) <b>"x"</b> \'y\'\t102\u00a0dagar (jan–jun 2023)\tBedöms delvis uppnås\tFörsämrat, åtgärd krävs. – ett – två',
        'Fotnot.',
      ].join('\n'),
    );
  });

  test('begins with whose it is, and says how it stands', () => {
    expect(plainText({ ...gnestaReport(), facts: [], pieces: [] })).toBe(
      'Socialnämnden, Gnesta kommun\nDelårsrapport 2023\nArbetsmaterial, 20 september 2023\n\n\n',
    );
  });
});
