import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Assessed } from '#lib/domain/assess-all.ts';
import { boardOf } from '#lib/domain/board.ts';
import { overTime } from '#lib/domain/over-time.ts';
import { boardSentences } from '#lib/format/board.ts';
import { lateRow } from '#lib/format/publishing.ts';
import { asApi } from '#lib/server/api-v1.ts';
import { readAssessed } from '#lib/server/assessed.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as namnder from '#lib/server/db/namnder.ts';
import * as occasions from '#lib/server/db/occasions.ts';
import * as settlements from '#lib/server/db/settlements.ts';
import { readDecisions, readLate } from '#lib/server/decisions.ts';
import { sha256Of } from '#lib/server/db/sha256.ts';
import { freeze, thaw } from '#lib/server/frozen.ts';
import type { Ground } from '#lib/server/publishing.ts';
import { verifyLog } from '#lib/server/verify-log.ts';
import { boardsDb, gnestaDb, gnestaIn } from '../db.ts';
import { DECIDED, lockIt, publishIt, reopenIt } from '../publishing.ts';
import { previewOf, readIn, undoIt } from '../reading.ts';

/* What is locked is bytes: the pages made of them are those that were decided, and nothing that comes later is in them. */

const atOf = ({ namnd, occasion }: Ground) => ({ namnd: namnd.id, occasion: occasion.id });

const readIt = (db: Db, { kommun, namnd, occasion }: Ground) =>
  readAssessed(db, kommun, namnd, occasion);

/** All that pages, charts and the API are made of. */
const shownOf = (assessed: Assessed) => ({
  api: asApi(assessed),
  board: boardOf(assessed),
  sentences: boardSentences(assessed, boardOf(assessed)),
  charts: assessed.indicators.map((one) => overTime(one, assessed.occasion.cutoffOn)),
});

test('what is thawed shows what was frozen, of every board that is published', () => {
  const db = boardsDb();
  const shown = kommuner.list(db).flatMap((kommun) =>
    namnder.list(db, kommun.id).flatMap((namnd) =>
      occasions
        .listOfNamnd(db, namnd.id)
        .filter(({ phase }) => phase === 'publicerat')
        .map((occasion) => readAssessed(db, kommun, namnd, occasion)),
    ),
  );
  expect(shown).toHaveLength(7);
  for (const assessed of shown) {
    const thawed = thaw(freeze(assessed).bytes);
    expect(thawed).toEqual(assessed);
    expect(shownOf(thawed)).toEqual(shownOf(assessed));
  }
}, 30_000);

const file = (...rows: string[]) => ['Indikator;Period;Värde', ...rows, ''].join('\n');

const late = (db: Db, ground: Ground) => {
  const decided = readIt(db, ground);
  return readLate(db, decided, readDecisions(db, atOf(ground))).map((one) =>
    lateRow(one, decided.places),
  );
};

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const short = (db: Db, ground: Ground) =>
  late(db, ground).map(({ title, about, was, is }) =>
    [title, about, was, is].map(plain).join(' | '),
  );

/** What may come after a decision; and what stands beside it then. */
const LATER: readonly (readonly [
  string,
  (db: Db, ground: Ground) => unknown,
  readonly string[],
])[] = [
  [
    'a value that is another',
    (db, { kommun }) => readIn(db, kommun, file('ind-1;2023-H1;89')),
    ['Väntetid till särskilt boende | Januari–juni 2023 | 102 dagar | 89 dagar'],
  ],
  [
    'a newer value that would have counted',
    (db, { kommun }) => readIn(db, kommun, file('ind-1;2023-07;80')),
    ['Väntetid till särskilt boende | Juli 2023 | – | 80 dagar'],
  ],
  ['a value of a later year', (db, { kommun }) => readIn(db, kommun, file('ind-1;2024-H1;70')), []],
  [
    'the same value once more',
    (db, { kommun }) => readIn(db, kommun, file('ind-1;2023-H1;102')),
    [],
  ],
  [
    'a value that comes and is undone',
    (db, { kommun }) => undoIt(db, kommun, readIn(db, kommun, file('ind-1;2023-H1;89')).id),
    [],
  ],
  [
    'an upload of before that is undone, with all that came by it',
    (db, { kommun }) => {
      const files = db.$client
        .prepare(
          `SELECT DISTINCT upload FROM observation JOIN upload ON upload.id = observation.upload
           JOIN indicator ON indicator.measure = observation.measure
           WHERE indicator.key = 'ind-1' AND period = '2023-H1' AND upload.state = 'stored'`,
        )
        .pluck()
        .all() as number[];
      for (const id of files) undoIt(db, kommun, id);
    },
    [
      'Väntetid till särskilt boende | Januari–juni 2023 | 102 dagar | ångrat',
      'Personalkontinuitet i hemtjänsten | Januari–juni 2023 | 18 personal | ångrat',
      'Digitala orosanmälningar | Januari–juni 2023 | 33 % | ångrat',
      'Digitala SoL-ansökningar | Januari–juni 2023 | 8 % | ångrat',
      'Digitala LSS-ansökningar | Januari–juni 2023 | 19 % | ångrat',
      'Digital färdtjänstansökan | Januari–juni 2023 | 14 % | ångrat',
    ],
  ],
  [
    'another target',
    (db) => db.$client.exec("UPDATE target SET rule = json_set(rule, '$.limit', 500)"),
    [],
  ],
  [
    'other words and colours',
    (db) =>
      db.$client.exec(
        "UPDATE scale_step SET word = 'Ja', word_forecast = 'Ja', colour = 'red', verdict = NULL",
      ),
    [],
  ],
  [
    'another policy',
    (db) => db.$client.exec(`UPDATE level SET policy = '{"kind":"none"}', reported = '{}'`),
    [],
  ],
  [
    'other titles',
    (db) =>
      db.$client.exec(
        "UPDATE goal SET title = 'Annat'; UPDATE indicator SET title = 'Annat', short = NULL, decimals = 4",
      ),
    [],
  ],
  [
    'a higher limit for small counts',
    (db) => db.$client.exec('UPDATE measure SET small_count = 1000000, hides_persons = 1'),
    [],
  ],
  [
    'another measure',
    (db) =>
      db.$client.exec(
        "UPDATE indicator SET measure = (SELECT measure FROM indicator WHERE key = 'ind-2') WHERE key = 'ind-1'",
      ),
    [],
  ],
];

describe('later', () => {
  test.each(LATER)('%s changes no byte of what was decided', (_, happen, beside) => {
    const db = gnestaDb();
    const ground = lockIt(db, gnestaIn(db));
    const bytes = settlements.readBytes(db, atOf(ground), 1)!;
    const shown = JSON.stringify(asApi(readIt(db, ground)));
    happen(db, ground);
    db.$client.exec('UPDATE kommun SET revision = revision + 1');
    // Read anew, as by a server that was started since.
    const kept = settlements.readBytes(db, atOf(ground), 1)!;
    expect(kept.equals(bytes)).toBe(true);
    expect(sha256Of(kept)).toBe(readDecisions(db, atOf(ground)).versions[0]?.sha256);
    expect(JSON.stringify(asApi(readIt(db, ground)))).toBe(shown);
    expect(JSON.stringify(asApi(thaw(kept)))).toBe(shown);
    expect(short(db, ground)).toEqual(beside);
  });

  test('a late value waits with why: the state is what it was until it is opened anew', () => {
    const db = gnestaDb();
    const ground = lockIt(db, gnestaIn(db));
    const told = previewOf(db, ground.kommun, file('ind-1;2023-H1;89'));
    expect(told.states).toEqual([]);
    expect(told.late).toEqual([
      { namnd: ground.namnd.name, occasion: ground.occasion.title, count: 1 },
    ]);
    readIn(db, ground.kommun, file('ind-1;2023-H1;89'));
    const one = readIt(db, ground).indicators.find(({ indicator }) => indicator.key === 'ind-1');
    expect([one?.verdict.verdict, one?.step?.colour]).toEqual(['missed', 'red']);
    expect(late(db, ground)[0]).toMatchObject({ source: { file: 'fil.csv', line: 2 } });
  });
});

describe('a small group of a version that everybody can read', () => {
  const counted = (...rows: string[]) =>
    ['Indikator;Period;Kön;Värde;Svar', ...rows.map((row) => `ind-1;2023-H1;${row}`), ''].join(
      '\n',
    );
  const FIRST = counted('T;90;30', 'K;92;27', 'M;80;3');
  /** As many women as before, and men enough to be shown: beside what was decided they would give the three away. */
  const CORRECTED = counted('T;91;33', 'K;92;27', 'M;85;6');
  const sexesOf = (assessed: Assessed) =>
    assessed.indicators
      .find(({ indicator }) => indicator.key === 'ind-1')
      ?.observations.filter(({ period }) => period.text === '2023-H1')
      .map(({ sex, state, value }) => `${sex} ${state === 'value' ? value : state}`)
      .toSorted();

  const heldBackIn = ({ indicators }: Assessed) =>
    indicators
      .find(({ indicator }) => indicator.key === 'ind-1')
      ?.observations.filter(({ isHeldBack }) => isHeldBack)
      .map(({ sex }) => sex)
      .toSorted();

  test('is not given away by what comes beside it', () => {
    const db = gnestaDb();
    const open = gnestaIn(db);
    readIn(db, open.kommun, FIRST);
    const ground = lockIt(db, open);
    expect(sexesOf(readIt(db, ground))).toEqual(['K suppressed', 'M suppressed', 'T 90']);
    readIn(db, ground.kommun, CORRECTED);
    expect(short(db, ground)).toEqual([
      'Väntetid till särskilt boende | Januari–juni 2023 | 90 dagar | 91 dagar',
    ]);
  });

  test('is not given away by the version that comes after', () => {
    const db = gnestaDb();
    const open = gnestaIn(db);
    readIn(db, open.kommun, FIRST);
    const ground = reopenIt(db, lockIt(db, open));
    readIn(db, ground.kommun, CORRECTED);
    const second = lockIt(db, publishIt(db, ground));
    expect(sexesOf(readIt(db, second))).toEqual(['K suppressed', 'M suppressed', 'T 91']);
    expect(heldBackIn(readIt(db, second))).toEqual(['K', 'M']);
  });

  test('and of what is hidden for its own sake alone it is not said that a decision hides it', () => {
    const db = gnestaDb();
    const open = gnestaIn(db);
    readIn(db, open.kommun, FIRST);
    expect(heldBackIn(readIt(db, lockIt(db, open)))).toEqual([]);
  });

  test('a value that is not told beside it says that it has changed, and why no figure is told', () => {
    const db = gnestaDb();
    const open = gnestaIn(db);
    readIn(db, open.kommun, counted('T;90;30', 'K;92;15', 'M;80;15'));
    const ground = lockIt(db, open);
    readIn(db, ground.kommun, counted('T;91;33', 'K;92;30', 'M;85;3'));
    const rows = late(db, ground).map(({ about, was, is, why }) => [about, was, is, why]);
    expect(
      rows.map((row) =>
        row
          .slice(0, 3)
          .map((word) => plain(word ?? ''))
          .join(' | '),
      ),
    ).toEqual([
      'Januari–juni 2023 | 90 dagar | 91 dagar',
      'Januari–juni 2023, kvinnor | 92 dagar | skyddad',
      'Januari–juni 2023, män | 80 dagar | skyddad',
    ]);
    expect(rows.map(([, , , why]) => why?.includes('för få svar') ?? false)).toEqual([
      ...[false, true, true],
    ]);
  });

  test('without a version to lay beside it is shown as it is', () => {
    const db = gnestaDb();
    const open = gnestaIn(db);
    readIn(db, open.kommun, FIRST);
    readIn(db, open.kommun, CORRECTED);
    expect(sexesOf(readIt(db, lockIt(db, open)))).toEqual(['K 92', 'M 85', 'T 91']);
  });
});

/** By who has the file and no scruples: what was decided is made to be something else. */
const TAMPERED: readonly (readonly [string, string, string])[] = [
  [
    'its bytes',
    "UPDATE settlement SET assessed = CAST(replace(CAST(assessed AS TEXT), '102', '89') AS BLOB)",
    'changed',
  ],
  ['its paragraph', "UPDATE settlement SET paragraph = '99'", 'changed'],
  [
    'its bytes and their hash',
    `UPDATE settlement SET assessed = CAST('{}' AS BLOB), sha256 = '${'a'.repeat(64)}'`,
    'changed',
  ],
  ['that it is there', 'DELETE FROM settlement', 'gone'],
];

test.each(TAMPERED)('%s cannot be changed unseen', (_, sql, what) => {
  const db = gnestaDb();
  lockIt(db, gnestaIn(db));
  expect(verifyLog(db, null).faults).toEqual([]);
  expect(() => db.$client.exec(sql)).toThrow('settlement is append-only');
  db.$client.pragma('foreign_keys = OFF');
  db.$client.exec('DROP TRIGGER settlement_no_update; DROP TRIGGER settlement_no_delete');
  db.$client.exec(sql);
  expect(verifyLog(db, null).faults).toEqual([{ code: 'frozen', what, settlement: 1 }]);
});

test('what is shown as decided is that, or nothing', () => {
  const db = gnestaDb();
  const ground = lockIt(db, gnestaIn(db));
  db.$client.exec('DROP TRIGGER settlement_no_update');
  db.$client.exec(TAMPERED[0]![1]);
  expect(() => readIt(db, ground)).toThrow('as it was frozen');
});

test('a decision is not put in the place of another, by whatever connection', () => {
  const db = gnestaDb();
  lockIt(db, gnestaIn(db));
  db.$client.pragma('recursive_triggers = OFF');
  const columns = 'id, namnd, occasion, number, assessed, sha256, decided_on';
  expect(() =>
    db.$client.exec(
      `INSERT OR REPLACE INTO settlement (${columns}, paragraph, diarienummer, by_name, by_role, at)
       SELECT ${columns}, '99', diarienummer, by_name, by_role, at FROM settlement`,
    ),
  ).toThrow('settlement is append-only');
});

test('a tree that was frozen as the first format is read for as long as there is Fyren', () => {
  const bytes = readFileSync('tests/fixtures/frozen/format-1.json');
  const thawed = thaw(bytes);
  const { api, sentences } = shownOf(thawed);
  expect(sentences.map(plain)).toEqual(['4 mål på kort sikt: 3 mycket god, 1 god.']);
  expect(api.occasion.decision).toEqual({ version: 1, ...DECIDED });
  const words = api.goals.flatMap(({ state }) => (state && 'word' in state ? state.word : []));
  expect(words.toSorted()).toEqual(['God', 'Mycket god', 'Mycket god', 'Mycket god']);
  // It held the fingerprints of files: what is made of it does not, though its bytes are what was decided.
  expect(bytes.toString()).toMatch(/"sha256":"[0-9a-f]{64}"/);
  expect(JSON.stringify(thawed)).not.toMatch(/sha256|[0-9a-f]{64}/);
  expect(thawed.indicators[0]?.observations[0]?.source.line).toBeGreaterThan(1);
});
