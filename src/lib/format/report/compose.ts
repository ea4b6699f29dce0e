import type { Assessed } from '#lib/domain/assess-all.ts';
import type { AssessedGoal } from '#lib/domain/assess-goal.ts';
import type { AssessedIndicator } from '#lib/domain/assess-indicator.ts';
import type { About } from '#lib/domain/bound.ts';
import { groupBy } from '#lib/domain/group-by.ts';
import { isLocked, isOpen } from '#lib/domain/occasion.ts';
import { groupOf } from '#lib/domain/report.ts';
import type {
  Groups,
  PartKind,
  PartOf,
  ReportHead,
  ReportPart,
  ReportTemplate,
} from '#lib/domain/report.ts';
import { blocksOf } from '#lib/domain/rich-text.ts';
import type { Statement } from '#lib/domain/statement.ts';
import { statementsOf } from '#lib/domain/statements.ts';
import type { Fact, Piece, ReportDocument } from '../document.ts';
import { draftOf } from '../draft.ts';
import { decisionWords } from '../publishing.ts';
import { formatDay, upperFirst } from '../sv.ts';
import type { Draft } from '../token.ts';
import {
  elsewherePieces,
  rolesPieces,
  rulesPieces,
  scalesPieces,
  sourcesPieces,
} from './appendices.ts';
import { goalPieces, indicatorsOf, thingsOf, toldGoals } from './goals.ts';
import { indicatorColumns } from './indicators.ts';
import { seriesPieces } from './series.ts';
import { tablePieces } from './table.ts';
import { thingColumns } from './things.ts';
import type { Thing } from './things.ts';
import { chapterPieces } from './pasted.ts';
import { bodyOf, slotText, textPieces } from './written.ts';
import type { Paragraph, SlotText } from './written.ts';

/* A report: a template, the assessed tree and what people have written become one document (DESIGN 8). */

export type Written = {
  readonly head: ReportHead;
  /** By `slotKey`. */
  readonly paragraphs: ReadonlyMap<string, Paragraph>;
};

/** A part as it came out: its pieces, and the places in it where somebody may write. */
export type ComposedPart = {
  readonly part: ReportPart;
  readonly pieces: readonly Piece[];
  readonly texts: readonly SlotText[];
};

type Around = {
  readonly assessed: Assessed;
  readonly written: Written;
  /** The indicators that the report tells of. */
  readonly shown: readonly AssessedIndicator[];
};

const NO_DRAFT: Draft = { tokens: [] };

/** That a goal stands as its heading says is no paragraph. */
const isOnlyState = (statements: readonly Statement[]) =>
  statements.every((one) => one.kind === 'state' && one.reason === null);

function drafted({ assessed, written }: Around, part: ReportPart, about: About): SlotText {
  const statements = statementsOf(assessed, about);
  const draft = isOnlyState(statements) ? NO_DRAFT : draftOf(assessed, statements);
  return slotText({ part: part.key, about }, draft, written.paragraphs);
}

/** Indicators of some groups, or by their keys, in the plan's order. */
export const indicatorsIn = (
  { indicators }: Pick<Assessed, 'indicators'>,
  groups: Groups,
): readonly AssessedIndicator[] =>
  groups.length === 0
    ? indicators
    : indicators.filter(
        ({ indicator }) => groups.includes(groupOf(indicator)) || groups.includes(indicator.key),
      );

type Composed = Omit<ComposedPart, 'part'>;
const piecesOnly = (...pieces: readonly Piece[]): Composed => ({ pieces, texts: [] });

function chapter({ written }: Around, part: PartOf<'chapter'>): Composed {
  const text = slotText({ part: part.key, about: null }, NO_DRAFT, written.paragraphs);
  return { pieces: chapterPieces(bodyOf(text), part.title), texts: [text] };
}

function summary(around: Around, part: PartOf<'summary'>): Composed {
  const text = drafted(around, part, { kind: 'namnd', id: around.assessed.namnd.id });
  return { pieces: textPieces(text), texts: [text] };
}

/** What is drafted of a goal, and of those of its indicators that nothing before it has told of. */
function goalTexts(
  around: Around,
  part: PartOf<'goals'>,
  goal: AssessedGoal,
  told: Set<number>,
): readonly SlotText[] {
  const own = part.isDrafted ? [drafted(around, part, { kind: 'goal', id: goal.goal.id })] : [];
  if (!part.isEachDrafted) return own;
  const fresh = indicatorsOf(around.assessed, goal).filter(
    ({ indicator: { id, isCompared } }) => isCompared && !told.has(id),
  );
  fresh.forEach(({ indicator }) => told.add(indicator.id));
  const each = fresh.map(({ indicator: { id } }) =>
    drafted(around, part, { kind: 'indicator', id }),
  );
  return [...own, ...each];
}

function goals(around: Around, part: PartOf<'goals'>): Composed {
  const told = new Set<number>();
  const all = toldGoals(around.assessed, part).map((one) => ({
    ...{ one, texts: goalTexts(around, part, one.goal, told) },
  }));
  return {
    pieces: all.flatMap(({ one, texts }) =>
      goalPieces(around.assessed, one, part, texts.flatMap(textPieces)),
    ),
    texts: all.flatMap(({ texts }) => texts),
  };
}

function things({ assessed }: Around, part: PartOf<'things'>): Composed {
  const own = thingsOf(assessed, part.levels);
  const columns = thingColumns(assessed, own, part.columns);
  return piecesOnly(...tablePieces<Thing>(part.title, columns, [{ heading: null, items: own }]));
}

/** Under the goals they hang on, where they hang on goals; else under their headings. */
function indicatorRows(
  { goals: all }: Assessed,
  own: readonly AssessedIndicator[],
): readonly { readonly heading: string | null; readonly items: readonly AssessedIndicator[] }[] {
  const goalOf = ({ indicator }: AssessedIndicator) =>
    all.find(({ goal }) => goal.id === indicator.goals[0])?.title ?? null;
  const headingOf = (one: AssessedIndicator) => goalOf(one) ?? one.indicator.heading;
  const groups = [...groupBy(own, headingOf)].map(([heading, items]) => ({ heading, items }));
  return groups.length > 1 ? groups : groups.map(({ items }) => ({ heading: null, items }));
}

function indicators({ assessed }: Around, part: PartOf<'indicators'>): Composed {
  const own = indicatorsIn(assessed, part.groups);
  const columns = indicatorColumns(assessed, own, part.columns);
  return piecesOnly(...tablePieces(part.title, columns, indicatorRows(assessed, own)));
}

/** A row for every kind of part there is. */
const PARTS: {
  readonly [Kind in PartKind]: (around: Around, part: PartOf<Kind>) => Composed;
} = {
  ...{ chapter, summary, goals, things, indicators },
  series: ({ assessed }, part) =>
    piecesOnly(...seriesPieces(assessed, indicatorsIn(assessed, part.groups), part)),
  sources: ({ shown, written }) =>
    piecesOnly(...sourcesPieces(shown), ...elsewherePieces([...written.paragraphs.values()])),
  rules: ({ assessed, shown }) => piecesOnly(...scalesPieces(assessed), ...rulesPieces(shown)),
  roles: ({ assessed }) => piecesOnly(...rolesPieces(assessed)),
};

/** The indicators that some part has a table of, or a goal that is told. */
function shownIn(assessed: Assessed, { parts }: ReportTemplate): readonly AssessedIndicator[] {
  const shown = new Set(
    parts.flatMap((part) => {
      if (part.kind === 'indicators' || part.kind === 'series')
        return indicatorsIn(assessed, part.groups);
      return part.kind === 'goals'
        ? toldGoals(assessed, part).flatMap(({ goal }) => indicatorsOf(assessed, goal))
        : [];
    }),
  );
  return assessed.indicators.filter((one) => shown.has(one));
}

/** Every part of the template, also one that came out empty: who writes sees that it is there. */
export const composeParts = (
  assessed: Assessed,
  template: ReportTemplate,
  written: Written,
): readonly ComposedPart[] => {
  const around = { assessed, written, shown: shownIn(assessed, template) };
  return template.parts.map((part) => {
    const compose = PARTS[part.kind] as (around: Around, part: ReportPart) => Composed;
    return { part, ...compose(around, part) };
  });
};

/** Tables are counted through: "Tabell 3. Volymer". */
const numbered = (pieces: readonly Piece[]): readonly Piece[] => {
  let tables = 0;
  return pieces.map((piece) => {
    if (piece.kind !== 'table') return piece;
    tables += 1;
    return { ...piece, caption: `Tabell ${tables}. ${piece.caption}` };
  });
};

/** A part under its title; nothing of one that is empty. */
const partPieces = ({ part, pieces }: ComposedPart): readonly Piece[] =>
  pieces.length === 0
    ? []
    : [{ kind: 'heading', level: 1, words: part.title, mark: null }, ...pieces];

function factsOf({ occasion }: Assessed, head: ReportHead): readonly Fact[] {
  const { decision, meetingOn } = occasion;
  const diarienummer = decision?.diarienummer ?? head.diarienummer;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Diarienummer', diarienummer],
    ['Sammanträde', meetingOn && formatDay(meetingOn)],
    ['Paragraf', decision && `§\u00a0${decision.paragraph}`],
    ['Uppgifterna gäller till och med', formatDay(occasion.cutoffOn)],
  ];
  return facts.flatMap(([title, words]) => (words ? [{ title, words }] : []));
}

/** "Arbetsmaterial, 27 november 2026", "Utsänd 20 september 2023", "Godkänd av nämnden 3 oktober 2023, § 45 …". */
function standingOf({ occasion }: Assessed, today: string): string {
  if (isLocked(occasion) && occasion.decision)
    return `${upperFirst(decisionWords(occasion.decision))}, version ${occasion.decision.version}`;
  if (isOpen(occasion)) return `Arbetsmaterial, ${today}`;
  return occasion.publishedOn ? `Utsänd ${formatDay(occasion.publishedOn)}` : 'Utsänd till nämnden';
}

/** The whole report; `today` is the day it is made, in words: what is not decided says that it is of that day. */
export function composeReport(
  assessed: Assessed,
  template: ReportTemplate,
  written: Written,
  today: string,
): ReportDocument {
  const { namnd, kommun, occasion } = assessed;
  const { proposal } = written.head;
  const proposed: readonly Piece[] =
    proposal.trim() === ''
      ? []
      : [
          { kind: 'heading', level: 1, words: 'Förslag till beslut', mark: null },
          ...blocksOf(proposal),
        ];
  return {
    title: template.title === '' ? occasion.title : `${template.title} ${occasion.year}`,
    owner: `${namnd.name}, ${kommun.name}`,
    facts: factsOf(assessed, written.head),
    pieces: numbered([
      ...proposed,
      ...composeParts(assessed, template, written).flatMap(partPieces),
    ]),
    standing: standingOf(assessed, today),
  };
}
