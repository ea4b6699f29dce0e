import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Better, Colour, Met, Occasion, Phase, Sex } from '#lib/domain/model.ts';
import type { NotAStep } from '#lib/domain/judgement.ts';
import type { ObservationState } from '#lib/domain/observation.ts';
import type { NotComparable } from '#lib/domain/series.ts';
import type { State } from '#lib/domain/state.ts';
import type { TallyPart } from '#lib/domain/tally.ts';
import type { Unknown } from '#lib/domain/target.ts';
import type { Trend } from '#lib/domain/trend.ts';
import { lowerFirst } from './sv.ts';

/** The colour as the papers say it: "grönt". */
export const COLOUR: Readonly<Record<Colour, string>> = {
  green: 'grönt',
  lightgreen: 'ljusgrönt',
  yellow: 'gult',
  orange: 'orange',
  red: 'rött',
  none: 'utan färg',
};

/** What a verdict is called where a plan has no scale of its own for it. */
export const VERDICT: Readonly<Record<Met, string>> = {
  met: 'når målvärdet',
  near: 'nära målvärdet',
  missed: 'når inte målvärdet',
};

export const NOT_A_STEP: Readonly<
  Record<NotAStep, { readonly one: string; readonly many: string }>
> = {
  ej_bedomt: { one: 'Ej bedömt', many: 'ej bedömda' },
  mats_senare: { one: 'Mäts senare', many: 'mäts senare' },
  ej_utvarderad: { one: 'Ej utvärderat', many: 'ej utvärderade' },
};

/** Why an indicator has no verdict, short enough for a table. */
export const UNKNOWN: Readonly<Record<Unknown, string>> = {
  'no-value': 'Värde saknas',
  'only-parts': 'Redovisas i delar',
  'not-fresh': 'Äldre värde',
  'no-target': 'Målvärde saknas',
  'not-compared': 'Utan målvärde',
  'measured-later': 'Mäts senare',
  suppressed: 'Uppgift skyddad',
  'not-applicable': 'Ej tillämpligt',
  'part-year': 'Bedöms vid årets slut',
  'not-due-yet': 'Bedöms senare',
  'no-rank': 'Placering saknas',
  'no-base': 'Basvärde saknas',
  'no-previous': 'Värde året före saknas',
  'words-only': 'Mål i ord',
  reference: 'Utan målvärde',
};

/** Why a number is not told: it rests on too few, or hides another that does; or it would do so beside what was decided. */
export const HIDDEN_WHY = {
  few: 'Uppgiften är skyddad eftersom den bygger på för få svar eller personer.',
  decided:
    'Uppgiften är skyddad: bredvid en version som nämnden har beslutat skulle den röja ett värde som bygger på för få svar.',
} as const;

/** The same, as a sentence that says what it means. */
export const UNKNOWN_WHY: Readonly<Record<Unknown, string>> = {
  'no-value':
    'Inget värde som räknas vid tillfället är inläst: det som gäller efter brytdagen räknas inte. Det blir varken noll eller rött.',
  'only-parts': 'Måttet redovisas bara i delar, utan ett samlat värde.',
  'not-fresh': 'Det senaste värdet är för gammalt för att säga något om tillfället.',
  'no-target': 'Inget målvärde är satt för året, så värdet får ingen färg.',
  'not-compared': 'Måttet följs utan målvärde och får därför ingen färg.',
  'measured-later': 'Måttet redovisas först vid ett senare tillfälle.',
  suppressed: HIDDEN_WHY.few,
  'not-applicable': 'Måttet är inte tillämpligt här.',
  'part-year': 'Målvärdet gäller hela året, och antalet hittills bedöms vid årets slut.',
  'not-due-yet': 'Målet bedöms när dagen för det har kommit.',
  'no-rank': 'Placeringen går inte att räkna ut: måttet saknar riktning eller för få har värden.',
  'no-base':
    'Målvärdet är en förändring i procent, och det går inte att räkna procent på basvärdet 0.',
  'no-previous':
    'Målet är att bli bättre än året före, och det finns inget jämförbart värde från då.',
  'words-only': 'Målet är satt i ord och bedöms inte av någon regel.',
  reference: 'Budgeten visas bredvid och ger ingen färg.',
};

export const NOT_COMPARABLE: Readonly<Record<NotComparable, string>> = {
  'other-window': 'Mätperioden skiljer sig, så skillnaden räknas inte ut.',
  'window-not-stated': 'Mätperioden anges inte i källan, så skillnaden räknas inte ut.',
  break: 'Mätningen har ändrats däremellan, så skillnaden räknas inte ut.',
};

/** Which way it goes, apart from the colour. */
export const TREND: Readonly<Record<Trend, string>> = {
  improved: 'förbättring',
  worsened: 'försämring',
  unchanged: 'oförändrat',
};

/** The same, under the value in a table. */
export const NOT_COMPARABLE_SHORT: Readonly<Record<NotComparable, string>> = {
  'other-window': 'annan mätperiod',
  'window-not-stated': 'mätperioden anges inte',
  break: 'ny mätning sedan dess',
};

export const BETTER: Readonly<Record<Better, string | null>> = {
  higher: 'Högre är bättre',
  lower: 'Lägre är bättre',
  inside: 'Bäst inom ett spann',
  none: null,
};

export const SEX: Readonly<Record<Sex, string>> = {
  T: 'Totalt',
  K: 'Kvinnor',
  M: 'Män',
  A: 'Annat',
};

/** What stands where a number would. */
export const NO_NUMBER: Readonly<Record<Exclude<ObservationState, 'value'>, string>> = {
  missing: 'saknas',
  suppressed: 'skyddad',
  not_applicable: 'ej tillämpligt',
  not_collected: 'ej insamlat',
};

export const PHASE: Readonly<Record<Phase, string>> = {
  oppet: 'Öppet, arbetsmaterial',
  publicerat: 'Publicerat',
  last: 'Låst, godkänt av nämnden',
};

/** Kinds of occasion as one speaks of them; any other by its own title. */
const OCCASIONS: Readonly<Record<string, string>> = {
  ar: 'årsredovisningen',
  delar: 'delårsrapporten',
  t1: 'tertialrapport 1',
  t2: 'tertialrapport 2',
};

/** "årsredovisningen 2023", for the middle of a sentence. */
export const occasionWord = (occasion: Pick<Occasion, 'kind' | 'title' | 'year'>): string => {
  const word = OCCASIONS[occasion.kind];
  return word ? `${word} ${occasion.year}` : lowerFirst(occasion.title);
};

/** The word of a state in full: "Bedöms delvis uppnås", "Ej bedömt", "Mäts till årsredovisningen 2023". */
export function stateWord(state: State, later: readonly Occasion[]): string {
  if (state.kind === 'step') return state.step.word[state.aspect];
  const to = later.find((one) => state.kind === 'mats_senare' && one.id === state.to);
  return to ? `Mäts till ${occasionWord(to)}` : NOT_A_STEP[state.kind].one;
}

/** "1 uppnås", "31 ej bedömda". */
export function tallyWord(part: TallyPart): string {
  if (part.kind === 'step') return `${part.count}\u00a0${part.step.short}`;
  const words = NOT_A_STEP[part.kind];
  return `${part.count}\u00a0${part.count === 1 ? lowerFirst(words.one) : words.many}`;
}

/** The same of indicators: a count that is measured now and judged later is no measure to come. */
export const indicatorTallyWord = (part: TallyPart): string =>
  part.kind === 'mats_senare' ? `${part.count}\u00a0bedöms senare` : tallyWord(part);

/** How a text of ours says where it comes from. */
export const sourceWord = (source: string): string => `sammanfattat ur handlingarna, ${source}`;

/** What is said of an indicator that a rule judges: its step, or why there is none. */
export const verdictWord = ({
  verdict,
  step,
}: Pick<AssessedIndicator, 'verdict' | 'step'>): string =>
  step?.word.outcome ?? (verdict.verdict === 'unknown' ? UNKNOWN[verdict.why] : 'Utan färg');
