import { error, fail, redirect } from '@sveltejs/kit';
import { mappingsPath } from '#lib/components/paths.ts';
import { mappingProblems } from '#lib/ingest/layouts/mapping-problems.ts';
import { readChoices } from '#lib/server/choices-form.ts';
import * as mappings from '#lib/server/db/mappings.ts';
import type { Remembered } from '#lib/server/db/mappings.ts';
import { optionsOf } from '#lib/server/preview-questions.ts';
import { changeRemembered, forget } from '#lib/server/remember.ts';
import { readFields } from '#routes/forms.server.ts';
import { idOr404, workAt } from '#routes/guard.server.ts';
import type { Asked } from '#routes/guard.server.ts';

const GONE =
  'Uppställningen är ändrad eller glömd sedan sidan visades. Den som gäller nu står i listan.';

function rememberedAt(asked: Asked & { readonly params: { readonly id: string } }) {
  const work = workAt(asked, 'read-in');
  const row = mappings.read(asked.locals.db, work.kommun.id, idOr404(asked.params.id));
  return row ? { ...work, row } : error(404, GONE);
}

/** As lists: a name of a file may be one that an object cannot be sent with. */
const listed = ({ indicators, places }: Remembered['names']) => ({
  indicator: Object.entries(indicators),
  place: Object.entries(places),
});

export const load = (asked) => {
  const { locals } = asked;
  const { kommun, namnd, row } = rememberedAt(asked);
  const { id, header, mapping, names, fileName, byRole, confirmedAt } = row;
  return {
    title: `Uppställning, ${namnd.name}`,
    kommun,
    one: { id, header, mapping, fileName, byRole, confirmedAt },
    names: listed(names),
    options: optionsOf(locals.db, kommun),
  };
};

export const actions = {
  spara: async (asked) => {
    const { locals } = asked;
    const { kommun, at, row, actor } = rememberedAt(asked);
    const { fields, failure } = await readFields(locals.db, asked.request);
    if (failure) return failure;
    const { mapping, indicators, places } = readChoices(fields);
    const problems = mapping ? mappingProblems(mapping, 1) : [];
    if (problems.length > 0)
      return fail(422, { problems, mapping, names: listed({ indicators, places }) });
    const said = { mapping, names: { indicators, places } };
    const isKept = changeRemembered(locals.db, actor, new Date(), kommun, row.id, said);
    return isKept ? redirect(303, mappingsPath(at)) : fail(409, { message: GONE });
  },

  glom: (asked) => {
    const { kommun, at, row, actor } = rememberedAt(asked);
    forget(asked.locals.db, actor, new Date(), kommun, row.id);
    redirect(303, mappingsPath(at));
  },
};
