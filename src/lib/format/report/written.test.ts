import { describe, expect, test } from 'vitest';
import { aFigure } from '#lib/domain/bound.ts';
import type { Role } from '#lib/domain/bound.ts';
import { numberToken, say } from '../token.ts';
import type { Draft } from '../token.ts';
import { bodyOf, slotText, unboundNumbers, withNewNumbers } from './written.ts';
import type { Elsewhere, Paragraph } from './written.ts';

const ABOUT = { kind: 'indicator', id: 1 } as const;
const SLOT = { part: 'fokus', about: ABOUT };

const number = (role: Role, value: number, words: string) =>
  numberToken(aFigure(ABOUT, role, value), words);

/** "Väntetiden var 102 dagar, 12 dagar längre än målvärdet." */
const drafted = (days: number, over: number, word = 'längre'): Draft => ({
  tokens: say`Väntetiden var ${number('value', days, `${days} dagar`)}, ${number('distance', over, `${over} dagar`)} ${word} än målvärdet.`,
});

const paragraph = (
  body: string,
  draft: Draft | null,
  elsewhere: readonly Elsewhere[] = [],
): Paragraph => ({ id: 1, body, draft, elsewhere });

const textWith = (now: Draft, written: Paragraph | null) =>
  slotText(SLOT, now, new Map(written ? [['fokus.indicator.1', written]] : []));

const WAS = drafted(102, 12);
const TEXT = 'Väntetiden var 102 dagar, 12 dagar längre än målvärdet.';

describe('what stands in a report', () => {
  test.each<[string, Paragraph | null, string]>([
    ['a draft, where nobody has written', null, TEXT],
    ['what somebody wrote, whatever is drafted', paragraph('Det tar tid.', WAS), 'Det tar tid.'],
    ['nothing, where it was left out', paragraph('', WAS), ''],
  ])('%s', (_, written, expected) => {
    expect(bodyOf(textWith(WAS, written))).toBe(expected);
  });
});

describe('a text beside a new draft', () => {
  const OWN = 'Väntan var 102 dagar. Det är 12 dagar för mycket.';
  test.each<[string, string, Draft, string, string | null]>([
    ['the same numbers', TEXT, WAS, 'same', null],
    [
      'drafted, and other numbers',
      TEXT,
      drafted(98, 8),
      'numbers',
      'Väntetiden var 98 dagar, 8 dagar längre än målvärdet.',
    ],
    [
      'drafted, and other words too',
      TEXT,
      drafted(80, 10, 'kortare'),
      'words',
      'Väntetiden var 80 dagar, 10 dagar kortare än målvärdet.',
    ],
    [
      'somebody’s own words with other numbers',
      OWN,
      drafted(98, 8),
      'numbers',
      'Väntan var 98 dagar. Det är 8 dagar för mycket.',
    ],
    [
      'somebody’s own words, and what is said is another',
      OWN,
      drafted(80, 10, 'kortare'),
      'words',
      null,
    ],
    ['a number that is not in the text', 'Väntan var lång.', drafted(98, 8), 'numbers', null],
    [
      'a number that stands there twice',
      'Väntan var 102 dagar, ja 102 dagar, och 12 dagar för lång.',
      drafted(98, 8),
      'numbers',
      null,
    ],
    [
      'a number that is the end of another',
      'Väntan var 102 dagar, eller 112 dagar för några.',
      drafted(102, 8),
      'numbers',
      null,
    ],
  ])('%s', (_, body, now, kind, expected) => {
    const text = textWith(now, paragraph(body, WAS));
    expect(text.change.kind).toBe(kind);
    expect(withNewNumbers(text)).toBe(expected);
  });

  test('a chapter of somebody’s own is never marked', () => {
    expect(textWith(drafted(98, 8), paragraph('Om året.', null)).change.kind).toBe('same');
  });
});

describe('numbers that stand for no value here', () => {
  test.each<[string, readonly Elsewhere[], readonly string[]]>([
    [TEXT, [], []],
    ['Vi har 1 040 medarbetare och 6,8 % sjuka.', [], ['1 040', '6,8']],
    ['Vi har 1\u00a0040 medarbetare.', [{ number: '1 040', source: 'HR' }], []],
    ['Året 2023 var 102 dagar långt.', [], []],
    ['LSS9, kod 11a och § 45.', [], ['45']],
    ['Underskottet är −5,8 mnkr.', [], ['−5,8']],
    ['', [], []],
  ])('%j %j', (body, elsewhere, expected) => {
    expect(unboundNumbers(textWith(WAS, paragraph(body, WAS, elsewhere)))).toEqual(expected);
  });

  test('old numbers of its own draft do: the text is marked when they change', () => {
    expect(unboundNumbers(textWith(drafted(96, 6), paragraph(TEXT, WAS)))).toEqual([]);
  });
});
