import { fold } from '../fold.ts';
import { remembered } from '../rows.ts';

/*
 * SKR's Insikt: what enterprises think of the kommun's exercise of authority, an index 0–100 for each
 * area and for all of them. Today's total is U07453; U07451 is the old definition, to 2024.
 */

const TOTAL = 'U07453';

const AREAS: readonly (readonly [string, RegExp])[] = [
  [TOTAL, /^(?:totalt?|samtliga|alla)(?: (?:myndighets)?områden)?$/],
  ['U07446', /^brand(?:skydd|tillsyn)?$/],
  ['U07447', /^bygg(?:lov)?$/],
  ['U07448', /^mark(?:upplåtelse)?$/],
  ['U07449', /^miljö(?:- ?(?:och|&) hälsoskydd|- och hälsa|- ?& hälsa|tillsyn)?$/],
  ['U07450', /^servering(?:stillstånd)?$|^alkohol(?:tillstånd)?$/],
  ['U07455', /^livsmedel(?:skontroll)?$/],
  ['U07459', /^upphandling$/],
];

const AROUND = /^(?:nki|insikt)[ :,–-]*|[ :,–-]*(?:nki|index)$|^\d+[.)] /g;

/** Kolada's id of an area, or null. */
export const areaOf = remembered((text): string | null => {
  const name = fold(text).replace(AROUND, '');
  return AREAS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
});

/** An index is given from so many answers on (Kolada's texts on U07453 and U07455). */
export const fewestOf = (kpi: string): number => (kpi === TOTAL ? 20 : 10);
