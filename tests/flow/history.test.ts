import { describe, expect, test } from 'vitest';
import { pageOf } from '#lib/domain/history.ts';
import type { Subject } from '#lib/domain/judgement.ts';
import { invariant } from '#lib/domain/result.ts';
import * as activities from '#lib/server/db/activities.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as goals from '#lib/server/db/goals.ts';
import * as indicators from '#lib/server/db/indicators.ts';
import * as measures from '#lib/server/db/measures.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import * as phaseChanges from '#lib/server/db/phase-changes.ts';
import * as places from '#lib/server/db/places.ts';
import * as plans from '#lib/server/db/plans.ts';
import * as scales from '#lib/server/db/scales.ts';
import type { Upload } from '#lib/server/db/uploads.ts';
import { changedValues, readHistory } from '#lib/server/history/gather.ts';
import { viewRuns } from '#lib/server/history/view.ts';
import type { EntryView } from '#lib/server/history/entry-view.ts';
import { markReady, saveJudgement, saveLifecycle, saveText } from '#lib/server/judge.ts';
import { readLive } from '#lib/server/assessed.ts';
import { shownWords } from '#lib/format/changes.ts';
import { removeBytes } from '#lib/server/remove-bytes.ts';
import { undoUpload } from '#lib/server/undo.ts';
import { ACTOR, gnestaDb, gnestaIn, NOW } from '../db.ts';
import { correctIt, lockIt, nextStep, publishIt, reopenIt, unlockIt } from '../publishing.ts';
import { readIn as readAt, readLater as readIn, undoIt } from '../reading.ts';
import { unitFile, UNIT_ROWS, withUnits } from '../units.ts';

/* What has been said and changed of a thing, as its page tells it: to who works there, and to everybody. */

const INSIDE = { isInside: true, seesNames: true, seesFiles: true };
const OUTSIDE = { isInside: false, seesNames: false, seesFiles: false };
type Who = typeof INSIDE;

const KARIN = { ...ACTOR, name: 'Karin Berg', role: 'rapportskrivare' } as const;
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const PARTS = [{ key: 'kommentar', title: 'Kommentar', perPlace: false }];

function gnesta(db: Db = gnestaDb()) {
  const { kommun, namnd } = gnestaIn(db);
  const place = places.readKommun(db, kommun.code)!.id;
  const told = { kommun: kommun.id, key: 'oppet', kind: 'ar', title: 'Öppet' };
  const occasion = occasions.insert(db, { ...told, year: 2023, cutoffOn: '2023-12-31' });
  occasions.insertInNamnd(db, { namnd: namnd.id, occasion, phase: 'oppet' });
  const ids = plans.list(db, kommun.id).map(({ id }) => id);
  const goal = goals.list(db, ids).find((one) => one.key === 'vf-1')!;
  const activity = activities.list(db, ids)[0]!;
  return { db, kommun, namnd, place, where: { namnd: namnd.id, occasion }, goal, activity };
}

type Gnesta = ReturnType<typeof gnesta>;

function told(
  { db, kommun, namnd, place }: Gnesta,
  subject: Subject,
  who: Who,
  from: number | null = null,
): EntryView[] {
  const indicator = indicators.list(db, namnd.id).find((one) => one.id === subject.id);
  const [measure] =
    subject.kind === 'indicator' ? measures.listByIds(db, [indicator!.measure]) : [];
  const wanted = { kommun, namnd, subject, measure: measure ?? null, isInside: who.isInside, from };
  const history = readHistory(db, wanted);
  const around = {
    ...{ places: places.list(db, kommun.id), place, parts: PARTS },
    occasions: occasions.list(db, kommun.id),
    of: measure && indicator ? { indicator, measure } : null,
  };
  return viewRuns(db, history, history.entries, around, who).flatMap(({ entries }) => entries);
}

/** Published at a moment, wherever that lies among what has been said. */
function publish({ db, where }: Gnesta, when: Date) {
  occasions.change(db, where, 0, { phase: 'publicerat', publishedOn: '2023-09-20' });
  const by = { byPerson: null, byName: 'Prov', at: when.toISOString() };
  const step = { phase: 'publicerat', settlement: null, reason: null } as const;
  phaseChanges.insert(db, { ...where, ...step, ...by, byRole: 'administrator' });
}

function judge(world: Gnesta, minutes: number, step: string, reason: string, base: number | null) {
  const { db, kommun, where, place, goal } = world;
  const scale = scales.list(db, kommun.id).find((one) => one.steps.some(({ key }) => key === step));
  const saved = saveJudgement(
    db,
    KARIN,
    at(minutes),
    kommun,
    { ...where, atMeeting: false },
    {
      ...{
        subject: { kind: 'goal', id: goal.id },
        place,
        aspect: 'outcome',
        trend: null,
        basis: '[]',
      },
      ...{
        said: { kind: 'step', step },
        step: scales.stepIds(db, scale!.id).get(step)!,
        reason,
        base,
      },
    },
  );
  invariant(saved.ok, 'nobody else was there');
  return saved.value;
}

function write(world: Gnesta, minutes: number, body: string, base: number | null): number {
  const { db, kommun, where, place, goal } = world;
  const text = {
    subject: { kind: 'goal', id: goal.id },
    place,
    part: 'kommentar',
    body,
    base,
  } as const;
  const saved = saveText(db, KARIN, at(minutes), kommun, { ...where, atMeeting: false }, text);
  invariant(saved.ok, 'nobody else was there');
  return saved.value;
}

const marked = (body: EntryView['body']) => {
  const pieces = body.kind === 'judgement' ? body.reason : body.kind === 'text' ? body.pieces : [];
  const sign = { same: '', gone: '-', new: '+', cut: '…' } as const;
  return pieces.map((one) => `${sign[one.kind]}${'text' in one ? one.text : ''}`).join('|');
};

const stepsOf = (world: Gnesta) => {
  const found = scales.list(world.db, world.kommun.id).find(({ steps }) => steps.length > 2);
  invariant(found, 'Gnesta has a scale');
  return found.steps.map(({ key }) => key) as [string, string, string];
};

describe('a goal judged twice', () => {
  const twice = () => {
    const world = gnesta();
    const [best, middle] = stepsOf(world);
    const first = judge(world, 1, best, 'Kön är lång.', null);
    judge(world, 2, middle, 'Kön är kort.', first);
    const text = write(world, 3, 'Arbetet **går** bra.', null);
    write(world, 4, 'Arbetet går mycket bra.', text);
    markReady(world.db, KARIN, at(5), world.kommun, world.where, {
      ...{ subject: { kind: 'goal', id: world.goal.id }, isReady: true, base: null },
    });
    return { world, subject: { kind: 'goal', id: world.goal.id } as const };
  };

  test('says what stands, what stood before, who said it and when, the newest first', () => {
    const { world, subject } = twice();
    const entries = told(world, subject, INSIDE).filter(({ by }) => by?.startsWith('Karin'));
    expect(entries.map(({ heading, by, at: when }) => [heading, by, when])).toEqual([
      ...[5, 4, 3, 2, 1].map((minutes, index) => [
        ['Klarmarkering', 'Kommentar', 'Kommentar', 'Bedömning', 'Bedömning'][index],
        ...['Karin Berg, rapportskrivare', at(minutes).toISOString()],
      ]),
    ]);
    const [ready, secondText, firstText, second, first] = entries.map(({ body }) => body);
    expect(ready).toMatchObject({ kind: 'words', was: null, is: 'Klarmarkerad' });
    expect(marked(secondText!)).toBe('Arbetet går |+mycket |bra.');
    expect([marked(firstText!), firstText]).toMatchObject(['+Arbetet går bra.', { isFirst: true }]);
    expect(marked(second!)).toBe('Kön är |-lång|+kort|.');
    invariant(second?.kind === 'judgement' && first?.kind === 'judgement', 'they are judgements');
    expect([first.was, second.was]).toEqual([null, first.is]);
    expect(second.is.word).not.toBe(first.is.word);
  });

  test('is told to nobody outside while it is open', () => {
    const { world, subject } = twice();
    const open = JSON.stringify(told(world, subject, OUTSIDE));
    for (const word of ['Kön', 'Arbetet', 'Klarmark', 'Karin']) expect(open).not.toContain(word);
  });

  test('is told outside as it was published, without names, and not what was taken back before', () => {
    const { world, subject } = twice();
    publish(world, at(6));
    const entries = told(world, subject, OUTSIDE).filter(
      ({ at: when }) => when! > NOW.toISOString(),
    );
    expect(entries.map(({ heading, by }) => [heading, by])).toEqual([
      ['Publicerat', 'administratör'],
      ...['Klarmarkering', 'Kommentar', 'Bedömning'].map((one) => [one, 'rapportskrivare']),
    ]);
    const text = JSON.stringify(entries);
    expect(text).toContain('Arbetet går mycket bra.');
    expect(text).toContain('Kön är kort.');
    expect(text).not.toContain('lång');
    expect(entries.at(-1)?.body).toMatchObject({ kind: 'judgement', was: null });
  });

  test('is told outside in full when it was changed after it was published', () => {
    const { world, subject } = twice();
    publish(world, at(0));
    const judged = told(world, subject, OUTSIDE).filter(({ body }) => body.kind === 'judgement');
    expect(judged.map(({ body }) => marked(body)).slice(0, 2)).toEqual([
      ...['Kön är |-lång|+kort|.', '+Kön är lång.'],
    ]);
  });

  test('and anew in the same words, stands', () => {
    const { world, subject } = twice();
    const [, middle] = stepsOf(world);
    const last = world.db.$client.prepare('SELECT max(id) FROM judgement').pluck().get() as number;
    judge(world, 9, middle, 'Kön är kort.', last);
    expect(told(world, subject, INSIDE)[0]?.body).toMatchObject({
      kind: 'judgement',
      isSame: true,
    });
  });
});

test('the steps of an occasion stand among what was said at it, and its words are those that were decided', () => {
  const db = gnestaDb();
  const ground = lockIt(db, gnestaIn(db));
  const world = gnesta(db);
  const subject = { kind: 'goal', id: world.goal.id } as const;
  const wordsIn = () => JSON.stringify(told(world, subject, OUTSIDE));
  const decided = wordsIn();
  expect(decided).toContain('Godkänd av nämnden 3 oktober 2023');
  db.$client.exec("UPDATE scale_step SET word = 'Ja', word_forecast = 'Ja', colour = 'red'");
  expect(wordsIn()).toBe(decided);
  reopenIt(db, ground, 'Fel siffra i bilagan.');
  const phases = told(world, subject, INSIDE).filter(({ body }) => body.kind === 'phase');
  expect(phases.map(({ heading, body }) => [heading, body])).toEqual([
    ['Öppnat på nytt', { kind: 'phase', words: null, reason: 'Fel siffra i bilagan.' }],
    ['Låst', { kind: 'phase', words: expect.stringContaining('§') as string, reason: null }],
    ['Publicerat', { kind: 'phase', words: null, reason: null }],
  ]);
});

test('what was put right of a step stands among them, and what was told first stays', () => {
  const db = gnestaDb();
  correctIt(db, lockIt(db, gnestaIn(db)));
  const world = gnesta(db);
  const [put, locked] = told(world, { kind: 'goal', id: world.goal.id }, OUTSIDE);
  expect([put, locked].map((one) => [one?.heading, one?.body])).toMatchObject([
    ['Uppgifterna om beslutet rättades', { words: 'Paragraf: §\u00a045 → §\u00a054.' }],
    ['Låst', { words: expect.stringContaining('§\u00a045') as string }],
  ]);
});

test('what was locked by mistake is told of as that, and never as decided', () => {
  const db = gnestaDb();
  unlockIt(db, lockIt(db, gnestaIn(db)), 'Fel tillfälle.');
  const world = gnesta(db);
  const subject = { kind: 'goal', id: world.goal.id } as const;
  const words = JSON.stringify(told(world, subject, OUTSIDE)).replaceAll('\u00a0', ' ');
  expect(words).toContain('Angivet beslut: 3 oktober 2023, § 45');
  expect(words).toContain('Låsningen togs tillbaka: nämnden hade inte beslutat det');
  expect(words.toLowerCase()).not.toContain('godkänd av nämnden');
});

test('a ceiling is told at its occasion, and has no time', () => {
  const world = gnesta();
  const { goal } = world.db.$client.prepare('SELECT goal FROM ceiling LIMIT 1').get() as {
    goal: number;
  };
  const entries = told(world, { kind: 'goal', id: goal }, OUTSIDE);
  expect(entries.filter(({ body }) => body.kind === 'ceiling')).toMatchObject([
    { at: null, by: null },
  ]);
});

test('how far an activity has come, and its new dates', () => {
  const world = gnesta();
  const { db, kommun, where, activity } = world;
  const say = (minutes: number, base: number | null, endOn: string | null) =>
    saveLifecycle(
      db,
      KARIN,
      at(minutes),
      kommun,
      { ...where, atMeeting: false },
      {
        ...{ activity: activity.id, lifecycle: 'under_way', startOn: null, endOn, base },
      },
    );
  const first = say(1, null, null);
  invariant(first.ok, 'nobody was before');
  say(2, first.value, '2024-03-31');
  const entries = told(world, { kind: 'activity', id: activity.id }, INSIDE);
  expect(entries.map(({ body }) => body).slice(0, 2)).toEqual([
    { kind: 'words', was: 'Pågår', is: 'Pågår, slutar 31 mars 2024' },
    { kind: 'words', was: null, is: 'Pågår' },
  ]);
  const outside = told(world, { kind: 'activity', id: activity.id }, OUTSIDE);
  expect(outside.filter(({ body }) => body.kind === 'words')).toEqual([]);
});

const file = (...rows: string[]) => ['Indikator;Period;Värde', ...rows, ''].join('\n');

const indicatorIn = ({ db, namnd }: Pick<Gnesta, 'db' | 'namnd'>, key: string) => {
  const found = indicators.list(db, namnd.id).find((one) => one.key === key);
  invariant(found, `${key} is there`);
  return found;
};

describe('values', () => {
  const HEADING = 'Värde: Januari–juni 2023';
  /** Where the seed has the value from. */
  const SEEDED = '4-bilaga-1-delar-2023.csv';

  const change = () => {
    const world = gnesta();
    const upload = readIn(world.db, world.kommun, file('ind-1;2023-H1;89'), {
      ...{ name: 'rättad.csv', at: at(1) },
    });
    const { id } = indicatorIn(world, 'ind-1');
    return { world, upload, subject: { kind: 'indicator', id } as const };
  };

  const valuesIn = (entries: readonly EntryView[]) =>
    entries.flatMap(({ heading, by, body }) =>
      body.kind === 'value'
        ? [[heading, by, body.was?.words, body.is?.words, body.is?.file, body.undone?.file ?? null]]
        : [],
    );

  test('that were read in anew are told with both files, and what came back when one was undone', () => {
    const { world, upload, subject } = change();
    undoIt(world.db, world.kommun, upload.id);
    const entries = told(world, subject, OUTSIDE);
    expect(valuesIn(entries)).toEqual([
      [HEADING, 'administratör', '89\u00a0dagar', '102\u00a0dagar', SEEDED, null],
      [HEADING, 'administratör', '102\u00a0dagar', '89\u00a0dagar', null, null],
    ]);
    // What is taken back is no part of what is public, and its name may say more than its values.
    for (const word of ['Prov', 'rättad.csv']) expect(JSON.stringify(entries)).not.toContain(word);
    expect(valuesIn(told(world, subject, INSIDE))).toEqual([
      [HEADING, 'Prov, administratör', '89\u00a0dagar', '102\u00a0dagar', SEEDED, 'rättad.csv'],
      [HEADING, 'Prov, administratör', '102\u00a0dagar', '89\u00a0dagar', 'rättad.csv', null],
    ]);
    expect(JSON.stringify(told(world, subject, INSIDE))).toContain('Prov, administratör');
  });

  test('are linked to their lines for who opens files, and for nobody else', () => {
    const { world, upload, subject } = change();
    const uploadsIn = (who: Who) =>
      told(world, subject, who).flatMap(({ body }) =>
        body.kind === 'value' ? [body.is?.upload] : [],
      );
    expect(uploadsIn(INSIDE)).toEqual([upload.id]);
    expect(uploadsIn({ ...INSIDE, seesFiles: false })).toEqual([null]);
  });

  test('of a period that no published occasion has are told within alone', () => {
    const world = gnesta();
    const { id } = indicatorIn(world, 'ind-1');
    readIn(world.db, world.kommun, file('ind-1;2024;7'));
    readIn(world.db, world.kommun, file('ind-1;2024;8'));
    const subject = { kind: 'indicator', id } as const;
    expect(valuesIn(told(world, subject, INSIDE))).toHaveLength(1);
    expect(valuesIn(told(world, subject, OUTSIDE))).toEqual([]);
    const [measure] = measures.listByIds(world.db, [indicatorIn(world, 'ind-1').measure]);
    const changed = (isInside: boolean) =>
      changedValues(world.db, { ...world, subject, measure: measure!, isInside, from: null })
        .length;
    expect([changed(true), changed(false)]).toEqual([1, 0]);
  });

  test('of a file that was undone and removed say that they changed, and not to what', () => {
    const { world, upload, subject } = change();
    undoIt(world.db, world.kommun, upload.id);
    const said = { reason: 'Fel.', decision: 'KS § 1', decidedOn: '2023-09-01' };
    removeBytes(world.db, ACTOR, at(9), world.kommun, upload, said);
    const bodies = told(world, subject, INSIDE).flatMap(({ body }) =>
      body.kind === 'value' ? [body] : [],
    );
    expect(bodies.map(({ notTold }) => notTold)).toEqual(['removed', 'removed']);
    expect(JSON.stringify(bodies)).not.toMatch(/\b(?:89|102)\u00a0/);
  });

  test('of a file that was removed and stands say what they were', () => {
    const { world, upload, subject } = change();
    const said = { reason: 'Fel.', decision: 'KS § 1', decidedOn: '2023-09-01' };
    removeBytes(world.db, ACTOR, at(9), world.kommun, upload, said);
    expect(valuesIn(told(world, subject, OUTSIDE))).toEqual([
      [HEADING, 'administratör', '102\u00a0dagar', '89\u00a0dagar', 'rättad.csv', null],
    ]);
  });
});

test('a value that first came when its occasion had been published is told, and one that came before is not', () => {
  const world = gnesta();
  const { db, kommun } = world;
  const subject = { kind: 'indicator', id: indicatorIn(world, 'ind-1').id } as const;
  const figures = (who: Who) =>
    told(world, subject, who).flatMap(({ body }) =>
      body.kind === 'value' ? [`${body.was?.words ?? 'inget'} → ${body.is?.words}`] : [],
    );
  expect(figures(OUTSIDE)).toEqual([]);
  readIn(db, kommun, file('ind-1;2023-07;88'));
  for (const who of [INSIDE, OUTSIDE])
    expect(figures(who).map((one) => one.replaceAll('\u00a0', ' '))).toEqual(['inget → 88 dagar']);
});

test('the occasion it is asked from has its steps told, also where nothing else of it is', () => {
  const db = gnestaDb();
  const { occasion } = lockIt(db, gnestaIn(db));
  const world = gnesta(db);
  const subject = { kind: 'indicator', id: indicatorIn(world, 'hr-1').id } as const;
  const headings = (from: number | null) =>
    told(world, subject, OUTSIDE, from).map(({ heading }) => heading);
  expect(headings(null)).toEqual([]);
  expect(headings(occasion.id)).toEqual(['Låst', 'Publicerat']);
});

/** Decided; then opened anew with a value read in and taken back, and another that stands; then decided once more. */
test('what stood between two decisions is told outside beside what stood before, and nothing of what came and went', () => {
  const world = gnesta();
  const { db, kommun } = world;
  const subject = { kind: 'indicator', id: indicatorIn(world, 'ind-1').id } as const;
  const figures = (who: Who) =>
    told(world, subject, who).flatMap(({ body }) =>
      body.kind === 'value'
        ? [`${body.was?.words} → ${body.is?.words}`.replaceAll('\u00a0', ' ')]
        : [],
    );
  const read = (value: number) => {
    const now = nextStep();
    return readAt(db, kommun, file(`ind-1;2023-H1;${value}`), { name: `${value}.csv` }, now);
  };

  const open = reopenIt(db, lockIt(db, gnestaIn(db)));
  const mistake = read(77);
  undoUpload(db, ACTOR, nextStep(), kommun, mistake);
  read(95);
  expect(figures(OUTSIDE)).toEqual([]);
  expect(figures(INSIDE)).toEqual([
    '102 dagar → 95 dagar',
    '77 dagar → 102 dagar',
    '102 dagar → 77 dagar',
  ]);

  const again = lockIt(db, publishIt(db, open));
  expect(figures(OUTSIDE)).toEqual(['102 dagar → 95 dagar']);
  read(91);
  expect(figures(OUTSIDE)).toEqual(['95 dagar → 91 dagar', '102 dagar → 95 dagar']);

  reopenIt(db, again);
  read(90);
  expect(figures(OUTSIDE)).toEqual(['95 dagar → 91 dagar', '102 dagar → 95 dagar']);
  const text = JSON.stringify(told(world, subject, OUTSIDE));
  for (const name of ['77.csv', '90.csv']) expect(text).not.toContain(name);
});

describe('small counts in a history', () => {
  const { all, north, south, night } = UNIT_ROWS;
  /** Of the few at night, and of those that hide them; the others could give them away where the whole is known. */
  const SECRETS = ['33,3', '44,4', '55,5', '66,6'];
  const changed = (row: string, value: string) => row.replace(/;\d+,\d;/, `;${value};`);
  const many = (row: string) => row.replace(/;\d+$/, ';50');
  /** The values of an indicator that its page shows, in words. */
  const seenToday = ({ db, kommun, namnd }: Gnesta, id: number): readonly string[] => {
    const assessed = readLive(db, kommun, namnd, gnestaIn(db).occasion);
    const one = assessed.indicators.find(({ indicator }) => indicator.id === id)!;
    return one.observations.map(({ state, value }) =>
      shownWords({ state, value, unit: one.measure.unit }),
    );
  };

  /** What is read in, one file after the other; `-` undoes the last. */
  test.each<[string, readonly (readonly string[] | '-')[]]>([
    ['few now', [[all, north, south, many(night)], [night]]],
    ['few before', [[all, north, south, night], [changed(many(night), '44,4')]]],
    ['few all the time', [[all, north, south, night], [changed(night, '44,4')]]],
    ['few in what was undone', [[all, north, south, many(night)], [changed(night, '44,4')], '-']],
    ['few, and what hides them is changed', [[all, north, south, night], [changed(south, '55,5')]]],
  ])('%s: it is told that it changed, and no figure', (_, steps) => {
    const world = gnesta(withUnits().db);
    let last: Upload | null = null;
    for (const step of steps) {
      if (step === '-') undoIt(world.db, world.kommun, last!.id);
      else last = readIn(world.db, world.kommun, unitFile(...step));
    }
    const { id } = indicatorIn(world, 'ind-3');
    for (const who of [INSIDE, OUTSIDE]) {
      const entries = told(world, { kind: 'indicator', id }, who);
      const bodies = entries.flatMap(({ body }) =>
        body.kind === 'value' && body.was !== null ? [body] : [],
      );
      expect(bodies.length).toBeGreaterThan(0);
      expect(bodies.every(({ notTold }) => notTold === 'few')).toBe(true);
      for (const secret of SECRETS) expect(JSON.stringify(bodies)).not.toContain(secret);
      // What first came is told where it is seen today; its figures are no more than that.
      const firsts = entries.flatMap(({ body }) =>
        body.kind === 'value' && body.was === null ? (body.is?.words ?? []) : [],
      );
      expect(firsts.filter((words) => !seenToday(world, id).includes(words))).toEqual([]);
    }
  });

  test.each<[string, readonly string[], readonly [string, string]]>([
    ['the neighbour', [changed(north, '90,1')], ['71,5', '90,1']],
    ['the whole', [changed(all, '90,1')], ['index\u00a070', 'index\u00a090,1']],
  ])('few, and %s is changed: its figures are told, and nothing of the few', (_, rows, figures) => {
    const world = gnesta(withUnits().db);
    readIn(world.db, world.kommun, unitFile(all, north, south, night));
    readIn(world.db, world.kommun, unitFile(...rows));
    const { id } = indicatorIn(world, 'ind-3');
    const text = JSON.stringify(told(world, { kind: 'indicator', id }, OUTSIDE));
    for (const figure of figures) expect(text).toContain(figure);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  test('many answered all the time: the figures are told', () => {
    const world = gnesta(withUnits().db);
    readIn(world.db, world.kommun, unitFile(all, north, south, many(night)));
    readIn(world.db, world.kommun, unitFile(changed(many(night), '44,4')));
    const { id } = indicatorIn(world, 'ind-3');
    const text = JSON.stringify(told(world, { kind: 'indicator', id }, OUTSIDE));
    expect(text).toContain('33,3');
    expect(text).toContain('44,4');
  });
});

test('of five thousand changes a page is read, and no more of what they say', () => {
  const world = gnesta();
  let base = write(world, 0, 'text 0', null);
  const insert = world.db.$client.prepare(
    `INSERT INTO comment (goal, namnd, occasion, place, part, body, by_name, by_role, at, previous)
     SELECT goal, namnd, occasion, place, part, 'text ' || @n, by_name, by_role, @at, @base FROM comment WHERE id = @base`,
  );
  world.db.$client.transaction(() => {
    for (let n = 1; n <= 5000; n += 1)
      base = Number(insert.run({ n: String(n), base, at: at(n).toISOString() }).lastInsertRowid);
  })();
  const { db, kommun, namnd, goal, place } = world;
  const subject = { kind: 'goal', id: goal.id } as const;
  const history = readHistory(db, {
    kommun,
    namnd,
    subject,
    measure: null,
    isInside: true,
    from: null,
  });
  const page = pageOf(history.entries, 2, 30);
  expect(page.count).toBeGreaterThan(5000);
  const around = { places: [], place, parts: PARTS, occasions: [], of: null };
  const [run] = viewRuns(db, history, page.entries, around, INSIDE);
  expect(run?.entries).toHaveLength(30);
  expect(marked(run!.entries[0]!.body)).toBe('text |-4969|+4970');
}, 20_000);
