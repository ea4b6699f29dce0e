import { describe, expect, test } from 'vitest';
import { chooseDelimiter, sepLine } from './delimiter.ts';

describe('chooseDelimiter', () => {
  test.each([
    ['tabs beside decimal commas', 'Kod\tÅr\tVärde\n0461\t2023\t120,5\n0180\t2023\t50,3', '\t'],
    ['semicolons as many as commas', 'Enhet;Index\nNorr;78,4\nSyd;81,2', ';'],
    ['a comma in the header and in every value', 'Enhet;Andel, %\nA;78,4\nB;81,2', ';'],
    ['pipes with one comma a line', 'Kod|Värde\nA|3,4\nB|3,4', '|'],
    ['commas with lists of semicolons', 'mål,perioder\nA,T1;T2;T3\nB,T1;T2;T3', ','],
    ['commas and points', 'Kod,Värde\n0461,12.5\n0180,13.5', ','],
    ['commas with blanks after', 'Kod, Värde\n0461, 12.5\n0180, 13.5', ','],
    ['commas in a quoted cell', 'A;"b, c,\nd, e"\n1;"x, y, z"', ';'],
    ['doubled quotes', 'A;"b "";;;"" c"\n1;"x"', ';'],
    ['title rows above', 'Utdrag\nKälla: a, b\n\nKod;År;V\n1;2023;1,5\n2;2023;2,5', ';'],
    ['titles as many as rows', '"A";""\n"B"\n"C";""\n"Kod";"År";"V"\n"1";"2";"3"', ';'],
    ['more notes than rows', 'Kod,V\n1,2\n* avser maj\n"Källa: a, b"\nKälla: c', ','],
    ['lists as many as rows', 'Del 1; utkast\nKod|År|V\n1|2023|b=2;a=1', '|'],
    ['a title with a comma', 'Trygghet,2024\nKod;År;V\n1;2023;2,5\n2;2023;3,5', ';'],
    ['a header alone', 'Kod;År;Värde', ';'],
    ['a row too short and one too long', 'A;B;C\n1;2;3\n1;2\n1;2;3;4', ';'],
    ['a quote never closed', 'Id;K;V\n1;"a;2\n2;b;3', ';'],
    ['years as headers', 'Enhet,2022,2023\nA,1,2\nB,3,4', ','],
    ['tabs with every cell quoted', '"Namn"\t"Värde"\n"A"\t"1,5"\n', '\t'],
    ['a blank before a quote', 'Namn; "Värde"\nA; "1,5; 2"', ';'],
    ['one column', 'Enhet\nÄngen\nBjörken', null],
    ['one column of decimals', 'Värde\n84,5\n79,2', null],
    ['one column of decimals under a comma', 'Andel, %\n84,5\n79,2', null],
    ['one column with a comma somewhere', 'Enhet\nSkolan, Ängen\nBjörken\nLinden', null],
    ['nothing', '', null],
  ])('%s', (_, text, expected) => {
    expect(chooseDelimiter(text)).toBe(expected);
  });
});

test.each([
  ['sep=;\nA;B', ';', 'A;B'],
  ['"sep=,"\nA,B', ',', 'A,B'],
  ['SEP=\t\nA\tB', '\t', 'A\tB'],
])('%j names its own delimiter', (text, delimiter, rest) => {
  expect(sepLine(text)).toEqual({ delimiter, rest });
});

test('a header is no sep line', () => {
  expect(sepLine('separat;B\n1;2')).toBeNull();
});
