import { describe, expect, test } from 'vitest';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning } from '#lib/domain/mapping.ts';
import { readFile } from './read-file.ts';
import { isFigure, smallLines, withoutFigures } from './small-lines.ts';

const tableOf = (...lines: string[]) =>
  readFile({ name: 'x', bytes: new TextEncoder().encode(lines.join('\n')) }).table!;

describe('lines that rest on few answers', () => {
  test.each<[string, string[], number[]]>([
    ['by a count', ['Indikator;Period;Värde;Svar', 'a;2023;1;8', 'b;2023;2;80'], [2]],
    ['by a mark', ['Indikator;Period;Värde;Svar', 'a;2023;1;<7', 'b;2023;2;80'], [2]],
    [
      'also where the row is wrong',
      ['Indikator;Period;Värde;Svar', 'a;20x5;33,3;3', 'b;2023;2;80'],
      [2],
    ],
    ['by those asked', ['Indikator;Period;Värde;Tillfrågade', 'a;2023;1;9', 'b;2023;2;99'], [2]],
    [
      'none where nobody answered',
      ['Indikator;Period;Värde;Svar', 'a;2023;1;0', 'b;2023;2;80'],
      [],
    ],
    ['none where nobody is counted', ['Indikator;Period;Värde', 'a;2023;1', 'b;2023;2'], []],
  ])('%s', (_, lines, small) => {
    expect([...smallLines(tableOf(...lines), 10)]).toEqual(small);
  });
});

describe('lines of a table that somebody has said what its columns are', () => {
  const mappingOf = (header: string, is: string): Mapping => ({
    columns: header.split(';').map((name, at) => {
      return { header: name, is: is.split(' ')[at] as Meaning, told: NOTHING_TOLD };
    }),
    told: NOTHING_TOLD,
  });

  test.each<[string, string, string, boolean, number[]]>([
    ['the value is no count of answers', 'Enhet;Antal', 'place value', false, []],
    ['also by a guess', 'Enhet;Antal', 'place value', true, []],
    ['whatever it is called', 'Enhet;Antal svar', 'place value', false, []],
    ['answers are, whatever they are called', 'Enhet;Ifyllda', 'place n', false, [2]],
    ['and those asked', 'Enhet;Utskick', 'place asked', false, [2]],
    ['and what a share is of', 'Enhet;Elever', 'place denominator', false, [2]],
    ['a count that is not read still counts', 'Enhet;Antal svar', 'place ignored', false, [2]],
    [
      'values beside one another are what they are said to be',
      'Antal;Andel',
      'value value',
      false,
      [],
    ],
    ['but a guess may have missed what they rest on', 'Antal;Andel', 'value value', true, [2]],
    ['those who gave an answer, by a guess', 'Ja;Nej', 'value value', true, [2]],
  ])('%s', (_, header, is, isGuess, small) => {
    const table = tableOf(header, '3;4', '70;80');
    const mapping = mappingOf(header, is);
    expect([...smallLines(table, 10, { mapping, isGuess })]).toEqual(small);
  });
});

test.each([
  ['ind-3;2025;K;3;33,3', ';', 'ind-3;2025;K;…;…'],
  ['Hemtjänst Norr;<7;*', ';', 'Hemtjänst Norr;…;*'],
  ['Natt\t8\t33,3 %', '\t', 'Natt\t…\t…'],
  ['33,3', null, '…'],
  ['Väg 70;4,x1', ';', 'Väg 70;4,x1'],
])('%s is shown without its figures', (text, delimiter, shown) => {
  expect(withoutFigures(text, delimiter)).toBe(shown);
});

test.each([
  ['133,3', true],
  ['−4', false],
  ['-4 %', true],
  ['sju', false],
  ['4,x1', false],
])('%s is a figure: %j', (text, is) => expect(isFigure(text)).toBe(is));
