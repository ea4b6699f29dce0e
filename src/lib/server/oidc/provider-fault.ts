/* What goes wrong between Fyren and the identity provider, sorted by what a person can do about it. */

export type ProviderFaultKind =
  /** The person said no at the provider, or was not let in there. */
  | 'cancelled'
  /** Begun too long ago, in another window, or used before. */
  | 'stale'
  /** The answer is not the provider's, or not meant for this sign-in. */
  | 'untrusted'
  /** The answer was not valid at this moment by our clock. */
  | 'clock'
  /** Fyren and the provider are not set for one another. */
  | 'misset'
  /** It does not answer, or says that it cannot. */
  | 'down';

export type ProviderFault = {
  readonly kind: ProviderFaultKind;
  /** For the log: codes, and nothing of what the provider says of a person. */
  readonly detail: string;
};

/** What the provider itself says (RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6). Any other: misset. */
const BY_ERROR: ReadonlyMap<string, ProviderFaultKind> = new Map([
  ['access_denied', 'cancelled'],
  ['login_required', 'cancelled'],
  ['interaction_required', 'cancelled'],
  ['consent_required', 'cancelled'],
  ['account_selection_required', 'cancelled'],
  // The code of the answer has been used, or has got too old.
  ['invalid_grant', 'stale'],
  ['server_error', 'down'],
  ['temporarily_unavailable', 'down'],
]);

/** What openid-client says (its `code`). Any other: untrusted. */
const BY_CODE: ReadonlyMap<string, ProviderFaultKind> = new Map([
  ['OAUTH_TIMEOUT', 'down'],
  ['OAUTH_ABORT', 'down'],
  ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'down'],
  ['OAUTH_RESPONSE_IS_NOT_JSON', 'down'],
  ['OAUTH_PARSE_ERROR', 'down'],
  ['OAUTH_JWT_TIMESTAMP_CHECK_FAILED', 'clock'],
  ['OAUTH_WWW_AUTHENTICATE_CHALLENGE', 'misset'],
  ['OAUTH_MISSING_SERVER_METADATA', 'misset'],
  ['OAUTH_INVALID_SERVER_METADATA', 'misset'],
  ['OAUTH_HTTP_REQUEST_FORBIDDEN', 'misset'],
  // Another issuer than OIDC_ISSUER.
  ['OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED', 'misset'],
]);

type Thrown = {
  readonly code?: unknown;
  readonly error?: unknown;
  readonly status?: unknown;
  readonly cause?: unknown;
};

/** A word that somebody else chose, as the log can bear it; '' for what is no word. */
const plain = (word: unknown): string =>
  typeof word === 'string' || typeof word === 'number'
    ? String(word)
        .replace(/[^\w.-]/g, '?')
        .slice(0, 60)
    : '';

const asThrown = (cause: unknown): Thrown =>
  typeof cause === 'object' && cause !== null ? (cause as Thrown) : {};

function kindOf({ code, error, status }: Thrown, isUnreached: boolean): ProviderFaultKind {
  if (isUnreached || (typeof status === 'number' && status >= 500)) return 'down';
  if (typeof error === 'string') return BY_ERROR.get(error) ?? 'misset';
  return BY_CODE.get(String(code)) ?? 'untrusted';
}

/** What was thrown while the provider was asked. `fetch` throws a TypeError when nobody answers. */
export function faultOf(cause: unknown): ProviderFault {
  const thrown = asThrown(cause);
  const isUnreached = cause instanceof TypeError && thrown.code === undefined;
  const { code, status } = asThrown(thrown.cause);
  const words = [thrown.code, thrown.error, code, thrown.status ?? status].map(plain);
  const message = cause instanceof Error ? cause.message.slice(0, 120) : '';
  return {
    kind: kindOf(thrown, isUnreached),
    detail: [...words, message].filter(Boolean).join(' '),
  };
}
