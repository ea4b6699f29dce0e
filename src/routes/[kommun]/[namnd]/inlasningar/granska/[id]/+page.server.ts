import { error, fail, redirect } from '@sveltejs/kit';
import { previewPath, uploadPath, uploadsPath } from '#lib/components/paths.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { listed, MOST_SHOWN } from '#lib/domain/preview.ts';
import { linesOut } from '#lib/domain/lines-out.ts';
import { isSameChoice, onSheet, readChoices } from '#lib/server/choices-form.ts';
import type { Unnamed } from '#lib/server/choices-form.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as previews from '#lib/server/db/previews.ts';
import type { Preview } from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { within } from '#lib/server/jobs.ts';
import type { Job } from '#lib/server/reader.ts';
import type { StoreResult } from '#lib/server/tasks.ts';
import { idOr404, workAt } from '#routes/guard.server.ts';
import type { Work } from '#routes/guard.server.ts';
import { readFields } from '#routes/forms.server.ts';

/** A person waits so long without wondering; what takes longer shows how far it has come. */
const PATIENCE_MS = 2000;

const GONE = 'Filen väntar inte längre på att läsas in. Välj den igen om den ska läsas in.';

type Params = { readonly kommun: string; readonly namnd: string; readonly id: string };

type Asked = { readonly locals: App.Locals; readonly params: Params; readonly url: URL };

/** The file that waits, and who reads it in; what has been read in since leads to what it became. */
function waitingAt(asked: Asked) {
  const { db } = asked.locals;
  const work = workAt(asked, 'read-in');
  const { kommun, at } = work;
  const id = idOr404(asked.params.id);
  const waiting = previews.read(db, kommun.id, id);
  if (waiting) return { ...work, waiting };
  const upload = uploads.ofPreview(db, kommun.id, id);
  if (upload) redirect(303, uploadPath(at, upload.id));
  error(404, GONE);
}

/** Read anew when its answers, or anything in the kommun, have changed. */
const previewKey = ({ id, rev }: Pick<Preview, 'id' | 'rev'>, revision: number) =>
  `preview ${id} ${rev} ${revision}`;

/** By kommun too: what is stored of one is asked for before it is known whose the address is. */
const storeKey = (kommun: Pick<Kommun, 'id'>, id: number) => `store ${kommun.id} ${id}`;

type Working = {
  readonly of: 'preview' | 'store';
  readonly done: number | null;
  readonly total: number | null;
};

function workingOn(of: Working['of'], job: Job): Working {
  const progress = job.progress();
  return { of, done: progress?.done ?? null, total: progress?.of ?? null };
}

/** Where to go when a file has been stored, or could not be; a file that is not ready stays where it is. */
function leadOn(db: App.Locals['db'], { kommun, at, id }: Place, answer: StoreResult): void {
  if (answer === 'not-ready') return;
  if (answer === 'already-stored') redirect(303, `${uploadsPath(at)}?redan`);
  if (answer === 'gone') error(404, GONE);
  const upload = uploads.ofPreview(db, kommun.id, id);
  // A list of nyckeltal is no upload: there is no page of its own to lead to.
  redirect(303, upload ? uploadPath(at, upload.id) : `${uploadsPath(at)}?nyckeltal`);
}

type Place = Pick<Work, 'kommun' | 'at'> & { readonly id: number };

export const load = async (asked) => {
  const { db, jobs } = asked.locals;
  const place = { ...workAt(asked, 'read-in'), id: idOr404(asked.params.id) };
  const storing = jobs.find<'store'>(storeKey(place.kommun, place.id));
  const stored = storing && (await within(storing, PATIENCE_MS));
  if (stored) {
    leadOn(db, place, stored.answer);
    jobs.forget(storeKey(place.kommun, place.id));
  }
  const { kommun, namnd, waiting } = waitingAt(asked);
  const { id, fileName, rev } = waiting;
  const about = { title: `${fileName}, ${namnd.name}`, kommun, waiting: { id, fileName, rev } };
  if (storing && !stored)
    return { ...about, working: workingOn('store', storing), report: null, revision: 0 };
  const ask = { preview: waiting.id };
  // Before the report, so that it is never said to be newer than it is.
  const revision = kommuner.revision(db, kommun.id);
  const job = jobs.ask(previewKey(waiting, revision), { kind: 'preview', kommun, ask });
  const found = await within(job, PATIENCE_MS);
  if (!found) return { ...about, working: workingOn('preview', job), report: null, revision: 0 };
  if (!found.answer) error(404, GONE);
  return { ...about, working: null, report: found.answer, revision };
};

type Posted = Asked & { readonly request: Request };

const STALE =
  'Någon annan har svarat på frågorna medan du hade sidan öppen. Dina svar är inte sparade. Nu visas de andra svaren: gå igenom dem och svara igen.';

const NOT_READY = 'Filen kan inte läsas in än. Svara på frågorna nedan.';

/** Lines that the page had too many of to name: those out of sight, and those with faults. */
async function unnamedLines(
  { db, jobs }: App.Locals,
  kommun: Kommun,
  waiting: Preview,
  isAllFaulty: boolean,
): Promise<Unnamed> {
  const kept = waiting.choices.leftOut.slice(MOST_SHOWN);
  if (!isAllFaulty) return { kept, faulty: [] };
  const ask = { preview: waiting.id };
  const key = previewKey(waiting, kommuner.revision(db, kommun.id));
  const report = await jobs.ask(key, { kind: 'preview', kommun, ask }).answer;
  const problems = report?.faults.flatMap((group) => group.problems) ?? [];
  return { kept, faulty: problems.flatMap(linesOut) };
}

/** Keeps what the form decides; says whether it was anything new. */
async function decide(asked: Posted) {
  const { locals } = asked;
  const { kommun, at, waiting, actor } = waitingAt(asked);
  const { fields, failure } = await readFields(locals.db, asked.request);
  if (failure) return { failure };
  const rev = Number(fields.get('rev'));
  const unnamed = await unnamedLines(locals, kommun, waiting, fields.has('alla-rader'));
  const choices = onSheet(readChoices(fields, unnamed), waiting.choices);
  if (rev !== waiting.rev) return { failure: fail(409, { message: STALE, mine: listed(choices) }) };
  const isNew = !isSameChoice(choices, waiting.choices);
  if (isNew && !previews.choose(locals.db, waiting.id, rev, choices)) {
    return { failure: fail(409, { message: STALE, mine: listed(choices) }) };
  }
  const seen = fields.get('revision');
  const isSeen = seen === String(kommuner.revision(locals.db, kommun.id));
  return { failure: null, actor, kommun, at, waiting, isNew, isSeen };
}

export const actions = {
  svar: async (asked) => {
    const { failure, at, waiting } = await decide(asked);
    return failure ?? redirect(303, previewPath(at, waiting.id));
  },

  /** What is answered anew is looked at anew before it is stored. */
  'las-in': async (asked) => {
    const { failure, actor, kommun, at, waiting, isNew, isSeen } = await decide(asked);
    if (failure) return failure;
    if (isNew) redirect(303, `${previewPath(at, waiting.id)}?andrad`);
    // What was looked at is what is stored, or it is looked at again.
    if (!isSeen) redirect(303, `${previewPath(at, waiting.id)}?nytt`);
    const ask = { preview: waiting.id, rev: waiting.rev, actor };
    const { db, jobs } = asked.locals;
    const job = jobs.ask(storeKey(kommun, waiting.id), { kind: 'store', kommun, ask });
    const stored = await within(job, PATIENCE_MS);
    if (stored) leadOn(db, { kommun, at, id: waiting.id }, stored.answer);
    if (stored) {
      jobs.forget(storeKey(kommun, waiting.id));
      return fail(409, { message: NOT_READY, mine: null });
    }
    redirect(303, previewPath(at, waiting.id));
  },

  kasta: (asked) => {
    const { db } = asked.locals;
    const { at, waiting } = waitingAt(asked);
    previews.remove(db, waiting.id);
    previews.clearFile(db, waiting);
    redirect(303, uploadsPath(at));
  },
};
