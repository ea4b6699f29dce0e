import { describe, expect, test } from 'vitest';
import { anIndicator, anObservation, anOccasion, aTarget } from '../../../tests/builders.ts';
import type { Met, Target, TargetRule, Yellow } from './model.ts';
import type { Current, Previous } from './series.ts';
import { assess, judge, targetAt, yellowLimit } from './target.ts';

const atLeast = (value: number, yellow: Yellow | null = null): TargetRule => ({
  kind: 'at-least',
  value,
  yellow,
});
const atMost = (value: number, yellow: Yellow | null = null): TargetRule => ({
  kind: 'at-most',
  value,
  yellow,
});
const within = (by: number): Yellow => ({ kind: 'absolute', by });
const share = (of: number): Yellow => ({ kind: 'relative', share: of });
const BETTER: Yellow = { kind: 'better-than-before' };

type Row = [string, TargetRule, number, Met];

describe('a target without a yellow zone is reached or not', () => {
  test.each<Row>([
    ['at least, below', atLeast(80), 79, 'missed'],
    ['at least, on it (case 3)', atLeast(80), 80, 'met'],
    ['at least, above', atLeast(80), 81, 'met'],
    ['at most, below (case 2)', atMost(5), 4, 'met'],
    ['at most, on it (cases 2 and 3)', atMost(5), 5, 'met'],
    ['at most, above (case 2)', atMost(5), 8, 'missed'],
    ['keep 80, kept (case 1)', atLeast(80), 80, 'met'],
    ['keep 80, not kept (case 1)', atLeast(80), 79, 'missed'],
    ['79,5 where 80 is shown (case 4)', atLeast(80), 79.5, 'missed'],
    ['79,96 where 80 is shown (case 4)', atLeast(80), 79.96, 'missed'],
    ['80,4 where 80 is shown, at most (case 4)', atMost(80), 80.4, 'missed'],
    ['at most nought, nought (case 5)', atMost(0), 0, 'met'],
    ['at most nought, one (case 5)', atMost(0), 1, 'missed'],
    ['at least nought, nought (case 5)', atLeast(0), 0, 'met'],
    ['at least nought, minus one', atLeast(0), -1, 'missed'],
    ['nought against 80 is a value (case 6)', atLeast(80), 0, 'missed'],
    ['above 100 % (case 7)', atLeast(100), 104.3, 'met'],
    ['above 100 %, at most (case 7)', atMost(100), 104.3, 'missed'],
    ['a deficit against a surplus (case 7)', atLeast(0.5), -3.2, 'missed'],
    ['a deficit smaller than allowed (case 7)', atLeast(-5), -4, 'met'],
    ['a deficit as allowed', atLeast(-5), -5, 'met'],
    ['a deficit larger than allowed', atLeast(-5), -6, 'missed'],
    ['at most minus five', atMost(-5), -4, 'missed'],
    ['0,1 + 0,2 against 0,3 at most (case 10)', atMost(0.3), 0.1 + 0.2, 'met'],
    ['0,7 + 0,1 against 0,8 at least (case 10)', atLeast(0.8), 0.7 + 0.1, 'met'],
    ['B77 A', atLeast(0), 0, 'met'],
    ['B77 B', atLeast(0), 5, 'met'],
    ['B77 D', atMost(5), 5, 'met'],
    ['B77 E', atMost(5), 12, 'missed'],
    ['B77 F', atLeast(50), 50, 'met'],
    ['B77 H: 84,95 is not 85', atLeast(85), 84.95, 'missed'],
    ['B77 I', atLeast(85), 85, 'met'],
  ])('%s', (_, rule, value, expected) => {
    expect(judge(rule, value, null)).toBe(expected);
  });

  test.each([atLeast(80), atMost(80)])('whatever was before: $kind', (rule) => {
    expect(judge(rule, rule.kind === 'at-least' ? 79 : 81, 40)).toBe('missed');
  });
});

describe('near', () => {
  test.each<Row>([
    ['within five: the target itself', atLeast(80, within(5)), 80, 'met'],
    ['within five: just below', atLeast(80, within(5)), 79.99, 'near'],
    ['within five: on the limit', atLeast(80, within(5)), 75, 'near'],
    ['within five: below it', atLeast(80, within(5)), 74.99, 'missed'],
    ['within five, at most: just above', atMost(80, within(5)), 80.01, 'near'],
    ['within five, at most: on the limit', atMost(80, within(5)), 85, 'near'],
    ['within five, at most: above it', atMost(80, within(5)), 85.01, 'missed'],
    ['keep 80 within one, 79 (case 1)', atLeast(80, within(1)), 79, 'near'],
    ['within one of nought (case 5)', atMost(0, within(1)), 1, 'near'],
    ['within 0,1 of 0,3, with noise (case 10)', atLeast(0.3, within(0.1)), 0.1 + 0.1, 'near'],
    ['B77 H within a half', atLeast(85, within(0.5)), 84.95, 'near'],
    ['within nought is only the target', atLeast(80, within(0)), 79.99, 'missed'],
    ['a tenth: on the limit', atLeast(90, share(0.1)), 81, 'near'],
    ['a tenth: below it', atLeast(90, share(0.1)), 80.99, 'missed'],
    ['a tenth, at most: on the limit', atMost(90, share(0.1)), 99, 'near'],
    ['a tenth, at most: above it', atMost(90, share(0.1)), 99.01, 'missed'],
    ['15 % of 100 is 15, whatever binary says', atLeast(100, share(0.15)), 85, 'near'],
    ['a tenth of minus ten is one: on the limit', atLeast(-10, share(0.1)), -11, 'near'],
    ['a tenth of minus ten is one: below it', atLeast(-10, share(0.1)), -11.01, 'missed'],
    ['a tenth of minus ten, at most', atMost(-10, share(0.1)), -9, 'near'],
    ['a tenth of minus ten, at most: above it', atMost(-10, share(0.1)), -8.99, 'missed'],
    ['a tenth of nought is nothing: on it', atMost(0, share(0.1)), 0, 'met'],
    ['a tenth of nought is nothing: above it', atMost(0, share(0.1)), 0.01, 'missed'],
  ])('%s', (_, rule, value, expected) => {
    expect(judge(rule, value, null)).toBe(expected);
  });

  test.each<[string, TargetRule, number, number | null, Met]>([
    ['at least, better', atLeast(80, BETTER), 75, 70, 'near'],
    ['at least, level is not better', atLeast(80, BETTER), 75, 75, 'missed'],
    ['at least, level but for noise', atLeast(1, BETTER), 0.1 + 0.2, 0.3, 'missed'],
    ['at least, worse', atLeast(80, BETTER), 70, 75, 'missed'],
    ['at least, nothing to compare with', atLeast(80, BETTER), 75, null, 'missed'],
    ['at least, reached though worse', atLeast(80, BETTER), 81, 90, 'met'],
    ['at least, worse than one that had reached', atLeast(80, BETTER), 79, 90, 'missed'],
    ['at most, better', atMost(90, BETTER), 100, 120, 'near'],
    ['at most, level', atMost(90, BETTER), 100, 100, 'missed'],
    ['at most, worse', atMost(90, BETTER), 120, 100, 'missed'],
    ['at most, nothing to compare with', atMost(90, BETTER), 100, null, 'missed'],
    ['better than nought', atLeast(80, BETTER), 1, 0, 'near'],
    ['B77 C: 100 on the way from 200 to nought', atMost(0, BETTER), 100, 200, 'near'],
  ])('better than before: %s', (_, rule, value, previous, expected) => {
    expect(judge(rule, value, previous)).toBe(expected);
  });

  test('has a limit, to be drawn and told', () => {
    expect(yellowLimit(atLeast(80), 70)).toBeNull();
    expect(yellowLimit(atLeast(80, within(5)), 70)).toBe(75);
    expect(yellowLimit(atMost(80, share(0.25)), 70)).toBe(100);
    expect(yellowLimit(atMost(80, BETTER), 90)).toBe(90);
    expect(yellowLimit(atMost(80, BETTER), null)).toBeNull();
  });
});

describe('which target speaks', () => {
  const OCCASION = anOccasion({ id: 7, year: 2023 });
  const year = aTarget({ id: 10 });
  const own = aTarget({ id: 11, occasion: 7 });

  test.each<[string, Target[], number | undefined]>([
    ['none', [], undefined],
    ['the one of the year', [year], 10],
    ['one set for the occasion goes before', [year, own], 11],
    ['in whichever order', [own, year], 11],
    ['one set for another occasion does not', [aTarget({ occasion: 8 })], undefined],
    ['one set for another occasion leaves it to the year', [aTarget({ occasion: 8 }), year], 10],
    ['a later year never', [aTarget({ year: 2024 })], undefined],
    [
      'a later year never, though set for the occasion',
      [aTarget({ ...own, year: 2026 })],
      undefined,
    ],
    ['an earlier year neither', [aTarget({ year: 2022 })], undefined],
    ['another indicator', [aTarget({ indicator: 2 })], undefined],
    ['women', [aTarget({ sex: 'K' })], undefined],
    ['another place', [aTarget({ place: 2 })], undefined],
  ])('%s', (_, targets, id) => {
    expect(targetAt(targets, 1, OCCASION, 'T', 1)?.id).toBe(id);
  });

  test('one for women in a place of its own', () => {
    const women = aTarget({ id: 12, sex: 'K', place: 3 });
    expect(targetAt([year, women], 1, OCCASION, 'K', 3)).toBe(women);
  });
});

describe('a verdict', () => {
  const observation = anObservation({ value: 75 });
  const current: Current = { kind: 'value', observation };
  const before = anObservation({ period: '2022-T2', value: 70 });
  const comparable: Previous = { observation: before, comparable: true, change: 5 };
  const other: Previous = { observation: before, comparable: false, why: 'other-window' };
  const target = aTarget({ rule: atLeast(80, BETTER) });

  test('carries what it rests on', () => {
    expect(assess(anIndicator(), target, current, comparable, anOccasion())).toEqual({
      verdict: 'near',
      because: { target, observation, previous: before, distance: -5 },
    });
  });

  test('is no distance from the target when it is on it, whatever binary says (case 10)', () => {
    const sum: Current = { kind: 'value', observation: anObservation({ value: 0.1 + 0.2 }) };
    const verdict = assess(anIndicator(), aTarget({ rule: atMost(0.3) }), sum, null, anOccasion());
    expect(verdict).toMatchObject({ verdict: 'met', because: { distance: 0 } });
  });

  test('does not lean on a previous value that is not comparable, but shows it', () => {
    expect(assess(anIndicator(), target, current, other, anOccasion())).toEqual({
      verdict: 'missed',
      because: { target, observation, previous: before, distance: -5 },
    });
  });

  test('stands without a previous value', () => {
    const reached = aTarget({ rule: atMost(90) });
    expect(assess(anIndicator(), reached, current, null, anOccasion())).toEqual({
      verdict: 'met',
      because: { target: reached, observation, previous: null, distance: -15 },
    });
  });

  const LATER = { measuredAt: ['ar'] };
  test.each<[string, Current, Parameters<typeof anIndicator>[0], Target | null, string]>([
    ['no value', { kind: 'none' }, {}, target, 'no-value'],
    ['no value, measured later', { kind: 'none' }, LATER, target, 'measured-later'],
    ['no value, measured now', { kind: 'none' }, { measuredAt: ['delar'] }, target, 'no-value'],
    ['no value, measured never', { kind: 'none' }, { measuredAt: [] }, target, 'measured-later'],
    ['an old value', { kind: 'stale', observation }, {}, target, 'not-fresh'],
    [
      'an old value, measured later',
      { kind: 'stale', observation },
      LATER,
      target,
      'measured-later',
    ],
    ['only parts', { kind: 'only-parts' }, {}, target, 'only-parts'],
    ['only parts, measured later', { kind: 'only-parts' }, LATER, target, 'only-parts'],
    ['suppressed', { kind: 'suppressed', observation }, {}, target, 'suppressed'],
    [
      'suppressed, measured later',
      { kind: 'suppressed', observation },
      LATER,
      target,
      'suppressed',
    ],
    ['not applicable', { kind: 'not-applicable', observation }, {}, target, 'not-applicable'],
    ['not compared', current, { isCompared: false }, target, 'not-compared'],
    ['not compared and no target', current, { isCompared: false }, null, 'not-compared'],
    ['no target', current, {}, null, 'no-target'],
    ['no value and no target', { kind: 'none' }, {}, null, 'no-value'],
  ])('is unknown, and says why: %s', (_, now, indicator, aim, why) => {
    expect(assess(anIndicator(indicator), aim, now, null, anOccasion())).toEqual({
      verdict: 'unknown',
      why,
      because: {
        target: aim,
        observation: 'observation' in now ? now.observation : null,
        previous: null,
        distance: null,
      },
    });
  });

  test('is given of a value that came before it was due', () => {
    const verdict = assess(anIndicator(LATER), target, current, null, anOccasion());
    expect(verdict.verdict).toBe('missed');
  });

  test('is never given without a number', () => {
    const empty: Current = { kind: 'value', observation: { ...observation, value: null } };
    expect(assess(anIndicator(), target, empty, null, anOccasion())).toMatchObject({
      verdict: 'unknown',
      why: 'no-value',
    });
  });
});
