import { describe, expect, test } from 'vitest';
import type { Assessed } from '#lib/domain/assess-all.ts';
import { asDecided } from '#lib/domain/occasion.ts';
import { slotKey } from '#lib/domain/report.ts';
import { invariant } from '#lib/domain/result.ts';
import { statementsOf } from '#lib/domain/statements.ts';
import { draftOf } from '#lib/format/draft.ts';
import { plainText } from '#lib/server/report/plain.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import { valuesCsv } from '#lib/format/report/values-csv.ts';
import type { SlotText } from '#lib/format/report/written.ts';
import { textOf } from '#lib/format/token.ts';
import { readLive } from '#lib/server/assessed.ts';
import type { Db } from '#lib/server/db/client.ts';
import { sha256Of } from '#lib/server/db/sha256.ts';
import { readDecided } from '#lib/server/decided.ts';
import { readDecisions } from '#lib/server/decisions.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { REPORT_FORMATS, reportFile } from '#lib/server/reports/files.ts';
import { readReport } from '#lib/server/reports/read.ts';
import { saveParagraph, saveTemplate } from '#lib/server/reports/write.ts';
import { ACTOR, boardsDb, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { lockIt, publishIt, reopenIt } from '../publishing.ts';
import { previewOf, readLater, undoIt } from '../reading.ts';
import { faultsOf, textParts } from '../office/opened.ts';
import { boardOf } from '../seeds/answers.ts';
import { unitFile, UNIT_ROWS, withUnits } from '../units.ts';

/* A report through its life: drafted, written, marked where its numbers change, decided, and read back. */

const TODAY = '2023-09-25';
const file = (row: string) => `Indikator;Period;Värde\n${row}\n`;

const liveOf = (db: Db, { kommun, namnd, occasion }: Ground) =>
  readLive(db, kommun, namnd, occasion);

const textsOf = (db: Db, ground: Ground): readonly SlotText[] =>
  readReport(db, liveOf(db, ground), TODAY).parts.flatMap(({ texts }) => texts);

const atOf = ({ namnd, occasion }: Ground) => ({ namnd: namnd.id, occasion: occasion.id });

/** Takes in what is drafted, as it is or in other words. */
function take(db: Db, ground: Ground, { slot, draft, written }: SlotText, body = textOf(draft)) {
  const told = { slot, draft, body, elsewhere: [], base: written?.id ?? null };
  return saveParagraph(db, ACTOR, NOW, ground.kommun, atOf(ground), told);
}

const indicatorOf = ({ indicators }: Assessed, key: string): number => {
  const found = indicators.find(({ indicator }) => indicator.key === key);
  invariant(found, `${key} is there`);
  return found.indicator.id;
};

const drafted = (texts: readonly SlotText[]) =>
  new Map(texts.map(({ slot, draft }) => [slotKey(slot), textOf(draft)]));

const marked = (texts: readonly SlotText[]) =>
  texts.filter(({ change }) => change.kind !== 'same').map(({ slot }) => slotKey(slot));

describe('a later upload marks exactly the texts whose numbers it changes', () => {
  test.each([
    ['ind-1;2023-H1;89', true],
    ['ind-7;2023-H1;9,1', true],
    ['ind-1;2023-H1;102', false],
    ['vbb-1;2023-H1;4000', false],
  ])('%s', (row, isMarked) => {
    const db = gnestaDb();
    const ground = reopenIt(db, gnestaIn(db));
    for (const text of textsOf(db, ground))
      if (text.draft.tokens.length > 0) expect(take(db, ground, text).ok).toBe(true);
    expect(marked(textsOf(db, ground))).toEqual([]);

    const before = drafted(textsOf(db, ground));
    const { id } = readLater(db, ground.kommun, file(row));
    const after = textsOf(db, ground);
    const changed = [...drafted(after)].filter(([key, words]) => before.get(key) !== words);
    expect(marked(after)).toEqual(changed.map(([key]) => key));
    expect(marked(after).length > 0).toBe(isMarked);
    // What somebody took in stands as it was.
    for (const { written, slot } of after)
      if (written) expect(written.body).toBe(before.get(slotKey(slot)));

    undoIt(db, ground.kommun, id);
    expect(marked(textsOf(db, ground))).toEqual([]);
  });
});

describe('a text', () => {
  const opened = () => {
    const db = gnestaDb();
    const ground = reopenIt(db, gnestaIn(db));
    const text = textsOf(db, ground).find(({ draft }) => draft.tokens.length > 0);
    invariant(text, 'something is drafted');
    return { db, ground, text };
  };

  test('stands as it was written, whatever is drafted', () => {
    const { db, ground, text } = opened();
    take(db, ground, text, 'Det går bra.\n\n- ett\n- två');
    readLater(db, ground.kommun, file('ind-1;2023-H1;12'));
    const { document } = readReport(db, liveOf(db, ground), TODAY);
    expect(JSON.stringify(document.pieces)).toContain('Det går bra.');
    expect(JSON.stringify(document.pieces)).not.toContain(textOf(text.draft));
  });

  test('is left out where it is empty', () => {
    const { db, ground, text } = opened();
    take(db, ground, text, ' ');
    const { document } = readReport(db, liveOf(db, ground), TODAY);
    expect(JSON.stringify(document.pieces)).not.toContain(textOf(text.draft));
  });

  test('of two who write at once the second is told, and both are kept from none', () => {
    const { db, ground, text } = opened();
    expect(take(db, ground, text, 'Ett.').ok).toBe(true);
    expect(take(db, ground, text, 'Två.')).toEqual({ ok: false, error: 'conflict' });
    const again = textsOf(db, ground).find(({ slot }) => slotKey(slot) === slotKey(text.slot))!;
    expect(take(db, ground, again, 'Två.').ok).toBe(true);
  });

  test('is not written in what is locked', () => {
    const { db, ground, text } = opened();
    const locked = lockIt(db, publishIt(db, ground));
    expect(take(db, locked, text, 'Sent.')).toEqual({ ok: false, error: 'closed' });
  });

  test('from another source is in the log with what it says', () => {
    const { db, ground } = opened();
    const slot = { part: 'ekonomi', about: null };
    const elsewhere = [{ number: '−8,2', source: 'Ekonomisystemet, augusti' }];
    const told = { slot, draft: null, body: 'Underskottet är −8,2 mnkr.', elsewhere, base: null };
    saveParagraph(db, ACTOR, NOW, ground.kommun, atOf(ground), told);
    const [newest] = db.$client.prepare('SELECT after FROM log ORDER BY seq DESC').pluck().all();
    expect(newest).toContain('Ekonomisystemet, augusti');
    const { document } = readReport(db, liveOf(db, ground), TODAY);
    expect(plainText(document)).toMatch(
      /Tal från andra källor[\s\S]*−8,2\tEkonomisystemet, augusti/,
    );
  });
});

/** Acceptance case 3: of a value on its limit everything says the same. */
test('a value on its limit reaches it in table, text and every file', async () => {
  const db = gnestaDb();
  const ground = reopenIt(db, gnestaIn(db));
  // Digitala orosanmälningar, at least 31 %.
  readLater(db, ground.kommun, file('ind-3;2023-H1;31'));
  const assessed = liveOf(db, ground);
  const { document } = readReport(db, assessed, TODAY);
  const row = document.pieces
    .flatMap((piece) => (piece.kind === 'table' ? piece.rows : []))
    .find(({ cells }) => cells[0]?.words.includes('orosanmälan') && cells.length > 4);
  expect(row?.cells.map(({ words }) => words.replaceAll('\u00a0', ' '))).toEqual([
    expect.stringContaining('E-tjänst'),
    ...['31 %', '31 %', '29 %', '', 'Når målvärdet'],
  ]);
  const about = { kind: 'indicator', id: indicatorOf(assessed, 'ind-3') } as const;
  const text = textOf(draftOf(assessed, statementsOf(assessed, about))).replaceAll('\u00a0', ' ');
  expect(text).toContain('31 procent');
  expect(text).toContain('lika med målvärdet på minst 31 procent, som därmed nås');

  const made = { assessed, document, isFrozen: false };
  const [docx, html] = await Promise.all(
    (['docx', 'html'] as const).map((form) => reportFile(db, made, form)),
  );
  const body = textParts(docx!).get('word/document.xml') ?? '';
  for (const words of [body, Buffer.from(html!).toString('utf8')])
    expect(words).toMatch(/orosanmälan[\s\S]*?31[\s\S]*?Når målvärdet/);
  expect(plainText(document)).toMatch(/orosanmälan.*31\u00a0%\t31\u00a0%.*Når målvärdet/);
});

describe('what is hard to tell', () => {
  const HARD = `${'å'.repeat(9000)} 👩🏽‍🚒 שלום \u202e<b>&"' =1+1 ${'ord '.repeat(2500)}`.slice(
    0,
    20_000,
  );

  test('a text of 20 000 signs, with all that a format could take for its own, is told whole', async () => {
    const db = gnestaDb();
    const ground = reopenIt(db, gnestaIn(db));
    const [text] = textsOf(db, ground);
    expect(take(db, ground, text!, HARD).ok).toBe(true);
    const assessed = liveOf(db, ground);
    const made = { assessed, ...readReport(db, assessed, TODAY) };
    const docx = await reportFile(db, made, 'docx');
    expect(faultsOf(docx)).toEqual([]);
    const html = Buffer.from(await reportFile(db, made, 'html')).toString('utf8');
    expect(html).toContain('&lt;b&gt;&amp;&quot;');
    expect(html).toContain('å'.repeat(9000));
    for (const format of ['xlsx', 'csv'] as const)
      expect((await reportFile(db, made, format)).byteLength).toBeGreaterThan(1000);
  });

  test('every occasion of every nämnd, also with no data, has a report', async () => {
    const db = boardsDb();
    const told: string[] = [];
    for (const kommun of kommuner.list(db))
      for (const namnd of namnder.list(db, kommun.id))
        for (const occasion of occasions.listOfNamnd(db, namnd.id)) {
          const assessed = readLive(db, kommun, namnd, occasion);
          const made = { assessed, ...readReport(db, assessed, TODAY) };
          // Each in one of the forms, so that all of them are met.
          const format = REPORT_FORMATS[told.length % REPORT_FORMATS.length]!;
          expect((await reportFile(db, made, format)).byteLength).toBeGreaterThan(100);
          told.push(`${namnd.slug}/${occasion.key}`);
        }
    expect(told.length).toBeGreaterThan(8);
  });
});

describe('a report that is decided', () => {
  const decidedOf = (db: Db, { namnd, occasion }: Ground, version: number): Assessed => {
    const at = { namnd: namnd.id, occasion: occasion.id };
    const found = readDecisions(db, at).versions.find((one) => one.version === version);
    invariant(found, `version ${version} is there`);
    return readDecided(db, namnd, asDecided(occasion, found));
  };

  const filesOf = async (db: Db, assessed: Assessed) => {
    const { document, isFrozen } = readReport(db, assessed, TODAY);
    expect(isFrozen).toBe(true);
    const made = { assessed, document, isFrozen };
    const files = REPORT_FORMATS.map(async (form) => sha256Of(await reportFile(db, made, form)));
    return Promise.all(files);
  };

  test('is the same byte for byte after later uploads, texts and templates, and both versions stand', async () => {
    const db = gnestaDb();
    const locked = lockIt(db, gnestaIn(db));
    const first = await filesOf(db, decidedOf(db, locked, 1));

    readLater(db, locked.kommun, file('ind-1;2023-H1;12'));
    const template = { title: 'Annat', parts: [] };
    const { rev } = readReport(db, liveOf(db, locked), TODAY);
    expect(saveTemplate(db, ACTOR, NOW, locked.kommun, 'delar', { template, rev })).toBe(true);
    expect(await filesOf(db, decidedOf(db, locked, 1))).toEqual(first);

    const again = lockIt(db, publishIt(db, reopenIt(db, locked)));
    const second = await filesOf(db, decidedOf(db, again, 2));
    expect(second).not.toEqual(first);
    expect(await filesOf(db, decidedOf(db, again, 1))).toEqual(first);
    expect(readReport(db, decidedOf(db, again, 2), TODAY).document.title).toBe('Annat 2023');
    expect(readReport(db, decidedOf(db, again, 1), TODAY).document.title).toBe(
      'Delårsrapport 2023',
    );
  });

  test('says what was decided, and of what version', async () => {
    const db = gnestaDb();
    const locked = lockIt(db, gnestaIn(db));
    const { document } = readReport(db, decidedOf(db, locked, 1), TODAY);
    expect(document.standing.replaceAll('\u00a0', ' ')).toBe(
      'Godkänd av nämnden 3 oktober 2023, § 45, dnr SN 2023/145, version 1',
    );
  });
});

describe('the values of a report read back through the door of files', () => {
  test.each([
    ['gnesta', 'socialnamnden'],
    ['kalmar', 'socialnamnden'],
    ['solna', 'socialnamnden'],
    ['harnosand', 'socialnamnden'],
    ['vaxholm', 'socialnamnden'],
    ['vaxholm', 'stadsbyggnadsnamnden'],
  ])('%s, %s: all as they are', (slug, namnd) => {
    const { assessed } = boardOf(slug, namnd);
    const csv = valuesCsv(assessed);
    const db = boardsDb();
    const report = previewOf(db, assessed.kommun, csv);
    const rows = csv.trim().split('\r\n').length - 1;
    expect(rows).toBeGreaterThan(5);
    expect(report.faults).toEqual([]);
    expect(report.questions).toEqual([]);
    const { changes } = report;
    const told = { new: changes.new.count, changed: changes.changed.count };
    expect({ ...told, unchanged: changes.unchanged.count, shown: changes.changed.shown }).toEqual({
      ...{ new: 0, changed: 0, unchanged: rows, shown: [] },
    });
  });

  test('a value that is hidden is hidden in the file, with all that it rests on', () => {
    const { db, ...ground } = withUnits();
    const { all, north, south, night } = UNIT_ROWS;
    readLater(db, ground.kommun, unitFile(all, north, south, night));
    const csv = valuesCsv(liveOf(db, ground));
    expect(csv).toContain('ind-3;2023-H1;;Natt;;utfall;..;;;;;;;;');
    for (const secret of ['33,3', '66,6']) expect(csv).not.toContain(secret);
  });
});
