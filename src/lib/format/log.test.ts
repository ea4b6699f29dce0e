import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ACTION, ACTION_CHOICES, actionWords } from './log.ts';

/** Where changes are written: by the door, or by what makes a change of it. */
const FOLDERS = ['src/lib/server', 'src/commands', 'src/routes'];
const WRITES = /from '[^']*\/(?:write|account-change)\.ts'/;
/** What a file is called is no kind of change. */
const FILE = /\.(?:json|js|ts|csv|db|txt|xlsx)$/;

const texts = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .filter((text) => WRITES.test(text)),
);

const written = [
  ...new Set(
    texts
      .flatMap((text) => [...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1]!))
      .filter((text) => !FILE.test(text)),
  ),
].sort();

test('every kind of change that the code writes has its words, and no other has', () => {
  expect(written).toEqual(Object.keys(ACTION).sort());
});

test('no kind of change is put together from parts, where nobody would find it', () => {
  const made = texts.flatMap((text) => text.match(/action: `[^`]*`/g) ?? []);
  expect(made).toEqual([]);
});

test('every kind of change can be chosen, once', () => {
  const choices = ACTION_CHOICES.flatMap(({ actions }) => actions.map(({ value }) => value));
  expect(choices.sort()).toEqual(Object.keys(ACTION).sort());
});

test('one from a newer program is said as it stands', () => {
  expect([actionWords('plan.import'), actionWords('x.y'), actionWords('constructor')]).toEqual([
    'la upp en kommun med dess plan',
    'x.y',
    'constructor',
  ]);
});
