import { dueOf, isTold } from '#lib/domain/due.ts';
import type { Due } from '#lib/domain/due.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import { ownerWord } from '#lib/format/roles.ts';
import * as drafts from '#lib/server/db/drafts.ts';
import { sheetName } from '#lib/server/sheet/drafts.ts';
import { readReady } from '#lib/server/sheet/ready.ts';
import { may, openWorkAt } from '#routes/guard.server.ts';

/** All that is to be judged or told of at an occasion, level by level, with what is yet to be said. */
export const load = (asked) => {
  const { kommun, namnd, at, actor, assessed } = openWorkAt(asked, 'judge');
  const title = `Bedömning, ${namnd.name}`;
  if (!assessed) return { title, at, occasion: null, shown: null };
  const { db } = asked.locals;
  const where = { namnd: namnd.id, occasion: assessed.occasion.id };
  const ready = readReady(db, where);
  const mine = drafts.list(db, { ...where, person: actor.person });
  const asRow = (due: Due) => ({
    due,
    ready: ready(due).state,
    owners: due.owners.map((code) => ownerWord(assessed.roles, code)),
    hasDraft: mine.some(({ slot }) => slot.startsWith(sheetName(due))),
  });
  const all = dueOf(assessed).filter(isTold).map(asRow);
  const isLeft = asked.url.searchParams.has('kvar');
  const rows = isLeft ? all.filter(({ due, ready }) => !due.isOptional && ready !== 'ready') : all;
  const { occasion, later } = assessed;
  const canAmend = may(asked.locals.user, 'publish', { kommun: kommun.id, namnd: namnd.id });
  const levels = [...groupBy(rows, ({ due }) => due.word.many)];
  return { title, at, occasion, shown: { later, levels, isLeft, canAmend } };
};
