import type { Assessed } from '#lib/domain/assess-all.ts';
import { activityOf, goalOf, indicatorOf } from '#lib/domain/assessed-of.ts';
import { aFigure } from '#lib/domain/bound.ts';
import type { About } from '#lib/domain/bound.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { NotAStep } from '#lib/domain/judgement.ts';
import type { Lifecycle } from '#lib/domain/lifecycle.ts';
import type { Level } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import type { StatementOf } from '#lib/domain/statement.ts';
import type { Tally, TallyPart } from '#lib/domain/tally.ts';
import { countToken, quotedReason, sentence } from './draft-words.ts';
import type { Word, Worded } from './draft-words.ts';
import { occasionWord, stateWord } from './labels.ts';
import { agreeing } from './noun.ts';
import type { Pronoun } from './noun.ts';
import { paperDateWords } from './paper-date.ts';
import { levelWord, subjectOf } from './subject.ts';
import { formatNumber, lowerFirst } from './sv.ts';
import { joinTokens, numberToken, say, upperFirstToken } from './token.ts';
import type { Token, Tokens } from './token.ts';

/* Goals, activities and what many of them come to, in words. */

function levelOf({ levels }: Assessed, id: number): Level {
  const level = levels.find((one) => one.id === id);
  invariant(level, `level ${id} is in the tree`);
  return level;
}

/** "bedöms delvis uppnås", of a step that is said so. */
const isVerb = (word: string) => /^(?:bedöms|når|uppnås|uppfylls|pågår|nås)\b/i.test(word);

/** "Målet uppfylls i år", of a step that is a whole sentence. */
const isWhole = (word: string) =>
  /^\p{L}+(?:et|en|n) \p{Ll}+/u.test(word) &&
  /^(?:målet|uppdraget|aktiviteten|insatsen)\b/i.test(word);

const reasonWords = (reason: string | null, without: string): string =>
  reason === null ? without : `. Skälet är: ${quotedReason(reason)}`;

type StateStatement = StatementOf<'state'>;

function stepWords({ state, forecast }: StateStatement, word: string, thing: string): Tokens {
  const horizon = forecast ? ` till ${occasionWord(forecast)}` : '';
  const isRule = state.kind === 'step' && state.by === 'rule';
  const by = isRule ? ', beräknat ur underlaget' : '';
  if (isVerb(word)) return say`${thing} ${lowerFirst(word)}${horizon}${by}`;
  if (isWhole(word)) return say`${word}${by}`;
  const what = forecast ? `prognosen${horizon}` : 'bedömningen';
  return say`${what} är ”${lowerFirst(word)}”${by}`;
}

export const stateWords: Word<'state'> = (statement, assessed) => {
  const { state, reason, level } = statement;
  const { words, pronoun } = levelWord(levelOf(assessed, level));
  const judged = agreeing(pronoun, { den: 'bedömd', det: 'bedömt' });
  if (state.kind === 'ej_bedomt') return sentence(say`${words} är ännu inte ${judged}`);
  if (state.kind === 'ej_utvarderad')
    return sentence(
      say`${words} har inte utvärderats${reasonWords(reason, ', och skäl saknas i handlingen')}`,
    );
  const word = stateWord(state, assessed.later);
  if (state.kind === 'mats_senare') return sentence(say`${words} ${lowerFirst(word)}`);
  return sentence(stepWords(statement, word, words));
};

export const ceilingWords: Word<'ceiling'> = ({ step, words, isOver, reason }) => {
  const word = lowerFirst(step.word.outcome);
  const why = quotedReason(words);
  if (!isOver) return sentence(say`som mest kan bedömningen bli ”${word}”: ${why}`);
  const over = reasonWords(reason, '. Nämnden går över det, och skäl saknas');
  return sentence(say`enligt underlaget kan bedömningen som mest bli ”${word}”: ${why}${over}`);
};

const SIDE = { better: 'bättre', worse: 'sämre' } as const;

export const againstSuggestionWords: Word<'against-suggestion'> = (statement) => {
  const { side, step, state, reason } = statement;
  const suggested = step ? ` ”${lowerFirst(step.word[state.aspect])}”` : '';
  return sentence(
    say`bedömningen är ${SIDE[side]} än underlaget talar för${suggested && `,${suggested}`}${reasonWords(reason, '. Skäl saknas')}`,
  );
};

export const againstMeasuresWords: Word<'against-measures'> = ({ side, count }) => {
  const one = count.value === 1;
  if (side === 'better')
    return sentence(
      say`bedömningen är den bästa trots att ${countToken(count)} ${one ? 'indikator' : 'indikatorer'} inte når målvärdet`,
    );
  return sentence(
    say`bedömningen är den sämsta trots att ${one ? 'den enda indikatorn' : say`alla ${countToken(count)} indikatorer`} når målvärdet`,
  );
};

export const coverageWords: Word<'coverage'> = ({ known, of, later }) => {
  const rest = later.value === 0 ? '' : say`, och ${countToken(later)} mäts senare`;
  return sentence(say`bedömningen vilar på ${countToken(known)} av ${countToken(of)} delar${rest}`);
};

export const earlierStateWords: Word<'earlier-state'> = ({ occasion, state }, { later }) =>
  sentence(
    say`i ${occasionWord(occasion)} var bedömningen ”${lowerFirst(stateWord(state, later))}”`,
  );

export const changedAtMeetingWords: Word<'changed-at-meeting'> = ({ sent }, { later }) =>
  sentence(
    say`bedömningen ändrades vid sammanträdet; i utskicket var den ”${lowerFirst(stateWord(sent, later))}”`,
  );

// Activities -------------------------------------------------------------------------------------

const LIFECYCLE: Readonly<Record<Lifecycle, (pronoun: Pronoun) => string>> = {
  planned: (it) => `är inte ${agreeing(it, { den: 'påbörjad', det: 'påbörjat' })}`,
  under_way: () => 'pågår',
  done: (it) => `är ${agreeing(it, { den: 'klar', det: 'klart' })}`,
  paused: (it) => `är ${agreeing(it, { den: 'pausad', det: 'pausat' })}`,
  cancelled: (it) => `är ${agreeing(it, { den: 'avbruten', det: 'avbrutet' })}`,
};

export const lifecycleWords: Word<'lifecycle'> = ({ level, lifecycle }, assessed) => {
  const { words, pronoun } = levelWord(levelOf(assessed, level));
  return sentence(say`${words} ${LIFECYCLE[lifecycle](pronoun)}`);
};

export const lateWords: Word<'late'> = ({ level, late, date }, assessed) => {
  const { words, pronoun } = levelWord(levelOf(assessed, level));
  const told = agreeing(pronoun, { den: 'redovisad', det: 'redovisat' });
  const done = `${told} som ${agreeing(pronoun, { den: 'klar', det: 'klart' })}`;
  const begun = `${told} som ${agreeing(pronoun, { den: 'påbörjad', det: 'påbörjat' })}`;
  const on = paperDateWords(date);
  return late === 'ended-undone'
    ? sentence(say`slutdatumet ${on} har passerat utan att ${words} är ${done}`)
    : sentence(say`startdatumet ${on} har passerat utan att ${words} är ${begun}`);
};

export const endsWords: Word<'ends'> = ({ date }) =>
  sentence(
    date.day
      ? say`slutdatum är den ${paperDateWords(date)}`
      : say`slutdatum i planen är ${paperDateWords(date)}`,
  );

// Many -------------------------------------------------------------------------------------------

/** How many stand on a part of a tally. */
const partToken = (about: About, part: TallyPart, group: string) => {
  const which = `${group} ${part.kind === 'step' ? part.step.key : part.kind}`;
  const figure = aFigure(about, 'count', part.count, null, which);
  return numberToken(figure, formatNumber(part.count, 0));
};

const ofToken = (about: About, tally: Tally, group: string) =>
  numberToken(aFigure(about, 'of', tally.of, null, group), formatNumber(tally.of, 0));

/** What several things that have no step are. */
const NOT_STEPS = {
  ej_bedomt: { one: 'är ännu inte bedömt', many: 'är ännu inte bedömda' },
  mats_senare: { one: 'mäts senare', many: 'mäts senare' },
  ej_utvarderad: { one: 'är inte utvärderat', many: 'är inte utvärderade' },
} as const satisfies Readonly<Record<NotAStep, { one: string; many: string }>>;

/** "alla", "båda" of what is all there is. */
const allWord = (count: number) => (count === 2 ? 'båda' : 'alla');

type Step = Extract<TallyPart, { readonly kind: 'step' }>;

const isStep = (part: TallyPart): part is Step => part.kind === 'step';

/** "; 31 är ännu inte bedömda". */
function withoutStep(about: About, tally: Tally, group: string): Tokens {
  const told = tally.parts.flatMap((part) =>
    isStep(part)
      ? []
      : [
          say`${partToken(about, part, group)} ${NOT_STEPS[part.kind][part.count === 1 ? 'one' : 'many']}`,
        ],
  );
  return told.length === 0 ? [] : say`; ${joinTokens(told)}`;
}

/** How many of them a step is said of: "3", "alla". */
const stepCount = (about: About, part: Step, tally: Tally, group: string): Token => {
  const token = partToken(about, part, group);
  return part.count === tally.of ? { ...token, words: allWord(tally.of) } : token;
};

/** "Av 4 verksamhetsfokus bedöms 1 uppnås och 3 delvis uppnås till årsredovisningen 2023." */
function forecastTally(
  { about, tally, forecast }: StatementOf<'tally'>,
  steps: readonly Step[],
  of: Tokens,
  group: string,
): Tokens {
  const told = steps.map(
    (part) =>
      say`${stepCount(about, part, tally, group)} ${part.step.word.forecast.replace(/^bedöms /i, '')}`,
  );
  const horizon = forecast ? ` till ${occasionWord(forecast)}` : '';
  return say`av ${of} bedöms ${joinTokens(told)}${horizon}`;
}

/** "Av 12 nämndmål är bedömningen ”helt uppfyllt” för 5 och ”delvis uppfyllt” för 7." */
function judgedTally(
  { about, tally, aspect }: StatementOf<'tally'>,
  steps: readonly Step[],
  of: Tokens,
  group: string,
): Tokens {
  const told = steps.map(
    (part) =>
      say`”${lowerFirst(part.step.word[aspect])}” för ${stepCount(about, part, tally, group)}`,
  );
  return say`av ${of} är ${aspect === 'forecast' ? 'prognosen' : 'bedömningen'} ${joinTokens(told)}`;
}

/** One alone is spoken of as it is. */
function onlyOne({ tally, aspect, forecast }: StatementOf<'tally'>, level: Level): Tokens {
  const [part] = tally.parts;
  const { words, pronoun } = levelWord(level);
  const thing = words === 'det' ? `${pronoun} enda ${level.singular}` : words;
  if (!part || !isStep(part)) return say`${thing} ${NOT_STEPS[part?.kind ?? 'ej_bedomt'].one}`;
  const word = part.step.word[aspect];
  const horizon = forecast ? ` till ${occasionWord(forecast)}` : '';
  return isVerb(word)
    ? say`${thing} ${lowerFirst(word)}${horizon}`
    : say`bedömningen av ${thing} är ”${lowerFirst(word)}”`;
}

export const tallyWords: Word<'tally'> = (statement, assessed) => {
  const { about, tally, aspect } = statement;
  const level = levelOf(assessed, statement.level);
  if (tally.of === 1) return sentence(onlyOne(statement, level));
  const group = `level ${level.id}`;
  const of = say`${ofToken(about, tally, group)} ${level.plural}`;
  const steps = tally.parts.filter(isStep);
  const rest = withoutStep(about, tally, group);
  // Nobody has said anything of any of them.
  const [only] = tally.parts;
  if (only && !isStep(only) && only.count === tally.of)
    return sentence(say`${of} ${NOT_STEPS[only.kind].many}`);
  if (steps.length === 0) return sentence(say`av ${of} har inget bedömts${rest}`);
  const isForecast =
    aspect === 'forecast' && steps.every(({ step }) => /^bedöms /i.test(step.word.forecast));
  const told = (isForecast ? forecastTally : judgedTally)(statement, steps, of, group);
  return sentence(say`${told}${rest}`);
};

const REACHES = {
  met: { verb: 'når', first: 'målvärdet', again: 'når det' },
  near: { verb: 'är', first: 'nära målvärdet', again: 'är nära' },
  missed: { verb: 'når', first: 'inte målvärdet', again: 'når det inte' },
} as const;

type Said = { readonly verb: string; readonly first: string; readonly again: string };

/** How indicators stand to their targets: after their number, and before it where they are told first. */
function reachOf(part: TallyPart): Said {
  if (part.kind === 'mats_senare')
    return { verb: 'bedöms', first: 'senare', again: 'bedöms senare' };
  if (!isStep(part)) return { verb: 'kan', first: 'inte bedömas', again: 'kan inte bedömas' };
  const { verdict, short } = part.step;
  return verdict === null ? { verb: 'är', first: short, again: `är ${short}` } : REACHES[verdict];
}

/** "Indikatorn når målvärdet." */
function onlyIndicator(part: TallyPart): Tokens {
  const { verb, first } = reachOf(part);
  return say`indikatorn ${verb} ${first}`;
}

/** "Av 8 indikatorer når 3 målvärdet och 5 når det inte." */
export const indicatorTallyWords: Word<'indicator-tally'> = ({ about, tally }) => {
  const group = 'indicators';
  const [only] = tally.parts;
  if (!only) return null;
  if (tally.of === 1) return sentence(onlyIndicator(only));
  const of = say`av ${ofToken(about, tally, group)} indikatorer`;
  const isMissed = isStep(only) && only.step.verdict === 'missed';
  if (only.count === tally.of && isMissed)
    return sentence(
      say`${of} når ${{ ...partToken(about, only, group), words: 'ingen' }} målvärdet`,
    );
  const told = tally.parts.map((part, at) => {
    const { verb, first, again } = reachOf(part);
    const token = partToken(about, part, group);
    const count = part.count === tally.of ? { ...token, words: allWord(tally.of) } : token;
    return at === 0 ? say`${verb} ${count} ${first}` : say`${count} ${again}`;
  });
  return sentence(say`${of} ${joinTokens(told)}`);
};

/** More names than this are a list, not a sentence. */
const NAMED = 6;

const quoted = (title: string) => {
  // The first sentence names it: titles of uppdrag can be whole paragraphs.
  const name = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(.{20,}?[.!?])\s.*$/, '$1')
    .replace(/\.$/, '');
  return `”${name.replaceAll(/[”"]/g, '’')}”`;
};

const titleOf = (assessed: Assessed, { kind, id }: About): string =>
  kind === 'goal' ? goalOf(assessed, id).title : activityOf(assessed, id).activity.title;

function namesOf(names: readonly string[]): string {
  const told = names.slice(0, NAMED);
  const more = names.length - told.length;
  if (more > 0) return `${told.join(', ')} och ${more} till`;
  return told.length < 2 ? (told[0] ?? '') : `${told.slice(0, -1).join(', ')} och ${told.at(-1)}`;
}

/** Those of one state by name: "de uppdrag som bedöms delvis uppnås är ”A” och ”B”". */
function standingWords(level: Level, word: string, names: readonly string[]): Tokens {
  const told = namesOf(names);
  if (!isVerb(word)) return say`bedömningen ”${lowerFirst(word)}” gäller ${told}`;
  const { singular, plural } = level;
  const which = names.length === 1 ? `${levelWord(level).pronoun} ${singular}` : `de ${plural}`;
  return say`${which} som ${lowerFirst(word)} är ${told}`;
}

export const deviatingWords: Word<'deviating'> = ({ things, level: id }, assessed) => {
  const level = levelOf(assessed, id);
  const groups = groupBy(things, ({ state }) => stateWord(state, assessed.later));
  const told = [...groups].map(([word, list]) =>
    standingWords(
      level,
      word,
      list.map(({ about }) => quoted(titleOf(assessed, about))),
    ),
  );
  return sentence(
    joinTokens(
      told.map((one, at) => (at === 0 ? one : say`. ${upperFirstToken(one)}`)),
      '',
    ),
  );
};

export const unjudgedWords: Word<'unjudged'> = ({ things, level }, assessed) => {
  const { singular, plural } = levelOf(assessed, level);
  const names = namesOf(things.map((thing) => quoted(titleOf(assessed, thing))));
  const { pronoun } = levelWord(levelOf(assessed, level));
  return sentence(
    things.length === 1
      ? say`${pronoun} ${singular} som ännu inte är ${agreeing(pronoun, { den: 'bedömd', det: 'bedömt' })} är ${names}`
      : say`de ${plural} som ännu inte är bedömda är ${names}`,
  );
};

export const missedWords: Word<'missed'> = ({ indicators }, assessed): Worded => {
  const names = indicators.map((id) => subjectOf(indicatorOf(assessed, id).indicator).thing);
  return sentence(say`målvärdet nås inte för ${namesOf(names)}`);
};
