import type { Answer } from '../kolada/answer.ts';
import type { Table } from '../table.ts';
import { hmeIndex } from './hme-index.ts';
import { hmeQuestion } from './hme-question.ts';
import { hmeRespondent } from './hme-respondent.ts';
import { koladaJsonGroups } from './kolada-json-groups.ts';
import { koladaJsonKpi } from './kolada-json-kpi.ts';
import { koladaJsonMunicipality } from './kolada-json-municipality.ts';
import { koladaJsonV2, koladaJsonV3 } from './kolada-json.ts';
import { koladaKpi } from './kolada-kpi.ts';
import { koladaLong } from './kolada-long.ts';
import { koladaWide } from './kolada-wide.ts';
import type { JsonLayout, Layout, Recognition } from './layout.ts';
import { nki } from './nki.ts';
import { osa } from './osa.ts';
import { plainLong } from './plain-long.ts';
import { plainWide } from './plain-wide.ts';
import { pxweb } from './pxweb.ts';
import { sickLeave } from './sick-leave.ts';
import { surveyAggregate } from './survey-aggregate.ts';
import { surveyRespondent } from './survey-respondent.ts';

/** Every layout there is; of two as sure the first. A new one is a file beside this and a line here. */
const LAYOUTS: readonly Layout[] = [
  koladaLong,
  koladaWide,
  koladaKpi,
  sickLeave,
  pxweb,
  nki,
  plainLong,
  hmeQuestion,
  hmeIndex,
  hmeRespondent,
  osa,
  plainWide,
  surveyAggregate,
  surveyRespondent,
];

/** Those of a row for each person. */
const OF_PERSONS: readonly Layout[] = [surveyRespondent, hmeRespondent];

/** The same for JSON. */
const JSON_LAYOUTS: readonly JsonLayout[] = [
  koladaJsonV3,
  koladaJsonV2,
  koladaJsonKpi,
  koladaJsonMunicipality,
  koladaJsonGroups,
];

/** Below this a layout is not recognised at all. */
const SURE_ENOUGH = 0.5;

type Recognising<Of> = { readonly recognise: (of: Of) => Recognition };

export type Recognised<L> = Recognition & { readonly layout: L };

/** Of several layouts those that are sure enough, the surest first. */
const rankedBy = <Of, L extends Recognising<Of>>(
  layouts: readonly L[],
  of: Of,
): readonly Recognised<L>[] =>
  layouts
    .map((layout) => ({ layout, ...layout.recognise(of) }))
    .filter((each) => each.sure >= SURE_ENOUGH)
    .sort((a, b) => b.sure - a.sure);

/** Every layout that is sure enough of a table, the surest first. */
export const ranked = (table: Table): readonly Recognised<Layout>[] => rankedBy(LAYOUTS, table);

/** The layout that is surest of the table, or null when none is sure enough. */
export const recognise = (table: Table): Recognised<Layout> | null => ranked(table)[0] ?? null;

/** The layout of a row for each person, where a table looks the least like one; no mapping says otherwise. */
export const recogniseOfPersons = (table: Table): Layout | undefined =>
  OF_PERSONS.find((layout) => layout.recognise(table).sure > 0);

export const recogniseJson = (answer: Answer): Recognised<JsonLayout> | null =>
  rankedBy(JSON_LAYOUTS, answer)[0] ?? null;
