import * as mappings from '#lib/server/db/mappings.ts';
import { actorOr403, namndAt } from '#routes/guard.server.ts';

export const load = ({ locals, params }) => {
  actorOr403(locals.actor);
  const { kommun, namnd } = namndAt(locals.db, params);
  return {
    title: `Uppställningar, ${namnd.name}`,
    kommun,
    remembered: mappings
      .list(locals.db, kommun.id)
      .map(({ id, header, mapping, names, fileName, byRole, confirmedAt }) => ({
        ...{ id, header, mapping, fileName, byRole, confirmedAt },
        names: Object.keys(names.indicators).length + Object.keys(names.places).length,
      })),
  };
};
