import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { Figure } from '#lib/domain/bound.ts';
import { compare } from '#lib/domain/compare.ts';
import { roundTo } from '#lib/domain/shown-decimals.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import type { Named, ValueForm } from '#lib/domain/statement.ts';
import type { Trend } from '#lib/domain/trend.ts';
import type { NotComparable } from '#lib/domain/series.ts';
import { besideOf, byWords, noneWords, unitAgain, unitInText, waysOf } from './amount-words.ts';
import { amountToken, countToken, itWord, oneOf, quotedReason, sentence } from './draft-words.ts';
import type { Word } from './draft-words.ts';
import { fewPointsWords } from './few-answers.ts';
import { SEX, stateWord } from './labels.ts';
import { placeWord } from './place.ts';
import { QUARTER_WORDS } from './ranking.ts';
import { isVerb } from './step-words.ts';
import { subjectOf } from './subject.ts';
import { formatNumber, formatPeriod, lowerFirst } from './sv.ts';
import { joinTokens, numberToken, say } from './token.ts';
import type { Tokens } from './token.ts';
import { decimalsOf } from './value.ts';
import { rankTokens } from './value-words.ts';
import { beforeWords, comparedWords, whenWords } from './when.ts';

/* What stands beside an indicator's value, in words. */

const TREND: Readonly<Record<Trend, string>> = {
  improved: ', vilket är en förbättring',
  worsened: ', vilket är en försämring',
  unchanged: '',
};

/** "då den var 81 dagar", "då antalet var 372"; "det" of what has just been called utfallet. */
function thenWords(one: AssessedIndicator, previous: Figure, form: ValueForm, it: string): Tokens {
  const { again } = subjectOf(one.indicator);
  const then = it === 'utfallet' && again === 'den' ? 'det' : again;
  const amount = amountToken(one, previous, form, decimalsOf(one), unitAgain(one, form));
  return say`då ${then} var ${amount}`;
}

export const tellChange: Word<'change'> = (statement, assessed, prior) => {
  const one = oneOf(assessed, statement.about);
  const { change, previous, value, form, period, before, trend } = statement;
  const decimals = decimalsOf(one);
  const now = { value, decimals };
  const beside = besideOf(one, form, change, now, { value: previous.value, decimals });
  const than = beforeWords(before, period);
  const compared = comparedWords(before, period);
  if (beside === 'same')
    return sentence(say`${itWord(prior)} är oförändrat jämfört med ${compared}`);
  if (beside === 'nearly')
    return sentence(say`${itWord(prior)} är nästan oförändrat jämfört med ${compared}`);
  const then = thenWords(one, previous, form, itWord(prior));
  return sentence(
    say`${itWord(prior)} är ${byWords(beside)} än ${than}, ${then}${trend ? TREND[trend] : ''}`,
  );
};

const NOT_COMPARABLE: Readonly<Record<NotComparable, string>> = {
  'other-window': '; mätperioderna skiljer sig åt, så utfallen kan inte jämföras rakt av',
  'window-not-stated': '; mätperioden kan skilja sig åt',
  break: '; mätningen har ändrats sedan dess, så utfallen kan inte jämföras rakt av',
};

export const tellEarlierValue: Word<'earlier-value'> = (statement, assessed) => {
  const one = oneOf(assessed, statement.about);
  const { figure, form, period, why } = statement;
  const { again } = subjectOf(one.indicator);
  const amount = amountToken(one, figure, form);
  if (why === null)
    return sentence(say`det senaste utfallet dessförinnan var ${amount}, ${whenWords(period)}`);
  return sentence(say`${whenWords(period)} var ${again} ${amount}${NOT_COMPARABLE[why]}`);
};

const PLANNED = { budget: 'budgeten', prognos: 'prognosen' } as const;

export const tellPlanned: Word<'planned'> = (statement, assessed, prior) => {
  const one = oneOf(assessed, statement.about);
  const { of, figure, difference, value, period } = statement;
  const { decimals } = one.indicator;
  const unit = difference ? unitAgain(one, 'amount') : unitInText(one);
  const amount = amountToken(one, figure, 'amount', decimals, unit);
  if (!difference || value === null) {
    const whole = period.kind === 'year' ? `hela ${formatPeriod(period)}` : formatPeriod(period);
    return sentence(say`${PLANNED[of]} för ${whole} är ${amount}`);
  }
  const beside = besideOf(
    ...([one, 'amount', difference] as const),
    { value, decimals: decimalsOf(one) },
    { value: figure.value, decimals },
  );
  if (beside === 'same')
    return sentence(say`${itWord(prior)} är lika med ${PLANNED[of]} för perioden`);
  if (beside === 'nearly')
    return sentence(say`${itWord(prior)} är nästan lika med ${PLANNED[of]} för perioden`);
  return sentence(say`${itWord(prior)} är ${byWords(beside)} än ${PLANNED[of]} på ${amount}`);
};

export const tellRank: Word<'rank'> = (statement) => {
  const { quarter } = statement;
  const among = quarter === null || quarter === 'middle' ? '' : `, ${QUARTER_WORDS[quarter]}`;
  return sentence(say`utfallet ger ${rankTokens(statement)}${among}`);
};

const nameOf = (places: readonly Place[], id: number): string => {
  const place = places.find((one) => one.id === id);
  if (!place) return 'en annan plats';
  return place.kind === 'riket' ? 'riket' : placeWord(place);
};

/** "31 procent i riket och 29 procent i Södermanlands län". */
export const tellOthers: Word<'others'> = ({ others, about }, assessed) => {
  const one = oneOf(assessed, about);
  const told = others.map(
    ({ place, figure }) => say`${amountToken(one, figure)} i ${nameOf(assessed.places, place)}`,
  );
  return sentence(say`motsvarande utfall var ${joinTokens(told)}`);
};

/** Equal as they are printed: then there is nothing that a reader sees. */
const looksSame = (a: Figure, b: Figure, decimals: number) =>
  compare(roundTo(a.value, decimals), roundTo(b.value, decimals)) === 0;

/** Those who are women and men themselves, and not girls, boys or what somebody has. */
const PEOPLE: ReadonlySet<string> = new Set(
  'personer anställda årsarbetare medarbetare brukare deltagare'.split(' '),
);

export const tellSexes: Word<'sexes'> = ({ about, women, men, difference, whole }, assessed) => {
  const one = oneOf(assessed, about);
  const decimals = decimalsOf(one);
  const bare = (figure: Figure) => numberToken(figure, formatNumber(figure.value, decimals));
  if (whole && PEOPLE.has(one.measure.unit)) {
    if (men.value === 0) return sentence(say`alla ${bare(whole)} var kvinnor`);
    if (women.value === 0) return sentence(say`alla ${bare(whole)} var män`);
    return sentence(say`av de ${bare(whole)} var ${bare(women)} kvinnor och ${bare(men)} män`);
  }
  if (looksSame(women, men, decimals)) return null;
  const beside = besideOf(
    ...([one, 'amount', difference] as const),
    { value: women.value, decimals },
    { value: men.value, decimals },
  );
  const size = typeof beside === 'string' ? null : beside.size;
  const by = size ? say`, en skillnad på ${size}` : '';
  return sentence(
    say`för kvinnor var utfallet ${amountToken(one, women)} och för män ${amountToken(one, men)}${by}`,
  );
};

/** What is most and least of it, and what is said to be so. */
const EXTREMES: Readonly<Record<string, readonly [string, string, string | null]>> = {
  högre: ['högst', 'lägst', null],
  fler: ['störst', 'minst', 'antalet'],
  längre: ['längst', 'kortast', null],
};

const unitsNamed = (places: readonly Place[], units: readonly Named[]) =>
  units.map(({ place }) => nameOf(places, place)).join(' och ');

export const tellUnits: Word<'units'> = ({ about, highest, lowest }, assessed) => {
  const one = oneOf(assessed, about);
  const [top, bottom] = [highest[0], lowest[0]];
  if (!top || !bottom || looksSame(top.figure, bottom.figure, decimalsOf(one))) return null;
  const [most, least, what] = EXTREMES[waysOf(one, 'amount').more] ?? ['högst', 'lägst', null];
  const said = what ?? subjectOf(one.indicator).again;
  const named = (units: readonly Named[], figure: Figure) => {
    const none = noneWords(figure.value, unitInText(one));
    const amount = none === null ? amountToken(one, figure) : numberToken(figure, none);
    return say`för ${unitsNamed(assessed.places, units)} (${amount})`;
  };
  return sentence(
    say`${most} var ${said} ${named(highest, top.figure)} och ${least} ${named(lowest, bottom.figure)}`,
  );
};

/** "Ålder=50 år eller äldre" → "50 år eller äldre": as the data has it, since it may be a name. */
const partNames = (breakdown: string): readonly string[] =>
  breakdown === ''
    ? []
    : breakdown.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());

/** "kvinnor 54, män 61", "50 år eller äldre 7,9 procent". */
export const tellParts: Word<'parts'> = ({ about, parts, period, more }, assessed) => {
  const one = oneOf(assessed, about);
  const told = parts.map(({ observation: { sex, breakdown }, figure }) => {
    const names = [...partNames(breakdown), ...(sex === 'T' ? [] : [lowerFirst(SEX[sex])])];
    return say`${amountToken(one, figure)} för ${names.join(', ')}`;
  });
  const rest = more.value === 0 ? [] : [say`${countToken(more)} delar till`];
  const { words } = subjectOf(one.indicator);
  return sentence(
    say`${whenWords(period)} var ${words} ${joinTokens([...told, ...rest])}; ett samlat utfall finns inte`,
  );
};

export const tellAnswers: Word<'answers'> = ({ answers, asked, rate, oneMoves }) => {
  const of = asked && rate ? rateWords(asked, rate) : '';
  const moves = oneMoves
    ? say`, så ett svar flyttar andelen ${numberToken(oneMoves, fewPointsWords(oneMoves.value))}`
    : '';
  return sentence(say`utfallet bygger på ${countToken(answers)} svar${of}${moves}`);
};

const rateWords = (asked: Figure, rate: Figure): Tokens =>
  say` från ${countToken(asked)} tillfrågade (${numberToken(rate, `${formatNumber(rate.value, 0)}\u00a0procent`)})`;

export const tellIncomplete: Word<'incomplete'> = ({ missing, of }) =>
  sentence(say`i utfallet saknas ${countToken(missing)} av ${countToken(of)} delar`);

/** What people say, beside or against what the rule does. */
export const tellJudged: Word<'judged'> = ({ state, side, trend, reason }, { later }) => {
  const word = lowerFirst(stateWord(state, later));
  const said = isVerb(word) ? `indikatorn ${word}` : `bedömningen är ”${word}”`;
  const against =
    side === null
      ? ''
      : `, ${side === 'better' ? 'bättre' : 'sämre'} än utfallet mot målvärdet ger`;
  const way = trend === null ? '' : `, med trenden ”${trend.trim()}”`;
  const why =
    reason === null
      ? side === null
        ? ''
        : '. Skäl saknas'
      : `. Skälet är: ${quotedReason(reason)}`;
  return sentence(say`${said}${way}${against}${why}`);
};
