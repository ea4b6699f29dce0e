import { Worker } from 'node:worker_threads';
import type { Db } from './db/client.ts';
import { run } from './tasks.ts';
import type { Task, TaskKind, Tasks } from './tasks.ts';

/** How far a task has come. */
export type Done = { readonly done: number; readonly of: number };

/** Something that is being done, or was just done. */
export type Job<Kind extends TaskKind = TaskKind> = {
  readonly answer: Promise<Tasks[Kind]['answer']>;
  /** Null until something can be counted. */
  readonly progress: () => Done | null;
};

/** Does tasks, one at a time, without keeping the pages waiting. */
export type Reader = <Kind extends TaskKind>(task: Task<Kind>) => Job<Kind>;

/** What the thread is begun with, and what it tells. */
export type Given = { readonly databaseFile: string; readonly task: Task };
export type Told =
  | { readonly progress: Done }
  | { readonly answer: Tasks[TaskKind]['answer'] }
  | { readonly error: string };

/** On this thread: where there is no other, as when developing. */
export const directReader =
  (db: Db): Reader =>
  (task) => ({
    answer: new Promise((resolve) =>
      setImmediate(() => resolve(run(db, new Date(), task, () => {}))),
    ),
    progress: () => null,
  });

/** Ends with the answer, and with all the memory that it took. */
const inThread = (file: string, given: Given, tell: (done: Done) => void) =>
  new Promise<never>((resolve, reject) => {
    const thread = new Worker(file, { workerData: given });
    // What it does can be done again: it keeps nobody from stopping.
    thread.unref();
    thread.on('message', (told: Told) => {
      if ('progress' in told) tell(told.progress);
      else if ('error' in told) reject(new Error(told.error));
      else resolve(told.answer as never);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The reading thread ended with ${code}.`)));
  });

/**
 * On a thread of its own, with a connection of its own: a million rows are read without a page having
 * to wait. One task at a time, each on a new thread: two would take twice the memory, and what one took
 * is given back when it ends.
 */
export function threadReader(file: string, databaseFile: string): Reader {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    let done: Done | null = null;
    const begin = () => inThread(file, { databaseFile, task }, (now) => (done = now));
    const answer = last.then(begin, begin);
    last = answer.catch(() => undefined);
    return { answer, progress: () => done };
  };
}
