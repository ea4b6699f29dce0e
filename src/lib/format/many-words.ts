import type { Assessed } from '#lib/domain/assess-all.ts';
import { activityOf, goalOf, indicatorOf } from '#lib/domain/assessed-of.ts';
import { aFigure } from '#lib/domain/bound.ts';
import type { About } from '#lib/domain/bound.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { NotAStep } from '#lib/domain/judgement.ts';
import type { Aspect, Level } from '#lib/domain/model.ts';
import type { StatementOf } from '#lib/domain/statement.ts';
import type { Tally, TallyPart } from '#lib/domain/tally.ts';
import { sentence } from './draft-words.ts';
import type { Word, Worded } from './draft-words.ts';
import { occasionWord, stateWord } from './labels.ts';
import { agreeing } from './noun.ts';
import { isVerb, levelOf, predicateOf, stepWord } from './step-words.ts';
import { levelWord, subjectOf } from './subject.ts';
import { formatNumber, lowerFirst } from './sv.ts';
import { joinTokens, numberToken, say, upperFirstToken } from './token.ts';
import type { Token, Tokens } from './token.ts';

/* What many goals, activities and indicators come to, in words. */

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
  { about, tally, aspect, forecast }: StatementOf<'tally'>,
  steps: readonly Step[],
  of: Tokens,
  group: string,
): Tokens {
  const told = steps.map(
    (part) =>
      say`${stepCount(about, part, tally, group)} ${part.step.word[aspect].replace(/^bedöms /i, '')}`,
  );
  const horizon = forecast ? ` till ${occasionWord(forecast)}` : '';
  return say`av ${of} bedöms ${joinTokens(told)}${horizon}`;
}

/** "Bedömningen är ”delvis uppfyllt” för 5 av 12 nämndmål och ”ej uppfyllt” för 7." */
function judgedTally(
  { about, tally, aspect }: StatementOf<'tally'>,
  steps: readonly Step[],
  of: Tokens,
  group: string,
): Tokens {
  const what = aspect === 'forecast' ? 'prognosen' : 'bedömningen';
  const told = steps.map(
    (part, at) =>
      say`”${stepWord(part.step.word[aspect])}” för ${partToken(about, part, group)}${at === 0 ? say` av ${of}` : ''}`,
  );
  const [only] = steps;
  return only?.count === tally.of && tally.of > 2
    ? say`${what} är ”${stepWord(only.step.word[aspect])}” för alla ${of}`
    : say`${what} är ${joinTokens(told)}`;
}

/** "5 av 12 nämndmål uppfylls i år och 7 uppfylls delvis i år", of steps that are whole sentences with a verb. */
function predicateTally(
  { about, tally, aspect }: StatementOf<'tally'>,
  steps: readonly Step[],
  of: Tokens,
  group: string,
): Tokens {
  const told = steps.map((part, at) => {
    const said = predicateOf(part.step.word[aspect]) ?? '';
    return say`${partToken(about, part, group)}${at === 0 ? say` av ${of}` : ''} ${said}`;
  });
  const [only] = steps;
  return only?.count === tally.of && tally.of > 2
    ? say`alla ${of} ${predicateOf(only.step.word[aspect]) ?? ''}`
    : joinTokens(told);
}

/** One alone is spoken of as it is. */
function onlyOne(statement: StatementOf<'tally'>, level: Level, group: string): Tokens {
  const { about, tally, aspect, forecast } = statement;
  const [part] = tally.parts;
  const { words } = levelWord(level);
  const thing =
    words === 'det' ? say`${ofToken(about, tally, group)} ${level.singular}` : say`${words}`;
  if (!part || !isStep(part)) return say`${thing} ${NOT_STEPS[part?.kind ?? 'ej_bedomt'].one}`;
  const word = part.step.word[aspect];
  const horizon = forecast ? ` till ${occasionWord(forecast)}` : '';
  if (predicateOf(word) !== null) return say`${word}`;
  return isVerb(word)
    ? say`${thing} ${lowerFirst(word)}${horizon}`
    : say`bedömningen av ${thing} är ”${lowerFirst(word)}”`;
}

const NONE = { den: 'ingen', det: 'inget' } as const;

/** How the steps of a scale are counted in a sentence: by how they are worded. */
function tallyBy(steps: readonly Step[], aspect: Aspect) {
  const words = steps.map(({ step }) => step.word[aspect]);
  if (words.every((word) => /^bedöms /i.test(word))) return forecastTally;
  return words.every((word) => isVerb(predicateOf(word) ?? '')) ? predicateTally : judgedTally;
}

export const tellTally: Word<'tally'> = (statement, assessed) => {
  const { about, tally, aspect } = statement;
  const level = levelOf(assessed, statement.level);
  const group = `level ${level.id}`;
  if (tally.of === 1) return sentence(onlyOne(statement, level, group));
  const of = say`${ofToken(about, tally, group)} ${level.plural}`;
  const steps = tally.parts.filter(isStep);
  const [only] = tally.parts;
  // Nobody has said anything of any of them.
  if (only && !isStep(only) && only.count === tally.of)
    return sentence(say`${of} ${NOT_STEPS[only.kind].many}`);
  const rest = withoutStep(about, tally, group);
  if (steps.length === 0)
    return sentence(say`av ${of} har ${NONE[levelWord(level).pronoun]} bedömts${rest}`);
  return sentence(say`${tallyBy(steps, aspect)(statement, steps, of, group)}${rest}`);
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
export const tellIndicatorTally: Word<'indicator-tally'> = ({ about, tally }) => {
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
  if (!isVerb(word)) return say`bedömningen ”${stepWord(word)}” gäller ${told}`;
  const { singular, plural } = level;
  const which = names.length === 1 ? `${levelWord(level).pronoun} ${singular}` : `de ${plural}`;
  return say`${which} som ${lowerFirst(word)} är ${told}`;
}

export const tellDeviating: Word<'deviating'> = ({ things, level: id }, assessed) => {
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

export const tellUnjudged: Word<'unjudged'> = ({ things, level }, assessed) => {
  const { singular, plural } = levelOf(assessed, level);
  const names = namesOf(things.map((thing) => quoted(titleOf(assessed, thing))));
  const { pronoun } = levelWord(levelOf(assessed, level));
  return sentence(
    things.length === 1
      ? say`${pronoun} ${singular} som ännu inte är ${agreeing(pronoun, { den: 'bedömd', det: 'bedömt' })} är ${names}`
      : say`de ${plural} som ännu inte är bedömda är ${names}`,
  );
};

export const tellMissed: Word<'missed'> = ({ indicators }, assessed): Worded => {
  const names = indicators.map((id) => subjectOf(indicatorOf(assessed, id).indicator).thing);
  return sentence(say`målvärdet nås inte för ${namesOf(names)}`);
};
