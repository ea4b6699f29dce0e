import { hmeIndex, hmeQuestion } from './hme.ts';
import { koladaLong, koladaWide } from './kolada.ts';
import { plainLong } from './plain-long.ts';
import type { Writer } from './sheet.ts';

/** Every layout that known tables are written in; most as our own. A new one is a line here. */
export const WRITERS: readonly Writer[] = [
  plainLong,
  plainLong,
  plainLong,
  koladaLong,
  koladaWide,
  hmeIndex,
  hmeQuestion,
];
