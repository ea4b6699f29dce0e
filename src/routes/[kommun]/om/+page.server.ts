import { readMethod } from '#lib/server/method.ts';
import { kommunOr404 } from '#routes/guard.server.ts';

export const load = ({ locals, params }) => {
  const kommun = kommunOr404(locals, params.kommun);
  return { title: `Så sätts färgerna, ${kommun.name}`, method: readMethod(locals.db, kommun) };
};
