import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Kit builds the pages; this builds what runs beside them, the server's entry and the commands, so
 * that an install without development packages has them. Only native code is left outside.
 */
const root = join(import.meta.dirname, '..');
const commands = join(root, 'src/commands');

const entries = [
  join(root, 'src/serve.ts'),
  join(root, 'src/worker.ts'),
  ...(existsSync(commands) ? readdirSync(commands).map((file) => join(commands, file)) : []),
].filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

export default defineConfig({
  root,
  // What lies in static/ is already in build/client.
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build/node',
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(entries.map((file) => [basename(file, '.ts'), file])),
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
});
