import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { ACTION } from '#lib/format/log.ts';
import { FIELD } from '#lib/format/log-fields.ts';
import { NOTHING_TOLD } from '#lib/domain/mapping.ts';
import type { Grant } from '#lib/domain/permission.ts';
import { invariant } from '#lib/domain/result.ts';
import { firstLink, newLink } from '#lib/server/account-links.ts';
import { close, give, invite, reopen, take } from '#lib/server/accounts.ts';
import { accept, changePassword } from '#lib/server/choose-password.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as goals from '#lib/server/db/goals.ts';
import * as grants from '#lib/server/db/grants.ts';
import * as mappings from '#lib/server/db/mappings.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import * as persons from '#lib/server/db/persons.ts';
import * as places from '#lib/server/db/places.ts';
import * as plans from '#lib/server/db/plans.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { importUpload } from '#lib/server/import-upload.ts';
import { discardInterrupted } from '#lib/server/interrupted.ts';
import { markReady, saveJudgement, saveLifecycle, saveText } from '#lib/server/judge.ts';
import { exportLog } from '#lib/server/log-export.ts';
import { logReach, readLogFilter } from '#lib/server/log-filter.ts';
import { followPerson, linkPerson, makePerson } from '#lib/server/oidc/account.ts';
import { unlink } from '#lib/server/oidc/unlink.ts';
import { saveParagraph, saveTemplate, saveWordTemplate } from '#lib/server/reports/write.ts';
import type { ReportTemplate } from '#lib/domain/report.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { eraseRemoved, removeBytes } from '#lib/server/remove-bytes.ts';
import { changeRemembered, forget } from '#lib/server/remember.ts';
import { aPerson, PASSWORD } from '../accounts.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import {
  correctIt,
  DECIDED,
  lockIt,
  publishIt,
  redateIt,
  reopenIt,
  unlockIt,
} from '../publishing.ts';
import { readIn, undoIt } from '../reading.ts';

/* What the log holds of every kind of change: what was, and what is. */

// Every password takes a third of a second, and more where other tests run beside.
vi.setConfig({ testTimeout: 60_000 });

type Logged = {
  readonly namnd: number | null;
  readonly before: unknown;
  readonly after: unknown;
};

/** Gnesta with an occasion that is open, a goal to judge, and somebody who has a role. */
async function world() {
  const db = gnestaDb();
  const { kommun, namnd } = gnestaIn(db);
  const told = { kommun: kommun.id, key: 'oppet', kind: 'ar', title: 'Öppet' };
  const occasion = occasions.insert(db, { ...told, year: 2023, cutoffOn: '2023-12-31' });
  occasions.insertInNamnd(db, { namnd: namnd.id, occasion, phase: 'oppet' });
  const ids = plans.list(db, kommun.id).map(({ id }) => id);
  const goal = goals.list(db, ids).find((one) => one.namnder.length === 0);
  const place = places.readKommun(db, kommun.code);
  invariant(goal && place, 'Gnesta has goals of its own');
  const reader: Grant = { role: 'lasare', kommun: kommun.id, namnd: namnd.id };
  const karin = await aPerson(db, 'Karin', [reader], NOW);
  const at = { namnd: namnd.id, occasion };
  const subject = { kind: 'goal', id: goal.id } as const;
  const seen = () => persons.read(db, karin.id)!;
  return { db, kommun, at, subject, place: place.id, karin, seen, reader };
}

type World = Awaited<ReturnType<typeof world>>;

function judgeTwice({ db, kommun, at, subject, place }: World) {
  const step = db.$client.prepare("SELECT id FROM scale_step WHERE key = 'delvis'").pluck().get();
  const told = {
    subject,
    place,
    aspect: 'outcome',
    trend: null,
    basis: '[["hemligt",4711]]',
  } as const;
  const first = saveJudgement(
    db,
    ACTOR,
    NOW,
    kommun,
    { ...at, atMeeting: false },
    {
      ...{ ...told, said: { kind: 'step', step: 'delvis' }, step: step as number },
      ...{ reason: null, base: null },
    },
  );
  invariant(first.ok, 'nobody was before');
  saveJudgement(
    db,
    ACTOR,
    NOW,
    kommun,
    { ...at, atMeeting: false },
    {
      ...{ ...told, said: { kind: 'ej_utvarderad' }, step: null },
      ...{ reason: 'Enkäten drogs in.', base: first.value },
    },
  );
}

function writeTwice({ db, kommun, at, subject, place }: World) {
  const write = (body: string, base: number | null) =>
    saveText(
      db,
      ACTOR,
      NOW,
      kommun,
      { ...at, atMeeting: false },
      { subject, place, part: 'kommentar', body, base },
    );
  const first = write('Det gick bra.', null);
  invariant(first.ok, 'nobody was before');
  write('Det gick sämre.', first.value);
}

function sayTwice({ db, kommun, at }: World) {
  const activity = db.$client.prepare('SELECT min(id) FROM activity').pluck().get() as number;
  const days = { startOn: '2023-02-01', endOn: null };
  const first = saveLifecycle(
    db,
    ACTOR,
    NOW,
    kommun,
    { ...at, atMeeting: false },
    {
      ...{ activity, lifecycle: 'under_way', ...days, base: null },
    },
  );
  invariant(first.ok, 'nobody was before');
  saveLifecycle(
    db,
    ACTOR,
    NOW,
    kommun,
    { ...at, atMeeting: false },
    {
      ...{ activity, lifecycle: 'done', ...days, base: first.value },
    },
  );
  return activity;
}

function mark({ db, kommun, at, subject }: World, isReady: boolean, base: number | null) {
  const marked = markReady(db, ACTOR, NOW, kommun, at, { subject, isReady, base });
  invariant(marked.ok, 'nobody was before');
  return marked.value;
}

const FILE = 'Indikator;Period;Värde\nind-1;2024-H1;7\n';

function cutOff({ db, kommun }: World) {
  uploads.open(
    db,
    { sha256: 'a'.repeat(64), packed: Buffer.from([1]) },
    {
      ...{ kommun: kommun.id, fileName: 'avbruten.csv', encoding: 'utf-8', layout: 'plain-long' },
      ...{ readerVersion: 1, byName: 'Prov', byRole: 'administrator', loader: null },
      createdAt: '2023-09-20T05:00:00.000Z',
    },
  );
  discardInterrupted(db, NOW);
}

const NAMES = { indicators: { 'Nöjda grannar': 'none' }, places: {} } as const;
const explain = ({ db, kommun }: World) =>
  readIn(db, kommun, `${FILE}Nöjda grannar;2024;5\n`, {
    choices: { indicators: NAMES.indicators },
  });
const mappingOf = ({ db, kommun }: World) => mappings.list(db, kommun.id)[0]!;
const COLUMNS = {
  columns: [{ header: 'Period', is: 'period', told: NOTHING_TOLD }],
  told: NOTHING_TOLD,
} as const;

const load = ({ db, kommun }: World, name: string, json: unknown) =>
  importUpload(db, ACTOR, NOW, kommun, { name, bytes: Buffer.from(JSON.stringify(json)) });

const metadata = () =>
  JSON.parse(readFileSync('tests/fixtures/formats/03-kolada-v3-kpi-metadata.json', 'utf8')) as {
    values: { title: string }[];
  };

const NEW_PASSWORD = 'en annan lång mening';
const ADMINISTRATOR: Grant = { role: 'administrator', kommun: null, namnd: null };

const groundOf = ({ db, kommun, at }: World): Ground => {
  const namnd = namnder.list(db, kommun.id).find(({ id }) => id === at.namnd);
  const occasion = occasions.listOfNamnd(db, at.namnd).find(({ id }) => id === at.occasion);
  invariant(namnd && occasion, 'it is there');
  return { kommun, namnd, occasion };
};

const removeFile = ({ db, kommun }: World) =>
  removeBytes(db, ACTOR, NOW, kommun, readIn(db, kommun, FILE), {
    ...{ reason: 'Fel fil.', decision: 'SN § 9', decidedOn: '2023-09-20' },
  });

/** Of a report, one text after another. */
function write({ db, kommun, at }: World, body: string, base: number | null): number {
  const told = { slot: { part: 'inledning', about: null }, body, base };
  const done = saveParagraph(db, ACTOR, NOW, kommun, at, { ...told, draft: null, elsewhere: [] });
  invariant(done.ok, 'it is written');
  return done.value;
}

const TEMPLATE: ReportTemplate = {
  title: 'Delår',
  parts: [{ kind: 'chapter', key: 'inledning', title: 'Inledning', guidance: '' }],
};

const IDENTITY = { issuer: 'https://id.gnesta.se', subject: 's-1', claims: {} };

const KINDS: Readonly<Record<keyof typeof ACTION, (world: World) => unknown>> = {
  'judgement.give': judgeTwice,
  'comment.write': writeTwice,
  'activity.state': sayTwice,
  'part.ready': (at) => mark(at, true, mark(at, false, mark(at, true, null))),
  'part.open': (at) => mark(at, false, mark(at, true, null)),
  'paragraph.write': (world) => write(world, 'Kön har växt.', write(world, 'Kön är lång.', null)),
  'report.template': ({ db, kommun }) => {
    const change = (template: ReportTemplate, rev: number | null) =>
      saveTemplate(db, ACTOR, NOW, kommun, 'delar', { template, rev });
    change(TEMPLATE, 0);
    change({ ...TEMPLATE, title: 'Rapport' }, 1);
  },
  'report.word': ({ db, kommun }) => {
    saveWordTemplate(db, ACTOR, NOW, kommun, { name: 'mall.docx', bytes: new Uint8Array([1]) });
    saveWordTemplate(db, ACTOR, NOW, kommun, null);
  },
  'occasion.publish': (at) => publishIt(at.db, groundOf(at)),
  'occasion.lock': (at) => lockIt(at.db, publishIt(at.db, groundOf(at))),
  'occasion.reopen': (at) => reopenIt(at.db, publishIt(at.db, groundOf(at))),
  'occasion.unlock': (at) => unlockIt(at.db, lockIt(at.db, publishIt(at.db, groundOf(at)))),
  'occasion.redate': (at) => redateIt(at.db, publishIt(at.db, groundOf(at))),
  'occasion.correct': (at) => correctIt(at.db, lockIt(at.db, publishIt(at.db, groundOf(at)))),
  'upload.store': ({ db, kommun }) => readIn(db, kommun, FILE),
  'upload.undo': ({ db, kommun }) => undoIt(db, kommun, readIn(db, kommun, FILE).id),
  'upload.discard': cutOff,
  'file.remove': removeFile,
  'file.erase': (at) => {
    removeFile(at);
    eraseRemoved(at.db, ACTOR, NOW);
  },
  'mapping.confirm': (at) => {
    explain(at);
    const said = { mapping: COLUMNS, names: NAMES };
    changeRemembered(at.db, ACTOR, NOW, at.kommun, mappingOf(at).id, said);
  },
  'mapping.forget': (at) => {
    explain(at);
    forget(at.db, ACTOR, NOW, at.kommun, mappingOf(at).id);
  },
  'plan.import': ({ db }) => db,
  'measure.create': ({ db, kommun }) =>
    readIn(db, kommun, 'Indikator;Period;Värde\nNöjda grannar;2024;5\n', {
      choices: { indicators: { 'Nöjda grannar': 'new' } },
    }),
  'measure.catalogue': (at) => {
    load(at, 'nyckeltal.json', metadata());
    const again = metadata();
    again.values[0]!.title += ' i år';
    load(at, 'nyckeltal igen.json', again);
  },
  'place.create': ({ db, kommun }) =>
    readIn(db, kommun, 'Indikator;Period;Värde;Enhet\nind-1;2024;5;Björken\n', {
      choices: { places: { Björken: 'new' } },
    }),
  'place.catalogue': (at) => {
    const listed = (title: string) => ({
      ...{ next_url: null, previous_url: null, count: 1 },
      values: [{ id: '0488', title, type: 'K' }],
    });
    load(at, 'kommuner.json', listed('Trosa'));
    load(at, 'kommuner igen.json', listed('Trosa stad'));
  },
  'account.first': async ({ db, karin }) => {
    close(db, ACTOR, NOW, persons.read(db, karin.id)!);
    const told = { name: 'Olle', email: 'olle@example.se' };
    await accept(db, NOW, firstLink(db, NOW)!, PASSWORD, told);
  },
  'account.invite': ({ db, reader }) =>
    invite(db, ACTOR, NOW, { name: 'Olle', email: 'olle@example.se' }, reader),
  'account.password': ({ db, karin }) =>
    changePassword(...([db, NOW, { id: karin.id, session: null, address: '192.0.2.1' }] as const), {
      was: PASSWORD,
      password: 'en annan lång mening',
    }),
  'account.link': ({ db, seen }) => {
    newLink(db, ACTOR, new Date(NOW.getTime() - 1000), seen());
    newLink(db, ACTOR, NOW, seen());
  },
  'account.close': ({ db, seen }) => close(db, ACTOR, NOW, seen()),
  'account.reopen': ({ db, seen }) => {
    close(db, ACTOR, NOW, seen());
    reopen(db, ACTOR, NOW, seen());
  },
  'account.make': ({ db }) =>
    makePerson(db, NOW, { name: 'Olle', email: 'olle@example.se', isVerified: true }, IDENTITY),
  'account.connect': ({ db, karin }) => linkPerson(db, NOW, persons.read(db, karin.id)!, IDENTITY),
  'account.disconnect': ({ db, karin, seen }) => {
    linkPerson(db, NOW, persons.read(db, karin.id)!, IDENTITY);
    unlink(db, ACTOR, NOW, seen());
  },
  'account.name': ({ db, karin }) =>
    followPerson(db, NOW, karin.id, { name: 'Karin Ek', email: null, isVerified: false }),
  'account.email': ({ db, karin }) =>
    followPerson(db, NOW, karin.id, { name: null, email: 'ek@example.se', isVerified: true }),
  'role.give': ({ db, seen, reader }) =>
    give(db, ACTOR, NOW, seen(), { ...reader, role: 'rapportskrivare' }),
  'role.take': ({ db, seen }) => take(db, ACTOR, NOW, seen(), grants.listOf(db, seen().id)[0]!.id),
  'log.export': ({ db }) => {
    const reach = logReach(db, [ADMINISTRATOR]);
    const filter = readLogFilter(new URLSearchParams('slag=plan.import&var=gnesta'), reach);
    invariant(filter.ask, 'it can be asked for');
    exportLog(db, ACTOR, NOW, reach, { ...filter, ask: filter.ask });
  },
};

const DAYS = { publishedOn: '2023-09-20', meetingOn: '2023-10-03' };
const SHA = expect.stringMatching(/^[0-9a-f]{64}$/);
const MARK = expect.stringMatching(/^[\w-]{16}$/);
const LINK = { linkUntil: '2023-09-27T08:00:00.000Z' };

type Expected = Pick<Logged, 'before' | 'after'> & { readonly isOfNamnd?: boolean };

/** Of each kind what its newest row holds, once it has been done. */
const EXPECTED: Readonly<Record<keyof typeof ACTION, (world: World) => Expected>> = {
  'judgement.give': ({ at, subject, place }) => {
    const about = {
      subject,
      ...at,
      aspect: 'outcome',
      place,
      trend: null,
      source: null,
      atMeeting: false,
      basis: MARK,
    };
    const step = { said: { kind: 'step', step: 'delvis' }, word: 'Delvis uppnått', reason: null };
    const not = { said: { kind: 'ej_utvarderad' }, word: 'Ej utvärderat' };
    return {
      before: { ...about, ...step },
      after: { ...about, ...not, reason: 'Enkäten drogs in.' },
      isOfNamnd: true,
    };
  },
  'paragraph.write': ({ at }) => {
    const about = { ...at, slot: 'inledning', elsewhere: [] };
    return {
      before: { ...about, body: 'Kön är lång.' },
      after: { ...about, body: 'Kön har växt.' },
      isOfNamnd: true,
    };
  },
  'report.template': () => {
    const told = { parts: ['Inledning'], template: expect.any(String) as string };
    return { before: { title: 'Delår', ...told }, after: { title: 'Rapport', ...told } };
  },
  'report.word': () => ({ before: { file: 'mall.docx', sha256: SHA }, after: null }),
  'comment.write': ({ at, subject, place }) => {
    const about = { subject, ...at, place, part: 'kommentar', source: null, atMeeting: false };
    return {
      before: { ...about, body: 'Det gick bra.' },
      after: { ...about, body: 'Det gick sämre.' },
      isOfNamnd: true,
    };
  },
  'activity.state': ({ db, at }) => {
    const id = db.$client.prepare('SELECT min(id) FROM activity').pluck().get();
    const about = {
      subject: { kind: 'activity', id },
      ...at,
      startOn: '2023-02-01',
      endOn: null,
      atMeeting: false,
    };
    return {
      before: { ...about, lifecycle: 'under_way' },
      after: { ...about, lifecycle: 'done' },
      isOfNamnd: true,
    };
  },
  'part.ready': ({ at, subject }) => ({
    before: { subject, ...at, isReady: false },
    after: { subject, ...at, isReady: true },
    isOfNamnd: true,
  }),
  'part.open': ({ at, subject }) => ({
    before: { subject, ...at, isReady: true },
    after: { subject, ...at, isReady: false },
    isOfNamnd: true,
  }),
  'occasion.publish': () => ({
    before: { phase: 'oppet', publishedOn: null, meetingOn: null },
    after: { phase: 'publicerat', ...DAYS },
    isOfNamnd: true,
  }),
  'occasion.lock': () => ({
    before: { phase: 'publicerat', ...DAYS },
    after: {
      phase: 'last',
      ...DAYS,
      settlement: 1,
      version: 1,
      ...DECIDED,
      sha256: SHA,
      report: SHA,
    },
    isOfNamnd: true,
  }),
  'occasion.reopen': () => ({
    before: { phase: 'publicerat', ...DAYS },
    after: { phase: 'oppet', ...DAYS },
    isOfNamnd: true,
  }),
  'occasion.unlock': () => ({
    before: { phase: 'last', ...DAYS, version: 1 },
    after: { phase: 'publicerat', ...DAYS, version: 1 },
    isOfNamnd: true,
  }),
  'occasion.redate': () => ({
    before: { publishedOn: '2023-09-20', meetingOn: '2023-10-03' },
    after: { correction: 1, publishedOn: '2023-09-21', meetingOn: '2023-10-04' },
    isOfNamnd: true,
  }),
  'occasion.correct': () => ({
    before: { version: 1, ...DECIDED },
    after: { correction: 1, version: 1, ...DECIDED, paragraph: '54' },
    isOfNamnd: true,
  }),
  'upload.store': () => ({
    before: null,
    after: {
      ...{ state: 'stored', file: 'fil.csv', sha256: SHA, storedSeq: 5 },
      ...{ new: 1, changed: 0, unchanged: 0 },
    },
  }),
  'upload.undo': () => ({
    before: { state: 'stored', file: 'fil.csv', sha256: SHA },
    after: { state: 'undone', file: 'fil.csv', sha256: SHA },
  }),
  'upload.discard': () => ({
    before: { state: 'loading', file: 'avbruten.csv', sha256: SHA },
    after: { state: 'discarded', file: 'avbruten.csv', sha256: SHA },
  }),
  'file.remove': () => ({
    before: { file: 'fil.csv', files: [SHA], isKept: true },
    after: { isKept: false, decision: 'SN § 9', decidedOn: '2023-09-20', waiting: 0 },
  }),
  'file.erase': () => ({ before: null, after: { files: [SHA] } }),
  'mapping.confirm': () => ({
    before: { mapping: null, names: NAMES },
    after: { mapping: COLUMNS, names: NAMES },
  }),
  'mapping.forget': () => ({ before: { mapping: null, names: NAMES }, after: null }),
  'plan.import': () => ({
    before: null,
    after: {
      ...{
        name: 'Gnesta kommun',
        version: 1,
        plans: expect.any(Array),
        namnder: expect.any(Array),
      },
      ...{
        goals: expect.any(Number),
        activities: expect.any(Number),
        indicators: expect.any(Number),
      },
      ...{ judgements: expect.any(Number), texts: expect.any(Number) },
    },
  }),
  'measure.create': () => ({
    before: null,
    after: {
      ...{ code: 'nojda-grannar', title: 'Nöjda grannar', source: 'own', unit: '' },
      ...{ isShare: false, survey: null },
    },
  }),
  'measure.catalogue': () => ({
    before: {
      things: { U21401: expect.objectContaining({ title: expect.not.stringMatching(/ i år$/) }) },
    },
    after: {
      ...{
        file: 'nyckeltal igen.json',
        sha256: SHA,
        new: 0,
        changed: 1,
        unchanged: expect.any(Number),
      },
      things: { U21401: expect.objectContaining({ title: expect.stringMatching(/ i år$/) }) },
    },
  }),
  'place.create': () => ({
    before: null,
    after: { kind: 'unit', code: null, name: 'Björken', kommun: 1 },
  }),
  'place.catalogue': () => ({
    before: { things: { 'kommun 0488': 'Trosa' } },
    after: {
      ...{ file: 'kommuner igen.json', sha256: SHA, new: 0, changed: 1, unchanged: 0 },
      things: { 'kommun 0488': 'Trosa stad' },
    },
  }),
  'account.first': () => ({ before: null, after: { name: 'Olle', ...ADMINISTRATOR } }),
  'account.invite': ({ reader }) => ({
    before: null,
    after: { name: 'Olle', ...reader },
    isOfNamnd: true,
  }),
  'account.password': () => ({
    before: { hasPassword: true },
    after: { hasPassword: true },
    isOfNamnd: true,
  }),
  'account.link': () => ({
    before: { linkUntil: '2023-09-27T07:59:59.000Z' },
    after: LINK,
    isOfNamnd: true,
  }),
  'account.close': () => ({
    before: { closedAt: null },
    after: { closedAt: NOW.toISOString() },
    isOfNamnd: true,
  }),
  'account.reopen': () => ({
    before: { closedAt: NOW.toISOString() },
    after: { closedAt: null },
    isOfNamnd: true,
  }),
  'account.make': () => ({ before: null, after: { name: 'Olle' } }),
  'account.connect': () => ({
    ...{ before: { issuer: null }, after: { issuer: IDENTITY.issuer }, isOfNamnd: true },
  }),
  'account.disconnect': () => ({
    ...{ before: { issuer: IDENTITY.issuer }, after: null, isOfNamnd: true },
  }),
  'account.name': () => ({
    ...{ before: { name: 'Karin' }, after: { name: 'Karin Ek' }, isOfNamnd: true },
  }),
  'account.email': () => ({ before: null, after: null, isOfNamnd: true }),
  'role.give': ({ reader }) => ({
    before: null,
    after: { ...reader, role: 'rapportskrivare' },
    isOfNamnd: true,
  }),
  'role.take': ({ reader }) => ({ before: reader, after: null, isOfNamnd: true }),
  'log.export': () => ({
    before: null,
    after: { filter: { slag: 'plan.import', var: 'gnesta' }, rows: 1, newest: 5 },
  }),
};

const ALL = Object.keys(ACTION) as (keyof typeof ACTION)[];

const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** The newest row of a kind: others may have come after it, as the upload that a measure was made for. */
function rowOf(db: Db, action: string): Logged {
  const row = db.$client
    .prepare('SELECT namnd, before, after FROM log WHERE action = ? ORDER BY seq DESC')
    .get(action) as { namnd: number | null; before: string | null; after: string | null };
  return { ...row, before: parse(row.before), after: parse(row.after) };
}

/** Names of the fields of a row; what stands within `things` and `names` is named by files and codes. */
const fieldsOf = (data: unknown): string[] =>
  typeof data === 'object' && data !== null && !Array.isArray(data)
    ? Object.entries(data).flatMap(([key, value]) =>
        ['things', 'names'].includes(key) ? [key] : [key, ...fieldsOf(value)],
      )
    : [];

const SECRETS = `SELECT password_hash FROM person UNION SELECT token_hash FROM invitation UNION SELECT token_hash FROM session`;

/** What must never be in the log: hashes, passwords, addresses, and the values that a judgement leaned on. */
function secretsIn(db: Db): readonly string[] {
  const all = JSON.stringify(db.$client.prepare('SELECT * FROM log').all());
  const hashes = db.$client.prepare(SECRETS).pluck().all() as (string | null)[];
  const never = [...hashes, PASSWORD, NEW_PASSWORD, 'scrypt', 'hemligt', '@example.se'];
  return never.filter((one): one is string => one !== null && all.includes(one));
}

test.each(ALL)(
  '%s: what was, what is, nothing secret, and a word for every field',
  async (action) => {
    const at = await world();
    await KINDS[action](at);
    const { before, after, isOfNamnd = false } = EXPECTED[action](at);
    const row = rowOf(at.db, action);
    expect(row).toEqual({ before, after, namnd: isOfNamnd ? at.at.namnd : null });
    expect(secretsIn(at.db)).toEqual([]);
    const fields = [...fieldsOf(row.before), ...fieldsOf(row.after)].filter((key) => key !== 'id');
    expect(fields.filter((key) => !Object.hasOwn(FIELD, key))).toEqual([]);
  },
);
