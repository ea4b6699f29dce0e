import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { gnestaDb, gnestaIn, tempDir } from '../../../tests/db.ts';
import { waitWith } from '../../../tests/reading.ts';
import { jobsOf, within } from './jobs.ts';
import { directReader, threadReader } from './reader.ts';
import type { Task } from './tasks.ts';

const kommun = { id: 1, code: '0461', slug: 'gnesta', name: 'Gnesta', isPublic: true };
const task = (preview: number): Task<'preview'> => ({ kind: 'preview', kommun, ask: { preview } });

/**
 * A thread that does no work of ours: answers with what it was asked and how many it has had, tells of
 * progress at 2, fails at 3, ends at 4 and never answers 5.
 */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  let had = 0;
  parentPort.on('message', ({ id, task: { ask: { preview } } }) => {
    had += 1;
    if (preview === 4) process.exit(7);
    if (preview === 5) return;
    if (preview === 2) parentPort.postMessage({ id, progress: { done: 1, of: 2 } });
    parentPort.postMessage(preview === 3 ? { id, error: 'sönder' } : { id, answer: [preview, had] });
  });
  // What it leaves behind takes its time.
  process.on('exit', () => { const until = Date.now() + 50; while (Date.now() < until); });
`;

function ofThread() {
  const file = join(tempDir(), 'thread.cjs');
  writeFileSync(file, THREAD);
  return threadReader(file, ':memory:');
}

describe('a reader with a thread of its own', () => {
  test('answers each task by its own', async () => {
    const read = ofThread();
    const jobs = [1, 2, 1].map((preview) => read(task(preview)));
    expect(await Promise.all(jobs.map(({ answer }) => answer))).toEqual([
      [1, 1],
      [2, 2],
      [1, 3],
    ]);
  });

  test('one that fails is told of, and the next is done by the same thread', async () => {
    const read = ofThread();
    await expect(read(task(3)).answer).rejects.toThrow('sönder');
    expect(await read(task(1)).answer).toEqual([1, 2]);
  });

  test('a thread that ends takes down what it had, and the next task begins another', async () => {
    const read = ofThread();
    const [lost, ended] = [read(task(5)), read(task(4))];
    await expect(ended.answer).rejects.toThrow('ended with 7');
    await expect(lost.answer).rejects.toThrow('ended with 7');
    expect(await read(task(1)).answer).toEqual([1, 1]);
  });

  test('a thread put to rest takes down nothing of the one begun after it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const read = ofThread();
    expect(await read(task(1)).answer).toEqual([1, 1]);
    vi.advanceTimersByTime(60_000);
    // The old is still on its way out.
    expect(await read(task(1)).answer).toEqual([1, 1]);
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
    expect(await first.answer).toEqual([1, 1]);
    await expect(jobs.ask('b', task(3)).answer).rejects.toThrow('sönder');
    expect(jobs.find('b')).toBeUndefined();
    expect(await jobs.ask('b', task(1)).answer).toEqual([1, 3]);
  });

  test('the oldest of many are forgotten', async () => {
    const jobs = jobsOf(ofThread());
    const asked = Array.from({ length: 25 }, (_, at) => jobs.ask(`${at}`, task(1)));
    await Promise.all(asked.map(({ answer }) => answer));
    expect([jobs.find('0'), jobs.find('24')]).toEqual([undefined, asked[24]]);
  });

  test('what takes long is waited for so long', async () => {
    const read = ofThread();
    expect(await within(read(task(1)), 5000)).toEqual({ answer: [1, 1] });
    expect(await within(read(task(5)), 20)).toBeNull();
  });
});
