import { expect, test } from 'vitest';
import { inspectFile } from '../inspect.ts';

const inspect = (json: unknown) =>
  inspectFile({ name: 'x.json', bytes: Buffer.from(JSON.stringify(json)) });

const page = (period: number, next_url: string) => {
  const values = [{ gender: 'T', count: 1, status: '', value: 7.5, isdeleted: false }];
  return { values: [{ kpi: 'N00090', period, municipality: '0461', values }], next_url };
};

test('pages in a list are one answer, which goes on where the last does', () => {
  const found = inspect([page(2024, 'https://x/2'), page(2023, 'https://x/3')]);
  expect(found.observations.map(({ period }) => period?.text)).toEqual(['2024', '2023']);
  expect(found.problems).toContainEqual({ code: 'page-incomplete', next: 'https://x/3' });
});

test('a row for each sex is read as its own value', () => {
  const flat = { kpi: 'N00090', municipality: '0461', period: 2024 };
  const found = inspect([
    { ...flat, gender: 'K', value: 8.1 },
    { ...flat, gender: 'M', value: null },
  ]);
  expect(found.observations.map(({ sex, value }) => [sex, value])).toEqual([
    ['K', 8.1],
    ['M', null],
  ]);
});
