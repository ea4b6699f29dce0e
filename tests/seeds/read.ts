import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '#lib/domain/result.ts';
import { parsePlanFile } from '#lib/server/plan/parse.ts';
import { SEEDS } from '../db.ts';

/* What a seed is held against, and what it is made of: the facts by line, the plan, the rows. */

/** Period, group, value, line: the first two in the words of the papers. */
export type FactValue = readonly [period: string, group: string, value: number, line: number];
export type FactTarget = {
  readonly period: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly line: number;
};
type Said = { readonly status: string; readonly kind: string; readonly lines: readonly number[] };
type Held = {
  readonly parents: readonly string[];
  readonly line: number;
  readonly said: readonly Said[];
};
export type FactIndicator = {
  readonly line: number | readonly number[] | null;
  readonly parents: readonly string[];
  readonly direction: 'higher' | 'lower' | 'rank' | 'range' | 'qualitative' | null;
  readonly values: readonly FactValue[];
  readonly words: readonly (readonly [period: string, group: string, line: number])[];
  readonly targets: readonly FactTarget[];
};
export type Facts = {
  readonly nodes: Readonly<Record<string, Held & { readonly level: string }>>;
  readonly activities: Readonly<Record<string, Held>>;
  readonly indicators: Readonly<Record<string, FactIndicator>>;
};

export const readFacts = (slug: string) =>
  JSON.parse(
    readFileSync(new URL(`../fixtures/${slug}/facts.json`, import.meta.url), 'utf8'),
  ) as Facts;

const seedText = (slug: string, name: string) => readFileSync(join(SEEDS, slug, name), 'utf8');

/** Every text of a seed as it stands in its files. */
export const textsOf = (slug: string): readonly string[] =>
  readdirSync(join(SEEDS, slug)).map((name) => seedText(slug, name));

export function readPlan(slug: string) {
  const parsed = parsePlanFile(seedText(slug, 'plan.json'));
  invariant(parsed.ok, `${slug}: ${JSON.stringify(parsed)}`);
  return parsed.value;
}

export type Row = Readonly<
  Record<'Indikator' | 'Period' | 'Värde' | 'Anmärkning', string> &
    Partial<Record<'Kön' | 'Plats' | 'Indelning' | 'Typ', string>>
>;

const COLUMNS: ReadonlySet<string> = new Set(
  ['Indikator', 'Period', 'Plats', 'Kön', 'Indelning', 'Typ', 'Värde', 'Anmärkning'], //
);

/** These files hold no quotes, so a split is a reading. */
function rowsOf(slug: string, name: string): Row[] {
  const lines = seedText(slug, name).split('\r\n');
  invariant(lines.pop() === '', `${name} ends with a line break`);
  const header = (lines.shift() ?? '').split(';');
  invariant(
    header.every((word) => COLUMNS.has(word)),
    `${name}: ${header.join(';')}`,
  );
  return lines.map((line) => {
    const cells = line.split(';');
    invariant(!/["\r\n]/.test(line) && cells.length === header.length, `${name}: ${line}`);
    return Object.fromEntries(header.map((word, index) => [word, cells[index]])) as Row;
  });
}

export const readRows = (slug: string): readonly Row[] =>
  readdirSync(join(SEEDS, slug))
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) => rowsOf(slug, name));

/** "-5", "1016,2". */
export function numberOf(text: string): number {
  invariant(/^-?\d+(,\d+)?$/.test(text), `”${text}” is a number with a decimal comma`);
  return Number(text.replace(',', '.'));
}
