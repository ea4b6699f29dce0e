import { createHash } from 'node:crypto';

/** The fingerprint of bytes, as it is kept and printed: 64 hexadecimal signs. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
