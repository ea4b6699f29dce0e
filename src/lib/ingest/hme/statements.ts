import { fold } from '../fold.ts';
import { remembered } from '../rows.ts';

/*
 * Hållbart medarbetarengagemang, SKR's nine statements and what Kolada makes of them (U00200–U00203,
 * U00300–U00308). Kolada's figures are of the whole kommun; a unit's are never taken for them.
 */

const PARTS = {
  Motivationsindex: [
    'Mitt arbete känns meningsfullt',
    'Jag lär nytt och utvecklas i mitt dagliga arbete',
    'Jag ser fram emot att gå till arbetet',
  ],
  Ledarskapsindex: [
    'Min närmaste chef visar uppskattning för mina arbetsinsatser',
    'Min närmaste chef visar förtroende för mig som medarbetare',
    'Min närmaste chef ger mig förutsättningar att ta ansvar i mitt arbete',
  ],
  Styrningsindex: [
    'Jag är insatt i min arbetsplats mål',
    'Min arbetsplats mål följs upp och utvärderas på ett bra sätt',
    'Jag vet vad som förväntas av mig i mitt arbete',
  ],
} as const;

export type Index = 'Totalindex' | keyof typeof PARTS;

/** The statements each index is the mean of, as SKR words them. */
export const STATEMENTS: Readonly<Record<Index, readonly string[]>> = {
  Totalindex: Object.values(PARTS).flat(),
  ...PARTS,
};

export const INDEXES = Object.keys(STATEMENTS) as Index[];

const BY_SPELLING = new Map(STATEMENTS.Totalindex.map((one) => [fold(one), one]));

/** `1. `, `Fråga 3:`, and the full stop after a sentence, which are none of a statement. */
const AROUND = /^(?:(?:fråga|påstående) )?\d{1,2} ?[.:)–-]? ?|\.$/g;

/** SKR's wording of a statement that is one of the nine, whatever its number, case and blanks; else null. */
export const statementOf = remembered(
  (text): string | null => BY_SPELLING.get(fold(text).replace(AROUND, '')) ?? null,
);

const WORDS: readonly (readonly [Index, RegExp])[] = [
  ['Motivationsindex', /^motivation(?:sindex)?$/],
  ['Ledarskapsindex', /^ledarskap(?:sindex)?$/],
  ['Styrningsindex', /^styrning(?:sindex)?$/],
];
const TOTAL = /^(?:hme|hmeindex|totalindex)$/;
/** Words beside its name that say how an index is written, and not which one it is. */
const BESIDE =
  /^(?:hme|hmeindex|index|delindex|totalindex|totalt?|medel|medelvärde|snitt|genomsnitt|värde|resultat|0|1|5|100)$/;

/** The words of a heading: `HME-index (0–100)` is hme, index, 0, 100. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .replace(/hållbart medarbetarengagemang/g, 'hme')
    .split(/[^a-zåäö\d]+/)
    .filter((word) => word !== '');

/** Which of the four indexes a heading or a name means, or null. */
export const indexOf = remembered((text): Index | null => {
  const words = wordsOf(text);
  const rest = words.filter((word) => !BESIDE.test(word));
  if (rest.length > 1) return null;
  const [word] = rest;
  if (word !== undefined) return WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
  const isTotal = words.some((one) => TOTAL.test(one));
  const isTotalOfIndex = words.includes('index') && words.some((one) => /^totalt?$/.test(one));
  return isTotal || isTotalOfIndex ? 'Totalindex' : null;
});

const OF_QUESTIONS = new Set(['hme-question', 'hme-respondent', 'osa']);

/** What was asked, where a name of a file is that of a question and not of an index. */
export const questionIn = (layout: string, name: string): string | null =>
  OF_QUESTIONS.has(layout) && !Object.hasOwn(STATEMENTS, name) ? name : null;
