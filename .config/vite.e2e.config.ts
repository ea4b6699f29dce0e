import { defineConfig } from 'vitest/config';

/** The built app in a real browser. Files run one at a time: two cores hold one app and one browser. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: ['tests/e2e/harness.ts'],
    expect: { requireAssertions: true },
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
