import type { Db } from './client.ts';
import { foldEmail, readByEmail } from './persons.ts';

/*
 * What is held on a person (dataskyddsförordningen, article 15): every row of every table that points at their
 * account, found by the schema itself so that a new table is not forgotten.
 */

export type Held = {
  /** Rows by table; a column that is a secret, or a whole file, is not among them. */
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

const SECRET: ReadonlySet<string> = new Set(['password_hash', 'token_hash', 'bytes']);

type ForeignKey = { readonly table: string; readonly from: string };

const tablesIn = (db: Db) =>
  db.$client
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all() as string[];

/** The columns of a table that point at accounts. */
const pointersIn = (db: Db, table: string) =>
  (db.$client.pragma(`foreign_key_list(${table})`) as ForeignKey[])
    .filter((key) => key.table === 'person')
    .map((key) => key.from);

const openly = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !SECRET.has(column)));

function rowsWhere(db: Db, table: string, columns: readonly string[], value: string | number) {
  const where = columns.map((column) => `"${column}" = @value`).join(' OR ');
  return db.$client
    .prepare(`SELECT * FROM "${table}" WHERE ${where}`)
    .all({ value })
    .map((row) => openly(row as object));
}

/** All that is held on who has, or tried to use, an e-mail address; null when nothing is. */
export function heldOn(db: Db, email: string): Held | null {
  const person = readByEmail(db, email);
  const ofPerson = person
    ? [
        ['person', rowsWhere(db, 'person', ['id'], person.id)] as const,
        ...tablesIn(db).flatMap((table) => {
          const columns = pointersIn(db, table);
          return columns.length === 0
            ? []
            : [[table, rowsWhere(db, table, columns, person.id)] as const];
        }),
      ]
    : [];
  const about = person
    ? db.$client
        .prepare(
          "SELECT * FROM log WHERE entity = 'person' AND entity_id = @value AND person IS NOT @value",
        )
        .all({ value: String(person.id) })
        .map((row) => openly(row as object))
    : [];
  const tries = ['login_try', rowsWhere(db, 'login_try', ['subject'], foldEmail(email))] as const;
  const found = [...ofPerson, ['log_about', about] as const, tries].filter(
    ([, rows]) => rows.length > 0,
  );
  return found.length === 0 ? null : { rows: Object.fromEntries(found) };
}
