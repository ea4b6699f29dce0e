import { describe, expect, test } from 'vitest';
import { likest, nearest } from './nearest.ts';

describe('the likest of things by the words of their titles', () => {
  const THINGS = [
    [
      'Väntetid till särskilt boende',
      'Väntetid i antal dagar från ansökan till erbjudande, medelvärde',
    ],
    ['Långtidssjukfrånvaro', 'Andel av sjukfrånvaron som är längre än 60 dagar'],
    ['Total sjukfrånvaro'],
    ['Personalkontinuitet i hemtjänsten'],
    [''],
  ];

  test.each<[string, number[]]>([
    ['Väntetid särskilt boende', [0]],
    ['särskilt boende, väntetid', [0]],
    ['TOTAL SJUKFRÅNVARO', [2]],
    ['Sjukfrånvaro total, andel', [2]],
    ['Andel av sjukfrånvaron längre än 60 dagar', [1]],
    ['Personalkontinuitet hemtjänsten', [3]],
    ['Bygglov', []],
    ['i en av', []],
    ['', []],
  ])('%s', (name, found) => expect(likest(name, THINGS)).toEqual(found));

  test('the likest first, and of those alike the first', () => {
    const things = [['Antal platser'], ['Antal platser i förskola'], ['Antal platser']];
    expect(likest('Antal platser i förskola', things)).toEqual([1, 0, 2]);
    expect(likest('antal platser', things)).toEqual([0, 2, 1]);
  });

  test('nothing among nothing', () => expect(likest('Väntetid', [])).toEqual([]));
});

describe('the nearest spelling', () => {
  test.each<[string, string | null]>([
    ['Hemtjänst Nor', 'Hemtjänst Norr'],
    ['HEMTJÄNST NORR', 'Hemtjänst Norr'],
    ['Hemtjänst Söder', null],
    ['Natt', null],
    ['', null],
  ])('of %s', (name, found) => {
    expect(nearest(name, ['Hemtjänst Norr', 'Särskilt boende'])).toBe(found);
  });
});
