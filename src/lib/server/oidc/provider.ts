import * as client from 'openid-client';
import type { Claims } from '#lib/domain/claims.ts';
import { err, invariant, ok } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { faultOf } from './provider-fault.ts';
import type { ProviderFault } from './provider-fault.ts';
import type { OidcSettings } from './settings.ts';

/** What a browser keeps between its going to the provider and its coming back: no answer is taken without. */
export type Handshake = {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636): a code that somebody has snatched is worth nothing without it. */
  readonly verifier: string;
};

/** Who the provider says that somebody is. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Claims;
};

export type Provider = {
  readonly settings: OidcSettings;
  /** Where to send a browser, and what it is to keep meanwhile. */
  readonly begin: () => Promise<
    Result<{ readonly url: URL; readonly handshake: Handshake }, ProviderFault>
  >;
  /** Who has come back, by the query that they came with. */
  readonly finish: (
    query: URLSearchParams,
    handshake: Handshake,
  ) => Promise<Result<Identity, ProviderFault>>;
};

/** For each question to the provider: somebody waits at a page. */
const TIMEOUT_SECONDS = 5;
/** So often, that nobody is sent to a provider that does not answer; and not for each who asks. */
const FRESH_MS = 10_000;

/** In the form where that is said to work, since providers read the header in their own ways; else in the header. */
const bySecret =
  (secret: string): client.ClientAuth =>
  (server, ...rest) => {
    const isPosted = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    const auth = isPosted ? client.ClientSecretPost : client.ClientSecretBasic;
    return auth(secret)(server, ...rest);
  };

async function discover(settings: OidcSettings): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  const url = new URL(issuer);
  const execute = [
    // The signature is looked at, although the answer came straight from the provider.
    client.enableNonRepudiationChecks,
    // The settings let no other than the machine itself be asked without TLS.
    ...(url.protocol === 'http:' ? [client.allowInsecureRequests] : []),
  ];
  const auth = clientSecret === null ? client.None() : bySecret(clientSecret);
  return client.discovery(url, clientId, undefined, auth, { execute, timeout: TIMEOUT_SECONDS });
}

/** Once more when nobody answers: a connection that was kept too long is closed without a word. */
async function discoverTwice(settings: OidcSettings): Promise<client.Configuration> {
  try {
    return await discover(settings);
  } catch (cause) {
    if (faultOf(cause).kind !== 'down') throw cause;
    return discover(settings);
  }
}

/** What the provider says of itself, asked for when somebody signs in and kept a moment. */
function keptConfiguration(settings: OidcSettings) {
  let kept: { readonly at: number; readonly found: Promise<client.Configuration> } | null = null;
  return {
    read: () => {
      const now = Date.now();
      if (kept === null || now - kept.at >= FRESH_MS)
        kept = { at: now, found: discoverTwice(settings) };
      return kept.found;
    },
    forget: () => void (kept = null),
  };
}

async function urlOf(
  configuration: client.Configuration,
  { scope, redirectUri }: OidcSettings,
  { state, nonce, verifier }: Handshake,
): Promise<URL> {
  return client.buildAuthorizationUrl(configuration, {
    ...{ redirect_uri: redirectUri, scope, state, nonce },
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
}

/**
 * What is said of somebody, in the token and at the userinfo endpoint, where most providers put what was asked
 * for by scope (OpenID Connect Core 5.4). The token goes first: it is signed.
 */
async function claimsOf(
  configuration: client.Configuration,
  { access_token }: client.TokenEndpointResponse,
  token: client.IDToken,
): Promise<Claims> {
  if (!configuration.serverMetadata().userinfo_endpoint) return token;
  return { ...(await client.fetchUserInfo(configuration, access_token, token.sub)), ...token };
}

async function identify(
  configuration: client.Configuration,
  { redirectUri }: OidcSettings,
  query: URLSearchParams,
  { state, nonce, verifier }: Handshake,
): Promise<Identity> {
  const tokens = await client.authorizationCodeGrant(
    configuration,
    new URL(`?${query}`, redirectUri),
    {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    },
  );
  const token = tokens.claims();
  invariant(token, 'an id token was expected');
  const claims = await claimsOf(configuration, tokens, token);
  return { issuer: token.iss, subject: token.sub, claims };
}

const newHandshake = (): Handshake => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
});

/** The provider that the settings name. It is asked for nothing before somebody signs in. */
export function providerOf(settings: OidcSettings): Provider {
  const configuration = keptConfiguration(settings);

  async function ask<T>(
    work: (configured: client.Configuration) => Promise<T>,
  ): Promise<Result<T, ProviderFault>> {
    try {
      return ok(await work(await configuration.read()));
    } catch (cause) {
      const fault = faultOf(cause);
      // What the provider says of itself may be why; what a person did is not.
      if (fault.kind !== 'cancelled' && fault.kind !== 'stale') configuration.forget();
      return err(fault);
    }
  }

  return {
    settings,
    begin: () =>
      ask(async (configured) => {
        const handshake = newHandshake();
        return { url: await urlOf(configured, settings, handshake), handshake };
      }),
    finish: async (query, handshake) => {
      // Not what this browser was sent away with: the provider is not even asked.
      if (query.get('state') !== handshake.state)
        return err({ kind: 'stale', detail: 'another state' });
      return ask((configured) => identify(configured, settings, query, handshake));
    },
  };
}
