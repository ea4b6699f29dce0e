import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import { CLIENT } from './identity-provider.ts';

/* An identity provider that says what it is told to, true or not: what no real one can be made to say. */

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** What is asked of it: the claims that are true, changed as the lie will have them, and how they are signed. */
export type Lie = {
  readonly claims?: (honest: JWTPayload) => JWTPayload;
  /** `other` is a key that nobody has published under that name. */
  readonly signed?: 'other' | 'unknown' | 'none' | 'secret';
  /** An answer of its own in place of tokens, of what it says of itself, of its keys or of who it is. */
  readonly token?: readonly [status: number, body: string];
  readonly discovery?: readonly [status: number, body: string];
  readonly keys?: readonly [status: number, body: string];
  readonly userinfo?: readonly [status: number, body: string];
};

const ALG = 'RS256';
const seconds = () => Math.floor(Date.now() / 1000);

const honestClaims = (issuer: string, nonce: string): JWTPayload => ({
  ...{ iss: issuer, aud: CLIENT.id, sub: 's-1', nonce, iat: seconds(), exp: seconds() + 300 },
  ...{ name: 'Karin Berg', email: 'karin@gnesta.se', email_verified: true, groups: ['IT'] },
});

const encode = (value: object) => base64url.encode(JSON.stringify(value));

async function sign(claims: JWTPayload, how: Lie['signed'], key: Key, other: Key): Promise<string> {
  if (how === 'none') return `${encode({ alg: 'none' })}.${encode(claims)}.`;
  const jwt = new SignJWT(claims);
  if (how === 'secret')
    return jwt.setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(CLIENT.secret));
  const kid = how === 'unknown' ? 'en-annan' : 'k-1';
  return jwt.setProtectedHeader({ alg: ALG, kid }).sign(how === undefined ? key : other);
}

function answerJson(response: ServerResponse, [status, body]: readonly [number, string]) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

const metadata = (issuer: string) => ({
  issuer,
  ...{ authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` },
  ...{ jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/me` },
  ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
  id_token_signing_alg_values_supported: [ALG],
});

/** `tell` sets the next answers; `nonce` is that of the sign-in under way. */
export async function startLyingIssuer() {
  const { publicKey, privateKey } = await generateKeyPair(ALG);
  const other = await generateKeyPair(ALG);
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k-1', alg: ALG, use: 'sig' };
  let told: { lie: Lie; nonce: string } = { lie: {}, nonce: '' };

  async function tokens() {
    const { lie, nonce } = told;
    const claims = (lie.claims ?? ((honest) => honest))(honestClaims(issuer, nonce));
    const id_token = await sign(claims, lie.signed, privateKey, other.privateKey);
    return JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token });
  }

  const answers: Readonly<Record<string, () => Promise<readonly [number, string]>>> = {
    '/.well-known/openid-configuration': async () =>
      told.lie.discovery ?? [200, JSON.stringify(metadata(issuer))],
    '/keys': async () => told.lie.keys ?? [200, JSON.stringify({ keys: [jwk] })],
    '/token': async () => told.lie.token ?? [200, await tokens()],
    '/me': async () => told.lie.userinfo ?? [200, JSON.stringify({ sub: 's-1' })],
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    void (answer?.() ?? Promise.resolve([404, '{}'] as const)).then((one) =>
      answerJson(response, one),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    tell: (lie: Lie, nonce = '') => void (told = { lie, nonce }),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type LyingIssuer = Awaited<ReturnType<typeof startLyingIssuer>>;
