import { resolve } from '$app/paths';

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

/** What is remembered of tables that somebody has explained. */
export const mappingsPath = (at: At): string =>
  resolve('/[kommun]/[namnd]/inlasningar/uppstallningar', params(at));

export const mappingPath = (at: At, id: number): string =>
  resolve('/[kommun]/[namnd]/inlasningar/uppstallningar/[id]', { ...params(at), id: String(id) });

type From = { readonly pathname: string; readonly search: string };

/** `?/las-in` is what a form does, and no page to come back to. */
const pageOf = ({ pathname, search }: From) => pathname + (search.startsWith('?/') ? '' : search);
/** A link to a password is written nowhere else. */
const isSecret = ({ pathname }: From) => pathname.startsWith('/inbjudan/');

/** To sign in, and back to where one was. */
export const signInPath = (from?: From): string =>
  resolve('/logga-in') +
  (from && !isSecret(from) ? `?till=${encodeURIComponent(pageOf(from))}` : '');

export const accountPath = (): string => resolve('/konto');
export const personsPath = (): string => resolve('/anvandare');
export const personPath = (id: number): string => resolve('/anvandare/[id]', { id: String(id) });
export const invitationPath = (token: string): string => resolve('/inbjudan/[token]', { token });
