import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '#lib/ingest/inspect.ts';
import { inspectionJson } from '../src/commands/inspection-json.ts';

/*
 * Files of the kinds that kommuner get, each with the answer beside it, as those who collected them
 * wrote it. An expected observation matches one that agrees in every field it names: numbers but for
 * binary noise or the tolerance, texts with runs of blanks folded, a nyckeltal only where both have one.
 */

const FOLDER = 'tests/fixtures/formats';

type Fields = Readonly<Record<string, unknown>>;
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
  readonly exact?: boolean;
  readonly observations: readonly Fields[];
  readonly either?: readonly (readonly Fields[])[];
  readonly absent?: readonly Fields[];
  readonly must_not_contain?: readonly (string | number)[];
  readonly problems: readonly Fields[];
  readonly meta: {
    readonly limit?: number;
    readonly next?: string | null;
    readonly kpis?: readonly Fields[];
    readonly units?: readonly Fields[];
    readonly groups?: readonly Fields[];
  };
};

const sidecars = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Sidecar);

/** As the command prints it, so that a field that JSON drops is missed here too. */
const inspect = (file: string) => {
  const bytes = readFileSync(join(FOLDER, file));
  const found = inspectionJson(inspectFile({ name: file, bytes }));
  return JSON.parse(JSON.stringify(found)) as typeof found;
};

const folded = (value: unknown) =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ') : value;

/** A part is told as `{ "Kön": "Man" }` there and as `Kön=Man` here. */
const partOf = (value: unknown) =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map((pair) => pair.join('='))
        .sort()
        .join(';')
    : value;

const NOISE = 1e-9;

function agreesIn(field: string, value: unknown, found: Fields, tolerance: number): boolean {
  const other = found[field] ?? null;
  if (field === 'gender') return (value ?? 'T') === (other ?? 'T');
  if (field === 'breakdown') return partOf(value) === other;
  if (typeof value === 'number' && typeof other === 'number')
    return Math.abs(value - other) <= tolerance;
  return folded(value) === folded(other);
}

const fieldsOf = (expected: Fields, without: readonly string[]) =>
  Object.entries(expected).filter(([field]) => !without.includes(field));

const agrees = (
  expected: Fields,
  found: Fields,
  tolerance = NOISE,
  without: readonly string[] = [],
) =>
  fieldsOf(expected, without).every(([field, value]) => agreesIn(field, value, found, tolerance));

/** Where nobody says which nyckeltal it is, that is not compared. */
const withoutKpi = (expected: Fields, found: Fields) =>
  expected['kpi'] && found['kpi'] ? [] : ['kpi'];

/** Every installation hides what rests on fewer answers than these, and the sidecar may hide less. */
const USUAL_LIMIT = 10;

function isHidden(expected: Fields, found: Fields, limit: number | undefined): boolean {
  const n = expected['denominator'] ?? expected['n'];
  if (limit === undefined || typeof n !== 'number' || n >= USUAL_LIMIT) return false;
  return found['status'] === 'suppressed' && found['value'] === null;
}

describe.each(sidecars)('$fixture', (expected) => {
  const found = inspect(expected.fixture);
  const { observations } = found;
  const acceptable = [expected.outcome, ...(expected.acceptable_outcomes ?? [])];
  const isCompared = found.outcome !== 'ask' && found.outcome !== 'reject';

  function isFound(one: Fields): boolean {
    return observations.some((other) => {
      const without = withoutKpi(one, other);
      if (agrees(one, other, expected.tolerance, without)) return true;
      const counts = ['value', 'status', 'raw_status', 'n', 'numerator', 'denominator'];
      return (
        isHidden(one, other, expected.meta.limit) &&
        agrees(one, other, expected.tolerance, [...without, ...counts])
      );
    });
  }

  test('is read as the kind of file it is', () => {
    expect(acceptable).toContain(found.outcome);
    if (found.outcome !== 'reject') {
      const { encoding, delimiter, layout } = expected;
      expect(found).toMatchObject({
        ...(encoding ? { encoding } : {}),
        ...(delimiter ? { delimiter } : {}),
        ...(layout ? { layout } : {}),
      });
    }
    if (expected.decimal && found.decimal) expect(found.decimal).toBe(expected.decimal);
    if (expected.header_line && found.header_line)
      expect(found.header_line).toBe(expected.header_line);
  });

  test('gives every observation, and where the answer is exact no other value', () => {
    if (!isCompared) return expect(acceptable).toContain(found.outcome);
    expect(expected.observations.filter((one) => !isFound(one))).toEqual([]);
    expect((expected.either ?? []).filter((group) => !group.some(isFound))).toEqual([]);
    if (!expected.exact) return;
    const valued = (all: readonly Fields[]) => all.filter((one) => one['status'] === 'value');
    expect(valued(observations).length).toBeLessThanOrEqual(valued(expected.observations).length);
  });

  test('gives nothing that must be absent, and every problem', () => {
    for (const one of expected.absent ?? []) {
      expect(observations.filter((other) => agrees(one, other))).toEqual([]);
    }
    const said = observations.flatMap((one) => Object.values(one) as unknown[]);
    for (const literal of expected.must_not_contain ?? []) {
      const holds = (value: unknown) =>
        value === literal ||
        (typeof literal === 'string' && typeof value === 'string' && value.includes(literal));
      expect(said.filter(holds)).toEqual([]);
    }
    for (const problem of expected.problems) {
      expect(found.problems).toContainEqual(expect.objectContaining(problem));
    }
    expect(found.problems.filter(({ code }) => code === 'unknown-layout')).toEqual([]);
  });

  test('tells what is no figure', () => {
    const { meta } = expected;
    const given = found.meta as Fields;
    if ('next' in meta) expect(given['next'] ?? null).toBe(meta.next);
    for (const kind of ['kpis', 'units', 'groups'] as const) {
      const all = (given[kind] ?? []) as readonly Fields[];
      for (const one of meta[kind] ?? []) {
        const key = 'id' in one ? 'id' : 'code';
        const same = all.find((other) => other[key] === one[key]);
        expect(same).toBeDefined();
        const both = fieldsOf(one, []).filter(([field]) => field in same!);
        expect(same).toMatchObject(Object.fromEntries(both));
      }
    }
    expect(found.file).toBe(expected.fixture);
  });
});
