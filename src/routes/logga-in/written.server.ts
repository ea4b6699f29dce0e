import { SHEET_KIND } from '#lib/components/paths.ts';
import type { Db } from '#lib/server/db/client.ts';
import { keepDrafts } from '#lib/server/sheet/drafts.ts';
import type { User } from '#lib/server/signed-in.ts';
import { openSheetAt } from '../[kommun]/[namnd]/bedomning/[slag]/[key]/sheet-at.server.ts';

/*
 * What somebody had written when they were signed out: the form is sent on here (307), is carried through the
 * signing in as hidden fields, and stands as a draft where it was written.
 */

const PREFIX = 'skrivet.';

type Written = Readonly<Record<string, string>>;

/** Fields of another form, under names that are not this one's. */
export const carried = (fields: ReadonlyMap<string, string>): Written =>
  Object.fromEntries([...fields].map(([name, text]) => [PREFIX + name, text]));

/** The same, as they come with the password. */
export const asWritten = (fields: ReadonlyMap<string, string>): Written =>
  Object.fromEntries([...fields].filter(([name]) => name.startsWith(PREFIX)));

const SHEET = new RegExp(
  `^/([^/]+)/([^/]+)/bedomning/(${Object.values(SHEET_KIND).join('|')})/([^/]+)$`,
);

/** Kept as drafts of whoever signed in; where they may not judge the page tells them so. */
export function keepWritten(
  db: Db,
  user: User | null,
  now: Date,
  url: URL,
  written: Written,
): void {
  const [, kommun, namnd, slag, key] = SHEET.exec(url.pathname) ?? [];
  if (!user || !kommun || !namnd || !slag || !key) return;
  const { sheet } = openSheetAt({
    locals: { db, user },
    params: { kommun, namnd, slag, key },
    url,
  });
  const fields = Object.entries(written).map(
    ([name, text]) => [name.slice(PREFIX.length), text] as const,
  );
  keepDrafts(db, sheet, user.person, now, new Map(fields));
}
