import { createHash } from 'node:crypto';

/** A mark of what a judgement leans on: another for anything else, and no value can be read out of it. */
export const markOf = (basis: string): string =>
  createHash('sha256').update(basis).digest('base64url').slice(0, 16);
