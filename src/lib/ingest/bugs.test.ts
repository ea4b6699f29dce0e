import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#lib/format/problems.ts';
import { inspectFile } from './inspect.ts';

/*
 * Small files made from public bug reports, each with the answer beside it, judged as the log of
 * bugs says: outcome, encoding and marks, header and records, errors by line, and what may stand
 * nowhere.
 */

const FOLDER = 'tests/fixtures/bugs';

type Expected = {
  readonly outcome: string;
  readonly acceptable_outcomes?: readonly string[];
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimal?: string | null;
  readonly header_line?: number;
  readonly header?: readonly string[];
  readonly records?: readonly (readonly unknown[])[];
  readonly errors?: readonly { line?: number; lines?: number[]; column?: string; value?: string }[];
  readonly message_must_mention?: readonly string[];
};
type Sidecar = {
  readonly file: string;
  readonly expect: Expected;
  readonly must_not_contain: readonly (string | number)[];
};

const sidecars = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Sidecar);

const inspect = (file: string) =>
  inspectFile({ name: file, bytes: readFileSync(join(FOLDER, file)) });

describe.each(sidecars)('$file', ({ file, expect: expected, must_not_contain }) => {
  const found = inspect(file);
  const acceptable = expected.acceptable_outcomes ?? [expected.outcome];
  const isRefused = found.outcome === 'ask' || found.outcome === 'reject';

  test('has the right outcome', () => {
    expect(acceptable).toContain(found.outcome);
  });

  test('is decoded and cut as it was written', () => {
    if (found.outcome !== 'reject') {
      const { encoding = found.encoding, delimiter = found.delimiter } = expected;
      expect({ encoding: found.encoding, delimiter: found.delimiter }).toEqual({
        encoding,
        delimiter,
      });
    }
    const { decimal, header_line } = expected;
    if (decimal && found.decimal) expect(found.decimal).toBe(decimal);
    if (header_line && found.headerLine) expect(found.headerLine).toBe(header_line);
    expect(expected.outcome).not.toBe('');
  });

  test('has the right header and records', () => {
    const isCompared = !isRefused || found.outcome === expected.outcome;
    const { header, records } = isCompared ? expected : {};
    expect(found.header).toEqual(header ?? found.header);
    expect(found.records).toEqual(records ?? found.records);
  });

  test('names every fault by line, column and value', () => {
    for (const { line, lines, column, value } of expected.errors ?? []) {
      const facts = { ...(column ? { column } : {}), ...(value ? { value } : {}) };
      const named = found.problems.filter(
        (problem) => 'line' in problem && (lines ?? [line]).includes(problem.line),
      );
      expect(named).toContainEqual(expect.objectContaining(facts));
    }
    for (const words of expected.message_must_mention ?? []) {
      expect(found.problems.map(formatProblem).join('\n')).toContain(words);
    }
    expect(found.problems.map(formatProblem)).not.toContain('');
  });

  test('holds nothing that it must not', () => {
    const cells = [...found.header, ...found.records.flat()];
    const observed = found.observations.flatMap((o) => [
      o.indicator,
      o.place,
      o.value,
      o.period?.text,
    ]);
    for (const literal of must_not_contain) {
      const isThere = (cell: unknown) =>
        cell === literal ||
        (typeof literal === 'string' && typeof cell === 'string' && cell.includes(literal));
      expect([...cells, ...observed].filter(isThere)).toEqual([]);
    }
    expect(cells).not.toContain(undefined);
  });
});
