import type { ObservationState } from '#lib/domain/observation.ts';

export type NoValue = Exclude<ObservationState, 'value'>;

/** What a mark means where a source has its own meanings: `nil` is a zero that is written so. */
export type Marks = {
  readonly among: 'pxweb';
  readonly read: (text: string) => NoValue | 'nil' | null;
};

/** What files write where there is no value (formats 12). None of them is ever 0. */
const MARKS: Readonly<Record<string, NoValue>> = {
  '': 'missing',
  '-': 'missing',
  '–': 'missing',
  '—': 'missing',
  '−': 'missing',
  '...': 'missing',
  '…': 'missing',
  missing: 'missing',
  saknas: 'missing',
  bortfall: 'missing',
  'uppgift saknas': 'missing',
  'ingen uppgift': 'missing',
  'inget värde': 'missing',
  na: 'missing',
  'n/a': 'missing',
  nan: 'missing',
  null: 'missing',
  none: 'missing',
  '#n/a': 'missing',
  '#saknas!': 'missing',
  '#division/0!': 'missing',
  '#div/0!': 'missing',
  '..': 'suppressed',
  '(..)': 'suppressed',
  '*': 'suppressed',
  '**': 'suppressed',
  x: 'suppressed',
  sekretess: 'suppressed',
  sekretessbelagd: 'suppressed',
  '.': 'not_applicable',
  'ej tillämplig': 'not_applicable',
  'ej tillämpligt': 'not_applicable',
  'ej aktuell': 'not_applicable',
  'ej aktuellt': 'not_applicable',
};

/** Longer than any mark, so that long texts need not be folded to be passed by. */
const LONGEST = 24;

const FEWER_THAN = /^(?:<|färre än) ?\d+$/;

/** Why a cell holds no value, or null when it holds something else. */
export function missingMark(text: string): NoValue | null {
  if (text.length > LONGEST) return null;
  const folded = text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (FEWER_THAN.test(folded)) return 'suppressed';
  return Object.hasOwn(MARKS, folded) ? MARKS[folded]! : null;
}
