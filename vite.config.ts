import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** The rules and the reading of files decide colours: nearly every branch must have been walked. */
const WALKED = { branches: 95 };

export default defineConfig({
  plugins: [sveltekit()],
  test: {
    environment: 'node',
    // Each module is read once a thread and not once a file: nothing in them is a test's own. Half the time.
    pool: 'threads',
    isolate: false,
    // As many as two cores hold; without it Vitest keeps one of them free.
    maxWorkers: 2,
    // No test is about time: a loaded machine is slow, and nothing is wrong.
    testTimeout: 30_000,
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    expect: { requireAssertions: true },
    coverage: {
      provider: 'v8',
      include: ['src/lib/domain/**/*.ts', 'src/lib/ingest/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { 'src/lib/domain/**': WALKED, 'src/lib/ingest/**': WALKED },
    },
  },
});
