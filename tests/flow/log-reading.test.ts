import { beforeEach, describe, expect, test } from 'vitest';
import type { Grant, Where } from '#lib/domain/permission.ts';
import { invariant } from '#lib/domain/result.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as logRows from '#lib/server/db/log-rows.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import { hashOf, write } from '#lib/server/db/write.ts';
import { exportLog } from '#lib/server/log-export.ts';
import { logReach, readLogFilter } from '#lib/server/log-filter.ts';
import { readLogPage } from '#lib/server/log-view.ts';
import { ACTOR, freshDb } from '../db.ts';

/* What is found in the log, by whom, and what comes out of it as a file. */

let db: Db;
let at: Readonly<Record<'gnesta' | 'sn' | 'ks' | 'kalmar' | 'kn', number>>;

type Told = {
  readonly where: Where;
  readonly who?: string;
  readonly person?: number;
  readonly action?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  readonly on?: string;
};

function tell(told: Told): void {
  const { where, action = 'comment.write', before = null, after = null, reason = null } = told;
  const actor = { ...ACTOR, name: told.who ?? 'Karin Berg', person: told.person ?? null };
  write(db, actor, new Date(told.on ?? '2026-03-01T12:00:00Z'), () => ({
    result: null,
    change: { ...where, action, entity: 'log', entityId: '1', before, after, reason },
  }));
}

function kommunWith(code: string, slug: string, nämnder: readonly string[]) {
  const kommun = kommuner.insert(db, { code, slug, name: `${slug} kommun`, isPublic: true });
  const ids = nämnder.map((name, position) =>
    namnder.insert(db, { kommun, slug: name, name, short: name, isFullmaktige: false, position }),
  );
  return [kommun, ...ids] as const;
}

beforeEach(() => {
  db = freshDb();
  const [gnesta, sn, ks] = kommunWith('0461', 'gnesta', ['sn', 'ks']);
  const [kalmar, kn] = kommunWith('0880', 'kalmar', ['kn']);
  invariant(sn && ks && kn, 'they were made');
  at = { gnesta, sn, ks, kalmar, kn };
  db.$client.exec(
    "INSERT INTO person (id, name, email, email_folded, created_at) VALUES (1, 'Karin Berg', 'k', 'k', '2026'), (2, 'Åke Ström', 'o', 'o', '2026')",
  );
  tell({
    where: { kommun: null, namnd: null },
    action: 'place.catalogue',
    after: { file: 'kommuner.json' },
  });
  tell({
    where: { kommun: gnesta, namnd: null },
    who: 'Åke Ström',
    person: 2,
    action: 'upload.store',
    after: { file: '4-bilaga-1.csv' },
  });
  tell({
    where: { kommun: gnesta, namnd: sn },
    person: 1,
    after: { body: 'Kön till boende växer.\nÄldre väntar.' },
  });
  tell({
    where: { kommun: gnesta, namnd: ks },
    person: 1,
    action: 'judgement.give',
    before: { word: 'Uppnått' },
    after: { word: 'Ej uppnått' },
    reason: 'Enkäten drogs in.',
    on: '2026-03-28T23:30:00Z',
  });
  tell({ where: { kommun: kalmar, namnd: null }, after: { file: 'kalmars hemlighet.csv' } });
  tell({
    where: { kommun: kalmar, namnd: kn },
    person: 2,
    who: 'Åke Ström',
    after: { body: 'kalmars hemlighet' },
  });
});

const inAll = (): Grant => ({ role: 'administrator', kommun: null, namnd: null });
const inKommun = (kommun: number, namnd: number | null = null): Grant => ({
  role: 'administrator',
  kommun,
  namnd,
});

function ask(grants: readonly Grant[], query: string) {
  const reach = logReach(db, grants);
  const filter = readLogFilter(new URLSearchParams(query), reach);
  return { reach, filter };
}

function seqs(grants: readonly Grant[], query = ''): number[] {
  const { reach, filter } = ask(grants, query);
  if (filter.ask === null) return [];
  const page = { before: null, after: null };
  return readLogPage(db, reach, new Set(), filter.ask, page).rows.map(({ seq }) => seq);
}

function csv(grants: readonly Grant[], query = '') {
  const { reach, filter } = ask(grants, query);
  if (filter.ask === null) return { rows: -1, text: '' };
  const { rows, lines } = exportLog(db, ACTOR, new Date(), reach, { ...filter, ask: filter.ask });
  let text = '';
  for (let next = lines.next(); !next.done; next = lines.next()) text += next.value;
  return { rows, text };
}

describe('who reads what', () => {
  test.each<[string, () => readonly Grant[], readonly number[]]>([
    ['the installation', () => [inAll()], [6, 5, 4, 3, 2, 1]],
    ['a kommun', () => [inKommun(at.gnesta)], [4, 3, 2]],
    ['one nämnd', () => [inKommun(at.gnesta, at.sn)], [3]],
    [
      'nämnder of two kommuner',
      () => [inKommun(at.gnesta, at.ks), inKommun(at.kalmar, at.kn)],
      [6, 4],
    ],
    [
      'a kommun, and a nämnd in it',
      () => [inKommun(at.gnesta, at.sn), inKommun(at.gnesta)],
      [4, 3, 2],
    ],
    ['nothing, as who writes there', () => [{ ...inAll(), role: 'kvalitetsstrateg' }], []],
    ['nothing, with no role', () => [], []],
  ])('administrator of %s', (_, grants, expected) => {
    expect(seqs(grants())).toEqual(expected);
  });

  test('no way of asking lets anything of another kommun out, on the page or in the file', () => {
    const grants = [[inKommun(at.gnesta)], [inKommun(at.gnesta, at.sn)]];
    const values = {
      var: ['', 'gnesta', 'kalmar', 'kalmar/kn', 'gnesta/kn', '-', `${at.kalmar}`],
      vem: ['', 'Åke', '2'],
      slag: ['', 'comment.write'],
      text: ['', 'hemlighet', 'kalmars'],
      till: ['', '2027-01-01'],
    };
    const queries = Object.entries(values).reduce<string[]>(
      (all, [field, some]) =>
        all.flatMap((query) =>
          some.map((value) => `${query}&${field}=${encodeURIComponent(value)}`),
        ),
      [''],
    );
    const own = [[2, 3, 4], [3]];
    const leaks = grants.flatMap((held, index) =>
      queries.filter((query) => {
        const { reach, filter } = ask(held, query);
        const page = { before: null, after: null };
        const shown = filter.ask && readLogPage(db, reach, new Set([1, 2]), filter.ask, page);
        const isOwn = (shown?.rows ?? []).every(({ seq }) => own[index]!.includes(seq));
        const rows = filter.ask && logRows.searchFor(db, filter.ask, 6);
        const counted = rows ? logRows.countOf(db, rows) : 0;
        const isSaid = /kalmar/i.test(JSON.stringify([shown, reach]));
        return !isOwn || isSaid || counted !== (shown?.rows.length ?? 0);
      }),
    );
    expect([queries.length, leaks]).toEqual([7 * 3 * 2 * 3 * 2, []]);
    for (const held of grants) expect(csv(held).text).not.toMatch(/kalmar/i);
  });
});

describe('what is asked for', () => {
  test.each<[string, readonly number[]]>([
    ['var=gnesta', [4, 3, 2]],
    ['var=gnesta/sn', [3]],
    ['var=-', [1]],
    ['slag=upload.store', [2]],
    ['vem=karin', [5, 4, 3, 1]],
    ['vem=Karin+BERG', [5, 4, 3, 1]],
    ['vem=åke', [6, 2]],
    ['vem=ake', []],
    ['vem=2', [6, 2]],
    ['vem=1&var=gnesta/ks', [4]],
    ['text=boende', [3]],
    ['text=BOEND', [3]],
    ['text=äldre', [3]],
    ['text=enkäten', [4]],
    ['text=uppnått', [4]],
    ['text=bilaga-1.csv', [2]],
    ['text=växer+boende', [3]],
    ['text=växer+enkäten', []],
    ['text="', []],
    ['text=body', []],
    ['text=a*', []],
    ['text=boende+OR', []],
    ['text=boende%00', [3]],
    ['fran=2026-03-29', [4]],
    ['fran=2026-03-28&till=2026-03-28', []],
    ['till=2026-03-01', [6, 5, 3, 2, 1]],
    ['fran=2026-03-01&till=2026-03-29&vem=karin&text=ej', [4]],
    ['fran=2027-01-01', []],
    ['+var=gnesta&vem=+++', [6, 5, 4, 3, 2, 1]],
  ])('%s', (query, expected) => {
    expect(seqs([inAll()], query)).toEqual(expected);
  });

  test.each<[string, object]>([
    ['var=solna', { var: 'no-place' }],
    ['slag=x', { slag: 'no-action' }],
    ['slag=constructor', { slag: 'no-action' }],
    ['fran=2026-02-30&till=igår', { fran: 'no-day', till: 'no-day' }],
    ['fran=2026-03-02&till=2026-03-01', { till: 'ends-first' }],
    ['vem=-&text=%22', { vem: 'no-word', text: 'no-word' }],
    [`text=${'a'.repeat(201)}`, { text: 'too-long' }],
  ])('%s is told, is looked for nowhere, and stands as it was written', (query, faults) => {
    const { filter } = ask([inAll()], query);
    expect(filter).toMatchObject({ faults, ask: null });
    const [[field, value] = ['', '']] = new URLSearchParams(query);
    expect(filter.written).toMatchObject({ [field]: value });
  });
});

test('a long log is read page by page, there and back, each row once', () => {
  for (let n = 0; n < 250; n += 1)
    tell({ where: { kommun: at.gnesta, namnd: n % 2 ? at.sn : null } });
  const { reach, filter } = ask([inKommun(at.gnesta)], '');
  invariant(filter.ask, 'it can be asked for');
  const read = (before: number | null, after: number | null) =>
    readLogPage(db, reach, new Set(), filter.ask!, { before, after });
  const pages = [read(null, null)];
  while (pages.at(-1)!.older !== null) pages.push(read(pages.at(-1)!.older, null));
  expect(pages.map(({ rows }) => rows.length)).toEqual([100, 100, 53]);
  const all = pages.flatMap(({ rows }) => rows.map(({ seq }) => seq));
  expect(all).toEqual([...new Set(all)].sort((a, b) => b - a));
  const back = read(null, pages[2]!.newer);
  expect(back).toEqual(pages[1]);
  expect(read(null, back.newer)).toEqual(pages[0]);
});

describe('the file', () => {
  const cells = (text: string) => text.split('\r\n').map((line) => line.split(';'));

  test('holds what is asked for, and all that its chain is made of', () => {
    const { rows, text } = csv([inAll()], 'slag=judgement.give');
    expect([rows, text.startsWith('\uFEFFrad;'), text.endsWith('\r\n')]).toEqual([1, true, true]);
    const [head, row] = cells(text.slice(1));
    const of = (name: string) =>
      row![head!.indexOf(name)]!.replace(/^"|"$/g, '').replaceAll('""', '"');
    expect([of('rad'), of('svensk tid'), of('kommun'), of('nämnd'), of('vad')]).toEqual([
      ...['4', '2026-03-29 00:30:00', 'gnesta kommun', 'ks', 'bedömde'],
    ]);
    const orNull = (name: string) => of(name) || null;
    const number = (name: string) => (of(name) === '' ? null : Number(of(name)));
    expect(of('fingeravtryck')).toBe(
      hashOf({
        ...{ previousHash: of('fingeravtryck före'), at: of('tid (UTC)'), actor: of('vem') },
        ...{
          role: of('roll (kod)') as 'administrator',
          via: of('genom (kod)') as 'web',
          kommun: number('kommun (nummer)'),
        },
        ...{ action: of('vad (kod)'), entity: of('slag (kod)'), entityId: of('nummer') },
        ...{ before: orNull('före (JSON)'), after: orNull('efter (JSON)'), reason: orNull('skäl') },
        ...{ person: number('person (nummer)'), namnd: number('nämnd (nummer)') },
      }),
    );
  });

  test('runs nothing in a spreadsheet', () => {
    tell({ where: { kommun: at.gnesta, namnd: null }, who: '=1+1', reason: '@SUM(A1)' });
    const { text } = csv([inAll()], 'text=sum');
    expect(text).toContain(";'=1+1;");
    expect(text).toContain(";'@SUM(A1);");
  });

  test('is in the log before it leaves, and holds the rows that were there then', () => {
    const { reach, filter } = ask([inKommun(at.gnesta)], 'vem=karin');
    invariant(filter.ask, 'it can be asked for');
    const { rows, lines } = exportLog(db, ACTOR, new Date(), reach, { ...filter, ask: filter.ask });
    const row = logRows.read(db, 7);
    expect(row).toMatchObject({ action: 'log.export', kommun: at.gnesta, namnd: null });
    expect(JSON.parse(row!.after!)).toEqual({ filter: { vem: 'karin' }, rows: 2, newest: 6 });
    tell({ where: { kommun: at.gnesta, namnd: at.sn } });
    const text = [lines.next().value, lines.next().value].join('');
    expect(cells(text).length - 2).toBe(rows);
    expect(lines.next().done).toBe(true);
  });

  test('of thousands of rows comes in pieces of a thousand', () => {
    for (let n = 0; n < 2500; n += 1) tell({ where: { kommun: at.gnesta, namnd: at.sn } });
    const { reach, filter } = ask([inKommun(at.gnesta, at.sn)], '');
    invariant(filter.ask, 'it can be asked for');
    const { rows, lines } = exportLog(db, ACTOR, new Date(), reach, { ...filter, ask: filter.ask });
    const sizes: number[] = [];
    for (let next = lines.next(); !next.done; next = lines.next())
      sizes.push(next.value.split('\r\n').length - 1);
    expect([rows, sizes]).toEqual([2501, [1, 1000, 1000, 501]]);
  });
});
