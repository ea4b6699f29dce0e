import type { Table } from '../table.ts';
import { hmeIndex } from './hme-index.ts';
import { hmeQuestion } from './hme-question.ts';
import { hmeRespondent } from './hme-respondent.ts';
import { koladaKpi } from './kolada-kpi.ts';
import { koladaLong } from './kolada-long.ts';
import { koladaWide } from './kolada-wide.ts';
import type { Layout, Recognition } from './layout.ts';
import { nki } from './nki.ts';
import { osa } from './osa.ts';
import { plainLong } from './plain-long.ts';
import { plainWide } from './plain-wide.ts';
import { pxweb } from './pxweb.ts';
import { sickLeave } from './sick-leave.ts';

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
];

/** Below this a layout is not recognised at all. */
const SURE_ENOUGH = 0.5;

export type Recognised = Recognition & { readonly layout: Layout };

/** The layout that is surest of the table, or null when none is sure enough. */
export function recognise(table: Table): Recognised | null {
  const [best] = ranked(table);
  return best ?? null;
}

/** Every layout that is sure enough, the surest first. */
export const ranked = (table: Table): readonly Recognised[] =>
  LAYOUTS.map((layout) => ({ layout, ...layout.recognise(table) }))
    .filter((each) => each.sure >= SURE_ENOUGH)
    .sort((a, b) => b.sure - a.sure);
