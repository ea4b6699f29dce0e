import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grant } from '#lib/domain/permission.ts';
import * as kommuner from '#lib/server/db/kommuner.ts';
import * as loginTries from '#lib/server/db/login-tries.ts';
import * as namnder from '#lib/server/db/namnder.ts';
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

const inAll = (slug: string) => ({ kommun: kommuner.read(fyren.db, slug)!.id, namnd: null });

/** All of a kommun, and one of its nämnder. */
function inGnesta() {
  const whole = inAll('gnesta');
  const namnd = namnder.read(fyren.db, whole.kommun, 'socialnamnden')!.id;
  return [whole, { ...whole, namnd }] as const;
}

/** A kommun of the installation that is not public, and one that is. */
function hiddenAndOpen() {
  fyren.db.$client.exec("UPDATE kommun SET is_public = 0 WHERE slug = 'vaxholm'");
  return [inAll('vaxholm'), inAll('gnesta')] as const;
}

test('a kommun that is not public is named only to who has a role there', async () => {
  const [hidden, open] = hiddenAndOpen();
  const inside = await aUser('Inne', [{ role: 'administrator', ...hidden }]);
  const outside = await aUser('Ute', [{ role: 'administrator', ...open }]);
  const both = await aUser('Bo', [
    { role: 'lasare', ...hidden },
    { role: 'lasare', ...open },
  ]);
  const pages = ['/konto', '/anvandare', `/anvandare/${both.id}`];
  for (const page of pages.flatMap((one) => [one, `${one}/__data.json`])) {
    expect((await send(inside, page)).text, page).toContain('Vaxholm');
    const seen = await send(outside, page);
    expect(seen.status, page).toBe(200);
    expect(seen.text, page).toContain('Gnesta');
    expect(seen.text, page).not.toContain('Vaxholm');
  }
  expect((await send(outside, `/anvandare/${both.id}`)).text).toContain('Läsare, en annan kommun');
});

const ADMINISTRATOR: Grant = { role: 'administrator', kommun: null, namnd: null };

const revIn = (text: string) => /name="rev" value="(\d+)"/.exec(text)![1]!;

/** What another administrator does meanwhile, and what is then tried from the page as it was. */
const FORMS = ['ge', 'ta', 'lank', 'stang', 'oppna'] as const;

test.each(FORMS)('%s after another administrator has done something is told so', async (form) => {
  const [one, other] = [await aUser(`Ett ${form}`, [ADMINISTRATOR]), await aUser(form, [])];
  const page = `/anvandare/${other.id}`;
  const give = { roll: 'lasare', var: '-' };
  const seen = revIn((await send(one, page)).text);
  const given = await send(one, `${page}?/ge`, { ...give, rev: seen });
  expect(given).toMatchObject({ status: 303, to: page });
  const held = () =>
    fyren.db.$client
      .prepare('SELECT id, role, ended_at FROM role_grant WHERE person = ?')
      .all(other.id) as { id: number; role: string }[];
  const role = form === 'ge' ? { ...give, roll: 'kvalitetsstrateg' } : { roll: `${held()[0]!.id}` };
  for (const rev of [seen, '', 'x']) {
    const stale = await send(one, `${page}?/${form}`, { ...role, rev });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Kontot har ändrats medan du hade sidan öppen.');
    expect(stale.text).not.toContain('/inbjudan/');
    expect(held()).toMatchObject([{ role: 'lasare', ended_at: null }]);
  }
  // The page that told so is one to go on from.
  const again = revIn((await send(one, `${page}?/${form}`, { ...role, rev: seen })).text);
  const done = await send(one, `${page}?/${form}`, { ...role, rev: again });
  expect([200, 303]).toContain(done.status);
});

test('who loses their last role is out of sight, but for who manages all of the installation', async () => {
  const [kommun, namnd] = inGnesta();
  const local = await aUser('Lokal', [{ role: 'administrator', ...kommun }]);
  const all = await aUser('Hel', [ADMINISTRATOR]);
  const { id } = await aUser('Utan', [
    { role: 'lasare', ...kommun },
    { role: 'rapportskrivare', ...namnd },
  ]);
  const page = `/anvandare/${id}`;
  const takeFirst = async () => {
    const { text } = await send(local, page);
    const roll = /name="roll" value="(\d+)"/.exec(text)![1]!;
    return send(local, `${page}?/ta`, { roll, rev: revIn(text) });
  };
  expect((await takeFirst()).to).toBe(page);
  const { to } = await takeFirst();
  expect(to).toMatch(/^\/anvandare\?/);
  const list = await send(local, to!);
  expect(list.status).toBe(200);
  expect(list.text).toContain('ingen roll kvar inom det du sköter');
  expect(list.text).not.toContain('utan@example.se');
  expect((await send(local, page)).status).toBe(404);
  expect((await send(all, '/anvandare')).text).toContain('utan@example.se');
  expect((await send(all, page)).text).toContain('Ingen roll.');
});

test('who takes their own role comes to what they have left', async () => {
  const [kommun] = inGnesta();
  const local = await aUser('Själv', [{ role: 'administrator', ...kommun }]);
  const page = `/anvandare/${local.id}`;
  const { text } = await send(local, page);
  const roll = /name="roll" value="(\d+)"/.exec(text)![1]!;
  const taken = await send(local, `${page}?/ta`, { roll, rev: revIn(text) });
  expect(taken).toMatchObject({ status: 303, to: '/konto' });
  expect((await send(local, '/konto')).text).toContain('Du har ingen roll än.');
});
