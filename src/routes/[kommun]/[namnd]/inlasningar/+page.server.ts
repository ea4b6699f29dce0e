import { createHash } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { previewPath, uploadsPath } from '#lib/components/paths.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { sortSv } from '#lib/format/sv.ts';
import { isPasted, pastedFile, typedFile } from '#lib/ingest/typed.ts';
import type { InputFile } from '#lib/ingest/read-file.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as indicators from '#lib/server/db/indicators.ts';
import * as places from '#lib/server/db/places.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { actorOr403, namndAt, today } from '#routes/guard.server.ts';
import { readForm } from '#routes/forms.server.ts';

export const load = ({ locals, params }) => {
  actorOr403(locals.actor);
  const { kommun, namnd } = namndAt(locals.db, params);
  return {
    title: `Läs in, ${namnd.name}`,
    kommun,
    limitMb: locals.uploadLimitMb,
    waiting: previews.list(locals.db, kommun.id),
    history: uploads.history(locals.db, kommun.id),
    indicators: indicators
      .list(locals.db, namnd.id)
      .map(({ key, title, short }) => ({ key, title: short ?? title })),
    units: sortSv(
      places.list(locals.db, kommun.id).filter(({ kind }) => kind === 'unit'),
      ({ name }) => name,
    ).map(({ name }) => name),
  };
};

/** Keeps a file to be looked at; one that waits already is not kept twice. */
function keep(db: Db, kommun: number, actor: Actor, file: InputFile): number {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const known = previews
    .list(db, kommun)
    .find((one) => one.sha256 === sha256 && one.fileName === file.name);
  if (known) return known.id;
  return previews.insert(db, {
    kommun,
    fileName: file.name,
    sha256,
    bytes: Buffer.from(file.bytes),
    choices: NO_CHOICES,
    byName: actor.name,
    byRole: actor.role,
    createdAt: new Date().toISOString(),
  });
}

/** Keeps files and shows the one, or the list of them. */
function keepAll({ locals, params }: Asked, files: readonly InputFile[]): never {
  const actor = actorOr403(locals.actor);
  const { kommun, at } = namndAt(locals.db, params);
  const ids = files.map((file) => keep(locals.db, kommun.id, actor, file));
  redirect(303, ids.length === 1 ? previewPath(at, ids[0]!) : `${uploadsPath(at)}#vantar`);
}

type Asked = {
  readonly locals: App.Locals;
  readonly params: { readonly kommun: string; readonly namnd: string };
  readonly request: Request;
};

const asFile = (name: string, text: string): InputFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

async function fieldsOf({ locals, request }: Asked) {
  actorOr403(locals.actor);
  const { upload, failure } = await readForm(request, locals.uploadLimitMb);
  const fieldOf = (name: string) => upload?.fields.get(name)?.trim() ?? '';
  return { fieldOf, failure };
}

export const actions = {
  filer: async (asked) => {
    actorOr403(asked.locals.actor);
    const { upload, failure } = await readForm(asked.request, asked.locals.uploadLimitMb);
    if (failure) return failure;
    if (upload.files.length === 0) {
      return fail(400, { message: 'Ingen fil är vald. Välj en fil eller släpp den i rutan.' });
    }
    return keepAll(asked, upload.files);
  },

  varde: async (asked) => {
    const { fieldOf, failure } = await fieldsOf(asked);
    if (failure) return failure;
    const [indicator, period, sex] = [fieldOf('indikator'), fieldOf('period'), fieldOf('kon')];
    const typed = { indicator, period, sex, place: fieldOf('plats'), value: fieldOf('varde') };
    if (indicator === '' || period === '') {
      return fail(400, { message: 'Välj en indikator och skriv perioden, till exempel 2025.' });
    }
    const text = typedFile({ ...typed, note: fieldOf('kommentar') });
    return keepAll(asked, [asFile(`Inskrivet värde ${today()}.csv`, text)]);
  },

  klistra: async (asked) => {
    const { fieldOf, failure } = await fieldsOf(asked);
    if (failure) return failure;
    const [of, text] = [fieldOf('slag'), fieldOf('text')];
    if (text === '' || !isPasted(of)) {
      return fail(400, { message: 'Klistra in kolumnerna från Excel i rutan.' });
    }
    const fixed = { indicator: fieldOf('indikator'), period: fieldOf('period') };
    const where = { place: fieldOf('plats'), sex: fieldOf('kon') };
    const file = pastedFile(of, { ...fixed, ...where }, text);
    return keepAll(asked, [asFile(`Inklistrade värden ${today()}.csv`, file)]);
  },
};
