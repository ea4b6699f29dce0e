import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gnestaDb, gnestaIn, tempDir } from '../../../tests/db.ts';
import { waitWith } from '../../../tests/reading.ts';
import { jobsOf, within } from './jobs.ts';
import { directReader, threadReader } from './reader.ts';
import type { Task } from './tasks.ts';

const kommun = { id: 1, code: '0461', slug: 'gnesta', name: 'Gnesta', isPublic: true };
const task = (preview: number): Task<'preview'> => ({ kind: 'preview', kommun, ask: { preview } });

/**
 * A thread that does no work of ours: answers with what it was asked and when, tells of progress at 2,
 * fails at 3, ends at 4 and at 5 is in no hurry.
 */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { preview } = workerData.task.ask;
  const began = Date.now();
  const answer = () => parentPort.postMessage({ answer: [preview, began, Date.now()] });
  if (preview === 2) parentPort.postMessage({ progress: { done: 1, of: 2 } });
  if (preview === 3) parentPort.postMessage({ error: 'sönder' });
  else if (preview === 4) process.exit(7);
  else if (preview === 5) setTimeout(answer, 300);
  else answer();
`;

type Told = readonly [preview: number, began: number, ended: number];
const told = async (job: { readonly answer: Promise<unknown> }) => (await job.answer) as Told;

function ofThread() {
  const file = join(tempDir(), 'thread.cjs');
  writeFileSync(file, THREAD);
  return threadReader(file, ':memory:');
}

describe('a reader with threads of its own', () => {
  test('answers each task by its own, one at a time', async () => {
    const read = ofThread();
    const found = await Promise.all([5, 1, 2].map((preview) => told(read(task(preview)))));
    expect(found.map(([preview]) => preview)).toEqual([5, 1, 2]);
    for (const [at, [, began]] of found.slice(1).entries()) {
      expect(began).toBeGreaterThanOrEqual(found[at]![2]);
    }
  });

  test('tells how far it has come', async () => {
    const job = ofThread()(task(2));
    expect(job.progress()).toBeNull();
    await job.answer;
    expect(job.progress()).toEqual({ done: 1, of: 2 });
  });

  test('one that fails, or ends, takes no other down', async () => {
    const read = ofThread();
    const jobs = [5, 3, 4, 1].map((preview) => read(task(preview)));
    const [slow, failed, ended, last] = await Promise.allSettled(jobs.map(told));
    expect([slow, last].map((one) => one?.status)).toEqual(['fulfilled', 'fulfilled']);
    const why = [failed, ended].map((one) => (one as PromiseRejectedResult).reason as Error);
    expect(why.map(({ message }) => message)).toEqual([
      'sönder',
      'The reading thread ended with 7.',
    ]);
  });
});

test('on this thread a task is done the same', async () => {
  const db = gnestaDb();
  const { kommun: gnesta } = gnestaIn(db);
  const preview = waitWith(db, gnesta, 'Indikator;Period;Värde\nind-1;2024;7\n');
  const job = directReader(db)({ kind: 'preview', kommun: gnesta, ask: { preview } });
  expect(job.progress()).toBeNull();
  expect(await job.answer).toMatchObject({ outcome: 'ready', difference: { new: 1 } });
});

describe('jobs by their keys', () => {
  test('asked twice it is done once; one that failed is done anew', async () => {
    const jobs = jobsOf(ofThread());
    const [first, again] = [jobs.ask('a', task(1)), jobs.ask('a', task(1))];
    expect(first).toBe(again);
    expect(jobs.find('a')).toBe(first);
    expect((await told(first))[0]).toBe(1);
    await expect(jobs.ask('b', task(3)).answer).rejects.toThrow('sönder');
    expect(jobs.find('b')).toBeUndefined();
    expect((await told(jobs.ask('b', task(1))))[0]).toBe(1);
  });

  test('the oldest of many are forgotten', async () => {
    const jobs = jobsOf(ofThread());
    const asked = Array.from({ length: 21 }, (_, at) => jobs.ask(`${at}`, task(1)));
    await Promise.all(asked.map(({ answer }) => answer));
    expect([jobs.find('0'), jobs.find('20')]).toEqual([undefined, asked[20]]);
  });

  test('what takes long is waited for so long', async () => {
    const read = ofThread();
    expect(await within(read(task(1)), 5000)).not.toBeNull();
    expect(await within(read(task(5)), 20)).toBeNull();
  });
});
