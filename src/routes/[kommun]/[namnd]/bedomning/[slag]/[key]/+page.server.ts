import { fail, redirect } from '@sveltejs/kit';
import { judgingPath, sheetPath, signInPath } from '#lib/components/paths.ts';
import type { At } from '#lib/components/paths.ts';
import { isSame } from '#lib/domain/judgement.ts';
import type { Due } from '#lib/domain/due.ts';
import type { Db } from '#lib/server/db/client.ts';
import { markReady } from '#lib/server/judge.ts';
import { dropDraft, keepDrafts, readDrafts } from '#lib/server/sheet/drafts.ts';
import { materialOf } from '#lib/server/sheet/material.ts';
import { readReady } from '#lib/server/sheet/ready.ts';
import { saveSheet } from '#lib/server/sheet/save.ts';
import type { Sheet } from '#lib/server/sheet/sheet.ts';
import { viewOf } from '#lib/server/sheet/view.ts';
import { readFields } from '#routes/forms.server.ts';
import { actorOr403 } from '#routes/guard.server.ts';
import { openSheetAt, sheetAt } from './sheet-at.server.ts';
import type { AskedSheet } from './sheet-at.server.ts';

const atOf = ({ namnd, assessed }: Sheet) => ({ namnd, occasion: assessed.occasion.id });
const of = ({ subject, key }: Due) => ({ kind: subject.kind, key });

/** What to go on with: the next that nobody has said is ready, from here and round; null when all are. */
function nextOf(db: Db, all: readonly Due[], { due, ...sheet }: Sheet) {
  const ready = readReady(db, atOf({ due, ...sheet }));
  const here = all.findIndex((one) => isSame(one.subject, due.subject));
  const round = [...all.slice(here + 1), ...all.slice(0, here)];
  const next = round.find((one) => !one.isOptional && ready(one.subject).state !== 'ready');
  return next ? { ...of(next), title: next.title } : null;
}

export const load = (asked) => {
  const { work, all, due, sheet } = sheetAt(asked);
  const { occasion, roles, forecastOccasion } = sheet.assessed;
  if (occasion.phase !== 'oppet') redirect(303, judgingPath(work.at));
  const { db } = asked.locals;
  const { key, title, word, owners, aspect, state, isOutdated, lacks, subject } = due;
  const goal = sheet.assessed.goals.find(
    (one) => subject.kind === 'goal' && one.goal.id === subject.id,
  );
  return {
    title: `${title}, bedömning`,
    at: work.at,
    occasion,
    later: forecastOccasion,
    due: { kind: subject.kind, key, title, word: word.one, aspect, state, isOutdated, lacks },
    owners: owners.map((code) => roles.find((one) => one.code === code)?.title ?? code),
    earlier: goal?.earlier ?? [],
    material: materialOf(sheet),
    view: viewOf(db, sheet, readDrafts(db, sheet, work.actor.person)),
    ready: readReady(db, atOf(sheet))(subject),
    next: nextOf(db, all, sheet),
    isSaved: asked.url.searchParams.has('sparat'),
  };
};

type Posted = AskedSheet & { readonly request: Request };

/** Who has been signed out meanwhile takes what they wrote along, and finds it as a draft (see /logga-in). */
function stayOrSignIn({ locals, url }: Posted): void {
  if (!locals.user) redirect(307, signInPath(url));
}

const back = ({ work, due }: { work: { at: At }; due: Due }, query = '') =>
  sheetPath(work.at, of(due)) + query;

/** The failure of what could not be kept; null when all of it was. What could be kept is kept anyway. */
async function save(asked: Posted) {
  stayOrSignIn(asked);
  const { db } = asked.locals;
  const { fields, failure } = await readFields(db, asked.request);
  if (failure) return failure;
  const { work, sheet } = openSheetAt(asked);
  const { faults } = saveSheet(db, work.actor, new Date(), sheet, fields);
  const isTaken = Object.values(faults).some((some) => some.includes('conflict'));
  if (Object.keys(faults).length === 0) return null;
  return fail(isTaken ? 409 : 422, { faults, lacks: [] });
}

/** Says that it is ready, or not after all; nothing where it was so already. */
function mark(asked: AskedSheet, found: ReturnType<typeof openSheetAt>, isReady: boolean): void {
  const { db } = asked.locals;
  const { work, due, sheet } = found;
  const actor = actorOr403(asked, 'mark-ready', { kommun: work.kommun.id, namnd: work.namnd.id });
  const { link: base, state } = readReady(db, atOf(sheet))(due.subject);
  if (state === (isReady ? 'ready' : 'open')) return;
  const told = { subject: due.subject, isReady, base };
  markReady(db, actor, new Date(), work.kommun, atOf(sheet), told);
}

export const actions = {
  spara: async (asked) => {
    const failure = await save(asked);
    return failure ?? redirect(303, back(openSheetAt(asked), '&sparat'));
  },

  /** Saves, and says that it is ready: only when nothing is left to say. */
  klar: async (asked) => {
    const failure = await save(asked);
    if (failure) return failure;
    const found = openSheetAt(asked);
    const { lacks } = found.due;
    if (lacks.length > 0) return fail(422, { faults: {}, lacks });
    mark(asked, found, true);
    redirect(303, back(found, '&sparat'));
  },

  oppna: async (asked) => {
    const failure = await save(asked);
    if (failure) return failure;
    const found = openSheetAt(asked);
    mark(asked, found, false);
    redirect(303, back(found));
  },

  /** What is being written, while it is: nobody's word yet. */
  utkast: async (asked) => {
    stayOrSignIn(asked);
    const { db } = asked.locals;
    const { fields, failure } = await readFields(db, asked.request);
    if (failure) return failure;
    const { work, sheet } = openSheetAt(asked);
    const now = new Date();
    const isTaken = keepDrafts(db, sheet, work.actor.person, now, fields);
    return { savedAt: now.toISOString(), isTaken };
  },

  kasta: (asked) => {
    const found = openSheetAt(asked);
    const { work, sheet } = found;
    for (const slot of sheet.slots) dropDraft(asked.locals.db, sheet, work.actor.person, slot);
    redirect(303, back(found));
  },
};
