import { fold } from '../fold.ts';

/*
 * The scales that surveys of users are answered on, each from most to least, with the spellings of a
 * step after one another (formats 7). A question says how many steps of which end are its share.
 */

const SCALES: readonly (readonly string[])[] = [
  // SKR, funktionshinder.
  ['ja', 'ibland|ja, ibland', 'nej'],
  ['alla|ja, alla', 'några|ja, några', 'ingen|nej, ingen'],
  ['ofta|ja, ofta', 'ibland|ja, ibland', 'aldrig|nej, aldrig'],
  ['ja, alltid|alltid', 'ja, ibland|ibland', 'nej, aldrig|aldrig'],
  // Socialstyrelsen, Vad tycker de äldre; the scales of satisfaction are those of SKR's IFO too.
  [
    'mycket nöjd',
    'ganska nöjd',
    'varken nöjd eller missnöjd|varken eller',
    'ganska missnöjd',
    'mycket missnöjd',
  ],
  [
    'mycket bra',
    'ganska bra',
    'varken bra eller dåligt|varken bra eller dålig|varken eller',
    'ganska dåligt|ganska dålig',
    'mycket dåligt|mycket dålig',
  ],
  [
    'mycket tryggt|mycket trygg',
    'ganska tryggt|ganska trygg',
    'varken tryggt eller otryggt|varken trygg eller otrygg|varken eller',
    'ganska otryggt|ganska otrygg',
    'mycket otryggt|mycket otrygg',
  ],
  [
    'ja, alltid|alltid',
    'oftast|ja, oftast|ofta|ja, ofta',
    'ibland|ja, ibland',
    'sällan|nej, sällan',
    'aldrig|nej, aldrig',
  ],
  [
    'ja, för alla|ja, för alla i personalen|för alla|ja, alla|alla',
    'ja, för flertalet|ja, för flertalet i personalen|för flertalet|ja, flertalet|flertalet',
    'ja, för några|ja, för några i personalen|för några|ja, några|några',
    'nej, inte för någon|nej, inte för någon i personalen|inte för någon|nej, ingen|ingen',
  ],
  [
    'ja, svåra besvär|svåra besvär',
    'ja, lätta besvär|lätta besvär',
    'nej, inga besvär|nej|inga besvär',
  ],
  ['ja, ofta', 'ja, då och då', 'nej'],
  // SKR, individ- och familjeomsorg.
  [
    'mycket lätt',
    'ganska lätt',
    'varken lätt eller svårt|varken eller',
    'ganska svårt',
    'mycket svårt',
  ],
  ['mycket stor', 'ganska stor', 'ganska liten', 'mycket liten|ingen'],
  [
    'mycket|ja, mycket',
    'ganska mycket|ja, ganska mycket',
    'ganska lite',
    'inte alls|nej, inte alls',
  ],
  [
    'förbättrats mycket|mycket förbättrad',
    'förbättrats lite|förbättrats något|lite förbättrad',
    'ingen förändring|inte förändrats|ingen skillnad|oförändrad|varken eller',
    'försämrats lite|försämrats något|lite försämrad',
    'försämrats mycket|mycket försämrad',
  ],
  // SKR, placerade barn.
  ['ja, ofta', 'ja, ibland', 'nej, sällan', 'nej, aldrig'],
  // SCB, medborgarundersökningen.
  ['mycket bra', 'ganska bra', 'inte särskilt bra', 'inte alls bra'],
  [
    'mycket trygg|mycket tryggt',
    'ganska trygg|ganska tryggt',
    'inte särskilt trygg|inte särskilt tryggt',
    'inte alls trygg|inte alls tryggt',
  ],
];

type Scale = readonly ReadonlySet<string>[];

const ALL: readonly Scale[] = SCALES.map((steps) => steps.map((one) => new Set(one.split('|'))));
const KNOWN = new Set(ALL.flatMap((steps) => steps.flatMap((step) => [...step])));

/** "1. Ja" and "Ja." are Ja. */
export const optionWord = (text: string): string =>
  fold(text)
    .replace(/^\d{1,2}[.)] ?/, '')
    .replace(/\.$/, '')
    .replace(/^(ja|nej) (?=\S)/, '$1, ');

/** Said to be in no share: who does not know, has no view or did not answer (formats 7). */
const NO_VIEW =
  /^(?:vet (?:ej|inte)|(?:har )?ingen åsikt|ingen uppfattning|(?:vill|kan) (?:ej|inte) svara|(?:ej|inget|inte) svar|ej besvarad|obesvarad|(?:ej|inte) aktuellt)/;

export const hasNoView = (option: string): boolean => NO_VIEW.test(optionWord(option));

/** A word that some scale has, or that stands beside them. */
export const isOption = (text: string): boolean => KNOWN.has(optionWord(text)) || hasNoView(text);

export type Steps = { readonly best: 1 | 2; readonly from: 'most' | 'least' };

const stepOf = (scale: Scale, option: string) =>
  scale.findIndex((step) => step.has(optionWord(option)));

const fits = (scale: Scale, options: readonly string[]) =>
  options.every((option) => stepOf(scale, option) >= 0);

/**
 * The steps that options stand on, when they are all of one scale; the shortest where they are of
 * several, for a scale is rarely given without its middle. Null when they are of none.
 */
export function scaleOf(options: readonly string[]): Scale | null {
  const [scale] = ALL.filter((one) => fits(one, options)).toSorted((a, b) => a.length - b.length);
  return scale ?? null;
}

/** A word of the steps that make a share. */
export const firstWord = (scale: Scale, { from }: Steps): string =>
  [...scale.at(from === 'most' ? 0 : -1)!][0]!;

/** Whether an option is among the steps that make a share. */
export function isAmong(scale: Scale, { best, from }: Steps, option: string): boolean {
  const at = stepOf(scale, option);
  return from === 'most' ? at < best : at >= scale.length - best;
}
