import { boundKey, boundSeries } from '#lib/domain/bound.ts';
import type { Bound } from '#lib/domain/bound.ts';
import { textOf } from './token.ts';
import type { Draft, Token } from './token.ts';

type Number = Extract<Token, { readonly kind: 'number' }>;

/** A number that reads otherwise; null where it is not there any more, or was not there before. */
export type NumberChange = {
  readonly bound: Bound;
  readonly was: string | null;
  readonly is: string | null;
};

/** What has come of a written paragraph when it is drafted anew. */
export type DraftChange =
  | { readonly kind: 'same' }
  /** The words hold, but for these numbers. */
  | { readonly kind: 'numbers'; readonly numbers: readonly NumberChange[] }
  /** Something else is said, as "kortare" for "längre", or of another period; and these numbers are other. */
  | { readonly kind: 'words'; readonly numbers: readonly NumberChange[] };

const numbersOf = ({ tokens }: Draft) => tokens.filter((one) => one.kind === 'number');

/** Pairs of numbers that stand for the same thing, each taken once, and those that are left over. */
function paired(was: readonly Number[], is: readonly Number[], keyOf: (bound: Bound) => string) {
  const left = [...is];
  const pairs = was.map((one) => {
    const at = left.findIndex((other) => keyOf(other.bound) === keyOf(one.bound));
    return [one, at === -1 ? null : left.splice(at, 1)[0]!] as const;
  });
  return {
    both: pairs.flatMap(([one, other]) => (other ? [[one, other] as const] : [])),
    gone: pairs.flatMap(([one, other]) => (other ? [] : [one])),
    come: left,
  };
}

/** Found by what they stand for, and else by the series they are the newest of. */
function numberChanges(was: Draft, is: Draft): readonly NumberChange[] {
  const exact = paired(numbersOf(was), numbersOf(is), boundKey);
  const loose = paired(exact.gone, exact.come, boundSeries);
  return [
    ...[...exact.both, ...loose.both]
      .filter(([one, other]) => one.words !== other.words)
      .map(([one, other]) => ({ bound: other.bound, was: one.words, is: other.words })),
    ...loose.gone.map(({ bound, words }) => ({ bound, was: words, is: null })),
    ...loose.come.map(({ bound, words }) => ({ bound, was: null, is: words })),
  ];
}

/** The words without the numbers: their places alone. */
const frameOf = ({ tokens }: Draft) =>
  JSON.stringify(tokens.map((one) => (one.kind === 'text' ? one.words : boundSeries(one.bound))));

/** Two drafts of one paragraph: what a reader would see the difference of. A change that no printed digit shows is none. */
export function compareDrafts(was: Draft, is: Draft): DraftChange {
  if (textOf(was) === textOf(is)) return { kind: 'same' };
  const numbers = numberChanges(was, is);
  return { kind: frameOf(was) === frameOf(is) ? 'numbers' : 'words', numbers };
}
