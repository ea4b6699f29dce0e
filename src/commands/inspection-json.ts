import type { Problem } from '#lib/domain/problem.ts';
import { formatProblem } from '#lib/format/problems.ts';
import type { Inspection } from '#lib/ingest/inspect.ts';
import { questionIn } from '#lib/ingest/hme/statements.ts';
import { KPI_ID } from '#lib/ingest/kolada/kpi.ts';

/* An inspection for a program: names as files of this kind are described by, and every fault in words. */

/** A statement of HME is a question and has no title; every other name is one. */
function nameJson(layout: string, { kpi, indicator }: Inspection['observations'][number]) {
  const question = questionIn(layout, indicator);
  const title = kpi?.code === indicator ? kpi.title : indicator;
  return { title: question === null ? title : null, question };
}

/** A name as the file writes it. */
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

export const inspectionJson = ({ headerLine, ...found }: Inspection) => ({
  file: found.file,
  bytes: found.bytes,
  encoding: found.encoding,
  delimiter: found.delimiter,
  decimal: found.decimal,
  header_line: headerLine,
  header: found.header,
  records: found.records,
  sheet: found.sheet,
  layout: found.layout,
  outcome: found.outcome,
  observations: found.observations.map((one) => observationJson(found.layout, one)),
  problems: found.problems.map(problemJson),
  meta: { ...found.meta, kpis: found.meta.kpis.map(kpiJson) },
});
