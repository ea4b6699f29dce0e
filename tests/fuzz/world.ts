import { resolve } from 'node:path';
import type { Kommun, Measure } from '#lib/domain/model.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { invariant } from '#lib/domain/result.ts';
import { openDb } from '#lib/server/db/client.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as measures from '#lib/server/db/measures.ts';
import { migrateDb } from '#lib/server/db/migrate.ts';
import * as places from '#lib/server/db/places.ts';

/* A database with one kommun and no values, and the names that files may give its things. */

/** Something with a name of the database's, and others it goes by. */
export type Called = { readonly id: number; readonly names: readonly string[] };
export type CalledMeasure = Called & Pick<Measure, 'isShare' | 'unit'>;
export type CalledPlace = Called & { readonly code: string };

export type World = {
  readonly db: Db;
  readonly kommun: Kommun;
  /** The place of the kommun itself, that a row without a place is about. */
  readonly here: number;
  readonly own: readonly CalledMeasure[];
  readonly kolada: readonly CalledMeasure[];
  /** The statements and indexes of HME, by their names. */
  readonly hme: ReadonlyMap<string, number>;
  /** Questions about the work, one's own. */
  readonly osa: readonly Called[];
  /** Figures that a layout finds by what its headings say: sick leave, Insikt, surveys of users. */
  readonly coded: ReadonlyMap<string, number>;
  readonly units: readonly Called[];
  readonly kommuner: readonly CalledPlace[];
};

type Own = Pick<Measure, 'code' | 'title' | 'unit' | 'isShare'>;

const OWN: readonly Own[] = [
  { code: 'nojd-1', title: 'Nöjda brukare, hemtjänst', unit: '%', isShare: true },
  { code: 'ko2', title: 'Väntetid; särskilt boende', unit: 'dagar', isShare: false },
  { code: '4711', title: 'Åtgärder enligt ”planen”', unit: '', isShare: false },
  { code: 'kostnad', title: 'Nettokostnad "egen regi" – brutto', unit: 'tkr', isShare: false },
  { code: 'x-7', title: 'Andel utbildade: år 1, år 2 | alla', unit: '%', isShare: true },
  { code: 'oppet', title: 'Öppet hus = besök', unit: 'st', isShare: false },
];

const UNITS = [
  'Förskolan Ängen',
  'Åsgården, Öster',
  'Hemtjänst; natt',
  'Gruppboende "Björken"',
  'Skola 2',
  'Särskilt boende Ädelgården',
  'Team A|B',
  'Źródło – förskola',
  'Träffpunkt Norr Syd',
] as const;

const KPIS = ['N00090', 'N01951', 'N00097', 'U23401', 'U23471', 'U00200'] as const;

const CODED = [
  ...['N00090', 'N00091', 'N00092', 'N00093', 'N00094'],
  ...['U07453', 'U07446', 'U07447', 'U07448', 'U07449', 'U07450', 'U07455'],
  ...['U28518', 'U28519', 'U28523', 'U31500', 'U31503', 'U21468', 'U21466', 'U21504', 'N00667'],
] as const;

const QUESTIONS = [
  'Min arbetsbelastning är rimlig',
  'Jag har möjlighet till återhämtning, varje vecka',
  'Jag trivs med mina arbetsuppgifter',
  'Har du utsatts för kränkande särbehandling? (andel ja)',
] as const;

/** Riket, two regions, and kommuner that differ in a ring over an a. */
const KOMMUNER = ['0000', '0003', '0461', '0114', '0305', '0643', '2280'] as const;

const STATEMENTS = [
  'Mitt arbete känns meningsfullt',
  'Jag lär nytt och utvecklas i mitt dagliga arbete',
  'Jag ser fram emot att gå till arbetet',
  'Min närmaste chef visar uppskattning för mina arbetsinsatser',
  'Min närmaste chef visar förtroende för mig som medarbetare',
  'Min närmaste chef ger mig förutsättningar att ta ansvar i mitt arbete',
  'Jag är insatt i min arbetsplats mål',
  'Min arbetsplats mål följs upp och utvärderas på ett bra sätt',
  'Jag vet vad som förväntas av mig i mitt arbete',
] as const;

/** The parts of HME are three statements each, in their order; the total is all nine. */
export const INDEXES = {
  Motivationsindex: STATEMENTS.slice(0, 3),
  Ledarskapsindex: STATEMENTS.slice(3, 6),
  Styrningsindex: STATEMENTS.slice(6),
  Totalindex: STATEMENTS,
} as const;

function makeOwn(db: Db, kommun: number): CalledMeasure[] {
  return OWN.map((row) => ({
    ...row,
    id: measures.insert(db, { ...row, kommun, source: 'own' }),
    names: [row.code, row.title],
  }));
}

const HME = { source: 'hme', unit: 'index', isShare: false } as const;

function makeHme(db: Db, kommun: number): ReadonlyMap<string, number> {
  const names = [...STATEMENTS, ...Object.keys(INDEXES)];
  const insert = (title: string, at: number) =>
    measures.insert(db, { ...HME, kommun, code: `hme-${at}`, title });
  return new Map(names.map((title, at) => [title, insert(title, at)]));
}

const OSA = { source: 'own', unit: '', isShare: false } as const;

const makeOsa = (db: Db, kommun: number): Called[] =>
  QUESTIONS.map((title, at) => ({
    id: measures.insert(db, { ...OSA, kommun, code: `osa-${at}`, title }),
    names: [title],
  }));

const unitOf = (db: Db, kommun: number, name: string): Called => ({
  id: places.insert(db, { kind: 'unit', name, kommun }),
  names: [name],
});

function koladaOf(db: Db, code: string): CalledMeasure {
  const found = measures.readShared(db, code);
  invariant(found, `${code} is a nyckeltal`);
  return { ...found, names: [found.code, found.title] };
}

function placeOf(known: readonly Place[], code: string): CalledPlace {
  const found = known.find((one) => one.code === code);
  invariant(found, `${code} is a place`);
  return { id: found.id, code, names: [found.name] };
}

const LIST = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

/** Every file is matched with all that is known, so what no file names is not here: ten times as fast. */
function forgetOthers(db: Db): void {
  db.$client.exec(`
    DELETE FROM measure_title;
    DELETE FROM measure WHERE code NOT IN (${LIST([...KPIS, ...CODED])});
    DELETE FROM place WHERE code NOT IN (${LIST(KOMMUNER)});
  `);
}

export function makeWorld(): World {
  const db = openDb(':memory:');
  migrateDb(db, resolve('drizzle'));
  forgetOthers(db);
  kommuner.insert(db, { code: '0461', slug: 'gnesta', name: 'Gnesta', isPublic: true });
  const kommun = kommuner.read(db, 'gnesta');
  invariant(kommun, 'Gnesta was just made');
  const known = places.list(db, kommun.id);
  return {
    db,
    kommun,
    here: placeOf(known, '0461').id,
    own: makeOwn(db, kommun.id),
    kolada: KPIS.map((code) => koladaOf(db, code)),
    hme: makeHme(db, kommun.id),
    osa: makeOsa(db, kommun.id),
    coded: new Map(CODED.map((code) => [code, koladaOf(db, code).id])),
    units: UNITS.map((name) => unitOf(db, kommun.id, name)),
    kommuner: KOMMUNER.map((code) => placeOf(known, code)),
  };
}
