import { describe, expect, test } from 'vitest';
import { mappingOf, readMapped as read } from '../../../../tests/mapped.ts';

const codes = ({ problems }: ReturnType<typeof read>) => problems.map(({ code }) => code);

describe('a table of persons', () => {
  test('is refused, whatever is said of its columns', () => {
    const found = read(
      'ID;Fråga 1;Fråga 2;Fråga 3\n1;5;4;3\n2;1;2;3\n',
      mappingOf([
        ['ID', 'place'],
        ['Fråga 1', 'value', { indicator: 'Trivsel' }],
        ['Fråga 2', 'ignored'],
        ['Fråga 3', 'ignored'],
      ]),
    );
    expect(found.rows).toEqual([]);
    expect(found.isPerPerson).toBe(true);
    expect(codes(found)).toEqual(['respondent-rows']);
  });

  test('has its words in no note', () => {
    const found = read(
      'Plats;År;Värde;Fritext\nEken;2024;5;Kim var snäll\n',
      mappingOf(
        [
          ['Plats', 'place'],
          ['År', 'period'],
          ['Värde', 'value'],
          ['Fritext', 'note'],
        ],
        { indicator: 'Trivsel' },
      ),
    );
    expect(found.rows.map(({ note }) => note)).toEqual([null]);
    expect(found.notKept.columns).toEqual(['Fritext']);
  });
});
