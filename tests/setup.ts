import { afterEach, beforeEach } from 'vitest';

/** A test that logs an error has found one, whatever it asserted. */
const write = console.error;
let logged: unknown[][] = [];

beforeEach(() => {
  logged = [];
  console.error = (...parts: unknown[]) => {
    logged.push(parts);
    write(...parts);
  };
});

afterEach(() => {
  console.error = write;
  if (logged.length > 0) throw new Error(`console.error: ${logged.flat().join(' ')}`);
});
