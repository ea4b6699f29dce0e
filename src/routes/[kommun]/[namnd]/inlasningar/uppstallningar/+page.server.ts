import * as mappings from '#lib/server/db/mappings.ts';
import { workAt } from '#routes/guard.server.ts';

export const load = (asked) => {
  const { locals } = asked;
  const { kommun, namnd } = workAt(asked, 'read-in');
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
