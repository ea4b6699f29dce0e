import { kommunOr404 } from '#routes/guard.server.ts';

export const load = ({ locals, params }) => ({ kommun: kommunOr404(locals, params.kommun) });
