import { parentPort, workerData } from 'node:worker_threads';
import { openDb } from '#lib/server/db/client.ts';
import type { Given, Told } from '#lib/server/reader.ts';
import { run } from '#lib/server/tasks.ts';

/* The thread that reads files in, beside the one that answers pages: one task, and it ends. */

const { databaseFile, task } = workerData as Given;
const tell = (told: Told) => parentPort?.postMessage(told);

const db = openDb(databaseFile);
try {
  const progress = (done: number, of: number) => tell({ progress: { done, of } });
  tell({ answer: run(db, new Date(), task, progress) });
} catch (error) {
  tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
} finally {
  db.$client.close();
}
