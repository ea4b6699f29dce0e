import type { Indicator, Level } from '#lib/domain/model.ts';
import { adjectiveOf, followedNoun, isPreposition, measuredNoun } from './noun.ts';
import type { Pronoun } from './noun.ts';
import { lowerFirst } from './sv.ts';

/** How an indicator is spoken of in a sentence. */
export type Subject = {
  /** For the middle of a sentence: "väntetiden till särskilt boende", "utfallet för ”Hemtjänst, omsorg”". */
  readonly words: string;
  /** After "utfall för": "väntetiden till särskilt boende", "”Hemtjänst, omsorg”". */
  readonly thing: string;
  readonly pronoun: Pronoun;
  /** What stands for it later: "antalet", "den". */
  readonly again: string;
  /** Its number speaks for itself: "antalet hushåll var 384", "HME-index var 84,8". */
  readonly isBare: boolean;
};

/** What says only how the number is printed, or that it is a mean, which is said in the sentence. */
const ASIDES = / \(%\)|,? \(?andel\)? \(%\)$|, medelvärde$|\.$/g;

const nameOf = ({ short, title }: Pick<Indicator, 'short' | 'title'>): string => {
  const name = (short ?? title).replace(/\s+/g, ' ').trim();
  return name.replace(ASIDES, '').trim() || name || 'indikatorn';
};

/** A name with a capital that is not for its place: "HME", "SoL-ansökan". */
const isProper = (name: string) => /^\p{Lu}[^ ]*[\p{Lu}\d]/u.test(name);

const lowered = (name: string) => (isProper(name) ? name : lowerFirst(name));

const quoted = (name: string) => `”${name.replaceAll(/[”"]/g, '’')}”`;

/** Longer names than this, or with a mark or a verb in them, are read as names and not as words. */
const LONGEST_PLAIN = 3;
const VERBS =
  /(?<!\p{L})(?:är|har|får|ska|skall|kan|känner|vet|ökar|minskar|påbörjas|leder|utgår|beskriver|upplever|nå|öka|minska|redovisa|utveckla|identifiera|säkerställa|stärka|behålla|genomföra|införa)(?!\p{L})/iu;

/** A name in a sentence, in quotation marks where it would not be read as one thing. */
export function nameInText(name: string): string {
  const isPlain =
    name.split(' ').length <= LONGEST_PLAIN && !/[^\p{L}\d -]/u.test(name) && !VERBS.test(name);
  return isPlain ? lowered(name) : quoted(name);
}

const known = (words: string, pronoun: Pronoun, again: string, isBare = false): Subject => ({
  ...{ words, thing: words, pronoun, again, isBare },
});

/** A name that can be said with its noun in the definite, and nothing in it that would stop a reader. */
const HEADS: readonly [RegExp, Pronoun, string][] = [
  [/^antal(?:et)?(?= )/i, 'det', 'antalet'],
  [/^andel(?:en)?(?= )/i, 'den', 'andelen'],
];

function headed(name: string): Subject | null {
  if (/[,:;”"/]/.test(name)) return null;
  for (const [pattern, pronoun, head] of HEADS)
    if (pattern.test(name))
      return known(name.replace(pattern, head), pronoun, head, head === 'antalet');
  return null;
}

/** Costs and times are of something also where no word says so: "dygnskostnad boendestöd". */
const isOfSomething = (word: string) => /(?:kostnad|tid)$/i.test(word);

/** "väntetiden till särskilt boende", "dygnskostnaden för boendestöd"; null where the words after the noun do not follow. */
function withDefinite(words: readonly string[], before: string): Subject | null {
  const [first = '', ...rest] = words;
  const noun = measuredNoun(first);
  if (!noun) return null;
  const [next] = rest;
  const isLinked = next === undefined || isPreposition(next);
  if (!isLinked && !isOfSomething(first)) return null;
  const article = before === '' ? '' : `${noun.pronoun} ${before} `;
  const tail = isLinked ? rest : ['för', lowered(rest.join(' '))];
  const spoken = [lowered(noun.definite), ...tail].join(' ');
  return known(article + spoken, noun.pronoun, noun.pronoun);
}

function definite(name: string): Subject | null {
  if (/[^\p{L}\d %-]/u.test(name) || VERBS.test(name)) return null;
  const [first = '', ...rest] = name.split(' ');
  const adjective = adjectiveOf(first);
  return adjective ? withDefinite(rest, adjective) : withDefinite([first, ...rest], '');
}

/** "HME-index var 84,8": an index is a name of its own. */
const asIndex = (name: string): Subject | null =>
  /^[\p{L}-]*index$/iu.test(name) ? known(lowered(name), 'det', 'indexet', true) : null;

/** How an indicator is spoken of: by its noun where its forms are known, else as the outcome of what it is called. */
export function subjectOf(indicator: Pick<Indicator, 'short' | 'title'>): Subject {
  const name = nameOf(indicator);
  const spoken = asIndex(name) ?? headed(name) ?? definite(name);
  if (spoken) return spoken;
  const thing = nameInText(name);
  return {
    ...{ words: `utfallet för ${thing}`, thing, pronoun: 'det' },
    ...{ again: 'utfallet', isBare: false },
  };
}

/** "i genomsnitt", of a mean whose name in the sentence does not say so. */
export function meanWords(indicator: Pick<Indicator, 'short' | 'title'>): string {
  const isMean = /medelvärde|genomsnitt|i snitt|medeltal/i.test(indicator.title);
  const isSaid = /medel|genomsnitt|snitt/i.test(subjectOf(indicator).words);
  return isMean && !isSaid ? 'i genomsnitt ' : '';
}

/** How a thing of a level is spoken of. */
export type LevelWord = { readonly words: string; readonly pronoun: Pronoun };

/** "långsiktigt" → "långsiktiga"; null for a word that is no adjective whose form is known. */
function adjectiveIn(word: string): string | null {
  if (/[ae]nde$/.test(word)) return word;
  const [, stem] = /^(\p{L}+(?:ig|isk))t?$/u.exec(word) ?? [];
  return stem ? `${stem}a` : null;
}

/** "uppdraget", "målet på kort sikt", "det utestående uppdraget", "nämndens mål"; "det" where its form is not known. */
export function levelWord({ singular }: Pick<Level, 'singular'>): LevelWord {
  const [first = '', ...rest] = singular.split(' ');
  const noun = followedNoun(first);
  if (noun && (rest.length === 0 || isPreposition(rest[0]!)))
    return { words: [lowered(noun.definite), ...rest].join(' '), pronoun: noun.pronoun };
  const last = rest.length === 1 ? followedNoun(rest[0]!) : null;
  if (last && first.endsWith('s')) return { words: singular, pronoun: last.pronoun };
  const adjective = adjectiveIn(lowered(first));
  return last && adjective
    ? { words: `${last.pronoun} ${adjective} ${last.definite}`, pronoun: last.pronoun }
    : { words: 'det', pronoun: 'det' };
}
