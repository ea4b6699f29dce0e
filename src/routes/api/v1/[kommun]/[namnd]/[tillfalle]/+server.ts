import { json } from '@sveltejs/kit';
import { asApi } from '#lib/server/api-v1.ts';
import { assessedOr404, standingOr404, today } from '#routes/guard.server.ts';

/** The whole of one nämnd at one published occasion. */
export const GET = ({ locals, params }) =>
  json(asApi(assessedOr404(standingOr404(locals.db, params, params.tillfalle, today()))));
