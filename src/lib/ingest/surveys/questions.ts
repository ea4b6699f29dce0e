import type { Survey } from '#lib/domain/model.ts';
import { fold } from '../fold.ts';
import { remembered } from '../rows.ts';
import type { Steps } from './scales.ts';
import { serviceOf, surveyOfService } from './services.ts';
import type { Service } from './services.ts';

/*
 * What surveys of users ask, which answers are the share, and what Kolada calls it. There is no one
 * rule for "positive" (formats 7, from the texts of the nyckeltal): it belongs to the question.
 */

/** A share of the answers, with Kolada's code of it by verksamhet; `''` is the survey without any. */
export type Share = Steps & { readonly codes: Readonly<Partial<Record<Service | '', string>>> };

export type Question = {
  /** Null for one whose keeper has no limit of its own for small counts. */
  readonly survey: Survey | null;
  readonly asks: RegExp;
  /** One, or several that are counted from the same answers. */
  readonly shares: readonly Share[];
};

type Codes = Share['codes'];
const best = (codes: Codes): Share => ({ best: 1, from: 'most', codes });
const twoBest = (codes: Codes): Share => ({ best: 2, from: 'most', codes });
const least = (codes: Codes): Share => ({ best: 1, from: 'least', codes });

const ask =
  (survey: Survey | null) =>
  (asks: RegExp, ...shares: readonly Share[]): Question => ({ survey, asks, shares });

const LSS_SERVICES = [
  ...['gruppbostad', 'servicebostad', 'dagligVerksamhet'],
  ...['boendeSol', 'boendestod', 'sysselsattning', 'assistans'],
] as const satisfies readonly Service[];

/** Codes in the order of LSS_SERVICES, `-` where Kolada has none. */
function lssCodes(text: string): Codes {
  const codes: Partial<Record<Service, string>> = {};
  text.split(' ').forEach((code, at) => {
    if (code !== '-') codes[LSS_SERVICES[at]!] = code;
  });
  return codes;
}

/** SKR's survey of funktionshinder: the best answer alone (formats 3.4, 7). */
const lss = ask('lss');
const STAFF = '(?:personalen|assistenterna|boendestödjarna|boendestödjaren)';
const LSS: readonly Question[] = [
  lss(
    /^får du bestämma|bestämt.*assistenter/,
    best(lssCodes('U28518 U28525 U28532 U26413 U26420 U26427 U28616')),
  ),
  lss(/^får du den hjälp/, best(lssCodes('U28519 U28526 U28533 U26414 U26421 U26428 U28619'))),
  lss(
    new RegExp(`^bryr sig ${STAFF}`),
    best(lssCodes('U28520 U28527 U28534 U26415 U26422 U26429 U28622')),
  ),
  lss(
    new RegExp(`^pratar ${STAFF}`),
    best(lssCodes('U28521 U28528 U28535 U26416 U26423 U26430 U28625')),
  ),
  lss(
    new RegExp(`^förstår ${STAFF}`),
    best(lssCodes('U28641 U28644 U28658 U28649 U28652 U28655 U28628')),
  ),
  lss(/^känner du dig trygg/, best(lssCodes('U28522 U28529 U28536 U26417 U26424 U26431 U28631'))),
  // The good answer is Aldrig: U28523 and its like count those who never are afraid.
  lss(/^är du rädd/, least(lssCodes('U28523 U28530 U28537 U26418 - U26432 -'))),
  lss(/^vet du (?:vem|vart)/, best(lssCodes('U28560 U28571 U28562 U26436 U26437 U26439 U28637'))),
  // U28531 is of the staff of a servicebostad, and asked so.
  lss(/^trivs du med/, best(lssCodes('- U28531 - - U33967 - U28638'))),
  lss(/^trivs du/, best(lssCodes('U28524 - U28538 U26419 - U26433 -'))),
  lss(/^är .*viktig/, best(lssCodes('- - U28561 - - U26438 -'))),
];

/** Codes that Kolada counts on from the first of each verksamhet, in the order of the questions. */
const ifoCodes = (at: number): Codes => ({
  ifo: `U${30447 + at}`,
  ekonomisktBistand: `U${31500 + at}`,
  barnOchUnga: `U${33575 + at}`,
  vardnadshavare: `U${33589 + at}`,
  missbruk: `U${35538 + at}`,
});

/** SKR's survey of individ- och familjeomsorg: the two best (formats 3.5, 7). */
const IFO: readonly Question[] = [
  /(?:lätt|svårt).*kontakt/,
  /förstå.*information|information.*(?:förstå|tydlig)/,
  /förståelse/,
  /frågar .*synpunkter/,
  /påverka.*hjälp|hjälp.*påverka/,
  /sammantaget|helhet/,
  /situation.*(?:förändra|förbättra)/,
].map((asks, at) => ask('ifo')(asks, twoBest(ifoCodes(at))));

const aldreCodes = (hemtjanst: string, sarskiltBoende?: string): Codes =>
  sarskiltBoende === undefined ? { hemtjanst } : { hemtjanst, sarskiltBoende };

/** Socialstyrelsen's Vad tycker de äldre: the two best, where the nyckeltal does not say otherwise (formats 3.3, 7). */
const aldre = ask('aldre');
const ALDRE: readonly Question[] = [
  aldre(/sammantaget|som helhet/, twoBest(aldreCodes('U21468', 'U23471'))),
  // "alltid bra bemötande", and "alltid eller oftast".
  aldre(/bemöt/, best(aldreCodes('U21466', 'U23463')), twoBest(aldreCodes('U21504', 'U23520'))),
  // "mycket trygga", and "mycket eller ganska".
  aldre(/hur trygg/, best(aldreCodes('U21467', 'U23464')), twoBest(aldreCodes('U21505', 'U23521'))),
  aldre(/förtroende/, twoBest(aldreCodes('U21477', 'U23480'))),
  aldre(/tillräckligt med tid/, twoBest(aldreCodes('U21461', 'U23459'))),
  aldre(/påverka.*tid/, twoBest(aldreCodes('U21462', 'U23460'))),
  aldre(/hänsyn/, twoBest(aldreCodes('U21463', 'U23461'))),
  // The nyckeltal is the bad share: svåra besvär (U21478, U23481), svåra or lätta (U01421).
  aldre(/ensamhet/, best(aldreCodes('U21478', 'U23481')), twoBest(aldreCodes('U01421'))),
  aldre(/\bmaten\b/, twoBest({ sarskiltBoende: 'U23467' })),
  aldre(/aktiviteter/, twoBest({ sarskiltBoende: 'U23470' })),
];

/** SCB's medborgarundersökning from 2021: mycket and ganska bra (formats 3.6, 7). */
const MEDBORGARE: readonly Question[] = (
  [
    [/förskolan.*fungera/, 'N00530'],
    [/äldreomsorgen.*fungera/, 'N00533'],
    [/trygg.*mörkt/, 'N00610'],
    [/plats att bo/, 'N00667'],
    [/sköter sina/, 'N00668'],
    [/insyn och inflytande/, 'N00669'],
  ] as const
).map(([asks, code]) => ask(null)(asks, twoBest({ '': code })));

/** Placerade barn are not here: which of their answers count stands in texts that nobody has seen, so it is asked. */
const QUESTIONS = [...LSS, ...IFO, ...ALDRE, ...MEDBORGARE];

/** All codes that a survey may fill. */
export const SURVEY_CODES: readonly string[] = QUESTIONS.flatMap(({ shares }) =>
  shares.flatMap(({ codes }) => Object.values(codes)),
);

/** "3. Är du …", "Fråga 12: Är du …". */
const NUMBER = /^(?:fråga )?[a-z]?\d{1,2}[a-z]?[.:)–-]? /;

const wordsOf = (text: string) => fold(text).replace(NUMBER, '');

/** The question of a wording, among those of the verksamhet; null for one we have no rule for. */
export function questionOf(wording: string, service: Service | null): Question | null {
  const words = wordsOf(wording);
  const survey = service && surveyOfService(service);
  const isPlaced = service === 'placerade' || service === 'oppnaInsatser';
  if (isPlaced) return null;
  const found = QUESTIONS.filter(
    (one) => (survey === null || one.survey === survey) && one.asks.test(words),
  );
  // Of two surveys that ask alike nobody says which: then its rule is not known.
  const isOne = found.every((one) => one.survey === found[0]!.survey);
  return isOne ? (found[0] ?? null) : null;
}

/** What is asked about: as the file says, else as the question does. */
export const serviceIn = (service: string, question: string): Service | null =>
  serviceOf(service) ?? serviceOf(question);

/** Whose survey a figure is of, by what it is called; null when nobody can tell. */
export const surveyOfName = remembered((name): Survey | null => {
  const service = serviceOf(name);
  if (service) return surveyOfService(service);
  const wording = name.includes(': ') ? name.slice(name.indexOf(': ') + 2) : name;
  return questionOf(wording, null)?.survey ?? null;
});
