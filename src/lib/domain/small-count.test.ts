import { describe, expect, test } from 'vitest';
import { aMeasure } from '../../../tests/builders.ts';
import type { Measure } from './model.ts';
import type { Observation } from './observation.ts';
import { answersOf, smallCountOf } from './small-count.ts';

describe('the limit', () => {
  test.each<[Pick<Measure, 'source'> & Partial<Measure>, number]>([
    [{ source: 'hme' }, 10],
    [{ source: 'survey' }, 5],
    [{ source: 'own' }, 5],
    [{ source: 'kolada' }, 5],
    [{ source: 'survey', survey: 'osa' }, 6],
    [{ source: 'survey', survey: 'lss' }, 5],
    [{ source: 'survey', survey: 'ifo' }, 10],
    [{ source: 'survey', survey: 'aldre' }, 30],
    [{ source: 'survey', survey: 'insikt' }, 10],
    [{ source: 'kolada', survey: 'insikt', smallCount: 20 }, 20],
    [{ source: 'kolada', survey: 'aldre' }, 30],
    [{ source: 'hme', survey: 'osa' }, 10],
    [{ source: 'survey', smallCount: 30 }, 30],
    [{ source: 'survey', survey: 'aldre', smallCount: 10 }, 30],
    [{ source: 'hme', smallCount: 5 }, 10],
    [{ source: 'own', smallCount: 0 }, 5],
  ])('%o is %o', (given, limit) => {
    expect(smallCountOf(aMeasure(given))).toBe(limit);
  });

  test.each<[Partial<Measure>, Partial<Observation>, number | null]>([
    [{ source: 'survey' }, { n: 12 }, 12],
    [{ source: 'survey' }, { n: 12, denominator: 3 }, 3],
    [{ source: 'survey', isShare: false }, { denominator: 7, asked: 9 }, 7],
    [{ source: 'hme' }, { asked: 4 }, 4],
    [{ source: 'own' }, { n: 12, denominator: 3 }, 3],
    [{ source: 'own', isShare: false }, { n: 12, denominator: 3 }, 12],
    [{ source: 'own', isShare: false }, { denominator: 3 }, null],
    [{ source: 'own', isShare: false }, { denominator: 3, asked: 4 }, 4],
    [{ source: 'kolada' }, { n: 12, denominator: 3 }, 3],
    [{ source: 'survey' }, {}, null],
  ])('%o with %o rests on %o answers', (measure, given, answers) => {
    const { n = null, asked = null, denominator = null } = given;
    expect(answersOf({ n, asked, denominator }, aMeasure(measure))).toBe(answers);
  });
});
