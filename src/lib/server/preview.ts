import type { Day } from '#lib/domain/calendar.ts';
import type { Choices } from '#lib/domain/choices.ts';
import type { Difference } from '#lib/domain/difference.ts';
import type { Kommun, Measure } from '#lib/domain/model.ts';
import type { PreviewReport, Understood } from '#lib/domain/preview.ts';
import { tellsOfPersons } from '#lib/domain/severity.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { doubtedPersons } from '#lib/domain/question.ts';
import type { Place } from '#lib/domain/snapshot.ts';
import { parsePeriodText } from '#lib/ingest/period-text.ts';
import type { InputFile } from '#lib/ingest/read-file.ts';
import { examineCatalogue, namedIn } from './catalogue-file.ts';
import type { Db } from './db/client.ts';
import * as indicators from './db/indicators.ts';
import * as measures from './db/measures.ts';
import * as observations from './db/observations.ts';
import type { Preview } from './db/previews.ts';
import * as uploads from './db/uploads.ts';
import { differenceOf, examine } from './examine.ts';
import type { Examined } from './examine.ts';
import { newMeasure } from './new-measure.ts';
import { overlaid, overlayOf } from './overlay.ts';
import type { Overlay } from './overlay.ts';
import { columnsOf } from './preview-columns.ts';
import { leftOutLines, limitOf, safeProblems } from './preview-safe.ts';
import { askedOf, codesOf, faultsOf, namesOf, noticesOf, optionsOf } from './preview-questions.ts';
import { rememberedFor } from './remember.ts';
import { stateReport } from './state-badges.ts';
import { isStoredAlready } from './store-upload.ts';
import { readKnown, valueChanges } from './value-changes.ts';
import type { Changes } from './value-changes.ts';

/** So many of each are told one by one; the rest are counted. */
const LIMITS = { new: 25, changed: 100, unchanged: 5, gone: 0, beside: 50 } as const;

const NONE = { shown: [], count: 0 } as const;
const NO_CHANGES: Changes = { new: NONE, changed: NONE, unchanged: NONE, gone: NONE, beside: NONE };
const NO_DIFFERENCE: Difference = { new: 0, changed: 0, unchanged: 0 };

const understood = ({ bytes }: InputFile, { reading }: Examined): Understood => ({
  bytes: bytes.length,
  encoding: reading.encoding,
  delimiter: reading.delimiter,
  decimal: reading.decimal,
  headerLine: reading.headerLine,
  layout: reading.layout,
  rows: namedIn(reading) || reading.observations.length,
  sheet: reading.sheet,
  sheets: reading.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
});

/** What the file will make, as if it were there: by the numbers it has until then. */
const madeMeasures = ({ resolution, reading }: Examined): Measure[] =>
  resolution.newMeasures.map((name, at) => ({
    id: -at - 1,
    ...newMeasure(name, reading.layout, new Set()),
    ...{ smallCount: null, hidesPersons: false, endedAfter: null },
  }));

const madePlaces = ({ resolution }: Examined): Place[] =>
  resolution.newPlaces.map(({ kind, name }, at) => ({
    id: -at - 1,
    ...{ kind, name, code: null, parent: null },
  }));

function overlayFor(db: Db, kommun: Kommun, waiting: Preview, { resolution }: Examined): Overlay {
  const { fileName: file, createdAt: at, byRole: role } = waiting;
  const ranked = new Set(indicators.names(db, kommun.id).map((one) => one.measure));
  const own = new Set(observations.ownPlaces(db, kommun.id));
  return overlayOf(resolution, { upload: 0, file, at, role }, own, ranked);
}

type Told = Pick<
  PreviewReport,
  'difference' | 'elsewhere' | 'unused' | 'changes' | 'states' | 'late'
>;

const NOTHING_TOLD: Told = {
  difference: NO_DIFFERENCE,
  elsewhere: 0,
  unused: 0,
  changes: NO_CHANGES,
  states: [],
  late: [],
};

/** What storing the file would do to what is seen; while there are questions, what of it can be read. */
function effects(db: Db, kommun: Kommun, waiting: Preview, examined: Examined, today: Day): Told {
  const over = overlayFor(db, kommun, waiting, examined);
  const ids = examined.resolution.measures.filter((id) => id > 0);
  const known = readKnown(
    db,
    kommun,
    [...measures.listByIds(db, ids), ...madeMeasures(examined)],
    madePlaces(examined),
  );
  const used = new Set(indicators.names(db, kommun.id).map((one) => one.measure));
  const seen = uploads.visible(db, kommun.id);
  const before = observations.list(db, kommun.id, ids, seen);
  const after = overlaid(before, over, new Set(examined.resolution.measures));
  return {
    difference: differenceOf(db, kommun, examined),
    elsewhere: over.elsewhere,
    unused: over.own.filter((one) => !used.has(one.measure)).length,
    changes: valueChanges(known, before, after, LIMITS, today),
    ...stateReport(db, kommun, new Set(ids), { seen, over }),
  };
}

function outcomeOf(
  db: Db,
  kommun: Kommun,
  examined: Examined,
  told: Told,
  isCatalogue: boolean,
): PreviewReport['outcome'] {
  const canBe = isCatalogue ? examined.outcome : null;
  if (canBe === 'accept' || canBe === 'accept_with_notice' || examined.isStorable) {
    const { difference } = told;
    const isSame = isCatalogue
      ? difference.new + difference.changed === 0
      : isStoredAlready(db, kommun, examined, difference);
    return isSame ? 'already-stored' : 'ready';
  }
  return examined.reading.table !== null && hasWayOut(examined) ? 'asked' : 'refused';
}

/** Nothing that a person answers or leaves out makes rows of none. */
const NO_WAY_OUT = new Set<Problem['code']>([
  'no-rows',
  'empty-answer',
  'respondent-rows',
  'too-many-columns',
]);
const hasWayOut = ({ problems, choices }: Examined) =>
  !problems.some(({ code }) => NO_WAY_OUT.has(code) && !isOfLeftOut(code, choices));

/** A file all of whose rows are left out has rows: they can be taken back. */
const isOfLeftOut = (code: Problem['code'], { leftOut }: Choices) =>
  code === 'no-rows' && leftOut.length > 0;

function periodFaultOf(told: string | null) {
  const period = told === null ? null : parsePeriodText(told);
  return period === null || period.ok ? null : period.error;
}

/**
 * Everything that is said of a file before it is stored: how it was understood, what it would change,
 * what is wrong and what is asked. Stores nothing. What rests on too few answers is taken away.
 */
export function previewReport(
  db: Db,
  kommun: Kommun,
  waiting: Preview,
  bytes: Uint8Array,
  today: Day,
): PreviewReport {
  const file: InputFile = { name: waiting.fileName, bytes };
  const { choices } = waiting;
  const examined = examine(db, kommun, file, choices);
  const catalogue = examineCatalogue(db, examined.reading);
  // Names that may be of persons are shown nowhere, and what each means is asked when it is known that they are not.
  const isDoubted = doubtedPersons(examined.problems, choices.answers).length > 0;
  const told = catalogue
    ? { ...NOTHING_TOLD, difference: catalogue.difference }
    : examined.resolution.observations.length > 0 && !isDoubted
      ? effects(db, kommun, waiting, examined, today)
      : NOTHING_TOLD;
  const options = optionsOf(db, kommun);
  const limit = limitOf(db, examined);
  const problems = safeProblems(examined, limit);
  const header = examined.reading.table?.header ?? [];
  const remembered = rememberedFor(db, kommun, header);
  const columns = columnsOf(file, examined.reading, choices, remembered, limit);
  const isPeriodOpen = problems.some(({ code }) => code === 'no-period');
  return {
    of: catalogue?.of ?? 'values',
    outcome: outcomeOf(db, kommun, examined, told, catalogue !== null),
    understood: understood(file, examined),
    ...told,
    needsPeriod: isPeriodOpen || choices.period !== null,
    isPeriodOpen,
    periodFault: periodFaultOf(choices.period),
    columns,
    // Where each column is asked about, which of two counts is asked with it.
    questions: askedOf(problems, choices.answers).filter(
      ({ problem }) => columns?.by !== 'unknown' || problem.code !== 'duplicate-column',
    ),
    names: namesOf(
      isDoubted ? [] : examined.resolution.names,
      choices,
      remembered?.names,
      options,
      codesOf(db, kommun, options),
      problems,
    ),
    options,
    faults: faultsOf(problems.filter(({ code }) => !isOfLeftOut(code, choices))),
    notices: noticesOf(problems),
    notKept: problems.filter(tellsOfPersons),
    isPerPerson: examined.reading.isPerPerson,
    // Of a workbook another sheet may be what was meant.
    isGone:
      problems.some(({ code }) => code === 'respondent-rows') && examined.reading.sheets.length < 2,
    leftOut: leftOutLines(file, choices, limit),
    choices: {
      period: choices.period,
      leftOut: choices.leftOut,
      // Kept before there were any sheets to choose, it has none.
      sheet: choices.sheet ?? null,
    },
  };
}
