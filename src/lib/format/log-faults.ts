import type { LogFault } from '#lib/domain/log-fault.ts';
import { formatStamp } from './stamp.ts';
import { formatNumber } from './sv.ts';

/* What is said of a log that has been checked. */

type Words = {
  readonly [Code in LogFault['code']]: (fault: Extract<LogFault, { code: Code }>) => string;
};

const at = ({ seq, at: when }: { readonly seq: number; readonly at: string }) =>
  `Rad ${seq} (${formatStamp(when)})`;

const FROZEN = {
  changed: 'är ändrad: den är inte det som loggen säger att nämnden beslutade.',
  gone: 'fattas, fast loggen säger att den låstes.',
  'not-logged': 'finns inte i loggen.',
} as const;

const CORRECTED = {
  changed: 'är ändrad: den är inte det som loggen säger att någon rättade till.',
  gone: 'fattas, fast loggen säger att den gjordes.',
  'not-logged': 'finns inte i loggen.',
} as const;

const STEP = {
  changed: 'Ett steg i ett tillfälle är ändrat: det är inte som loggen säger att det togs',
  gone: 'Ett steg som loggen säger togs i ett tillfälle fattas',
  'not-logged': 'Ett steg i ett tillfälle finns inte i loggen',
  order: 'Ett tillfälles steg står i en annan ordning än i loggen',
  elsewhere: 'Ett tillfälle står inte där dess steg ledde',
  dated: 'Ett tillfälle har andra dagar än kallelsen och det som rättats säger',
} as const;

const SENT = {
  changed: 'är ändrat: det stämmer inte med sitt fingeravtryck.',
  gone: 'fattas.',
  'not-logged': 'hör inte till något steg som loggen säger publicerade något.',
} as const;

const UPLOAD = {
  changed: 'är ändrad: den är inte det som loggen säger.',
  gone: 'fattas, fast loggen säger att den fanns.',
} as const;

const FILE = {
  changed: 'är ändrad: innehållet stämmer inte med fingeravtrycket, eller finns fast det gallrats.',
  gone: 'fattas, fast en inläsning pekar på den.',
} as const;

const GALLRING = {
  changed: 'är ändrad: den är inte det som loggen säger att någon beslutade.',
  gone: 'fattas, fast loggen säger att den gjordes.',
  'not-logged': 'finns inte i loggen.',
} as const;

const SAID = {
  changed:
    'är ändrad: den är inte det som loggen säger att någon sade, eller så är det som stod före ett annat.',
  gone: 'fattas, fast loggen säger att någon sade det.',
  'not-logged': 'finns inte i loggen.',
} as const;

const KIND = {
  judgement: 'Bedömning',
  comment: 'Text',
  activity_state: 'Uppgift om en aktivitet,',
  ready_mark: 'Klarmarkering',
  paragraph: 'Text i en rapport,',
} as const;

/** So much of a fingerprint tells one file from another. */
const shortly = (sha256: string) => `${sha256.slice(0, 12)}…`;

const WORDS: Words = {
  corrected: ({ what, correction }) => `Rättelse nummer ${correction} ${CORRECTED[what]}`,
  frozen: ({ what, settlement }) => `Låst version nummer ${settlement} ${FROZEN[what]}`,
  content: (fault) => `${at(fault)} är ändrad: innehållet stämmer inte med radens fingeravtryck.`,
  chain: (fault) =>
    `${at(fault)} följer inte på raden före: någon av dem är ändrad, utbytt eller inskjuten, eller så fattas det rader emellan.`,
  gap: ({ from, to, ...next }) =>
    to < from
      ? `${at(next)} har ett nummer som inte finns i en hel logg: rader är inskjutna.`
      : `${from === to ? `Rad ${from}` : `Rad ${from}–${to}`} fattas: nästa är rad ${next.seq} (${formatStamp(next.at)}).`,
  shorter: ({ seq, newest }) =>
    `Rad ${seq} fattas: den fanns när märket skrevs upp, och nu ${newest === 0 ? 'är loggen tom' : `är rad ${newest} den sista`}.`,
  step: ({ what, occasion }) => `${STEP[what]} (${occasion}).`,
  sent: ({ what, step }) => `Det som sändes med kallelsen i steg nummer ${step} ${SENT[what]}`,
  upload: ({ what, upload }) => `Inläsning nummer ${upload} ${UPLOAD[what]}`,
  file: ({ what, sha256 }) => `Den sparade filen ${shortly(sha256)} ${FILE[what]}`,
  gallring: ({ what, sha256 }) => `Gallringen av filen ${shortly(sha256)} ${GALLRING[what]}`,
  said: ({ what, kind, id }) => `${KIND[kind]} nummer ${id} ${SAID[what]}`,
  untold: ({ action, upload }) =>
    action === 'upload.store'
      ? `Inläsning nummer ${upload} finns, och ingen rad säger att den lästes in: rader fattas.`
      : `Inläsning nummer ${upload} är ångrad, och ingen rad säger det: rader fattas.`,
  behind: ({ newest, at: when }) =>
    `Det finns uppgifter från ${formatStamp(when)}, och ${newest === 0 ? 'loggen är tom' : `rad ${newest}, den sista, är äldre`}: raderna efter den är borta.`,
  other: (fault) => `${at(fault)} har ett annat fingeravtryck än det som skrevs upp.`,
};

/** A fault as a sentence, with its row and when it was written. */
export const logFaultWords = <Code extends LogFault['code']>(
  fault: Extract<LogFault, { code: Code }>,
): string => WORDS[fault.code as Code](fault);

type Mark = { readonly seq: number; readonly hash: string };

/** What to write down outside the server, so that the last rows cannot be taken away unseen. */
export const markWords = (newest: Mark | null): string =>
  newest === null
    ? 'Loggen är tom.'
    : `Loggens nyaste rad: ${newest.seq}:${newest.hash} (skriv upp det här utanför servern).`;

/** "1 204 rader, inga fel." */
export function verifiedWords(rows: number, faults: number): string {
  const counted = `${formatNumber(rows, 0)} ${rows === 1 ? 'rad' : 'rader'}`;
  return faults === 0 ? `${counted}, inga fel.` : `${counted}, ${formatNumber(faults, 0)} fel.`;
}
