import { isOption } from './surveys/scales.ts';

/* What somebody has written in their own words, by how it is said and by what was asked. */

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;
/** A note of a word or three tells of the figure. */
export const isRemark = (text: string) => wordsIn(text) >= 4;
/** Varken nöjd eller missnöjd is as long, and is chosen. */
export const isOwnAnswer = (text: string) => isRemark(text) && !isOption(text);

const ENDED = /[.!]$|[.!?…]\s+\p{Lu}/u;
/** Words of somebody who speaks: 4 of the 6 000 titles of Kolada have one, and as few goals and activities. */
const SPOKEN = new RegExp(
  [
    '(?<![\\p{L}\\d])(?:jag|vi|mig|mina|oss|(?<!\\d )min(?!\\.|/)|man|dom|hon|han|honom|henne|ni|alltid|aldrig',
    '|borde|tack|gärna|känns|tycker|kunde|skulle|måste|hade|gick|blev|vore|önska[rt]|vill|saknar|trivs',
    '|sämre|bättre|dåligt?|svårt|kanske|tyvärr|bara|lite|väldigt|alldeles|jätte\\p{L}+|inte|ingen|inget',
    '|ingenting|fungerar|uppskattar|nöjd|ofta(?:re)?|(?:snäll|trevlig|rolig|tråkig)\\p{L}*|men|när',
    '|det (?:är|var|finns|går|tar|blir|behövs|saknas)|^(?:är|var|har|får|kan|vet)',
    '|för (?:få|lite|lång|mycket|många|stora?|höga?|låga?|korta?))(?![\\p{L}\\d])',
  ].join(''),
  'u',
);
/** Only a title says how it is counted, also where it is what somebody was asked: Jag trivs, andel (%). */
const COUNTED =
  /\((?:andel )?%\)|, (?:andel|antal|index|medel|median|t?kr)(?!\p{L})|^(?:andel|antal)(?!\p{L})|index för/iu;
const uncapped = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A title is as long, but has no end of a sentence in it and is nobody's own words. */
export function isSentence(cell: string): boolean {
  const text = cell.trim();
  if (text.length < 30 || wordsIn(text) < 5 || COUNTED.test(text)) return false;
  return ENDED.test(text) || SPOKEN.test(uncapped(text));
}

/** What stands over answers in one's own words; how a goal is measured is asked so too, and is no answer. */
export const ASKING =
  /^(?!(?:hur|vad) (?:ofta|mäts|mäter|följs|görs|genomförs|ska(?:ll)? (?:göras|mätas|följas|uppnås)))(?:(?:vad|hur|varför) |beskriv |berätta|ge (?:gärna )?exempel|(?:har du|finns det|är det) (?:något|några|någon))/;
