import { isHttpError } from '@sveltejs/kit';
import { SHEET_KIND } from '#lib/format/judging.ts';
import type { Db } from '#lib/server/db/client.ts';
import { keepDrafts } from '#lib/server/sheet/drafts.ts';
import { SEEN_FIELD, WRITER_FIELD } from '#lib/server/sheet/fields.ts';
import type { User } from '#lib/server/signed-in.ts';
import { sheetAt } from '../[kommun]/[namnd]/bedomning/[slag]/[key]/sheet-at.server.ts';

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

/** Another signs in where somebody wrote: it is not theirs to take along. */
export const isAnothers = (written: Written, { person }: User): boolean => {
  const writer = written[PREFIX + WRITER_FIELD];
  return writer !== undefined && writer !== String(person ?? '');
};

/** Kept as drafts of who wrote it. False where they may not judge any more. */
export function keepWritten(db: Db, user: User, now: Date, url: URL, written: Written): boolean {
  const [, kommun, namnd, slag, key] = SHEET.exec(url.pathname) ?? [];
  if (!kommun || !namnd || !slag || !key || Object.keys(written).length === 0) return true;
  const fields = new Map(
    Object.entries(written).map(([name, text]) => [name.slice(PREFIX.length), text] as const),
  );
  // They chose to send it: it goes before what another page of theirs may have kept.
  fields.set(SEEN_FIELD, now.toISOString());
  try {
    const { sheet } = sheetAt({ locals: { db, user }, params: { kommun, namnd, slag, key }, url });
    keepDrafts({ db, sheet, person: user.person, now, fields });
    return true;
  } catch (cause) {
    if (isHttpError(cause)) return false;
    throw cause;
  }
}
