import type { Bound, Figure } from '#lib/domain/bound.ts';

/* A written text in pieces: words, and numbers that know what they stand for. Never loose strings (DESIGN 8). */

export type Token =
  | { readonly kind: 'text'; readonly words: string }
  /** `words` is the number as it is printed, with its unit: "102 dagar". */
  | {
      readonly kind: 'number';
      readonly words: string;
      readonly value: number;
      readonly bound: Bound;
    };

export type Tokens = readonly Token[];

/** One paragraph as it was drafted; empty where there is nothing to say. It can be kept as it is, and read again. */
export type Draft = { readonly tokens: Tokens };

const text = (words: string): Token => ({ kind: 'text', words });

/** A number of a statement as it is printed. */
export const numberToken = ({ value, bound }: Figure, words: string): Token => ({
  ...{ kind: 'number', words, value, bound },
});

/** Texts beside each other are one. */
function merged(tokens: Tokens): Tokens {
  const list: Token[] = [];
  for (const token of tokens) {
    const last = list.at(-1);
    if (token.words === '') continue;
    if (token.kind === 'text' && last?.kind === 'text')
      list[list.length - 1] = text(last.words + token.words);
    else list.push(token);
  }
  return list;
}

/** What may stand in a sentence: words, a number, or a piece that has been made before. */
export type Piece = string | Token | Tokens;

const tokensOf = (piece: Piece): Tokens => {
  if (typeof piece === 'string') return [text(piece)];
  return 'kind' in piece ? [piece] : piece;
};

/** A sentence with its numbers in place: say`${subject} var ${value}`. */
export const say = (words: TemplateStringsArray, ...pieces: readonly Piece[]): Tokens =>
  merged(
    words.flatMap((word, at) => [text(word), ...(at < pieces.length ? tokensOf(pieces[at]!) : [])]),
  );

/** "a, b och c", with numbers in it. */
export function joinTokens(list: readonly Tokens[], last = ' och '): Tokens {
  const between = (at: number) => (at === 0 ? '' : at === list.length - 1 ? last : ', ');
  return merged(list.flatMap((tokens, at) => [text(between(at)), ...tokens]));
}

export const upperFirstToken = (tokens: Tokens): Tokens => {
  const [first, ...rest] = tokens;
  if (!first) return tokens;
  const words = first.words.charAt(0).toLocaleUpperCase('sv') + first.words.slice(1);
  return [{ ...first, words }, ...rest];
};

/** What a reader reads. */
export const textOf = ({ tokens }: Draft): string => tokens.map(({ words }) => words).join('');
