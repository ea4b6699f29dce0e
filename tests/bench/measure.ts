/** What a piece of work took: time, and how much more memory the process held at its most. */
export type Measured = { readonly ms: number; readonly growthMb: number };

const residentMb = () => process.memoryUsage.rss() / 2 ** 20;

/** How often memory is looked at while work lets go of the thread. */
const LOOK_MS = 20;

/**
 * Runs work once. `maxRSS` is the most the process has ever held, so growth is measured rightly only
 * when each piece of work has a process of its own.
 */
export async function measure(work: () => unknown): Promise<Measured> {
  const before = residentMb();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentMb());
  }, LOOK_MS);
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  clearInterval(timer);
  most = Math.max(most, residentMb(), process.resourceUsage().maxRSS / 1024);
  return { ms, growthMb: most - before };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
