import { error } from '@sveltejs/kit';
import type { Db } from '#lib/server/db/client.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { idOr404, namndAt } from '#routes/guard.server.ts';

type Params = { readonly kommun: string; readonly namnd: string; readonly id: string };

/** The upload of an address: one of the kommun's own, or one that all of them share. */
export function uploadAt(db: Db, params: Params) {
  const { kommun, namnd, at } = namndAt(db, params);
  const upload = uploads.read(db, kommun.id, idOr404(params.id));
  if (!upload) error(404, `Det finns ingen sådan inläsning i ${kommun.name}.`);
  return { kommun, namnd, at, upload };
}
