import { error, redirect } from '@sveltejs/kit';
import { previewPath } from '#lib/components/paths.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { readSourceLine } from '#lib/server/source-line.ts';
import { mayUndo } from '#lib/server/undo.ts';
import { actorOr403 } from '#routes/guard.server.ts';
import { uploadAt } from './upload-at.server.ts';

const lineOf = (text: string | null) => (/^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : null);

/** Where a value came from, for everyone; the line and the file for who may read in. */
export const load = ({ locals, params, url }) => {
  const { kommun, namnd, upload } = uploadAt(locals.db, params);
  const line = lineOf(url.searchParams.get('rad'));
  const { choices: _choices, loader: _loader, byName: _byName, ...told } = upload;
  return {
    title: `${upload.fileName}, ${namnd.name}`,
    kommun,
    upload: told,
    line,
    source: locals.actor && line !== null ? readSourceLine(locals.db, kommun, upload, line) : null,
    may: {
      read: locals.actor !== null,
      undo: locals.actor !== null && mayUndo(kommun, upload),
    },
  };
};

export const actions = {
  /** What was undone can be read in once more: as a file to be looked at, like any other. */
  igen: ({ locals, params }) => {
    const actor = actorOr403(locals.actor);
    const { kommun, at, upload } = uploadAt(locals.db, params);
    const bytes = uploads.readBytes(locals.db, upload.file);
    if (!bytes) error(404, 'Filen finns inte kvar. Välj den på nytt.');
    const id = previews.insert(locals.db, {
      kommun: kommun.id,
      fileName: upload.fileName,
      sha256: upload.file,
      bytes: Buffer.from(bytes),
      choices: upload.choices ?? NO_CHOICES,
      byName: actor.name,
      byRole: actor.role,
      createdAt: new Date().toISOString(),
    });
    redirect(303, previewPath(at, id));
  },
};
