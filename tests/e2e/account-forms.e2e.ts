import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grant } from '#lib/domain/permission.ts';
import * as loginTries from '#lib/server/db/login-tries.ts';
import { aPerson, signedIn } from '../accounts.ts';
import { startSeeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';

/* What the forms of accounts answer, asked by HTTP as somebody signed in. */

let fyren: Seeded;
beforeAll(async () => {
  fyren = await startSeeded(() => undefined);
}, 60_000);
afterAll(() => fyren.close());

const READER: Grant = { role: 'lasare', kommun: null, namnd: null };

/** Somebody with an account, signed in. */
async function aUser(name: string, held: readonly Grant[]) {
  const now = new Date();
  const { id } = await aPerson(fyren.db, name, held, now);
  return { id, cookie: `fyren=${signedIn(fyren.db, id, now)}` };
}

type User = Awaited<ReturnType<typeof aUser>>;

async function send({ cookie }: User, path: string, form?: Record<string, string>) {
  const answer = await fetch(fyren.url + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { origin: fyren.url, accept: 'text/html', cookie },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
}

test('who guesses the password of an open computer waits', async () => {
  const karin = await aUser('Karin', [READER]);
  const twice = { losenord: 'en annan lång mening', igen: 'en annan lång mening' };
  const guess = () => send(karin, '/konto?/losenord', { nuvarande: 'fel lösenord', ...twice });
  const wrong = await guess();
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Det nuvarande lösenordet stämmer inte.');
  // Many enough that the wait is longer than this test.
  for (let n = 0; n < 12; n += 1)
    loginTries.insert(fyren.db, 'karin@example.se', '192.0.2.1', new Date().toISOString());
  const late = await guess();
  expect(late.status).toBe(429);
  expect(late.text).toMatch(/För många försök\. Vänta \d+ minuter och försök igen\./);
});
