import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_CHOICES } from '#lib/domain/choices.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { changeSentence, outcomeSentence } from '#lib/format/preview.ts';
import type { PreviewReport } from '#lib/domain/preview.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as measures from '#lib/server/db/measures.ts';
import * as observations from '#lib/server/db/observations.ts';
import * as places from '#lib/server/db/places.ts';
import * as previews from '#lib/server/db/previews.ts';
import * as uploads from '#lib/server/db/uploads.ts';
import { examine } from '#lib/server/examine.ts';
import { importPlan } from '#lib/server/plan/import.ts';
import { storeUpload } from '#lib/server/store-upload.ts';
import { undoUpload } from '#lib/server/undo.ts';
import { ACTOR, freshDb, gnestaDb, gnestaIn, NOW, parsedPlanWith, SEEDS } from '../db.ts';
import { lookAt, lookAtUndo, previewOf, readIn, rowCounts, storeIt, waitWith } from '../reading.ts';
import { unitFile, UNIT_ROWS, withUnits } from '../units.ts';

/* A file on its way in: what is said of it first is what happens then, and nothing else. */

const APPENDIX = readFileSync(join(SEEDS, 'gnesta', '4-bilaga-1-delar-2023.csv'), 'utf8');
const CHANGED = `${APPENDIX.replace('ind-1;2023-H1;102', 'ind-1;2023-H1;89')}ind-8;2024-H1;31,0;;\r\n`;

const file = (...rows: string[]) => ['Indikator;Period;Värde', ...rows, ''].join('\n');
const gnesta = () => {
  const db = gnestaDb();
  return { db, ...gnestaIn(db) };
};

const measuresOf = (db: Db, kommun: Kommun) => measures.list(db, kommun.id).map(({ id }) => id);

/** Everything that a kommun sees, by what it is about. */
const seenIn = (db: Db, kommun: Kommun) =>
  Object.fromEntries(
    observations
      .list(db, kommun.id, measuresOf(db, kommun))
      .map((one) => [
        [one.measure, one.period.text, one.place, one.sex, one.breakdown, one.kind].join(' '),
        one.value ?? one.state,
      ]),
  );

/** What is written of changes: title, what it was, what it becomes. */
const rowsOf = ({ changes }: Pick<PreviewReport, 'changes'>, kind: 'new' | 'changed') =>
  changes[kind].shown.map(({ title, period, before, after, printed, line }) => [
    ...[title, period.text, before?.value ?? null, after?.value ?? null, printed, line],
  ]);

describe('before a file is read in', () => {
  test('what is new, what changes from what to what, and what stays is told', () => {
    const { db, kommun } = gnesta();
    const report = previewOf(db, kommun, CHANGED);
    expect(report).toMatchObject({
      of: 'values',
      outcome: 'ready',
      understood: { encoding: 'utf-8', delimiter: ';', decimal: ',', headerLine: 1, rows: 9 },
      difference: { new: 1, changed: 1, unchanged: 7 },
      changes: { new: { count: 1 }, changed: { count: 1 }, unchanged: { count: 7 } },
    });
    expect(rowsOf(report, 'changed')).toEqual([
      ['Väntetid till särskilt boende', '2023-H1', 102, 89, '89', 2],
    ]);
    expect(rowsOf(report, 'new')).toEqual([
      ['Långtidssjukfrånvaro', '2024-H1', null, 31, '31,0', 10],
    ]);
    expect(changeSentence(report)).toBe(
      '1 nytt, 1 ändrat och 7 oförändrade värden. 1 läge ändras.',
    );
  });

  test('what a row notes is told with its value', () => {
    const { db, kommun } = gnesta();
    const text = 'Indikator;Period;Värde;Anmärkning\nind-1;2024;5;Ny mätning\nind-1;2025;6;\n';
    const { shown } = previewOf(db, kommun, text).changes.new;
    expect(shown.map(({ note }) => note)).toEqual(['Ny mätning', null]);
  });

  test('a state that turns is told with its words and colours, before and after', () => {
    const { db, kommun } = gnesta();
    expect(previewOf(db, kommun, CHANGED).states).toEqual([
      {
        namnd: 'Socialnämnden',
        occasion: 'Delår 2023',
        title: 'Väntetid till särskilt boende',
        before: { colour: 'red', word: 'Når inte målvärdet', aspect: 'outcome' },
        after: { colour: 'green', word: 'Når målvärdet', aspect: 'outcome' },
      },
    ]);
  });

  test.each<[string, string]>([
    ['of a file that is ready', CHANGED],
    ['of one with new names', file('Helt nytt;2024;1')],
    ['of one that is asked about', file('ind-1;2024;1.234')],
    ['of one with a fault', file('ind-1;2024;sju')],
    ['of what is none', '<html>'],
    ['of a catalogue', 'id;title;description\nN99999;Ett nytt nyckeltal;Text\n'],
  ])('nothing is stored, %s', (_, text) => {
    const { db, kommun } = gnesta();
    const before = { ...rowCounts(db), revision: kommuner.revision(db, kommun.id) };
    const id = waitWith(db, kommun, text);
    expect(lookAt(db, kommun, id)).not.toBeNull();
    previews.remove(db, id);
    expect({ ...rowCounts(db), revision: kommuner.revision(db, kommun.id) }).toEqual(before);
  });

  test('a file that waits no more has no preview, and cannot be stored', () => {
    const { db, kommun } = gnesta();
    const id = waitWith(db, kommun, CHANGED);
    previews.remove(db, id);
    expect(lookAt(db, kommun, id)).toBeNull();
    expect(storeIt(db, kommun, id)).toBe('gone');
  });
});

describe('small counts are hidden in a preview', () => {
  const { all, north, south, night } = UNIT_ROWS;
  const secrets = ['33,3', '33.3', '66,6', '66.6'];
  const hidden = { state: 'suppressed', value: null, unit: 'index' };

  function expectHidden(report: PreviewReport | null) {
    const { options: _options, ...told } = report!;
    for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
  }

  test('a unit with eight answers of an HME, and what would give it away by subtraction', () => {
    const { db, kommun } = withUnits();
    const report = previewOf(db, kommun, unitFile(all, north, south, night));
    expectHidden(report);
    const shown = report.changes.new.shown;
    expect(shown.find(({ place }) => place === 'Natt')).toMatchObject({
      after: hidden,
      printed: '',
      line: 5,
    });
    expect(shown.find(({ place }) => place === 'Hemtjänst Söder')?.after).toEqual(hidden);
    expect(shown.find(({ place }) => place === 'Hemtjänst Norr')).toMatchObject({
      after: { state: 'value', value: 71.5 },
      printed: '71,5',
    });
  });

  test('also what it was before', () => {
    const { db, kommun } = withUnits();
    readIn(db, kommun, unitFile(all, north, south, night));
    const report = previewOf(db, kommun, unitFile(night.replace('33,3;8', '50,0;30')));
    // Of a unit the file says nothing about: hidden for the other's sake, and so no longer.
    expect(report.changes.beside).toMatchObject({
      count: 1,
      shown: [{ before: hidden, remark: 'revealed' }],
    });
    expect(report.changes.changed).toMatchObject({
      count: 1,
      shown: [{ before: hidden, printed: '50,0', remark: null }],
    });
  });

  test('also of indexes and units that the file itself makes', () => {
    const { db, kommun } = withUnits();
    const text = [
      'Enhet;År;Antal svar;Motivation;Ledarskap;Styrning;HME',
      'Hemtjänst Norr;2023;60;71,5;72;73;72,2',
      'Gryning;2023;8;33,3;33,3;33,3;33,3',
    ].join('\n');
    const indicators = Object.fromEntries(
      ['Totalindex', 'Motivationsindex', 'Ledarskapsindex', 'Styrningsindex'].map((name) => [
        name,
        'new' as const,
      ]),
    );
    const report = previewOf(db, kommun, text, { indicators, places: { Gryning: 'new' } });
    expect(report).toMatchObject({ outcome: 'ready', difference: { new: 8 } });
    expectHidden(report);
    expect(report.changes.new.shown.filter(({ place }) => place === 'Gryning')).toHaveLength(4);
  });
});

describe('reading in', () => {
  test('does what the preview said, and keeps the answers it was stored under', () => {
    const { db, kommun } = gnesta();
    const text = file('ind-1;2024-H1;1.234', 'Nytt mått;2024-H1;5', 'Annat;2024-H1;6');
    const choices: Choices = {
      ...NO_CHOICES,
      answers: { 'ambiguous-number|Värde': 'thousands' },
      indicators: { 'Nytt mått': 'new', Annat: 'none' },
    };
    const id = waitWith(db, kommun, text, { choices });
    const report = lookAt(db, kommun, id)!;
    expect(report).toMatchObject({ outcome: 'ready', difference: { new: 2 } });
    expect(storeIt(db, kommun, id)).toBe('stored');
    const upload = uploads.ofPreview(db, kommun.id, id)!;
    expect(upload).toMatchObject({ counts: report.difference, choices, fileName: 'fil.csv' });
    expect(previews.list(db, kommun.id)).toEqual([]);
    const made = measures.list(db, kommun.id).find(({ title }) => title === 'Nytt mått')!;
    const found = observations.list(db, kommun.id, measuresOf(db, kommun));
    const values = found.filter(({ source }) => source.upload === upload.id);
    expect(values.map(({ value }) => value).sort((a, b) => a! - b!)).toEqual([5, 1234]);
    expect(values.some(({ measure }) => measure === made.id)).toBe(true);
    expect(uploads.readBytes(db, upload.file)?.toString()).toBe(text);
  });

  test('twice stores once', () => {
    const { db, kommun } = gnesta();
    const id = waitWith(db, kommun, CHANGED);
    expect(storeIt(db, kommun, id)).toBe('stored');
    const after = rowCounts(db);
    expect(storeIt(db, kommun, id)).toBe('gone');
    expect(rowCounts(db)).toEqual(after);
  });

  test('pressed twice at one moment stores once, and leaves nothing of the second', () => {
    const { db, kommun } = gnesta();
    const id = waitWith(db, kommun, CHANGED);
    const bytes = Buffer.from(CHANGED);
    const read = { name: 'fil.csv', bytes, packed: uploads.pack(bytes), isRedacted: false };
    const [first, second] = [examine(db, kommun, read), examine(db, kommun, read)];
    const store = (examined: typeof first) =>
      storeUpload(db, ACTOR, NOW, kommun, read, examined, { preview: id });
    expect(store(first)).toMatchObject({ upload: expect.any(Number) as number });
    const after = rowCounts(db);
    expect(store(second)).toMatchObject({ upload: 'gone' });
    expect(rowCounts(db)).toMatchObject({ observation: after.observation, log: after.log });
    expect(uploads.loading(db)).toEqual([]);
  });

  test('two of one file at once: the second is answered as read in, and waits no more', () => {
    const { db, kommun } = gnesta();
    const ids = [waitWith(db, kommun, CHANGED), waitWith(db, kommun, CHANGED, { name: 'b.csv' })];
    expect(ids.map((id) => lookAt(db, kommun, id)?.outcome)).toEqual(['ready', 'ready']);
    expect(ids.map((id) => storeIt(db, kommun, id))).toEqual(['stored', 'already-stored']);
    expect(previews.list(db, kommun.id)).toEqual([]);
    expect(uploads.loading(db)).toEqual([]);
  });

  test('the newest file again is told of as read in already, and leaves nothing', () => {
    const { db, kommun } = gnesta();
    const before = rowCounts(db);
    const id = waitWith(db, kommun, APPENDIX);
    const report = lookAt(db, kommun, id)!;
    expect(report).toMatchObject({ outcome: 'already-stored', states: [] });
    expect(outcomeSentence(report)).toBe('Redan inläst: filen ändrar ingenting.');
    expect(storeIt(db, kommun, id)).toBe('already-stored');
    const { upload: _more, ...rest } = rowCounts(db);
    const { upload: _fewer, upload_measure: counted, ...were } = before;
    expect(rest).toMatchObject(were);
    expect(counted).toBeLessThanOrEqual(rest['upload_measure']!);
    expect(uploads.history(db, kommun.id).every(({ upload }) => upload.preview !== id)).toBe(true);
  });

  test('two that are looked at together: what is stored last is what is seen', () => {
    const { db, kommun } = gnesta();
    const [a, b] = [70, 60].map((value) => waitWith(db, kommun, file(`ind-1;2023-H1;${value}`)));
    expect(storeIt(db, kommun, b!)).toBe('stored');
    // What it would change is told anew.
    expect(rowsOf(lookAt(db, kommun, a!)!, 'changed')).toMatchObject([
      ['Väntetid till särskilt boende', '2023-H1', 60, 70, '70', 2],
    ]);
    expect(storeIt(db, kommun, a!)).toBe('stored');
    expect(rowsOf(previewOf(db, kommun, file('ind-1;2023-H1;1')), 'changed')[0]?.[2]).toBe(70);
    const [newest, before] = uploads.history(db, kommun.id);
    expect([newest?.upload.preview, before?.upload.preview]).toEqual([a, b]);
  });

  test('two who answer one file: the second is told, and nothing is stored of what neither saw', () => {
    const { db, kommun } = gnesta();
    const id = waitWith(db, kommun, file('ind-1;2024;1.234'));
    const answered = (answer: string) => ({
      ...NO_CHOICES,
      answers: { 'ambiguous-number|Värde': answer },
    });
    expect(previews.choose(db, id, 0, answered('decimal'))).toBe(true);
    expect(previews.choose(db, id, 0, answered('thousands'))).toBe(false);
    expect(previews.read(db, kommun.id, id)).toMatchObject({
      rev: 1,
      choices: answered('decimal'),
    });
    expect(storeIt(db, kommun, id, 0)).toBe('not-ready');
    expect(uploads.ofPreview(db, kommun.id, id)).toBeUndefined();
    expect(storeIt(db, kommun, id, 1)).toBe('stored');
    expect(rowsOf(previewOf(db, kommun, file('ind-1;2024;5')), 'changed')[0]?.[2]).toBe(1.234);
  });
});

describe('rows left out', () => {
  const text = file('ind-1;2024;7', 'ind-2;2024;sju', 'ind-3;2024;9', 'ind-3;2024;8');

  test('are in sight and not stored, and the rest is', () => {
    const { db, kommun } = gnesta();
    expect(previewOf(db, kommun, text)).toMatchObject({
      outcome: 'asked',
      faults: [{ code: 'bad-number' }, { code: 'duplicate-row' }],
    });
    const report = previewOf(db, kommun, text, { leftOut: [3, 5] });
    expect(report).toMatchObject({
      outcome: 'ready',
      difference: { new: 2, changed: 0, unchanged: 0 },
      faults: [],
      leftOut: [
        { line: 3, text: 'ind-2;2024;sju' },
        { line: 5, text: 'ind-3;2024;8' },
      ],
    });
    const before = seenIn(db, kommun);
    const upload = readIn(db, kommun, text, { choices: { leftOut: [3, 5] } });
    const own = observations
      .list(db, kommun.id, measuresOf(db, kommun))
      .filter(({ source }) => source.upload === upload.id);
    expect(own.map(({ value, source }) => [source.line, value]).sort()).toEqual([
      [2, 7],
      [4, 9],
    ]);
    expect(Object.keys(seenIn(db, kommun))).toHaveLength(Object.keys(before).length + 2);
    expect(upload.choices?.leftOut).toEqual([3, 5]);
  });

  test('all of them leave nothing to read in', () => {
    const { db, kommun } = gnesta();
    const id = waitWith(db, kommun, text, { choices: { leftOut: [2, 3, 4, 5] } });
    expect(lookAt(db, kommun, id)?.outcome).not.toBe('ready');
    expect(storeIt(db, kommun, id)).toBe('not-ready');
  });
});

describe('what a name is said to mean', () => {
  /** Gnesta, and a Nyköping with a measure and a unit of its own. */
  function two() {
    const { db, kommun } = gnesta();
    const plan = parsedPlanWith((changed) => {
      Object.assign(changed.kommun as object, { code: '0480', slug: 'nykoping', name: 'Nyköping' });
      changed.places = [{ name: 'Nyköpings nattpatrull' }];
    });
    importPlan(db, ACTOR, NOW, plan);
    const other = kommuner.read(db, 'nykoping')!;
    const measure = measures.list(db, other.id).find(({ code }) => code === 'personalkontinuitet')!;
    const unit = places.list(db, other.id).find(({ name }) => name === 'Nyköpings nattpatrull')!;
    return { db, kommun, other, measure: measure.id, unit: unit.id };
  }

  const TEXT = 'Indikator;Period;Enhet;Värde\nOkänt;2024;;1\nind-1;2024;Okänd;2\n';

  test('is asked with what is like it, and taken where it is the kommun’s own', () => {
    const { db, kommun } = gnesta();
    const text = file('Väntetid särskilt boende;2024;7', 'Något helt annat;2024;8');
    const report = previewOf(db, kommun, text);
    expect(report.outcome).toBe('asked');
    expect(report.names.map(({ name, suggested }) => [name, suggested[0]?.title])).toEqual([
      ['Väntetid särskilt boende', 'Väntetid till särskilt boende'],
      ['Något helt annat', undefined],
    ]);
    const [asked] = report.names;
    const indicators = {
      'Väntetid särskilt boende': asked!.suggested[0]!.id,
      'Något helt annat': 'none' as const,
    };
    const answered = previewOf(db, kommun, text, { indicators });
    expect(answered).toMatchObject({ outcome: 'ready', difference: { new: 1 } });
    expect(answered.names.map(({ choice }) => choice)).toEqual(Object.values(indicators));
    expect(rowsOf(answered, 'new')).toEqual([
      ['Väntetid till särskilt boende', '2024', null, 7, '7', 2],
    ]);
  });

  test.each<[string, (ids: { measure: number; unit: number }) => [number, number]]>([
    ['is gone', () => [999_999_999, 999_999_999]],
    ['is another kommun’s', ({ measure, unit }) => [measure, unit]],
    ['is of the other kind or none', ({ measure, unit }) => [-unit, -measure]],
  ])('is asked anew where it %s', (_, idsOf) => {
    const { db, kommun, ...ids } = two();
    const [indicator, place] = idsOf(ids);
    const choices = { indicators: { Okänt: indicator }, places: { Okänd: place } };
    const id = waitWith(db, kommun, TEXT, { choices });
    const report = lookAt(db, kommun, id)!;
    expect(report.names.map(({ name, choice }) => [name, choice])).toEqual([
      ['Okänt', null],
      ['Okänd', null],
    ]);
    expect(report.outcome).toBe('asked');
    expect(outcomeSentence(report)).toBe('2 saker att avgöra innan filen kan läsas in.');
    expect(JSON.stringify(report)).not.toContain('nattpatrull');
    expect(storeIt(db, kommun, id)).toBe('not-ready');
  });

  test('a period that cannot be read is asked for again', () => {
    const { db, kommun } = withUnits();
    const text = 'Enhet;Antal svar;HME\nHemtjänst Norr;60;72,2\n';
    const indicators = { Totalindex: 'new' as const };
    const sentences = [null, 'i höstas', '2023'].map((period) =>
      outcomeSentence(previewOf(db, kommun, text, { period, indicators })),
    );
    expect(sentences).toEqual([
      '1 sak att avgöra innan filen kan läsas in.',
      '1 sak att avgöra innan filen kan läsas in.',
      'Filen kan läsas in.',
    ]);
  });

  test('a file for one kommun is never another’s', () => {
    const { db, kommun, other } = two();
    const before = seenIn(db, kommun);
    const id = waitWith(db, other, file('ind-1;2023-H1;1', 'Nyköpings eget;2024;2'), {
      choices: { indicators: { 'Nyköpings eget': 'new' } },
    });
    expect(lookAt(db, kommun, id)).toBeNull();
    expect(storeIt(db, kommun, id)).toBe('gone');
    expect(storeIt(db, other, id)).toBe('stored');
    const upload = uploads.ofPreview(db, other.id, id)!;
    expect(seenIn(db, kommun)).toEqual(before);
    expect(uploads.ofPreview(db, kommun.id, id)).toBeUndefined();
    expect(lookAtUndo(db, kommun, upload.id)).toBeNull();
    expect(undoUpload(db, ACTOR, NOW, kommun, upload)).toBe(false);
    expect(uploads.read(db, other.id, upload.id)?.state).toBe('stored');
    const { options } = previewOf(db, kommun, file('ind-1;2024;1'));
    expect(JSON.stringify(options)).not.toMatch(/Nyköpings/);
  });
});

describe('a file of Kolada’s among 290 kommuner', () => {
  /** Gnesta is to be among the two shortest. */
  function withRank() {
    const db = freshDb();
    const plan = parsedPlanWith((changed) => {
      const [first] = changed.indicators as Record<string, unknown>[];
      const shared = { source: 'kolada', title: 'Väntetid', unit: 'dagar', isShare: false };
      (changed.measures as unknown[]).push({ code: 'U23401', ...shared });
      const targets = [{ year: 2023, rule: { kind: 'rank', atMost: 2 }, printed: 'topp två' }];
      Object.assign(first!, { measure: 'U23401', compareCode: null, targets });
    });
    importPlan(db, ACTOR, NOW, plan);
    const { kommun } = gnestaIn(db);
    readIn(db, kommun, koladaFile({ Gnesta: '50', Solna: '40', Kalmar: '45', Ale: '60' }));
    return { db, kommun };
  }

  const koladaFile = (values: Record<string, string>) =>
    [
      'Nyckeltal;Kommun;År;Värde',
      ...Object.entries(values).map(([name, value]) => `U23401;${name};2022;${value}`),
      '',
    ].join('\n');

  test.each<[string, Record<string, string>]>([
    ['when another is longer', { Solna: '90' }],
    ['when another has none any more', { Solna: '' }],
    ['when it is shorter itself', { Gnesta: '41' }],
    ['not when nothing passes', { Solna: '39', Ale: '70' }],
  ])('a rank turns in the preview as it turns when stored: %s', (_, values) => {
    const { db, kommun } = withRank();
    const text = koladaFile(values);
    const id = waitWith(db, kommun, text);
    const report = lookAt(db, kommun, id)!;
    const elsewhere = Object.keys(values).filter((name) => name !== 'Gnesta').length;
    expect(report).toMatchObject({ outcome: 'ready', elsewhere });
    const turned = report.states.map(({ before, after }) => [before.colour, after.colour]);
    expect(turned).toEqual('Ale' in values ? [] : [['red', 'green']]);
    expect(storeIt(db, kommun, id)).toBe('stored');
    const upload = uploads.ofPreview(db, kommun.id, id)!;
    const back = lookAtUndo(db, kommun, upload.id)!;
    expect(back).toMatchObject({ elsewhere });
    expect(back.states.map(({ before, after }) => [after, before])).toEqual(
      report.states.map(({ before, after }) => [before, after]),
    );
  });
});
