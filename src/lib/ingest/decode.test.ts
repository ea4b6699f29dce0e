import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';
import type { Encoding } from './decode.ts';
import { wholeOf } from './pieces.ts';
import { readText } from './read-text.ts';
import { doubtfulText, signatureProblem, textProblem } from './unreadable.ts';

const TEXT = 'Område;År;Värde\nVård;2023;84,5\n';
const encoded = (encoding: string, addBOM = false) => iconv.encode(TEXT, encoding, { addBOM });

describe('decode', () => {
  test.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', encoded('utf8'), 'utf-8'],
    ['UTF-8 with mark', encoded('utf8', true), 'utf-8-bom'],
    ['UTF-16 LE with mark', encoded('utf-16le', true), 'utf-16le'],
    ['UTF-16 BE with mark', encoded('utf-16be', true), 'utf-16be'],
    ['UTF-16 LE without mark', encoded('utf-16le'), 'utf-16le'],
    ['UTF-16 BE without mark', encoded('utf-16be'), 'utf-16be'],
    ['Windows-1252', encoded('windows-1252'), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(wholeOf(decoded.pieces)).toBe(TEXT);
  });

  test('0x80 and 0x96 are euro and dash', () => {
    expect(wholeOf(decode(Uint8Array.of(0x80, 0x20, 0x96)).pieces)).toBe('€ –');
  });

  test.each(['utf8', 'windows-1252'])(
    'a long text in %s comes in pieces of whole lines',
    (name) => {
      const text = Array.from({ length: 30_000 }, (_, at) => `${at};Härnösand\r\n`).join('');
      const pieces = [...decode(iconv.encode(text, name)).pieces];
      expect(pieces.length).toBeGreaterThan(2);
      expect(pieces.every((piece) => piece.endsWith('\r\n'))).toBe(true);
      expect(pieces.join('')).toBe(text);
    },
  );

  test('no bytes are no text', () => {
    const decoded = decode(new Uint8Array());
    expect(decoded.encoding).toBe('utf-8');
    expect(wholeOf(decoded.pieces)).toBe('');
  });
});

test.each([
  ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0], 'excel-97'],
  ['a PDF', [...'%PDF-1.7'].map((sign) => sign.charCodeAt(0)), 'pdf'],
])('%s is told by its first bytes', (_, bytes, found) => {
  expect(signatureProblem(Uint8Array.from(bytes))).toEqual({ code: 'not-a-table', found });
});

test('a sign that old programs end a text with is no part of it', () => {
  expect(wholeOf(readText(Buffer.from('a;b\n1;2\n\u001a')).pieces)).toBe('a;b\n1;2\n');
});

test('a text file has no such first bytes', () => {
  expect(signatureProblem(encoded('utf8'))).toBeNull();
});

test.each([
  ['', { code: 'empty-file' }],
  [' \n\t\n', { code: 'empty-file' }],
  ['<!DOCTYPE html>\n<title>Logga in</title>', { code: 'looks-like-html' }],
  ['<div>\n<table><tr></tr></table></div>', { code: 'looks-like-html' }],
  ['{"values": [1]}', null],
  ['a;b\n1\u0000;2', { code: 'not-a-table', found: 'binary' }],
  ['<b>fet</b>;1\n', null],
  ['A;B\n1;2\n', null],
])('%j as a whole', (text, problem) => {
  expect(textProblem([text])).toEqual(problem);
});

test.each([
  [
    'A;B\nHÃ¤rnÃ¶sand;1\nÃ…r;2',
    [{ code: 'double-encoded', line: 2, value: 'HÃ¤rnÃ¶sand', lines: 2 }],
  ],
  ['ĺr;B', [{ code: 'double-encoded', line: 1, value: 'ĺr', lines: 1 }]],
  ['10Â\u00a0000', [{ code: 'double-encoded', line: 1, value: '10Â\u00a0000', lines: 1 }]],
  ['V\ufffdrd;1', [{ code: 'damaged-text', line: 1, value: 'V\ufffdrd', lines: 1 }]],
  ['A;B\nV†rd;1', [{ code: 'damaged-text', line: 2, value: 'V†rd', lines: 1 }]],
  ['OmrŒde;B', [{ code: 'damaged-text', line: 1, value: 'OmrŒde', lines: 1 }]],
  ['a \u0085;1', [{ code: 'damaged-text', line: 1, value: '\u0085', lines: 1 }]],
  ['Åland;Ängel – ”citat” € … Škoda São Tomé\n', []],
])('%j is doubtful as text', (text, problems) => {
  expect(doubtfulText([text])).toEqual(problems);
});
