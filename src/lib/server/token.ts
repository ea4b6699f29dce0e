import { createHash, randomBytes } from 'node:crypto';

/* What is sent to one browser alone: the database has its hash, so that who reads it can use nothing of it. */

/** 256 bits (ASVS 5.0 7.2.3), as letters that an address can hold. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
