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

/** What the thread is sent, and sends back. */
export type Sent = { readonly id: number; readonly task: Task };
export type Told =
  | { readonly id: number; readonly progress: Done }
  | { readonly id: number; readonly answer: Tasks[TaskKind]['answer'] }
  | { readonly id: number; readonly error: string };

/** On this thread: where there is no other, as when developing. */
export const directReader =
  (db: Db): Reader =>
  (task) => ({
    answer: new Promise((resolve) =>
      setImmediate(() => resolve(run(db, new Date(), task, () => {}))),
    ),
    progress: () => null,
  });

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  /** Whose it is: a thread that ends takes down its own alone. */
  readonly thread: Worker;
  done: Done | null;
};

/** A thread that has had nothing to do for so long gives its memory back. */
const IDLE_MS = 20_000;

/**
 * On a thread of its own, with a connection of its own: a million rows are read without a page having
 * to wait. Begun when it is needed, and ended when it is idle.
 */
export function threadReader(file: string, databaseFile: string): Reader {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  const end = (ended: Worker, error: Error) => {
    if (thread === ended) thread = null;
    for (const [id, one] of waiting) {
      if (one.thread !== ended) continue;
      waiting.delete(id);
      one.reject(error);
    }
  };

  const hear = (told: Told) => {
    const one = waiting.get(told.id);
    if (!one) return;
    if ('progress' in told) {
      one.done = told.progress;
      return;
    }
    waiting.delete(told.id);
    if ('error' in told) one.reject(new Error(told.error));
    else one.resolve(told.answer as never);
    if (waiting.size > 0) return;
    const resting = thread;
    idle = setTimeout(() => {
      if (thread === resting) thread = null;
      void resting?.terminate();
    }, IDLE_MS).unref();
  };

  const begin = (): Worker => {
    const begun = new Worker(file, { workerData: { databaseFile } });
    begun.on('message', hear);
    begun.on('error', (error) => end(begun, error));
    begun.on('exit', (code) => end(begun, new Error(`The reading thread ended with ${code}.`)));
    // What it does can be done again: it keeps nobody from stopping.
    begun.unref();
    return begun;
  };

  return (task) => {
    clearTimeout(idle);
    thread ??= begin();
    last += 1;
    const id = last;
    const sent: Sent = { id, task };
    const own = thread;
    const answer = new Promise<Tasks[typeof task.kind]['answer']>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, thread: own, done: null });
    });
    own.postMessage(sent);
    return { answer, progress: () => waiting.get(id)?.done ?? null };
  };
}
