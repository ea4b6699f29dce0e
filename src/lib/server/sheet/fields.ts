import { isDay } from '#lib/domain/calendar.ts';
import type { Day } from '#lib/domain/calendar.ts';
import type { Judgement } from '#lib/domain/judgement.ts';
import { LIFECYCLES } from '#lib/domain/lifecycle.ts';
import type { Lifecycle } from '#lib/domain/lifecycle.ts';
import { tidyText } from '#lib/domain/rich-text.ts';

/* What a sheet's form carries: the names of its fields, and what is written in them. */

/** Fields by name, as a form sends them. */
export type Fields = Readonly<Record<string, string>>;

export const textSlot = (part: string, place: number): string => `text-${part}-${place}`;
export const judgementSlot = (place: number): string => `bedomning-${place}`;
export const LIFECYCLE_SLOT = 'lage';
export const START_FIELD = 'start';
export const END_FIELD = 'slut';

export const reasonField = (place: number): string => `skal-${place}`;
export const trendField = (place: number): string => `trend-${place}`;
/** What was there when somebody began to write in a slot: the id of its last link, empty for none. */
export const baseField = (slot: string): string => `bas-${slot}`;

/** Of two texts in one slot, which shall hold: `deras`, or `mitt:` and the id of what it shall come after. */
export const choiceField = (slot: string): string => `val-${slot}`;
export const THEIRS = 'deras';
export const MINE = 'mitt:';

/** The newest of the writer's drafts that their page has seen. */
export const SEEN_FIELD = 'sett';
/** Who wrote it: another may sign in where it was written. */
export const WRITER_FIELD = 'av';
/** A mark of what the judgement leaned on when the page was opened. */
export const BASIS_FIELD = 'underlag';
/** Somebody has looked anew at what has changed, and it stands. */
export const CONFIRMED_FIELD = 'bekrafta';

/** What was there when somebody began to write; what they have chosen to come after, where they have. */
export function baseIn(fields: ReadonlyMap<string, string>, slot: string): number {
  const choice = fields.get(choiceField(slot)) ?? '';
  const text = choice.startsWith(MINE) ? choice.slice(MINE.length) : fields.get(baseField(slot));
  return Number(text ?? '') || 0;
}

const STEP = 'steg:';
const LATER = 'mats_senare:';

/** `steg:uppnatt`, `mats_senare:7`, `ej_bedomt`, `ej_utvarderad`: what a choice says. */
export function asChoice(said: Judgement['said']): string {
  if (said.kind === 'step') return STEP + said.step;
  return said.kind === 'mats_senare' ? `${LATER}${said.to}` : said.kind;
}

/** Null for what is no choice. */
export function readChoice(text: string): Judgement['said'] | null {
  if (text.startsWith(STEP)) return { kind: 'step', step: text.slice(STEP.length) };
  if (/^mats_senare:[1-9]\d{0,14}$/.test(text))
    return { kind: 'mats_senare', to: Number(text.slice(LATER.length)) };
  return text === 'ej_bedomt' || text === 'ej_utvarderad' ? { kind: text } : null;
}

/** A day; null for none, and undefined for what is no day. */
export const readDate = (text: string): Day | null | undefined =>
  text === '' ? null : isDay(text) ? text : undefined;

/** Null for nothing said, and undefined for what is no such thing. */
export const readLifecycle = (text: string): Lifecycle | null | undefined =>
  text === '' ? null : LIFECYCLES.find((one) => one === text);

/** What was written in some fields, tidy; null when none of them was sent: an older page had no such slot. */
export function pick(fields: ReadonlyMap<string, string>, names: readonly string[]): Fields | null {
  const sent = names.filter((name) => fields.has(name));
  if (sent.length === 0) return null;
  return Object.fromEntries(names.map((name) => [name, tidyText(fields.get(name) ?? '')]));
}

export const isAlike = (one: Fields, other: Fields): boolean =>
  Object.keys(one).every((name) => one[name] === other[name]);
