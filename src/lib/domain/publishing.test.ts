import { describe, expect, test } from 'vitest';
import { aGoal, anOccasion, aSnapshot } from '../../../tests/builders.ts';
import { assessAll } from './assess-all.ts';
import {
  checkDecision,
  checkPublishing,
  checkReason,
  checkRedating,
  publishingStops,
  tidyParagraph,
} from './publishing.ts';
import type { DecisionFault, DecisionForm } from './publishing.ts';

const TODAY = '2023-10-04';

describe('what stops a publishing', () => {
  const stops = (cutoffOn: string, goals = [aGoal()]) =>
    publishingStops(assessAll(aSnapshot({ goals, occasion: anOccasion({ cutoffOn }) })), TODAY).map(
      ({ kind }) => kind,
    );

  test.each([
    ['nothing, once the cut-off has passed', '2023-10-03', []],
    ['the cut-off itself', '2023-10-04', ['before-cutoff']],
    ['a cut-off to come', '2023-12-31', ['before-cutoff']],
  ] as const)('%s', (_, cutoffOn, expected) => {
    expect(stops(cutoffOn)).toEqual(expected);
  });

  test('a plan without anything in it', () => {
    expect(stops('2023-10-03', [])).toEqual(['nothing']);
  });
});

test.each([
  ['is sent today', '2023-10-04', '2023-10-17', null],
  ['has no meeting yet', '2023-09-20', '', null],
  ['meets the day it is sent', '2023-09-20', '2023-09-20', null],
  ['is sent on no such day', '2023-09-31', '', 'no-day'],
  ['is not sent', '', '', 'no-day'],
  ['meets on no such day', '2023-09-20', 'i höst', 'no-day'],
  ['is sent tomorrow', '2023-10-05', '', 'sent-later'],
  ['meets before it is sent', '2023-09-20', '2023-09-19', 'meets-first'],
])('a kallelse that %s', (_, publishedOn, meetingOn, expected) => {
  expect(checkPublishing({ publishedOn, meetingOn }, TODAY)).toBe(expected);
});

test.each([
  ['as it stands', '2023-09-20', '2023-10-03', 'same'],
  ['to another meeting', '2023-09-20', '2023-10-04', null],
  ['to no meeting', '2023-09-20', '', null],
  ['to another kallelse', '2023-09-21', '2023-10-03', null],
  ['to a day to come', '2023-10-05', '', 'sent-later'],
  ['to a meeting before its kallelse', '2023-09-20', '2023-09-19', 'meets-first'],
  ['to no such day', '2023-09-31', '', 'no-day'],
])('days that are put right %s', (_, publishedOn, meetingOn, expected) => {
  const stands = { publishedOn: '2023-09-20', meetingOn: '2023-10-03' };
  expect(checkRedating({ publishedOn, meetingOn }, stands, TODAY)).toBe(expected);
});

test('days that nobody knew are put right', () => {
  const form = { publishedOn: '2023-09-20', meetingOn: '' };
  expect(checkRedating(form, { publishedOn: null, meetingOn: null }, TODAY)).toBeNull();
});

test.each([
  ['Fel siffra.', null],
  [' ', 'none'],
  ['x'.repeat(500), null],
  ['x'.repeat(501), 'too-long'],
])('the reason %#', (reason, expected) => {
  expect(checkReason(reason)).toBe(expected);
});

describe('a decision as it is written', () => {
  const whole: DecisionForm = {
    ...{ decidedOn: '2023-10-03', paragraph: '§ 45', diarienummer: 'SN 2023/145' },
  };

  test.each<[string, Partial<DecisionForm>, string | null, readonly DecisionFault[]]>([
    ['is whole', {}, '2023-10-03', []],
    ['may be of today', {}, TODAY, []],
    ['has no such day', {}, null, ['no-day']],
    ['is of tomorrow', {}, '2023-10-05', ['day-to-come']],
    ['is of the cut-off', {}, '2023-08-31', ['before-cutoff']],
    ['has a sign and no paragraph', { paragraph: ' § ' }, '2023-10-03', ['no-paragraph']],
    ['is of paragraph 0', { paragraph: '§ 0' }, '2023-10-03', ['odd-paragraph']],
    ['is of a paragraph below it', { paragraph: '-3' }, '2023-10-03', ['odd-paragraph']],
    ['is of a word', { paragraph: '<b>' }, '2023-10-03', ['odd-paragraph']],
    ['is of two paragraphs', { paragraph: '§§ 45–46' }, '2023-10-03', []],
    ['is of one with a letter', { paragraph: '45 a' }, '2023-10-03', []],
    ['has no diarienummer', { diarienummer: ' ' }, '2023-10-03', ['no-diarienummer']],
    ['is too long', { diarienummer: 'x'.repeat(61) }, '2023-10-03', ['too-long']],
    [
      'has nothing',
      { paragraph: '', diarienummer: '' },
      null,
      ['no-day', 'no-paragraph', 'no-diarienummer'],
    ],
  ])('%s', (_, given, day, expected) => {
    expect(
      checkDecision({ ...whole, ...given }, day, { today: TODAY, cutoffOn: '2023-08-31' }),
    ).toEqual(expected);
  });

  test.each([
    ['§ 45', '45'],
    ['45', '45'],
    ['§45', '45'],
    ['§§ 45–46 ', '45–46'],
    ['Paragraf 45', '45'],
    ['45 §', '45 §'],
  ])('%s is paragraph %s', (text, expected) => {
    expect(tidyParagraph(text)).toBe(expected);
  });
});
