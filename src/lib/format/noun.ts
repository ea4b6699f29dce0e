/* Swedish nouns as a report speaks of them: "sjukfrånvaro" → "sjukfrånvaron", and "den" for it afterwards. */

export type Pronoun = 'den' | 'det';
export type Noun = { readonly definite: string; readonly pronoun: Pronoun };

/** The last part of a compound, with what makes it definite. */
type Endings = Readonly<Record<string, string>>;
type Nouns = { readonly den: Endings; readonly det: Endings };

/** What is measured: "väntetiden var 102 dagar". What is not here is called by its name. */
const MEASURED: Nouns = {
  den: {
    ...{ frånvaro: 'n', närvaro: 'n', nivå: 'n', tid: 'en', kostnad: 'en', itet: 'en' },
    ...{ het: 'en', grad: 'en', andel: 'en', volym: 'en', kvot: 'en', placering: 'en' },
    ...{ omsättning: 'en', beläggning: 'en', bemanning: 'en', förändring: 'en' },
  },
  det: { antal: 'et', medelbistånd: 'et', resultat: 'et', utfall: 'et', engagemang: 'et' },
};

/** What a level is of: "uppdraget". */
const FOLLOWED: Nouns = {
  den: {
    ...{ aktivitet: 'en', insats: 'en', åtgärd: 'en', inriktning: 'en', strategi: 'n' },
    ...{ process: 'en', satsning: 'en', prioritering: 'en', indikator: 'n' },
  },
  det: {
    ...{ mål: 'et', uppdrag: 'et', fokus: 'et', område: 't', syfte: 't', åtagande: 't' },
    ...{ projekt: 'et', perspektiv: 'et', program: 'met', nyckeltal: 'et', mått: 'et' },
  },
};

const endingIn = (word: string, endings: Endings) =>
  Object.entries(endings).find(([ending]) => word.toLowerCase().endsWith(ending));

/** Null for a word whose forms are not known. */
function nounIn(word: string, nouns: Nouns): Noun | null {
  if (!/^[\p{L}-]+$/u.test(word)) return null;
  const den = endingIn(word, nouns.den);
  if (den) return { definite: word + den[1], pronoun: 'den' };
  const det = endingIn(word, nouns.det);
  return det ? { definite: word + det[1], pronoun: 'det' } : null;
}

export const measuredNoun = (word: string): Noun | null => nounIn(word, MEASURED);
export const followedNoun = (word: string): Noun | null => nounIn(word, FOLLOWED);

/** Adjectives that stand before such a noun: "den totala sjukfrånvaron". */
const ADJECTIVES: Readonly<Record<string, string>> = {
  total: 'totala',
  totalt: 'totala',
  genomsnittlig: 'genomsnittliga',
  genomsnittligt: 'genomsnittliga',
  ackumulerad: 'ackumulerade',
  upplevd: 'upplevda',
  ekonomisk: 'ekonomiska',
  ekonomiskt: 'ekonomiska',
};

/** "totala" of "total"; null where its form is not known. */
export const adjectiveOf = (word: string): string | null => ADJECTIVES[word.toLowerCase()] ?? null;

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'av bland efter för från hos i inom med mellan mot om per på som till under utan vid över'.split(
    ' ',
  ),
);

export const isPreposition = (word: string): boolean => PREPOSITIONS.has(word);

/** An adjective after "den" or "det": "klar", "klart". */
export const agreeing = (
  pronoun: Pronoun,
  forms: { readonly den: string; readonly det: string },
): string => forms[pronoun];
