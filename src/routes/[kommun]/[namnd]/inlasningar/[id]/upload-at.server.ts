import { error } from '@sveltejs/kit';
import * as uploads from '#lib/server/db/uploads.ts';
import { idOr404, namndAt, workAt } from '#routes/guard.server.ts';
import type { Asked } from '#routes/guard.server.ts';
import type { Action } from '#lib/domain/permission.ts';

type OfUpload = Asked & { readonly params: { readonly id: string } };

/** The upload of an address: one of the kommun's own, or one that all of them share. */
export function uploadAt(asked: OfUpload) {
  const place = namndAt(asked);
  const upload = uploads.read(asked.locals.db, place.kommun.id, idOr404(asked.params.id));
  if (!upload) error(404, `Det finns ingen sådan inläsning i ${place.kommun.name}.`);
  return { ...place, upload };
}

/** The same, and who does something with it. */
export function workWithUpload(asked: OfUpload, action: Action) {
  const { actor } = workAt(asked, action);
  return { ...uploadAt(asked), actor };
}
