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
