import { expect, test } from 'vitest';
import { anIndicator, anObservation, aSnapshot, aTarget } from '../../../tests/builders.ts';
import { assessIndicator } from './assess-indicator.ts';
import type { Snapshot } from './snapshot.ts';

/* Which value an indicator is assessed from, and what is computed of it. */

const assessed = (given: Partial<Snapshot>, indicator = anIndicator()) =>
  assessIndicator(aSnapshot({ targets: [aTarget()], ...given }), indicator);

test('distance and change are without binary noise, for the API too', () => {
  const observations = [
    anObservation({ period: '2022-T2', value: 79.04 }),
    anObservation({ period: '2023-T2', value: 84.95 }),
  ];
  const rule = { kind: 'at-least', value: 85.1, isStrict: false, yellow: null } as const;
  const one = assessed({ observations, targets: [aTarget({ rule })] });
  expect(one.previous).toMatchObject({ change: 5.91 });
  expect(one.verdict.because.distance).toBe(-0.15);
});

test('a target by a day is judged by the value of that day, not by what came later', () => {
  const rule = { kind: 'count-by', value: 100, on: '2023-06-30' } as const;
  const observations = [
    anObservation({ period: '2023-H1', value: 100 }),
    anObservation({ period: '2023-T2', value: 90 }),
  ];
  const one = assessed({ observations, targets: [aTarget({ rule })] });
  expect(one.verdict).toMatchObject({ verdict: 'met', because: { distance: 0 } });
});

test('a year with a part missing is not compared with one that is whole', () => {
  const part = (period: string) =>
    anObservation({ period, value: 50, numerator: 5, denominator: 10 });
  const observations = ['2022-T1', '2022-T2', '2023-T2'].map(part);
  const one = assessed({ observations }, anIndicator({ addsUp: 'weighted' }));
  expect(one.total).toEqual({ value: 50, of: 2, missing: 1 });
  expect(one.previous).toMatchObject({ comparable: false, why: 'other-window' });
  expect(one.trend).toBeNull();
});
