import { error, redirect } from '@sveltejs/kit';
import { undoPath, uploadPath } from '#lib/components/paths.ts';
import { within } from '#lib/server/jobs.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import { mayUndo, undoUpload } from '#lib/server/undo.ts';
import { readFields } from '#routes/forms.server.ts';
import { workWithUpload } from '../upload-at.server.ts';

/** A person waits so long without wondering; what takes longer says that it is on its way. */
const PATIENCE_MS = 5000;

/** What undoing would do, before it is done. */
export const load = async (asked) => {
  const { locals } = asked;
  const { kommun, namnd, at, upload } = workWithUpload(asked, 'read-in');
  if (upload.state === 'undone') redirect(303, uploadPath(at, upload.id));
  if (!mayUndo(kommun, upload)) {
    error(403, 'Den här filen gäller alla kommuner och kan inte ångras av en av dem.');
  }
  // Before the report, so that it is never said to be newer than it is.
  const revision = kommuner.revision(locals.db, kommun.id);
  const key = `undo ${upload.id} ${kommun.id} ${revision}`;
  const ask = { upload: upload.id };
  const found = await within(locals.jobs.ask(key, { kind: 'undo', kommun, ask }), PATIENCE_MS);
  return {
    title: `Ångra ${upload.fileName}, ${namnd.name}`,
    kommun,
    upload: { id: upload.id, fileName: upload.fileName },
    report: found?.answer ?? null,
    revision,
  };
};

export const actions = {
  default: async (asked) => {
    const { locals, request } = asked;
    const { kommun, at, upload, actor } = workWithUpload(asked, 'read-in');
    const { fields: form, failure } = await readFields(locals.db, request);
    if (failure) return failure;
    // What was looked at is what is done, or it is looked at again.
    const isSeen = form.get('revision') === String(kommuner.revision(locals.db, kommun.id));
    if (!isSeen && upload.state === 'stored') redirect(303, `${undoPath(at, upload.id)}?nytt`);
    undoUpload(locals.db, actor, new Date(), kommun, upload);
    redirect(303, uploadPath(at, upload.id));
  },
};
