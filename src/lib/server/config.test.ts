import { resolve } from 'node:path';
import { expect, test } from 'vitest';
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
    isDemo: false,
  });
});

test('empty settings are as none', () => {
  const empty = { DATA_DIR: '', PORT: '', HOST: '', UPLOAD_LIMIT_MB: '', ORIGIN: '' };
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
