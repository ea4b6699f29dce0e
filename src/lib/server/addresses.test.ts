import { describe, expect, test } from 'vitest';
import { doubtOf, homeOf, senderOf } from './addresses.ts';

const PROXY = '127.0.0.1';
const XFF = 'x-forwarded-for';

describe('who is counted', () => {
  test.each<[string, string | undefined, number, Record<string, string>, string, boolean]>([
    ['nobody is asked', undefined, 1, { [XFF]: '192.0.2.9' }, PROXY, false],
    ['one proxy', XFF, 1, { [XFF]: '192.0.2.1' }, '192.0.2.1', false],
    ['forged before it', XFF, 1, { [XFF]: '198.51.100.7, 192.0.2.1' }, '192.0.2.1', false],
    ['two proxies', XFF, 2, { [XFF]: '6.6.6.6, 192.0.2.1, 10.0.0.1' }, '192.0.2.1', false],
    ['fewer than are said', XFF, 2, { [XFF]: '192.0.2.1' }, PROXY, true],
    ['the header never comes', XFF, 1, {}, PROXY, true],
    ['it is empty', XFF, 1, { [XFF]: '' }, PROXY, true],
    ['it is no address', XFF, 1, { [XFF]: 'unknown' }, PROXY, true],
    [
      'another header',
      'x-real-ip',
      1,
      { 'x-real-ip': '192.0.2.1', [XFF]: '6.6.6.6' },
      '192.0.2.1',
      false,
    ],
    ['with its port', XFF, 1, { [XFF]: '192.0.2.1:4711' }, '192.0.2.1', false],
    ['IPv6', XFF, 1, { [XFF]: '2001:db8::1' }, '2001:db8::1', false],
    ['IPv6 with its port', XFF, 1, { [XFF]: '[2001:db8::1]:4711' }, '2001:db8::1', false],
  ])('%s', (_, addressHeader, proxies, headers, address, isGuessed) => {
    const sender = senderOf(new Headers(headers), PROXY, { addressHeader, proxies });
    expect(sender).toEqual({ address, isGuessed });
  });
});

describe('where links begin without ORIGIN', () => {
  test.each([
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['192.168.1.20:3000', 'http://192.168.1.20:3000'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['fyren:3000', 'http://fyren:3000'],
    ['fyren.local', 'http://fyren.local'],
    ['evil.example', 'http://localhost:8080'],
    ['evil.example:3000', 'http://localhost:8080'],
    ['localhost.evil.example', 'http://localhost:8080'],
    ['localhost@evil.example', 'http://localhost:8080'],
    ['1.2.3.4.evil.example', 'http://localhost:8080'],
    ['', 'http://localhost:8080'],
    ['///', 'http://localhost:8080'],
    [null, 'http://localhost:8080'],
  ])('%j is read at %s', (host, expected) => {
    expect(homeOf(host, { origin: undefined, port: 8080 })).toBe(expected);
  });

  test('and with it at no other', () => {
    const origin = 'https://fyren.example.se';
    expect(homeOf('evil.example', { origin, port: 8080 })).toBe(origin);
  });
});

test.each<[string | null, string | undefined, string | null]>([
  [null, undefined, null],
  ['http', undefined, null],
  ['https', 'https://fyren.example.se', null],
  ['https', 'http://fyren.example.se', 'ORIGIN är http://fyren.example.se.'],
  ['https', undefined, 'ORIGIN är inte satt.'],
  ['https, http', undefined, 'ORIGIN är inte satt.'],
])('a proxy that says %j where ORIGIN is %s: %j', (proto, origin, expected) => {
  const headers = new Headers(proto === null ? {} : { 'x-forwarded-proto': proto });
  const doubt = doubtOf(headers, { origin });
  if (expected === null) expect(doubt).toBeNull();
  else expect(doubt).toContain(expected);
});
