import { describe, expect, test } from 'vitest';
import {
  aMeasure,
  anIndicator,
  anObservation,
  aPlace,
  aSnapshot,
} from '../../../tests/builders.ts';
import { assessIndicator } from '#lib/domain/assess-indicator.ts';
import { decisionWords, lateAtWords, lateRow, stopWords } from './publishing.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('a decision is said as the minutes say it', () => {
  const decision = { version: 1, decidedOn: '2023-10-03', paragraph: '45', diarienummer: 'SN 1' };
  expect(plain(decisionWords(decision))).toBe('godkänd av nämnden 3 oktober 2023, § 45, dnr SN 1');
});

test.each([
  [
    { kind: 'before-cutoff', cutoffOn: '2023-12-31' },
    'Brytdagen är 31 december 2023. Det kan publiceras dagen efter, när alla värden har kunnat komma.',
  ],
  [
    { kind: 'nothing' },
    'Planen har inga mål, aktiviteter eller indikatorer det året: det finns inget att publicera.',
  ],
] as const)('what stops a publishing says what to do', (stop, words) => {
  expect(stopWords(stop)).toBe(words);
});

test.each([
  [1, 'ett värde visas'],
  [3, '3 värden visas'],
])('%i late values', (count, words) => {
  const at = { namnd: 'Socialnämnden', occasion: 'Delår 2023', count };
  expect(lateAtWords(at)).toContain(
    `Delår 2023 är låst av Socialnämnden: läget ändras inte där, och ${words}`,
  );
});

describe('a value that came after the decision', () => {
  const measures = [aMeasure({ unit: 'dagar', isShare: false })];
  const indicator = anIndicator({ short: 'Väntetid' });
  const one = assessIndicator(aSnapshot({ measures, indicators: [indicator] }), indicator);
  const was = anObservation({ period: '2023-H1', value: 102 });
  const is = anObservation({ period: '2023-H1', value: 89 });
  const row = (late: Parameters<typeof lateRow>[0]) => {
    const {
      title,
      about,
      was: before,
      is: now,
      cameOn,
    } = lateRow(late, [aPlace({ id: 7, name: 'Norr' })]);
    return [title, about, plain(before), plain(now), cameOn];
  };

  test.each([
    ['is another', { was, is }, ['Januari–juni 2023', '102 dagar', '89 dagar']],
    ['was not there', { was: null, is }, ['Januari–juni 2023', '–', '89 dagar']],
    ['is there no more', { was, is: null }, ['Januari–juni 2023', '102 dagar', 'ångrat']],
    [
      'is hidden',
      { was, is: anObservation({ period: '2023-H1', value: null, state: 'suppressed' }) },
      ['Januari–juni 2023', '102 dagar', 'skyddad'],
    ],
    [
      'is of a unit and of women',
      { was: null, is: { ...is, place: 7, sex: 'K' as const } },
      ['Januari–juni 2023, Norr, kvinnor', '–', '89 dagar'],
    ],
  ] as const)('%s', (_, late, expected) => {
    expect(row({ indicator: one, ...late }).slice(1, 4)).toEqual(expected);
  });

  test.each([
    ['few answered', {}, 'eftersom den bygger på för få svar'],
    [
      'beside what was decided',
      { isHeldBack: true },
      'bredvid en version som nämnden har beslutat',
    ],
  ] as const)('is hidden, and says why: %s', (_, given, words) => {
    const hidden = { ...anObservation({ period: '2023-H1', state: 'suppressed' }), ...given };
    expect(lateRow({ indicator: one, was, is: hidden }, []).why).toContain(words);
    expect(lateRow({ indicator: one, was, is }, []).why).toBeNull();
  });

  test('has the name it is known by, and the day it came', () => {
    const [title, , , , cameOn] = row({ indicator: one, was: null, is });
    expect([title, cameOn]).toEqual(['Väntetid', expect.stringMatching(/^\d+ \w+ \d{4}$/)]);
    expect(row({ indicator: one, was, is: null })[4]).toBeNull();
  });
});
