import type { Choices } from '#lib/domain/choices.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import type { Kommun } from '#lib/domain/model.ts';
import type {
  AskedQuestion,
  NameOption,
  NameQuestion,
  PreviewReport,
  ProblemGroup,
} from '#lib/domain/preview.ts';
import { isFault, isOfMapping, severityOf, tellsOfPersons } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerOf, questionOf } from '#lib/domain/question.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { sortSv } from '#lib/format/sv.ts';
import { fold } from '#lib/ingest/fold.ts';
import type { MatchedName } from '#lib/ingest/matched-names.ts';
import { likest } from '#lib/ingest/nearest.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as measures from './db/measures.ts';
import * as places from './db/places.ts';

/* What a person has to say about a file, as data for the preview. */

/** Each question once, with the first problem that asks it. */
export function askedOf(
  problems: readonly Problem[],
  answers: Choices['answers'],
): readonly AskedQuestion[] {
  const asked = new Map<string, AskedQuestion>();
  for (const problem of problems) {
    const question = questionOf(problem);
    if (!question || asked.has(question.key)) continue;
    asked.set(question.key, { ...question, problem, answer: answerOf(problem, answers) });
  }
  return [...asked.values()];
}

/** Told of elsewhere on the page: by the name, or by the field for the period. */
const ELSEWHERE: ReadonlySet<Problem['code']> = new Set([
  'unknown-indicator',
  'ambiguous-indicator',
  'unknown-place',
  'ambiguous-place',
  'no-period',
  // They stand beside the question of what the columns are.
  'unknown-layout',
  'yearless-period',
  'missing-column',
] as const);

const isElsewhere = (one: Problem) => ELSEWHERE.has(one.code) || isOfMapping(one);

const grouped = (problems: readonly Problem[]): ProblemGroup[] =>
  [...groupBy(problems, ({ code }) => code)].map(([code, all]) => ({ code, problems: all }));

export const faultsOf = (problems: readonly Problem[]): ProblemGroup[] =>
  grouped(problems.filter((one) => isFault(one) && !isElsewhere(one)));

export const noticesOf = (problems: readonly Problem[]): ProblemGroup[] =>
  grouped(
    problems.filter(
      (one) =>
        !isFault(one) && !tellsOfPersons(one) && !isElsewhere(one) && severityOf(one) !== 'ask',
    ),
  );

/** What a name may be said to mean: the kommun's own indicators, its units and itself. */
export function optionsOf(db: Db, kommun: Kommun): PreviewReport['options'] {
  const named = indicators.names(db, kommun.id).toReversed();
  const own = new Map(
    named.map(({ measure: id, title, short }): [number, NameOption] => [
      id,
      { id, title: short ?? title, also: short === null ? null : title },
    ]),
  );
  const isOwn = ({ kind, code }: Pick<Place, 'kind' | 'code'>) =>
    kind === 'unit' || (kind === 'kommun' && code === kommun.code);
  const units = places
    .list(db, kommun.id)
    .filter(isOwn)
    .map(({ id, name }): NameOption => ({ id, title: name, also: null }));
  return {
    indicator: sortSv([...own.values()], ({ title }) => title),
    place: sortSv(units, ({ title }) => title),
  };
}

const SUGGESTED = 3;

export type ByCode = ReadonlyMap<string, NameOption>;

/** What a code means: an indicator's key, or the id of a nyckeltal, also one that no indicator uses yet. */
export function codesOf(db: Db, kommun: Kommun, options: PreviewReport['options']): ByCode {
  const known = new Map(options.indicator.map((one) => [one.id, one]));
  const keys = indicators.names(db, kommun.id).map(({ key, measure: id }) => [key, id] as const);
  const all = measures.list(db, kommun.id);
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  const codes = [...all.map(({ code, id }) => [code, id] as const), ...keys];
  return new Map(
    codes.map(([code, id]) => {
      const option = known.get(id) ?? { id, title: titles.get(id) ?? code, also: null };
      return [fold(code), option];
    }),
  );
}

/** By a code that stands in the name, then by the words that it shares with titles. */
function suggestedFor(
  name: string,
  options: readonly NameOption[],
  codes: ByCode,
): readonly NameOption[] {
  const words = fold(name).match(/[\p{L}\d-]+/gu) ?? [];
  const coded = words.flatMap((word) => codes.get(word) ?? []);
  const titles = options.map(({ title, also }) => (also === null ? [title] : [title, also]));
  const alike = likest(name, titles).map((at) => options[at]!);
  return [...new Set([...coded, ...alike])].slice(0, SUGGESTED);
}

const NO_CODES: ByCode = new Map();

type Names = Pick<Choices, 'indicators' | 'places'>;

const choiceFor = (names: Names | undefined, of: MatchedName['of'], name: string) => {
  const known = of === 'indicator' ? names?.indicators : names?.places;
  return (known && Object.hasOwn(known, name) ? known[name] : undefined) ?? null;
};

/** The names that nobody knows, and those that somebody has said what they mean. */
export function namesOf(
  names: readonly MatchedName[],
  choices: Names,
  remembered: Names | undefined,
  options: PreviewReport['options'],
  codes: ByCode,
  problems: readonly Problem[],
): readonly NameQuestion[] {
  // A code that has lost its zero is asked about once, and not also as a name.
  const hasLost = problems.some(({ code }) => code === 'lost-zeros');
  return names.flatMap(({ of, name, line, lines, to }): NameQuestion[] => {
    const said = choiceFor(choices, of, name);
    // What was chosen is gone, or was never the kommun's: then nothing is chosen.
    const choice = to.kind === 'unknown' ? null : said;
    if (to.kind !== 'unknown' && choice === null) return [];
    if (hasLost && of === 'place' && /^\d{1,3}$/.test(name)) return [];
    const suggested = suggestedFor(name, options[of], of === 'indicator' ? codes : NO_CODES);
    const known = choiceFor(remembered, of, name);
    // What it meant then may be gone.
    const isThere = [...options[of], ...suggested].some(({ id }) => id === known);
    const told = { choice, remembered: typeof known !== 'number' || isThere ? known : null };
    return [{ of, name, line, lines, ...told, suggested }];
  });
}
