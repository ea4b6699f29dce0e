import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Kommun } from '#lib/domain/model.ts';
import { severityOf } from '#lib/domain/severity.ts';
import { err, invariant, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { formatProblem } from '#lib/format/problems.ts';
import type { Actor } from './db/actor.ts';
import type { Db } from './db/client.ts';
import * as kommuner from './db/kommuner.ts';
import { writeTogether } from './db/write.ts';
import { importPlan } from './plan/import.ts';
import { importUpload } from './import-upload.ts';
import { checkPlanFile } from './plan/check.ts';
import { parsePlanFile } from './plan/parse.ts';
import type { PlanFile } from './plan/file.ts';
import type { PlanProblem } from './plan/parse.ts';

/** A seed that cannot be used: which file, and why, as a sentence. */
export type SeedFault = { readonly file: string; readonly reason: string };

const SHOWN = 5;

function asFault(file: string, problems: readonly PlanProblem[]): SeedFault {
  const shown = problems.slice(0, SHOWN).map(({ path, message }) => `${path} ${message}`.trim());
  const more = problems.length > SHOWN ? [`och ${problems.length - SHOWN} till`] : [];
  return { file, reason: [...shown, ...more].join('; ') };
}

function readPlan(file: string): Result<PlanFile, SeedFault> {
  if (!existsSync(file)) return err({ file, reason: 'Filen saknas.' });
  const parsed = parsePlanFile(readFileSync(file, 'utf8'));
  if (!parsed.ok) return err(asFault(file, parsed.error));
  const problems = checkPlanFile(parsed.value);
  return problems.length > 0 ? err(asFault(file, problems)) : parsed;
}

/** Files in the order of their names: a later one wins where two speak of the same value. */
const valueFiles = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .toSorted()
    .map((name) => join(folder, name));

function loadFile(db: Db, actor: Actor, now: Date, kommun: Kommun, path: string): SeedFault | null {
  const file = { name: basename(path), bytes: readFileSync(path) };
  const { outcome, problems } = importUpload(db, actor, now, kommun, file);
  // A question nobody is there to answer stores nothing either.
  if (outcome === 'stored' || outcome === 'already-stored') return null;
  const stop = problems.find((one) => severityOf(one) !== 'notice') ?? problems[0];
  return { file: path, reason: stop ? formatProblem(stop) : 'Filen gav inga värden.' };
}

/** Nothing of a kommun is kept unless all of it can be read. */
const seedKommun = (db: Db, actor: Actor, now: Date, folder: string): Result<void, SeedFault> =>
  writeTogether(db, () => {
    const file = join(folder, 'plan.json');
    const plan = readPlan(file);
    if (!plan.ok) return plan;
    const { slug, code } = plan.value.kommun;
    if (kommuner.read(db, slug)) return ok(undefined);
    const taken = kommuner.list(db).find((one) => one.code === code);
    if (taken) return err({ file, reason: `kommun.code ”${code}” är redan ${taken.name}` });
    importPlan(db, actor, now, plan.value);
    const kommun = kommuner.read(db, slug);
    invariant(kommun, `${slug} was just made`);
    for (const path of valueFiles(folder)) {
      const fault = loadFile(db, actor, now, kommun, path);
      if (fault) return err(fault);
    }
    return ok(undefined);
  });

/**
 * Seeds the kommuner of a folder (`{kommun}/plan.json` and CSV files) that are not there already,
 * through the same doors as everybody's. Stops at the first file that cannot be used and says which.
 */
export function seed(db: Db, actor: Actor, now: Date, folder: string): SeedFault | null {
  const kommunFolders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  for (const name of kommunFolders) {
    const seeded = seedKommun(db, actor, now, join(folder, name));
    if (!seeded.ok) return seeded.error;
  }
  return null;
}
