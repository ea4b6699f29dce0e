import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { isFault, severityOf } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { formatProblem } from '#lib/format/problems.ts';
import type { Actor } from '#lib/server/db/actor.ts';

/* What the commands share: who does it, their arguments, and how they list what is wrong with a file. */

/** Who has a shell on the server is its administrator. */
export const COMMAND_LINE: Actor = {
  person: null,
  name: 'Kommandoraden',
  role: 'administrator',
  via: 'command',
};

/** The one word of a command without flags; anything else is thrown as the usage. */
export function readWord(usage: string): string {
  const [word, ...extra] = process.argv.slice(2);
  if (word === undefined || extra.length > 0 || word.startsWith('-')) throw new Error(usage);
  return word;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Node says in English what is wrong; from it come the flag and which of three faults it is. */
function faultOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const flag = /--?[^\s'=<]+/.exec(message)?.[0] ?? '';
  if (message.includes('argument missing') || message.includes('ambiguous')) {
    return `Flaggan ${flag} saknar sitt värde.`;
  }
  return message.includes('does not take')
    ? `Flaggan ${flag} tar inget värde.`
    : `Flaggan ${flag} finns inte.`;
}

function parsed<T extends Options>(options: T) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

/** Flags and the one file; what is wrong is thrown as a sentence with the usage below it. */
export function readArguments<T extends Options>(options: T, usage: string) {
  if (process.argv.slice(2).some((one) => one === '--help' || one === '-h')) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  const found = parsed(options);
  if ('fault' in found) throw new Error(`${found.fault}\n${usage}`);
  const [path, ...extra] = found.positionals;
  if (path === undefined) throw new Error(`Ange en fil.\n${usage}`);
  if (extra.length > 0) {
    throw new Error(`Ange en fil i taget: ${extra.join(', ')} är för mycket.\n${usage}`);
  }
  return { path, values: found.values };
}

const isAsked = (problem: Problem) => severityOf(problem) === 'ask';
/** A doubt too: here it cannot be answered on the spot. */
const isToMend = (problem: Problem) => isFault(problem) || isAsked(problem);

const section = (heading: string, problems: readonly Problem[]) =>
  problems.length === 0
    ? []
    : [heading, ...problems.map((problem) => `- ${formatProblem(problem)}`)];

/** What must be put right before what only should be looked at. */
export const listProblems = (problems: readonly Problem[]): string[] => [
  ...section('Att rätta:', problems.filter(isToMend)),
  ...section(
    'Att kontrollera:',
    problems.filter((problem) => !isToMend(problem)),
  ),
];
