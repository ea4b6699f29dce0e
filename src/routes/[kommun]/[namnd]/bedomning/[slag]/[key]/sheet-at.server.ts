import { error } from '@sveltejs/kit';
import { SHEET_KIND } from '#lib/format/judging.ts';
import { dueOf, isTold } from '#lib/domain/due.ts';
import { isLocked, isOpen } from '#lib/domain/occasion.ts';
import { readSheet } from '#lib/server/sheet/sheet.ts';
import type { Actor } from '#lib/server/db/actor.ts';
import type { Asked } from '#routes/guard.server.ts';
import { actorOr403, assessedIn, may, openWorkAt } from '#routes/guard.server.ts';

type Params = Asked['params'] & { readonly slag: string; readonly key: string };
export type AskedSheet = Omit<Asked, 'params'> & { readonly params: Params };

/** The sheet of an address, and who fills it in; with all else that is to be judged at its occasion. */
export function sheetAt(asked: AskedSheet) {
  const { locals, params } = asked;
  const work = openWorkAt(asked, 'judge');
  const assessed = assessedIn(work);
  const all = dueOf(assessed).filter(isTold);
  const due = all.find(
    ({ subject, key }) => SHEET_KIND[subject.kind] === params.slag && key === params.key,
  );
  if (!due) error(404, `Det finns inget sådant att bedöma i ${assessed.occasion.title}.`);
  const where = { namnd: work.namnd.id, assessed, due };
  return { work, all, due, sheet: readSheet(locals.db, work.kommun, where) };
}

export type Found = ReturnType<typeof sheetAt>;

/**
 * Whether what is said of it still counts: while it is open, and at the meeting for whoever publishes. What is locked
 * stands as it is.
 */
export function isWorkedWith(
  { locals }: Pick<AskedSheet, 'locals'>,
  { work, sheet }: Found,
): boolean {
  const { occasion } = sheet.assessed;
  const where = { kommun: work.kommun.id, namnd: work.namnd.id };
  return isOpen(occasion) || (!isLocked(occasion) && may(locals.user, 'publish', where));
}

/** Who says it: at the meeting in the role that publishes. */
export const actorOf = (asked: AskedSheet, { work, sheet }: Found): Actor =>
  isOpen(sheet.assessed.occasion)
    ? work.actor
    : actorOr403(asked, 'publish', { kommun: work.kommun.id, namnd: work.namnd.id });
