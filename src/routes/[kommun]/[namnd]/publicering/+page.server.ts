import { error, fail, redirect } from '@sveltejs/kit';
import { publishingPath } from '#lib/components/paths.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import { changedAtMeeting } from '#lib/domain/at-meeting.ts';
import { boardOf } from '#lib/domain/board.ts';
import { isDay } from '#lib/domain/calendar.ts';
import { dueOf } from '#lib/domain/due.ts';
import type { NamndOccasion } from '#lib/domain/model.ts';
import { isSameDecision } from '#lib/domain/correction.ts';
import { canMove, isLocked, isOpen } from '#lib/domain/occasion.ts';
import {
  checkDecision,
  checkPublishing,
  checkReason,
  checkRedating,
  publishingStops,
  tidyMark,
  tidyParagraph,
} from '#lib/domain/publishing.ts';
import type { DecisionFault, DecisionForm } from '#lib/domain/publishing.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { tidyText } from '#lib/domain/rich-text.ts';
import { todoOf } from '#lib/domain/todo.ts';
import { boardSentences } from '#lib/format/board.ts';
import {
  lateRow,
  NOT_CORRECTED,
  PUBLISHING_FAULT,
  REASON_FAULT,
  REDATING_FAULT,
  stopWords,
} from '#lib/format/publishing.ts';
import { todoSentence } from '#lib/format/todo.ts';
import { readLive } from '#lib/server/assessed.ts';
import { readAtMeeting } from '#lib/server/at-meeting.ts';
import { correct, redate } from '#lib/server/corrections.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { readDecisions, readLate } from '#lib/server/decisions.ts';
import { lock, markOf, publish, reopen, unlock } from '#lib/server/publishing.ts';
import type { MoveFault } from '#lib/server/publishing.ts';
import { readReady } from '#lib/server/sheet/ready.ts';
import { readSinceSent } from '#lib/server/since-sent.ts';
import { readSteps } from '#lib/server/steps.ts';
import { repainted } from '#lib/server/state-badges.ts';
import { HOW_LOCKED } from './by-hand.ts';
import { readFields } from '#routes/forms.server.ts';
import type { Asked } from '#routes/guard.server.ts';
import { openWorkAt, today, workAt } from '#routes/guard.server.ts';

/** The occasion of an address, and where it stands in its nämnd; without one asked for the open one, else the newest. */
function groundAt(asked: Asked) {
  const work = openWorkAt(asked, 'publish');
  const list = occasions.listOfNamnd(asked.locals.db, work.namnd.id);
  if (work.assessed) return { work, list, assessed: work.assessed };
  const newest = list.at(-1);
  if (!newest) error(404, `${work.namnd.name} har inget tillfälle att publicera.`);
  redirect(303, publishingPath({ ...work.at, query: `?tillfalle=${newest.key}` }));
}

/** What is missing of what is to be published; it can be published all the same. */
function lackingIn({ db }: App.Locals, { work, assessed }: ReturnType<typeof groundAt>) {
  const due = dueOf(assessed);
  const parts = due.filter((one) => !one.isOptional);
  const at = { namnd: work.namnd.id, occasion: assessed.occasion.id };
  const ready = readReady(db, at);
  return {
    sentence: todoSentence(todoOf(assessed, due)),
    ready: parts.filter((one) => ready(one).state === 'ready').length,
    parts: parts.length,
  };
}

const doneIn = ({ searchParams }: URL) => {
  const what = searchParams.get('gjort') ?? '';
  return isDone(what) ? DONE[what] : null;
};

/** What data have changed since the papers were sent; null where nobody kept what was. */
function sinceIn(db: App.Locals['db'], assessed: Assessed) {
  const since = readSinceSent(db, assessed);
  if (!since) return null;
  // What was judged anew is told of by itself.
  const judged = new Set(changedAtMeeting(assessed).map(({ title }) => title));
  return {
    values: since.values.map((one) => lateRow(one, assessed.places)),
    states: since.states.filter(({ title }) => !judged.has(title)),
  };
}

export const load = (asked) => {
  const { db } = asked.locals;
  const ground = groundAt(asked);
  const { work, list, assessed } = ground;
  const { kommun, namnd, at } = work;
  const { occasion } = assessed;
  const where = { namnd: namnd.id, occasion: occasion.id };
  const decisions = readDecisions(db, where);
  return {
    title: `Publicering, ${namnd.name}`,
    ...{ at, occasion, occasions: list, decisions },
    today: today(),
    seen: isLocked(occasion) ? null : markOf(assessed),
    rev: occasions.readPhase(db, where)?.rev ?? 0,
    lacking: isLocked(occasion) ? null : lackingIn(asked.locals, ground),
    stops: isOpen(occasion) ? publishingStops(assessed, today()).map(stopWords) : [],
    late: readLate(db, assessed, decisions).map((one) => lateRow(one, assessed.places)),
    states: isLocked(occasion)
      ? repainted(assessed, readLive(db, kommun, namnd, occasion), namnd)
      : [],
    later: assessed.later,
    sentences: boardSentences(assessed, boardOf(assessed)),
    atMeeting: isOpen(occasion) ? [] : readAtMeeting(db, assessed),
    since: occasion.phase === 'publicerat' ? sinceIn(db, assessed) : null,
    steps: readSteps(db, where, decisions),
    done: doneIn(asked.url),
  };
};

const MOVED =
  'Tillfället står inte längre där det stod när du öppnade sidan. Titta igen: någon annan kan ha hunnit före.';
const CHANGED =
  'Något har ändrats medan du hade sidan öppen: en bedömning, en text eller ett värde. Titta igen på nämndens sida, och tryck sedan en gång till.';
const WORDS: Readonly<Record<MoveFault, string>> = { moved: MOVED, changed: CHANGED };

type Failure = {
  readonly message: string | null;
  readonly faults: readonly DecisionFault[];
  readonly was: Readonly<Record<string, string>>;
};

const no = (status: number, told: Partial<Failure>) =>
  fail<Failure>(status, { message: null, faults: [], was: {}, ...told });

type Posted = Asked & { readonly request: Request };

const FIELDS: ReadonlySet<string> = new Set(
  'publicerad sammantrade sett beslutad paragraf diarienummer skal hur rattelse'.split(' '),
);

/** What a form says, and where. */
async function postedAt(asked: Posted) {
  const { kommun, namnd, at, actor } = workAt(asked, 'publish');
  const { fields, failure } = await readFields(asked.locals.db, asked.request);
  if (!fields) return { failure };
  const key = asked.url.searchParams.get('tillfalle');
  const occasion = occasions.listOfNamnd(asked.locals.db, namnd.id).find((one) => one.key === key);
  if (!occasion) error(404, `${namnd.name} har inget sådant tillfälle.`);
  const field = (name: string) => (fields.get(name) ?? '').trim();
  // Those of these forms: a field that somebody names as what all objects have would be taken for it.
  const was = Object.fromEntries([...fields].filter(([name]) => FIELDS.has(name)));
  return { failure: null, ground: { kommun, namnd, occasion }, at, actor, field, was };
}

/** What was done last, as the page that comes after says it. */
const DONE = {
  publicerat: 'Publicerat. Nu kan alla läsa det.',
  last: 'Låst. Det nämnden beslutade är fryst.',
  datum: 'Datumen är rättade.',
  rattat: 'Uppgifterna om beslutet är rättade.',
  oppnat: 'Klart. Så här står tillfället nu.',
} as const;
type Done = keyof typeof DONE;

const isDone = (what: string): what is Done => Object.hasOwn(DONE, what);

type At = { readonly kommun: string; readonly namnd: string; readonly query: string };

/** Back to the page, which says how it stands now; or why it does not. */
function answer(
  done: Result<unknown, MoveFault>,
  at: At,
  key: string,
  what: Done,
  was: Failure['was'],
) {
  if (!done.ok) return no(409, { message: WORDS[done.error], was });
  redirect(303, publishingPath({ ...at, query: `?tillfalle=${key}&gjort=${what}` }));
}

type Field = (name: string) => string;

/** A decision as a form tells it; or all that is wrong with it. */
function decisionIn(field: Field, { cutoffOn }: NamndOccasion) {
  const form: DecisionForm = {
    decidedOn: field('beslutad'),
    paragraph: tidyMark(field('paragraf')),
    diarienummer: tidyMark(field('diarienummer')),
  };
  const day = isDay(form.decidedOn) ? form.decidedOn : null;
  const faults = checkDecision(form, day, { today: today(), cutoffOn });
  if (faults.length > 0) return { told: null, faults };
  invariant(day, 'a decision without faults has its day');
  const { diarienummer } = form;
  const told = { decidedOn: day, paragraph: tidyParagraph(form.paragraph), diarienummer };
  return { told, faults };
}

/** What may be done with what is locked. */
const HOW: ReadonlyMap<string, typeof reopen> = new Map([
  [HOW_LOCKED.again, reopen],
  [HOW_LOCKED.mistake, unlock],
]);
const NOT_SAID_HOW = 'Välj om nämnden ska besluta på nytt, eller om det låstes av misstag.';

const NOT_SEEN = 'Kryssa i att du har sett vad som återstår, om det ska publiceras ändå.';

export const actions = {
  publicera: async (asked) => {
    const posted = await postedAt(asked);
    if (!posted.ground) return posted.failure;
    const { ground, at, actor, field, was } = posted;
    const { db } = asked.locals;
    if (!canMove(ground.occasion.phase, 'publish')) return no(409, { message: MOVED, was });
    const assessed = readLive(db, ground.kommun, ground.namnd, ground.occasion);
    const [stop] = publishingStops(assessed, today());
    if (stop) return no(422, { message: stopWords(stop), was });
    const [publishedOn, meetingOn] = [field('publicerad'), field('sammantrade')];
    const fault = checkPublishing({ publishedOn, meetingOn }, today());
    if (fault) return no(422, { message: PUBLISHING_FAULT[fault], was });
    const isLacking = todoOf(assessed, dueOf(assessed)).length > 0;
    if (isLacking && field('sett') === '') return no(422, { message: NOT_SEEN, was });
    const told = { publishedOn, meetingOn: meetingOn || null, seen: field('mark') };
    const done = publish(db, actor, new Date(), ground, told);
    return answer(done, at, ground.occasion.key, 'publicerat', was);
  },

  las: async (asked) => {
    const posted = await postedAt(asked);
    if (!posted.ground) return posted.failure;
    const { ground, at, actor, field, was } = posted;
    if (!canMove(ground.occasion.phase, 'lock')) return no(409, { message: MOVED, was });
    if (field('tillbaka') !== '') return { was };
    const { told, faults } = decisionIn(field, ground.occasion);
    if (!told) return no(422, { faults, was });
    // What is frozen stays: it is shown once more before it is.
    if (field('bekraftad') !== 'ja') return { confirm: told, was };
    const done = lock(asked.locals.db, actor, new Date(), ground, { ...told, seen: field('mark') });
    return answer(done, at, ground.occasion.key, 'last', was);
  },

  datum: async (asked) => {
    const posted = await postedAt(asked);
    if (!posted.ground) return posted.failure;
    const { ground, at, actor, field, was } = posted;
    const form = { publishedOn: field('publicerad'), meetingOn: field('sammantrade') };
    const fault = checkRedating(form, ground.occasion, today());
    if (fault) return no(422, { message: REDATING_FAULT[fault], was });
    const days = { publishedOn: form.publishedOn, meetingOn: form.meetingOn || null };
    const reason = field('rattelse');
    const reasonFault = checkReason(reason);
    if (reasonFault) return no(422, { message: REASON_FAULT[reasonFault], was });
    const told = { ...days, reason, rev: Number(field('rev')) };
    const done = redate(asked.locals.db, actor, new Date(), ground, told);
    return answer(done, at, ground.occasion.key, 'datum', was);
  },

  ratta: async (asked) => {
    const posted = await postedAt(asked);
    if (!posted.ground) return posted.failure;
    const { ground, at, actor, field, was } = posted;
    const { occasion } = ground;
    if (!isLocked(occasion) || !occasion.decision) return no(409, { message: MOVED, was });
    const { told, faults } = decisionIn(field, occasion);
    if (!told) return no(422, { faults, was });
    if (isSameDecision(told, occasion.decision)) return no(422, { message: NOT_CORRECTED, was });
    const reason = field('rattelse');
    const fault = checkReason(reason);
    if (fault) return no(422, { message: REASON_FAULT[fault], was });
    const put = { ...told, reason, rev: Number(field('rev')) };
    const done = correct(asked.locals.db, actor, new Date(), ground, put);
    return answer(done, at, occasion.key, 'rattat', was);
  },

  oppna: async (asked) => {
    const posted = await postedAt(asked);
    if (!posted.ground) return posted.failure;
    const { ground, at, actor, field, was } = posted;
    const reason = tidyText(field('skal'));
    const fault = checkReason(reason);
    if (fault) return no(422, { message: REASON_FAULT[fault], was });
    const told = { reason, rev: Number(field('rev')) };
    const how = isLocked(ground.occasion) ? HOW.get(field('hur')) : reopen;
    if (!how) return no(422, { message: NOT_SAID_HOW, was });
    const done = how(asked.locals.db, actor, new Date(), ground, told);
    return answer(done, at, ground.occasion.key, 'oppnat', was);
  },
};
