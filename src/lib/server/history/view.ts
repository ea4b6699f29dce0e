import { groupBy } from '#lib/domain/group-by.ts';
import { runsOf } from '#lib/domain/history.ts';
import type { DatedTarget } from '#lib/domain/history.ts';
import type { Indicator, Measure, Occasion, Scale, TextPart } from '#lib/domain/model.ts';
import type { Observation } from '#lib/domain/observation.ts';
import type { BadgeData } from '#lib/domain/preview.ts';
import { readableText } from '#lib/domain/rich-text.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { familyOf } from '#lib/domain/difference.ts';
import { toldFigures } from '#lib/domain/told-figures.ts';
import { diffWords, excerptOf } from '#lib/domain/word-diff.ts';
import type { ShownPiece } from '#lib/domain/word-diff.ts';
import { aboutWords, shownWords } from '#lib/format/changes.ts';
import { lifecycleWords } from '#lib/format/history.ts';
import type { NotTold } from '#lib/format/history.ts';
import { NOT_A_STEP, occasionWord, SEX } from '#lib/format/labels.ts';
import { AT_MEETING } from '#lib/format/publishing.ts';
import { placeWord } from '#lib/format/place.ts';
import { roleWord } from '#lib/format/roles.ts';
import { formatTarget } from '#lib/format/target.ts';
import type { Db } from '../db/client.ts';
import * as judgements from '../db/judgements.ts';
import * as uploads from '../db/uploads.ts';
import { readDecided } from '../decided.ts';
import type { EntryView, RunView, ValueView } from './entry-view.ts';
import type { Entry, History } from './gather.ts';

/* The history of a thing in the words of its page. */

/** Who reads: whether names are seen, and files opened. */
export type Reader = { readonly seesNames: boolean; readonly seesFiles: boolean };

/** What the words of an entry are made from. */
export type Around = {
  readonly places: readonly Place[];
  /** The kommun's own place, which goes without saying. */
  readonly place: number;
  readonly parts: readonly TextPart[];
  /** The kommun's occasions: what is measured later is measured at one of them. */
  readonly occasions: readonly Occasion[];
  readonly of: { readonly indicator: Indicator; readonly measure: Measure } | null;
};

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;
type Told = Omit<EntryView, 'at' | 'atMeeting'>;

/** All that the entries of a page are told with, read once. */
type Telling = Around & {
  readonly reader: Reader;
  readonly bodies: ReadonlyMap<number, string>;
  readonly undoneBy: ReturnType<typeof uploads.undoneBy>;
  readonly uploadsOf: ReadonlyMap<number, uploads.Upload>;
  readonly isTold: (step: Of<'value'>['step']) => NotTold | null;
  /** The scales that an occasion was decided with; none where it has not been. */
  readonly scalesAt: (occasion: number) => readonly Scale[];
};

type By = { readonly byName: string; readonly byRole: string };

const byWords = ({ reader }: Telling, { byName, byRole }: By): string =>
  reader.seesNames ? `${byName}, ${roleWord(byRole)}` : roleWord(byRole);

function placeName({ places, place }: Around, id: number): string | null {
  const found = id === place ? undefined : places.find((one) => one.id === id);
  return found ? placeWord(found) : null;
}

type JudgementRow = Of<'judgement'>['seen']['link'];

type StepRow = NonNullable<JudgementRow['step']>;

/** A step as it was decided: what a nämnd has locked keeps its words and its colour, whatever its scale is today. */
function stepBadge(
  { scalesAt }: Telling,
  step: StepRow,
  occasion: number,
  aspect: BadgeData['aspect'],
): BadgeData {
  const decided = scalesAt(occasion)
    .find(({ id }) => id === step.scale)
    ?.steps.find(({ key }) => key === step.key);
  if (decided) return { aspect, colour: decided.colour, word: decided.word[aspect] };
  const word = aspect === 'forecast' ? step.wordForecast : step.word;
  return { aspect, colour: step.colour, word };
}

function badgeOf(telling: Telling, row: JudgementRow): BadgeData {
  const { step, aspect, kind, measuredAt } = row;
  if (step) return stepBadge(telling, step, row.occasion, aspect);
  const later = telling.occasions.find(({ id }) => id === measuredAt);
  const word = later
    ? `Mäts till ${occasionWord(later)}`
    : NOT_A_STEP[kind === 'step' ? 'ej_bedomt' : kind].one;
  return { aspect, colour: null, word };
}

const changeOf = (was: string, is: string): readonly ShownPiece[] =>
  excerptOf(diffWords(readableText(was), readableText(is)));

const sameSaid = (a: JudgementRow, b: JudgementRow) =>
  (['kind', 'trend', 'reason', 'measuredAt'] as const).every((field) => a[field] === b[field]) &&
  a.step?.id === b.step?.id;

function judgement(telling: Telling, { seen: { link, before } }: Of<'judgement'>): Told {
  return {
    by: byWords(telling, link),
    heading: link.aspect === 'forecast' ? 'Bedömning, prognos' : 'Bedömning',
    place: placeName(telling, link.place),
    source: link.source,
    body: {
      ...{ kind: 'judgement', was: before && badgeOf(telling, before), is: badgeOf(telling, link) },
      isSame: before !== null && sameSaid(link, before),
      trend: link.trend,
      reason: changeOf(before?.reason ?? '', link.reason ?? ''),
    },
  };
}

function text(telling: Telling, { seen: { link, before } }: Of<'text'>): Told {
  const { bodies, parts } = telling;
  const [was, is] = [bodies.get(before?.id ?? 0) ?? '', bodies.get(link.id) ?? ''];
  const pieces = changeOf(was, is);
  return {
    by: byWords(telling, link),
    heading: parts.find(({ key }) => key === link.part)?.title ?? 'Text',
    place: placeName(telling, link.place),
    source: link.source,
    body: {
      ...{ kind: 'text', pieces, isFirst: was === '', isGone: is === '' },
      isSame: pieces.every(({ kind }) => kind === 'same' || kind === 'cut'),
    },
  };
}

const lifecycle = (telling: Telling, { seen: { link, before } }: Of<'lifecycle'>): Told => ({
  by: byWords(telling, link),
  heading: 'Hur långt det har kommit',
  ...{ place: null, source: null },
  body: { kind: 'words', was: before && lifecycleWords(before), is: lifecycleWords(link) },
});

const READY = (isReady: boolean) => (isReady ? 'Klarmarkerad' : 'Inte längre klarmarkerad');

const ready = (telling: Telling, { seen: { link } }: Of<'ready'>): Told => ({
  by: byWords(telling, link),
  heading: 'Klarmarkering',
  ...{ place: null, source: null },
  body: { kind: 'words', was: null, is: READY(link.isReady) },
});

const ceiling = (telling: Telling, { ceiling: { row, step } }: Of<'ceiling'>): Told => ({
  ...{ by: null, heading: 'Tak för bedömningen', place: null, source: row.source },
  body: {
    ...{ kind: 'ceiling', words: row.words },
    is: stepBadge(telling, step, row.occasion, 'outcome'),
  },
});

function target(telling: Telling, { change: { was, is } }: Of<'target'>): Told {
  const { of } = telling;
  const words = (one: DatedTarget) =>
    of ? formatTarget(one, of.indicator.decimals, of.measure.unit) : '';
  const sex = was.sex === 'T' ? '' : `, ${SEX[was.sex].toLowerCase()}`;
  return {
    ...{ by: null, heading: `Målvärde ${was.year}${sex}`, source: is?.source ?? null },
    place: placeName(telling, was.place),
    body: { kind: 'words', was: words(was), is: is ? words(is) : 'Inget målvärde' },
  };
}

function value(telling: Telling, { step }: Of<'value'>): Told {
  const { of, reader, undoneBy, uploadsOf } = telling;
  const { was, is, isUndone } = step;
  const about = (is ?? was)!;
  const notTold = telling.isTold(step);
  const unit = of?.measure.unit ?? '';
  const shown = (one: Observation) => shownWords({ state: one.state, value: one.value, unit });
  const fileOf = (id: number, name: string) =>
    reader.seesFiles || uploadsOf.get(id)?.state !== 'undone' ? name : null;
  const asView = (one: Observation | null): ValueView | null =>
    one && {
      words: notTold ? null : shown(one),
      ...{ file: fileOf(one.source.upload, one.source.file), line: one.source.line },
      upload: reader.seesFiles ? one.source.upload : null,
    };
  const upload = uploadsOf.get(step.upload);
  const undoer = undoneBy.get(step.upload);
  const by = isUndone ? undoer && { byName: undoer.name, byRole: undoer.role } : upload;
  return {
    by: by ? byWords(telling, by) : null,
    heading: `Värde: ${aboutWords({ ...about, place: placeName(telling, about.place), of: about.kind })}`,
    ...{ place: null, source: null },
    body: {
      ...{ kind: 'value', was: asView(was), is: asView(is), notTold },
      undone: isUndone ? { file: fileOf(step.upload, upload?.fileName ?? '') } : null,
      isBeside: notTold === null && was !== null && is !== null && shown(was) === shown(is),
    },
  };
}

type Tellers = {
  readonly [Kind in Entry['kind']]: (telling: Telling, entry: Of<Kind>) => Told;
};

const phase = (telling: Telling, { row }: Of<'phase'>): Told => ({
  ...{ by: byWords(telling, row), heading: row.words, place: null, source: null },
  body: { kind: 'phase', words: row.told, reason: row.reason },
});

const TELL: Tellers = { judgement, text, lifecycle, ready, ceiling, target, value, phase };

function viewOf(telling: Telling, entry: Entry): EntryView {
  const tell = TELL[entry.kind] as (telling: Telling, entry: Entry) => Told;
  const isAtMeeting =
    'seen' in entry && 'atMeeting' in entry.seen.link && entry.seen.link.atMeeting;
  return { at: entry.at, atMeeting: isAtMeeting ? AT_MEETING : null, ...tell(telling, entry) };
}

/** Whether the figures of a change may be told; asked once for each family, and only of those that are shown. */
function toldIn({ values }: History, { places, place, of }: Around): Telling['isTold'] {
  const families = groupBy(values.readings, familyOf);
  const known = new Map<string, (one: Observation) => boolean>();
  const mayTell = (one: Observation) => {
    const family = familyOf(one);
    const isTold =
      known.get(family) ??
      toldFigures(families.get(family) ?? [], values.comings, {
        ...{ measures: of ? [of.measure] : [], places, place, decided: values.decided },
      });
    known.set(family, isTold);
    return isTold(one);
  };
  return ({ was, is }) => {
    const told = [was, is].filter((one) => one !== null);
    if (told.some(({ source }) => values.takenAway.has(source.upload))) return 'removed';
    return told.every(mayTell) ? null : 'few';
  };
}

/** By occasion, of those that have been decided. */
function scalesIn(db: Db, { namnd, occasions }: History): Telling['scalesAt'] {
  const known = new Map(
    occasions
      .filter(({ decision }) => decision !== null)
      .map((one) => [one.id, readDecided(db, namnd, one).scales] as const),
  );
  return (occasion) => known.get(occasion) ?? [];
}

/** Some of the entries of a history, as they are shown: by the occasions they belong to. */
export function viewRuns(
  db: Db,
  history: History,
  entries: readonly Entry[],
  around: Around,
  reader: Reader,
): readonly RunView[] {
  const texts = entries.flatMap((one) => (one.kind === 'text' ? [one.seen] : []));
  const steps = entries.flatMap((one) => (one.kind === 'value' ? [one.step] : []));
  const undone = steps.filter(({ isUndone }) => isUndone).map(({ upload }) => upload);
  const telling: Telling = {
    ...{ ...around, reader },
    bodies: judgements.bodies(
      db,
      texts.flatMap(({ link, before }) => [link.id, ...(before ? [before.id] : [])]),
    ),
    undoneBy: uploads.undoneBy(db, undone),
    uploadsOf: history.values.uploads,
    isTold: toldIn(history, around),
    scalesAt: scalesIn(db, history),
  };
  const title = (id: number | null) => {
    const found = history.occasions.find((one) => one.id === id);
    return found ? { title: found.title, cutoffOn: found.cutoffOn } : null;
  };
  return runsOf(entries).map((run) => ({
    occasion: title(run.occasion),
    entries: run.entries.map((one) => viewOf(telling, one)),
  }));
}
