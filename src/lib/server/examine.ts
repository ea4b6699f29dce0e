import { createHash } from 'node:crypto';
import { saysTheSame } from '#lib/domain/difference.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { CONFIRMABLE, outcomeOf, sortProblems } from '#lib/domain/problem.ts';
import type { Outcome, Problem } from '#lib/domain/problem.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import type { FileReading, InputFile } from '#lib/ingest/read-file.ts';
import { resolve } from '#lib/ingest/resolve.ts';
import type { Resolution } from '#lib/ingest/resolve.ts';
import { readCatalogue } from './catalogue.ts';
import type { Db } from './db/client.ts';
import * as observationRows from './db/observation-rows.ts';
import { sortedBy } from './sorted-by.ts';
import type { Sorted } from './sorted-by.ts';

/** What a file would do, before anything is stored. */
export type Examined = {
  readonly sha256: string;
  readonly reading: FileReading;
  readonly rows: Resolution['observations'];
  /** In this order the rows go in fastest. */
  readonly sorted: Sorted;
  readonly measures: readonly number[];
  readonly newGroups: readonly string[];
  readonly problems: readonly Problem[];
  readonly outcome: Outcome;
  readonly difference: Difference;
  /** It can be stored without guessing. */
  readonly isStorable: boolean;
};

const NO_DIFFERENCE: Difference = { new: 0, changed: 0, unchanged: 0 };

/** Walks the values that are seen now beside those of the file, both in the order of their keys. */
function differenceOf(
  db: Db,
  kommun: Kommun,
  { observations, keys, measures }: Resolution,
  sorted: Sorted,
): Difference {
  const count = { new: observations.length, changed: 0, unchanged: 0 };
  observationRows.eachSeen(db, kommun.id, measures, (old) => {
    const row = sorted.find(keys.codeOf(old));
    if (row === null) return;
    count.new -= 1;
    count[saysTheSame(old, observations.at(row).said) ? 'unchanged' : 'changed'] += 1;
  });
  return count;
}

/** What is left when what a yes can answer has been answered so. */
const unanswered = (problems: readonly Problem[], accepted: readonly string[]) =>
  problems.filter(({ code }) => !CONFIRMABLE.has(code) || !accepted.includes(code));

/** Reads a file for a kommun and compares it with what is seen now. Stores nothing. */
export function examine(
  db: Db,
  kommun: Kommun,
  file: InputFile,
  accepted: readonly string[] = [],
): Examined {
  const reading = readFile(file);
  const isKolada = reading.layout.startsWith('kolada');
  const resolution = resolve(
    reading.observations,
    readCatalogue(db, kommun),
    isKolada,
    reading.names,
  );
  const problems = sortProblems([...reading.problems, ...resolution.problems]);
  const outcome = outcomeOf(unanswered(problems, accepted));
  const { observations: rows, keys, measures, newGroups } = resolution;
  const isStorable = rows.length > 0 && outcome !== 'reject' && outcome !== 'ask';
  const sorted = sortedBy(isStorable ? keys : { codes: [], size: 0 });
  return {
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    reading,
    rows,
    sorted,
    measures,
    newGroups,
    problems,
    outcome,
    difference: isStorable ? differenceOf(db, kommun, resolution, sorted) : NO_DIFFERENCE,
    isStorable,
  };
}
