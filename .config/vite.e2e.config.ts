import { defineConfig } from 'vitest/config';

/** The built app in a real browser. Two files at a time, each with an app of its own: one waits while the other works. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: ['tests/e2e/harness.ts'],
    expect: { requireAssertions: true },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
