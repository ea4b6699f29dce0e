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
import { isFault, SEVERITY, tellsOfPersons } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { answerOf, questionOf } from '#lib/domain/question.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { sortSv } from '#lib/format/sv.ts';
import type { MatchedName } from '#lib/ingest/matched-names.ts';
import { likest } from '#lib/ingest/nearest.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
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
] as const);

const grouped = (problems: readonly Problem[]): ProblemGroup[] =>
  [...groupBy(problems, ({ code }) => code)].map(([code, all]) => ({ code, problems: all }));

export const faultsOf = (problems: readonly Problem[]): ProblemGroup[] =>
  grouped(problems.filter((one) => isFault(one) && !ELSEWHERE.has(one.code)));

export const noticesOf = (problems: readonly Problem[]): ProblemGroup[] =>
  grouped(
    problems.filter(
      (one) =>
        !isFault(one) &&
        !tellsOfPersons(one) &&
        !ELSEWHERE.has(one.code) &&
        SEVERITY[one.code] !== 'ask',
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

const suggestedFor = (name: string, options: readonly NameOption[]): readonly NameOption[] =>
  likest(
    name,
    options.map(({ title, also }) => (also === null ? [title] : [title, also])),
  )
    .slice(0, SUGGESTED)
    .map((at) => options[at]!);

/** The names that nobody knows, and those that somebody has said what they mean. */
export function namesOf(
  names: readonly MatchedName[],
  choices: Pick<Choices, 'indicators' | 'places'>,
  options: PreviewReport['options'],
  problems: readonly Problem[],
): readonly NameQuestion[] {
  // A code that has lost its zero is asked about once, and not also as a name.
  const hasLost = problems.some(({ code }) => code === 'lost-zeros');
  return names.flatMap(({ of, name, line, lines, to }): NameQuestion[] => {
    const chosen = of === 'indicator' ? choices.indicators : choices.places;
    const said = (Object.hasOwn(chosen, name) ? chosen[name] : undefined) ?? null;
    // What was chosen is gone, or was never the kommun's: then nothing is chosen.
    const choice = to.kind === 'unknown' ? null : said;
    if (to.kind !== 'unknown' && choice === null) return [];
    if (hasLost && of === 'place' && /^\d{1,3}$/.test(name)) return [];
    return [{ of, name, line, lines, choice, suggested: suggestedFor(name, options[of]) }];
  });
}
