import { parentPort, workerData } from 'node:worker_threads';
import { openDb } from '#lib/server/db/client.ts';
import type { Sent, Told } from '#lib/server/reader.ts';
import { run } from '#lib/server/tasks.ts';

/* The thread that reads files in, beside the one that answers pages. */

const { databaseFile } = workerData as { databaseFile: string };
const db = openDb(databaseFile);

const tell = (told: Told) => parentPort?.postMessage(told);

parentPort?.on('message', ({ id, task }: Sent) => {
  try {
    const progress = (done: number, of: number) => tell({ id, progress: { done, of } });
    tell({ id, answer: run(db, new Date(), task, progress) });
  } catch (error) {
    tell({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
