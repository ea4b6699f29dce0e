import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, start } from './harness.ts';
import type { Fyren } from './harness.ts';
import { CLIENT } from './identity-provider.ts';
import { startLyingIssuer } from './lying-issuer.ts';
import type { Lie, LyingIssuer } from './lying-issuer.ts';

/* Answers of an identity provider that are not to be believed, asked for by HTTP as a browser would. */

let fyren: Fyren;
let issuer: LyingIssuer;
const folder = mkdtempSync(join(tmpdir(), 'fyren-oidc-'));

beforeAll(async () => {
  const port = await freePort();
  issuer = await startLyingIssuer();
  writeFileSync(join(folder, 'roller.json'), '[{"värde":"IT","roll":"administratör"}]');
  const env = {
    ...{ ORIGIN: `http://localhost:${port}`, OIDC_ISSUER: issuer.issuer },
    ...{ OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret },
    OIDC_ROLES: join(folder, 'roller.json'),
  };
  fyren = await start(env, { program: 'serve', port });
}, 120_000);

afterAll(async () => {
  await fyren.close();
  await issuer.stop();
  rmSync(folder, { recursive: true });
});

async function ask(path: string, cookie = '') {
  const headers = { accept: 'text/html', cookie };
  const answer = await fetch(fyren.url + path, { headers, redirect: 'manual' });
  const set = answer.headers.getSetCookie();
  const text = await answer.text();
  return { status: answer.status, to: answer.headers.get('location'), set, text };
}

/** Sent to the provider: with what, and what the browser keeps meanwhile. */
async function begin(path = '/logga-in/oidc') {
  const { to, set } = await ask(path);
  const query = new URL(to!).searchParams;
  const cookie = set.find((one) => one.startsWith('fyren-oidc='))!.split(';')[0]!;
  return { query, cookie };
}

type Back = Readonly<Record<string, string>>;

/** There and back again: `back` is what the browser comes back with. */
async function signIn(lie: Lie, back: Back = { code: 'c' }, path?: string) {
  issuer.tell({});
  const { query, cookie } = await begin(path);
  issuer.tell(lie, query.get('nonce')!);
  const answer = new URLSearchParams({ ...back, state: query.get('state')! });
  return ask(`/logga-in/oidc/svar?${answer}`, cookie);
}

const claims = (more: object): Lie => ({ claims: (honest) => ({ ...honest, ...more }) });
const now = () => Math.floor(Date.now() / 1000);
const UNTRUSTED = [400, 'gick inte att lita på'] as const;
const CLOCK = [503, 'inte överens om vad klockan är'] as const;
const DOWN = [503, 'svarar inte just nu'] as const;
const MISSET = [503, 'inte inställda för varandra'] as const;
const STALE = [400, 'Börja om från början'] as const;
const CANCELLED = [403, 'Du avbröt'] as const;

type Refused = Awaited<ReturnType<typeof ask>>;

/** A calm page: words, a way back, a number that the log has; nobody signed in, and nothing of what is inside. */
function expectCalm({ status, text, set }: Refused, [expected, words]: readonly [number, string]) {
  expect(status).toBe(expected);
  expect(text).toContain(words);
  expect(text).toContain('Tillbaka till inloggningen');
  expect(set.filter((one) => one.startsWith('fyren='))).toEqual([]);
  const id = /numret ([0-9a-f]{8})/.exec(text)?.[1];
  expect(fyren.log()).toContain(`[${id}] ${expected} kommunens inloggning:`);
  expect(text).not.toMatch(/OAUTH_|openid|node_modules|Error|127\.0\.0\.1/);
}

// First, before anything of the provider is known: what it says of itself.
test.each<[string, Lie, readonly [number, string]]>([
  ['says nothing but 500', { discovery: [500, 'Internal error'] }, DOWN],
  ['says no JSON', { discovery: [200, '<html>'] }, DOWN],
  ['is another', { discovery: [200, '{"issuer":"https://evil.example"}'] }, MISSET],
  ['has nowhere to sign in', { discovery: [200, 'ISSUER'] }, MISSET],
])('a provider that %s is asked again the next time', async (_, lie, expected) => {
  const discovery = lie.discovery?.[1].replace('ISSUER', JSON.stringify({ issuer: issuer.issuer }));
  issuer.tell({ discovery: [lie.discovery![0], discovery!] });
  expectCalm(await ask('/logga-in/oidc?till=/gnesta'), expected);
  expect((await ask('/logga-in')).status).toBe(200);
});

test('the truth signs in, in a session of its own', async () => {
  const { status, to, set } = await signIn({});
  expect([status, to]).toEqual([303, '/']);
  const session = set.find((one) => one.startsWith('fyren='))!;
  expect(session).toMatch(/HttpOnly/);
  expect(set.find((one) => one.startsWith('fyren-oidc='))).toContain('Max-Age=0');
  const { text } = await ask('/konto', session.split(';')[0]);
  expect(text).toContain('Administratör, alla kommuner');
});

test.each<[string, Lie, readonly [number, string]]>([
  ['signed by another key', { signed: 'other' }, UNTRUSTED],
  ['signed by a key that nobody knows', { signed: 'unknown' }, UNTRUSTED],
  ['not signed', { signed: 'none' }, UNTRUSTED],
  ['signed by what Fyren knows itself', { signed: 'secret' }, UNTRUSTED],
  ['for somebody else', claims({ aud: 'annan' }), UNTRUSTED],
  ['for others too', claims({ aud: [CLIENT.id, 'annan'], azp: 'annan' }), UNTRUSTED],
  ['of another issuer', claims({ iss: 'https://evil.example' }), UNTRUSTED],
  ['of another sign-in', claims({ nonce: 'gissad' }), UNTRUSTED],
  ['of no sign-in', claims({ nonce: undefined }), UNTRUSTED],
  ['about nobody', claims({ sub: undefined }), UNTRUSTED],
  ['too old', claims({ iat: now() - 7200, exp: now() - 3600 }), CLOCK],
  ['not valid yet', claims({ nbf: now() + 3600 }), CLOCK],
  ['without an end', claims({ exp: undefined }), UNTRUSTED],
  ['no token at all', { token: [200, '{"access_token":"a","token_type":"Bearer"}'] }, UNTRUSTED],
  ['that is no JSON', { token: [200, '<html>'] }, DOWN],
  ['an error of its own', { token: [500, 'Internal error'] }, DOWN],
  ['that the code was used', { token: [400, '{"error":"invalid_grant"}'] }, STALE],
  ['that Fyren is unknown', { token: [401, '{"error":"invalid_client"}'] }, MISSET],
  ['about another at userinfo', { userinfo: [200, '{"sub":"s-2"}'] }, MISSET],
  ['nothing at userinfo', { userinfo: [500, '{}'] }, DOWN],
])('an answer that is %s signs nobody in', async (_, lie, expected) => {
  expectCalm(await signIn(lie), expected);
});

test.each<[string, Back, readonly [number, string]]>([
  ['a no', { error: 'access_denied', error_description: 'Karin Berg sa nej' }, CANCELLED],
  ['a need to ask', { error: 'login_required' }, CANCELLED],
  ['a fault of its own', { error: 'server_error' }, DOWN],
  ['a no to what was asked for', { error: 'invalid_scope' }, MISSET],
  ['signs in the error', { error: 'x\n[0000] 500 <script>' }, MISSET],
  ['the name of another issuer', { code: 'c', iss: 'https://evil.example' }, UNTRUSTED],
  ['no code', {}, UNTRUSTED],
])('who comes back with %s is not signed in', async (_, back, expected) => {
  expectCalm(await signIn({}, back), expected);
});

test.each([
  ['a clock a little before ours', 20],
  ['a clock a little after ours', -20],
])('%s is no fault', async (_, ahead) => {
  const times = { iat: now() + ahead, nbf: now() + ahead, exp: now() + Math.max(ahead, -10) };
  expect((await signIn(claims(times))).status).toBe(303);
});

test('a state of one’s own, none, or one that is given twice signs nobody in', async () => {
  const { query, cookie } = await begin();
  issuer.tell({}, query.get('nonce')!);
  const state = query.get('state')!;
  expectCalm(await ask('/logga-in/oidc/svar?code=c&state=gissat', cookie), STALE);
  expectCalm(await ask('/logga-in/oidc/svar?code=c', cookie), STALE);
  expectCalm(await ask(`/logga-in/oidc/svar?code=c&state=${state}`), STALE);
  expectCalm(await ask(`/logga-in/oidc/svar?code=c&state=${state}&state=x`, cookie), UNTRUSTED);
  expect((await ask(`/logga-in/oidc/svar?code=c&state=${state}`, cookie)).status).toBe(303);
});

test('what is sent along is as it must be, and new each time', async () => {
  const [one, other] = [(await begin()).query, (await begin()).query];
  expect(Object.fromEntries(one)).toMatchObject({
    ...{ client_id: CLIENT.id, response_type: 'code', scope: 'openid profile email' },
    ...{ redirect_uri: `${fyren.url}/logga-in/oidc/svar`, code_challenge_method: 'S256' },
  });
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(one.get(name)!.length).toBeGreaterThanOrEqual(43);
    expect(one.get(name)).not.toBe(other.get(name));
  }
});

test.each([
  ['https://evil.example/x', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  [`/${'x'.repeat(3000)}`, '/'],
  ['/gnesta?tillfalle=delår 2023', '/gnesta?tillfalle=del%C3%A5r%202023'],
])('signing in so leads nowhere but here: %s', async (to, path) => {
  const answer = await signIn({}, { code: 'c' }, `/logga-in/oidc?till=${encodeURIComponent(to)}`);
  expect([answer.status, answer.to]).toEqual([303, path]);
});

test('a cookie that somebody has written leads nowhere else either', async () => {
  issuer.tell({});
  const { query, cookie } = await begin();
  issuer.tell({}, query.get('nonce')!);
  const forged = `${cookie}${encodeURIComponent('&to=//evil.example')}`;
  const { to } = await ask(`/logga-in/oidc/svar?code=c&state=${query.get('state')}`, forged);
  expect(to).toBe('/');
});

test('the log keeps nothing of who it was', () => {
  expect(fyren.log()).toContain('(OAUTH_JWT_TIMESTAMP_CHECK_FAILED');
  expect(fyren.log()).not.toMatch(/Karin|karin@|s-1|<script>|^\[0000\]/m);
});
