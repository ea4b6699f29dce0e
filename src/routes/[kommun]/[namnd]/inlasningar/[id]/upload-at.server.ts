import { error } from '@sveltejs/kit';
import * as uploads from '#lib/server/db/uploads.ts';
import { isShownToAll } from '#lib/server/shown-to-all.ts';
import { idOr404, may, namndAt, workAt } from '#routes/guard.server.ts';
import type { Asked } from '#routes/guard.server.ts';
import type { Action } from '#lib/domain/permission.ts';

type OfUpload = Asked & { readonly params: { readonly id: string } };

/**
 * The upload of an address: one of the kommun's own, or one that all of them share. For who may not read open work
 * there, one that nothing public rests on is as one that is not: their numbers follow on each other.
 */
export function uploadAt(asked: OfUpload) {
  const { db, user } = asked.locals;
  const place = namndAt(asked);
  const { kommun, namnd } = place;
  const upload = uploads.read(db, kommun.id, idOr404(asked.params.id));
  const isInside = may(user, 'read-open', { kommun: kommun.id, namnd: namnd.id });
  if (upload && (isInside || isShownToAll(db, kommun, namnd, upload))) return { ...place, upload };
  const next = isInside ? '' : ` Arbetar du i ${namnd.name}: logga in och öppna sidan igen.`;
  error(404, `Det finns ingen sådan inläsning i ${kommun.name}.${next}`);
}

/** The same, and who does something with it. */
export function workWithUpload(asked: OfUpload, action: Action) {
  const { actor } = workAt(asked, action);
  return { ...uploadAt(asked), actor };
}
