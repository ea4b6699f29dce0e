import type { Subject, SubjectKind } from '#lib/domain/judgement.ts';
import * as activities from './db/activities.ts';
import type { Db } from './db/client.ts';
import * as goals from './db/goals.ts';
import * as indicators from './db/indicators.ts';
import type { LogRow } from './db/log-rows.ts';
import * as mappings from './db/mappings.ts';
import * as occasions from './db/occasions.ts';
import * as persons from './db/persons.ts';
import * as places from './db/places.ts';
import type { LogReach } from './log-filter.ts';

/* What a row of the log is about, and where that is to be seen, if there is a page of it. */

type InNamnd = { readonly kommun: string; readonly namnd: string };

type LogLink =
  | (InNamnd & { readonly to: SubjectKind; readonly key: string; readonly occasion: string | null })
  | (InNamnd & { readonly to: 'upload' | 'mapping'; readonly id: number })
  | (InNamnd & { readonly to: 'publishing'; readonly occasion: string })
  | { readonly to: 'kommun'; readonly kommun: string }
  | { readonly to: 'person'; readonly id: number };

type LogAbout = {
  readonly words: string;
  /** What it is of, closer: "Delår 2023, kommentar". */
  readonly closer: string;
  readonly link: LogLink | null;
};

type Data = Readonly<Record<string, unknown>>;

/** What was, or is, as data. */
export const parseSide = (text: string | null): unknown =>
  text === null ? null : JSON.parse(text);
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** What a row holds, after before before. */
const dataOf = ({ before, after }: LogRow): Data => {
  const found = [parseSide(after), parseSide(before)].find(isData);
  return found ?? {};
};

const textIn = (data: Data, key: string) => (typeof data[key] === 'string' ? data[key] : null);
const numberIn = (data: Data, key: string) => (typeof data[key] === 'number' ? data[key] : null);

/** What is judged and written of. Rows from before activities had a subject name the activity alone. */
function subjectIn(data: Data): Subject | null {
  const activity = numberIn(data, 'activity');
  if (activity !== null) return { kind: 'activity', id: activity };
  const subject = data['subject'];
  return isData(subject) && typeof subject['kind'] === 'string' && typeof subject['id'] === 'number'
    ? (subject as Subject)
    : null;
}

const NAMES: Readonly<
  Record<SubjectKind, (db: Db, id: number) => { key: string; title: string | null } | undefined>
> = { goal: goals.readName, activity: activities.readName, indicator: indicators.readName };

export type AboutAsk = {
  readonly db: Db;
  readonly reach: LogReach;
  /** Those whose page the reader may open. */
  readonly managed: ReadonlySet<number>;
};

const NO_ONE = { words: '', closer: '', link: null };

/** The kommun of a row and its nämnd, as addresses have them; of a row without one the first. */
function namndOf({ reach }: AboutAsk, { kommun }: LogRow, namnd: number | null): InNamnd | null {
  const of = reach.kommuner.find(({ id }) => id === kommun);
  const within = namnd === null ? of?.namnder[0] : of?.namnder.find(({ id }) => id === namnd);
  return of && within ? { kommun: of.slug, namnd: within.slug } : null;
}

const ASPECT: Readonly<Record<string, string>> = { forecast: 'prognos', outcome: 'utfall' };

function aboutSaid(ask: AboutAsk, row: LogRow): LogAbout {
  const data = dataOf(row);
  const subject = subjectIn(data);
  const named = subject && NAMES[subject.kind](ask.db, subject.id);
  const [occasionId, placeId] = [numberIn(data, 'occasion'), numberIn(data, 'place')];
  const occasion = occasionId === null ? undefined : occasions.readName(ask.db, occasionId);
  const place = placeId === null ? undefined : places.readName(ask.db, placeId);
  const aspect = ASPECT[textIn(data, 'aspect') ?? ''];
  const at = namndOf(ask, row, row.namnd ?? numberIn(data, 'namnd'));
  return {
    words: named ? (named.title ?? named.key) : '',
    closer: [textIn(data, 'part'), aspect, occasion?.title, place].filter(Boolean).join(', '),
    link:
      subject && named && at
        ? { ...at, to: subject.kind, key: named.key, occasion: occasion?.key ?? null }
        : null,
  };
}

function aboutUpload(ask: AboutAsk, row: LogRow): LogAbout {
  const data = dataOf(row);
  const at = namndOf(ask, row, null);
  const isShown = row.action !== 'upload.discard' && at !== null;
  return {
    ...{ words: textIn(data, 'file') ?? '', closer: '' },
    link: isShown ? { ...at, to: 'upload', id: Number(row.entityId) } : null,
  };
}

function aboutMapping(ask: AboutAsk, row: LogRow): LogAbout {
  const at = namndOf(ask, row, null);
  const known =
    row.kommun === null ? undefined : mappings.read(ask.db, row.kommun, Number(row.entityId));
  return {
    ...{ words: known ? `uppställningen för ${known.fileName}` : '', closer: '' },
    link: known && at ? { ...at, to: 'mapping', id: known.id } : null,
  };
}

function aboutPerson({ db, managed }: AboutAsk, row: LogRow): LogAbout {
  const id = Number(row.entityId);
  const words = persons.read(db, id)?.name ?? '';
  return { words, closer: '', link: managed.has(id) ? { to: 'person', id } : null };
}

const aboutKommun = ({ reach }: AboutAsk, row: LogRow): LogAbout => {
  const of = reach.kommuner.find(({ id }) => id === row.kommun);
  return { words: of?.name ?? '', closer: '', link: of ? { to: 'kommun', kommun: of.slug } : null };
};

/** A step of an occasion in its nämnd. */
function aboutStep(ask: AboutAsk, row: LogRow): LogAbout {
  const [, key = ''] = row.entityId.split('/');
  const at = namndOf(ask, row, row.namnd);
  const occasion = row.kommun === null ? undefined : occasions.readByKey(ask.db, row.kommun, key);
  return {
    ...{ words: occasion?.title ?? key, closer: '' },
    link: at && occasion ? { ...at, to: 'publishing', occasion: key } : null,
  };
}

const aboutNamed = (_: AboutAsk, row: LogRow): LogAbout => {
  const data = dataOf(row);
  return {
    ...NO_ONE,
    words: textIn(data, 'title') ?? textIn(data, 'name') ?? textIn(data, 'file') ?? '',
  };
};

const ABOUT: Readonly<Record<string, (ask: AboutAsk, row: LogRow) => LogAbout>> = {
  ...{ judgement: aboutSaid, comment: aboutSaid, activity_state: aboutSaid, ready_mark: aboutSaid },
  ...{ upload: aboutUpload, mapping: aboutMapping, person: aboutPerson, kommun: aboutKommun },
  ...{ measure: aboutNamed, place: aboutNamed, log: () => NO_ONE },
  ...{ namnd_occasion: aboutStep, stored_file: () => NO_ONE },
  ...{ report_template: aboutNamed, word_template: aboutNamed },
  paragraph: () => ({ ...NO_ONE, words: 'rapporten' }),
};

/** What the kind of thing is that this program does not know is said as the log has it. */
export const aboutOf = (ask: AboutAsk, row: LogRow): LogAbout =>
  Object.hasOwn(ABOUT, row.entity)
    ? ABOUT[row.entity]!(ask, row)
    : { ...NO_ONE, words: `${row.entity} ${row.entityId}` };
