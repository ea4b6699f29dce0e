import { error, fail, redirect } from '@sveltejs/kit';
import { signInPath, uploadPath } from '#lib/components/paths.ts';
import { removalFaults } from '#lib/domain/gallring.ts';
import * as gallringar from '#lib/server/db/gallringar.ts';
import { within } from '#lib/server/jobs.ts';
import { backupsWith, concernedBy, removeBytes } from '#lib/server/remove-bytes.ts';
import { restingOn } from '#lib/server/rests-on.ts';
import { readFields } from '#routes/forms.server.ts';
import { actorOr403, today } from '#routes/guard.server.ts';
import { uploadAt } from '../upload-at.server.ts';

/** The database is written anew meanwhile: of a large one that takes a while, and the page says if it is not done. */
const PATIENCE_MS = 10_000;

/** What would go, and who may take it away; what is gone already leads back. */
function removalAt(asked: Parameters<typeof uploadAt>[0]) {
  // Before anything is said of the upload: who was signed out comes back here.
  if (!asked.locals.user) redirect(303, signInPath(asked.url));
  const found = uploadAt(asked);
  const concerned = concernedBy(asked.locals.db, found.upload);
  const actor = actorOr403(asked, 'remove-bytes', concerned.reach);
  if (gallringar.read(asked.locals.db, found.upload.file))
    redirect(303, uploadPath(found.at, found.upload.id));
  return { ...found, concerned, actor };
}

export const load = (asked) => {
  const { kommun, namnd, upload, concerned } = removalAt(asked);
  const others = concerned.uploads.filter(({ id }) => id !== upload.id);
  const isOurs = (of: number | null) => of === null || of === kommun.id;
  return {
    title: `Gallra ${upload.fileName}, ${namnd.name}`,
    kommun,
    upload: { id: upload.id, fileName: upload.fileName, isUndone: upload.state === 'undone' },
    /** Other uploads of the same bytes: the kommun's own, and how many are of others. */
    others: others
      .filter((one) => isOurs(one.kommun) && one.state !== 'loading')
      .map(({ id, fileName, storedAt, createdAt }) => ({
        id,
        fileName,
        at: storedAt ?? createdAt,
      })),
    elsewhere: others.filter((one) => !isOurs(one.kommun)).length,
    resting: restingOn(asked.locals.db, kommun, new Set(concerned.uploads.map(({ id }) => id))),
    backups: backupsWith(asked.locals.db, concerned, null),
    today: today(),
  };
};

const FIELDS = ['skal', 'beslut', 'dag', 'bekrafta'] as const;

export const actions = {
  default: async (asked) => {
    const { locals, request } = asked;
    const { kommun, at, upload, actor } = removalAt(asked);
    const { fields, failure } = await readFields(locals.db, request);
    if (!fields) return fail(413, { message: failure.data.message, faults: [], was: {} });
    const was = Object.fromEntries(FIELDS.map((name) => [name, fields.get(name)?.trim() ?? '']));
    const [reason, decision, decidedOn] = [was['skal']!, was['beslut']!, was['dag']!];
    const said = { reason, decision, decidedOn };
    const faults = removalFaults({ ...said, isConfirmed: was['bekrafta'] === 'ja' }, today());
    if (faults.length > 0) return fail(422, { message: null, faults, was });
    if (!removeBytes(locals.db, actor, new Date(), kommun, upload, said))
      error(
        409,
        'Någon annan hann gallra filen. Gå tillbaka till inläsningen och läs vad som gäller.',
      );
    const ask = { actor };
    const erased = locals.jobs.ask(`erase ${upload.file}`, { kind: 'erase', kommun, ask });
    await within(erased, PATIENCE_MS);
    redirect(303, uploadPath(at, upload.id));
  },
};
