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

test.each([{ FYREN_DEMO: '1' }, { FYREN_DEMO: '1', NODE_ENV: 'development' }])(
  '%j in the environment makes nobody administrator, and is named',
  async (env) => {
    const served = await start(env, { program: 'serve' });
    for (const path of ['/logg/csv', '/anvandare', '/konto']) {
      const answer = await fetch(served.url + path, { redirect: 'manual' });
      expect([path, answer.status]).toEqual([path, 303]);
      expect(answer.headers.get('location')).toContain('/logga-in?till=');
    }
    expect(served.log()).toContain('Inställningar: FYREN_DEMO är satt, men Fyren läser den inte.');
    // As in any other installation without one.
    expect(served.log()).toContain('Ingen är administratör än.');
    await served.close();
  },
);
