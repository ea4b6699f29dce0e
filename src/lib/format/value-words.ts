import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { subtract } from '#lib/domain/compare.ts';
import type { Met, Step } from '#lib/domain/model.ts';
import type { NotHeld, StatementOf } from '#lib/domain/statement.ts';
import { besideOf, byWords, noneWords, unitAgain, unitInText } from './amount-words.ts';
import { amountToken, clause, countToken, oneOf, sentence } from './draft-words.ts';
import type { Word, Worded } from './draft-words.ts';
import { occasionWord } from './labels.ts';
import { meanWords, subjectOf } from './subject.ts';
import { formatDay, formatMeasured, lowerFirst, monthWord } from './sv.ts';
import { targetIs, targetTokens } from './target-words.ts';
import { numberToken, say } from './token.ts';
import type { Tokens } from './token.ts';
import { decimalsOf, laterDecimalsOf, limitDecimalsOf } from './value.ts';
import { ofWords, whenWords } from './when.ts';

/* An indicator's value in words, and how it stands to its target. */

type Value = StatementOf<'value'>;

function measured({ measuredOn }: Value): string {
  if (measuredOn === null) return '';
  const day = formatMeasured(measuredOn);
  return ` (mätt ${day.startsWith('i ') ? day : `den ${day}`})`;
}

function doneWords(one: AssessedIndicator, { figure, period }: Value): Worded {
  const { thing } = subjectOf(one.indicator);
  const done = figure.value >= 1 ? 'klart' : 'inte klart';
  return sentence(say`${thing} redovisas som ${done} den ${formatDay(period.to)}`);
}

export const tellValue: Word<'value'> = (statement, assessed) => {
  const one = oneOf(assessed, statement.about);
  const { figure, form, period, isOld, isPreliminary } = statement;
  const { words, thing } = subjectOf(one.indicator);
  if (form === 'done') return doneWords(one, statement);
  const amount = amountToken(one, figure, form);
  if (isOld) {
    const verb = period.kind === 'until' ? 'gäller' : 'avser';
    return sentence(say`det senaste utfallet för ${thing}, ${amount}, ${verb} ${ofWords(period)}`);
  }
  const none = noneWords(figure.value, unitInText(one));
  if (none !== null && thing !== words)
    return sentence(say`${numberToken(figure, none)} redovisas för ${thing} ${whenWords(period)}`);
  const how = `${isPreliminary ? 'preliminärt ' : ''}${meanWords(one.indicator)}`;
  return sentence(say`${words} var ${how}${amount} ${whenWords(period)}${measured(statement)}`);
};

type NoValue = StatementOf<'no-value'>;

const HIDES: Readonly<Record<NonNullable<NoValue['hides']>, string>> = {
  answers: 'för få svar',
  persons: 'för få personer',
  either: 'för få svar eller personer',
};

type NoValueWords = (statement: NoValue, one: AssessedIndicator, assessed: Assessed) => Tokens;

/** A row for every reason there is; never a number, and never nought. */
const NO_VALUE: Readonly<Record<NoValue['why'], NoValueWords>> = {
  'no-value': (_, { indicator }) =>
    say`det finns ännu inget utfall för ${subjectOf(indicator).thing}`,
  'only-parts': (_, { indicator }) =>
    say`${subjectOf(indicator).thing} redovisas bara i delar, utan ett samlat utfall`,
  'measured-later': ({ next }, { indicator }) => {
    const when = next ? `först i ${occasionWord(next)}` : 'vid ett senare tillfälle';
    return say`${subjectOf(indicator).thing} redovisas ${when}`;
  },
  suppressed: ({ period, hides }, { indicator }) => {
    const { words, pronoun } = subjectOf(indicator);
    const when = period ? ` ${whenWords(period)}` : '';
    return say`${words}${when} visas inte, eftersom ${pronoun} bygger på ${HIDES[hides ?? 'either']}`;
  },
  'not-applicable': ({ period }, { indicator }) => {
    const when = period ? ` ${whenWords(period)}` : '';
    return say`det finns inget utfall för ${subjectOf(indicator).thing}${when}, eftersom måttet inte är tillämpligt`;
  },
  'in-words': (_, { indicator, comments }) => {
    const isTold = comments.some(({ body }) => body !== '');
    return say`${subjectOf(indicator).thing} redovisas i ord${isTold ? '' : ', men ännu finns inget svar'}`;
  },
};

export const tellNoValue: Word<'no-value'> = (statement, assessed) =>
  sentence(NO_VALUE[statement.why](statement, oneOf(assessed, statement.about), assessed));

// Against the target -----------------------------------------------------------------------------

const REACHES: Readonly<Record<Met, string>> = {
  met: ', som därmed nås',
  near: ', som därmed nästan nås',
  missed: ', som därmed inte nås',
};

/** Whether it is reached, in the words of the scale where those are others than of reaching a target. */
const reached = (met: Met, step: Step | null): string =>
  step === null || /målvärde/i.test(step.word.outcome)
    ? REACHES[met]
    : `: ${lowerFirst(step.word.outcome)}`;

type Against = StatementOf<'against-target'>;

const targetIn = (one: AssessedIndicator, { target, form }: Pick<Against, 'target' | 'form'>) =>
  targetTokens(one, target, decimalsOf(one), unitAgain(one, form));

/** On the limit, within the span, or level with a limit that is itself not enough. */
function onTarget(one: AssessedIndicator, statement: Against): Tokens {
  const { rule } = statement.target;
  const isSpan =
    (rule.kind === 'between' && rule.low < rule.high) || (rule.kind === 'hold' && rule.within > 0);
  const isStrict = 'isStrict' in rule && rule.isStrict;
  const level = isStrict ? 'lika med gränsen för' : 'lika med';
  return say`, ${isSpan ? 'inom' : level} ${targetIn(one, statement)}`;
}

/** "3 procentenheter under målspannet", "12 dagar längre än målvärdet". */
function offTarget(one: AssessedIndicator, statement: Against, limit: number): Tokens {
  const { distance, form, value, target } = statement;
  const decimals = { value: decimalsOf(one), limit: limitDecimalsOf(one) };
  const beside = besideOf(
    ...([one, form, distance] as const),
    { value, decimals: decimals.value },
    { value: limit, decimals: decimals.limit },
  );
  const isSpan = target.rule.kind === 'between' || target.rule.kind === 'hold';
  const side = distance.value > 0 ? 'över' : 'under';
  if (beside === 'same' || beside === 'nearly')
    return say`, strax ${side} ${targetIn(one, statement)}`;
  if (!isSpan) return say`, ${byWords(beside)} än ${targetIn(one, statement)}`;
  return beside.size
    ? say`, ${beside.size} ${side} ${targetIn(one, statement)}`
    : say`, ${side} ${targetIn(one, statement)}`;
}

/** "0,7 färre än de 53,7 som årets målvärde motsvarar till och med april". */
function soFar(one: AssessedIndicator, statement: Against): Tokens {
  const { part, distance, form, value, met } = statement;
  if (!part) return [];
  const decimals = limitDecimalsOf(one);
  const limit = amountToken(one, part.limit, 'amount', decimals, unitAgain(one, form));
  const beside = besideOf(
    ...([one, form, distance] as const),
    { value, decimals: decimalsOf(one) },
    { value: part.limit.value, decimals },
  );
  const than =
    beside === 'same'
      ? say`lika med`
      : beside === 'nearly'
        ? say`strax ${distance.value > 0 ? 'över' : 'under'}`
        : say`${byWords(beside)} än`;
  const ends = { met: 'nås', near: 'nästan nås', missed: 'inte nås' }[met];
  return say`, ${than} de ${limit} som årets målvärde motsvarar till och med ${monthWord(part.months)} och som därmed ${ends} så här långt`;
}

function doneAgainst({ target, met, isLate }: Against): Tokens {
  const { rule } = target;
  if (rule.kind !== 'done-by') return [];
  const on = formatDay(rule.on);
  if (isLate) return say`, efter måldagen den ${on}`;
  return met === 'met'
    ? say`, i tid till måldagen den ${on}`
    : say`, trots att måldagen var den ${on}`;
}

/** The edge that a distance is counted from. */
const edgeOf = ({ value, distance }: Against) => subtract(value, distance.value);

/** A year before that is to be bettered is no number of the target's: the change tells it. */
const betterAgainst = (one: AssessedIndicator, statement: Against): Tokens =>
  say`. ${capital(targetIn(one, statement))} ${statement.met === 'met' ? 'nås' : 'nås inte'}`;

const capital = (tokens: Tokens): Tokens => {
  const [first, ...rest] = tokens;
  return first ? [{ ...first, words: first.words.replace(/^m/, 'M') }, ...rest] : tokens;
};

export const tellAgainstTarget: Word<'against-target'> = (statement, assessed) => {
  const one = oneOf(assessed, statement.about);
  const { distance, part, met, step, isLate, target, form } = statement;
  if (form === 'done') return clause(doneAgainst(statement));
  if (target.rule.kind === 'better-than-previous') return clause(betterAgainst(one, statement));
  if (part) return clause(soFar(one, statement));
  const stands =
    distance.value === 0 ? onTarget(one, statement) : offTarget(one, statement, edgeOf(statement));
  return clause(
    isLate ? say`${stands}, men först efter den dagen` : say`${stands}${reached(met, step)}`,
  );
};

const placeWord = (isShared: boolean) => (isShared ? 'delad plats' : 'plats');

/** "plats 12 av 290 kommuner", "delad plats 2 av 7 i Liknande kommuner". */
export const rankTokens = ({
  rank,
  place,
  of,
}: Pick<StatementOf<'rank'>, 'rank' | 'place' | 'of'>): Tokens => {
  const among = rank.group === undefined ? ' kommuner' : ` i ${rank.group}`;
  return say`${placeWord(rank.ties > 0)} ${countToken(place)} av ${countToken(of)}${among}`;
};

export const tellPlaceAgainstTarget: Word<'place-against-target'> = (statement, assessed) => {
  const { distance, about, target, met, step } = statement;
  const one = oneOf(assessed, about);
  const to = targetTokens(one, target, 0, '');
  const places = { value: statement.rank.place, decimals: 0 };
  const goal = { value: statement.rank.place - distance.value, decimals: 0 };
  const beside = besideOf(one, 'place', distance, places, goal);
  const than = typeof beside === 'string' ? say`lika med` : say`${byWords(beside)} än`;
  return clause(say`. Det ger ${rankTokens(statement)}, ${than} ${to}${reached(met, step)}`);
};

// Not held against it ----------------------------------------------------------------------------

type NotHeldWords = (
  target: Tokens,
  statement: StatementOf<'not-held'>,
  assessed: Assessed,
) => Tokens;

const dayOf = ({ target }: StatementOf<'not-held'>) =>
  target && 'on' in target.rule ? formatDay(target.rule.on) : '';

const NOT_HELD: Readonly<Record<NotHeld, NotHeldWords>> = {
  'no-target': (_, __, { occasion }) => say`inget målvärde är satt för ${`${occasion.year}`}`,
  'part-year': (target) => say`${target} gäller hela året och bedöms vid årets slut`,
  'not-due-yet': (target) => say`${target} bedöms när den dagen har kommit`,
  'no-rank': (target) =>
    say`${target} kan inte bedömas: för få kommuner har utfall att jämföra med, eller måttet saknar riktning`,
  'no-base': () =>
    say`målet är en förändring i procent, och det går inte att räkna procent på basvärdet 0`,
  'no-previous': (target) =>
    say`${target} kan inte bedömas, eftersom det inte finns något jämförbart utfall från då`,
  'words-only': (_, { target }) =>
    say`målet är satt i ord: ${target?.rule.kind === 'text' ? target.rule.words.trim().replace(/\.$/, '') : ''}`,
  reference: (target) =>
    target.map((one) => ({ ...one, words: one.words.replace(/ på $/, ' är ') })),
  'not-by-day': (_, statement) =>
    say`det finns inget utfall som säger hur det stod den ${dayOf(statement)}, då målet skulle vara nått`,
};

export const tellNotHeld: Word<'not-held'> = (statement, assessed) => {
  const one = oneOf(assessed, statement.about);
  const { target, why } = statement;
  const words = target ? targetTokens(one, target, decimalsOf(one), unitInText(one)) : [];
  return sentence(NOT_HELD[why](words, statement, assessed));
};

export const tellLaterTarget: Word<'later-target'> = ({ about, target }, assessed) => {
  const one = oneOf(assessed, about);
  const words = targetTokens(one, target, laterDecimalsOf(one, target), unitInText(one));
  return sentence(targetIs(target, words));
};
