import type { Answer } from '../kolada/answer.ts';
import type { Table } from '../table.ts';
import { hmeIndex } from './hme-index.ts';
import { hmeQuestion } from './hme-question.ts';
import { koladaJsonGroups } from './kolada-json-groups.ts';
import { koladaJsonKpi } from './kolada-json-kpi.ts';
import { koladaJsonMunicipality } from './kolada-json-municipality.ts';
import { koladaJsonV2, koladaJsonV3 } from './kolada-json.ts';
import { koladaKpi } from './kolada-kpi.ts';
import { koladaLong } from './kolada-long.ts';
import { koladaWide } from './kolada-wide.ts';
import type { JsonLayout, Layout, Recognition } from './layout.ts';
import { plainLong } from './plain-long.ts';
import { surveyAggregate } from './survey-aggregate.ts';
import { surveyRespondent } from './survey-respondent.ts';

/** Every layout there is; of two as sure the first. A new one is a file beside this and a line here. */
const LAYOUTS: readonly Layout[] = [
  koladaLong,
  koladaWide,
  koladaKpi,
  plainLong,
  hmeQuestion,
  hmeIndex,
  surveyAggregate,
  surveyRespondent,
];

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

function surest<Of, L extends Recognising<Of>>(
  layouts: readonly L[],
  of: Of,
): Recognised<L> | null {
  const [best] = layouts
    .map((layout) => ({ layout, ...layout.recognise(of) }))
    .filter((each) => each.sure >= SURE_ENOUGH)
    .sort((a, b) => b.sure - a.sure);
  return best ?? null;
}

/** The layout that is surest of the table, or null when none is sure enough. */
export const recognise = (table: Table): Recognised<Layout> | null => surest(LAYOUTS, table);

export const recogniseJson = (answer: Answer): Recognised<JsonLayout> | null =>
  surest(JSON_LAYOUTS, answer);
