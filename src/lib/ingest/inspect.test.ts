import { describe, expect, test } from 'vitest';
import { inspectFile } from './inspect.ts';

const inspect = (text: string) =>
  inspectFile({ name: 'x.csv', bytes: new TextEncoder().encode(text) });

describe('a file that is no table', () => {
  test.each([
    ['nothing', '', 'empty-file'],
    ['only delimiters', ';;;\n;;;\n', 'empty-file'],
    ['a login page', '<html><body>Logga in</body></html>', 'looks-like-html'],
    ['a quote never closed', 'A;B\n1;"x\n2;y\n', 'open-quote'],
    ['a workbook cut off', 'PK\u0003\u0004', 'broken-workbook'],
  ])('%s is rejected without records', (_, text, code) => {
    const found = inspect(text);
    expect(found).toMatchObject({ outcome: 'reject', records: [], observations: [] });
    expect(found.problems).toEqual([expect.objectContaining({ code })]);
  });
});

test('sep= names the delimiter and is no row, yet counts as a line', () => {
  expect(inspect('sep=,\nKod,Värde\n0461,"1,5"\n')).toMatchObject({
    outcome: 'accept',
    delimiter: ',',
    decimal: ',',
    headerLine: 2,
    records: [['0461', 1.5]],
  });
});

test('the mark most columns use is the file’s', () => {
  expect(inspect('A;B;C\n1.5;2.5;x\n').decimal).toBe('.');
  expect(inspect('A;B;C\n1.5;2,5;x\n').decimal).toBe(',');
});

test('doubt about the text lowers the outcome and hides nothing', () => {
  expect(inspect('Ort;V\nHÃ¤rnÃ¶sand;1\n')).toMatchObject({
    outcome: 'ask',
    records: [['HÃ¤rnÃ¶sand', 1]],
  });
});

test('letters are composed, so that one name is one name', () => {
  expect(inspect('E;V\nA\u030angen;1\n').records).toEqual([['Ången', 1]]);
});

test('marks that nobody sees are no part of a name', () => {
  expect(inspect('\ufeff\ufeff"Kod";V\u200bärde\nA;1\n').header).toEqual(['Kod', 'Värde']);
});

test('a large file is read whole', () => {
  const rows = Array.from(
    { length: 25_000 },
    (_, at) => `Enhet ${at};2023;${at},5;"a; ""b""\r\nc"`,
  );
  const found = inspect(`Enhet;År;Värde;Kommentar\r\n${rows.join('\r\n')}`);
  expect(found.outcome).toBe('accept');
  expect(found.records).toHaveLength(25_000);
  expect(found.records.at(-1)).toEqual(['Enhet 24999', 2023, 24999.5, 'a; "b"\nc']);
});
