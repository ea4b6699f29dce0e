import { and, eq } from 'drizzle-orm';
import type { ReportTemplate } from '#lib/domain/report.ts';
import type { Db } from './client.ts';
import { reportTemplate } from './schema/reports.ts';

/** A template as it is kept; `rev` says whether somebody has changed it since it was read. */
export type KeptTemplate = { readonly template: ReportTemplate; readonly rev: number };

const isOf = (kommun: number, kind: string) =>
  and(eq(reportTemplate.kommun, kommun), eq(reportTemplate.kind, kind));

/** Undefined where the kommun has none of its own for that kind of occasion. */
export const read = (db: Db, kommun: number, kind: string): KeptTemplate | undefined =>
  db
    .select({ template: reportTemplate.template, rev: reportTemplate.rev })
    .from(reportTemplate)
    .where(isOf(kommun, kind))
    .get();

export const insert = (
  db: Db,
  row: { readonly kommun: number; readonly kind: string; readonly template: ReportTemplate },
): void => {
  db.insert(reportTemplate).values(row).run();
};

/** False when it is another than at `rev`; null is that there was none. */
export function keep(
  db: Db,
  { kommun, kind, template }: Parameters<typeof insert>[1],
  rev: number | null,
): boolean {
  if ((read(db, kommun, kind)?.rev ?? null) !== rev) return false;
  if (rev === null) insert(db, { kommun, kind, template });
  else
    db.update(reportTemplate)
      .set({ template, rev: rev + 1 })
      .where(isOf(kommun, kind))
      .run();
  return true;
}
