import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempDir } from '../../../tests/db.ts';
import { actAsDemo, doubtsAbout, readAt, readConfig, settleAdapter } from './config.ts';

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
    addressHeader: undefined,
    proxies: 1,
    oidc: null,
    isDemo: false,
  });
});

test('empty settings are as none', () => {
  const named = { DATA_DIR: '', PORT: '', HOST: '', UPLOAD_LIMIT_MB: '', ORIGIN: '' };
  const noOidc = { OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_ROLES: '', OIDC_LABEL: '' };
  const empty = { ...named, ...noOidc, ADDRESS_HEADER: '', XFF_DEPTH: '', HOST_HEADER: '' };
  expect(doubtsAbout(readConfig(empty), empty)).toEqual([]);
  expect(readConfig(empty)).toEqual(readConfig({}));
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

test('a program acts as the demo once it has said so itself, whatever is set', () => {
  const program = {};
  expect(readConfig({ FYREN_DEMO: '1' }, program).isDemo).toBe(false);
  actAsDemo(program);
  expect(readConfig({}, program).isDemo).toBe(true);
});

test.each(['X-Forwarded-For:', 'x forwarded for', '192.0.2.1', ' '])(
  'ADDRESS_HEADER=%j is refused with a sentence',
  (name) => {
    expect(() => readConfig({ ADDRESS_HEADER: name })).toThrow(`ADDRESS_HEADER är ”${name}”. Sätt`);
  },
);

test.each(['0', '-1', '1.5', '1,5', 'två', '100', ' '])(
  'XFF_DEPTH=%j is refused with a sentence',
  (depth) => {
    const env = { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: depth };
    expect(() => readConfig(env)).toThrow(`XFF_DEPTH är ”${depth}”. Sätt den till hur många`);
  },
);

test('a proxy is believed as the settings say', () => {
  const env = { ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '2' };
  expect(readConfig(env)).toMatchObject({ addressHeader: 'x-forwarded-for', proxies: 2 });
});

const HTTPS = { ORIGIN: 'https://fyren.example.se' };
const FORWARDED = { ADDRESS_HEADER: 'X-Forwarded-For' };

/** What is set, and how each thing that the log has against it begins. */
test.each<[NodeJS.ProcessEnv, readonly RegExp[]]>([
  [{}, []],
  [{ ORIGIN: 'http://fyren.example.se' }, []],
  [{ ...HTTPS, ...FORWARDED }, []],
  [{ ...HTTPS, ...FORWARDED, XFF_DEPTH: '2' }, []],
  [HTTPS, [/^ORIGIN är https.*ADDRESS_HEADER är inte satt/]],
  [FORWARDED, [/^ADDRESS_HEADER är satt.*ORIGIN är det inte/]],
  [{ XFF_DEPTH: '2' }, [/^XFF_DEPTH är satt men inte ADDRESS_HEADER/]],
  [{ ...HTTPS, ADDRESS_HEADER: 'X-Real-IP' }, []],
  [{ ...HTTPS, ADDRESS_HEADER: 'X-Real-IP', XFF_DEPTH: '2' }, [/^XFF_DEPTH är 2, men i x-real-ip/]],
  [{ PROTOCOL_HEADER: 'x-forwarded-proto' }, [/^PROTOCOL_HEADER är satt.*Sätt ORIGIN/]],
  [{ HOST_HEADER: 'x-forwarded-host' }, [/^HOST_HEADER är satt.*Sätt ORIGIN/]],
  [{ PORT_HEADER: 'x-forwarded-port' }, [/^PORT_HEADER är satt.*Sätt ORIGIN/]],
  [{ BODY_SIZE_LIMIT: '50M' }, [/^BODY_SIZE_LIMIT är satt.*Sätt UPLOAD_LIMIT_MB/]],
  [{ SOCKET_PATH: '/run/fyren' }, [/^SOCKET_PATH är satt.*HOST och PORT/]],
  [{ LISTEN_PID: '1', LISTEN_FDS: '1' }, [/^LISTEN_PID/, /^LISTEN_FDS/]],
  [{ SHUTDOWN_TIMEOUT: '60' }, [/^SHUTDOWN_TIMEOUT är satt.*30 sekunder/]],
  [{ IDLE_TIMEOUT: '60' }, [/^IDLE_TIMEOUT/]],
  [{ KEEP_ALIVE_TIMEOUT: '60', HEADERS_TIMEOUT: '60' }, [/^KEEP_ALIVE/, /^HEADERS_/]],
  [{ FYREN_DEMO: '1' }, [/^FYREN_DEMO är satt, men Fyren läser den inte.*npm run demo/]],
])('of %j is said what is wrong', (env, expected) => {
  const doubts = doubtsAbout(readConfig(env), env);
  expect(doubts).toHaveLength(expected.length);
  expected.forEach((one, index) => expect(doubts[index]).toMatch(one));
});

test('the log says where Fyren believes that it is read', () => {
  const here = 'http://localhost:3000';
  expect(readAt(readConfig(HTTPS), here)).toContain('läses på https://fyren.example.se (ORIGIN)');
  expect(readAt(readConfig({}), here)).toContain(`ORIGIN är inte satt`);
  expect(readAt(readConfig({}), here)).toContain(here);
});

test('what the adapter would read by itself is out of its way', () => {
  const own = { ...HTTPS, ...FORWARDED, PORT: '80', HOST: '127.0.0.1' };
  const env: NodeJS.ProcessEnv = {
    ...own,
    ...{ BODY_SIZE_LIMIT: '512K', PROTOCOL_HEADER: 'a', HOST_HEADER: 'b', PORT_HEADER: 'c' },
  };
  settleAdapter(env);
  expect(env).toEqual({ ...own, BODY_SIZE_LIMIT: 'Infinity' });
  const empty: NodeJS.ProcessEnv = { ORIGIN: '' };
  settleAdapter(empty);
  expect(empty).toEqual({ BODY_SIZE_LIMIT: 'Infinity' });
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
