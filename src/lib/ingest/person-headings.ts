/* What stands over names of persons, folded; matched by word, for it stands in many forms. */

const words = (...some: readonly string[]) =>
  new RegExp(`(?<!\\p{L})(?:${some.join('|')})(?!\\p{L})`, 'u');

/** One of whom a row may be, and of whom no unit is called. */
const ONE =
  '(?:respondent|svarande|brukar|klient|elev|patient|medarbetar|handläggar|person|kontaktperson)(?:e|en)?';

/** Whatever stands under it, it is who somebody is. */
export const NAMES_OF_PERSONS = words(
  ...['för-? ?och efternamn', 'förnamn', 'efternamn', 'handläggare', 'kontaktperson(?:er)?'],
  ...['uppgiftslämnare', `${ONE}s? ?namn`, `namn på ${ONE}`],
);

/** What is a person only where its cells look like names: else a share, a role or yes and no. */
const OF_PERSONS = words(
  ...[
    'kontakt(?:er|uppgift(?:er)?)?',
    'ansvariga?',
    '\\p{L}*chef(?:er|en)?',
    '\\p{L}*rektor(?:er)?',
  ],
  ...['\\p{L}*ledare', 'uppföljare', 'samordnare', 'ägare', 'ordförande', 'anställda?'],
  ...['medarbetare', 'brukare', 'klient(?:er)?', 'elev(?:er)?', 'patient(?:er)?', 'person(?:er)?'],
  ...['handläggare', 'deltagare', `namn på (?!enhet|indikator|nyckeltal|mått|mål)\\p{L}+`],
  '(?:in)?(?:besvar|registrer|rapporter|fyll|ifyll|lämn|inlämn|upprätt|skriv|godkän|gransk|uppdater)\\p{L}* av',
);
/** Andel elever is over figures, and over words for them. */
const OF_FIGURES = /^(?:andel|antal|index|medel)/;
/** Ansvarig enhet is a unit, and who heads one is none. */
const OF_UNITS =
  /(?<!\p{L})(?:enhet|enheten|nämnd|nämnden|förvaltning(?:en)?|avdelning(?:en)?|verksamhet(?:en)?|kommun(?:en)?|skola|förskola)(?!\p{L})/u;

export const saysPersons = (heading: string): boolean =>
  NAMES_OF_PERSONS.test(heading) ||
  (OF_PERSONS.test(heading) && !OF_UNITS.test(heading) && !OF_FIGURES.test(heading));
