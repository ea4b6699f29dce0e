import { fail, redirect } from '@sveltejs/kit';
import { judgingPath, sheetPath, signInPath } from '#lib/components/paths.ts';
import { isOpen } from '#lib/domain/occasion.ts';
import { isOfWriter, todoOf } from '#lib/domain/todo.ts';
import { ownerWord } from '#lib/format/roles.ts';
import { missingWords } from '#lib/format/todo.ts';
import { dropDraft, keepDrafts, readDrafts } from '#lib/server/sheet/drafts.ts';
import { materialOf } from '#lib/server/sheet/material.ts';
import { nextAfter, readReady, setReady } from '#lib/server/sheet/ready.ts';
import { saveSheet } from '#lib/server/sheet/save.ts';
import { viewOf } from '#lib/server/sheet/view.ts';
import { readFields } from '#routes/forms.server.ts';
import { actorOr403 } from '#routes/guard.server.ts';
import { actorOf, isWorkedWith, sheetAt } from './sheet-at.server.ts';
import type { AskedSheet, Found } from './sheet-at.server.ts';

const readyIn = ({ sheet }: Found, { db }: App.Locals) =>
  readReady(db, { namnd: sheet.namnd, occasion: sheet.assessed.occasion.id });

const pathOf = ({ work: { at }, due }: Found, query = '') =>
  sheetPath(at, { kind: due.subject.kind, key: due.key }) + query;

export const load = (asked) => {
  const found = sheetAt(asked);
  const { work, all, due, sheet } = found;
  const { occasion, roles, forecastOccasion, goals } = sheet.assessed;
  const drafts = readDrafts(asked.locals.db, sheet, work.actor.person);
  // What was being written when it was published can still be read, by who wrote it.
  const isOpenToUs = isWorkedWith(asked, found);
  if (!isOpenToUs && drafts.size === 0) redirect(303, judgingPath(work.at));
  const { key, title, word, owners, aspect, isOutdated, subject } = due;
  const ready = readyIn(found, asked.locals);
  const next = nextAfter(all, due, ready);
  return {
    title: `${title}, bedömning`,
    at: work.at,
    occasion,
    isWorkedWith: isOpenToUs,
    later: forecastOccasion,
    due: { kind: subject.kind, key, title, word: word.one, aspect, isOutdated },
    owners: owners.map((code) => ownerWord(roles, code)),
    earlier:
      goals.find((one) => subject.kind === 'goal' && one.goal.id === subject.id)?.earlier ?? [],
    material: materialOf(sheet),
    view: viewOf(asked.locals.db, sheet, drafts, work.actor.person),
    ready: ready(due),
    next: next && { kind: next.subject.kind, key: next.key, title: next.title },
    isSaved: asked.url.searchParams.has('sparat'),
  };
};

type Posted = AskedSheet & { readonly request: Request };

const TOO_LARGE =
  'Det du skickade är för mycket att ta emot på en gång, och är inte sparat. Gå tillbaka i webbläsaren, så står det kvar, och korta det.';
const CLOSED =
  'Tillfället är inte öppet längre, så det du skrev är inte sparat. Det står kvar nedan: kopiera det du behöver.';

const no = (status: number, message: string) => fail(status, { message, faults: {} });

/** What the form carries. Who has been signed out meanwhile takes it along, and finds it as a draft. */
async function fieldsOf({ locals, url, request }: Posted) {
  if (!locals.user) redirect(307, signInPath(url));
  const { fields } = await readFields(locals.db, request);
  return fields;
}

/** The failure of what could not be kept; null when all of it was. What could be kept is kept anyway. */
async function save(asked: Posted) {
  const fields = await fieldsOf(asked);
  if (!fields) return no(413, TOO_LARGE);
  const found = sheetAt(asked);
  const { work, sheet } = found;
  const [{ db }, now] = [asked.locals, new Date()];
  if (!isWorkedWith(asked, found)) {
    keepDrafts({ db, sheet, person: work.actor.person, now, fields });
    return no(409, CLOSED);
  }
  const { faults } = saveSheet(db, actorOf(asked, found), now, sheet, fields);
  const isTaken = Object.values(faults).some((some) => some.includes('conflict'));
  const isWhole = Object.keys(faults).length === 0;
  return isWhole ? null : fail(isTaken ? 409 : 422, { message: null, faults });
}

/** Says that it is ready, or not after all, in the least role that may. */
function mark(asked: AskedSheet, found: Found, isReady: boolean): void {
  const { work, sheet } = found;
  const actor = actorOr403(asked, 'mark-ready', { kommun: work.kommun.id, namnd: work.namnd.id });
  if (isOpen(found.sheet.assessed.occasion))
    setReady(asked.locals.db, actor, new Date(), sheet, isReady);
}

/** What is left to see to before it can be said to be ready, in words. */
const leftIn = ({ sheet, due }: Found) =>
  todoOf(sheet.assessed, [due])
    .filter(isOfWriter)
    .map(({ missing }) => missingWords(missing));

/** Saves, and says that it is ready when nothing is left to see to. */
async function finish(asked: Posted) {
  const failure = await save(asked);
  if (failure) return { failure, found: null };
  const found = sheetAt(asked);
  const left = leftIn(found);
  if (left.length > 0)
    return { failure: no(422, `Sparat, men inte klarmarkerat. ${left.join('. ')}.`), found: null };
  mark(asked, found, true);
  return { failure: null, found };
}

export const actions = {
  spara: async (asked) => {
    const failure = await save(asked);
    return failure ?? redirect(303, pathOf(sheetAt(asked), '&sparat'));
  },

  klar: async (asked) => {
    const { failure, found } = await finish(asked);
    return failure ?? redirect(303, pathOf(found, '&sparat'));
  },

  /** On to the next, for who has many to see to. */
  nasta: async (asked) => {
    const { failure, found } = await finish(asked);
    if (failure) return failure;
    const next = nextAfter(found.all, found.due, readyIn(found, asked.locals));
    redirect(303, next ? pathOf({ ...found, due: next }) : pathOf(found, '&sparat'));
  },

  oppna: async (asked) => {
    const failure = await save(asked);
    if (failure) return failure;
    const found = sheetAt(asked);
    mark(asked, found, false);
    redirect(303, pathOf(found));
  },

  /** What is being written, while it is: nobody's word yet. */
  utkast: async (asked) => {
    const fields = await fieldsOf(asked);
    if (!fields) return no(413, TOO_LARGE);
    const found = sheetAt(asked);
    const [{ work, sheet }, { db }, now] = [found, asked.locals, new Date()];
    const kept = keepDrafts({ db, sheet, person: work.actor.person, now, fields });
    const hasDraft = readDrafts(db, sheet, work.actor.person).size > 0;
    return { savedAt: now.toISOString(), ...kept, isClosed: !isWorkedWith(asked, found), hasDraft };
  },

  kasta: (asked) => {
    const found = sheetAt(asked);
    const { sheet, work } = found;
    const of = { db: asked.locals.db, sheet, person: work.actor.person };
    for (const slot of sheet.slots) dropDraft(of, slot);
    redirect(303, isWorkedWith(asked, found) ? pathOf(found) : judgingPath(work.at));
  },
};
