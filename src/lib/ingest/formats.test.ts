import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadObservation } from './layouts/layout.ts';
import { inspectFile } from './inspect.ts';
import type { Inspection } from './inspect.ts';
import type { Shortlisted } from './shortlist.ts';

/*
 * Files of the kinds that kommuner get, each with the answer beside it. How an answer is matched is
 * said by the one who collected them: an expected observation matches one that agrees in every field
 * it names, numbers but for binary noise, texts with runs of blanks folded.
 */

const FOLDER = 'tests/fixtures/formats';

type Fields = Readonly<Record<string, string | number | null>>;
type Sidecar = {
  readonly fixture: string;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  readonly header_line: number | null;
  readonly layout: string | null;
  readonly outcome: string;
  readonly acceptable_outcomes?: readonly string[];
  readonly exact?: boolean;
  readonly observations: readonly Fields[];
  readonly absent?: readonly Fields[];
  readonly must_not_contain?: readonly (string | number)[];
  readonly problems: readonly Fields[];
};

const sidecars = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Sidecar);

const inspect = (file: string) =>
  inspectFile({ name: file, bytes: readFileSync(join(FOLDER, file)) });

/** An observation in the words of the sidecars. */
const named = (o: ReadObservation & Shortlisted): Fields => ({
  kpi: o.kpi?.code ?? null,
  title: o.kpi?.code === o.indicator ? o.kpi.title : o.indicator,
  unit_code: o.unit?.code ?? null,
  unit_name: o.unit?.code === o.place ? o.unit.name : o.place,
  period: o.period?.text ?? null,
  gender: o.sex,
  breakdown: o.breakdown,
  value: o.value,
  n: o.n,
  status: o.state,
  raw_status: o.state === 'value' ? null : o.printed,
});

const folded = (value: unknown) =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ') : value;

const agrees = (expected: Fields, found: Fields) =>
  Object.entries(expected).every(([field, value]) => {
    const other = found[field] ?? null;
    if (typeof value === 'number' && typeof other === 'number')
      return Math.abs(value - other) < 1e-9;
    return folded(value) === folded(other);
  });

const withValue = ({ observations }: Inspection) =>
  observations.filter((one) => one.state === 'value').length;

describe.each(sidecars)('$fixture', (expected) => {
  const found = inspect(expected.fixture);
  const observations = found.observations.map(named);

  test('is read as the kind of file it is', () => {
    const { encoding, delimiter, decimal, headerLine, layout } = found;
    expect({ encoding, delimiter, decimal, header_line: headerLine, layout }).toEqual({
      encoding: expected.encoding,
      delimiter: expected.delimiter,
      decimal: expected.decimal,
      header_line: expected.header_line,
      layout: expected.layout,
    });
    expect(expected.acceptable_outcomes ?? [expected.outcome]).toContain(found.outcome);
  });

  test('gives every observation and no other', () => {
    const missing = expected.observations.filter(
      (one) => !observations.some((other) => agrees(one, other)),
    );
    expect(missing).toEqual([]);
    expect(observations).toHaveLength(expected.observations.length);
    const values = expected.observations.filter((one) => one.status === 'value').length;
    expect(withValue(found)).toBe(expected.exact ? values : withValue(found));
  });

  test('gives nothing that must be absent, and every problem', () => {
    for (const one of expected.absent ?? []) {
      expect(observations.filter((other) => agrees(one, other))).toEqual([]);
    }
    for (const literal of expected.must_not_contain ?? []) {
      expect(observations.flatMap((one) => Object.values(one))).not.toContain(literal);
    }
    for (const problem of expected.problems) {
      expect(found.problems).toContainEqual(expect.objectContaining(problem));
    }
    expect(found.problems.filter(({ code }) => code === 'unknown-layout')).toEqual([]);
  });
});
