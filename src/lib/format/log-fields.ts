import { fieldChanges } from '#lib/domain/field-changes.ts';
import type { FieldChange, Leaf } from '#lib/domain/field-changes.ts';
import { LIFECYCLE } from './judging.ts';
import { BETTER, NOT_A_STEP, PHASE, SEX } from './labels.ts';
import { roleWord } from './roles.ts';
import { formatStamp } from './stamp.ts';
import { formatNumber, upperFirst } from './sv.ts';

/* What a row of the log says was, and is, as fields in words. */

/** What the row is about, told beside it, and in no need of being told again where it is the same. */
const CONTEXT: ReadonlySet<string> = new Set([
  ...['subject', 'activity', 'kommun', 'namnd', 'occasion', 'place', 'part', 'aspect'],
]);

export const FIELD: Readonly<Record<string, string>> = {
  ...{ word: 'bedömning', said: 'bedömning', to: 'till tillfälle nummer', step: 'steg' },
  ...{
    reason: 'skäl',
    trend: 'riktning',
    source: 'källa i handlingarna',
    basis: 'underlagets märke',
  },
  ...{ slot: 'plats i rapporten', elsewhere: 'tal från annan källa', number: 'tal' },
  ...{ parts: 'delar', template: 'mallen som data', report: 'rapportens fingeravtryck (SHA-256)' },
  ...{ body: 'text', lifecycle: 'läge', startOn: 'start', endOn: 'slut', isReady: 'klarmarkerad' },
  ...{ subject: 'gäller', occasion: 'tillfälle', place: 'plats', part: 'textdel', aspect: 'avser' },
  ...{
    state: 'läge',
    file: 'fil',
    sha256: 'fingeravtryck (SHA-256)',
    storedSeq: 'inläsning i ordningen',
  },
  ...{
    new: 'nya',
    changed: 'ändrade',
    unchanged: 'oförändrade',
    things: '',
    compared: 'jämförs med',
  },
  ...{ mapping: '', columns: 'kolumn', header: 'rubrik', is: 'är', told: '', names: '' },
  ...{ indicator: 'indikator', period: 'period', sex: 'kön', kind: 'slag' },
  ...{ indicators: 'indikatorer', places: 'platser', members: 'medlemmar', parent: 'under' },
  ...{ code: 'kod', title: 'titel', unit: 'enhet', isShare: 'andel', better: 'riktning' },
  ...{ survey: 'undersökning', endedAfter: 'sista år', about: 'gäller', oldTitles: 'äldre titlar' },
  ...{ name: 'namn', version: 'version', plans: 'planer', namnder: 'nämnder', goals: 'mål' },
  ...{ activities: 'aktiviteter', judgements: 'bedömningar', texts: 'texter' },
  ...{
    role: 'roll',
    kommun: 'kommun',
    namnd: 'nämnd',
    closedAt: 'stängt',
    linkUntil: 'länken gäller till',
  },
  ...{ hasPassword: 'har lösenord', filter: 'urval', rows: 'rader', newest: 'till och med rad' },
  ...{
    phase: 'steg',
    publishedOn: 'kallelsen sändes',
    meetingOn: 'sammanträde',
    atMeeting: 'vid sammanträdet',
  },
  ...{
    decidedOn: 'beslutat',
    paragraph: 'paragraf',
    diarienummer: 'diarienummer',
    settlement: 'fryst version, löpnummer',
    correction: 'rättelse, löpnummer',
  },
  ...{
    files: 'filer',
    isKept: 'sparad',
    decision: 'gallringsbeslut',
    waiting: 'kastade som väntade',
    issuer: 'utfärdare',
  },
  ...{ var: 'var', vem: 'vem', slag: 'ändring', fran: 'från', till: 'till', text: 'ord' },
};

const isNumber = (text: string) => /^\d+$/.test(text);

/** "Kolumn 3, period". What has no word is said as it stands: it may be a code, or a name of a file. */
export function fieldWords(path: readonly string[]): string {
  const words = path
    .map((key) =>
      isNumber(key) ? String(Number(key) + 1) : Object.hasOwn(FIELD, key) ? FIELD[key]! : key,
    )
    .filter((word) => word !== '');
  const joined = words.reduce(
    (text, word) => (text === '' ? word : `${text}${isNumber(word) ? ' ' : ', '}${word}`),
    '',
  );
  return upperFirst(joined);
}

const STATE: Readonly<Record<string, string>> = {
  ...{ loading: 'läses in', stored: 'inläst', undone: 'ångrad', discarded: 'kastad' },
};

type Words = Readonly<Record<string, string | null>>;

/** What is kept as a word of the program's, by the field it stands in. */
const VALUE: Readonly<Record<string, Words>> = {
  ...{ phase: PHASE, lifecycle: LIFECYCLE, state: STATE, sex: SEX, better: BETTER },
  kind: Object.fromEntries(Object.entries(NOT_A_STEP).map(([key, { one }]) => [key, one])),
};

const MOMENTS: ReadonlySet<string> = new Set(['closedAt', 'linkUntil']);

function leafWords(field: string, value: Leaf): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'number') return formatNumber(value, Number.isInteger(value) ? 0 : 2);
  if (field === 'role') return roleWord(value);
  if (MOMENTS.has(field)) return formatStamp(value);
  const words = Object.hasOwn(VALUE, field) ? VALUE[field] : undefined;
  return words && Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}

export type ShownChange = {
  readonly field: string;
  /** Null where it was not there, or is not. */
  readonly before: string | null;
  readonly after: string | null;
  /** What only who checks something looks at. */
  readonly isMark: boolean;
};

const MARKS: ReadonlySet<string> = new Set([
  ...['sha256', 'storedSeq', 'basis', 'settlement', 'correction', 'template', 'report'],
]);

const shown = ({ path, before, after }: FieldChange): ShownChange => {
  const words = (value: Leaf | undefined) =>
    value === undefined ? null : leafWords(path.at(-1) ?? '', value);
  const isMark = MARKS.has(path[0] ?? '');
  return { field: fieldWords(path), before: words(before), after: words(after), isMark };
};

const has = (data: unknown, key: string) =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key);

/** What was changed, without what the row is about; a judgement in its words, where the log has them. */
export function shownChanges(before: unknown, after: unknown): readonly ShownChange[] {
  const isSaidInWords = has(after, 'word');
  const isAbout = ({ path: [first = ''], ...one }: FieldChange) => {
    if (first === 'said') return isSaidInWords;
    const isOneSided = one.before === undefined || one.after === undefined;
    return CONTEXT.has(first) && isOneSided;
  };
  return fieldChanges(before, after)
    .filter((one) => !isAbout(one))
    .map(shown);
}
