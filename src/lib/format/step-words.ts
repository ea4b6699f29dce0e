import type { Assessed } from '#lib/domain/assess-all.ts';
import type { Level } from '#lib/domain/model.ts';
import { invariant } from '#lib/domain/result.ts';
import { lowerFirst } from './sv.ts';

/* How the words of a scale's steps are put in a sentence: they are of any form. */

export function levelOf({ levels }: Assessed, id: number): Level {
  const level = levels.find((one) => one.id === id);
  invariant(level, `level ${id} is in the tree`);
  return level;
}

/** What a word begins with that says how a goal stands: "bedöms delvis uppnås", "pågår enligt plan". */
const VERB = /^(?:bedöms|når|nås|uppnås|uppfylls|pågår|följs)(?!\p{L})/iu;

export const isVerb = (word: string) => VERB.test(word);

/** "uppfylls i år" of a step that is a whole sentence, "Målet uppfylls i år"; null of one that is none. */
export function predicateOf(word: string): string | null {
  const [, rest] = /^(?:målet|uppdraget|aktiviteten|insatsen|åtagandet) (.+)$/iu.exec(word) ?? [];
  return rest ?? null;
}

/** A step as it is spoken of in quotation marks: without what it is said of. */
export const stepWord = (word: string) => lowerFirst(predicateOf(word) ?? word);
