import { expect, test } from 'vitest';
import { inspectFile } from './inspect.ts';

const ROW = { kpi: 'N00090', period: 2024, municipality: '0461' };
const VALUE = { gender: 'T', count: 1, status: '', value: 7.5, isdeleted: false };

test.each<[object, object, string]>([
  [{ comment: 'Fråga anna@gnesta.se' }, {}, 'e-mail'],
  [{}, { by: { phone: '070-123 45 67' } }, 'phone'],
  [{}, { status: '811228-9874' }, 'personal-number'],
  [{ 'anna@gnesta.se': 1 }, {}, 'e-mail'],
])('an answer of Kolada’s with %j or %j written into it is refused', (row, value, kind) => {
  const values = [{ ...ROW, ...row, values: [{ ...VALUE, ...value }] }];
  const bytes = new TextEncoder().encode(JSON.stringify({ values, next_url: null, count: 1 }));
  const found = inspectFile({ name: 'x.json', bytes });
  expect(found).toMatchObject({ outcome: 'reject', observations: [] });
  expect(found.problems).toEqual([{ code: 'personal-answer', kind }]);
});

test('a list of nyckeltal may say where to ask about them', () => {
  const kpi = { id: 'N00090', title: 'Mått', description: 'Frågor: fragor@example.se' };
  const bytes = new TextEncoder().encode(JSON.stringify({ values: [kpi], count: 1 }));
  expect(inspectFile({ name: 'x.json', bytes }).problems).not.toContainEqual(
    expect.objectContaining({ code: 'personal-answer' }),
  );
});
