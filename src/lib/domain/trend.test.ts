import { expect, test } from 'vitest';
import { anObservation } from '../../../tests/builders.ts';
import type { Better } from './model.ts';
import type { Previous } from './series.ts';
import { trendOf } from './trend.ts';

const observation = anObservation({ period: '2022-T2' });
const changed = (change: number): Previous => ({ observation, comparable: true, change });
const OTHER: Previous = { observation, comparable: false, why: 'break' };

test.each<[string, Previous | null, Better, string | null]>([
  ['sick leave 6,5 → 5,9 (B106)', changed(-0.6), 'lower', 'improved'],
  ['sick leave 5,9 → 6,5', changed(0.6), 'lower', 'worsened'],
  ['satisfied 62 → 68 (B82)', changed(6), 'higher', 'improved'],
  ['satisfied 50 → 45 (B82)', changed(-5), 'higher', 'worsened'],
  ['no change', changed(0), 'higher', 'unchanged'],
  ['no change, lower is better', changed(0), 'lower', 'unchanged'],
  ['best inside a span', changed(6), 'inside', null],
  ['no direction', changed(6), 'none', null],
  ['not comparable', OTHER, 'higher', null],
  ['nothing before', null, 'higher', null],
])('%s', (_, previous, better, expected) => {
  expect(trendOf(previous, better)).toBe(expected);
});
