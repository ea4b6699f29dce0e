import { expect, test } from 'vitest';
import { killAt, prepare } from '../crash/kill.ts';
import { randomFrom, SEED } from '../property/random.ts';

/* Twenty kills of larger files are `npm run crash`. */

const ROWS = 20_000;

test(`a reading that is killed is there whole or not at all, seed ${SEED}`, async () => {
  const random = randomFrom(SEED);
  const field = await prepare(ROWS);
  try {
    // One anywhere, and one late, when rows have gone in.
    for (const share of [random(), 0.6 + 0.4 * random()]) {
      const found = await killAt(field, `kill-${share}`, share * field.ms);
      expect(found).toMatchObject({ wrong: [] });
    }
  } finally {
    field.close();
  }
}, 60_000);
