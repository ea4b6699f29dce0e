import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { invariant } from '#lib/domain/result.ts';
import { fuzzer } from './one.ts';
import type { Found } from './one.ts';

/*
 * npm run fuzz [-- 100000 [SEED]]: so many files by chance, most of them known tables in every habit of
 * a file and the rest damaged. What is stored is what the table says, or the file is kept out with a
 * reason; nothing is thrown, and nothing takes long. Run by as many processes as there are cores.
 */

/** A file that takes longer hangs, as far as whoever waits for it can tell. */
const SLOWEST_MS = 5000;
/** A door that keeps nearly everything out would find no difference either. */
const LEAST_STORED = 0.7;
const SHOWN = 10;

type Fault = { readonly index: number; readonly faults: readonly string[]; readonly text: string };
type Tally = {
  readonly files: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stops: Readonly<Record<string, number>>;
  readonly slowest: { readonly ms: number; readonly index: number };
  readonly faults: readonly Fault[];
};

const counted = (names: readonly string[], into: Record<string, number>) => {
  for (const name of names) into[name] = (into[name] ?? 0) + 1;
};

/** Every `step`th file from the first. */
function part(seed: number, count: number, first: number, step: number): Tally {
  const { check, bytesOf } = fuzzer(seed);
  const [outcomes, stops]: [Record<string, number>, Record<string, number>] = [{}, {}];
  const faults: Fault[] = [];
  let [files, slowest] = [0, { ms: 0, index: 0 }];
  const told = (index: number, found: Found) => {
    files += 1;
    counted([found.outcome], outcomes);
    counted(found.stops, stops);
    if (found.ms > slowest.ms) slowest = { ms: found.ms, index };
    if (found.faults.length === 0) return;
    const text = JSON.stringify(Buffer.from(bytesOf(index)).toString('latin1'));
    faults.push({ index, faults: found.faults, text });
  };
  for (let index = first; index < count; index += step) told(index, check(index));
  return { files, outcomes, stops, slowest, faults };
}

const summed = (all: readonly Readonly<Record<string, number>>[]) => {
  const sum: Record<string, number> = {};
  for (const one of all)
    for (const [name, count] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
};

const together = (tallies: readonly Tally[]): Tally => ({
  files: tallies.reduce((sum, { files }) => sum + files, 0),
  outcomes: summed(tallies.map(({ outcomes }) => outcomes)),
  stops: summed(tallies.map(({ stops }) => stops)),
  slowest: tallies.map(({ slowest }) => slowest).reduce((a, b) => (b.ms > a.ms ? b : a)),
  faults: tallies.flatMap(({ faults }) => faults).toSorted((a, b) => a.index - b.index),
});

const inProcess = (...args: readonly number[]) =>
  new Promise<Tally>((resolve, reject) => {
    const child = fork(import.meta.filename, ['part', ...args.map(String)]);
    child.once('message', (tally) => resolve(tally as Tally));
    child.once('exit', (code) => reject(new Error(`En del av körningen slutade med ${code}.`)));
  });

const WORDS: Readonly<Record<Found['outcome'], string>> = {
  stored: 'kända tabeller som gick in och är lika',
  'stored-when-answered': 'kända tabeller som gick in, lika, när frågan besvarats',
  spoilt: 'kända tabeller med ett fel, som hölls utanför',
  refused: 'kända tabeller som stoppades av en tvekan utan rätt svar',
  damaged: 'skadade filer',
  crashed: 'krascher',
};

function print(seed: number, tally: Tally, ms: number): void {
  const { files, outcomes, stops, slowest, faults } = tally;
  for (const { index, faults: found, text } of faults.slice(0, SHOWN)) {
    console.log(`FEL i fil ${index}: ${found.slice(0, 3).join('\n')}\n${text.slice(0, 4000)}\n`);
  }
  for (const [outcome, words] of Object.entries(WORDS))
    console.log(`${String(outcomes[outcome] ?? 0).padStart(8)}  ${words}`);
  const asked = Object.entries(stops).toSorted(([, a], [, b]) => b - a);
  console.log(`Frågor: ${asked.map(([code, count]) => `${code} ${count}`).join(', ')}.`);
  console.log(`Långsammast: fil ${slowest.index}, ${slowest.ms.toFixed(0)} ms.`);
  const crashes = outcomes['crashed'] ?? 0;
  const differences = faults.length - crashes;
  console.log(
    `${files} filer på ${(ms / 1000).toFixed(0)} s, frö ${seed}: ${crashes} krascher, ${differences} skillnader.`,
  );
}

const isSound = ({ outcomes, slowest, faults }: Tally) => {
  const { stored = 0, refused = 0, 'stored-when-answered': answered = 0 } = outcomes;
  const share = stored / (stored + answered + refused);
  return faults.length === 0 && slowest.ms <= SLOWEST_MS && share >= LEAST_STORED;
};

async function whole(count: number, seed: number): Promise<void> {
  invariant(count > 0 && Number.isInteger(seed), 'npm run fuzz -- ANTAL [FRÖ]');
  console.log(`${count} filer, frö ${seed}. Samma igen: npm run fuzz -- ${count} ${seed}`);
  const start = performance.now();
  const step = cpus().length;
  const parts = Array.from({ length: step }, (_, first) => inProcess(seed, count, first, step));
  const tally = together(await Promise.all(parts));
  print(seed, tally, performance.now() - start);
  process.exitCode = isSound(tally) ? 0 : 1;
}

const [kind, ...rest] = process.argv.slice(2);
if (kind === 'part') {
  const [seed, count, first, step] = rest.map(Number) as [number, number, number, number];
  process.send!(part(seed, count, first, step));
} else {
  const [seed = Date.now() % 2 ** 31] = rest.map(Number);
  await whole(Number(kind ?? 10_000), seed);
}
