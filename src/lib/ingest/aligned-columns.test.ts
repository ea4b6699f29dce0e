import { expect, test } from 'vitest';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping } from '#lib/domain/mapping.ts';
import { alignedTo, headingKeys } from './aligned-columns.ts';

/** Columns of figures; `-` before one that is not read. */
const mappingOf = (...headings: readonly string[]): Mapping => ({
  columns: headings.map((text) => {
    const header = text.replace(/^-/, '');
    const isRead = header === text;
    const told = { ...NOTHING_TOLD, indicator: header.replace(/ \d{4}$/, '') };
    const period = /\d{4}$/.exec(header)?.[0] ?? null;
    return isRead
      ? { header, is: 'value', told: { ...told, period } }
      : { header, is: 'ignored', told: NOTHING_TOLD };
  }),
  told: NOTHING_TOLD,
});

const spoken = ({ columns }: Mapping) =>
  columns.map(({ is, told }) =>
    is === 'value' ? `${told.indicator} ${told.period ?? ''}`.trim() : '-',
  );

test.each<[string, string[], string[], string[]]>([
  ['the same', ['A', 'B'], ['A', 'B'], ['A', 'B']],
  ['another order', ['A', '-B', 'C'], ['C', 'B', 'A'], ['C', '-', 'A']],
  ['the first of a name before the second', ['A', '-a'], ['A', 'A'], ['A', '-']],
  ['one more of a name', ['A'], ['A', 'A'], ['A', '-']],
  ['what was not told of', ['A'], ['B', 'A'], ['-', 'A']],
  ['the next year', ['A 2024'], ['A 2025'], ['A 2025']],
  ['the same years', ['A 2024', '-A 2023'], ['A 2023', 'A 2024'], ['-', 'A 2024']],
  ['the newest of two', ['-A 2023', 'A 2024'], ['A 2025', 'A 2024'], ['A 2025', '-']],
  [
    'a year more',
    ['A 2024', 'A 2023'],
    ['A 2023', 'A 2024', 'A 2025'],
    ['A 2023', 'A 2024', 'A 2025'],
  ],
  ['years of two things', ['A 2024', '-B 2024'], ['B 2025', 'A 2025'], ['-', 'A 2025']],
])('%s', (_, headings, header, expected) => {
  expect(spoken(alignedTo(header, mappingOf(...headings)))).toEqual(expected);
});

test('a heading that is the name of its own indicator is so the next year too', () => {
  const { columns } = mappingOf('A 2024');
  const told = { ...columns[0]!.told, indicator: 'a  2024' };
  const mapping: Mapping = { columns: [{ ...columns[0]!, told }], told: NOTHING_TOLD };
  expect(alignedTo(['A 2025'], mapping).columns[0]?.told.indicator).toBe('A 2025');
});

test.each([
  [['A', 'B'], [' b', 'a'], true],
  [['Enhet', 'A 2024', 'A 2023'], ['Enhet', 'A 2025'], true],
  [['2024 – Kvinnor'], ['2025 – kvinnor'], true],
  [['A'], ['A', 'B'], false],
  [['A 2024'], ['B 2024'], false],
])('%j and %j are the headings of one table: %s', (one, other, isSame) => {
  const [keys, others] = [headingKeys(one), headingKeys(other)];
  expect(JSON.stringify(keys) === JSON.stringify(others)).toBe(isSame);
});
