import { NO_CHOICES } from '#lib/domain/choices.ts';
import { severityOf, tellsOfPersons } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { questionOf } from '#lib/domain/question.ts';
import { formatProblem } from '#lib/format/problems.ts';
import { answerWords, askedWords } from '#lib/format/questions.ts';
import { inspectFile } from '#lib/ingest/inspect.ts';
import type { Inspection } from '#lib/ingest/inspect.ts';
import { pick } from '../property/chance.ts';
import type { Random } from '../property/chance.ts';
import { examined, stopsOf, storedFrom } from './door.ts';
import type { World } from './world.ts';

/* Whatever the bytes, what is said of them hangs together, and nothing is thrown. */

/** As many as there can be, whatever the encoding: a line ends at one of these bytes. */
const mostLines = (bytes: Uint8Array) =>
  1 + bytes.reduce((sum, byte) => sum + Number(byte === 10 || byte === 13), 0);

/** A workbook has its own lines, so those are not held against its bytes. */
function lineFaults({ problems, observations, encoding }: Inspection, most: number): string[] {
  if (encoding === null) return [];
  const lines = [
    ...problems.flatMap((one) => ('line' in one ? [one.line] : [])),
    ...problems.flatMap((one) => (one.code === 'duplicate-row' ? one.lines : [])),
    ...observations.map(({ line }) => line),
  ];
  const outside = lines.filter((line) => !Number.isInteger(line) || line < 1 || line > most);
  return outside.length > 0 ? [`line ${outside[0]} of ${most}`] : [];
}

/** A sentence with a hole in it shows what is missing. */
const isSentence = (text: string, of: Problem) =>
  text.trim() !== '' &&
  (JSON.stringify(of).includes('undefined') || !/\bundefined\b|\[object /.test(text));

function wordFaults(problems: readonly Problem[]): string[] {
  return problems.flatMap((problem) => {
    const question = questionOf(problem);
    const asked = question
      ? [
          askedWords({ problem } as Parameters<typeof askedWords>[0]),
          ...question.answers.map((answer) =>
            answerWords({ problem } as Parameters<typeof answerWords>[0], answer),
          ),
        ]
      : [];
    return [formatProblem(problem), ...asked]
      .filter((text) => !isSentence(text, problem))
      .map((text) => `${problem.code} says ${JSON.stringify(text)}`);
  });
}

function outcomeFaults({ problems, outcome, layout }: Inspection): string[] {
  // Of a table that nobody knows nothing is kept, whatever it tells of persons.
  const told = problems.filter((one) => layout !== 'unknown' || !tellsOfPersons(one));
  const has = (severity: string) => told.some((one) => severityOf(one) === severity);
  const expected = has('error')
    ? 'reject'
    : has('ask')
      ? 'ask'
      : has('notice')
        ? 'accept_with_notice'
        : 'accept';
  return outcome === expected ? [] : [`${outcome} should be ${expected}`];
}

function valueFaults({ observations }: Inspection): string[] {
  const odd = observations.filter(
    ({ state, value }) => (state === 'value') !== (value !== null && Number.isFinite(value)),
  );
  return odd.length > 0 ? [`${odd[0]!.state} with ${odd[0]!.value}`] : [];
}

/** Every question of a file answered somehow. */
const someAnswers = (random: Random, problems: readonly Problem[]) =>
  Object.fromEntries(
    problems.flatMap((problem) => {
      const question = questionOf(problem);
      return question ? [[question.key, pick(random, question.answers)] as const] : [];
    }),
  );

/** It is stored, or says why not. */
function doorFaults(world: World, bytes: Uint8Array, random: Random): string[] {
  const first = examined(world, bytes);
  const answers = someAnswers(random, first.problems);
  const again = examined(world, bytes, { ...NO_CHOICES, answers, period: '2023' });
  return [first, again].flatMap((one) => {
    if (one.isStorable) storedFrom(world, bytes, one);
    const isTold =
      one.isStorable || stopsOf(one).length > 0 || one.reading.observations.length === 0;
    return isTold ? wordFaults(one.problems) : ['kept out without a reason'];
  });
}

/** What is wrong with what is said of some bytes. */
export function soundness(world: World, bytes: Uint8Array, random: Random): string[] {
  const found = inspectFile({ name: 'fil.csv', bytes });
  const isJson = JSON.stringify(found).length > 0;
  return [
    ...(isJson ? [] : ['no JSON']),
    ...lineFaults(found, mostLines(bytes)),
    ...wordFaults(found.problems),
    ...outcomeFaults(found),
    ...valueFaults(found),
    ...doorFaults(world, bytes, random),
  ];
}
