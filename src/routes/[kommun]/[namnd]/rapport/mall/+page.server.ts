import { fail, redirect } from '@sveltejs/kit';
import { reportTemplatePath } from '#lib/components/paths.ts';
import type { ReportTemplate } from '#lib/domain/report.ts';
import { composeReport } from '#lib/format/report/compose.ts';
import { formatDay } from '#lib/format/sv.ts';
import { readBase } from '#lib/server/report/base.ts';
import * as waitingFiles from '#lib/server/db/waiting-files.ts';
import * as wordTemplates from '#lib/server/db/word-templates.ts';
import { readTemplate, readWritten } from '#lib/server/reports/read.ts';
import { choicesOf, templateIn } from '#lib/server/reports/template-form.ts';
import { saveTemplate, saveWordTemplate } from '#lib/server/reports/write.ts';
import { readFields, readForm } from '#routes/forms.server.ts';
import type { Asked } from '#routes/guard.server.ts';
import { actorOr403, assessedOr404, standingOr404, today } from '#routes/guard.server.ts';

/** Reports of a kind of occasion are the whole kommun's: who may publish all over it says what they are made of. */
function templateAt(asked: Asked) {
  const standing = standingOr404(asked);
  const assessed = assessedOr404(standing);
  const { kommun, namnd } = standing;
  const actor = actorOr403(asked, 'publish', { kommun: kommun.id, namnd: null });
  return { kommun, namnd, assessed, actor, kept: readTemplate(asked.locals.db, assessed) };
}

export const load = (asked) => {
  const { db } = asked.locals;
  const { kommun, assessed, kept } = templateAt(asked);
  const { template, rev } = kept;
  const written = readWritten(db, assessed);
  return {
    title: 'Rapportens delar',
    ...{ template, rev, choices: choicesOf(assessed) },
    of: assessed.occasion.title,
    preview: composeReport(assessed, template, written, formatDay(today())),
    word: wordTemplates.read(db, kommun.id)?.fileName ?? null,
    isSaved: asked.url.searchParams.has('sparad'),
  };
};

const MOVED =
  'Någon annan har ändrat delarna medan du hade sidan öppen. Öppna den på nytt och gör om ändringen.';

/** A Word file of a kommun is a page or two with its logo. */
const WORD_MB = 10;
const NO_WORD =
  'Filen går inte att läsa som en Word-fil. Spara den som .docx i Word och välj den igen.';

type Posted = Asked & { readonly request: Request };

/** Back to the page, which says that it is saved. */
function back({ kommun, namnd, assessed }: ReturnType<typeof templateAt>): never {
  const query = `?tillfalle=${assessed.occasion.key}&sparad=ja`;
  redirect(303, reportTemplatePath({ kommun: kommun.slug, namnd: namnd.slug, query }));
}

export const actions = {
  spara: async (asked: Posted) => {
    const at = templateAt(asked);
    const { fields, failure } = await readFields(asked.locals.db, asked.request);
    if (!fields) return failure;
    const { kommun, assessed, actor, kept } = at;
    const template = templateIn(fields, kept.template);
    if (!template.ok) return fail(422, { message: template.error });
    const seen = fields.get('rev') ?? '';
    const told: { template: ReportTemplate; rev: number | null } = {
      template: template.value,
      rev: /^\d+$/.test(seen) ? Number(seen) : null,
    };
    const { kind } = assessed.occasion;
    if (!saveTemplate(asked.locals.db, actor, new Date(), kommun, kind, told))
      return fail(409, { message: MOVED });
    return back(at);
  },

  /** The kommun's own Word file, or that it has none. */
  word: async (asked: Posted) => {
    const at = templateAt(asked);
    const { db } = asked.locals;
    const { upload, failure } = await readForm(db, asked.request, WORD_MB);
    if (!upload) return failure;
    const [file] = upload.files;
    const bytes = file ? waitingFiles.read(db, file.kept) : null;
    for (const { kept } of upload.files) waitingFiles.remove(db, kept.storedAs);
    const isAway = upload.fields.get('bort') === 'ja';
    if (!isAway && (!file || !bytes || !readBase(bytes).ok)) return fail(422, { message: NO_WORD });
    const word = isAway || !file || !bytes ? null : { name: file.name, bytes };
    saveWordTemplate(db, at.actor, new Date(), at.kommun, word);
    return back(at);
  },
};
