import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Which room may import what, one direction only (README, "Rummen"). The first row whose `files`
 * matches decides. A name ending in / or : stands for everything under it. Types count too: a room
 * that may not use a thing may not know its shape.
 */
type Room = {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly string[];
  readonly never?: readonly string[];
};

const DOMAIN = ['lib/domain/'];
const SHOWN = [...DOMAIN, 'lib/format/', 'lib/charts/'];
const SERVER = [...SHOWN, 'lib/ingest/', 'lib/server/'];
const SVELTE = ['svelte', 'svelte/', '$app/'];
const FROM_ROUTES = ['$app/', '@sveltejs/kit', 'node:'];

/** What only the server's own modules may touch, so that a route can hold no SQL. */
const STORE = ['lib/server/db/schema/', 'drizzle-orm', 'better-sqlite3'];

const ROOMS: readonly Room[] = [
  { name: 'domain', files: /^lib\/domain\//, may: DOMAIN },
  {
    name: 'ingest',
    files: /^lib\/ingest\//,
    may: [...DOMAIN, 'lib/ingest/', 'papaparse', 'iconv-lite', '@e965/xlsx', 'fflate'],
  },
  { name: 'format', files: /^lib\/format\//, may: [...DOMAIN, 'lib/format/'] },
  // Types alone of the library: see WORDS.
  { name: 'charts', files: /^lib\/charts\//, may: [...SHOWN, 'echarts'] },
  {
    name: 'components',
    files: /^lib\/components\//,
    may: [...SHOWN, 'lib/components/', ...SVELTE],
  },
  {
    name: 'server/db',
    files: /^lib\/server\/db\//,
    may: [...DOMAIN, 'lib/server/db/', 'drizzle-orm', 'better-sqlite3', 'valibot', 'node:'],
  },
  {
    name: 'server/report',
    files: /^lib\/server\/report\//,
    may: [
      ...[...SHOWN, 'lib/server/report/', 'lib/ingest/workbook/zip.ts'],
      ...['docx', 'write-excel-file'],
    ],
  },
  {
    name: 'server',
    files: /^lib\/server\//,
    may: [
      ...[...SERVER, 'valibot', 'echarts', 'busboy', '@zxcvbn-ts/language-common'],
      ...['openid-client', 'node:'],
    ],
  },
  {
    name: 'routes, server',
    files: /^routes\/.*\.server\.ts$|^routes\/.*\+server\.ts$|^hooks\.server\.ts$/,
    // Addresses are written once, for links and for redirects.
    may: [...SERVER, 'lib/components/paths.ts', 'routes/', ...FROM_ROUTES],
    never: STORE,
  },
  {
    name: 'routes, pages',
    files: /^routes\/|^hooks|^params\//,
    may: [
      ...SHOWN,
      'lib/components/',
      'routes/',
      'app.css',
      '@fontsource-variable/',
      ...SVELTE,
    ].concat('@sveltejs/kit'),
  },
  {
    name: 'commands and the entries',
    files: /^commands\/|^(?:serve|worker)\.ts$/,
    may: [...SERVER, 'commands/', 'serve.ts', 'node:'],
    never: STORE,
  },
  { name: 'types of the app', files: /^app\.d\.ts$/, may: [...SERVER, '@sveltejs/kit'] },
];

/** One door a library: only these files may name it. */
const DOORS: Readonly<Record<string, RegExp>> = {
  papaparse: /^lib\/ingest\/csv\.ts$/,
  'iconv-lite': /^lib\/ingest\/decode\.ts$/,
  '@e965/xlsx': /^lib\/ingest\/workbook\/xlsx\.ts$/,
  docx: /^lib\/server\/report\/docx(?:-[a-z]+)*\.ts$/,
  'write-excel-file': /^lib\/server\/report\/xlsx\.ts$/,
  fflate: /^lib\/ingest\/workbook\/zip\.ts$/,
  '@zxcvbn-ts/language-common': /^lib\/server\/common-passwords\.ts$/,
  'openid-client': /^lib\/server\/oidc\/provider\.ts$/,
  busboy: /^lib\/server\/multipart\.ts$/,
  'better-sqlite3': /^lib\/server\/db\/client\.ts$/,
  'drizzle-orm': /^lib\/server\/db\/(schema\/)?[^/]+\.ts$/,
  // Where text becomes data.
  valibot: /^lib\/server\/(plan\/(file|rule|template)|parse-json|oidc\/role-file)\.ts$/,
  // Options are data; only one file draws them.
  echarts: /^lib\/(charts\/[^/]+|server\/chart-svg)\.ts$/,
};

const PURE = /^lib\/(domain|ingest)\//;

/** What may not be written where. `only` names the files that are bound. */
const WORDS: readonly { word: RegExp; only: RegExp; why: string }[] = [
  { word: /\bnew Date\(/, only: PURE, why: 'ask for the day' },
  { word: /\bDate\.now\b/, only: PURE, why: 'ask for the day' },
  { word: /\bIntl\b/, only: PURE, why: 'Swedish is for format' },
  { word: /\btoLocale/, only: PURE, why: 'Swedish is for format' },
  { word: /\bprocess\.env\b/, only: /^(?!lib\/server\/config\.ts$)/, why: 'ask readConfig' },
  { word: /\$env\//, only: /./, why: 'ask readConfig' },
  // Linked by hand it is no type error when the page moves.
  { word: /href=["'`{]+\//, only: /\.svelte$/, why: 'a link goes by resolve' },
  { word: /\{@html/, only: /^(?!lib\/components\/Chart\.svelte$)/, why: 'nothing unescaped' },
  { word: /import (?!type)[^;]*'echarts/, only: /^lib\/charts\//, why: 'charts are data' },
  { word: /['"]\$lib/, only: /./, why: '#lib/…' },
];

const LONGEST = 300;

const read = (file: string) => readFileSync(join('src', file), 'utf8');

const all = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|js|svelte)$/.test(file))
  .sort();
const files = all.filter((file) => !/\.test\.ts$/.test(file));

/** Comments may speak of what code may not. */
const withoutComments = (text: string) =>
  text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(^|[\s;{}(,])\/\*[\s\S]*?\*\//g, '$1')
    .replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1');

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`, `new URL('x', …)` aside. */
const IMPORTS = [
  /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /(?<!['"`\w$.])import\s*['"]([^'"]+)['"]/g,
  /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

const written = (text: string) =>
  IMPORTS.flatMap((form) =>
    [...withoutComments(text).matchAll(form)].map((match) => match[1] ?? ''),
  );

/** `#lib/x`, `#routes/x` and `./x` become the path under src; a library keeps its name. */
function asPath(name: string, file: string): string {
  if (name.startsWith('.')) return join(dirname(file), name);
  return name.replace(/^#(lib|routes)\//, '$1/');
}

const importsOf = (file: string) => written(read(file)).map((name) => asPath(name, file));

const isUnder = (name: string, allowed: string) =>
  /[/:]$/.test(allowed)
    ? name.startsWith(allowed)
    : name === allowed || name.startsWith(`${allowed}/`);

const isUnderAny = (name: string, allowed: readonly string[] = []) =>
  allowed.some((one) => isUnder(name, one));

function isRefused(name: string, room: Room): boolean {
  return !isUnderAny(name, room.may) || isUnderAny(name, room.never);
}

describe('the reader of imports', () => {
  test.each<[string, string[]]>([
    ["import { a } from './a.ts';", ['./a.ts']],
    ["import {\n  a,\n  type B,\n} from '#lib/domain/a.ts';", ['#lib/domain/a.ts']],
    ["import type { A } from 'valibot';", ['valibot']],
    ['import * as v from \'valibot\'; import w from "w";', ['valibot', 'w']],
    ["export { a } from './a.ts';\nexport * from './b.ts';", ['./a.ts', './b.ts']],
    ["export type {\n  A,\n} from './a.ts';", ['./a.ts']],
    ["import './app.css';", ['./app.css']],
    ["const a = await import('papaparse');", ['papaparse']],
    [
      '<script lang="ts">\n  import A from \'./A.svelte\';\n</script>\n<p>import</p>',
      ['./A.svelte'],
    ],
    ["// import { a } from 'a';\n/** import 'b' */\nexport const c = 'from';", []],
    ["log({ action: 'import', entity: 'plan' });", []],
    ["const url = 'https://kolada.se'; import 'a';", ['a']],
  ])('%j', (text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  test.each([
    ['./b.ts', 'lib/domain/a.ts', 'lib/domain/b.ts'],
    ['../server/db/x.ts', 'lib/domain/a.ts', 'lib/server/db/x.ts'],
    ['#lib/format/sv.ts', 'routes/+page.svelte', 'lib/format/sv.ts'],
    ['#routes/guard.server.ts', 'routes/a/+page.server.ts', 'routes/guard.server.ts'],
    ['node:fs', 'serve.ts', 'node:fs'],
  ])('%s in %s is %s', (name, file, path) => {
    expect(asPath(name, file)).toBe(path);
  });
});

test.each(files)('%s imports only what its room may', (file) => {
  const room = ROOMS.find((one) => one.files.test(file));
  expect(room?.name, `${file} stands in no room`).toBeDefined();
  const refused = room && importsOf(file).filter((name) => isRefused(name, room));
  expect(refused, `${file} is in ${room?.name}`).toEqual([]);
});

test.each(Object.entries(DOORS))('%s is named only at its door', (library, door) => {
  const naming = files.filter((file) => importsOf(file).some((name) => isUnder(name, library)));
  expect(naming.filter((file) => !door.test(file))).toEqual([]);
});

test.each(WORDS)('$word stands nowhere: $why', ({ word, only }) => {
  const bound = files.filter((file) => only.test(file));
  expect(bound.filter((file) => word.test(withoutComments(read(file))))).toEqual([]);
});

test(`no file is longer than ${LONGEST} lines`, () => {
  const lines = (file: string) => read(file).trimEnd().split('\n').length;
  expect(
    all.filter((file) => lines(file) > LONGEST).map((file) => `${file} ${lines(file)}`),
  ).toEqual([]);
});

test('nothing is imported from two floors up', () => {
  const far = all.flatMap((file) => written(read(file)).map((name) => ({ file, name })));
  const isFar = (name: string) => name.startsWith('../../') && !/\/(tests|seeds)\//.test(name);
  expect(far.filter(({ name }) => isFar(name))).toEqual([]);
});

test('every import of our own leads to a file', () => {
  const own = all.flatMap((file) => importsOf(file).map((name) => ({ file, name })));
  const isFile = (name: string) => /^(lib|routes|commands)\/.*\.(ts|svelte|css)$/.test(name);
  const lost = own.filter(({ name }) => isFile(name) && !existsSync(join('src', name)));
  expect(lost).toEqual([]);
});
