import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from './harness.ts';
import type { Fyren } from './harness.ts';

let fyren: Fyren;
beforeAll(async () => {
  fyren = await start();
});
afterAll(() => fyren.close());

test('/halsa answers 200', async () => {
  expect((await fetch(`${fyren.url}/halsa`)).status).toBe(200);
});

test('localhost and 127.0.0.1 answer alike', async () => {
  const numeric = fyren.url.replace('localhost', '127.0.0.1');
  expect((await fetch(`${numeric}/halsa`)).status).toBe(200);
});

test.each(['/halsa', '/robots.txt', '/finns-inte'])(
  '%s carries the security headers',
  async (path) => {
    const { headers } = await fetch(`${fyren.url}${path}`);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
  },
);

test('the browser opens the first page', async () => {
  const page = await fyren.openPage();
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await page.context().close();
});
