import { FIRST_NAMES } from './first-names.ts';

/* What is written as names of persons are, and is not what units are called. */

const WRITTEN = /^\p{Lu}[\p{L}’'-]+(?:,? \p{Lu}[\p{L}’'.-]*){0,3}$/u;
/**
 * What units, nämnder and their trade are called, which is written like names of persons. What is short
 * ends a word or is one: Söderberg and Hemström are persons, Enhetschef stands before one.
 */
const NO_PERSON = new RegExp(
  [
    '(?:skol|boende|bostad|enhet|avdelning|område|nämnd|förvaltning|kommun|styrelse|verksamhet|omsorg',
    '|bistånd|tjänst|service|grupp|funktion|assistans|utbildning|gymnasi|bibliotek|cent(?:rum|er|ral)',
    '|kontor|förening|församling|distrikt|region|social|kultur|fritid|ekonomi|teknisk|miljö|hälsa',
    '|academy|akademi|elementar|college|institut|stiftels|bolag|montessori|waldorf',
    '|daglig|öpp(?:en|et|na)|särskil|ordinär|enskild|personlig)(?!s?(?:chef|ledare))',
    '|(?:hem(?:met)?|gård(?:en)?|vård(?:en)?|stöd(?:et)?|hjälp(?:en)?|team(?:et)?|lag(?:et)?)(?!\\p{L})',
    '|(?<!\\p{L})(?:sankta?|norra?|söder|södra|öster|östra|väster|västra|barn|unga|ungdom|äldre|vux(?:en|na)|familj',
    '|individ|total|övrig[at]?)(?!\\p{L})',
  ].join(''),
  'iu',
);
/** BOUN, SN and Samtliga EC. */
const ABBREVIATED = /(?<!\p{L})\p{Lu}{2,3}(?!\p{L})/u;
const isWritten = (text: string) =>
  WRITTEN.test(text) && !NO_PERSON.test(text) && !ABBREVIATED.test(text);

const TITLE =
  '(?:(?:bitr(?:ädande|\\.)?|t\\.?f\\.?) )?\\p{L}*(?:chef|rektor|ledare|handläggare|sekreterare|samordnare|direktör|ordförande|lärare|controller|strateg|utredare|kurator|sköterska)(?:en)?';
const TITLED = new RegExp(`^${TITLE} (?=\\p{L}+,? \\p{L})| \\(${TITLE}\\)$|, ${TITLE}$`, 'giu');
/** Enhetschef Anna Berg and Anna Berg (rektor) are called Anna Berg. */
const untitled = (text: string) => text.replace(TITLED, '');

/** What is written as a name of two words or more is. */
export function isName(text: string): boolean {
  const name = untitled(text);
  return name.includes(' ') && isWritten(name);
}

/** Also a month, a house or a word: names only where another name follows. */
const NOT_ALONE = /^(?:Bo|Dan|Hans|Jan|Leo|Per|Urban)$/;
const isFirstName = (word: string) =>
  FIRST_NAMES.has(word) || word.split('-').every((part) => FIRST_NAMES.has(part));

/** Anna, Anna Berg and Berg, Anna. */
export function isGivenName(text: string): boolean {
  const name = untitled(text);
  if (!isWritten(name) || NOT_ALONE.test(name)) return false;
  const [first = ''] = name.replace(/^[^,]*, /, '').split(/[ ,]/);
  return isFirstName(first);
}
export const isFullName = (text: string) => untitled(text).includes(' ') && isGivenName(text);
