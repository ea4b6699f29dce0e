import { createHash } from 'node:crypto';
import type { Choices, NameChoice } from '#lib/domain/choices.ts';
import type { Mapping } from '#lib/domain/mapping.ts';
import type { Kommun } from '#lib/domain/model.ts';
import { headingKeys } from '#lib/ingest/aligned-columns.ts';
import { headingTold } from '#lib/ingest/heading-told.ts';
import { parsePeriodText } from '#lib/ingest/period-text.ts';
import { asBy } from './db/actor.ts';
import type { Actor } from './db/actor.ts';
import { inTransaction } from './db/client.ts';
import type { Db } from './db/client.ts';
import * as mappings from './db/mappings.ts';
import type { Remembered } from './db/mappings.ts';
import { write } from './db/write.ts';

/*
 * What a person has said of a table is kept by its headings, and offered to the next file that has
 * them. It is never used unseen: somebody confirms it, file by file.
 */

/** The same headings, whatever their order, case and blanks, and of whatever year. */
export const fingerprintOf = (header: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headingKeys(header)))
    .digest('hex');

const sameTable = (db: Db, kommun: Kommun, header: readonly string[]): Remembered | undefined =>
  mappings.find(db, kommun.id, fingerprintOf(header));

/** Headings added to a table leave it what it was, where most of them are its own: of several the likest. */
function nearest(db: Db, kommun: Kommun, header: readonly string[]): Remembered | undefined {
  const keys = new Set(headingKeys(header));
  const found = mappings.list(db, kommun.id).flatMap((one) => {
    const own = headingKeys(one.header);
    const isWithin = own.every((key) => keys.has(key)) && own.length * 2 > keys.size;
    return one.mapping !== null && isWithin ? [{ one, size: own.length }] : [];
  });
  return found.sort((one, other) => other.size - one.size)[0]?.one;
}

export const rememberedFor = (
  db: Db,
  kommun: Kommun,
  header: readonly string[],
): Remembered | undefined => sameTable(db, kommun, header) ?? nearest(db, kommun, header);

type Names = Remembered['names'];

/** What was made new is known by its name from now on. */
const lasting = (names: Readonly<Record<string, NameChoice>>): Record<string, NameChoice> =>
  Object.fromEntries(Object.entries(names).filter(([, choice]) => choice !== 'new'));

function periodText(text: string): string | null {
  const period = parsePeriodText(text);
  return period.ok ? period.value.text : null;
}

/** A period that the heading itself does not say is of this file, and not of the next. */
const lastingMapping = (mapping: Mapping): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => {
    const { period } = column.told;
    const said = headingTold(column.header).period?.text ?? null;
    const isSaid = period === null || (said !== null && said === periodText(period));
    return isSaid ? column : { ...column, told: { ...column.told, period: null } };
  }),
});

const together = (old: Names | undefined, said: Names): Names => ({
  indicators: { ...old?.indicators, ...lasting(said.indicators) },
  places: { ...old?.places, ...lasting(said.places) },
});

const isEmpty = ({ indicators, places }: Names) =>
  Object.keys(indicators).length + Object.keys(places).length === 0;

type Told = {
  readonly header: readonly string[];
  readonly fileName: string;
  readonly mapping: Mapping | null;
  readonly names: Names;
};

/** Puts what is told in the place of what held before; the old one stays as a row that holds no more. */
function keep(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  old: Remembered | undefined,
  told: Told,
): void {
  const at = now.toISOString();
  write(db, actor, now, () => {
    if (old) mappings.retire(db, old.id, at);
    const id = mappings.insert(db, {
      ...told,
      kommun: kommun.id,
      fingerprint: fingerprintOf(told.header),
      ...asBy(actor),
      confirmedAt: at,
    });
    const before = old ? { mapping: old.mapping, names: old.names } : null;
    const after = { mapping: told.mapping, names: told.names };
    const about = { action: 'mapping.confirm', entity: 'mapping', entityId: String(id) };
    return {
      result: undefined,
      change: { kommun: kommun.id, namnd: null, ...about, before, after, reason: null },
    };
  });
}

const isSame = (old: Remembered, { mapping, names }: Told) =>
  JSON.stringify([old.mapping, old.names]) === JSON.stringify([mapping, names]);

/** Remembers what was decided about a file that is read in; what was said before and not changed is said once. */
export function remember(
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  file: { readonly name: string; readonly header: readonly string[] },
  { mapping, indicators, places }: Choices,
): void {
  const old = sameTable(db, kommun, file.header);
  const names = together(old?.names, { indicators, places });
  const told = {
    header: file.header,
    fileName: file.name,
    mapping: mapping ? lastingMapping(mapping) : (old?.mapping ?? null),
    names,
  };
  if (told.mapping === null && isEmpty(names)) return;
  if (!old || !isSame(old, told)) keep(db, actor, now, kommun, old, told);
}

/** Changes what is remembered. False when somebody changed or forgot it meanwhile. */
export const changeRemembered = (
  db: Db,
  actor: Actor,
  now: Date,
  kommun: Kommun,
  id: number,
  said: Pick<Told, 'mapping' | 'names'>,
): boolean =>
  inTransaction(db, () => {
    const old = mappings.read(db, kommun.id, id);
    if (!old) return false;
    const told = { header: old.header, fileName: old.fileName, ...said };
    if (!isSame(old, told)) keep(db, actor, now, kommun, old, told);
    return true;
  });

/** The next file with these headings is asked about anew. False when it was forgotten already. */
export const forget = (db: Db, actor: Actor, now: Date, kommun: Kommun, id: number): boolean =>
  inTransaction(db, () => {
    const old = mappings.read(db, kommun.id, id);
    if (!old || !mappings.retire(db, id, now.toISOString())) return false;
    return write(db, actor, now, () => {
      const before = { mapping: old.mapping, names: old.names };
      const about = { action: 'mapping.forget', entity: 'mapping', entityId: String(id) };
      return {
        result: true,
        change: { kommun: kommun.id, namnd: null, ...about, before, after: null, reason: null },
      };
    });
  });
