import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/*
 * What is known to be wrong with what Fyren is built of (B89, B90), held against the lock, since not every
 * registry answers `npm audit`. Almost all of it is bundled into what runs, so development packages count.
 * Here stands what was found by reading; what came later must be looked for anew.
 */

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version: string; dev?: true }>;
};

/** Every version of a package in the lock: several may be there. */
const versionsOf = (name: string) =>
  Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version);

/** Whether one version is older than another. Neither has a word after its numbers. */
function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = a!.findIndex((part, index) => part !== b![index]);
  return at >= 0 && a![at]! < b![at]!;
}

test.each([
  ['2.49.5', '2.49.5', false],
  ['2.49.4', '2.49.5', true],
  ['2.9.9', '2.49.5', true],
  ['3.0.0', '2.49.5', false],
  ['0.20.3', '0.20.2', false],
])('%s is older than %s: %j', (one, other, expected) => {
  expect(isOlder(one, other)).toBe(expected);
});

/** The first version without the fault, and where the fault is described. */
const MENDED: readonly (readonly [name: string, from: string, source: string, fault: string])[] = [
  [
    '@sveltejs/kit',
    '2.49.5',
    'GHSA-j62c-4x62-9r35',
    'SSRF and DoS when prerendering without ORIGIN',
  ],
  ['@sveltejs/kit', '2.49.5', 'GHSA-j2f3-wq62-6q46', 'memory by a remote form'],
  ['@sveltejs/kit', '2.57.1', 'GHSA-3f6h-2hrp-w5wx', 'DoS by a redirect in handle'],
  ['@sveltejs/kit', '2.57.1', 'GHSA-2crg-3p73-43xp', 'the limit of a body gone round'],
  ['@sveltejs/kit', '2.60.1', 'GHSA-hgv7-v322-mmgr', 'answers of others by query.batch'],
  ['@sveltejs/kit', '2.70.2', 'RobiMez/sma#41', 'ReDoS by Accept'],
  ['@sveltejs/adapter-node', '5.5.1', 'vercel/workflow#912', 'the adapter of kit 2.49.5'],
  ['svelte', '5.55.7', 'GHSA-pr6f-5x2q-rwfp', 'XSS by spread attributes on the server'],
  ['svelte', '5.55.7', 'GHSA-f3cj-j4f6-wq85', 'XSS by promises on the server'],
  ['svelte', '5.55.7', 'GHSA-rcqx-6q8c-2c42', 'XSS by DOM clobbering'],
  ['svelte', '5.55.7', 'GHSA-9rmh-mm8f-r9h6', 'ReDoS by svelte:element'],
  ['devalue', '5.6.2', 'GHSA-g2pg-6438-jwpf', 'DoS by what is parsed'],
  ['devalue', '5.6.2', 'GHSA-vw5p-8cq8-m7mv', 'DoS by what is parsed'],
  ['devalue', '5.6.3', 'GHSA-33hq-fvwr-56pm', 'DoS by an array with holes'],
  ['devalue', '5.8.1', 'GHSA-77vg-94rm-hx3p', 'DoS by an array with holes'],
  ['drizzle-orm', '0.45.2', 'GHSA-gpj5-g38j-94v9', 'SQL injection by names'],
  ['echarts', '6.1.0', 'GHSA-fgmj-fm8m-jvvx', 'XSS by a tooltip'],
  ['valibot', '1.2.0', 'GHSA-vqpr-j7v3-hqw9', 'ReDoS by emoji'],
  ['valibot', '1.4.2', 'storyblok/field-plugin#483', 'CVE-2026-59952'],
  ['@e965/xlsx', '0.19.3', 'GHSA-4r6h-8v6p-xvw6', 'prototype pollution by a workbook'],
  ['@e965/xlsx', '0.20.2', 'GHSA-5pgg-2g8v-p4x9', 'ReDoS by a workbook'],
];

describe('what is built in is newer than what is known to be wrong with it', () => {
  test.each(MENDED)('%s from %s: %s, %s', (name, from) => {
    const versions = versionsOf(name);
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => isOlder(version, from))).toEqual([]);
  });
});

/** Older than the version without the fault, because it does no harm here. A row goes when the version does. */
const HARMLESS: readonly (readonly [name: string, from: string, source: string, why: string])[] = [
  // Kit 2 holds on to it (sveltejs/kit#15754), and no name, path or domain of a cookie comes from outside.
  ['cookie', '0.7.0', 'GHSA-pxg6-pf52-xh8x', 'our cookies have names of ours'],
  // By drizzle-kit, which nothing that runs has in it; the fault is in a server for developing.
  ['esbuild', '0.25.0', 'GHSA-67mh-4wv8-2f99', 'is not in what runs'],
];

describe('what is older does no harm', () => {
  test.each(HARMLESS)('%s before %s: %s, %s', (name, from) => {
    expect(versionsOf(name).some((version) => isOlder(version, from))).toBe(true);
  });
});

test('an install to run has nothing but the database, and what builds it', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(Object.keys(dependencies)).toEqual(['better-sqlite3']);
});
