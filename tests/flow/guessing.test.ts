import { describe, expect, test, vi } from 'vitest';
import type { Grant } from '#lib/domain/permission.ts';
import { changePassword } from '#lib/server/choose-password.ts';
import type { Db } from '#lib/server/db/client.ts';
import * as loginTries from '#lib/server/db/login-tries.ts';
import { signIn } from '#lib/server/sign-in.ts';
import { aPerson, PASSWORD } from '../accounts.ts';
import { gnestaDb, NOW } from '../db.ts';

/* Who guesses passwords waits, wherever they are asked for. */

// Every password takes a third of a second, and more where other tests run beside.
vi.setConfig({ testTimeout: 60_000 });

const READER: Grant = { role: 'lasare', kommun: null, namnd: null };
const OTHER = 'en annan lång mening';
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const at = (db: Db, email: string, password: string, now = NOW, address = '192.0.2.1') =>
  signIn(db, now, { email, password, address });

/** Nine at once: five are looked at. */
const nine = <T>(guess: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 9 }, (_, n) => guess(n)));
const FIVE_OF_NINE = [...Array<string>(5).fill('wrong'), ...Array<string>(4).fill('wait')];

/** So many tries of as many accounts from an address, without the third of a second that each takes. */
const tried = (db: Db, count: number, address: string) => {
  for (let n = 0; n < count; n += 1)
    loginTries.insert(db, `${n}@example.se`, address, NOW.toISOString());
};

type Found = { readonly ok: boolean; readonly error?: { readonly kind: string } };
const kinds = (found: readonly Found[]) => found.map(({ error }) => error?.kind);

const WAIT = { ok: false, error: { kind: 'wait', seconds: 1 } };

describe('guessing', () => {
  test('gets slower, also many at once, and tells nothing of who has an account', async () => {
    const db = gnestaDb();
    const { email } = await aPerson(db, 'Karin', [READER], NOW);
    const many = (who: string) =>
      nine((n) => at(db, who, `gissning nummer ${n}`, NOW, `192.0.2.${n}`));
    expect(kinds(await many(email))).toEqual(FIVE_OF_NINE);
    expect(kinds(await many('ingen@example.se'))).toEqual(FIVE_OF_NINE);
    expect(await at(db, email, PASSWORD)).toEqual(WAIT);
    expect(await at(db, email, PASSWORD, later(1))).toMatchObject({ ok: true });
  });

  test('many accounts from one address gets slower too', async () => {
    const db = gnestaDb();
    await aPerson(db, 'Karin', [READER], NOW);
    tried(db, 19, '192.0.2.1');
    expect(await at(db, '19@example.se', 'x')).toMatchObject({ error: { kind: 'wrong' } });
    expect(await at(db, 'karin@example.se', PASSWORD)).toMatchObject({ error: { kind: 'wait' } });
  });

  test('addresses of one net are one', async () => {
    const db = gnestaDb();
    tried(db, 18, '2001:db8:1:2');
    for (const n of [18, 19]) await at(db, `${n}@example.se`, 'x', NOW, `2001:db8:1:2::${n}`);
    const last = await at(db, '99@example.se', 'x', NOW, '2001:db8:1:2:ffff::1');
    expect(last).toMatchObject({ error: { kind: 'wait' } });
    expect(await at(db, '99@example.se', 'x', NOW, '2001:db8:1:3::1')).toMatchObject({
      error: { kind: 'wrong' },
    });
  });
});

describe('guessing one’s own password, by who has found a computer signed in', () => {
  const change = (db: Db, id: number, was: string, now = NOW, address = '192.0.2.1') =>
    changePassword(db, now, { id, session: null, address }, { was, password: OTHER });

  test('gets as slow, and counts with signing in', async () => {
    const db = gnestaDb();
    const { id, email } = await aPerson(db, 'Karin', [READER], NOW);
    const guess = (n: number) => change(db, id, `gissning nummer ${n}`, NOW, `192.0.2.${n}`);
    expect(kinds(await nine(guess))).toEqual(FIVE_OF_NINE);
    expect(await change(db, id, PASSWORD)).toEqual(WAIT);
    expect(await at(db, email, PASSWORD)).toEqual(WAIT);
    expect(await change(db, id, PASSWORD, later(1))).toEqual({ ok: true, value: undefined });
    // What was right is the end of counting.
    expect(await at(db, email, 'fel', later(1))).toMatchObject({ error: { kind: 'wrong' } });
  });

  test('from an address that has guessed at many gets slower too', async () => {
    const db = gnestaDb();
    const { id } = await aPerson(db, 'Karin', [READER], NOW);
    tried(db, 20, '192.0.2.1');
    expect(await change(db, id, PASSWORD)).toMatchObject({ error: { kind: 'wait' } });
    expect(await change(db, id, PASSWORD, NOW, '192.0.2.2')).toMatchObject({ ok: true });
  });
});
