import { basename } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { nounFor } from '#lib/format/counted.ts';
import { sortSv } from '#lib/format/sv.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { questionOf } from '#lib/domain/question.ts';
import { formatProblem } from '#lib/format/problems.ts';
import { readConfig } from '#lib/server/config.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import { openInstallation } from '#lib/server/db/migrate.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import type { UploadReport } from '#lib/server/import-upload.ts';
import { COMMAND_LINE, listProblems, readArguments } from './command-line.ts';
import { readBytes } from './read-bytes.ts';

/*
 * npm run -s load -- FILE --kommun gnesta [--dry-run] [--sheet NAME] [--accept CODE] [--json]: the same door as the
 * page's. A running server shows the new values on its next request. `--accept CODE` answers yes to a
 * doubt, `--accept CODE=ANSWER` one that can be answered in several ways.
 */

const USAGE = `Skriv: npm run -s load -- FIL --kommun gnesta [--dry-run] [--sheet BLAD] [--accept KOD] [--json]
Läser in en fil. --dry-run visar bara vad den skulle ändra. --sheet väljer blad i en Excel-fil. --accept svarar på en fråga om filen.
--json ger svaret för ett program.`;

const OUTCOMES: Readonly<Record<UploadReport['outcome'], string>> = {
  stored: 'Inläst.',
  'already-stored': 'Redan inläst: filen är densamma som den senast inlästa och ändrar ingenting.',
  tried: 'Provläst, inget är sparat.',
  asked: 'Inget är inläst än. Rätta filen, eller läs in den igen med',
  refused: 'Inget är inläst. Rätta filen och läs in den igen.',
};

const toJson = ({ problems, ...report }: UploadReport) => ({
  ...report,
  problems: problems.map((problem) => ({ ...problem, message: formatProblem(problem) })),
});

/** Values go without saying. */
const unitOf = ({ of }: UploadReport) => (of === 'values' ? '' : ` ${nounFor(of, 2)}`);

/** What to write to answer everything that is asked; of several answers, all of them. */
const answer = ({ outcome, problems }: UploadReport): string => {
  if (outcome !== 'asked') return '';
  const told = problems.flatMap((problem) => {
    const question = questionOf(problem);
    if (!question) return [];
    const isYes = question.answers.length === 1 && question.answers[0] === 'as-written';
    return `--accept ${problem.code}${isYes ? '' : `=${question.answers.join('|')}`}`;
  });
  return ` ${[...new Set(told)].join(' ')}`;
};

const toText = (report: UploadReport): string =>
  [
    `${report.file}: ${report.new} nya, ${report.changed} ändrade, ${report.unchanged} oförändrade${unitOf(report)}, ${report.refused} avvisade rader`,
    ...listProblems(report.problems),
    `${OUTCOMES[report.outcome]}${answer(report)}`,
  ].join('\n');

const OPTIONS = {
  kommun: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  sheet: { type: 'string' },
  accept: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

/** CODE is a yes, CODE=ANSWER what it says. */
const answersOf = (accepted: readonly string[]) =>
  Object.fromEntries(
    accepted.map((one): [string, string] => {
      const [code = '', given = 'as-written'] = one.split('=');
      return [code, given];
    }),
  );

function readOptions() {
  const { path, values } = readArguments(OPTIONS, USAGE);
  if (values.kommun === undefined) throw new Error(`Ange kommunen med --kommun.\n${USAGE}`);
  const { kommun, accept, sheet = null, json: asJson, 'dry-run': isTrial } = values;
  const choices = { ...NO_CHOICES, sheet, answers: answersOf(accept) };
  return { path, kommun, asJson, options: { isTrial, choices } };
}

async function load(): Promise<UploadReport> {
  const { path, kommun: slug, options, asJson } = readOptions();
  const bytes = readBytes(path);
  const { dataDir, migrationsDir } = readConfig();
  const now = new Date();
  const db = await openInstallation(dataDir, migrationsDir, now);
  const kommun = kommuner.read(db, slug);
  if (!kommun) {
    const known = sortSv(kommuner.list(db), (one) => one.slug).map((one) => one.slug);
    const hint = known.length > 0 ? `Här finns: ${known.join(', ')}.` : 'Kör npm run demo först.';
    throw new Error(`Det finns ingen kommun som heter ”${slug}” i ${dataDir}. ${hint}`);
  }
  const file = { name: basename(path), bytes };
  const report = importUpload(db, COMMAND_LINE, now, kommun, file, options);
  console.log(asJson ? JSON.stringify(toJson(report), null, 2) : toText(report));
  db.$client.close();
  return report;
}

load().then(
  ({ outcome }) => process.exit(outcome === 'refused' || outcome === 'asked' ? 1 : 0),
  (cause: unknown) => {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exit(1);
  },
);
