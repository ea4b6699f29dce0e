import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReadObservation } from './layouts/layout.ts';
import { INDEXES, questionIn } from './hme/statements.ts';
import { inspectFile } from './inspect.ts';
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
  readonly tolerance?: number;
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

const titleOf = (o: ReadObservation & Shortlisted) =>
  o.kpi?.code === o.indicator ? o.kpi.title : o.indicator;

/** An observation in the words of the sidecars. */
const named =
  (layout: string) =>
  (o: ReadObservation & Shortlisted): Fields => ({
    kpi: o.kpi?.code ?? null,
    title: questionIn(layout, o.indicator) === null ? titleOf(o) : null,
    question: questionIn(layout, o.indicator),
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

const isIndex = (title: unknown) => INDEXES.some((index) => index === title);

const EXACT = 1e-9;

const agrees = (expected: Fields, found: Fields, tolerance = EXACT) =>
  Object.entries(expected).every(([field, value]) => {
    const other = found[field] ?? null;
    if (typeof value === 'number' && typeof other === 'number')
      return Math.abs(value - other) < tolerance;
    return folded(value) === folded(other);
  });

describe.each(sidecars)('$fixture', (expected) => {
  const found = inspect(expected.fixture);
  const observations = found.observations.map(named(found.layout));

  const acceptable = [expected.outcome, ...(expected.acceptable_outcomes ?? [])];

  test('is read as the kind of file it is', () => {
    const { encoding, delimiter, decimal, headerLine, layout } = found;
    expect({ encoding, delimiter, decimal, header_line: headerLine, layout }).toEqual({
      encoding: expected.encoding,
      delimiter: expected.delimiter,
      decimal: expected.decimal,
      header_line: expected.header_line,
      layout: expected.layout,
    });
    expect(acceptable).toContain(found.outcome);
  });

  // What no value is known of may be told besides: the index of a unit whose answers are hidden.
  test('gives every observation and no other value', () => {
    const isRefused = found.outcome === 'ask' || found.outcome === 'reject';
    if (isRefused) return expect(acceptable).toContain(found.outcome);
    const { tolerance } = expected;
    const missing = expected.observations.filter(
      (one) => !observations.some((other) => agrees(one, other, tolerance)),
    );
    expect(missing).toEqual([]);
    const others = observations.filter(
      (one) => !expected.observations.some((other) => agrees(other, one, tolerance)),
    );
    expect(others.filter((one) => one.value !== null || !isIndex(one.title))).toEqual([]);
    expect(observations.length - others.length).toBe(expected.observations.length);
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
