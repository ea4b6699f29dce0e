import { json } from '@sveltejs/kit';
import { readSettings, wrongSettings } from '#lib/server/db/client.ts';
import { noteFault } from '#routes/note-fault.server.ts';

/** For whoever watches the installation: 200 when the database answers as it must, else 503. */
export const GET = ({ locals }) => {
  const wrong = wrongSettings(locals.db);
  const body = { ok: wrong.length === 0, database: readSettings(locals.db), wrong };
  if (body.ok) return json(body);
  const { id } = noteFault(`503 ${wrong.join(', ')}`);
  return json({ ...body, id }, { status: 503 });
};
