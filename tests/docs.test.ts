import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SEVERITY } from '#lib/domain/severity.ts';

/** Words that are not held true by a test stop being true. */
const readOr = (file: string, otherwise: string) =>
  existsSync(file) ? readFileSync(file, 'utf8') : otherwise;

const readme = readOr('README.md', '');

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** `lib/domain` and so on, as README names them: `domain`, `server/db`. */
const rooms = [
  ...foldersIn('src/lib'),
  ...foldersIn('src/lib/server').map((folder) => `server/${folder}`),
];

describe('README.md', () => {
  test('is there', () => {
    expect(readme).toMatch(/^# Fyren/);
  });

  test('shows pictures that are there, and holds no place to be filled in', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((file) => !existsSync(file))).toEqual([]);
    const prose = readme.replace(/^ {4}.*$/gm, '').replace(/`[^`]*`/g, '');
    expect(prose.match(/\b[A-Z]{3,}_[A-Z_]+\b/g)).toBeNull();
  });

  test.each(rooms)('names the room %s', (room) => {
    expect(readme).toContain(`\`${room}\``);
  });

  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };

  test.each(Object.keys(scripts))('names the script %s', (script) => {
    expect(readme).toMatch(new RegExp(`npm (run )?(-s )?${script}\\b`));
  });

  /** `[kommun]/mal/[key=slug]` is written `/{kommun}/mal/{key}`; a group in brackets is no part of a URL. */
  const asUrl = (folder: string) =>
    `/${folder
      .split('/')
      .filter((part) => part !== '' && !/^\(.*\)$/.test(part))
      .map((part) => part.replace(/\[+(?:\.\.\.)?(\w+)(?:=\w+)?\]+/g, '{$1}'))
      .join('/')}`;

  const pages = existsSync('src/routes')
    ? readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
        .filter((file) => /(^|\/)\+(page\.svelte|server\.ts)$/.test(file))
        .map((file) => asUrl(dirname(file) === '.' ? '' : dirname(file)))
        .sort()
    : [];

  test.each(pages)('names the page %s in its table', (page) => {
    const rows = readme.split('\n').filter((line) => line.startsWith('|'));
    expect(rows.filter((row) => row.includes(`\`${page}\``))).toHaveLength(1);
  });
});

describe('every room says what it is', () => {
  const LONGEST = 10;

  test.each(rooms)('src/lib/%s/README.md has at most ten lines', (room) => {
    const text = readOr(join('src/lib', room, 'README.md'), '');
    expect(text).not.toBe('');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(LONGEST);
  });
});

describe('every kind of target has its words', () => {
  const rule = readOr('src/lib/domain/rule.ts', '');
  const kinds = [...rule.matchAll(/readonly kind: '([a-z-]+)'/g)].map((match) => match[1] ?? '');
  const files = ['domain/aim.ts', 'format/target.ts', 'server/plan/rule.ts'] as const;

  test('are found', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(11);
  });

  test.each(files)('src/lib/%s knows each of them', (file) => {
    const text = readOr(join('src/lib', file), '');
    // A yellow zone is a kind of its own.
    const yellow = ['absolute', 'relative', 'better-than-before'];
    const missing = kinds.filter((kind) => !yellow.includes(kind) && !text.includes(kind));
    expect(missing).toEqual([]);
  });
});

describe('every problem has a sentence', () => {
  const files = ['problems.ts', 'personal-problems.ts'];
  const sentences = files.map((file) => readOr(`src/lib/format/${file}`, '')).join('\n');

  test.each(Object.keys(SEVERITY))('%s', (code) => {
    expect(sentences).toMatch(new RegExp(`^\\s*'?${code}'?:`, 'm'));
  });
});
