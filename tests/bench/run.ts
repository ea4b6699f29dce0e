import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { busy } from './busy.ts';
import { writeFigures } from './data.ts';
import { figuresOf } from './installation.ts';
import type { Measured } from './measure.ts';

/*
 * npm run bench [-- --json FILE] [-- --rows 100000]: how fast the product is, against something known
 * in the same run, for the figures in DESIGN 12. Nothing fails if it is slow: machines differ.
 */

type Row = {
  readonly what: string;
  readonly ms: number;
  /** Times the baseline of the same run; null where the limit is in milliseconds. */
  readonly ratio: number | null;
  readonly limit: string;
  readonly isWithin: boolean;
  readonly growthMb: number | null;
};

const { values } = parseArgs({
  options: { json: { type: 'string' }, rows: { type: 'string', default: '1000000' } },
});
const rows = Number(values.rows);
const MEMORY_MB = 200;
const RANK_MS = 60;
const OTHERS_MS = 500;
const DOCX_MS = 1000;

/** A measurement in a process of its own. */
function part(name: string, folder: string, ...files: readonly string[]): Measured {
  const args = ['--import', 'tsx', 'tests/bench/part.ts', name, folder, ...files];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

/** The last of some files read into an installation of its own, each by a process of its own. */
function load(folder: string, ...files: readonly string[]): Measured {
  const own = mkdtempSync(join(folder, 'load-'));
  const took = files.map((file) => part('load', own, file));
  rmSync(own, { recursive: true });
  return took.at(-1)!;
}

function rank(folder: string, file: string): number {
  const own = mkdtempSync(join(folder, 'rank-'));
  part('load', own, file);
  return part('rank', own).ms;
}

/** The better of two runs of the baseline, so that the ratio flatters nobody. */
function baseline(folder: string, file: string): number {
  return Math.min(...[1, 2].map(() => part('parse', folder, file).ms));
}

function loadRow(what: string, measured: Measured, against: number, limit: number): Row {
  const ratio = measured.ms / against;
  const isWithin = ratio <= limit && measured.growthMb < MEMORY_MB;
  const text = `≤ ${limit} ×, < ${MEMORY_MB} MB`;
  return { what, ms: measured.ms, ratio, limit: text, isWithin, growthMb: measured.growthMb };
}

/** Through the pages of the built server, with somebody else reading all the while. */
async function busyRows(folder: string, file: string): Promise<Row[]> {
  const own = mkdtempSync(join(folder, 'busy-'));
  const { previewMs, storeMs, p95Ms, growthMb } = await busy(file, own);
  rmSync(own, { recursive: true });
  const took = { ratio: null, growthMb: null, limit: '', isWithin: true };
  return [
    { ...took, what: 'sidan: granska filen', ms: previewMs },
    { ...took, what: 'sidan: läs in filen', ms: storeMs },
    {
      what: 'andra sidor under tiden, p95; serverns minne',
      ms: p95Ms,
      ratio: null,
      limit: `< ${OTHERS_MS} ms, < ${MEMORY_MB} MB`,
      isWithin: p95Ms < OTHERS_MS && growthMb < MEMORY_MB,
      growthMb,
    },
  ];
}

async function measureAll(folder: string): Promise<Row[]> {
  const file = (name: string, isShuffled: boolean, count: number, kpis: number, years: number) => {
    const path = join(folder, `${name}.csv`);
    writeFigures(path, figuresOf(kpis, years), count, { isShuffled });
    return path;
  };
  const ordered = file('ordered', false, rows, 300, 4);
  const shuffled = file('shuffled', true, rows, 300, 4);
  const ranked = file('ranked', false, 200 * 290 * 3, 200, 1);
  const against = { ordered: baseline(folder, ordered), shuffled: baseline(folder, shuffled) };
  const ranking = rank(folder, ranked);
  const docx = part('docx', folder);
  return [
    {
      what: `Papa.parse(stream, { header: true }), ${rows} rader`,
      ms: against.ordered,
      ratio: 1,
      limit: '',
      isWithin: true,
      growthMb: null,
    },
    loadRow('läs in, tomt, i nyckelns ordning', load(folder, ordered), against.ordered, 4),
    loadRow('läs in, allt finns redan', load(folder, ordered, shuffled), against.shuffled, 7),
    loadRow('läs in, tomt, blandad ordning', load(folder, shuffled), against.shuffled, 12),
    {
      what: 'plats för 200 nyckeltal bland 290 kommuner',
      ms: ranking,
      ratio: null,
      limit: `≤ ${RANK_MS} ms`,
      isWithin: ranking <= RANK_MS,
      growthMb: null,
    },
    {
      what: 'rapport som .docx, 100 indikatorer',
      ms: docx.ms,
      ratio: null,
      limit: `< ${DOCX_MS} ms`,
      isWithin: docx.ms < DOCX_MS,
      growthMb: docx.growthMb,
    },
    ...(await busyRows(folder, ordered)),
  ];
}

const number = (value: number, decimals: number) => value.toFixed(decimals).replace('.', ',');

function print(found: readonly Row[]): void {
  const cells = found.map(({ what, ms, ratio, growthMb, limit, isWithin }) => [
    what,
    `${number(ms, 0)} ms`,
    ratio === null ? '' : `${number(ratio, 1)} ×`,
    growthMb === null ? '' : `+${number(growthMb, 0)} MB`,
    limit,
    isWithin ? '' : 'över',
  ]);
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  for (const row of cells) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), 'fyren-bench-'));
try {
  const found = await measureAll(folder);
  print(found);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(found, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
