import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Mapping, Meaning, Told } from '#lib/domain/mapping.ts';
import { readFile } from '../read-file.ts';
import { toArray } from '../rows.ts';

type Column = readonly [header: string, is: Meaning, told?: Partial<Told>];

const mappingOf = (columns: readonly Column[], told: Partial<Told> = {}): Mapping => ({
  columns: columns.map(([header, is, own = {}]) => ({
    header,
    is,
    told: { ...NOTHING_TOLD, ...own },
  })),
  told: { ...NOTHING_TOLD, ...told },
});

function read(text: string, mapping: Mapping, answers: Record<string, string> = {}) {
  const bytes = new TextEncoder().encode(text);
  const { observations, ...rest } = readFile(
    { name: 'fil.csv', bytes },
    { ...NO_CHOICES, mapping, answers },
  );
  return { ...rest, rows: toArray(observations) };
}

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
