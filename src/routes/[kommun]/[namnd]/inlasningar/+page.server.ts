import { fail, redirect } from '@sveltejs/kit';
import { previewPath, uploadsPath } from '#lib/components/paths.ts';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import { sortSv } from '#lib/format/sv.ts';
import { parsePeriodText } from '#lib/ingest/period-text.ts';
import { isPasted, pastedFile, typedFile } from '#lib/ingest/typed.ts';
import type { Fixed, Pasted } from '#lib/ingest/typed.ts';
import { asBy } from '#lib/server/db/actor.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import type { Db } from '#lib/server/db/client.ts';
import type { KeptFile } from '#lib/server/db/waiting-files.ts';
import * as indicators from '#lib/server/db/indicators.ts';
import * as mappings from '#lib/server/db/mappings.ts';
import * as places from '#lib/server/db/places.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { today, workAt } from '#routes/guard.server.ts';
import { readFields, readForm } from '#routes/forms.server.ts';

export const load = (asked) => {
  const { locals } = asked;
  const { kommun, namnd } = workAt(asked, 'read-in');
  return {
    title: `Läs in, ${namnd.name}`,
    kommun,
    limitMb: locals.uploadLimitMb,
    // What goes to the browser is what the page shows, and no more.
    waiting: previews
      .list(locals.db, kommun.id)
      .map(({ id, fileName, createdAt }) => ({ id, fileName, createdAt })),
    history: uploads.history(locals.db, kommun.id).map(({ upload: one, removed }) => ({
      ...{ id: one.id, fileName: one.fileName, byRole: one.byRole, counts: one.counts },
      ...{ at: one.storedAt ?? one.createdAt, state: one.state, undoneAt: one.undoneAt, removed },
    })),
    explained: mappings.list(locals.db, kommun.id).length,
    // What is answered in words is no value.
    indicators: indicators
      .list(locals.db, namnd.id)
      .filter((one) => !one.isQualitative)
      .map(({ key, title, short }) => ({ key, title: short ?? title })),
    units: sortSv(
      places.list(locals.db, kommun.id).filter(({ kind }) => kind === 'unit'),
      ({ name }) => name,
    ).map(({ name }) => name),
  };
};

/** What every file that waits is kept with. */
const askedBy = (kommun: number, actor: Actor) => ({
  ...{ kommun, choices: NO_CHOICES, ...asBy(actor) },
  createdAt: new Date().toISOString(),
});

type Chosen = { readonly name: string; readonly kept: KeptFile };

/** Keeps a file to be looked at; one that waits already is not kept twice. */
function keep(db: Db, kommun: number, actor: Actor, { name, kept }: Chosen): number {
  const { storedAs, sha256 } = kept;
  const known = previews
    .list(db, kommun)
    .find((one) => one.sha256 === sha256 && one.fileName === name);
  if (!known)
    return previews.insert(db, { ...askedBy(kommun, actor), fileName: name, storedAs, sha256 });
  previews.clearFile(db, kept);
  return known.id;
}

/** What is typed becomes a file, and is looked at like one. */
function keepTyped(asked: Asked, fileName: string, text: string): never {
  const { kommun, at, actor } = workAt(asked, 'read-in');
  const bytes = new TextEncoder().encode(text);
  const id = previews.keep(asked.locals.db, { ...askedBy(kommun.id, actor), fileName, bytes });
  redirect(303, previewPath(at, id));
}

type Asked = {
  readonly locals: App.Locals;
  readonly params: { readonly kommun: string; readonly namnd: string };
  readonly url: URL;
  readonly request: Request;
};

/** What the forms without files are made of: shown again when they could not be taken. */
const FIELDS = ['indikator', 'period', 'plats', 'kon', 'varde', 'kommentar', 'slag', 'text'];

async function fieldsOf(asked: Asked) {
  workAt(asked, 'read-in');
  const { fields, failure } = await readFields(asked.locals.db, asked.request);
  const fieldOf = (name: string) => fields?.get(name)?.trim() ?? '';
  const was = Object.fromEntries(FIELDS.map((name) => [name, fields?.get(name)]));
  return { fieldOf, failure, was };
}

/** What must be told beside the columns, when they do not hold it themselves. */
function lackingFor(of: Pasted, { indicator, period }: Pick<Fixed, 'indicator' | 'period'>) {
  if (indicator === '' && (of === 'periods' || of === 'places')) {
    return 'Välj indikatorn som värdena gäller.';
  }
  const isDated = of === 'periods' || of === 'table' || period !== '';
  return isDated ? null : 'Skriv perioden som värdena gäller, till exempel 2025.';
}

const notAPeriod = (text: string) =>
  `”${text}” är ingen period. Skriv till exempel 2025, 2025-T2, jan–jun 2025 eller maj 2025.`;

const NO_FILE = 'Ingen fil är vald. Välj en fil eller släpp den i rutan.';

export const actions = {
  filer: async (asked) => {
    const { locals, request } = asked;
    const { kommun, at, actor } = workAt(asked, 'read-in');
    const { upload, failure } = await readForm(locals.db, request, locals.uploadLimitMb);
    if (failure) return failure;
    const ids = upload.files.map((file) => keep(locals.db, kommun.id, actor, file));
    const [only, ...others] = ids;
    if (only === undefined) return fail(400, { message: NO_FILE, was: {} });
    redirect(303, others.length === 0 ? previewPath(at, only) : `${uploadsPath(at)}#vantar`);
  },

  varde: async (asked) => {
    const { fieldOf, failure, was } = await fieldsOf(asked);
    if (failure) return failure;
    const [indicator, period, sex] = [fieldOf('indikator'), fieldOf('period'), fieldOf('kon')];
    const typed = { indicator, period, sex, place: fieldOf('plats'), value: fieldOf('varde') };
    if (indicator === '') return fail(400, { message: 'Välj en indikator.', was });
    if (!parsePeriodText(period).ok) return fail(400, { message: notAPeriod(period), was });
    const text = typedFile({ ...typed, note: fieldOf('kommentar') });
    return keepTyped(asked, `Inskrivet värde ${indicator} ${period}.csv`, text);
  },

  klistra: async (asked) => {
    const { fieldOf, failure, was } = await fieldsOf(asked);
    if (failure) return failure;
    // Not trimmed: the last cell may be empty.
    const [of, text] = [fieldOf('slag'), was['text'] ?? ''];
    if (text.trim() === '' || !isPasted(of)) {
      return fail(400, { message: 'Klistra in kolumnerna från Excel i rutan.', was });
    }
    const fixed = { indicator: fieldOf('indikator'), period: fieldOf('period') };
    const lacks = lackingFor(of, fixed);
    if (lacks) return fail(400, { message: lacks, was });
    if (fixed.period !== '' && !parsePeriodText(fixed.period).ok) {
      return fail(400, { message: notAPeriod(fixed.period), was });
    }
    const where = { place: fieldOf('plats'), sex: fieldOf('kon') };
    const file = pastedFile(of, { ...fixed, ...where }, text);
    return keepTyped(
      asked,
      `Inklistrade värden ${fixed.indicator || fixed.period || today()}.csv`,
      file,
    );
  },
};
