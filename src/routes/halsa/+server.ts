import { json } from '@sveltejs/kit';
import { readSettings, wrongSettings } from '#lib/server/db/client.ts';

/** For whoever watches the installation: 200 when the database answers as it must, else 503. */
export const GET = ({ locals }) => {
  const wrong = wrongSettings(locals.db);
  const body = { ok: wrong.length === 0, database: readSettings(locals.db), wrong };
  return json(body, { status: body.ok ? 200 : 503 });
};
