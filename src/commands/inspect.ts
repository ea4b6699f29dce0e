import { basename } from 'node:path';
import type { Outcome, Problem } from '#lib/domain/problem.ts';
import { formatProblem } from '#lib/format/problems.ts';
import { DECIMAL, DELIMITER, LAYOUT } from '#lib/format/reading.ts';
import { inspectFile } from '#lib/ingest/inspect.ts';
import type { Inspection } from '#lib/ingest/inspect.ts';
import { questionIn } from '#lib/ingest/hme/statements.ts';
import { KPI_ID } from '#lib/ingest/kolada/kpi.ts';
import { listProblems, readArguments } from './command-line.ts';
import { readBytes } from './read-bytes.ts';

/* npm run -s inspect -- FILE [--json]: what Fyren makes of a file, without storing anything. */

const USAGE = `Skriv: npm run -s inspect -- FIL [--json]
Visar hur en fil förstås. Inget sparas. --json ger svaret för ett program.`;

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  accept: 'kan läsas in',
  accept_with_notice: 'kan läsas in, med påpekanden',
  ask: 'behöver ett svar innan den kan läsas in',
  reject: 'kan inte läsas in',
};

/** A statement of HME is a question and has no title; every other name is one. */
function nameJson(layout: string, { kpi, indicator }: Inspection['observations'][number]) {
  const question = questionIn(layout, indicator);
  const title = kpi?.code === indicator ? kpi.title : indicator;
  return { title: question === null ? title : null, question };
}

/** Names as the sidecars of formats.md section 12 have them; a name as the file writes it. */
const observationJson = (layout: string, o: Inspection['observations'][number]) => ({
  kpi: o.kpi?.code ?? (KPI_ID.test(o.indicator) ? o.indicator : null),
  ...nameJson(layout, o),
  unit_code: o.unit?.code ?? null,
  unit_name: o.unit?.code === o.place ? o.unit.name : o.place,
  period: o.period?.text ?? null,
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
  observations: found.observations.map((one) => observationJson(found.layout, one)),
  problems: found.problems.map(problemJson),
  meta: { ...found.meta, kpis: found.meta.kpis.map(kpiJson) },
});

/** A table can be sound and still say nothing to us. */
const outcomeOf = ({ outcome, layout }: Inspection) =>
  layout === 'unknown' && outcome !== 'reject'
    ? 'går att öppna, men kolumnerna känns inte igen. Rubrikerna Indikator, Period och Värde behövs'
    : OUTCOMES[outcome];

const valueCount = (count: number) => (count === 1 ? '1 värde' : `${count} värden`);

const toText = (found: Inspection): string =>
  [
    `${found.file}: ${outcomeOf(found)}`,
    `  Teckenkodning: ${found.encoding ?? 'okänd'}`,
    `  Skiljetecken: ${DELIMITER[found.delimiter ?? ''] ?? 'inget'}`,
    `  Decimaltecken: ${DECIMAL[found.decimal ?? ''] ?? 'inget'}`,
    `  Rubrikrad: ${found.headerLine ?? 'ingen'}`,
    `  Antal poster: ${found.records.length}`,
    `  Uppställning: ${LAYOUT[found.layout] ?? found.layout}, ${valueCount(found.observations.length)}`,
    ...listProblems(found.problems),
  ].join('\n');

function inspect(): string {
  const { path, values } = readArguments({ json: { type: 'boolean', default: false } }, USAGE);
  const found = inspectFile({ name: basename(path), bytes: readBytes(path) });
  return values.json ? JSON.stringify(toJson(found)) : toText(found);
}

try {
  process.stdout.write(`${inspect()}\n`);
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}
