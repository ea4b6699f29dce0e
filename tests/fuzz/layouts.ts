import { hmeIndex, hmeQuestion } from './hme.ts';
import { koladaLong, koladaWide } from './kolada.ts';
import { nki } from './nki.ts';
import { osa } from './osa.ts';
import { plainLong } from './plain-long.ts';
import { plainWide } from './plain-wide.ts';
import { pxweb } from './pxweb.ts';
import type { Writer } from './sheet.ts';
import { sickLeave } from './sick-leave.ts';
import { surveyAggregate } from './survey.ts';

/** Every layout that known tables are written in; most as our own. A new one is a line here. */
export const WRITERS: readonly Writer[] = [
  plainLong,
  plainLong,
  plainLong,
  plainWide,
  koladaLong,
  koladaWide,
  hmeIndex,
  hmeQuestion,
  nki,
  osa,
  pxweb,
  sickLeave,
  surveyAggregate,
];
