import { error } from '@sveltejs/kit';
import type { Assessed } from '#lib/domain/assess-all.ts';
import { plainText } from '#lib/server/report/plain.ts';
import { MEDIA_TYPE, REPORT_FORMATS, reportFile } from '#lib/server/reports/files.ts';
import type { ReportFormat } from '#lib/server/reports/files.ts';
import { readReport } from '#lib/server/reports/read.ts';
import { assessedOr404, standingOr404, today } from '#routes/guard.server.ts';

const isFormat = (form: string): form is ReportFormat =>
  REPORT_FORMATS.includes(form as ReportFormat);

/** The name of a file: plain letters, for keys and slugs are. A version says which it is. */
function nameOf({ kommun, namnd, occasion }: Assessed, form: string): string {
  const version =
    occasion.phase === 'last' && occasion.decision ? `-version-${occasion.decision.version}` : '';
  return `${kommun.slug}-${namnd.slug}-${occasion.key}${version}.${form}`;
}

/** The report as Word, Excel, values, web page or plain text, made of the same pieces as its page. */
export const GET = async (asked) => {
  const { form } = asked.params;
  const assessed = assessedOr404(standingOr404(asked));
  const { db } = asked.locals;
  const { document, isFrozen } = readReport(db, assessed, today());
  if (form === 'txt')
    return new Response(plainText(document), {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  if (!isFormat(form))
    error(404, 'Rapporten finns som docx, xlsx, csv och html. Ändra slutet på adressen.');
  const bytes = await reportFile(db, { assessed, document, isFrozen }, form);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': MEDIA_TYPE[form],
      // Also the web page: its own looks stand on its elements, which the policy of this site would take from it.
      'content-disposition': `attachment; filename="${nameOf(assessed, form)}"`,
    },
  });
};
