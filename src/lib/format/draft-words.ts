import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import { indicatorOf } from '#lib/domain/assessed-of.ts';
import type { About, Figure } from '#lib/domain/bound.ts';
import type { Statement, StatementKind, StatementOf, ValueForm } from '#lib/domain/statement.ts';
import { unitInText } from './amount-words.ts';
import { formatNumber, withUnit } from './sv.ts';
import { numberToken } from './token.ts';
import type { Token, Tokens } from './token.ts';
import { decimalsOf } from './value.ts';

/* What every kind of statement is worded with. */

/** A sentence of its own, without its full stop; or the end of the sentence before it, with its comma. */
export type Worded = { readonly isClause: boolean; readonly tokens: Tokens };

export type Word<Kind extends StatementKind> = (
  statement: StatementOf<Kind>,
  assessed: Assessed,
  /** What was told right before it; null for the first. */
  before: Statement | null,
) => Worded | null;

export const sentence = (tokens: Tokens): Worded => ({ isClause: false, tokens });
export const clause = (tokens: Tokens): Worded => ({ isClause: true, tokens });

/** The indicator a statement is about. */
export const oneOf = (assessed: Assessed, { id }: About): AssessedIndicator =>
  indicatorOf(assessed, id);

/** "102 dagar", "plats 10": with the decimals that the table shows it with. */
export function amountToken(
  one: AssessedIndicator,
  figure: Figure,
  form: ValueForm = 'amount',
  decimals = decimalsOf(one),
  unit = unitInText(one),
): Token {
  const number = formatNumber(figure.value, decimals);
  return numberToken(figure, form === 'place' ? `plats\u00a0${number}` : withUnit(number, unit));
}

const OF_THE_VALUE: ReadonlySet<StatementKind> = new Set([
  ...(['value', 'against-target', 'place-against-target', 'change', 'planned'] as const),
]);

/** "det" where the sentence before is of the value, and would not be taken for something else. */
export function itWord(before: Statement | null): string {
  const isOfTarget =
    before?.kind === 'against-target' && before.target.rule.kind === 'better-than-previous';
  return before && OF_THE_VALUE.has(before.kind) && !isOfTarget ? 'det' : 'utfallet';
}

/** A number of things, whole. */
export const countToken = (figure: Figure): Token =>
  numberToken(figure, formatNumber(figure.value, 0));

/** What somebody wrote, as the end of a paragraph: on one line, with a full stop. */
export function quotedReason(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').trim();
  return line.replace(/[.!?…]$/, '');
}
