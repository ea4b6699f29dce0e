import type { Problem } from '#lib/domain/problem.ts';
import { formatProblem } from '#lib/format/problems.ts';
import type { Inspection } from '#lib/ingest/inspect.ts';
import { questionIn } from '#lib/ingest/hme/statements.ts';
import { holdsItself } from '#lib/ingest/kolada/groups.ts';
import { missingMark } from '#lib/ingest/marks.ts';
import { KPI_ID } from '#lib/ingest/kolada/kpi.ts';
import { isPlaceCode } from '#lib/ingest/kolada/place-code.ts';

/* An inspection for a program: names as files of this kind are described by, and every fault in words. */

/** A statement of HME is a question and has no title; every other name is one. */
function nameJson(
  layout: string,
  { kpi, indicator, question: asked }: Inspection['observations'][number],
) {
  const question = asked ?? questionIn(layout, indicator);
  const title = kpi?.code === indicator ? kpi.title : indicator;
  return { title: question === null ? title : null, question };
}

/** A place that the lists do not know may be a code all the same: a group's, or a unit's. */
function placeJson({ place, unit }: Inspection['observations'][number]) {
  if (unit) return { unit_code: unit.code, unit_name: unit.code === place ? unit.name : place };
  const isCode = place !== null && isPlaceCode(place);
  return { unit_code: isCode ? place : null, unit_name: isCode ? null : place };
}

/** A name as the file writes it. */
const observationJson = (layout: string, o: Inspection['observations'][number]) => ({
  kpi: o.kpi?.code ?? (KPI_ID.test(o.indicator) ? o.indicator : null),
  ...nameJson(layout, o),
  ...placeJson(o),
  period: o.period?.text ?? null,
  gender: o.sex,
  breakdown: o.breakdown,
  value: o.value,
  n: o.n,
  asked: o.asked,
  numerator: o.numerator,
  denominator: o.denominator,
  status: o.state,
  raw_status: o.state === 'value' && missingMark(o.printed) === null ? null : o.printed,
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

const factsJson = ({ facts }: Inspection['meta']['kpis'][number]) =>
  facts
    ? {
        title_normalized: facts.titleNormalized,
        unit: facts.unit,
        unit_from_title: facts.unitFromTitle,
        kind: facts.kind,
        has_ou_data: facts.hasUnitData,
        source: facts.source,
        auspice: facts.auspice,
        preliminary_from: facts.preliminaryFrom,
        preliminary_between: facts.preliminaryBetween,
      }
    : {};

const kpiJson = (kpi: Inspection['meta']['kpis'][number]) => ({
  id: kpi.code,
  title: kpi.title,
  municipality_type: kpi.about === null ? null : ABOUT[kpi.about],
  direction: kpi.better,
  ended_after: kpi.endedAfter,
  ...factsJson(kpi),
});

const unitJson = ({ code, name, kind }: Inspection['meta']['units'][number]) => ({
  code,
  name,
  level: kind,
});

const groupJson = (group: Inspection['meta']['groups'][number]) => ({
  id: group.code,
  title: group.title,
  kind: group.kind,
  area: group.area,
  unit: group.unit,
  year: group.year,
  members: group.members.length,
  contains_unit_itself: holdsItself(group),
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
  meta: {
    column_units: found.meta.columnUnits,
    next: found.meta.next,
    kpis: found.meta.kpis.map(kpiJson),
    units: found.meta.units.map(unitJson),
    groups: found.meta.groups.map(groupJson),
    sheets: found.meta.sheets,
  },
});
