import { resolve } from '$app/paths';
import type { SubjectKind } from '#lib/domain/judgement.ts';
import { SHEET_KIND } from '#lib/format/judging.ts';

/** A nämnd as links need it. `query` keeps the occasion that was asked for, and is '' for none. */
export type At = { readonly kommun: string; readonly namnd: string; readonly query: string };

const params = ({ kommun, namnd }: At) => ({ kommun, namnd });

export const boardPath = (at: At): string => resolve('/[kommun]/[namnd]', params(at)) + at.query;

export const goalPath = (at: At, key: string): string =>
  resolve('/[kommun]/[namnd]/mal/[key]', { ...params(at), key }) + at.query;

export const indicatorsPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/indikatorer', params(at)) + at.query;

export const indicatorPath = (at: At, key: string): string =>
  resolve('/[kommun]/[namnd]/indikatorer/[key]', { ...params(at), key }) + at.query;

export const activitiesPath = (at: At, key?: string): string =>
  resolve('/[kommun]/[namnd]/aktiviteter', params(at)) + at.query + (key ? `#${key}` : '');

export const uploadsPath = (at: At): string => resolve('/[kommun]/[namnd]/inlasningar', params(at));

export const previewPath = (at: At, id: number): string =>
  resolve('/[kommun]/[namnd]/inlasningar/granska/[id]', { ...params(at), id: String(id) });

/** An upload, or one of its lines. */
export const uploadPath = (at: At, id: number, line?: number): string =>
  resolve('/[kommun]/[namnd]/inlasningar/[id]', { ...params(at), id: String(id) }) +
  (line === undefined ? '' : `?rad=${line}`);

export const undoPath = (at: At, id: number): string =>
  resolve('/[kommun]/[namnd]/inlasningar/[id]/angra', { ...params(at), id: String(id) });

export const filePath = (at: At, id: number): string =>
  resolve('/[kommun]/[namnd]/inlasningar/[id]/fil', { ...params(at), id: String(id) });

export const removePath = (at: At, id: number): string =>
  resolve('/[kommun]/[namnd]/inlasningar/[id]/gallra', { ...params(at), id: String(id) });

/** What is remembered of tables that somebody has explained. */
export const mappingsPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/inlasningar/uppstallningar', params(at));

export const mappingPath = (at: At, id: number): string =>
  resolve('/[kommun]/[namnd]/inlasningar/uppstallningar/[id]', { ...params(at), id: String(id) });

/** What a sheet is of, as its address says it. */
export type SheetOf = { readonly kind: SubjectKind; readonly key: string };

/** All that is to be judged at an occasion, or what is missing of it. */
export const judgingPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/bedomning', params(at)) + at.query;

export const todoPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/att-gora', params(at)) + at.query;

/** The report of an occasion. */
export const reportPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/rapport', params(at)) + at.query;

/** The same as a file: docx, xlsx, csv, html or txt. */
export const reportFilePath = (at: At, form: string): string =>
  resolve('/[kommun]/[namnd]/rapport.[form]', { ...params(at), form }) + at.query;

/** Where the texts of a report are written. */
export const reportWritingPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/rapport/skriv', params(at)) + at.query;

/** Where it is said what reports are made of. */
export const reportTemplatePath = (at: At): string =>
  resolve('/[kommun]/[namnd]/rapport/mall', params(at)) + at.query;

/** Where an occasion is published, locked and opened anew. */
export const publishingPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/publicering', params(at)) + at.query;

/** A version as it was frozen. */
export const frozenPath = (at: At, version: number): string =>
  resolve('/[kommun]/[namnd]/publicering/[version]', { ...params(at), version: String(version) }) +
  at.query;

/** The same as a document, to print and hand out. */
export const handOutPath = (at: At, version: number): string =>
  resolve('/[kommun]/[namnd]/publicering/[version]/lamna-ut', {
    ...params(at),
    version: String(version),
  }) + at.query;

export const sheetPath = (at: At, { kind, key }: SheetOf): string =>
  resolve('/[kommun]/[namnd]/bedomning/[slag]/[key]', {
    ...params(at),
    ...{ slag: SHEET_KIND[kind], key },
  }) + at.query;

/** What of a history is shown: a page of it, or the values of a period alone. */
type Part = { readonly page?: number; readonly period?: string | undefined };

/** All that has been said and changed of a thing. */
export const historyPath = (
  at: At,
  { kind, key }: SheetOf,
  { page, period }: Part = {},
): string => {
  const more = new URLSearchParams(at.query);
  if (period !== undefined) more.set('period', period);
  if (page !== undefined && page > 1) more.set('sida', String(page));
  const query = more.toString();
  const path = resolve('/[kommun]/[namnd]/historik/[slag]/[key]', {
    ...params(at),
    ...{ slag: SHEET_KIND[kind], key },
  });
  return query === '' ? path : `${path}?${query}`;
};

type From = { readonly pathname: string; readonly search: string };

/** `?/las-in` is what a form does, and no page to come back to; what stands beside it is the page's. */
const pageOf = ({ pathname, search }: From) =>
  pathname + search.replace(/^\?\/[^&]*&?/, '?').replace(/^\?$/, '');
/** A link to a password is written nowhere else. */
const isSecret = ({ pathname }: From) => pathname.startsWith('/inbjudan/');

/** To sign in, and back to where one was. */
export const signInPath = (from?: From): string =>
  resolve('/logga-in') +
  (from && !isSecret(from) ? `?till=${encodeURIComponent(pageOf(from))}` : '');

/** To sign in by the kommun's own identity provider, and on to a path of ours. */
export const oidcPath = (to: string | null): string =>
  resolve('/logga-in/oidc') + (to === null ? '' : `?till=${encodeURIComponent(to)}`);

export const accountPath = (): string => resolve('/konto');
export const personsPath = (): string => resolve('/anvandare');
export const personPath = (id: number): string => resolve('/anvandare/[id]', { id: String(id) });

/** The log, or what is asked of it: `query` as the form sends it. */
export const logPath = (query = ''): string => resolve('/logg') + query;
export const logFilePath = (query: string): string => resolve('/logg/csv') + query;
export const invitationPath = (token: string): string => resolve('/inbjudan/[token]', { token });
