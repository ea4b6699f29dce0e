/* Whose account somebody is let in to, who comes from the kommun's identity provider. */

/** An account that may be theirs. */
export type Candidate = {
  readonly isClosed: boolean;
  /** That somebody else of the same provider signs in to it. */
  readonly isAnothers: boolean;
};

export type Newcomer = {
  /** The account that this very subject has signed in to before; null for none. */
  readonly bySubject: Pick<Candidate, 'isClosed'> | null;
  readonly hasEmail: boolean;
  /** The account that has the same e-mail address; null for none. */
  readonly byEmail: Candidate | null;
  /** That the address is theirs: the provider has verified it, or they are signed in to the account. */
  readonly ownsEmail: boolean;
  /** Whether the claims give any role. */
  readonly hasRole: boolean;
};

export type Refusal =
  | 'closed'
  /** The address has an account, and nobody has said that the address is theirs. */
  | 'unverified'
  /** The account that has the address is another's by the same provider. */
  | 'anothers'
  /** No account is made without a role: Fyren holds no more persons than it needs. */
  | 'no-role'
  | 'no-email';

export type Admission =
  /** `known` has been here, `link` has an account and is tied to it, `make` gets one. */
  { readonly kind: 'known' | 'link' | 'make' } | { readonly kind: 'refuse'; readonly why: Refusal };

const refuse = (why: Refusal): Admission => ({ kind: 'refuse', why });

/** To an account that has the address. Whether it is closed is for its owner to know. */
function admitByEmail({ isClosed, isAnothers }: Candidate, ownsEmail: boolean): Admission {
  if (!ownsEmail) return refuse('unverified');
  if (isClosed) return refuse('closed');
  return isAnothers ? refuse('anothers') : { kind: 'link' };
}

export function admissionOf(newcomer: Newcomer): Admission {
  const { bySubject, byEmail, ownsEmail, hasEmail, hasRole } = newcomer;
  if (bySubject) return bySubject.isClosed ? refuse('closed') : { kind: 'known' };
  if (byEmail) return admitByEmail(byEmail, ownsEmail);
  if (!hasRole) return refuse('no-role');
  return hasEmail ? { kind: 'make' } : refuse('no-email');
}
