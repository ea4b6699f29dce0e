import { FILTER_FAULT } from '#lib/format/log.ts';
import type { FilterFault } from '#lib/format/log.ts';
import { readLogPage } from '#lib/server/log-view.ts';
import { managedBy } from '#routes/anvandare/managed.server.ts';
import { logAskedBy } from './reader.server.ts';

const NOTHING = { rows: [], newer: null, older: null };

/** The number of a row in the address; null for what is none. */
const seqIn = (url: URL, name: string) => {
  const text = url.searchParams.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
};

const sentences = (faults: Readonly<Record<string, FilterFault>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([field, code]) => [field, FILTER_FAULT[code]]));

export const load = (asked) => {
  const { locals, url } = asked;
  const { user, reach, filter } = logAskedBy(asked);
  const managed = new Set(managedBy(locals.db, user).map(({ id }) => id));
  const page = { before: seqIn(url, 'fore'), after: seqIn(url, 'efter') };
  return {
    title: 'Logg',
    written: filter.written,
    wrong: sentences(filter.faults),
    isAsked: Object.values(filter.written).some((value) => value !== ''),
    choices: reach.choices.map(({ value, text }) => ({ value, text })),
    isFirstPage: page.before === null && page.after === null,
    ...(filter.ask ? readLogPage(locals.db, reach, managed, filter.ask, page) : NOTHING),
  };
};
