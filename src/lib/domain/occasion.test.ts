import { expect, test } from 'vitest';
import { anOccasion } from '../../../tests/builders.ts';
import type { Phase } from './model.ts';
import { newestPublished, published } from './occasion.ts';

const occasion = (key: string, cutoffOn: string, phase: Phase) =>
  anOccasion({ key, cutoffOn, phase });
const PAST = '2022-12-31';
const TODAY = '2023-08-31';
const LATER = '2023-12-31';

test.each([
  ['none', [], undefined],
  ['only working material', [occasion('a', PAST, 'oppet')], undefined],
  ['published', [occasion('a', PAST, 'publicerat')], 'a'],
  ['locked', [occasion('a', PAST, 'last')], 'a'],
  ['the newest of two', [occasion('a', PAST, 'last'), occasion('b', TODAY, 'publicerat')], 'b'],
  ['not one still open', [occasion('a', PAST, 'last'), occasion('b', TODAY, 'oppet')], 'a'],
  ['not one to come', [occasion('a', PAST, 'last'), occasion('b', LATER, 'publicerat')], 'a'],
  ['one to come, for want of others', [occasion('b', LATER, 'publicerat')], 'b'],
] as const)('shown when none is asked for: %s', (_, occasions, key) => {
  expect(newestPublished(occasions, TODAY)?.key).toBe(key);
});

const DECISION = { version: 1, decidedOn: '2023-02-01', paragraph: '4', diarienummer: 'SN 1' };

test.each([
  ['öppet', 'oppet', null, []],
  ['öppnat på nytt: det som var beslutat', 'oppet', DECISION, ['last']],
  ['publicerat', 'publicerat', null, ['publicerat']],
  ['publicerat på nytt', 'publicerat', DECISION, ['publicerat']],
  ['låst', 'last', DECISION, ['last']],
] as const)('the public reads of what is %s', (_, phase, decision, phases) => {
  const list = published([anOccasion({ phase, decision })]);
  expect(list.map((one) => one.phase)).toEqual(phases);
});
