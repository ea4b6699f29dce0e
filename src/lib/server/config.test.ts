import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('an installation without settings answers on 3000 and keeps its data in data', () => {
  expect(readConfig({})).toEqual({
    dataDir: resolve('data'),
    port: 3000,
    host: undefined,
    migrationsDir: resolve('drizzle'),
    seedsDir: resolve('seeds'),
  });
});

test('empty settings are as none', () => {
  expect(readConfig({ DATA_DIR: '', PORT: '', HOST: '' })).toEqual(readConfig({}));
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
