import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome, Problem } from '#lib/domain/problem.ts';
import { formatProblem } from '#lib/format/problems.ts';
import { inspectFile } from '#lib/ingest/inspect.ts';
import type { Inspection } from '#lib/ingest/inspect.ts';
import { KPI_ID } from '#lib/ingest/kolada/kpi.ts';

/* npm run -s inspect -- FILE [--json]: what Fyren makes of a file, without storing anything. */

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  accept: 'kan läsas in',
  accept_with_notice: 'kan läsas in, med påpekanden',
  ask: 'behöver ett svar innan den kan läsas in',
  reject: 'kan inte läsas in',
};

const DELIMITERS: Readonly<Record<string, string>> = {
  '\t': 'tabb',
  ';': 'semikolon',
  ',': 'kommatecken',
  '|': 'lodstreck',
};
const DECIMALS: Readonly<Record<string, string>> = { ',': 'kommatecken', '.': 'punkt' };

/** Names as the sidecars of formats.md section 12 have them; a name as the file writes it. */
const observationJson = (o: Inspection['observations'][number]) => ({
  kpi: o.kpi?.code ?? (KPI_ID.test(o.indicator) ? o.indicator : null),
  title: o.kpi?.code === o.indicator ? o.kpi.title : o.indicator,
  question: null,
  unit_code: o.unit?.code ?? null,
  unit_name: o.unit?.code === o.place ? o.unit.name : o.place,
  period: o.period.text,
  gender: o.sex,
  breakdown: o.breakdown,
  value: o.value,
  n: o.n,
  asked: o.asked,
  numerator: o.numerator,
  denominator: o.denominator,
  status: o.state,
  raw_status: o.state === 'value' ? null : o.printed,
  line: o.line,
  column: o.column,
});

const fact = (problem: Problem, name: 'line' | 'column' | 'value') =>
  name in problem ? { [name]: (problem as Record<typeof name, unknown>)[name] } : {};

const problemJson = (problem: Problem) => ({
  code: problem.code,
  ...fact(problem, 'line'),
  ...fact(problem, 'column'),
  ...fact(problem, 'value'),
  message: formatProblem(problem),
});

const ABOUT = { kommun: 'K', region: 'L', both: 'A' } as const;

const kpiJson = ({ code, title, about }: Inspection['meta']['kpis'][number]) => ({
  id: code,
  title,
  municipality_type: about === null ? null : ABOUT[about],
});

const toJson = ({ headerLine, ...found }: Inspection) => ({
  file: found.file,
  bytes: found.bytes,
  encoding: found.encoding,
  delimiter: found.delimiter,
  decimal: found.decimal,
  header_line: headerLine,
  header: found.header,
  records: found.records,
  layout: found.layout,
  outcome: found.outcome,
  observations: found.observations.map(observationJson),
  problems: found.problems.map(problemJson),
  meta: { ...found.meta, kpis: found.meta.kpis.map(kpiJson) },
});

const valueCount = (count: number) => (count === 1 ? '1 värde' : `${count} värden`);

const toText = (found: Inspection): string =>
  [
    `${found.file}: ${OUTCOMES[found.outcome]}`,
    `  Teckenkodning: ${found.encoding ?? 'okänd'}`,
    `  Skiljetecken: ${DELIMITERS[found.delimiter ?? ''] ?? 'inget'}`,
    `  Decimaltecken: ${DECIMALS[found.decimal ?? ''] ?? 'inget'}`,
    `  Rubrikrad: ${found.headerLine ?? 'ingen'}`,
    `  Antal poster: ${found.records.length}`,
    `  Uppställning: ${found.layout === 'unknown' ? 'okänd' : found.layout}, ${valueCount(found.observations.length)}`,
    ...found.problems.map((problem) => `  – ${formatProblem(problem)}`),
  ].join('\n');

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'finns inte',
  EISDIR: 'är en mapp och ingen fil',
  EACCES: 'får inte läsas',
};

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    return fail(`${path} ${reason ?? 'går inte att öppna'}.`);
  }
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
  strict: false,
});
const [path] = positionals;
if (path === undefined) fail('Ange en fil: npm run -s inspect -- FIL [--json]');

const found = inspectFile({ name: basename(path), bytes: readBytes(path) });
process.stdout.write(`${values.json ? JSON.stringify(toJson(found)) : toText(found)}\n`);
