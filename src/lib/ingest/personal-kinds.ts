import type { PersonalData } from '#lib/domain/problem.ts';
import { ASKING, isOwnAnswer, isRemark, isSentence } from './free-text.ts';
import { NAMES_OF_PERSONS, saysPersons } from './person-headings.ts';
import { isFullName, isGivenName, isName } from './person-names.ts';
import { isPersonalNumber, isPhone, SIGNS } from './personal-signs.ts';

/*
 * Columns that tell of persons, by what heads them and by what their cells look like. Asked only of
 * columns that no layout reads: a unit, an indicator, a statement or an answer is what its layout says.
 */

export type PersonalKind = {
  readonly kind: PersonalData;
  /** Of the heading, folded. */
  readonly heading: { readonly test: (heading: string) => boolean };
  /** A heading that must stand somewhere in the same table. */
  readonly beside?: RegExp;
  readonly cell: (text: string) => boolean;
  /** So large a part of the filled cells must be such; 0 is any one of them. */
  readonly share: number;
  /** So many different cells must be such: one name alone, over and over, may be that of a house. */
  readonly fewest?: number;
  /** Nearly all cells must be different: answers to choose from are few. */
  readonly isVaried?: boolean;
};

const ANY = /(?:)/;
const hasLetter = (text: string) => /\p{L}{2}/u.test(text);
const hasDigit = (text: string) => /\d/.test(text);
const isFilled = (text: string) => text !== '';

/** Where the heading says persons; elsewhere a name of two words may be that of anything. */
export const isPersonName = (text: string): boolean => isName(text) || isGivenName(text);

/** Ten digits under it are money or a count. */
const NO_AMOUNT = /^(?!.*(?<!\p{L})(?:[tm]?n?kr|kronor|belopp|summa|antal)(?!\p{L}))/u;

/** A unit may be called by a first name alone; who heads it is no unit. Namn may be over units. */
const NO_UNIT =
  /^(?!(?:namn$|enhet|förskol|skol|avd|grupp|team|lag|boende|hus|plats|ort|kommun|område|stad|distrikt|verksamhet|församling|gata|adress|lokal|system|projekt)(?!.*(?:chef|ansvarig|ledare|lärare)))/;

const ANSWERED = /respondent|^svars?(?:datum|tid|id)|^besvara/;

/** Also in a column that is read: by who its heading says, or by full names whatever it says. */
const NAMES_OF_ANY: readonly PersonalKind[] = [
  { kind: 'name', heading: { test: saysPersons }, cell: isPersonName, share: 0.5 },
  { kind: 'name', heading: ANY, cell: isFullName, share: 0.5, fewest: 2 },
];

export const PERSONAL_KINDS: readonly PersonalKind[] = [
  ...SIGNS.map(([kind, cell]) => ({ kind, heading: ANY, cell, share: 0 })),
  {
    kind: 'phone',
    heading: /^(?:tele?fon(?:nummer|nr)?|tel(?:nr|\.)?|mobil(?:telefon|nummer|nr)?)$/,
    cell: (text) => text.replace(/\D/g, '').length > 5,
    share: 0,
  },
  { kind: 'phone', heading: /^(?!.*(?:kod|id|nummer|nr)$)/, cell: isPhone, share: 0.5 },
  {
    kind: 'personal-number',
    heading: /^(?:person(?:nummer|nr|-?id)|pnr|samordningsnummer|födelse(?:nummer|datum))$/,
    cell: hasDigit,
    share: 0,
  },
  { kind: 'personal-number', heading: NO_AMOUNT, cell: isPersonalNumber, share: 0.5 },
  {
    kind: 'answer-id',
    heading:
      /^(?:respondent|svarande|svars?|enkät|deltagar)[-_ ]?(?:id|nr|nummer|kod)$|^respondent$/,
    cell: isFilled,
    share: 0,
  },
  {
    kind: 'answer-id',
    heading: /^(?:löp(?:nummer|nr)|id)$/,
    beside: ANSWERED,
    cell: isFilled,
    share: 0,
    isVaried: true,
  },
  {
    kind: 'answer-date',
    heading:
      /^(?:svars?(?:datum|tid|tidpunkt)|besvarad(?:es)?(?: den)?|inskickad(?:es)?|tidsstämpel)$/,
    cell: hasDigit,
    share: 0,
  },
  { kind: 'name', heading: NAMES_OF_PERSONS, cell: hasLetter, share: 0 },
  { kind: 'name', heading: /^namn$/, cell: isName, share: 0.5 },
  ...NAMES_OF_ANY,
  { kind: 'name', heading: NO_UNIT, cell: isGivenName, share: 0.5, fewest: 2 },
  {
    kind: 'free-text',
    heading: /fritext|fri text|egna ord|^synpunkt/,
    cell: hasLetter,
    share: 0,
  },
  {
    kind: 'free-text',
    heading: /^(?:kommentar|anmärkning|notering|övrig|motivering|förslag|beskriv )/,
    cell: isRemark,
    share: 0,
  },
  { kind: 'free-text', heading: ASKING, cell: isOwnAnswer, share: 0.3, isVaried: true },
  {
    kind: 'free-text',
    heading:
      /^(?!(?:fråga|påstående|indikator|nyckeltal|mått|mål|målbeskrivning|måluppfyllelse|analys|titel|title|definition|beskrivning|description|källa)(?:\s|$))/,
    cell: isSentence,
    share: 0.3,
    isVaried: true,
  },
];

/** Of a column that is read as what figures are about: one name is that of a house, two are asked about. */
export const NAMES_IN_READ: readonly PersonalKind[] = [
  ...NAMES_OF_ANY,
  { kind: 'personal-number', heading: ANY, cell: isPersonalNumber, share: 0.5, fewest: 2 },
];

/** Numbers of persons by what heads them, also in a column that is read as figures, and whether they check or not. */
export const NUMBERS_IN_READ: readonly PersonalKind[] = PERSONAL_KINDS.filter(
  ({ kind, heading, share }) =>
    (kind === 'phone' || kind === 'personal-number') && heading !== ANY && share === 0,
);
