import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { close } from '#lib/server/accounts.ts';
import * as persons from '#lib/server/db/persons.ts';
import { aPerson, PASSWORD } from '../accounts.ts';
import { ACTOR, SEEDS } from '../db.ts';
import { faults, freePort } from './harness.ts';
import { CLIENT, startIdentityProvider } from './identity-provider.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { startSeeded } from './seeded.ts';
import type { Seeded } from './seeded.ts';

/* Signing in by the kommun's own identity provider: a real one, in a browser. */

const LABEL = 'Logga in med Gnesta kommun';
const ROLES = [
  { värde: 'SOC', roll: 'rapportskrivare', kommun: 'gnesta', nämnd: 'socialnamnden' },
  { värde: 'STAB', roll: 'kvalitetsstrateg', kommun: 'gnesta' },
  { värde: 'FEL', roll: 'läsare', kommun: 'gnesta', nämnd: 'ingen-sadan' },
];

let fyren: Seeded;
let provider: IdentityProvider;
const folder = mkdtempSync(join(tmpdir(), 'fyren-oidc-'));

beforeAll(async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  provider = await startIdentityProvider(`${origin}/logga-in/oidc/svar`);
  writeFileSync(join(folder, 'roller.json'), JSON.stringify(ROLES));
  const env = {
    ...{ ORIGIN: origin, OIDC_ISSUER: provider.issuer, OIDC_LABEL: LABEL },
    ...{ OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    ...{ OIDC_SCOPE: 'openid profile email groups', OIDC_ROLES: join(folder, 'roller.json') },
  };
  const prepare = async (db: Seeded['db']) => {
    const role = 'administrator';
    await aPerson(db, 'Bo', [{ role, kommun: null, namnd: null }], new Date());
  };
  fyren = await startSeeded(prepare, SEEDS, { port, env });
}, 120_000);

afterAll(async () => {
  await fyren.close();
  await provider.stop();
  rmSync(folder, { recursive: true });
});

const mainText = (page: Page) => page.locator('main').innerText();

/** Somebody in the provider's directory. */
function known(user: string, groups: unknown, more: object = {}) {
  const email = `${user}@gnesta.se`;
  provider.directory.set(user, {
    name: `${user} Ek`,
    email,
    email_verified: true,
    groups,
    ...more,
  });
}

/** From the sign-in page to the provider. */
async function toProvider(page: Page, path = '/logga-in') {
  await page.goto(path);
  await page.getByRole('link', { name: LABEL }).click();
}

async function signIn(page: Page, user: string, path?: string) {
  await toProvider(page, path);
  await page.getByLabel('Användare').fill(user);
  await page.getByRole('button', { name: 'Logga in' }).click();
}

async function someone(user: string, groups: unknown, more?: object) {
  known(user, groups, more);
  const page = await fyren.openPage();
  await signIn(page, user);
  return page;
}

const sessionIn = async (page: Page) =>
  (await page.context().cookies(fyren.url)).find(({ name }) => name === 'fyren');

test('by the keyboard alone somebody gets an account and their role, and comes where they were going', async () => {
  known('karin', ['SOC']);
  const page = await fyren.openPage();
  await page.goto('/gnesta/socialnamnden/bedomning');
  expect(page.url()).toContain('/logga-in?till=');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: LABEL }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Användare').waitFor();
  await page.keyboard.type('karin');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${fyren.url}/gnesta/socialnamnden/bedomning`);
  const cookies = await page.context().cookies(fyren.url);
  expect(cookies).toMatchObject([{ name: 'fyren', httpOnly: true, sameSite: 'Lax', path: '/' }]);
  await page.goto('/konto');
  const text = await mainText(page);
  expect(text).toContain('karin Ek, karin@gnesta.se');
  expect(text).toContain(
    'Rapportskrivare, Socialnämnden i Gnesta kommun (från kommunens inloggning)',
  );
  expect(text).toContain('Du har inget lösenord här');
  expect(await page.getByLabel('Nuvarande lösenord').count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
}, 90_000);

test('a role that the provider changes is given and ended at the next sign-in', async () => {
  const page = await someone('maja', ['SOC']);
  await page.waitForURL(`${fyren.url}/`);
  expect((await page.goto('/gnesta/socialnamnden/inlasningar'))!.status()).toBe(403);
  known('maja', ['STAB']);
  expect((await page.goto('/gnesta/socialnamnden/inlasningar'))!.status()).toBe(403);
  await page.goto('/konto');
  await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
  expect(await sessionIn(page)).toBeUndefined();
  // Signed in at the provider still: it asks nothing more.
  await toProvider(page);
  await page.waitForURL(`${fyren.url}/`);
  expect((await page.goto('/gnesta/socialnamnden/inlasningar'))!.status()).toBe(200);
  await page.goto('/konto');
  expect(await mainText(page)).toContain('Kvalitetsstrateg, hela Gnesta kommun (från');
  expect(await mainText(page)).not.toContain('Rapportskrivare');
  await page.context().close();
}, 90_000);

test('an administrator is told that a role comes back, and can part the account from the provider', async () => {
  const page = await someone('nils', ['SOC']);
  await page.waitForURL(`${fyren.url}/`);
  const admin = await fyren.openPage();
  await admin.goto('/anvandare');
  await admin.locator('#epost').fill('bo@example.se');
  await admin.locator('#losenord').fill(PASSWORD);
  await admin.keyboard.press('Enter');
  await admin.getByRole('link', { name: 'nils Ek' }).click();
  const text = await mainText(admin);
  expect(text).toContain(
    'Rapportskrivare, Socialnämnden i Gnesta kommun (från kommunens inloggning)',
  );
  expect(text).toContain('kommer tillbaka nästa gång nils Ek loggar in');
  expect(text).toContain('har inget lösenord');
  expect(await faults(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Koppla loss' }).click();
  expect(await mainText(admin)).toContain('Ingen roll.');
  await page.goto('/konto');
  expect(page.url()).toContain('/logga-in');
  await toProvider(page);
  await page.waitForURL(`${fyren.url}/`);
  await page.goto('/konto');
  expect(await mainText(page)).toContain('från kommunens inloggning');
  await Promise.all([page, admin].map((one) => one.context().close()));
}, 90_000);

test.each<[string, () => Promise<Page>, string]>([
  ['no role', () => someone('gäst', ['ALLA']), 'har ingen roll i Fyren. Be en administratör'],
  ['a role of a nämnd that is not there', () => someone('fel', ['FEL']), 'har ingen roll i Fyren'],
  [
    'more groups than are told',
    () => someone('alla', undefined, { _claim_names: { groups: 'src1' } }),
    'Du är med i så många grupper',
  ],
  [
    'the address of another, that nobody has verified',
    () => someone('bo', ['SOC'], { email: 'bo@example.se', email_verified: false }),
    'Din e-postadress har redan ett konto',
  ],
])(
  'who has %s is told so, and whom to ask',
  async (_, arrive, words) => {
    const before = persons.list(fyren.db).length;
    const page = await arrive();
    await page.waitForURL('**/logga-in/oidc/svar?**');
    const text = await mainText(page);
    expect(text).toContain('Det gick inte att logga in');
    expect(text).toContain(words);
    expect(fyren.log()).toContain(`[${/numret (\w+)/.exec(text)![1]}] 403`);
    expect(await sessionIn(page)).toBeUndefined();
    expect(persons.list(fyren.db)).toHaveLength(before);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

test('a closed account is told that it is, also when the provider knows the person', async () => {
  const page = await someone('stina', ['SOC']);
  await page.waitForURL(`${fyren.url}/`);
  const stina = persons.readByEmail(fyren.db, 'stina@gnesta.se')!;
  expect(close(fyren.db, ACTOR, new Date(), stina).ok).toBe(true);
  await toProvider(page);
  expect(await mainText(page)).toContain('Ditt konto i Fyren är stängt.');
  await page.getByRole('link', { name: 'Tillbaka till inloggningen' }).click();
  expect(page.url()).toContain('/logga-in');
  await page.context().close();
}, 60_000);

test('who says no at the provider comes back calmly, and on to where they were going', async () => {
  const page = await fyren.openPage();
  await toProvider(page, '/logga-in?till=%2Fgnesta%2Fom');
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await page.waitForURL('**/logga-in/oidc/svar?**');
  expect(await mainText(page)).toContain('Du avbröt');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Tillbaka till inloggningen' }).click();
  expect(page.url()).toBe(`${fyren.url}/logga-in?till=%2Fgnesta%2Fom`);
  await page.context().close();
});

test('an answer counts once, in the browser that asked, and with the state that it was sent away with', async () => {
  const seen: string[] = [];
  known('olle', ['SOC']);
  const page = await fyren.openPage();
  page.on('request', (request) => seen.push(request.url()));
  await signIn(page, 'olle');
  await page.waitForURL(`${fyren.url}/`);
  const answer = seen.find((url) => url.includes('/svar?'))!;
  const first = await sessionIn(page);
  // Again in the same browser, then in another, which has begun a sign-in of its own.
  const other = await fyren.openPage();
  await toProvider(other);
  await other.getByLabel('Användare').waitFor();
  for (const one of [page, other]) {
    expect((await one.goto(answer))!.status()).toBe(400);
    expect(await mainText(one)).toContain('Börja om från början');
  }
  expect((await sessionIn(page))!.value).toBe(first!.value);
  expect(await sessionIn(other)).toBeUndefined();
  // The state alone is forged.
  await toProvider(other);
  await other.goto(answer.replace(/state=[^&]+/, 'state=gissat'));
  expect(await mainText(other)).toContain('Börja om från början');
  // A code that has been used, with a state of one's own.
  await other.goto('/logga-in');
  const begun = other.waitForRequest((request) => request.url().includes('&state='));
  await other.getByRole('link', { name: LABEL }).click();
  const state = new URL((await begun).url()).searchParams.get('state')!;
  await other.getByLabel('Användare').waitFor();
  const replayed = await other.goto(answer.replace(/state=[^&]+/, `state=${state}`));
  expect(replayed!.status()).toBe(400);
  expect(await mainText(other)).toContain('Börja om från början');
  expect(await sessionIn(other)).toBeUndefined();
  await Promise.all([page, other].map((one) => one.context().close()));
}, 90_000);

test('two who sign in at once each get their own', async () => {
  const names = ['ada', 'bea', 'cia'];
  for (const name of names) known(name, ['SOC']);
  const pages = await Promise.all(names.map(() => fyren.openPage()));
  await Promise.all(pages.map((page) => toProvider(page)));
  await Promise.all(pages.map((page, at) => page.getByLabel('Användare').fill(names[at]!)));
  await Promise.all(pages.map((page) => page.keyboard.press('Enter')));
  for (const [at, page] of pages.entries()) {
    await page.waitForURL(`${fyren.url}/`);
    await page.goto('/konto');
    expect(await mainText(page)).toContain(`${names[at]} Ek, ${names[at]}@gnesta.se`);
    await page.context().close();
  }
}, 90_000);

test('what somebody wrote when they were signed out stands there to be copied', async () => {
  const page = await fyren.openPage();
  await page.goto('/logga-in');
  await page.evaluate(() => {
    const form = document.querySelector('form')!;
    form.innerHTML = '<input name="text-orsak" value="Det jag skrev"><button>Skicka</button>';
  });
  await page.getByRole('button', { name: 'Skicka' }).click();
  expect(await page.getByRole('textbox', { name: 'Det du skrev' }).inputValue()).toBe(
    'Det jag skrev',
  );
  expect(await mainText(page)).toContain('Genom kommunens inloggning följer det inte med');
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

test('without the provider passwords work still, and with it again all does', async () => {
  await provider.stop();
  const begin = () => fetch(`${fyren.url}/logga-in/oidc`, { redirect: 'manual' });
  // What it says of itself is known a moment longer.
  await expect.poll(async () => (await begin()).status, { timeout: 20_000 }).toBe(503);
  const page = await fyren.openPage();
  expect((await page.goto('/logga-in/oidc'))!.status()).toBe(503);
  expect(await mainText(page)).toContain('svarar inte just nu. Försök igen om en stund');
  await page.getByRole('link', { name: 'Tillbaka till inloggningen' }).click();
  await page.locator('#epost').fill('bo@example.se');
  await page.locator('#losenord').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${fyren.url}/`);
  await page.context().close();
  await provider.back();
  const again = await someone('karin', ['SOC']);
  await again.waitForURL(`${fyren.url}/`);
  await again.context().close();
}, 90_000);

test('the log of the server names what is not there, and nobody', () => {
  const log = fyren.log();
  expect(log).toContain(
    'gruppen ”FEL” ger ingen roll, för nämnden ”ingen-sadan” i gnesta finns inte',
  );
  expect(log).toMatch(/Kommunens inloggning: konto \d+ loggade in\./);
  expect(log).not.toMatch(/@gnesta\.se|karin| Ek|Karin Berg/);
});
