import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import { saysTheSame } from '#lib/domain/difference.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { sortProblems } from '#lib/domain/problem.ts';
import { outcomeOf } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import type { Outcome } from '#lib/domain/severity.ts';
import { unanswered } from '#lib/domain/question.ts';
import { unknownMembers } from '#lib/ingest/kolada/groups.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import type { FileReading, InputFile } from '#lib/ingest/read-file.ts';
import { resolve } from '#lib/ingest/resolve.ts';
import type { Resolution } from '#lib/ingest/resolve.ts';
import { readCatalogue } from './catalogue.ts';
import type { Db } from './db/client.ts';
import * as gallringar from './db/gallringar.ts';
import * as observationRows from './db/observation-rows.ts';
import { sha256Of } from './db/sha256.ts';
import * as storedFiles from './db/stored-files.ts';
import * as uploads from './db/uploads.ts';
import { sortedBy } from './sorted-by.ts';
import type { Sorted } from './sorted-by.ts';

/** What a file would do, before anything is stored. */
export type Examined = {
  readonly sha256: string;
  readonly choices: Choices;
  readonly reading: FileReading;
  readonly resolution: Resolution;
  /** In this order the rows go in fastest. */
  readonly sorted: Sorted;
  /** Also those that are answered. */
  readonly problems: readonly Problem[];
  /** What stands between the file and storing it. */
  readonly outcome: Outcome;
  /** It can be stored without guessing. */
  readonly isStorable: boolean;
};

/** Its bytes were removed once; why is told to those whose file it was. */
function removedBefore(db: Db, { id }: Kommun, sha256: string): Problem[] {
  const removed = gallringar.read(db, sha256);
  if (!removed) return [];
  const { at, decision, reason } = removed;
  const isOurs = storedFiles
    .uploadsOf(db, [sha256])
    .some(({ kommun }) => kommun === null || kommun === id);
  const told = isOurs ? { decision, reason } : { decision: null, reason: null };
  return [{ code: 'removed-file', at, ...told }];
}

/** Reads a file for a kommun, with what has been decided about it. Stores nothing. */
export function examine(
  db: Db,
  kommun: Kommun,
  file: InputFile,
  choices: Choices = NO_CHOICES,
): Examined {
  const reading = readFile(file, choices);
  const { observations, names, isKolada, sheet } = reading;
  const catalogue = readCatalogue(db, kommun);
  const resolution = resolve(observations, catalogue, isKolada, names, choices);
  const known = () => new Set(catalogue.places.flatMap((place) => place.names));
  const sha256 = sha256Of(file.bytes);
  const strangers = reading.groups.length > 0 ? unknownMembers(reading.groups, known()) : [];
  const problems = sortProblems([...reading.problems, ...resolution.problems, ...strangers]).concat(
    removedBefore(db, kommun, sha256),
  );
  const left = unanswered(problems, choices.answers);
  const outcome = outcomeOf(left);
  const isDated = !left.some(({ code }) => code === 'no-period');
  const isStorable =
    resolution.observations.length > 0 && isDated && outcome !== 'reject' && outcome !== 'ask';
  return {
    sha256,
    // The sheet that was read is the one that its rows are shown of ever after.
    choices: sheet === null ? choices : { ...choices, sheet },
    reading,
    resolution,
    sorted: sortedBy(resolution.keys),
    problems,
    outcome,
    isStorable,
  };
}

/**
 * What the readable rows of a file would do to what is seen now: walks the values that are seen beside
 * those of the file, both in the order of their keys.
 */
function countDifference(db: Db, kommun: Kommun, { resolution, sorted }: Examined): Difference {
  const { observations, keys, measures } = resolution;
  const count = { new: sorted.length, changed: 0, unchanged: 0 };
  const known = sorted.length === 0 ? [] : measures.filter((id) => id > 0);
  observationRows.eachSeen(db, uploads.visible(db, kommun.id), known, (old) => {
    const row = sorted.find(keys.codeOf(old));
    if (row === null) return;
    count.new -= 1;
    count[saysTheSame(old, observations.at(row).said) ? 'unchanged' : 'changed'] += 1;
  });
  return count;
}

/** What was counted of a file, and of what: it is asked before its rows go in, and again when they are shown. */
const counted = new WeakMap<
  Examined,
  { readonly stamp: string; readonly difference: Difference }
>();

/** What a file that can be stored would do to what is seen now; counted anew when something was stored since. */
export function differenceOf(db: Db, kommun: Kommun, examined: Examined): Difference {
  const stamp = uploads.stamp(db);
  const known = counted.get(examined);
  if (known?.stamp === stamp) return known.difference;
  const difference = countDifference(db, kommun, examined);
  counted.set(examined, { stamp, difference });
  return difference;
}
