import { kommunOr404 } from '../guard.ts';

export const load = ({ locals, params }) => ({ kommun: kommunOr404(locals.db, params.kommun) });
