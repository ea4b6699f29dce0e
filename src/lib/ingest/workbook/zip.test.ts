import { deflateSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { NotATable } from '#lib/domain/problem.ts';
import { oneSheet, utf8, workbookParts, zipParts } from '../../../../tests/workbook.ts';
import { bytesOf, written } from '../../../../tests/zip-bytes.ts';
import type { Written } from '../../../../tests/zip-bytes.ts';
import { inspectFile } from '../inspect.ts';
import { lineTexts } from '../line-texts.ts';
import { readFile } from '../read-file.ts';
import { MOST_UNPACKED, openZip } from './zip.ts';

const NAME = 'xl/worksheets/sheet1.xml';
const ROWS = [
  ['Indikator', 'Period', 'Värde'],
  ['ind-1', '2023', 7],
];
const PARTS = workbookParts([{ name: 'Blad1', rows: ROWS }]);
const problemsOf = (bytes: Uint8Array) => readFile({ name: 'x', bytes }).problems;
const codesOf = (bytes: Uint8Array) => problemsOf(bytes).map(({ code }) => code);

const open = (bytes: Uint8Array) => openZip(bytes, (name) => name.endsWith('.xml'));
const ABC = { packed: deflateSync(utf8('abc')), size: 3, crc: 0x352441c2 };

describe('what is taken out of a zip file', () => {
  test.each<[string, Written, boolean, string | null]>([
    ['packed', { name: 'a.xml', ...ABC }, false, 'abc'],
    ['with fields for large files', { name: 'a.xml', ...ABC }, true, 'abc'],
    [
      'not packed',
      { name: 'a.xml', packed: utf8('abc'), size: 3, crc: ABC.crc, method: 0 },
      false,
      'abc',
    ],
    ['of more than it says', { name: 'a.xml', ...ABC, size: 2 }, false, null],
    ['of less than it says', { name: 'a.xml', ...ABC, size: 4 }, false, null],
    ['of another sum', { name: 'a.xml', ...ABC, crc: 1 }, false, null],
    ['packed in another way', { name: 'a.xml', ...ABC, method: 12 }, false, null],
    [
      'not packed and of another size',
      { name: 'a.xml', packed: utf8('abc'), size: 4, method: 0 },
      false,
      null,
    ],
    ['that is nowhere', { name: 'a.xml', ...ABC, at: 5 }, false, null],
    ['that was not asked for', { name: 'a.png', ...ABC }, false, null],
  ])('a part %s', (_, entry, isLarge, expected) => {
    const zip = open(written([entry], isLarge));
    const part = zip.ok ? zip.value.read(entry.name) : null;
    expect(part && new TextDecoder().decode(part)).toBe(expected);
  });

  test('not one that is cut off', () => {
    const zip = open(
      written([
        { name: 'a.xml', ...ABC },
        { name: 'b.xml', ...ABC, at: 30 },
      ]),
    );
    expect(zip.ok && zip.value.read('b.xml')).toBeNull();
  });

  test('backslashes are slashes', () => {
    const zip = open(written([{ name: 'a\\b.xml', ...ABC }]));
    expect(zip.ok && zip.value.names).toEqual(['a/b.xml']);
  });

  const bomb = deflateSync(new Uint8Array(50_000_000));
  test.each<[string, Written[]]>([
    [
      'parts that say they are too much together',
      [0, 1, 2].map((at) => ({ ...ABC, name: `${at}.xml`, size: MOST_UNPACKED / 2 })),
    ],
    [
      'more parts than anybody has',
      Array.from({ length: 10_001 }, (_, at) => ({ ...ABC, name: `${at}.xml` })),
    ],
  ])('%s are refused', (_, entries) => {
    expect(open(written(entries))).toEqual({ ok: false, error: 'too-large' });
  });

  test('parts that lie over one another are refused', () => {
    const bytes = written([
      { name: 'a.xml', ...ABC },
      { name: 'b.xml', ...ABC },
    ]);
    const view = new DataView(bytes.buffer);
    // Each says that it is as long as the file.
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 20, bytes.length, true);
    }
    expect(open(bytes)).toEqual({ ok: false, error: 'broken' });
  });

  test('a bomb that says it is small stops at what it says', () => {
    const bytes = written([{ name: 'a.xml', packed: bomb, size: 1000 }]);
    const zip = open(bytes);
    expect(zip.ok && zip.value.read('a.xml')).toBeNull();
  }, 2000);

  test.each([
    ['nothing', new Uint8Array()],
    ['no directory', utf8('PK\u0003\u0004 and so on and on and on')],
    ['a directory that is elsewhere', bytesOf(22, [0, 4, 0x06054b50], [10, 2, 1], [16, 4, 4])],
    [
      'an end of large files that is elsewhere',
      new Uint8Array(
        Buffer.concat([
          bytesOf(20, [0, 4, 0x07064b50], [8, 8, 2]),
          bytesOf(22, [0, 4, 0x06054b50], [10, 2, 1], [16, 4, 0]),
        ]),
      ),
    ],
  ])('%s is no zip file', (_, bytes) =>
    expect(open(bytes)).toEqual({ ok: false, error: 'broken' }),
  );
});

describe('a file that is no workbook', () => {
  test.each<[string, Record<string, string>, NotATable]>([
    ['.xlsb', { 'xl/workbook.bin': '', '[Content_Types].xml': '' }, 'xlsb'],
    ['.ods', { mimetype: '', 'content.xml': '' }, 'open-document'],
    ['.docx', { 'word/document.xml': '' }, 'word'],
    ['.numbers', { 'Index/Document.iwa': '' }, 'numbers'],
    ['.zip', { 'a.csv': '', 'b.xlsx': '' }, 'zip'],
    ['a zip file of nothing', {}, 'zip'],
  ])('%s is called by its name', (_, parts, found) => {
    expect(problemsOf(zipParts(parts))).toEqual([{ code: 'not-a-table', found }]);
  });

  test('.xls, or a locked .xlsx', () => {
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    expect(problemsOf(bytes)).toEqual([{ code: 'not-a-table', found: 'excel-97' }]);
  });
});

describe('a workbook that is broken', () => {
  const without = (name: string) =>
    zipParts(Object.fromEntries(Object.entries(PARTS).filter(([one]) => one !== name)));
  const withSheet = (xml: string) => zipParts({ ...PARTS, [NAME]: xml });
  const TWO = workbookParts([
    { name: 'A', rows: ROWS },
    { name: 'B', rows: ROWS },
  ]);

  test.each<[string, Uint8Array]>([
    ['without its sheet', without(NAME)],
    ['without its relations', without('xl/_rels/workbook.xml.rels')],
    ['of a sheet that is none', withSheet('<x/>')],
    [
      'of a row beyond the last',
      withSheet('<sheetData><row r="9999999999"><c r="A9999999999"><v>1</v></c></row></sheetData>'),
    ],
    [
      'of a column beyond the last',
      withSheet('<sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row></sheetData>'),
    ],
    [
      'of text that is nowhere',
      withSheet('<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData>'),
    ],
    [
      'of two sheets, one of text that is nowhere',
      zipParts({
        ...TWO,
        [NAME]: '<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData>',
      }),
    ],
    ['cut off', oneSheet(ROWS).slice(0, -30)],
  ])('%s is told to be so', (_, bytes) => {
    expect(codesOf(bytes)).toEqual(['broken-workbook']);
    expect(lineTexts(bytes, [2])).toEqual([]);
  });

  const wide = Array.from(
    { length: 1000 },
    (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
  );
  const merged = Array.from({ length: 400 }, () => '<mergeCell ref="A1:XFC1048576"/>').join('');
  const long = `<c r="@"><v>1</v></c>`;
  test.each<[string, Uint8Array]>([
    ['gaps', withSheet(`<sheetData>${wide.join('')}</sheetData>`)],
    [
      'merged cells',
      withSheet(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${merged}`),
    ],
    [
      'letters',
      oneSheet(
        Array.from({ length: 1500 }, () => [{ xml: '<c r="@" t="s"><v>0</v></c>' }, { xml: long }]),
        {},
        { texts: [`<t>${'x'.repeat(100_000)}</t>`] },
      ),
    ],
  ])(
    'of too many %s is told to be too large',
    (_, bytes) => {
      expect(codesOf(bytes)).toEqual(['large-workbook']);
    },
    10_000,
  );

  test('of nothing is empty', () => {
    expect(codesOf(withSheet('<sheetData/>'))).toEqual(['empty-file']);
    expect(codesOf(withSheet('<sheetData></sheetData>'))).toEqual(['empty-file']);
  });

  test('a zip file in a zip file is not gone into', () => {
    const bomb = zipSync({ 'a.xml': new Uint8Array(1_000_000) });
    expect(problemsOf(zipSync({ 'b.zip': bomb }))).toEqual([{ code: 'not-a-table', found: 'zip' }]);
  });
});

describe('bytes that are changed', () => {
  /** A row of numbers that is the same each time (mulberry32). */
  function numbers(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }
  const WHOLE = readFile({ name: 'x', bytes: oneSheet(ROWS) });

  test('of the file give no other value', () => {
    const next = numbers(7);
    for (let round = 0; round < 300; round += 1) {
      const bytes = oneSheet(ROWS);
      for (let count = 0; count < 1 + (round % 3); count += 1) {
        bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
      }
      const found = inspectFile({ name: 'x', bytes }, NO_CHOICES);
      const isSame = found.observations.length === 1 && found.observations[0]!.value === 7;
      expect(isSame || found.problems.length > 0).toBe(true);
    }
  }, 20_000);

  test('of its XML are borne', () => {
    const next = numbers(11);
    const names = Object.keys(PARTS);
    for (let round = 0; round < 300; round += 1) {
      const name = names[Math.floor(next() * names.length)]!;
      const text = [...PARTS[name]!];
      text.splice(
        Math.floor(next() * text.length),
        1 + Math.floor(next() * 8),
        '<>"&/=9'[Math.floor(next() * 7)]!,
      );
      const bytes = zipParts({ ...PARTS, [name]: text.join('') });
      expect(() => inspectFile({ name: 'x', bytes }, NO_CHOICES)).not.toThrow();
    }
    expect(WHOLE.observations.length).toBe(1);
  }, 20_000);
});
