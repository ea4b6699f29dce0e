import type { Job, Reader } from './reader.ts';
import type { Task, TaskKind, Tasks } from './tasks.ts';

/** What is kept of a job that is done, so that a page can be shown again. */
const KEPT = 20;

export type Jobs = {
  /** The job of a key: under way, or done not long ago; else it is begun. */
  readonly ask: <Kind extends TaskKind>(key: string, task: Task<Kind>) => Job<Kind>;
  readonly find: <Kind extends TaskKind>(key: string) => Job<Kind> | undefined;
  /** What was answered is no longer so. */
  readonly forget: (key: string) => void;
};

/** Keeps the jobs of a reader by key, so that asking twice does not read twice. One that fails is forgotten. */
export function jobsOf(reader: Reader): Jobs {
  const jobs = new Map<string, Job>();
  return {
    find: (key) => jobs.get(key) as never,
    forget: (key) => void jobs.delete(key),
    ask: (key, task) => {
      const known = jobs.get(key);
      if (known) return known as never;
      const job = reader(task);
      jobs.set(key, job);
      job.answer.catch(() => jobs.delete(key));
      const [oldest] = jobs.keys();
      if (jobs.size > KEPT && oldest !== undefined) jobs.delete(oldest);
      return job;
    },
  };
}

/** The answer if it comes within a time; else null, and it goes on. */
export async function within<Kind extends TaskKind>(
  job: Job<Kind>,
  ms: number,
): Promise<{ readonly answer: Tasks[Kind]['answer'] } | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([job.answer.then((answer) => ({ answer })), late]);
  } finally {
    clearTimeout(timer);
  }
}
