import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';

const run = promisify(execFile);
const APPENDIX = readFileSync('seeds/gnesta/4-bilaga-1-delar-2023.csv', 'utf8');

let fyren: Fyren;
let folder: string;
beforeAll(async () => {
  fyren = await start();
  folder = mkdtempSync(join(tmpdir(), 'fyren-load-'));
});
afterAll(async () => {
  await fyren.close();
  rmSync(folder, { recursive: true });
});

type Loaded = { code: number; stdout: string; stderr: string };

/** The built command, as it runs on a server without a checkout. */
async function load(name: string, text: string, ...flags: string[]): Promise<Loaded> {
  const file = join(folder, name);
  writeFileSync(file, text);
  const env = { ...process.env, DATA_DIR: fyren.dataDir };
  try {
    const args = ['build/node/load.js', file, '--kommun', 'gnesta', ...flags];
    return { code: 0, ...(await run(process.execPath, args, { env })) };
  } catch (cause) {
    return cause as Loaded;
  }
}

const counts = ({ stdout }: Loaded) => {
  const {
    outcome,
    new: fresh,
    changed,
    unchanged,
    refused,
  } = JSON.parse(stdout) as Record<string, unknown>;
  return { outcome, new: fresh, changed, unchanged, refused };
};

const stateOf = async (key: string) => {
  const answer = await fetch(`${fyren.url}/api/v1/gnesta/socialnamnden/delar-2023`);
  const { indicators } = (await answer.json()) as {
    indicators: { key: string; verdict: string; colour: string; value: number }[];
  };
  return indicators.find((one) => one.key === key);
};

test('a changed file shows its colour on the next request of the running server', async () => {
  expect(await stateOf('ind-1')).toMatchObject({ verdict: 'missed', colour: 'red', value: 102 });
  const changed = APPENDIX.replace(';102;', ';88;');
  expect(changed).not.toBe(APPENDIX);

  expect(counts(await load('bilaga.csv', changed, '--json', '--dry-run'))).toEqual({
    outcome: 'tried',
    new: 0,
    changed: 1,
    unchanged: 7,
    refused: 0,
  });
  expect(await stateOf('ind-1')).toMatchObject({ verdict: 'missed' });

  expect(counts(await load('bilaga.csv', changed, '--json'))).toEqual({
    outcome: 'stored',
    new: 0,
    changed: 1,
    unchanged: 7,
    refused: 0,
  });
  expect(await stateOf('ind-1')).toMatchObject({ verdict: 'met', colour: 'green', value: 88 });
  const page = await (await fetch(`${fyren.url}/gnesta/socialnamnden`)).text();
  expect(page).toContain('4\u00a0av\u00a08 indikatorer når målvärdet');

  expect(counts(await load('bilaga.csv', changed, '--json'))).toEqual({
    outcome: 'already-stored',
    new: 0,
    changed: 0,
    unchanged: 8,
    refused: 0,
  });
});

test('case 3: a value on its limit is green on the page, in the API and in the sentence alike', async () => {
  const onLimit = APPENDIX.replace(';102;', ';90;');
  expect((await load('pa-gransen.csv', onLimit)).code).toBe(0);
  expect(await stateOf('ind-1')).toMatchObject({ verdict: 'met', colour: 'green', value: 90 });
  const page = await (await fetch(`${fyren.url}/gnesta/socialnamnden/indikatorer/ind-1`)).text();
  expect(page).toContain('på målvärdet');
  expect(page).toContain('Når målvärdet');
  expect(page).not.toContain('Når inte målvärdet');
});

test('a file that cannot be read gives all its problems and stores nothing', async () => {
  const before = await stateOf('ind-4');
  const faulty = APPENDIX.replace(';8;', ';åtta;').replace('ind-5;', 'ind-55;');
  const { code, stdout } = await load('fel.csv', faulty);
  expect(code).toBe(1);
  expect(stdout).toContain('”åtta” är inget tal');
  expect(stdout).toContain('ind-55');
  expect(stdout).toContain('Inget är inläst.');
  expect(await stateOf('ind-4')).toEqual(before);
});

test('an unknown kommun is told with those that there are', async () => {
  const { code, stderr } = (await run(
    process.execPath,
    ['build/node/load.js', 'seeds/gnesta/3-delar-2022.csv', '--kommun', 'nowhere'],
    { env: { ...process.env, DATA_DIR: fyren.dataDir } },
  ).catch((cause: unknown) => cause)) as Loaded;
  expect(code).toBe(1);
  expect(stderr).toMatch(/ingen kommun som heter ”nowhere”.*gnesta/);
});
