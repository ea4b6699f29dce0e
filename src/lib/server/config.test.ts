import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempDir } from '../../../tests/db.ts';
import { actAsDemo, readConfig, settleAdapter } from './config.ts';

test('an installation without settings answers on 3000 and keeps its data in data', () => {
  expect(readConfig({})).toEqual({
    dataDir: resolve('data'),
    port: 3000,
    host: undefined,
    migrationsDir: resolve('drizzle'),
    seedsDir: resolve('seeds'),
    workerFile: resolve('build/node/worker.js'),
    uploadLimitMb: 20,
    origin: undefined,
    oidc: null,
    isDemo: false,
  });
});

test('empty settings are as none', () => {
  const empty = { DATA_DIR: '', PORT: '', HOST: '', UPLOAD_LIMIT_MB: '', ORIGIN: '' };
  const noOidc = { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_ROLES: '', OIDC_LABEL: '' };
  expect(readConfig({ ...empty, ...noOidc })).toEqual(readConfig({}));
});

test('settings are taken as they are given', () => {
  expect(readConfig({ DATA_DIR: '/srv/fyren', PORT: '8080', HOST: '127.0.0.1' })).toMatchObject({
    dataDir: '/srv/fyren',
    port: 8080,
    host: '127.0.0.1',
  });
});

test.each(['tretusen', '65536', '-1', '80.5', ' '])(
  'PORT=%j is refused with a sentence',
  (port) => {
    expect(() => readConfig({ PORT: port })).toThrow(`PORT är ”${port}”. Sätt den till ett heltal`);
  },
);

test.each([
  ['20', 20],
  ['0.5', 0.5],
  ['0,5', 0.5],
  ['1000', 1000],
])('UPLOAD_LIMIT_MB=%j is %j', (text, limit) => {
  expect(readConfig({ UPLOAD_LIMIT_MB: text }).uploadLimitMb).toBe(limit);
});

test.each(['0', '0.0', '-1', 'tjugo', '20 MB', '20MB', '1e3', '0x10', 'Infinity', ' ', '.5'])(
  'UPLOAD_LIMIT_MB=%j is refused with a sentence',
  (limit) => {
    expect(() => readConfig({ UPLOAD_LIMIT_MB: limit })).toThrow(
      `UPLOAD_LIMIT_MB är ”${limit}”. Sätt den till ett tal större än noll`,
    );
  },
);

test.each([
  ['https://fyren.example.se', 'https://fyren.example.se'],
  ['https://fyren.example.se/', 'https://fyren.example.se'],
  ['HTTPS://Fyren.Example.SE:443', 'https://fyren.example.se'],
  ['http://10.0.0.5:3000', 'http://10.0.0.5:3000'],
  ['https://mål.example.se', 'https://xn--ml-yia.example.se'],
])('ORIGIN=%j is read as %j', (text, origin) => {
  expect(readConfig({ ORIGIN: text }).origin).toBe(origin);
});

test.each([
  'fyren.example.se',
  'localhost:3000',
  'ftp://fyren.example.se',
  'https://',
  'https://fyren.example.se/app',
  'https://fyren.example.se?a=1',
  'https://anna:hemligt@fyren.example.se',
  'null',
  ' ',
])('ORIGIN=%j is refused with a sentence', (origin) => {
  expect(() => readConfig({ ORIGIN: origin })).toThrow(
    `ORIGIN är ”${origin}”. Sätt den till adressen som läsarna går till`,
  );
});

test('a process acts as the demo once it has said so', () => {
  const env: NodeJS.ProcessEnv = {};
  actAsDemo(env);
  expect(readConfig(env).isDemo).toBe(true);
});

test("the adapter's own limit and an empty origin are out of the way", () => {
  const env: NodeJS.ProcessEnv = { BODY_SIZE_LIMIT: '512K', ORIGIN: '' };
  settleAdapter(env);
  expect(env).toEqual({ BODY_SIZE_LIMIT: 'Infinity' });
});

describe('the kommun’s own sign-in', () => {
  const SET = {
    ...{ ORIGIN: 'https://fyren.example.se', OIDC_ISSUER: 'https://id.example.se/gnesta' },
    OIDC_CLIENT_ID: 'fyren',
  };

  /** A file of groups, as somebody wrote it. */
  function roleFile(text: string): string {
    const file = join(tempDir(), 'roller.json');
    writeFileSync(file, text);
    return file;
  }

  test('needs an issuer, a client and an origin, and has the rest by itself', () => {
    expect(readConfig(SET).oidc).toEqual({
      ...{ issuer: 'https://id.example.se/gnesta', clientId: 'fyren', clientSecret: null },
      ...{ scope: 'openid profile email', rolesClaim: 'groups', roles: [], trustsEmail: false },
      label: 'Logga in med kommunens inloggning',
      redirectUri: 'https://fyren.example.se/logga-in/oidc/svar',
    });
  });

  test('is taken as it is set', () => {
    const roles = [{ värde: 'GG-Fyren', roll: 'läsare' }];
    const oidc = {
      ...{ OIDC_CLIENT_SECRET: 'hemligt', OIDC_SCOPE: 'openid email groups' },
      ...{ OIDC_ROLES_CLAIM: 'roles', OIDC_ROLES: roleFile(JSON.stringify(roles)) },
      ...{ OIDC_LABEL: 'Logga in med Gnesta kommun', OIDC_TRUST_EMAIL: '1' },
    };
    expect(readConfig({ ...SET, ...oidc }).oidc).toMatchObject({
      ...{ clientSecret: 'hemligt', scope: 'openid email groups', rolesClaim: 'roles' },
      roles: [{ värde: 'GG-Fyren', roll: 'läsare', kommun: null, nämnd: null }],
      ...{ label: 'Logga in med Gnesta kommun', trustsEmail: true },
    });
  });

  test.each<[string, NodeJS.ProcessEnv, string]>([
    ['no issuer', { OIDC_ISSUER: '' }, 'OIDC_CLIENT_ID är satt, men inte OIDC_ISSUER.'],
    ['no client', { OIDC_CLIENT_ID: '' }, 'OIDC_ISSUER är satt, men inte OIDC_CLIENT_ID.'],
    [
      'a secret alone',
      { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: 'x' },
      'OIDC_CLIENT_SECRET är satt, men inte OIDC_ISSUER och OIDC_CLIENT_ID.',
    ],
    ['no origin', { ORIGIN: '' }, 'OIDC_ISSUER är satt, men inte ORIGIN.'],
    [
      'a claim and no file',
      { OIDC_ROLES_CLAIM: 'roles' },
      'OIDC_ROLES_CLAIM är satt, men inte OIDC_ROLES.',
    ],
    [
      'no address',
      { OIDC_ISSUER: 'id.example.se' },
      'OIDC_ISSUER är ”id.example.se”. Sätt den till adressen',
    ],
    [
      'another scheme',
      { OIDC_ISSUER: 'ftp://id.example.se' },
      'OIDC_ISSUER är ”ftp://id.example.se”.',
    ],
    ['no TLS', { OIDC_ISSUER: 'http://id.example.se' }, 'Den måste börja med https://'],
    [
      'no TLS, nearly here',
      { OIDC_ISSUER: 'http://localhost.evil.se' },
      'Den måste börja med https://',
    ],
    [
      'the address of its own words',
      { OIDC_ISSUER: 'https://id.example.se/.well-known/openid-configuration' },
      'Ta bort /.well-known',
    ],
    [
      'everybody at Microsoft',
      { OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
      'Den släpper in alla som har ett konto hos Microsoft.',
    ],
    ['no openid', { OIDC_SCOPE: 'profile email' }, 'OIDC_SCOPE är ”profile email”. Skriv orden'],
    ['scopes with commas', { OIDC_SCOPE: 'openid,email' }, 'OIDC_SCOPE är ”openid,email”.'],
    ['a trust in words', { OIDC_TRUST_EMAIL: 'ja' }, 'OIDC_TRUST_EMAIL är ”ja”. Sätt den till 1'],
    [
      'no file',
      { OIDC_ROLES: '/ingen/sådan.json' },
      'OIDC_ROLES är ”/ingen/sådan.json”. Filen går inte att läsa.',
    ],
  ])('with %s is refused with a sentence', (_, env, sentence) => {
    expect(() => readConfig({ ...SET, ...env })).toThrow(sentence);
  });

  test.each([
    ['[', 'Filen är inte läsbar JSON. Felet är på rad 1'],
    ['{}', 'Filen ska vara en lista'],
    ['[]', 'Filen är tom. Skriv minst en grupp.'],
    ['[{"värde":"A","roll":"läsare"},{"värde":"B"}]', 'Grupp 2 i filen: roll saknas.'],
    ['[{"värde":" ","roll":"läsare"}]', 'Grupp 1 i filen: värde får inte vara tom.'],
    ['[{"värde":"A","roll":"läsare","nämnd":"sn"}]', 'Grupp 1 i filen: nämnd utan kommun.'],
    ['[{"värde":"A","roll":"läsare","komun":"gnesta"}]', 'Grupp 1 i filen: komun är inget fält'],
  ])('with the file %s is refused with a sentence', (text, sentence) => {
    const OIDC_ROLES = roleFile(text);
    expect(() => readConfig({ ...SET, OIDC_ROLES })).toThrow(
      `OIDC_ROLES är ”${OIDC_ROLES}”. ${sentence}`,
    );
  });

  test('reads a file from a Mac, and one that begins with a mark', () => {
    const text = `\uFEFF${JSON.stringify([{ värde: 'A', roll: 'läsare' }]).normalize('NFD')}`;
    expect(readConfig({ ...SET, OIDC_ROLES: roleFile(text) }).oidc?.roles).toMatchObject([
      { roll: 'läsare' },
    ]);
  });

  test.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])(
    'may be without TLS on the machine itself: %s',
    (issuer) => {
      expect(readConfig({ ...SET, OIDC_ISSUER: issuer }).oidc?.issuer).toBe(issuer);
    },
  );
});
