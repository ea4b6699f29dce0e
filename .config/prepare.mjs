/**
 * Makes a checkout ready to run: installs the packages, what it takes to compile them and, with
 * --browser, Chromium and the proxy that the tests put in front. Runs before there is anything in
 * node_modules, so it uses Node alone.
 *
 * Writes to stderr only: `npm run -s inspect -- FILE --json` must give nothing but JSON on stdout.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const STAMP = 'node_modules/.fyren';
const quiet = process.argv.includes('--quiet');
const say = (line) => process.stderr.write(`${line}\n`);

function stop(line) {
  say(line);
  process.exit(1);
}

/** What the command writes goes to stderr; when quiet, only if it fails. */
function run(command, args, env = {}) {
  const { status, stderr, stdout } = spawnSync(command, args, {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (status !== 0 && quiet) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  return status === 0;
}

const isOnPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => folder && existsSync(join(folder, name)));

/** Debian's packages; `why` finishes the sentence "Fyren behöver … ". */
function needSystem(packages, why) {
  if (packages.length === 0) return;
  const names = packages.join(' ');
  const byHand = `Fyren behöver ${packages.join(', ')} ${why}. Kör: sudo apt-get install ${names}`;
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) stop(byHand);
  say(`Installerar ${packages.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // A list that cannot be refreshed need not stop an install: the old one may do.
  run('apt-get', ['update', '-qq'], env);
  if (!run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env)) {
    stop(byHand);
  }
}

function needNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Fyren behöver Node 20.19 eller nyare. Här är det ${process.versions.node}.`);
}

/** What an install depends on: the lock, and the Node that native code was compiled for. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(`${process.version} ${process.versions.modules} ${process.platform} ${process.arch}`)
    .digest('hex');

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted();

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** One install of this checkout at a time; a lock left by a run that died is taken over. */
function withLock(work) {
  const name = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `fyren-${name}.lock`);
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // Between the file's birth and its number it is empty for a moment: ask again before taking it.
    const owner = () => (existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0);
    const first = owner();
    sleep(500);
    if (first === owner() && !(first > 0 && isAlive(first))) rmSync(lock, { force: true });
  }
  process.on('exit', () => rmSync(lock, { force: true }));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  work();
  rmSync(lock, { force: true });
}

function install() {
  if (isInstalled()) return;
  const tools = { python3: 'python3', make: 'make', 'g++': 'g++' };
  needSystem(
    Object.keys(tools).filter((name) => !isOnPath(tools[name])),
    'för att kompilera databasen',
  );
  say('Installerar paketen. Första gången tar det ett par minuter …');
  rmSync(STAMP, { force: true });
  // The fingerprint is taken before: a lock that changes meanwhile is installed the next time.
  const fingerprint = wanted();
  // --include=dev: with NODE_ENV=production npm leaves out what the build needs.
  if (!run('npm', ['ci', '--include=dev', '--no-progress'])) {
    stop('Paketen kunde inte installeras. Orsaken står ovan.');
  }
  writeFileSync(STAMP, fingerprint);
}

function needBrowser() {
  if (existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) return;
  if (process.env.CHROMIUM) stop(`CHROMIUM pekar på ${process.env.CHROMIUM}, som inte finns.`);
  needSystem(['chromium'], 'för att prova sidorna');
}

/** For tests/e2e/proxy.e2e.ts. Debian keeps nginx where only root's PATH looks. */
function needProxy() {
  const isThere = (name) => isOnPath(name) || existsSync(`/usr/sbin/${name}`);
  const packages = { nginx: 'nginx-light', openssl: 'openssl' };
  needSystem(
    Object.keys(packages)
      .filter((name) => !isThere(name))
      .map((name) => packages[name]),
    'för att prova Fyren bakom en proxy',
  );
}

needNode();
if (!isInstalled()) withLock(install);
if (process.argv.includes('--browser')) {
  needBrowser();
  needProxy();
}
