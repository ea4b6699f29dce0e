import type { Claims } from '#lib/domain/claims.ts';
import { readEmail, readName } from '../account-form.ts';

/** Somebody as the provider says they are; null for what it does not say, or what is none. */
export type ClaimedPerson = {
  readonly name: string | null;
  readonly email: string | null;
  /** The provider has looked whether the address is theirs. */
  readonly isVerified: boolean;
};

const textOf = (claims: Claims, name: string): string | undefined =>
  typeof claims[name] === 'string' ? claims[name] : undefined;

/** The standard claims (OpenID Connect Core 5.1). Some providers write true as a text. */
export function personOf(claims: Claims): ClaimedPerson {
  const [given, family] = [textOf(claims, 'given_name'), textOf(claims, 'family_name')];
  return {
    name: readName(textOf(claims, 'name')) ?? readName(`${given ?? ''} ${family ?? ''}`),
    email: readEmail(textOf(claims, 'email')),
    isVerified: String(claims['email_verified']) === 'true',
  };
}
