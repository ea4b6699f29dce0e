import { json } from '@sveltejs/kit';
import { asApi } from '#lib/server/api-v1.ts';
import { assessedOr404, standingOr404 } from '#routes/guard.server.ts';

/** The whole of one nämnd at one published occasion. */
export const GET = ({ locals: { db }, params, url }) => {
  // What is published, whoever asks.
  const asked = { locals: { db, user: null }, params, url };
  return json(asApi(assessedOr404(standingOr404(asked, params.tillfalle))));
};
