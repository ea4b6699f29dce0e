import { LONGEST_MARK, LONGEST_REASON } from '#lib/domain/publishing.ts';
import type {
  DecisionFault,
  PublishingFault,
  PublishingStop,
  ReasonFault,
  RedatingFault,
} from '#lib/domain/publishing.ts';
import type { Assessed } from '#lib/domain/assess-all.ts';
import type { MeetingChange } from '#lib/domain/at-meeting.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { LateValue } from '#lib/domain/late.ts';
import type { Decision, Occasion } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { LateAt } from '#lib/domain/preview.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import type { State } from '#lib/domain/state.ts';
import { aboutWords } from './changes.ts';
import { stateWord } from './labels.ts';
import { placeWord } from './place.ts';
import { formatDay, formatMoment, lowerFirst, withUnit } from './sv.ts';
import { formatValue, hiddenWhy } from './value.ts';

/* What is said of publishing, locking and what came after. */

/** "godkänd av nämnden 3 oktober 2023, § 45, dnr SN 2023/145" */
export const decisionWords = ({ decidedOn, paragraph, diarienummer }: Decision): string =>
  `godkänd av nämnden ${formatDay(decidedOn)}, §\u00a0${paragraph}, dnr\u00a0${diarienummer}`;

type Stops = {
  readonly [Kind in PublishingStop['kind']]: (
    stop: Extract<PublishingStop, { readonly kind: Kind }>,
  ) => string;
};

const STOP: Stops = {
  'before-cutoff': ({ cutoffOn }) =>
    `Brytdagen är ${formatDay(cutoffOn)}. Det kan publiceras dagen efter, när alla värden har kunnat komma.`,
  nothing: () =>
    'Planen har inga mål, aktiviteter eller indikatorer det året: det finns inget att publicera.',
};

export const stopWords = <S extends PublishingStop>(stop: S): string =>
  (STOP[stop.kind] as (one: S) => string)(stop);

export const PUBLISHING_FAULT: Readonly<Record<PublishingFault, string>> = {
  'no-day': 'Skriv datumen som 2023-09-20, eller lämna sammanträdet tomt.',
  'sent-later':
    'Kallelsen kan inte vara sänd en dag som inte har varit: alla läser tillfället så snart det är publicerat. Ändra dagen.',
  'meets-first': 'Sammanträdet kommer före kallelsen. Ändra ett av datumen.',
};

export const REDATING_FAULT: Readonly<Record<RedatingFault, string>> = {
  ...PUBLISHING_FAULT,
  same: 'Det är de datum som redan står. Skriv dem som de ska vara.',
};

export const NOT_CORRECTED =
  'Det är de uppgifter som redan står. Ändra det som är fel, och säg varför.';

export const REASON_FAULT: Readonly<Record<ReasonFault, string>> = {
  none: 'Skriv skälet: det visas bredvid det som var beslutat.',
  'too-long': `Skälet läses av alla, överst på sidan. Skriv högst ${LONGEST_REASON} tecken.`,
};

export const DECISION_FAULT: Readonly<Record<DecisionFault, string>> = {
  'no-day': 'Skriv dagen då nämnden beslutade, som 2023-10-03.',
  'day-to-come': 'Dagen har inte varit än. Skriv dagen då nämnden beslutade.',
  'before-cutoff': 'Nämnden kan inte ha beslutat före brytdagen. Är det rätt tillfälle?',
  'no-paragraph': 'Skriv paragrafen i protokollet, som § 45.',
  'odd-paragraph': 'Skriv paragrafens nummer i protokollet, som § 45.',
  'no-diarienummer': 'Skriv ärendets diarienummer, som SN 2023/145.',
  'too-long': `Paragraf och diarienummer har högst ${LONGEST_MARK} tecken.`,
};

/** Which field a fault stands at. */
export const FAULT_FIELD: Readonly<Record<DecisionFault, string>> = {
  'no-day': 'beslutad',
  'day-to-come': 'beslutad',
  'before-cutoff': 'beslutad',
  'no-paragraph': 'paragraf',
  'odd-paragraph': 'paragraf',
  'no-diarienummer': 'diarienummer',
  'too-long': 'paragraf',
};

/** "Ändrad vid sammanträdet. I förslaget till nämnden: bedöms delvis uppnås." */
export const sentWords = (sent: State, later: readonly Occasion[]): string =>
  `Ändrad vid sammanträdet. I förslaget till nämnden: ${lowerFirst(stateWord(sent, later))}.`;

export const AT_MEETING = 'Ändrad vid sammanträdet.';

/** A value that has come, or gone, since the nämnd decided. */
export type LateRow = {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly was: string;
  readonly is: string;
  /** Why what it is now is not told; null where it is. */
  readonly why: string | null;
  readonly source: Observation['source'] | null;
  readonly cameOn: string | null;
};

function shown({ measure, indicator }: AssessedIndicator, value: Observation | null): string {
  if (value === null) return '–';
  const words = formatValue(value, indicator.decimals);
  return value.state === 'value' ? withUnit(words, measure.unit) : words;
}

export function lateRow({ indicator: one, was, is }: LateValue, places: readonly Place[]): LateRow {
  const { period, place, sex, breakdown, kind } = (is ?? was)!;
  const at = places.find(({ id }) => id === place);
  return {
    key: one.indicator.key,
    title: one.indicator.short ?? one.indicator.title,
    about: aboutWords({
      ...{ period, sex, breakdown, of: kind },
      place: place === one.place || !at ? null : placeWord(at),
    }),
    ...{ was: shown(one, was), is: is === null ? 'ångrat' : shown(one, is) },
    ...{ why: hiddenWhy(is ? [is] : [])[0] ?? null, source: is?.source ?? null },
    cameOn: is && formatMoment(is.source.at),
  };
}

/** "Bedömning", "Text: Orsak, Hemtjänst Norr": what of a thing was changed at the meeting. */
export function changeWords(
  change: MeetingChange,
  { places, place }: Pick<Assessed, 'places' | 'place'>,
): string {
  if (change.kind === 'lifecycle') return 'Hur långt det har kommit';
  const unit = change.place === place ? undefined : places.find(({ id }) => id === change.place);
  const title = change.kind === 'text' ? change.title : null;
  const more = [title, unit ? placeWord(unit) : null].filter((one) => one !== null).join(', ');
  const what = change.kind === 'text' ? 'Text' : 'Bedömning';
  return more === '' ? what : `${what}: ${more}`;
}

/** "Delår 2023 är låst av Socialnämnden: läget ändras inte där, och 3 värden visas bredvid som ändrade efter beslut." */
export const lateAtWords = ({ namnd, occasion, count }: LateAt): string =>
  `${occasion} är låst av ${namnd}: läget ändras inte där, och ${count === 1 ? 'ett värde' : `${count} värden`} visas bredvid som ändrat efter beslut.`;
